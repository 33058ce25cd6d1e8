# The rehearsal: what the rules about stale fields would have asked on past days.

rehearsal-title = Rehearsal
rehearsal-about = See what the rules would have asked in the last working days, and try other settings. Nobody is asked, and nothing is saved.
rehearsal-show = Rehearse 30 days
rehearsal-other = Try other settings
rehearsal-only = Only administrators and managers can rehearse the rules.
rehearsal-waiting =
    Rehearsing the last { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    } …
rehearsal-waiting-help = This message shows the result in a moment; with very many leads it takes up to a minute.
rehearsal-failed = The rehearsal came to nothing
rehearsal-failed-help = Nothing was changed. Please try once more; if it happens again, the log says why.
rehearsal-begun = Rehearsing … The result comes as a direct message.
rehearsal-one-at-a-time = Your last rehearsal is still under way. Please wait for it.
rehearsal-headline = Rehearsal from { $first } to { $last }
rehearsal-total = { $rows } in { $envelopes }.
rehearsal-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
rehearsal-envelopes =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
rehearsal-nothing =
    { $days ->
        [one] On { $days } working day, nobody would have been asked anything.
       *[other] On { $days } working days, nobody would have been asked anything.
    }
rehearsal-history = Our history begins on { $day }. For the days before, only what the CRM still says today is counted, so there may have been more rows.
rehearsal-no-history = We have no history yet: only what the CRM says today is counted, so there may have been more rows.
rehearsal-no-rules = No rule asks, or no CRM has the fields.
rehearsal-too-few = How the rows spread over reps is shown from { $fewest } reps on. With fewer, it would say something about each of them.
rehearsal-help = In a rehearsal nobody answers, so a lead comes again after 14 days. Colleagues’ questions are not counted; they take places first. Leads count for whoever owns them today.
rehearsal-by-rule = Rows by rule
rehearsal-by-load = Reps by rows a week
rehearsal-by-person = By person: for administrators only
rehearsal-more =
    { $count ->
        [one] { $count } more person is in the file.
       *[other] { $count } more people are in the file.
    }
rehearsal-figure = { $count }
rehearsal-load-from = { $least } or more
rehearsal-column-rule = Rule
rehearsal-column-rows = Rows
rehearsal-column-weekly = Rows a week
rehearsal-column-reps = Reps
rehearsal-column-person = Person
rehearsal-column-envelopes = Messages
rehearsal-column-day = Day
rehearsal-column-lead = Lead
rehearsal-column-crm = CRM
rehearsal-column-id = CRM ID
rehearsal-sheet = Send as CSV
rehearsal-sent = The file comes in a direct message.

# The form

rehearsal-form = Try other settings
rehearsal-form-about = The rules themselves stay as they are.
rehearsal-form-days = Working days to look back
rehearsal-form-hint = Working days until the rule asks. Empty: it does not ask.
rehearsal-form-submit = Rehearse
rehearsal-wrong-days = From 1 to { $most } working days are possible.

# On the command line

rehearsal-written =
    { $count ->
        [one] { $count } row written to { $file }.
       *[other] { $count } rows written to { $file }.
    }
