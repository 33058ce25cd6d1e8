settings-wrong = 请修正以下设置：{ $faults }
check-all-well = 一切正常。
ask-no-file = 找不到文件 { $file }。
run-no-platform = 尚未配置任何平台。请提供 Slack 机器人令牌（见 docs/slack.md），或先试用 leadloop demo。
run-slack-no-door = Slack 还缺少一项设置：Socket Mode 所需的应用级令牌，或 HTTP 所需的签名密钥。获取方法见 docs/slack.md。

# leadloop check

check-database = 数据库可以使用。
check-no-domains = 目前还没有人可以使用：请在 { $setting } 中填写公司的邮箱域名。
check-no-administrators = 目前还没有人可以管理 Leadloop：请在 { $setting } 中指定管理员。
check-no-platform = 尚未配置任何平台；连接 Slack 的方法见 docs/slack.md。
check-clock = 时钟准确。
check-clock-unknown = Slack 没有返回时间，无法核对时钟。
check-clock-wrong = 时钟相差 { $minutes } 分钟，Slack 的请求会被拒绝。请用 NTP 校准。
check-slack-workspace = Slack 接受机器人令牌，工作区：{ $name }。
check-slack-token = Slack 拒绝了机器人令牌（{ $code }）。请从 Install App 重新复制。
check-slack-away = 无法连接到 Slack（{ $error }）。
check-slack-rights = Leadloop 已具备所需的权限。
check-slack-scopes = 缺少以下权限：{ $scopes }。请为应用添加后重新安装。
check-slack-optional = 没有 { $scopes } 就无法以文件形式发送线索列表，其他功能不受影响。
check-slack-http = Slack 通过 HTTP 调用 Leadloop，签名可以验证。
check-slack-socket = Leadloop 可以建立到 Slack 的连接（Socket Mode）。
check-slack-app-token = Slack 拒绝了应用级令牌（{ $code }）。它以 xapp 开头，并需要 connections:write 权限。
check-slack-no-channel = 尚未指定{ $team }；管理员可以在 Leadloop 的主页中选择。
check-slack-channel = Leadloop 已加入{ $team }。
check-slack-channel-shared = 请注意：{ $team }与其他公司共享，不会向其发送线索数据。请另选频道。
check-slack-channel-closed = Leadloop 无法在{ $team }发言（{ $code }）。请邀请它加入。
check-slack-administrator = Slack 中没有邮箱为 { $email } 的成员。
check-slack-administrator-known = Slack 中有管理员 { $email }。
