# Who is who: whom Leadloop lets in, and which owner in the CRM is which person.

# To somebody who is not let in

people-outsider-bot = Leadloop talks with people, not with other bots.
people-outsider-deactivated = This account is deactivated, so Leadloop shows it no leads.
people-outsider-stranger = Leadloop shows leads only to the people of the company it works for. You are here from another one, so please ask your contact there.
people-outsider-guest = Leadloop shows leads only to full members of this workspace, and you are here as a guest. If you need it, ask whoever looks after the workspace for a full membership.
people-outsider-no-domains = Leadloop lets nobody in yet: the company’s e-mail domains are missing from its settings. Please tell whoever runs it.
people-outsider-no-email = Your profile shows no confirmed e-mail address, so Leadloop cannot tell who you are. Please add your work address to the profile and try again.
people-outsider-foreign-domain = Your e-mail address is not on one of the company’s domains, so Leadloop shows you no leads. Please use your work address, or ask an administrator.
people-outsider-unchecked = Leadloop cannot check who you are right now. Please try again in a minute; nothing was done.

# The administrator’s list of owners

people-only-administrators = Only an administrator can do this.
people-owner-unknown = This owner is not in the CRM any more.
people-matched-already = { $owner } is matched by now.
people-unmatched-title =
    { $count ->
        [one] { $count } owner in the CRM has no match in chat
       *[other] { $count } owners in the CRM have no match in chat
    }
people-unmatched-help = Leadloop matches owners by e-mail address and looks again every day. Until then nobody is asked about their leads.
people-all-matched = Every owner of open leads has a match in chat
people-all-matched-help = Leadloop matches owners by e-mail address. Whoever cannot be matched is listed here.
people-open-leads =
    { $count ->
        [one] { $count } open lead · e-mail in the CRM: { $email }
       *[other] { $count } open leads · e-mail in the CRM: { $email }
    }
people-no-address = none
people-mismatch-no-address = The CRM has no e-mail address for this owner, and nobody in chat has this name.
people-mismatch-no-person = Nobody in chat has this e-mail address or this name.
people-mismatch-other-email = { $person } in chat has this name, with the e-mail address { $email }.
people-mismatch-several = Several people or accounts in chat could be meant.
people-mismatch-no-account = This is { $person } ({ $email }), who has no chat account any more or none yet.
people-is = It is { $person }
people-match = Match with a person
people-match-hint = Match { $owner } with a person
people-gone = No longer with us
people-gone-hint = { $owner } is no longer with us
people-undo = Undo
people-undo-hint = Put { $owner } back on the list
people-page = Page { $page } of { $pages }
people-page-back = ‹ Back
people-page-on = More ›
people-match-title = Who is this owner?
people-fact-owner = Owner in the CRM
people-fact-email = E-mail in the CRM
people-match-whom = Person in chat
people-match-whom-hint = From now on this person is asked about the owner’s leads.
people-look = Match owners
people-matched = { $owner } is now matched with { $person }, who can be asked about their leads.
people-matched-unmet = { $owner } is now matched with { $person }, who can be asked about their leads once Leadloop has found them in chat.
people-left = { $owner } is not listed any more, and their leads count as leads without an owner.
people-restored = { $owner } is back.
people-pick-unknown = Leadloop does not know this person, or may not let them in.
people-known-as = Your name as an owner in the CRM: { $owner }

# On the command line

people-no-domains = Set { $setting } first: without the company’s e-mail domains nobody is let in.
people-no-email = { $email } is no e-mail address.
people-foreign-email = { $email } is not on one of the company’s domains.
people-which-side = Say which side { $email } is on: sales or marketing.
people-no-such-owner = No owner in the CRM is called { $owner }.
people-several-owners = Several owners are called { $owner }. Name one by its number: { $owners }.
people-owner-line = { $id } ({ $owner })
people-role-told = { $person }: { $role }, { $side }.
people-table-people =
    { $count ->
        [0] Leadloop knows nobody yet.
        [one] { $count } person
       *[other] { $count } people
    }
people-table-gone = No longer with us
people-column-number = No.
people-column-name = Name
people-column-email = E-mail
people-column-role = Role
people-column-side = Side
people-column-chat = Chat
people-column-owner = Owner
people-column-leads = Open leads
people-column-why = Why

# The first message

people-welcome-title = Leadloop is here
people-welcome-next = Three steps, and your teams can begin:
people-welcome-channels = Open Leadloop’s home and choose marketing’s and the sales team’s channel.
people-welcome-invite = Invite Leadloop to both channels.
people-welcome-ask = Ask it there: “what happened to anna@example.com?”
people-welcome-quiet = You get this because you set Leadloop up. It writes to nobody else until somebody asks it something.
