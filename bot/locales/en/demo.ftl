# The browser demo's own words. "Leadloop" is a name and stays as it is.

demo-demo = demo
demo-channels = Channels
demo-channel = A channel that speaks { $language ->
    [pl] Polish
    [ru] Russian
    [zh] Chinese
   *[en] English
}
demo-direct = Direct messages
demo-home = Home
demo-home-about = Your page with Leadloop
demo-at-home = Your page is “{ demo-home }” in the side bar.
demo-messages = Conversations
demo-you = You are
demo-be = Choose who you are
demo-menu = Open the menu
demo-close = Close
demo-cancel = Cancel
demo-dismiss = Dismiss
demo-choose = Choose…
demo-optional = optional
demo-bot = bot
demo-edited = updated
demo-updated = Updated:
demo-new = New
demo-unread = unread
demo-earlier = Show earlier messages
demo-only-you = Only you can see this
demo-gallery = All cards and forms

## Who somebody is

demo-role-rep = Sales rep
demo-role-marketer = Marketer
demo-role-manager = Manager
demo-role-administrator = Administrator

## Writing

demo-write-channel = Ask @Leadloop in #{ $channel }
demo-write-direct = Ask Leadloop, or attach a list of leads
demo-send = Send
demo-attach = Attach a list of leads (CSV or XLSX)
demo-mention = Mention Leadloop
demo-sample = Try a sample

## The clock

demo-clock = The demo’s time
demo-clock-hour = +1 hour
demo-clock-tomorrow = Tomorrow 9:30
demo-clock-monday = Next Monday 9:00
demo-clock-workdays = In 3 working days

## What one might try

demo-try-marketer = Paste the leads you handed over and ask what became of them. The answer comes at once; what the CRM does not know, Leadloop asks the owners for you.
demo-try-rep = Nothing to do here yet. When marketing asks about your leads, one direct message arrives, and each row is answered with one tap. Or say what was wrong with a lead: write “flag” and its address.
demo-try-manager = Ask about a campaign or a list of leads. What you see, both teams see: one truth, without anybody’s name beside a delay.
demo-try-administrator = Ask about any list of leads. Owners without a chat account and messages that could not be delivered are reported to you here.

## The story, step by step

demo-guide = The story in eight steps
demo-guide-end = That was the story. Tom reads in his messages what was decided, and Maya gets the closing summary three working days after she asked. Next: write “definition”, “agenda” or “digest” to Leadloop. What reps fixed stands in “{ demo-crm-open }”, at the foot of the side bar: change something there by hand, and see what becomes of it.
demo-open = Open
demo-step-ask = As { $person }, ask about 20 leads
demo-step-owners = Ask the owners
demo-step-answer = Answer as a rep
demo-step-watch = Watch the card fill
demo-step-flag = As { $person }, flag a poor lead
demo-step-decide = As { $person }, decide
demo-step-fix = Next morning: fix a CRM field
demo-step-digest = On Monday: the digest

## The demo's CRM

demo-crm-open = The demo’s CRM
demo-crm-about = Invented, and on this machine only. Leadloop reads it and writes to it as it would with yours. Change something by hand and see what becomes of it.
demo-crm-chat = Back to the chat
demo-crm-look = Let Leadloop look now
demo-crm-looks = It looks every five minutes, whenever you move the clock, and after writing something itself.
demo-crm-looked = Leadloop has looked and knows what stands here.
demo-crm-saved = Saved. Leadloop has not seen it yet: a rep who fills in the same field now is shown both values.
demo-crm-search = Name, company or id
demo-crm-find = Find
demo-crm-found = Found
demo-crm-found-none = No lead is called like this.
demo-crm-asked = Leadloop asks { $person } about these now
demo-crm-asked-all = Leadloop asks reps about these now
demo-crm-asked-none = About none. Stale fields are asked about at 9:30 on a working day, by each rep’s own clock: move the clock in the chat.
demo-crm-changed = Changed since the demo began
demo-crm-changed-none = Nothing yet.
demo-crm-owner = Owner: { $name }
demo-crm-all = All leads
demo-crm-next-day = Date of the next step
demo-crm-save = Save
demo-crm-history = What was changed
demo-crm-history-none = Nothing since the demo began.
demo-crm-by-hand = { $at } · by hand, here
demo-crm-by-leadloop = { $at } · through Leadloop

## When something is wrong

demo-offline = The connection is lost. Trying again…
demo-failed = This did not reach the demo. Please try again.
demo-incident = Something went wrong on our side, and it was written down as incident { $incident }. Please try again.
demo-bad-request = The demo could not read this request. Please reload the page.
demo-foreign = This request did not come from the demo’s own page. Please reload it.
demo-no-person = Nobody of this name is in the demo.
demo-no-conversation = You take no part in this conversation.
demo-no-file = This file is not here any more.
demo-file-where = Please send files in the direct message with Leadloop.

## The gallery

demo-gallery-title = Leadloop: all cards and forms
demo-gallery-lang = Language
demo-gallery-theme = Colours
demo-gallery-width = Width
demo-gallery-en = English
demo-gallery-pl = Polski
demo-gallery-ru = Русский
demo-gallery-zh = 中文
demo-gallery-all = All
demo-gallery-auto = As your system
demo-gallery-light = Light
demo-gallery-dark = Dark
demo-gallery-desk = Desk
demo-gallery-phone = Phone
demo-sample-question = what happened to these leads?
demo-sample-flag = flag { $lead }
