settings-wrong = Please mend the settings: { $faults }
check-all-well = All is well.
ask-no-file = There is no file { $file }.
ask-nothing-imported = There are no leads here yet: bring them in with leadloop import FILE.
run-salesforce-no-proof = Salesforce needs a proof: its consumer secret, or a user with a private key. docs/crm.md tells how.
run-crm-twice = Two connections bring leads of the same CRM. Give the exported file a name of its own in { $setting }, or leave one of the two out.
run-no-key-file = The key file { $file } cannot be read.
run-dynamics-no-proof = Dynamics needs the tenant, the app and a proof: a secret, a certificate or a managed identity. docs/crm.md tells how.
run-no-platform = No platform is set up yet. Connect Slack (docs/slack.md) or Teams (docs/teams.md), or try “leadloop demo”.
run-slack-no-door = Slack needs one more setting: an app-level token for Socket Mode, or the signing secret for HTTP. docs/slack.md tells where they are.
run-teams-no-tenant = Teams needs one more setting: the id of your Entra tenant. docs/teams.md tells where it is.
run-teams-no-proof = Teams needs one more setting: a client secret, a certificate or a managed identity. docs/teams.md tells how to get one.

# leadloop check

check-database = The database can be used.
check-no-domains = Nobody is let in yet: name the company’s e-mail domains in { $setting }.
check-no-administrators = Nobody may decide about Leadloop yet: name somebody in { $setting }.
check-no-platform = No platform is set up yet; docs/slack.md and docs/teams.md tell how to connect one.
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
check-teams-token = Entra gives the app { $app } its token for Teams.
check-teams-refused = Entra refuses the app ({ $code }). Look at its id, its tenant and its secret or certificate; docs/teams.md tells what the codes mean.
check-teams-away = Microsoft could not be reached ({ $error }).
check-teams-keys = The keys by which Teams’ calls are proven can be fetched.
check-teams-no-keys = The keys by which Teams’ calls are proven could not be fetched, so every call would be refused. Leadloop must be able to reach { $host }.
check-teams-certificate = The certificate is good until { $until }.
check-teams-certificate-soon = The certificate ends on { $until }. Register a new one soon.
check-teams-certificate-over = The certificate ended on { $until }. Register a new one.
check-teams-certificate-odd = The certificate { $file } cannot be read.
check-teams-endpoint = Teams must be able to call { $address }: this is the messaging endpoint.
check-teams-no-endpoint = Teams can only call a public address: name its host in { $setting }.
check-teams-install = Leadloop may install itself for owners whom it has never met.
check-teams-no-install = Leadloop cannot install itself for owners ({ $code }). It needs its two rights in Graph, and its package in the organisation’s catalogue.
check-teams-no-users = Without User.Read.All only owners who are in a team with Leadloop are found.
check-teams-no-channel = No channel was named for { $team }; an administrator can choose it in Leadloop’s home.
check-teams-channel = Leadloop is in { $team }.
check-teams-channel-shared = Not well: somebody outside the company reads { $team }, so it gets no lead data. Choose another one.
check-teams-channel-closed = Leadloop cannot write to { $team } ({ $code }). Add it to the team, and mention it there once.
check-teams-administrator = The administrator { $email } was not met in Teams yet. They add Leadloop for themselves, or to a team they are in.
check-teams-administrator-known = The administrator { $email } is known in Teams.
