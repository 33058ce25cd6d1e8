# 回答

questions-headline = { $count } 条线索：{ $parts }
questions-understood = 理解为：{ $what }
questions-headline-none = 以上内容都没有匹配到线索
questions-part-detail = { $part }（{ $detail }）
questions-part-waiting = { $count } 条待回复

questions-funnel-title = 线索漏斗：共 { $count } 条
questions-funnel-received = 收到
questions-funnel-touched = 已联系
questions-funnel-in-conversation = 已沟通
questions-funnel-qualified = 已确认合格
questions-funnel-converted = 已转化

questions-column-lead = 线索
questions-column-company = 公司
questions-column-email = 邮箱
questions-column-crm-id = CRM 编号
questions-column-campaign = 营销活动
questions-column-outcome = 结果
questions-column-reason = 原因
questions-column-look-again = 再跟进日期
questions-column-first-touch = 首次联系
questions-column-business-hours = 首次联系前的工作小时数
questions-column-last-touch = 最近联系
questions-column-next-step = 下一步
questions-column-known-from = 信息来源
questions-column-as-of = 截至
questions-table-caption = 第 { $first }–{ $last } 条线索，共 { $count } 条

questions-outcome-reason = { $outcome }：{ $reason }
questions-outcome-until = { $outcome }（{ $day }再看）
questions-known-from = { $source }，{ AGO($age) }
questions-left-the-crm = CRM 里已没有这条线索，{ AGO($age) }发现
questions-not-the-owners = 实际负责人与 CRM 不一致
questions-first-touch = { $at }（{ $hours } 个工作小时后）
questions-moment = { $at }

questions-page-back = ‹ 上一页
questions-page-on = 下一页 ›
questions-no-such-page = 这一页已经不在了。请使用最新回答里的按钮。
questions-sheet = 导出全部（CSV）
questions-sheet-sent = 文件马上会发到你的私信里。

questions-did-you-mean = 你是不是想问……？
questions-may-be = “{ $line }”是 { $lead } 吗？
questions-pick =
    { $count ->
        [1] 选择线索
       *[other] 选择 { $count } 条线索
    }
questions-pick-title = 你指的是哪一位？
questions-pick-nobody = 都不是
questions-pick-submit = 选好了
questions-picked-already = 这些内容已经确认过了。

questions-unknown-lines = 未匹配到线索：{ $count } 条
questions-duplicate-lines = 重复内容：{ $count } 条
questions-more-lines = 还有 { $count } 条
questions-gone = 提问后有 { $count } 条线索已被删除。

questions-gaps = CRM 里没有 { $count } 条线索的结果。
questions-price =
    需要 { $people } 个人给出 { $leads } 条回答。{ $places ->
        [0] 他们今天的提问名额已满。
       *[other] 今天还可以问他们 { $places } 个问题。
    }
questions-price-later =
    { $count ->
        [1] { $count } 条线索会顺延到下一个工作日再问；三个工作日后问题将关闭。
       *[other] { $count } 条线索会顺延到之后的工作日再问；三个工作日后问题将关闭。
    }
questions-ask-owners =
    { $count ->
        [1] 询问负责人
       *[other] 询问 { $count } 位负责人
    }
questions-nobody-to-ask = 有 { $count } 条线索在聊天里找不到人可问。
questions-waiting = 正在等待 { $count } 条线索的回复，收到后这张卡片会自动更新。
questions-closed = 结束时间：{ $at }

questions-only-the-asker = 只有提问人、主管或管理员可以这样操作。你也可以自己问这些线索。
questions-asked-already = 已经问过负责人了。他们回答后，卡片会自动更新。
questions-nobody-left-to-ask = 没有需要再问的了：缺少的结果现在已经知道，或者最近 14 天内已经问过。
questions-gone-question = 这个问题已经不在了，请重新提问。

# 为什么花了这么久？

questions-one-delay = 匹配到 { $count } 条线索。请一次只问一条，比如用它的邮箱地址。
questions-delay-title = { $lead }：{ $delay }后首次联系
questions-delay-unclear = { $lead }：CRM 里只有日期，无法计算小时数
questions-delay-untouched = { $lead }：CRM 里还没有首次联系记录
questions-step-created = 创建
questions-step-assigned = 分配
questions-step-in-hours = 工作时间开始
questions-step-first-touch = 首次联系
questions-step-after = { $at }（+ { $worked }）
questions-delay-cause = 原因：{ $cause }
questions-delay-waiting = 已向负责人询问原因。
questions-delay-nobody = 原因暂不清楚。
questions-delay-ask = 询问原因
questions-delay-causes-help = 负责人会从列表里选一个原因。看的是流程环节，不针对个人。
questions-cause-routed-late = 分配较晚
questions-cause-outside-hours = 非工作时间收到
questions-cause-no-phone = 没有电话号码
questions-cause-capacity = 同时线索较多
questions-cause-other = 其他

# 结果如何

questions-closing-title = 你关于 { $count } 条线索的提问已结束：{ $known } 条结果已知
questions-closing-asked = 提问时间：{ $at }
questions-unreachable-title = { $count } 条线索在聊天里找不到人可问
questions-no-account-line = { $lead }：{ $owner } 在这里没有聊天账号
questions-no-owner-line = { $lead }：CRM 里没有负责人
questions-unreachable-help = 管理员可以把负责人和他们的聊天账号关联起来；没有负责人的线索需要先在 CRM 里指定负责人。
questions-liaison-title = { $count } 条线索没有收到回答
questions-liaison-help = 这里不显示线索属于谁。提问人的卡片上显示“暂无人知晓”。

# 帮助

questions-help-title = 想知道线索后来怎么样了？问我吧
questions-help-text = 粘贴邮箱地址、姓名加公司、CRM 编号或链接，每行一个或用逗号隔开。也可以直接用一句话提问：
questions-help-example-list = 这些线索怎么样了：anna@acme.example, Jan Kowalski (Globex), L-1042
questions-help-example-words = 四月线上研讨会的线索怎么样了？
questions-help-example-delay = 为什么过了六个小时才联系 anna@acme.example？
questions-help-file = 也可以在私信里发给我一个 CSV 或 XLSX 文件。
questions-help-commands = 也可以用这几个词开头：
questions-help-flag = 反馈 anna@acme.example：说说这条线索哪里不好，或哪里好
questions-help-definition = 定义：双方团队约定的合格线索是什么样的
questions-help-agenda = 议程：下次联席会议要谈的内容
questions-help-digest = 周报：上一周的数字，只给你看
questions-help-settings = 设置：你的语言、工作时间和休假

# 给销售的提问

questions-envelope-title = { $count } 条线索进展如何？
questions-row-outcome = { $lead }
questions-row-delay = { $lead }：首次联系前花了较长时间，原因是？
questions-row-background = { $first } · { $next }
questions-row-from = 来源：{ $source }
questions-row-created = 进入 CRM：{ $day }
questions-row-touched = 最近联系：{ $day }
questions-row-asker = 提问人：{ $person }
questions-row-reminder = 唯一一次提醒
questions-row-expired = 回答时间已过，卡片上显示“暂无人知晓”。现在仍然可以回答。
questions-answer-converted = 已转化
questions-answer-qualified = 已确认合格
questions-answer-in-conversation = 沟通中
questions-answer-trying = 联系中，暂无回应
questions-answer-later = 稍后跟进…
questions-answer-disqualified = 不合格…
questions-answer-not-touched = 还没联系
questions-answer-do-not-know = 暂时不清楚
questions-answer-not-mine = 不是我的
questions-said-converted = 已转化
questions-said-qualified = 已确认合格
questions-said-in-conversation = 沟通中
questions-said-trying = 联系中，暂无回应
questions-said-later = 稍后跟进
questions-said-disqualified = 不合格
questions-said-not-touched = 还没联系
questions-said-do-not-know = 暂时不清楚
questions-said-not-mine = 不是我的
questions-said-cause = 原因
questions-you-said = ✓ 你的回答：{ $said }
questions-you-said-detail = ✓ 你的回答：{ $said }（{ $detail }）
questions-hint = { $answer }：{ $lead }
questions-change = 修改
questions-answer-anyway = 回答
questions-back = 返回
questions-which-reason = 主要原因是什么？
questions-which-date = 什么时候再跟进比较合适？
questions-other-reason = 其他原因…
questions-other-date = 其他日期…
questions-until = { $day }

questions-reason-label = 主要原因
questions-day-label = 再跟进日期
questions-note-label = 备注
questions-note-hint = 用自己的话写一点有用的事实。选择“其他原因”时必填。
questions-details-submit = 提交
questions-reason-needed = 请选择主要原因。
questions-day-needed = 请选择从明天起三年以内的日期。
questions-note-needed = 请简单说明一下原因。

questions-own-words = 用自己的话说…
questions-own-words-title = 用自己的话说
questions-own-words-label = 这些线索进展如何？
questions-own-words-hint = 例如：{ $lead }：四月前没有预算
questions-own-words-submit = 下一步
questions-own-words-empty = 请先写几个字。
questions-proposal-title = 这样对吗？
questions-proposal-help = 这是我的理解。你确认之前什么都不会保存，不确定的地方留空。
questions-proposal-words = 你写的是：“{ $words }”
questions-proposal-outcome = { $lead }：结果
questions-proposal-reason = { $lead }：原因
questions-proposal-day = { $lead }：再跟进日期
questions-proposal-submit = 确认
questions-confirmed =
    { $count ->
        [0] 没有选择任何内容，因此没有改动。
       *[other] 谢谢，已收到 { $count } 条回答。
    }

questions-not-yours = 只有被问到的人可以在这里回答。
questions-row-changed = 这一条刚刚有变化，请使用最新的消息。
questions-row-gone = 这个问题已经关闭了。
questions-all-answered = 这条消息里的问题都已经回答了。

# 个人主页

questions-home-more = 私信里还有 { $count } 条线索
questions-home-ask = 询问线索
questions-home-asked = 你的提问
questions-home-asked-none = 你还没有提过问题。
questions-home-line = 提问时间：{ $at }
questions-home-filled = { $count } 条中已知 { $known } 条 · 提问时间：{ $at }
questions-home-unfound = “{ $words }”：没有匹配到线索
questions-home-delay = 为什么花了这么久？{ $lead }
questions-home-leads = { $lead } 等，另有 { $more } 条线索
questions-home-again = 再发给我一次
questions-home-again-hint = { $action }：{ $what }
questions-not-your-question = 这是别人的提问。你也可以自己问这些线索。
questions-sent-again = 回答在你的私信里，并会继续自动更新。
questions-help-button = 可以问什么？
questions-known-asked = 你提出的 { $count } 个问题及其内容
questions-known-asks = 关于你的线索的 { $count } 个问题，以及你的 { $answers } 条回答

# 通过表单提问

questions-ask-title = 询问线索
questions-ask-label = 哪些线索？
questions-ask-hint = 邮箱地址、姓名加公司、CRM 编号或链接，每行一个；也可以用一句话描述，例如：四月线上研讨会的线索。更长的名单请用私信发送文字或文件。
questions-ask-submit = 提问
questions-ask-empty = 请粘贴线索，或用一句话说明是哪些。
questions-ask-taken = 回答马上会发到你的私信里。
