# Words that every feature uses.

verbatim = { $text }
none = –

## What became of a lead: in a table, and counted in a headline

outcome-converted = Converted
outcome-qualified = Qualified
outcome-in-conversation = In conversation
outcome-trying = Trying to reach
outcome-later = Later
outcome-disqualified = Disqualified
outcome-not-touched = Not touched
outcome-unknown = Unknown

outcome-count-converted = { $count } converted
outcome-count-qualified = { $count } qualified
outcome-count-in-conversation = { $count } in conversation
outcome-count-trying = { $count } not reached yet
outcome-count-later = { $count } for later
outcome-count-disqualified = { $count } disqualified
outcome-count-not-touched = { $count } not touched
outcome-count-unknown = { $count } unknown

## Why a lead was disqualified or put off; also inside parentheses

reason-no-need = no need
reason-no-budget = no budget
reason-not-target = outside our target
reason-competitor = chose a competitor
reason-bad-data = wrong contact data
reason-unreachable = could not be reached
reason-no-authority = not the decision-maker
reason-price = price
reason-timing = not the right time
reason-already-customer = already a customer
reason-duplicate = duplicate
reason-opted-out = asked not to be contacted
reason-other = other reason

reason-count = { $count } { $reason }

## Where a fact comes from, and how old it is

provenance-crm = CRM
provenance-rep = rep said
provenance-waiting = asked, waiting
provenance-nobody = nobody knows

business-hours =
    { $hours ->
        [one] { $hours } business hour
       *[other] { $hours } business hours
    }

## When something cannot be done

router-unknown = This version of Leadloop does not know that. If it was a button of an older version, please use the newest message, or ask your question again.
people-unknown = Leadloop does not know this person. An administrator can add them.

## What every chat says

chat-label = { $label }:
chat-more = … and { $count } more
chat-choose = Choose…
chat-yes = Yes
chat-earliest = { $day } or later.

# Beside a field of a form
form-choose = Please choose one of the options.
form-day-wrong = This is not a day.
form-empty = Please fill this in.
form-too-long = Please use at most { $longest } characters; there are { $length }.
