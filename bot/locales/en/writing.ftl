# What is written back to the CRM: its fate, its log, and why something is not written.

writing-off = Writing to the CRM is switched off here, so nothing was changed.
writing-field-off = This field may not be written from Leadloop. An administrator can allow it in the CRM settings.
writing-no-such-value = The CRM’s list does not offer “{ $value }”, so it was not written. Please choose one of its values.
writing-no-lead = Leadloop does not know this lead any more.
writing-stale = This has changed meanwhile. Please look at the newest message.
writing-undo-over = What was written more than 24 hours ago cannot be taken back here. Please change it in the CRM.

# Fields and values

writing-field-status = Status
writing-field-reason = Reason
writing-field-next-step = Next step
writing-field-next-step-date = Date of the next step
writing-field-situation = Situation
writing-field-needs = Needs
writing-field-objections = Objections
writing-field-budget = Budget
writing-field-authority = Who decides
writing-field-timeframe = Purchase timeframe
writing-empty = (empty)
writing-change = { $field }: { $old } → { $new }

# In the CRM

writing-note = { $person } confirmed in Leadloop: { $changes }
writing-note-undo = { $person } took back in Leadloop: { $changes }

# Fate

writing-title-waiting = { $lead }: on its way to the CRM
writing-title-written = { $lead }: written to the CRM
writing-title-conflict = { $lead }: the CRM has another value by now
writing-title-rejected = { $lead }: not written to the CRM
writing-title-undone = { $lead }: taken back in the CRM
writing-title-dropped = { $lead }: the CRM’s value stands
writing-title-overtaken = { $lead }: your newer answer counts
writing-title-undo-waiting = { $lead }: being taken back in the CRM
writing-title-undo-late = { $lead }: not taken back
writing-yours = Yours
writing-crms = In { $system }
writing-take-mine = Write mine
writing-take-crms = Leave { $system } as it is
writing-conflict-help = Somebody changed this in the CRM after you saw it. Nothing was written.
writing-said = { $system } says: { $words }
writing-impossible = The lead or the field is no longer there, or may not be written any more.
writing-again = Try again
writing-leave = Leave it
writing-undo = Undo
writing-being-undone = This is being taken back already.
writing-undo-late = The CRM has another value by now, so nothing was taken back.
writing-recent-look = What I changed in the CRM
writing-recent = What you changed in the CRM lately
writing-recent-none = You changed nothing in the CRM lately

# Administrators

writing-trouble = Leadloop cannot write to { $system }
writing-trouble-credentials = { $system } does not accept Leadloop’s credentials any more. Please renew them in Leadloop’s settings; confirmed answers wait and are not lost.
writing-trouble-forbidden = { $system } does not let Leadloop write. Please check its permissions; confirmed answers wait and are not lost.
writing-trouble-odd = { $system } answered something that Leadloop does not understand. The log says more; confirmed answers wait and are not lost.
writing-trouble-spent = { $system } takes no more calls today: its allowance is used up. Confirmed answers wait and are not lost.
writing-log-look = Changes in the CRM
writing-log = Changes made in the CRM through Leadloop
writing-log-empty = Nothing was written to the CRM yet
writing-log-not-yours = Only administrators see this list.
writing-queue = On the way to the CRM
writing-unsure = Sent, and the CRM’s answer was lost
writing-unsure-none = Of everything that was sent, it is known whether it arrived
writing-unsure-look = What may have arrived
writing-unsure-help = Leadloop looks in the CRM whether the value arrived before it tries again, so nothing is written twice. Does this last for hours? Then see whether Leadloop reaches the CRM (leadloop check), and look at the lead there.
writing-older = Older
writing-moment = { $at }
writing-column-when = When
writing-column-who = Confirmed by
writing-column-lead = Lead
writing-column-field = Field
writing-column-old = Before
writing-column-new = After
writing-column-fate = Outcome
writing-column-words = What the CRM said or had
writing-fate-waiting = waiting
writing-fate-written = written
writing-fate-conflict = CRM has another value
writing-fate-rejected = refused
writing-fate-undone = written and taken back
writing-fate-dropped = CRM’s value stands
writing-fate-overtaken = newer answer counts
writing-fate-undo = undo: { $fate }

check-writing-off = Nothing is written back to the CRM: { $setting } is off.
check-writing = { $system }: these fields may be written once a person has confirmed the value: { $fields }.
check-writing-nothing = { $system }: writing is on, but no field may be written yet. An administrator allows them under “Fields of the CRM” in Leadloop’s home.
check-writing-unclear = { $system }: these answers are not written, since no value of the CRM’s list means them, or several do: { $answers }.
check-writing-waiting = { $system }: confirmed values that wait to be written: { $count }; the oldest was confirmed { AGO($age) }.
check-writing-parked = { $system }: values that were not written and wait for their person’s decision: { $count }.
check-writing-unsure = { $system }: values that were sent and whose answer was lost: { $count }; the oldest was confirmed { AGO($age) }. Leadloop looks whether they arrived before it tries again.
check-writing-not-unmapped = { $system }: not written, since no field of the CRM is mapped to them under “Fields of the CRM” in Leadloop’s home: { $fields }.
check-writing-not-gone = { $system }: not written, since the CRM no longer has the mapped fields or does not show them to Leadloop: { $fields }.
check-writing-not-read-only = { $system }: not written, since by the CRM’s own description the fields are read-only or Leadloop’s user has no right to edit them: { $fields }.
check-writing-not-not-allowed = { $system }: not written, since no administrator has allowed it under “Fields of the CRM” in Leadloop’s home: { $fields }.
check-writing-not-settings = { $system }: not written, since { $setting } leaves them out: { $fields }.
