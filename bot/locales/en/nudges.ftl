# What a rep sees of a stale field, and what they can say about it.

nudges-title = { $count ->
    [one] One field to look at
   *[other] { $count } fields to look at
}
nudges-row = { $lead }: { $field }

# Why the field is asked about
nudges-missing = Nothing is said there yet · { $status }
nudges-missing-since = Nothing is said there yet · { $status } since { $since }
nudges-silent = No contact noted since { $since } · { $status }
nudges-silent-never = No contact noted yet · { $status }
nudges-unchanged = “{ $value }”, unchanged for { $days ->
    [one] one working day
   *[other] { $days } working days
} or more
nudges-unchanged-since = “{ $value }” since { $since }

# What may be done
nudges-value = { $value }
nudges-day = { $day }
nudges-hint = { $answer }: { $about }
nudges-fill = Fill in …
nudges-other = Other …
nudges-right = Still right
nudges-nothing = Nothing to say yet
nudges-snooze = Later …
nudges-not-mine = Not mine
nudges-more = More …
nudges-snooze-until = When may it come again?
nudges-tomorrow = Next working day
nudges-next-week = Next week
nudges-other-day = Another day …
nudges-back = Back
nudges-rule-wrong = This rule is wrong here
nudges-why = Why am I asked?
nudges-again = Change
nudges-in-crm = Please change it in { $system }, lead { $id }; this row then leaves by itself.
nudges-help = One tap each. What you fill in is written to the CRM, with your name in a note there; every other answer leaves it as it is.
nudges-help-off = One tap each. Nothing is written to the CRM from here.

# What was done
nudges-done-fixed = Mended
nudges-done-still-right = Still right, you said
nudges-done-nothing = Nothing to say yet, you said
nudges-done-snoozed = Put off
nudges-done-snoozed-until = Comes again from { $day } on
nudges-done-not-mine = Not yours, you said. Administrators see, without a name, that the lead needs another owner.
nudges-done-rule-wrong = This rule does not ask about this lead any more
nudges-done-expired = Not asked any more. The CRM stays as it is.
nudges-going = On its way to { $system }.
nudges-written = Written to { $system }
nudges-undone = Taken back. { $system } has the old value again.
nudges-dropped = { $system } keeps its value.
nudges-overtaken = Your newer answer counts.

# Forms
nudges-form-now = In the CRM now: { $value }
nudges-form-submit = Write to the CRM
nudges-true = Yes
nudges-false = No
nudges-snooze-title = Ask me later
nudges-snooze-day = Not before
nudges-snooze-submit = Put off
nudges-value-same = That is what the CRM says already. If it is right, press “Still right”.
nudges-day-range = Please choose a day after today, until { $last } at the latest.
nudges-stale = This row has changed meanwhile. What you see now is how it stands.
nudges-gone = This row is not there any more.
nudges-lead-gone = This lead is no longer in the CRM, so nothing was changed.
nudges-lead-moved = This lead has another owner by now, so nothing was changed.

# Why am I asked?
nudges-why-title = Why you are asked: { $lead }, { $field }
nudges-why-who = Administrators decide about the rules, in Leadloop’s home. If a rule does not fit this lead, say so with “This rule is wrong here”.
nudges-why-rest = The same lead is not asked about again within 14 days, and nothing is asked while a follow-up is booked.

# How much somebody wants to be asked
nudges-limits-now = { $count ->
    [0] You are asked about no stale CRM fields.
    [one] You are asked about one stale CRM field a week at most.
   *[other] You are asked about { $count } stale CRM fields a week at most.
}
nudges-limits-muted = None before { $day }.
nudges-limits-change = Fewer or more …
nudges-limits-title = Stale CRM fields
nudges-limits-week = At most, in a week
nudges-limits-cap = { $count ->
    [0] none
    [one] one row
   *[other] { $count } rows
}
nudges-limits-until = None before
nudges-limits-until-hint = Questions of colleagues still come.
nudges-limits-submit = Save
nudges-limits-saved = Saved.
nudges-known = { $count ->
    [one] One stale CRM field you were asked about, with what you said
   *[other] { $count } stale CRM fields you were asked about, with what you said
}

# Leads that are nobody's: for administrators
nudges-disowned-count =
    { $count ->
        [one] The owner of one lead in the CRM says that it is not theirs.
       *[other] Owners in the CRM say of { $count } leads that they are not theirs.
    }
nudges-disowned-look = Show leads
nudges-disowned-title = Not theirs, say their owners
nudges-disowned-none = Every lead is its owner’s, as far as anybody said.
nudges-disowned-lead = { $lead } · { $system } { $id } · since { $since }
nudges-disowned-more =
    { $count ->
        [one] One more follows once these have left.
       *[other] { $count } more follow once these have left.
    }
nudges-disowned-help = Give these leads another owner in the CRM; they then leave by themselves. Until then nobody is asked about their stale fields.
