# What only Slack says.

slack-cancel = Cancel
slack-close = Close
slack-chart-values = Count

## Answers at the door

slack-too-late = Slack gave up waiting before the form could open. Please press once more.
slack-in-direct = Working on it: the answer is in your direct message with Leadloop.
slack-at-home = Your page is on Leadloop’s Home tab.
slack-open-form = Open the form
slack-please-correct = Please correct this:
slack-shared-channel = This channel is shared with another company, so no leads are shown here. Please ask in a direct message.
slack-incident = Something went wrong on our side, and it was written down as incident { $incident }. Please try again.
slack-unfurl-neutral = A lead in the CRM. To see what became of it, ask Leadloop in a direct message.
slack-file-no-access = Leadloop may not read files here. Please paste the leads as text, or ask an administrator to allow Leadloop to read files.
slack-file-late = Slack did not hand over the file in time. Please send it again, or paste the leads as text.
slack-file-too-large = This file is too large: a list may have { $limit } MB at most. Please send a shorter one.

# The manifest

slack-manifest-https = Slack calls only addresses that begin with https://.
slack-manifest-hosts = Slack tells about links to { $most } hosts at most; please name fewer in { $setting }.
