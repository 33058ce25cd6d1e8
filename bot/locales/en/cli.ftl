settings-wrong = Please mend the settings: { $faults }
check-all-well = All is well.
ask-no-file = There is no file { $file }.
run-no-platform = No platform is set up yet. Give a Slack bot token (docs/slack.md tells how), or try “leadloop demo”.
run-slack-no-door = Slack needs one more setting: an app-level token for Socket Mode, or the signing secret for HTTP. docs/slack.md tells where they are.

# leadloop check

check-database = The database can be used.
check-no-domains = Nobody is let in yet: name the company’s e-mail domains in { $setting }.
check-no-administrators = Nobody may decide about Leadloop yet: name somebody in { $setting }.
check-no-platform = No platform is set up yet; docs/slack.md tells how to connect Slack.
check-clock = The clock is right.
check-clock-unknown = Slack did not tell the time, so the clock could not be compared.
check-clock-wrong = { $minutes ->
    [one] The clock is { $minutes } minute off; Slack’s calls would be refused. Let NTP set it.
   *[other] The clock is { $minutes } minutes off; Slack’s calls would be refused. Let NTP set it.
}
check-slack-workspace = Slack takes the bot token, for the workspace { $name }.
check-slack-token = Slack refuses the bot token ({ $code }). Copy it anew from Install App.
check-slack-away = Slack could not be reached ({ $error }).
check-slack-rights = Leadloop has the rights it needs.
check-slack-scopes = These rights are missing: { $scopes }. Add them to the app and install it again.
check-slack-optional = Without { $scopes } lists of leads cannot be sent as a file. Everything else works.
check-slack-http = Slack calls Leadloop over HTTP, and its signature can be proven.
check-slack-socket = Leadloop can open its connection to Slack (Socket Mode).
check-slack-app-token = Slack refuses the app-level token ({ $code }). It begins with xapp and needs connections:write.
check-slack-no-channel = No channel was named for { $team }; an administrator can choose it in Leadloop’s home.
check-slack-channel = Leadloop is in { $team }.
check-slack-channel-shared = Not well: { $team } is shared with another company, so it gets no lead data. Choose another one.
check-slack-channel-closed = Leadloop cannot write to { $team } ({ $code }). Invite it there.
check-slack-administrator = Slack knows no member with the address { $email }.
check-slack-administrator-known = The administrator { $email } is known in Slack.
