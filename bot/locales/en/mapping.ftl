# The connected CRMs: how far our copy is, and what their words and fields mean.

mapping-title = CRM
mapping-file = Imported files
mapping-in-step = in step, as of { AGO($age) }
mapping-as-of = our copy is as of { AGO($age) }
mapping-first-load = first load under way
mapping-look = Unknown words
mapping-fields-look = Fields
mapping-trouble-title = Leadloop cannot read { $system }
mapping-trouble-busy = { $system } is busy and asked Leadloop to come back later. Nothing is lost.
mapping-trouble-spent = Today’s allowance of { $system } is used up. Leadloop goes on once there is a new one; nothing is lost.
mapping-trouble-credentials = { $system } does not accept Leadloop’s credentials any more. Please renew them in Leadloop’s settings; nothing is lost.
mapping-trouble-forbidden = { $system } does not let Leadloop read something that it needs. Please check its permissions; nothing is lost.
mapping-trouble-unreachable = { $system } cannot be reached. Leadloop keeps trying; nothing is lost.
mapping-trouble-odd = { $system } answered something that Leadloop does not understand. The log says more; nothing is lost.
mapping-trouble-expired = { $system } no longer knows what changed since the last time, so Leadloop reads everything again. Nothing is lost.
mapping-trouble-fault = Leadloop itself stumbled while it read { $system }. It keeps trying, and the log says more; nothing is lost.

# Words

mapping-words =
    { $count ->
        [one] { $count } word of the CRM needs its meaning
       *[other] { $count } words of the CRM need their meaning
    }
mapping-words-help = Until somebody says what a word means, the leads that have it count as unknown. Leadloop guesses nothing.
mapping-no-words = Leadloop knows every word that leads have
mapping-no-words-help = As soon as the CRM uses a new status or reason, it is listed here.
mapping-word-status = Status “{ $word }” · { $system }
mapping-word-reason = Reason “{ $word }” · { $system }
mapping-count =
    { $count ->
        [one] { $count } lead has it
       *[other] { $count } leads have it
    }
mapping-more =
    { $count ->
        [one] { $count } more word comes up next.
       *[other] { $count } more words come up next.
    }
mapping-means = It means: { $meaning }
mapping-choose = Choose…
mapping-choose-hint = Choose what “{ $word }” means
mapping-said =
    { $count ->
        [one] “{ $word }” now means: { $meaning }. { $count } lead changed.
       *[other] “{ $word }” now means: { $meaning }. { $count } leads changed.
    }
mapping-said-already = This has been decided meanwhile. Please open the list again.
mapping-left-out = Nothing; leave it out
mapping-status-new = New
mapping-status-attempting = Trying to reach them
mapping-status-connected = In conversation
mapping-status-nurturing = Later
mapping-status-qualified = Qualified
mapping-status-converted = Converted
mapping-status-disqualified = Disqualified
mapping-status-reason = { $status }: { $reason }
mapping-form-title = What does it mean?
mapping-form-means = “{ $word }” means
mapping-form-reason = With the reason
mapping-form-count =
    { $count ->
        [one] { $count } lead has this word. It changes at once, here and not in the CRM.
       *[other] { $count } leads have this word. They change at once, here and not in the CRM.
    }
mapping-form-save = Save

# Fields

mapping-fields-title = Fields of the CRM
mapping-fields-help = Leadloop can ask about these fields when they are empty or old. It writes to the CRM only what a named person confirmed, and only to fields that allow it here.
mapping-fields-none = No field was chosen yet.
mapping-fields-unknown = Leadloop has not read this CRM’s fields yet. Please try again in a few minutes.
mapping-field-maybe = The field “{ $field }” sounds familiar.
mapping-field-read = { $field } → { $meaning }
mapping-field-written = { $field } → { $meaning } (may be written back)
mapping-field-add = Choose a field
mapping-field-title = A field of the CRM
mapping-field-which = Field in the CRM
mapping-field-means = In Leadloop it is
mapping-field-own = Something else…
mapping-field-name = Its name, if it is something else
mapping-field-name-hint = As the teams call it
mapping-field-writes = May be written back once a person confirmed it
mapping-field-read-only = The CRM does not let anybody write this field.
mapping-field-kept = Kept. Leadloop now reads all leads again to have this field; that takes a while.
mapping-field-status = Status
mapping-field-reason = Reason
mapping-field-next-step = Next step
mapping-field-next-step-date = Date of the next step
mapping-field-situation = Situation
mapping-field-needs = Needs
mapping-field-objections = Objections
mapping-field-budget = Budget
mapping-field-authority = Who decides
mapping-field-timeframe = Timeframe

# `leadloop check`

check-crm-well = { $system } is kept in step, as of { AGO($age) }.
check-crm-first = { $system }: the first load is under way or has not begun.
