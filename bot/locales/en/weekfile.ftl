# The week in a file, and the command that prints its digest.

weekfile-title = The week in figures: { $week }
weekfile-sent = The file comes to you in a direct message.
weekfile-number = { $number }

weekfile-counts = Leads
weekfile-reasons = Reasons
weekfile-campaigns = Campaigns
weekfile-flags = Flags
weekfile-questions = Questions
weekfile-completeness = Completeness
weekfile-owed = Owed

weekfile-column-part = Part
weekfile-column-what = Figure
weekfile-column-about = Of
weekfile-column-since = From
weekfile-column-until = To
weekfile-column-value = Value
weekfile-column-unit = Unit
weekfile-column-last = Week before
weekfile-column-low = Range from
weekfile-column-high = Range to

weekfile-hidden = hidden: small group
weekfile-not-known = not known
weekfile-few-people = not told: fewer than { $people } people or { $leads } leads
weekfile-not-later = not counted: only the days of the week could tell
weekfile-none-stands-out = no campaign stands out
weekfile-each-reason = each reason
weekfile-all-but = all but { $campaign }

weekfile-unit-leads = leads
weekfile-unit-hours = business hours
weekfile-unit-percent = per cent
weekfile-unit-flags = flags
weekfile-unit-words = words

weekfile-touch-median = Time to first touch, median
weekfile-touch-within = First touch within { $agreed } business hours, about
weekfile-touch-leads = First touches, at least
weekfile-campaign-leads = Leads whose outcome is known
weekfile-promising = Promising leads
weekfile-promising-share = Share of promising leads
weekfile-flags-raised = Flags raised
weekfile-flags-praised = Flags of praise
weekfile-flags-accepted = Flags accepted
weekfile-flags-declined = Flags declined
weekfile-flags-done = Flags with the change done
weekfile-flags-waiting = Flags waiting for a decision, at least
weekfile-praise = Praise
weekfile-did = You said, we did
weekfile-before = Share of promising leads before the change
weekfile-after = Share of promising leads after the change
weekfile-asked = Leads asked about
weekfile-answered = Of these answered
weekfile-still-open = Of these still open
weekfile-complete = Open leads with all fields that both teams need, about

weekfile-cannot-write = The file { $file } cannot be written.
