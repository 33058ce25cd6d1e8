# Rules about stale fields: what administrators see and decide, and the file.

rules-title = Rules about stale fields
rules-count = { $on } of { $count } rules ask reps about fields that are empty or old.
rules-some-paused =
    { $count ->
        [one] { $count } rule paused by itself because it was rarely acted on.
       *[other] { $count } rules paused by themselves because they were rarely acted on.
    }
rules-look = Show rules
rules-add = Add a rule
rules-help = Days are working days; public holidays do not count. Nobody is asked about a lead that has a follow-up booked, that marketing is deciding about, or that somebody was asked about within 14 days. Of several rules, the first one asks.
rules-back = Back
rules-further = More rules

# A rule in words: “Status: the same for 5 working days · Trying to reach them”

rules-unchanged =
    { $days ->
        [one] { $field }: the same for { $days } working day · { $statuses }
       *[other] { $field }: the same for { $days } working days · { $statuses }
    }
rules-missing =
    { $days ->
        [0] { $field }: empty · { $statuses }
        [one] { $field }: empty { $days } working day after the status changed · { $statuses }
       *[other] { $field }: empty { $days } working days after the status changed · { $statuses }
    }
rules-silent =
    { $days ->
        [one] No contact for { $days } working day · { $statuses }
       *[other] No contact for { $days } working days · { $statuses }
    }

# How it stands, and what can be done

rules-on = This rule asks.
rules-off = Switched off.
rules-no-field = Nobody is asked: neither a CRM nor an imported file has this field.
rules-paused = Paused by itself. { $why }
rules-why = In two weeks { $acted } of { $ended } rows were acted on.
rules-why-half = In two weeks fewer than half of its rows were acted on.
rules-switch-on = Switch on
rules-switch-on-hint = Switch on: { $rule }
rules-switch-off = Switch off
rules-switch-off-hint = Switch off: { $rule }
rules-switched-on = The rule asks again from the next envelope on.
rules-switched-off = The rule asks no more. What was asked already can still be answered.
rules-edit = Edit
rules-edit-hint = Edit: { $rule }
rules-saved = The rule was saved.
rules-gone = This rule is no longer there. Please open the list again.
rules-too-many = There can be { $most } rules at most.
rules-paused-title = A rule about stale fields paused by itself
rules-paused-help = Perhaps it asks too early, or about a field that matters little. It stays quiet until you switch it on again.

# The form

rules-form = Edit a rule
rules-form-new = A new rule
rules-form-watch = Ask when the field
rules-watch-unchanged = has stayed the same for too long
rules-watch-missing = is empty
rules-watch-silent = no matter: nobody contacted the lead
rules-form-field = Field
rules-form-statuses = While the lead is
rules-form-days = After how many working days
rules-form-days-hint = 0 asks at once, for fields that are empty.
rules-form-on = The rule asks
rules-form-save = Save
rules-wrong-number = Please give a whole number of days.
rules-wrong-days = From 0 to { $most } days are possible.
rules-wrong-at-once = One day at least, except for fields that are empty.
rules-wrong-no-status = Choose at least one status.
rules-wrong-closed = Once a lead is closed, only its reason can be asked for.
rules-wrong-unchanged = Leadloop knows since when it has been the same only for the status and the next step.
rules-wrong-missing = This field cannot be empty. Choose the reason, the next step or a field of your own.
rules-wrong-silent = A rule about missing contact asks about the status.

# The file, on the command line

rules-exported =
    { $count ->
        [one] { $count } rule written to { $file }.
       *[other] { $count } rules written to { $file }.
    }
rules-imported =
    { $count ->
        [one] Taken over: { $count } rule. Rules that the file does not name are switched off.
       *[other] Taken over: { $count } rules. Rules that the file does not name are switched off.
    }
rules-file-unreadable = { $file } cannot be read. Check that it exists and who may read it.
rules-file-unwritable = { $file } cannot be written. Check the folder and who may write there.
rules-file-no-toml = { $file } is not valid TOML. Nothing was changed.
rules-file-no-rules = { $file } must hold [[rule]] tables, at least one, and nothing else. Nothing was changed.
rules-file-id = Rule number { $place } needs an id of at most 40 letters, digits, hyphens and underscores. Nothing was changed.
rules-file-twice = Two rules have the id { $rule }. Nothing was changed.
rules-file-missing = Rule { $rule } does not say { $part }. Nothing was changed.
rules-file-unknown = Rule { $rule } says { $part }, which means nothing here. Nothing was changed.
rules-file-wrong = Rule { $rule }, { $part }: { $why } Nothing was changed.
rules-file-words = Possible are: { $words }.
rules-file-kind-str = A text is needed.
rules-file-kind-int = A whole number is needed.
rules-file-kind-bool = true or false is needed.
rules-file-kind-list = A list is needed.
