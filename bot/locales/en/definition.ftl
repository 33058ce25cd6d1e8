# What both teams call a qualified lead: criteria, versions, proposals, signatures.

definition-title-draft = Your proposal: version { $number }
definition-title-proposed = Proposed: version { $number }
definition-title-in-force = What we call a qualified lead: version { $number }
definition-title-replaced = Version { $number }, replaced by a later one
definition-title-withdrawn = Version { $number } was proposed and withdrawn
definition-none = There is no agreed definition of a qualified lead yet
definition-none-help = Anybody of sales or marketing can propose one. It comes into force when one head of each side has signed it.
definition-no-criteria = No criterion yet.

# A criterion

definition-criterion = { $words } ({ $test })
definition-covering = { $criterion }; covers: { $reasons }
definition-only-a-person = only a person can tell
definition-words-drafted = None of these: { $reasons }
definition-test-broken = the field “{ $field }” is not there any more
definition-test-filled = { $field } is filled in
definition-test-empty = { $field } is empty
definition-test-one-of = { $field } is one of: { $values }
definition-test-none-of = { $field } is none of: { $values }
definition-test-contains = { $field } contains: { $values }
definition-test-at-least = { $field } is at least { $values }
definition-test-at-most = { $field } is at most { $values }
definition-test-own-domain = { $field } is not at a free mail service
definition-broken = A test looks at a field that leads do not have any more, so it says nothing. An administrator can bring the field back into the import, or anybody can propose another test.

definition-field-company = company
definition-field-title = job title
definition-field-email = e-mail
definition-field-phone = phone
definition-field-source = source
definition-field-campaign = campaign
definition-field-status = CRM status
definition-field-owner = owner
definition-field-next-step = next step
definition-field-a-person = No field: only a person can tell

# Since when, and who signed

definition-in-force-from = In force since
definition-in-force-until = In force until
definition-moment = { $at }
definition-signed-sales = Signed for sales
definition-signed-marketing = Signed for marketing
definition-signature = { $name }, { $at }
definition-unsigned = not yet

definition-show = Show it
definition-show-number = Version { $number }
definition-show-whole = The whole text
definition-propose = Propose a change
definition-versions = All versions

# Versions

definition-versions-title = { $count ->
    [0] There are no versions yet
    [one] { $count } version of the definition
   *[other] { $count } versions of the definition
}
definition-line-proposed = { $number }: proposed { $at }, criteria: { $count }
definition-line-in-force = { $number }: in force since { $at }, criteria: { $count }
definition-line-replaced = { $number }: in force from { $at }, replaced since, criteria: { $count }
definition-line-withdrawn = { $number }: withdrawn { $at }, criteria: { $count }
definition-page-back = ‹ Newer
definition-page-on = Older ›
definition-no-such-version = This version is not there.

# A lead's fit

definition-fit-title = { $lead }: fit
definition-fit = Criteria: { $parts } (version { $number })
definition-count-met = { $count } met
definition-count-missed = { $count } missed
definition-count-unknown = { $count } unknown
definition-count-broken = { $count } without a field
definition-verdict-met = ✓ { $criterion }
definition-verdict-missed = ✗ { $criterion }
definition-verdict-unknown = ? { $criterion }: not known
definition-verdict-broken = ? { $criterion }: the field is not there any more
definition-fit-help = A lead is judged by the definition of the day on which it was created.
definition-none-that-day = { $lead }: no definition was in force on the day this lead was created.
definition-lead-gone = This lead is not in our copy of the CRM any more.

# A proposal

definition-proposal-title = Proposal for the definition of a qualified lead: version { $number }
definition-proposed-by-sales = Sales proposes this change. It comes into force when one head of each side has signed it.
definition-proposed-by-marketing = Marketing proposes this change. It comes into force when one head of each side has signed it.
definition-proposed-by-leadloop = Leadloop drafted this change from what the flags say. It comes into force when one head of each side has signed it.
definition-why = Why: { $words }
definition-uncovered = On leads that missed no criterion, { $count } of { $rejections } rejections in the 90 days before named “{ $reason }”. No criterion says anything about it.
definition-examples = For example:
definition-silent = “{ $criterion }” has been in force since { $since }. Since then there were { $count } rejections, and none of them named it.
definition-outdated = Based on version { $base }. Version { $now } came into force meanwhile: please look again.
definition-outdated-first = Version { $now } came into force meanwhile: please look again.
definition-added = New
definition-dropped = No longer asked for
definition-changed = Changed
definition-reads-now = { $was } → { $now }
definition-same = The text is the same as that in force.
definition-fares = Of the newest leads of the last 90 days, at least { $leads }, { $then }% would miss at least one criterion; under version { $number } { $now }%.
definition-fares-first = Of the newest leads of the last 90 days, at least { $leads }, { $then }% would miss at least one criterion.
definition-fares-few = Fewer than { $least } leads in the last 90 days: too few to say how they would fare.
definition-sign = Sign
definition-sign-hint = Sign version { $number } for your side
definition-edit = Change it
definition-withdraw = Withdraw …

# In the making

definition-draft-help = Nobody else sees this yet. It begins with the text in force.
definition-edit-help = Both teams see this proposal, and every change at once. It can be changed until the first signature.
definition-draft-outdated = Version { $now } came into force since you began. You can go on, or discard this and begin anew.
definition-add = Add a criterion
definition-change = Change one
definition-drop = Drop one
definition-put = Show it to both teams
definition-discard = Discard
definition-discarded = Your proposal is discarded.
definition-which = Which criterion?
definition-change-title = Change a criterion
definition-change-submit = Change
definition-drop-title = Drop a criterion
definition-drop-submit = Drop
definition-add-title = Add a criterion
definition-words-label = In plain words
definition-words-hint = One thing that a qualified lead must have. For example: decides about purchases
definition-field-label = Which field tells?
definition-field-hint = In the next step you say how the field is tested.
definition-covers-label = Flag reasons that name a miss
definition-covers-hint = Flags with these reasons count as flags on this criterion.
definition-go-on = Go on
definition-test-title = Test a criterion
definition-test-of = { $criterion }: how does { $field } tell?
definition-operator-label = The field …
definition-operator-filled = is filled in
definition-operator-empty = is empty
definition-operator-one-of = is one of
definition-operator-none-of = is none of
definition-operator-contains = contains one of
definition-operator-at-least = is at least (a number)
definition-operator-at-most = is at most (a number)
definition-operator-own-domain = is not at a free mail service
definition-values-label = … of these values
definition-values-hint = The values most used among your newest leads.
definition-typed-label = … or these
definition-typed-hint = One per line. Case and accents make no difference.
definition-save = Save
definition-put-title = Show it to both teams
definition-put-hint = One or two sentences that both teams will read.
definition-put-submit = Show it
definition-put-done = Version { $number } stands in both channels now. One head of each side has to sign it.
definition-withdraw-title = Withdraw a proposal
definition-withdraw-hint = One sentence that both teams will read.
definition-withdraw-submit = Withdraw
definition-withdrawn-done = Version { $number } is withdrawn. It stays in the list of versions.
definition-why-label = Why?
definition-signed-for-sales = Signed for sales. Version { $number } comes into force when marketing has signed too.
definition-signed-for-marketing = Signed for marketing. Version { $number } comes into force when sales has signed too.
definition-agreed = Both sides have signed: version { $number } is in force from now on.

# When something cannot be done

definition-field-holds-words = { $field } holds words, not numbers. Please choose another test.
definition-number-needed = Please give exactly one number.
definition-values-needed = Please give at least one value.
definition-values-too-many = Please give at most { $most } values.
definition-too-many = A definition has at most { $most } criteria, so that everybody can keep it in mind. Please drop or change one.
definition-criterion-gone = This criterion is not in the proposal any more. Please use the newest card.
definition-nothing-left = A definition needs at least one criterion.
definition-nothing-changed = The text is the same as that in force. Please change something first.
definition-put-already = Version { $number } stands in both channels already. It can be withdrawn there.
definition-not-yours = Only who proposed it can change this text. You can sign it, or make a proposal of your own.
definition-not-yours-to-withdraw = Only who proposed it, or a head of sales or marketing, can withdraw it.
definition-frozen = Version { $number } was signed by one side, so its text stands. You can make another proposal.
definition-closed-in-force = Version { $number } is in force already.
definition-closed-replaced = Version { $number } was in force and has been replaced.
definition-closed-withdrawn = Version { $number } was withdrawn.
definition-only-heads = Only a head of sales or marketing can sign. Where a side has none, an administrator of that side can.
definition-signed-already-sales = Sales has signed this already.
definition-signed-already-marketing = Marketing has signed this already.
definition-text-changed = The text has changed since this card was drawn. Please look at it again; nothing was signed.
definition-other-in-force = Version { $number } came into force meanwhile. Please look again at what would change; nothing was signed.

# On a person's own page

definition-home-title = What we call a qualified lead
definition-home-line = { $count ->
    [one] Version { $number } · { $count } criterion · since { $since }
   *[other] Version { $number } · { $count } criteria · since { $since }
}
definition-home-broken = Tests of the definition look at fields that leads do not have any more: { $fields }.
definition-waiting = Waits for your signature: { $proposal }
