# A flag's way

triage-state-raised = New
triage-state-acknowledged = Seen
triage-state-needs-more = Waiting for sales
triage-state-for-meeting = For the joint meeting
triage-state-accepted = Accepted
triage-state-declined = Declined
triage-state-done = Done
triage-state-reopened = Reopened
triage-state-withdrawn = Withdrawn

triage-kind-reject = Rejected
triage-kind-disqualify = Disqualified
triage-kind-recycle = Look again later
triage-kind-praise = Praise

triage-step-raise = Raised
triage-step-acknowledge = Seen
triage-step-accept = Accepted
triage-step-ask = Asked for more
triage-step-add = Told more
triage-step-to-meeting = Put on the joint meeting’s agenda
triage-step-decline = Declined
triage-step-finish = Done
triage-step-reopen = Reopened
triage-step-withdraw = Withdrawn

triage-remedy = Where is the cause mended?
triage-remedy-targeting = Campaign targeting
triage-remedy-scoring = Scoring
triage-remedy-data = Forms and enrichment
triage-remedy-routing = Routing
triage-remedy-follow-up = Follow-up
triage-remedy-product = Product, price, positioning
triage-remedy-timing = Timing
triage-remedy-protection = Protection against spam
triage-remedy-nothing = Nothing to mend

# The card in marketing’s channel

triage-card-title = { $kind }: { $lead } – { $reason }
triage-new = { $state } · please acknowledge by { $first } · decision due by { $day }
triage-unseen = { $state } · to be acknowledged by { $first } · decision due by { $day }
triage-due = { $state } · decision due by { $day }
triage-overdue = { $state } · decision was due by { $day }
triage-standing-asked = { $state } · the clock stands still until the answer
triage-since = { $state } on { $day }
triage-thanked = Read, with thanks

triage-fact-campaign = Campaign
triage-fact-source = Source
triage-fact-seen = What was seen
triage-fact-would-help = What would help
triage-fact-trigger = Look again after
triage-fact-look-again = Look again on
triage-day = { $day }
triage-lead-gone = This lead is no longer in the CRM. What was said of it stays here.

triage-fit = Fit
triage-work = Work
triage-fit-and-work = Fit and work
triage-fit-caption = Definition, version { $version }: { $met } of { $count } criteria met
triage-fit-none = No definition was in force on this lead’s day
triage-fit-met = { $words }
triage-fit-missed = { $words }
triage-fit-unknown = ? { $words }
triage-fit-broken = { $words } (its field is gone from the CRM)
triage-worked = First touch after { $hours }, { $attempts }
triage-worked-sometime = Touched, hours not known, { $attempts }
triage-not-worked = No first touch yet, { $attempts }
triage-attempts =
    { $count ->
        [0] no attempts recorded in the CRM
        [one] { $count } attempt
       *[other] { $count } attempts
    }

triage-promise = What changes: “{ $words }” ({ $remedy })
triage-promise-by = What changes by { $day }: “{ $words }” ({ $remedy })
triage-promise-kept = What changed: “{ $words }” ({ $remedy })
triage-said-ask = Marketing asks: “{ $words }”
triage-said-add = Sales adds: “{ $words }”
triage-said-decline = Why nothing changes: “{ $words }”
triage-said-finish = What was done: “{ $words }”
triage-said-reopen = Why it is open again: “{ $words }”
triage-said-withdraw = Why it was withdrawn: “{ $words }”

triage-button-acknowledge = Acknowledge
triage-button-thanks = Thanks
triage-button-accept = Accept…
triage-button-ask = Need more…
triage-button-to-meeting = For the meeting
triage-button-decline = Decline…
triage-button-finish = Done…
triage-button-reopen = Reopen…
triage-button-add = Answer…
triage-button-withdraw = Withdraw…
triage-button-history = History

# When it cannot be done

triage-changed = This flag has moved on in the meantime. Its state is now: { $state }. Please use its newest card.
triage-words-kept = { $why } What you wrote still stands here for you to copy.
triage-only-marketing = Marketing, managers and administrators decide on flags. You can follow its history.
triage-only-the-raiser = Only the person who raised this flag can do that.
triage-passed-on = Thank you. Marketing sees it on the flag’s card.

# The forms

triage-about = { $lead } ({ $reason })

triage-form-accept = Accept the flag
triage-words-accept = What changes?
triage-hint-accept = Sales reads this. One sentence is enough.
triage-submit-accept = Accept
triage-due-label = By which day?
triage-due-range = Please choose a day from today on, within a year.

triage-form-ask = Need more
triage-words-ask = What should sales tell?
triage-hint-ask = One question that decides it. The clock stands still until the answer.
triage-submit-ask = Ask

triage-form-add = Tell more
triage-words-add = Your answer
triage-hint-add = A fact is best: what was seen or said.
triage-submit-add = Answer

triage-form-decline = Decline the flag
triage-words-decline = Why does nothing change?
triage-hint-decline = Sales reads this, and may reopen the flag with a reason.
triage-submit-decline = Decline

triage-form-finish = Done
triage-words-finish = What was done?
triage-hint-finish = Sales reads this. Four weeks later the figures are compared.
triage-submit-finish = Done
triage-done-label = On which day?
triage-done-range = Please choose today or a day in the past, within a year.

triage-form-reopen = Reopen the flag
triage-words-reopen = Why should it be looked at again?
triage-hint-reopen = What is new, or what was not seen before?
triage-submit-reopen = Reopen

triage-form-withdraw = Withdraw the flag
triage-words-withdraw = Why?
triage-hint-withdraw = If you like. You can reopen the flag later.
triage-submit-withdraw = Withdraw

# The history

triage-history-title = History: { $lead }
triage-history-line = { $at } · { $who }: { $step }
triage-history-words = { $at } · { $who }: { $step } – “{ $words }”
triage-history-earlier =
    { $count ->
        [one] { $count } earlier step
       *[other] { $count } earlier steps
    }
triage-history-names = You see names because you are an administrator.
triage-history-sides = Names of people are not shown.
triage-side-sales = Sales
triage-side-marketing = Marketing
triage-somebody = Somebody

# In the envelope of who raised it

triage-envelope-title = { $count ->
    [one] Marketing has a question about { $count } flag of yours
   *[other] Marketing has questions about { $count } flags of yours
}

# You said, we did

triage-receipt-title =
    { $count ->
        [one] You said, we did: news of { $count } flag
       *[other] You said, we did: news of { $count } flags
    }
triage-receipt-accept = { $flags }: accepted.
triage-receipt-to-meeting = { $flags }: to be discussed at the joint meeting.
triage-receipt-decline = { $flags }: nothing changes, because “{ $words }”
triage-receipt-finish = { $flags }: done. “{ $words }”
triage-receipt-reopen = { $flags }: open again, because “{ $words }”
triage-receipt-thanks = { $flags }: marketing has read your praise. Thank you!
triage-more =
    { $count ->
        [one] and { $count } more flag
       *[other] and { $count } more flags
    }
triage-mine = My flags

# Four weeks later

triage-effects-title =
    { $count ->
        [one] Four weeks later: what { $count } change did
       *[other] Four weeks later: what { $count } changes did
    }
triage-effects-help = Promising: in conversation or further. Only leads with a known outcome count. The range in per cent says how sure so few leads are.
triage-effect-flags = { $flags }
triage-effect-share = { $share }, { $first } – { $last }
triage-effect-nowhere = The lead came from no campaign and no source, so there is nothing to count.
triage-effect-too-few = { $subject }: too few leads to tell. From { $first } to { $last } fewer than { $fewest } with a known outcome came before or after the change.
triage-effect-chance = { $subject }: promising leads before: { $before }; after: { $after }. The difference may be chance.
triage-effect-better = { $subject }: more leads are promising. Before: { $before }; after: { $after }.
triage-effect-worse = { $subject }: fewer leads are promising. Before: { $before }; after: { $after }.

# The reminder

triage-reminder-title = These flags wait for a decision
triage-reminder-line = { $flag }: was due by { $day }
triage-reminder-help = Accept, ask for more, decline with a reason, or take it to the joint meeting. This is the only reminder of these flags.
triage-desk = Undecided flags
