# 谁是谁：Leadloop 允许谁使用，CRM 里的负责人对应哪一位同事。

# 给没有权限的人

people-outsider-bot = Leadloop 只和人对话，不和其他机器人对话。
people-outsider-deactivated = 这个账号已停用，Leadloop 不会向它显示线索。
people-outsider-stranger = Leadloop 只向本公司同事显示线索。你来自另一家公司，如有需要请联系你的对接人。
people-outsider-guest = Leadloop 只向本工作区的正式成员显示线索，而你目前是访客。如有需要，请联系工作区管理员开通正式成员账号。
people-outsider-no-domains = Leadloop 暂时还不能使用：设置里缺少公司的邮箱域名。请告知负责运行它的同事。
people-outsider-no-email = 你的个人资料里没有经过确认的邮箱地址，Leadloop 无法确认你的身份。请在资料里填写工作邮箱后再试。
people-outsider-foreign-domain = 你的邮箱不属于公司的域名，Leadloop 无法向你显示线索。请使用工作邮箱，或联系管理员。
people-outsider-unchecked = Leadloop 现在无法确认你的身份，请过一分钟再试。刚才的操作没有执行。

# 管理员看到的负责人列表

people-only-administrators = 只有管理员可以这样操作。
people-owner-unknown = CRM 里已经没有这位负责人了。
people-matched-already = { $owner } 已经匹配好了。
people-unmatched-title = CRM 里有 { $count } 位负责人在聊天里找不到对应的人
people-unmatched-help = Leadloop 按邮箱地址匹配负责人，每天会重新查找。匹配之前，不会有人被问到他们的线索。
people-all-matched = 未结线索的负责人都已匹配到聊天里的同事
people-all-matched-help = Leadloop 按邮箱地址匹配负责人，匹配不上的会列在这里。
people-open-leads = { $count } 条未结线索 · CRM 里的邮箱：{ $email }
people-no-address = 无
people-mismatch-no-address = CRM 里没有这位负责人的邮箱，聊天里也没有同名的人。
people-mismatch-no-person = 聊天里没有人使用这个邮箱，也没有同名的人。
people-mismatch-other-email = 聊天里的 { $person } 与之同名，但邮箱是 { $email }。
people-mismatch-several = 聊天里有多个人或多个账号可能对应。
people-mismatch-no-account = 这是 { $person }（{ $email }），但目前没有聊天账号。
people-is = 就是 { $person }
people-match = 匹配同事
people-match-hint = 为 { $owner } 匹配同事
people-gone = 已离职
people-gone-hint = { $owner } 已离职
people-undo = 撤销
people-undo-hint = 把 { $owner } 放回列表
people-page = 第 { $page } 页，共 { $pages } 页
people-page-back = ‹ 上一页
people-page-on = 下一页 ›
people-match-title = 这位负责人是谁？
people-fact-owner = CRM 里的负责人
people-fact-email = CRM 里的邮箱
people-match-whom = 聊天里的同事
people-match-whom-hint = 之后会向这位同事询问该负责人的线索。
people-look = 匹配负责人
people-matched = { $owner } 现在对应 { $person }，可以询问相关线索了。
people-matched-unmet = { $owner } 现在对应 { $person }。等 Leadloop 在聊天里找到此人的账号后，就可以询问相关线索了。
people-left = { $owner } 不再列出，名下线索按没有负责人处理。
people-restored = { $owner } 已恢复。
people-pick-unknown = Leadloop 不认识这个人，或者不能让其使用。
people-known-as = 你在 CRM 里作为负责人的名字：{ $owner }

# 命令行

people-no-domains = 请先设置 { $setting }：没有公司的邮箱域名，谁都无法使用。
people-no-email = { $email } 不是邮箱地址。
people-foreign-email = { $email } 不属于公司的域名。
people-which-side = 请说明 { $email } 属于哪一方：sales 还是 marketing。
people-no-such-owner = CRM 里没有叫 { $owner } 的负责人。
people-several-owners = 有多位负责人叫 { $owner }，请用编号指定其中一位：{ $owners }。
people-owner-line = { $id }（{ $owner }）
people-role-told = { $person }：{ $role }，{ $side }。
people-table-people =
    { $count ->
        [0] Leadloop 还不认识任何人。
       *[other] { $count } 人
    }
people-table-gone = 已离职
people-column-number = 编号
people-column-name = 姓名
people-column-email = 邮箱
people-column-role = 角色
people-column-side = 所属方
people-column-chat = 聊天
people-column-owner = 负责人
people-column-leads = 未结线索
people-column-why = 原因

# The first message

people-welcome-title = Leadloop 已就位
people-welcome-next = 只需三步，团队即可开始使用：
people-welcome-channels = 打开 Leadloop 的主页，选择市场和销售的频道。
people-welcome-invite = 邀请 Leadloop 加入这两个频道。
people-welcome-ask = 在频道里提问：“anna@example.com 后来怎么样了？”
people-welcome-quiet = 你收到这条消息，是因为你配置了 Leadloop。在有人提问之前，它不会打扰其他任何人。
