# What only Teams says.

## Forms

teams-required = 请填写此项。
teams-no-channels = Leadloop 还不在任何频道里。请先把它添加到团队，在频道里提及它，然后重新打开此表单。

## 入口处的回答

teams-open-form = 打开表单
teams-done = 已完成。
teams-done-before = 此操作已经完成。目前的状态请看最新的消息。
teams-in-direct = 结果已发到你和 Leadloop 的聊天里。
teams-please-correct = 请修改以下内容：
teams-form-closed = Leadloop 已经不记得这张表单了，请重新打开。
teams-shared-channel = 公司以外的人也能看到这个会话，因此这里不显示线索。请在你和 Leadloop 的聊天里提问。
teams-incident = 我们这边出了问题，已记录为事件 { $incident }。请再试一次。
teams-unfurl-neutral = CRM 中的一条线索。想知道它后来怎么样了，请在聊天里问 Leadloop。
teams-file-no-access = Leadloop 读不了这个文件。请在你和 Leadloop 的聊天里附上它，或把线索粘贴成文字。
teams-file-late = Teams 没能及时把文件交给我们。请重新发送，或把线索粘贴成文字。
teams-file-too-large = 文件太大：名单最多 { $limit } MB。请发一份短一些的。
teams-file-gone = 这个文件已不再保留，请重新索取。
teams-file-declined = 好的，文件先留在我们这里，需要时再来要。
teams-help-title = Leadloop 告诉你线索后来怎么样了
teams-help-paste = 把线索粘贴到这里，然后问：“这些线索后来怎么样了？”
teams-help-file = 也可以附上 CSV 或 XLSX 名单。
teams-help-channel = 在频道里提及 Leadloop，回答会出现在同一条讨论里。
teams-help-ask = 询问线索
teams-help-flag = 反馈线索
teams-help-home = 显示我的主页
teams-help-settings = 我的设置
