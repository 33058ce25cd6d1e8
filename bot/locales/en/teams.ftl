# What only Teams says.

## Forms

teams-required = Please fill this in.
teams-no-channels = Leadloop is in no channel of this company yet. Add it to a team, mention it in the channel, and open this form again.

## Answers at the door

teams-open-form = Open the form
teams-done = Done.
teams-done-before = That was done already. The newest message shows how things stand.
teams-in-direct = The answer is in your chat with Leadloop.
teams-please-correct = Please correct this:
teams-form-closed = Leadloop no longer has what this form looked like. Please open it once more.
teams-shared-channel = People from outside the company can read this conversation, so no leads are shown there. Please ask in your chat with Leadloop.
teams-incident = Something went wrong on our side, and it was written down as incident { $incident }. Please try again.
teams-unfurl-neutral = A lead in the CRM. To see what became of it, ask Leadloop in your chat with it.
teams-file-no-access = Leadloop cannot read this file. Please attach it in your chat with Leadloop, or paste the leads as text.
teams-file-late = Teams did not hand over the file in time. Please send it again, or paste the leads as text.
teams-file-too-large = This file is too large: a list may have { $limit } MB at most. Please send a shorter one.
teams-file-gone = This file is no longer kept. Please ask for it once more.
teams-file-declined = All right, the file stays here. Ask again whenever you need it.
teams-help-title = Leadloop tells you what became of your leads
teams-help-paste = Paste leads here and ask: “what happened to these leads?”
teams-help-file = Or attach a list as CSV or XLSX.
teams-help-channel = In a channel, mention Leadloop: the answer comes in the same thread.
teams-help-ask = Ask about leads
teams-help-flag = Flag a lead
teams-help-home = Show my page
teams-help-settings = My settings
