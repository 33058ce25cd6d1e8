# The joint meeting of sales and marketing.

agenda-title = { $title }, { $at }
agenda-length = Length
agenda-room = Where
agenda-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
agenda-moved-from = Moved from { $day }.
agenda-moved-from-day-off = Moved from { $day }, a day off, to the next working day.
agenda-clocks-change = Clocks go forward over the usual hour on this day, so the meeting begins { $at }.
agenda-is-over = The meeting is over. Decisions and actions can still be written down until the minutes are posted.
agenda-minutes-are-posted = The minutes were posted { $at }.
agenda-is-cancelled = This meeting does not take place. What was open comes back on the next agenda.
agenda-empty = Nothing waits to be talked about yet. Topics come by themselves, and you can add your own.
agenda-more = and { $count } more

# Minute by minute

agenda-slot = Min. { $first }–{ $last } · { $what }
agenda-opening = Open actions
agenda-closing = What was decided, and who does what until when
agenda-if-time-allows = If time allows, else next time
agenda-spare = { $what } ({ $minutes } min.)
agenda-spare-decided = { $what }: { $words }
agenda-taken-off = Taken off this agenda
agenda-dropped = { $what }: { $words }
agenda-decided = Decided in the meeting: { $words }

agenda-topic-flag = Flag on { $lead }
agenda-topic-finding = Finding on { $about }
agenda-topic-finding-flags = { $count ->
    [one] Finding on { $about } ({ $count } flag)
   *[other] Finding on { $about } ({ $count } flags)
}
agenda-topic-reason = { $what }: { $reason }
agenda-topic-amendment = Definition of a qualified lead: proposed version { $number }
agenda-debt-sales = { $count ->
    [one] Answers from sales: at least { $count } lead is still open
   *[other] Answers from sales: at least { $count } leads are still open
}
agenda-debt-some-sales = Some answers from sales are still open
agenda-debt-marketing = { $count ->
    [one] Decisions from marketing: at least { $count } flag is still open
   *[other] Decisions from marketing: at least { $count } flags are still open
}
agenda-debt-some-marketing = Some decisions from marketing on flags are still open
agenda-elsewhere-flag = A flag is decided on its own card in marketing's channel; what you note here goes into the minutes.
agenda-elsewhere-finding = A finding is decided on its own card in the channels; what you note here goes into the minutes.
agenda-elsewhere-amendment = A version of the definition comes into force when one head of each side has signed it on its own card.
agenda-side-sales = sales
agenda-side-marketing = marketing

# Buttons

agenda-decide = Decided …
agenda-decide-again = Change the decision …
agenda-show-flags = Which flags?
agenda-show-version = Show the proposal
agenda-earlier = ↑ Earlier
agenda-later = ↓ Later
agenda-time = Minutes …
agenda-drop = Take off …
agenda-put-back = Put back: { $what }
agenda-hint = { $action }: { $what }
agenda-add = Add a topic …
agenda-agree = Agree an action …
agenda-post-minutes = Post the minutes
agenda-actions-button = Open actions
agenda-as-calendar = Calendar file
agenda-as-text = Markdown
agenda-save = Save

# Forms

agenda-add-title = Add a topic
agenda-add-label = What is to be talked about?
agenda-add-hint = A campaign, a criterion or a step rather than a person.
agenda-add-submit = Add
agenda-time-title = Time for a topic
agenda-time-label = Minutes
agenda-drop-title = Take off the agenda
agenda-drop-submit = Take off
agenda-why = Why? A few words are enough.
agenda-decide-title = What was decided
agenda-decide-label = Decided in the meeting
agenda-agree-title = Agree an action
agenda-agree-what = What is to be done?
agenda-agree-hint = One thing, so that everybody can tell whether it is done.
agenda-agree-owner = Who does it?
agenda-agree-due = Until when?
agenda-agree-submit = Agree

# Actions

agenda-action-open = { $what } · until { $day } · { $side }
agenda-action-overdue = { $what } · was due { $day } · { $side }
agenda-actions = { $count ->
    [one] { $count } open action
   *[other] { $count } open actions
}
agenda-no-actions = No action is open
agenda-yours = { $count ->
    [one] You agreed to do this
   *[other] You agreed to do these { $count } things
}
agenda-yours-help = You get one reminder, on the working day before it is due. Other people see the side, not your name.
agenda-due-soon = { $count ->
    [one] Due soon: one of your actions
   *[other] Due soon: { $count } of your actions
}
agenda-due-soon-help = This is the only reminder. What is still open comes back on the next agenda, without names.
agenda-done-button = Done
agenda-done = Done, thank you: { $what }
agenda-drop-action = Give up …
agenda-drop-action-title = Give up an action
agenda-drop-action-submit = Give up
agenda-action-closed = This action is closed already.
agenda-action-gone = This action is not there any more.
agenda-only-the-owner = Only whoever agreed to it, or a manager, can say what became of an action.
agenda-owner-unknown = Leadloop does not know this person. Please choose somebody who uses it.
agenda-due-range = Please choose a day from today on, within a year.

# Minutes

agenda-minutes-title = Minutes: { $title }, { $at }
agenda-minutes-decisions = Decided
agenda-minutes-decision = { $what } – { $words }
agenda-minutes-actions = Agreed actions
agenda-minutes-action = { $what }: { $owner }, until { $day }
agenda-minutes-closed = Closed since the last meeting
agenda-minutes-done = ✓ { $what }
agenda-minutes-given-up = { $what }: given up ({ $words })
agenda-minutes-dropped = Taken off the agenda
agenda-minutes-left = Comes back next time
agenda-minutes-nothing = Nothing was written down.
agenda-already-minuted = The minutes are posted, so this agenda is closed. What is still open comes back on the next one.
agenda-not-over = The meeting is not over yet. The minutes can be posted when its time has passed.

# The series

agenda-series-title = Joint meeting
agenda-series-name = Name
agenda-series-rhythm = How often
agenda-rhythm-weekly = every week
agenda-rhythm-fortnightly = every two weeks
agenda-rhythm-monthly = every month, on the same weekday
agenda-rhythm-quarterly = every three months, on the same weekday
agenda-series-first-day = First meeting
agenda-series-first-day-hint = It also says on which weekday you meet: the second Tuesday of a month stays the second Tuesday.
agenda-series-starts = Begins at
agenda-series-zone = Time zone
agenda-series-room-hint = A room or a link.
agenda-series-end = End this series
agenda-series-saved = Noted. The next meeting is { $at }.
agenda-series-ended = The series has ended. Open actions stay with their owners.
agenda-series-changed = Somebody else changed the joint meeting in the meantime. Please close this form and open it again.
agenda-in-the-past = This is in the past. Please choose a later day or time.
agenda-too-far = Please choose a day within a year.
agenda-first-day-off = Nobody works on that weekday. Please choose a working day.
agenda-beyond-the-next = The meeting after this one is { $at }. Please choose an earlier day, or cancel this meeting.
agenda-move-title = Move the meeting
agenda-move-day = New day
agenda-meeting-moved = Noted. The meeting is { $at }.
agenda-moved = Moved: { $title }, now { $at }
agenda-moved-before = It was planned for { $at }.
agenda-cancel-title = Cancel the meeting
agenda-cancel-submit = Cancel the meeting
agenda-cancelled = Cancelled: { $title }, { $at }
agenda-cancelled-why = { $words }
agenda-cancelled-help = What was open comes back on the next agenda.
agenda-calendar-about = The agenda is in Leadloop, in the channels of both teams.

# When something cannot be done

agenda-none = No joint meeting is planned
agenda-none-help = A manager can set up a series; its agenda then writes itself from flags, findings and open actions.
agenda-set-up = Set up a joint meeting …
agenda-gone = This meeting is not there any more.
agenda-item-gone = This topic is not on the agenda any more.
agenda-changed = The agenda has changed in the meantime. Please look at it again.
agenda-decided-meanwhile = In the meantime somebody wrote down: “{ $words }”. Your words are still here: you can add them there.
agenda-meeting-cancelled = This meeting was cancelled. Please use the next agenda.
agenda-none-to-change = No meeting is planned that could still be changed.
agenda-only-managers = Only managers and administrators can set up, move or cancel the joint meeting.
agenda-sent = The agenda is in your direct messages, and goes on changing there.
agenda-stands-above = The agenda stands further up in this conversation; it has just been brought up to date.
agenda-file-sent = The file is on its way to your direct messages.

# On a person's own page

agenda-home-title = Joint meeting
agenda-home-none = No joint meeting is planned.
agenda-home-next = { $count ->
    [0] { $title }: { $at }
    [one] { $title }: { $at }, { $count } topic
   *[other] { $title }: { $at }, { $count } topics
}
agenda-home-show = Show the agenda
agenda-home-move = Move …
agenda-home-cancel = Cancel …
agenda-home-series = Series …
agenda-known-actions = { $count ->
    [one] { $count } open action that you agreed to in a joint meeting
   *[other] { $count } open actions that you agreed to in joint meetings
}
