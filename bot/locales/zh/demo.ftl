# 浏览器演示自己的文字。“Leadloop”是名称，不翻译。

demo-demo = 演示
demo-channels = 频道
demo-channel = { $language ->
    [pl] 波兰语
    [ru] 俄语
    [zh] 中文
   *[en] 英语
}频道
demo-direct = 私信
demo-home = 主页
demo-home-about = 你在 Leadloop 的主页
demo-at-home = 你的主页是侧边栏里的“{ demo-home }”。
demo-messages = 会话
demo-you = 你是
demo-be = 选择你的身份
demo-menu = 打开菜单
demo-close = 关闭
demo-cancel = 取消
demo-dismiss = 收起
demo-choose = 请选择…
demo-optional = 选填
demo-bot = 机器人
demo-edited = 已更新
demo-updated = 已更新：
demo-new = 新消息
demo-unread = 未读
demo-earlier = 显示更早的消息
demo-only-you = 仅你可见
demo-gallery = 全部卡片和表单

## Who somebody is

demo-role-rep = 销售代表
demo-role-marketer = 市场人员
demo-role-manager = 经理
demo-role-administrator = 管理员

## Writing

demo-write-channel = 在 #{ $channel } 中向 @Leadloop 提问
demo-write-direct = 向 Leadloop 提问，或附上线索名单
demo-send = 发送
demo-attach = 附上线索名单（CSV 或 XLSX）
demo-mention = 提到 Leadloop
demo-sample = 试试示例

## The clock

demo-clock = 演示时间
demo-clock-hour = +1 小时
demo-clock-tomorrow = 明天 9:30
demo-clock-monday = 下周一 9:00
demo-clock-workdays = 3 个工作日后

## What one might try

demo-try-marketer = 粘贴你移交的线索，问问它们的结果。答案马上就到；CRM 里没有的，Leadloop 会替你询问负责人。
demo-try-rep = 现在还没有要做的事。市场部问到你的线索时，你会收到一条私信，每行点一下即可回答。线索有问题？写“反馈”加上它的邮箱即可。
demo-try-manager = 询问某个活动或一份线索名单。你看到的与两个团队看到的相同：同一份事实，延误旁边没有任何人的名字。
demo-try-administrator = 询问任意一份线索名单。没有聊天账号的负责人和未能送达的消息也会在这里告诉你。

## The story, step by step

demo-guide = 八步看懂
demo-guide-end = 故事就是这样。Tom 会在自己的消息里看到决定，Maya 提问三个工作日后会收到总结。接下来：给 Leadloop 发“定义”“议程”或“周报”。销售代表更正的内容可以在侧边栏底部的“{ demo-crm-open }”里看到：在那里手动改点什么，看看会发生什么。
demo-open = 打开
demo-step-ask = 以 { $person } 的身份询问 20 条线索
demo-step-owners = 询问负责人
demo-step-answer = 以销售代表身份回答
demo-step-watch = 看卡片逐渐补全
demo-step-flag = 以 { $person } 的身份反馈一条不合适的线索
demo-step-decide = 以 { $person } 的身份作决定
demo-step-fix = 第二天早上：更正 CRM 字段
demo-step-digest = 到周一：看周报

## 演示用的 CRM

demo-crm-open = 演示用的 CRM
demo-crm-about = 这是虚构的 CRM，只在这台电脑上。Leadloop 读取和写入它，就像对待你自己的 CRM 一样。手动改点什么，看看会发生什么。
demo-crm-chat = 返回聊天
demo-crm-look = 让 Leadloop 现在查看
demo-crm-looks = 它每五分钟查看一次；你拨动时钟时、它自己写入内容后也会查看。
demo-crm-looked = Leadloop 已查看，知道这里的内容。
demo-crm-saved = 已保存。Leadloop 还没有看到：如果销售代表现在填写同一个字段，会看到两个值。
demo-crm-search = 姓名、公司或编号
demo-crm-find = 查找
demo-crm-found = 查找结果
demo-crm-found-none = 没有叫这个名字的线索。
demo-crm-asked = Leadloop 正在向 { $person } 询问这些线索
demo-crm-asked-all = Leadloop 正在向销售代表询问这些线索
demo-crm-asked-none = 暂时没有。过时的字段会在工作日 9:30（按各人当地时间）询问：请在聊天里拨动时钟。
demo-crm-changed = 演示开始后的改动
demo-crm-changed-none = 暂时没有。
demo-crm-owner = 负责人：{ $name }
demo-crm-all = 全部线索
demo-crm-next-day = 下一步日期
demo-crm-save = 保存
demo-crm-history = 改动记录
demo-crm-history-none = 演示开始后没有改动。
demo-crm-by-hand = { $at } · 在这里手动修改
demo-crm-by-leadloop = { $at } · 通过 Leadloop

## When something is wrong

demo-offline = 连接已断开，正在重试…
demo-failed = 没有送达演示服务，请再试一次。
demo-incident = 我们这边出了问题，已记录为事件 { $incident }。请再试一次。
demo-bad-request = 演示服务无法读取这个请求，请刷新页面。
demo-foreign = 这个请求不是来自演示页面，请刷新页面。
demo-no-person = 演示中没有这个人。
demo-no-conversation = 你不在这个会话中。
demo-no-file = 这个文件已不存在。
demo-file-where = 请在与 Leadloop 的私信中发送文件。

## The gallery

demo-gallery-title = Leadloop：全部卡片和表单
demo-gallery-lang = 语言
demo-gallery-theme = 颜色
demo-gallery-width = 宽度
demo-gallery-en = English
demo-gallery-pl = Polski
demo-gallery-ru = Русский
demo-gallery-zh = 中文
demo-gallery-all = 全部
demo-gallery-auto = 跟随系统
demo-gallery-light = 浅色
demo-gallery-dark = 深色
demo-gallery-desk = 桌面
demo-gallery-phone = 手机
demo-sample-question = 这些线索怎么样了？
demo-sample-flag = 反馈 { $lead }
