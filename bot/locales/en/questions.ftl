# The answer

questions-headline = { $count ->
    [one] { $count } lead: { $parts }
   *[other] { $count } leads: { $parts }
}
questions-understood = Understood as: { $what }
questions-headline-none = None of these lines match a lead
questions-part-detail = { $part } ({ $detail })
questions-part-waiting = { $count } waiting for an answer

questions-funnel-title = { $count ->
    [one] How far { $count } lead came
   *[other] How far { $count } leads came
}
questions-funnel-received = Received
questions-funnel-touched = Touched
questions-funnel-in-conversation = Came to a conversation
questions-funnel-qualified = Qualified
questions-funnel-converted = Converted

questions-column-lead = Lead
questions-column-company = Company
questions-column-email = E-mail
questions-column-crm-id = CRM id
questions-column-campaign = Campaign
questions-column-outcome = Outcome
questions-column-reason = Reason
questions-column-look-again = Look again on
questions-column-first-touch = First touch
questions-column-business-hours = Business hours to first touch
questions-column-last-touch = Last touch
questions-column-next-step = Next step
questions-column-known-from = Known from
questions-column-as-of = As of
questions-table-caption = Leads { $first }–{ $last } of { $count }

questions-outcome-reason = { $outcome }: { $reason }
questions-outcome-until = { $outcome } (look again { $day })
questions-known-from = { $source }, { AGO($age) }
questions-left-the-crm = no longer in the CRM, noticed { AGO($age) }
questions-not-the-owners = has another owner than the CRM says
questions-first-touch =
    { $hours ->
        [one] { $at }, after { $hours } business hour
       *[other] { $at }, after { $hours } business hours
    }
questions-moment = { $at }

questions-page-back = ‹ Previous
questions-page-on = Next ›
questions-no-such-page = This page is not there any more. Please use the buttons of the newest answer.
questions-sheet = All as CSV
questions-sheet-sent = The file is on its way to your direct messages.

questions-did-you-mean = Did you mean …?
questions-may-be = “{ $line }” – { $lead }?
questions-pick = { $count ->
    [one] Pick the lead
   *[other] Pick { $count } leads
}
questions-pick-title = Who was meant?
questions-pick-nobody = None of these
questions-pick-submit = Take these
questions-picked-already = These lines are already settled.

questions-unknown-lines = { $count ->
    [one] { $count } line that matches no lead
   *[other] { $count } lines that match no lead
}
questions-duplicate-lines = { $count ->
    [one] { $count } line that repeats another
   *[other] { $count } lines that repeat others
}
questions-more-lines = and { $count } more
questions-gone = { $count ->
    [one] { $count } lead was deleted since you asked.
   *[other] { $count } leads were deleted since you asked.
}

questions-gaps = { $count ->
    [one] The CRM does not know what became of { $count } lead.
   *[other] The CRM does not know what became of { $count } leads.
}
questions-price = { $leads ->
    [one] Asking takes { $leads } answer
   *[other] Asking takes { $leads } answers
} from { $people ->
    [one] { $people } person
   *[other] { $people } people
}. { $places ->
    [0] There is no room for more questions today.
    [one] There is room for { $places } more question today.
   *[other] There is room for { $places } more questions today.
}
questions-price-later = { $count ->
    [one] { $count } lead will wait until the next working day; the question closes after three working days.
   *[other] { $count } leads will wait for the next working days; the question closes after three working days.
}
questions-ask-owners = { $count ->
    [one] Ask the owner
   *[other] Ask the { $count } owners
}
questions-nobody-to-ask = { $count ->
    [one] For { $count } lead there is nobody to ask in chat.
   *[other] For { $count } leads there is nobody to ask in chat.
}
questions-waiting = { $count ->
    [one] Waiting for the answer about { $count } lead. This card fills as it comes in.
   *[other] Waiting for answers about { $count } leads. This card fills as they come in.
}
questions-closed = Closed { $at }.

questions-only-the-asker = Only the person who asked, a manager or an administrator can do this. You can ask about the same leads yourself.
questions-asked-already = The owners have been asked already. The card fills as they answer.
questions-nobody-left-to-ask = There is nobody left to ask: the missing outcomes are known by now, or were asked about in the last 14 days.
questions-gone-question = This question is not there any more. Please ask again.

# Why so late?

questions-one-delay = { $count } leads match. Please ask about one lead at a time, for example by its e-mail address.
questions-delay-title = { $lead }: first touch after { $delay }
questions-delay-unclear = { $lead }: the CRM has dates only, so the hours cannot be counted
questions-delay-untouched = { $lead }: no first touch in the CRM yet
questions-step-created = Created
questions-step-assigned = Assigned
questions-step-in-hours = Working hours began
questions-step-first-touch = First touch
questions-step-after = { $at } (+ { $worked })
questions-delay-cause = Cause: { $cause }
questions-delay-waiting = The owner has been asked for the cause.
questions-delay-nobody = The cause is not known.
questions-delay-ask = Ask what slowed it down
questions-delay-causes-help = The owner picks a cause from a list. It is about the step, not about a person.
questions-cause-routed-late = assigned late
questions-cause-outside-hours = came outside working hours
questions-cause-no-phone = no phone number
questions-cause-capacity = too many leads at once
questions-cause-other = something else

# How it ended

questions-closing-title = { $count ->
    [one] Your question about { $count } lead is closed: { $known } outcome known
   *[other] Your question about { $count } leads is closed: { $known } outcomes known
}
questions-closing-asked = Asked { $at }.
questions-unreachable-title = { $count ->
    [one] Nobody to ask in chat about { $count } lead
   *[other] Nobody to ask in chat about { $count } leads
}
questions-no-account-line = { $lead }: { $owner } has no chat account here
questions-no-owner-line = { $lead }: no owner in the CRM
questions-unreachable-help = An administrator can connect owners with their chat accounts; leads without an owner need one in the CRM.
questions-liaison-title = { $count ->
    [one] { $count } lead was left without an answer
   *[other] { $count } leads were left without an answer
}
questions-liaison-help = Whose they are is not shown. The asker's card says “nobody knows”.

# Help

questions-help-title = Ask me what happened to your leads
questions-help-text = Paste e-mail addresses, names with company, CRM ids or links, one per line or separated by commas. Or say it in words:
questions-help-example-list = What happened to anna@acme.example, Jan Kowalski (Globex) and L-1042?
questions-help-example-words = What happened to the webinar leads from April?
questions-help-example-delay = Why was anna@acme.example called only after six hours?
questions-help-file = You can also send me a CSV or XLSX file in a direct message.
questions-help-commands = Or begin with one of these words:
questions-help-flag = flag anna@acme.example: say what is wrong, or right, with a lead
questions-help-definition = definition: what both teams call a qualified lead
questions-help-agenda = agenda: what the next joint meeting is about
questions-help-digest = digest: last week in figures, for you alone
questions-help-settings = settings: your language, hours and absences

# The envelope

questions-envelope-title = { $count ->
    [one] What became of { $count } lead?
   *[other] What became of { $count } leads?
}
questions-row-outcome = { $lead }
questions-row-delay = { $lead }: what slowed down the first touch?
questions-row-background = { $first } · { $next }
questions-row-from = from { $source }
questions-row-created = in the CRM since { $day }
questions-row-touched = last touch { $day }
questions-row-asker = { $person } would like to know
questions-row-reminder = this is the only reminder
questions-row-expired = The time to answer is over; the card says “nobody knows”. You can still answer.
questions-answer-converted = Converted
questions-answer-qualified = Qualified
questions-answer-in-conversation = In conversation
questions-answer-trying = Tried, no answer yet
questions-answer-later = Later …
questions-answer-disqualified = Disqualified …
questions-answer-not-touched = Not touched yet
questions-answer-do-not-know = I do not know yet
questions-answer-not-mine = Not mine
questions-said-converted = converted
questions-said-qualified = qualified
questions-said-in-conversation = in conversation
questions-said-trying = tried, no answer yet
questions-said-later = later
questions-said-disqualified = disqualified
questions-said-not-touched = not touched yet
questions-said-do-not-know = I do not know yet
questions-said-not-mine = not mine
questions-said-cause = cause
questions-you-said = ✓ You said: { $said }
questions-you-said-detail = ✓ You said: { $said } ({ $detail })
questions-hint = { $answer }: { $lead }
questions-change = Change
questions-answer-anyway = Answer
questions-back = Back
questions-which-reason = What was the main reason?
questions-which-date = When is it worth looking again?
questions-other-reason = Another reason …
questions-other-date = Another day …
questions-until = { $day }

questions-reason-label = Main reason
questions-day-label = Look again on
questions-note-label = Note
questions-note-hint = A fact that helps, in your words. Needed only for another reason.
questions-details-submit = Answer
questions-reason-needed = Please choose the main reason.
questions-day-needed = Please choose a day from tomorrow on, within three years.
questions-note-needed = Please say in a few words what the reason was.

questions-own-words = Say it your way …
questions-own-words-title = Say it your way
questions-own-words-label = What became of these leads?
questions-own-words-hint = For example: { $lead }: no budget till April
questions-own-words-submit = Go on
questions-own-words-empty = Please write a few words first.
questions-proposal-title = Is this right?
questions-proposal-help = This is what I understood. Nothing is kept before you confirm; what I could not tell is left blank.
questions-proposal-words = You wrote: “{ $words }”
questions-proposal-outcome = { $lead }: outcome
questions-proposal-reason = { $lead }: reason
questions-proposal-day = { $lead }: look again on
questions-proposal-submit = Confirm
questions-confirmed = { $count ->
    [0] Nothing was chosen, so nothing has changed.
    [one] Thank you, { $count } answer is in.
   *[other] Thank you, { $count } answers are in.
}

questions-not-yours = Only the person who was asked can answer here.
questions-row-changed = This row has changed in the meantime. Please use the newest message.
questions-row-gone = This question is not open any more.
questions-all-answered = Everything in this envelope is answered already.

# On a person's own page

questions-home-more = { $count ->
    [one] and { $count } more lead in your direct messages
   *[other] and { $count } more leads in your direct messages
}
questions-home-ask = Ask about leads
questions-home-asked = Your questions
questions-home-asked-none = You have not asked anything yet.
questions-home-line = asked { $at }
questions-home-filled = { $known } of { $count } known · asked { $at }
questions-home-unfound = “{ $words }”: no lead matched
questions-home-delay = Why so late? { $lead }
questions-home-leads = { $more ->
    [one] { $lead } and { $more } more lead
   *[other] { $lead } and { $more } more leads
}
questions-home-again = Send it to me again
questions-home-again-hint = { $action }: { $what }
questions-not-your-question = This is somebody else's question. You can ask about the same leads yourself.
questions-sent-again = The answer is in your direct messages, and goes on filling there.
questions-help-button = What can I ask?
questions-known-asked = { $count ->
    [one] { $count } question that you asked, with its words
   *[other] { $count } questions that you asked, with their words
}
questions-known-asks = { $count ->
    [one] { $count } question about your leads
   *[other] { $count } questions about your leads
}, and what you answered: { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}

# Asking by a form

questions-ask-title = Ask about leads
questions-ask-label = Which leads?
questions-ask-hint = E-mail addresses, names with company, CRM ids or links, one per line; or words, like: the webinar leads from April. Longer lists go into a direct message, as text or as a file.
questions-ask-submit = Ask
questions-ask-empty = Please paste some leads, or say in words which ones you mean.
questions-ask-taken = The answer is on its way to your direct messages.
