# What only Slack says.

slack-cancel = 取消
slack-close = 关闭
slack-chart-values = 数量

## 入口处的回答

slack-too-late = 表单还没打开，Slack 就等超时了。请再按一次。
slack-in-direct = 正在查询，结果会发到你和 Leadloop 的私信里。
slack-at-home = 你的主页在 Leadloop 的“主页”标签页里。
slack-open-form = 打开表单
slack-please-correct = 请修改以下内容：
slack-shared-channel = 这个频道与其他公司共享，因此这里不显示线索。请在私信里提问。
slack-incident = 我们这边出了问题，已记录为事件 { $incident }。请再试一次。
slack-unfurl-neutral = CRM 中的一条线索。想知道它后来怎么样了，请私信问 Leadloop。
slack-file-no-access = Leadloop 在这里没有读取文件的权限。请把线索粘贴成文字，或请管理员允许 Leadloop 读取文件。
slack-file-late = Slack 没能及时把文件交给我们。请重新发送，或把线索粘贴成文字。
slack-file-too-large = 文件太大：名单最多 { $limit } MB。请发一份短一些的。

# The manifest

slack-manifest-https = Slack 只会调用以 https:// 开头的地址。
slack-manifest-hosts = Slack 最多只能通知 { $most } 个主机的链接，请在 { $setting } 中减少主机数量。
