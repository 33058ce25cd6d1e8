# The weekly digest of both channels.

digests-title = Weekly digest: { $week }
digests-week = week { $number }, { $first } – { $last }
digests-week-short = W{ $number }

# The week in one sentence

digests-came-in =
    { $count ->
        [one] { $count } new lead came in
       *[other] { $count } new leads came in
    }
digests-came-usual = { digests-came-in }, as usual
digests-came-more = { digests-came-in }, more than usual
digests-came-fewer = { digests-came-in }, fewer than usual
digests-part-qualified = { $count } of them qualified
digests-part-accepted = { $count } accepted
digests-part-won = { $count } won
digests-headline = { $start }; { $parts }.

# Lines

digests-line = { $what }: { $count }
digests-line-last = { $what }: { $count } (last week { $last })
digests-line-usual = { $what }: { $count } (usually { $low }–{ $high })
digests-line-both = { $what }: { $count } (last week { $last }, usually { $low }–{ $high })
digests-line-reasons = { $line }: { $reasons }
digests-count-leads-in = New leads
digests-count-qualified = Qualified
digests-count-accepted = Accepted
digests-count-talking = In conversation
digests-count-won = Won
digests-count-disqualified = Disqualified
digests-count-recycled = Put off
digests-reason = { $reason } { $count }
digests-reason-unknown = no reason given
digests-reason-others = all other reasons
digests-first-touch = First touch: { $hours } business hours (median)
digests-first-touch-last = First touch: { $hours } business hours (median, last week { $last })
digests-first-touch-within = { $waited }; about { $percent }% within the agreed { $agreed }
digests-standout-better = Better than elsewhere: { $campaign }, { $promising } of { $leads } promising since { $since } ({ $low }–{ $high }%, elsewhere { $elsewhere }%)
digests-standout-worse = Less well than elsewhere: { $campaign }, { $promising } of { $leads } promising since { $since } ({ $low }–{ $high }%, elsewhere { $elsewhere }%)
digests-flags = Flags: { $parts }
digests-flags-raised = { $count } raised
digests-flags-accepted = { $count } accepted
digests-flags-declined = { $count } declined
digests-flags-done = { $count } changes done
digests-flags-waiting = { $count } waiting
digests-questions = Leads asked about: { $parts }
digests-questions-asked = { $count } in all
digests-questions-answered = { $count } answered
digests-questions-open = { $count } still open
digests-completeness = CRM: about { $percent }% of open leads are complete
digests-completeness-last = CRM: about { $percent }% of open leads are complete (last week { $last }%)
digests-praise = Praise: { $parts }
digests-praised = { $reason } ({ $campaign })
digests-did = You said, we did: { $what }
digests-did-on = You said, we did ({ $subject }): { $what }
digests-effect-better = { $did }. More leads are promising: { $before } before, { $after } after
digests-effect-worse = { $did }. Fewer leads are promising: { $before } before, { $after } after
digests-effect-chance = { $did }. Promising leads before { $before }, after { $after }; that may be chance
digests-share = { $percent }% ({ $low }–{ $high }%)

# Pictures

digests-trend-title = New leads by week, { $first } – { $last }
digests-reasons-title = Why leads were disqualified ({ $count }): { $week }

# When there is little

digests-empty = A quiet week: nothing happened with any lead.
digests-small = Fewer than { $fewest } leads were concerned, so there are no figures this week: they would speak of single leads. What became of each you can ask any time.
digests-hidden = Counts of fewer than { $fewest } leads are left out where they would speak of single leads.
digests-first-week = This is the first week that is counted, so there is nothing to compare it with yet.
digests-few-weeks =
    { $weeks ->
        [one] What is usual is told once { $fewest } earlier weeks are known; so far it is { $weeks }.
       *[other] What is usual is told once { $fewest } earlier weeks are known; so far there are { $weeks }.
    }
digests-holidays = A shorter week: { $days }.
digests-holiday = { $day } was a public holiday ({ $name })
digests-counted-late = This week was counted long after its end, so what only its own days could tell is left out.
digests-so-far = The week is not over. This is how it stood at { $at }.
digests-sent-late = This digest comes late, because Leadloop was not running at its usual time.
digests-missed = The digest of the week before was not posted here. You can still ask for it by its week.

# Decisions

digests-before = Decided before
digests-promised = { $what } “{ $words }”.
digests-became-open = { $what } Nobody took it.
digests-became-taken = { $what } Taken by { $side }, until { $day }.
digests-became-overdue = { $what } Taken by { $side }, still open; planned until { $day }.
digests-became-done = { $what } Done.
digests-became-dropped = { $what } It stays as it is.
digests-side-sales = sales
digests-side-marketing = marketing
digests-to-decide = To decide
digests-decide-finding = Several flags on { $about } name the same reason: what changes?
digests-decide-campaign-worse = { $about } brings fewer promising leads than the rest: what changes?
digests-decide-campaign-better = { $about } brings more promising leads than the rest: do we do more of it?
digests-decide-amendment = Version { $about } of the definition is proposed: do we sign it?
digests-decide-debt-sales = Answers about leads are overdue: by when?
digests-decide-debt-marketing = Decisions on flags are overdue: by when?
digests-decide-completeness = Many open leads lack fields that both teams need: which ones do we fill first?
digests-decided-by-sales = Sales decides.
digests-decided-by-marketing = Marketing decides.
digests-take = Take it on …
digests-leave = Leave it as it is
digests-hint = { $action }: { $what }
digests-owes-sales = What sales owes marketing
digests-owes-marketing = What marketing owes sales
digests-owes-nothing = Nothing is overdue.
digests-debt-answers = Answers about at least { $count } leads
digests-debt-some-answers = Answers about some leads
digests-debt-decisions = Decisions on at least { $count } flags
digests-debt-some-decisions = Decisions on some flags
digests-debt-signatures = Signatures under at least { $count } proposals
digests-debt-some-signatures = A signature under the proposed definition, or a no
digests-debt-actions = At least { $count } actions of the joint meeting
digests-debt-some-actions = Actions of the joint meeting

digests-take-title = Take it on
digests-take-what = What will be done?
digests-take-hint = One sentence; both teams read it in the next digest.
digests-take-owner = Who does it?
digests-take-due = Until when?
digests-take-submit = Take it on
digests-owner-elsewhere-sales = This is for sales to decide. Please choose somebody from sales.
digests-owner-elsewhere-marketing = This is for marketing to decide. Please choose somebody from marketing.
digests-not-yours-sales = This is for sales to decide.
digests-not-yours-marketing = This is for marketing to decide.
digests-only-managers-leave = Only managers can leave it as it is. You can take it on.
digests-decision-gone = This is no longer there to be decided.
digests-decided-already = This was decided in the meantime.

# Which ones?

digests-which = Which leads? …
digests-as-csv = The week as CSV
digests-as-xlsx = The week as XLSX
digests-which-title = Which leads?
digests-which-help = { $week }. The list comes to you in a direct message.
digests-which-label = Figure
digests-which-submit = Show the list
digests-which-reason = { $what }, { $reason }: { $count }
digests-leads-of = { $what }, { $week }
digests-leads-of-reason = { $what }, { $reason }, { $week }
digests-leads-sent = The list is in your direct messages. Leads: { $count }
digests-nothing-to-list = There are no leads to list for this week.
digests-no-such-week = I do not know this week. Write for example “digest 47”, “digest 2026-W47” or “digest last week”.
digests-week-to-come = This week, { $first } – { $last }, has not begun yet.
digests-sent-to-you = It is in your direct messages.

# The preview for managers

digests-preview-title = Preview of the weekly digest: { $week }
digests-preview-help = Managers see this before both channels do.
digests-no-channels = No channel is set up for the digest yet. An administrator can choose them on the bot’s home page.
digests-edition-planned = Channel of { $side }: planned for { $at }.
digests-edition-held = Channel of { $side }: held until it is released.
digests-edition-sent = Channel of { $side }: sent at { $at }.
digests-edition-skipped = Channel of { $side }: not sent, as it was too late.
digests-send = Send it now
digests-hold = Hold it
digests-release = Release it
digests-add-note = Add a note …
digests-sent = The digest is on its way to both channels, and does not come again on Monday.
digests-held = The digest is held. It leaves when you or another manager release it.
digests-released = The digest is released. It leaves at its time, or now where that is over.
digests-has-left = This digest has left, or is too old to send.
digests-week-not-over = The week is not over until the end of { $last }. From then on the digest can be sent at once.
digests-only-managers = Only managers and administrators can do this.
digests-held-title = The weekly digest is held: { $week }
digests-held-help = Its time is over, and neither channel has it. Release it, and it leaves at once.
digests-skipped-sales = The weekly digest did not reach sales: { $week }
digests-skipped-marketing = The weekly digest did not reach marketing: { $week }
digests-skipped-help = Leadloop was not running for more than two days after its time, so it was not sent late. You can still look at it.
digests-look = Look at it
digests-home-waits = The weekly digest is being prepared: { $week }.
digests-home-held = The weekly digest is held: { $week }.
digests-home-look = Preview
digests-note-title = A note for the digest
digests-note-help = { $week }. Both channels read it, signed by your side and not by name.
digests-note-label = Note
digests-note-hint = Empty takes the note away.
digests-note-submit = Save
digests-note-sales = A note from sales: { $words }
digests-note-marketing = A note from marketing: { $words }
