# The app package of Teams. Titles of commands are what Teams puts into the message for people.

package-name = Leadloop
package-full-name = Leadloop：销售与市场之间的联络人
package-summary = 询问线索的后续进展，并在聊天中直接查看答复。
package-description = 市场人员在聊天中询问线索的后续进展，即可从 CRM 得到答复。CRM 不知道的内容，每天只用一条消息向负责的销售询问，一点即可作答，提问者的卡片会随之更新。任何数字旁都不会出现销售人员的姓名。Leadloop 由贵公司自行运行：它只读取提到它或发给它的消息，线索数据只提供给公司的正式成员。
package-what-happened = 这些线索后来怎样了？
package-what-happened-hint = 询问这条消息中的线索后来怎样了。
package-ask = 询问
package-ask-hint = 线索的后续进展：粘贴邮箱、姓名加公司或 CRM 链接，也可以写“网络研讨会的线索”
package-home = 主页
package-home-hint = 您待处理的问题，以及 Leadloop 所了解的您的信息
package-settings = 设置
package-settings-hint = 您的语言、工作时间和休假
package-help = 帮助
package-help-hint = 可以询问的内容及示例
package-company = Teams 会在应用中显示公司名称：请填写名称，最多 { $most } 个字符。
package-https = Teams 只接受以 https:// 开头的地址，并且至少需要一个可以获取帮助的网站地址。
package-host = { $host } 不是 CRM 页面的主机名。请修正 { $setting }。
package-no-app = 是哪个应用？请在 { $setting } 中填写应用 ID；注册方法见 docs/teams.md。
package-written = 应用包已写入 { $file }。请在 Teams 管理中心的“管理应用”中上传。
package-not-written = 无法写入 { $file }。
