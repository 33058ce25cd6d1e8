# Flagging a lead

flags-button = Flag a lead
flags-button-hint = Flag this lead: { $lead }
flags-title = Flag a lead
flags-which = Which lead?
flags-which-hint = E-mail address, name with company, CRM id or link.
flags-which-empty = Please say which lead you mean.
flags-none-found = None of these words match a lead. Please give an e-mail address, a name with company, a CRM id or a link.
flags-left-out =
    { $count ->
        [one] { $count } more lead does not fit in here.
       *[other] { $count } more leads do not fit in here.
    }
flags-kind = What would you like to say?
flags-kind-reject = Reject: it should not have come to us (before contact)
flags-kind-disqualify = Disqualify: nothing will come of it (after contact)
flags-kind-recycle = Look again later, on a day or when something happens
flags-kind-praise = Praise: this is the kind of lead we need
flags-form-reject = Why reject it?
flags-form-disqualify = Why disqualify it?
flags-form-recycle = Look again later
flags-form-praise = Praise a lead
flags-go-on = Go on
flags-submit = Send to marketing
flags-save = Save
flags-offer =
    { $count ->
        [one] Flag this lead?
       *[other] { $count } leads found. Which one would you like to flag?
    }
flags-offer-none = Which lead would you like to flag?

flags-about = { $lead }, from { $source }
flags-about-reason = { $lead }: { $reason }
flags-fit = Fit: { $met } of { $count } criteria met
flags-fit-missed = Fit: { $met } of { $count } criteria met; missed: { $missed }
flags-work =
    Work: first touch after { $hours ->
        [one] { $hours } business hour
       *[other] { $hours } business hours
    }, { $attempts ->
        [0] no attempts recorded in the CRM
        [one] { $attempts } attempt
       *[other] { $attempts } attempts
    }
flags-work-unclear =
    Work: touched, hours not known, { $attempts ->
        [0] no attempts recorded in the CRM
        [one] { $attempts } attempt
       *[other] { $attempts } attempts
    }
flags-work-untouched = Work: no touch yet
flags-with-colleague = The CRM gives this lead to a colleague. You can flag it all the same; if it came to you by mistake, the reason “wrong owner” says exactly that.
flags-standing = Already flagged and not decided yet: { $reasons }. A second voice is welcome, above all with another reason.

flags-reason = Reason
flags-another-reason = Another reason …
flags-seen-reject = What did you see?
flags-seen-disqualify = What did you see or hear?
flags-seen-recycle = How do things stand?
flags-seen-praise = What worked?
flags-seen-hint = One fact is enough: “The e-mail address is a school's.” Marketing reads it without your name.
flags-would-help = What would help next time?
flags-day = Look again on
flags-trigger = Or look again when
flags-trigger-hint = What has to happen first: “when their new office opens”
flags-day-or-trigger = Please give a day, or what has to happen first.
flags-day-range = Please choose a day from tomorrow on, within two years.
flags-note-needed = Please say in a few words what the reason is.

flags-gentle-title = Put it like this?
flags-gentle-why = Facts are heard better. What I noticed: { $what }. Below is a calmer wording; change it as you like, or write your own words again. Nothing of this is kept, and what you send is sent as it is.
flags-gentle-own = You wrote: “{ $words }”
flags-gentle-blame = a finger pointed at a team
flags-gentle-absolute = a verdict on everything, like “always” or “never”
flags-gentle-insult = a strong word

flags-raised = Thank you, marketing has it
flags-raised-next = Marketing decides by { $day }. You will hear what was decided and what it changed; until then it is under “My flags”.
flags-praised = Thank you, marketing will be glad to hear it
flags-praised-next = Praise needs no decision. It shows marketing what to do more of.
flags-said-already = You have flagged this lead for this reason already; it is with marketing (state: { $state }). Another reason can be flagged, too.
flags-lead-gone = This lead is no longer in the CRM: it was deleted, or merged with another one.
flags-gone = This flag is not there any more.
flags-overtaken = Somebody was faster: this flag has changed in the meantime.

## One's own flags, and marketing's

flags-mine = My flags
flags-mine-none = You have not flagged any lead yet. Say what is wrong with a lead, or right, and hear what came of it.
flags-mine-all = All my flags
flags-state-raised = { $state } · raised { $day }
flags-state-change = { $state } · what changes: { $what }
flags-desk-title = Flags from sales
flags-desk =
    { $count ->
        [0] No flag waits for a decision
        [one] { $count } flag waits for a decision
       *[other] { $count } flags wait for a decision
    }
flags-desk-none = No flag waits for a decision.
flags-desk-show = Show them
flags-desk-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
flags-due = { $state } · decision due by { $day }
flags-again = Open here
flags-again-hint = Open the flag: { $lead }
flags-sent-again = The card is in your direct messages.
flags-only-marketing = Only marketing, a manager or an administrator can see this list.
flags-known = Your flags with their words and what became of them, the newest of { $day }; channels never show that they are yours

## The company's reasons

flags-reasons = Reasons for flags
flags-reasons-button = Change reasons
flags-reasons-count =
    { $count ->
        [one] { $count } reason can be picked
       *[other] { $count } reasons can be picked
    }; { $hidden ->
        [0] none is hidden.
        [one] { $hidden } is hidden.
       *[other] { $hidden } are hidden.
    }
flags-reasons-mapped =
    { $count ->
        [0] None is mapped to a value of the CRM yet, so none is written there.
        [one] { $count } is mapped to a value of the CRM; the others are not written there.
       *[other] { $count } are mapped to a value of the CRM; the others are not written there.
    }
flags-reason-of-kind = { $kind }: { $reason }
flags-reason-add = { $kind }: add a reason
flags-label = Your words for it
flags-label-hint = Left empty, it is called: { $reason }
flags-label-new = Short, and about the lead, not about people.
flags-label-taken = Another reason of this kind is called the same.
flags-first = On the first screen
flags-first-full =
    { $most ->
        [one] The first screen has room for { $most } reason. Please take one off it first.
       *[other] The first screen has room for { $most } reasons. Please take one off it first.
    }
flags-hidden = Hidden
flags-crm-value = Value in the CRM
flags-crm-value-hint = Exactly as the CRM spells it. Left empty, nothing is written.
flags-reasons-saved = The reason is saved.
flags-reasons-full = There are { $most } reasons of your own already. Please rename one of them.
flags-reason-gone = This reason is not there any more. Please open the list again.
flags-only-administrators = Only an administrator can do this.

## Reject

flags-reason-outside-target = outside our target
flags-reason-not-the-role = not the role we look for
flags-reason-low-intent = too little interest shown
flags-reason-bad-contact-data = wrong or missing contact data
flags-reason-duplicate = duplicate
flags-reason-wrong-owner = wrong owner or territory
flags-reason-existing-customer = already a customer
flags-reason-already-worked = already being worked
flags-reason-client-conflict = conflict with a client
flags-reason-unidentified = cannot tell who this is
flags-reason-not-a-lead = not a lead at all
flags-reason-support-request = asks for support
flags-reason-customer-success = a matter for customer success
flags-reason-partner = a partner
flags-reason-job-seeker = looks for a job
flags-reason-student = a student
flags-reason-employee = one of our own people
flags-reason-community = community or open-source programme
flags-reason-export-blocked = we may not sell there
flags-reason-consultant = a consultant or competitor looking around
flags-reason-vendor = wants to sell to us
flags-reason-spam = spam
flags-reason-test-record = a test record
flags-reason-reject-other = something else

## Disqualify

flags-reason-no-need = no need
flags-reason-no-budget = no budget or too expensive
flags-reason-no-authority = not the decision-maker
flags-reason-no-interest = no interest
flags-reason-competitor = chose a competitor
flags-reason-product-gap = product lacks something
flags-reason-stays-with-current = stays with what they have
flags-reason-bad-fit = does not fit us
flags-reason-personal-use = for personal use
flags-reason-left-company = left the company
flags-reason-opted-out = asked not to be contacted
flags-reason-disqualify-other = something else

## Look again later

flags-reason-not-ready = not ready to buy
flags-reason-evaluating = still evaluating
flags-reason-in-contract = bound by a contract
flags-reason-budget-later = budget comes later
flags-reason-no-response = no response so far
flags-reason-interest-later = no interest at present
flags-reason-product-later = waits for a feature
flags-reason-not-worked = not worked yet
flags-reason-recycle-other = something else

## Praise

flags-reason-right-role = the right role
flags-reason-real-need = a real need
flags-reason-knew-us = knew us already
flags-reason-good-timing = the right moment
flags-reason-good-data = complete, correct data
flags-reason-asked-for-call = asked for a call
flags-reason-praise-other = something else
