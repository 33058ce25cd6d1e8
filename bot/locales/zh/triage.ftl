# A flag's way

triage-state-raised = 新反馈
triage-state-acknowledged = 已知悉
triage-state-needs-more = 待销售补充
triage-state-for-meeting = 待联席会议讨论
triage-state-accepted = 已采纳
triage-state-declined = 未采纳
triage-state-done = 已完成
triage-state-reopened = 已重新打开
triage-state-withdrawn = 已撤回

triage-kind-reject = 退回
triage-kind-disqualify = 判定不合格
triage-kind-recycle = 以后再跟进
triage-kind-praise = 点赞

triage-step-raise = 提出反馈
triage-step-acknowledge = 知悉
triage-step-accept = 采纳
triage-step-ask = 请求补充
triage-step-add = 补充说明
triage-step-to-meeting = 列入联席会议议程
triage-step-decline = 不采纳
triage-step-finish = 完成
triage-step-reopen = 重新打开
triage-step-withdraw = 撤回

triage-remedy = 从哪个环节改进？
triage-remedy-targeting = 活动定向
triage-remedy-scoring = 线索评分
triage-remedy-data = 表单与数据补全
triage-remedy-routing = 线索分配
triage-remedy-follow-up = 后续跟进
triage-remedy-product = 产品、价格与定位
triage-remedy-timing = 时机
triage-remedy-protection = 防垃圾提交
triage-remedy-nothing = 无需改进

# The card in marketing’s channel

triage-card-title = { $kind }：{ $lead } – { $reason }
triage-new = { $state } · 请在{ $first }前确认知悉 · 请在{ $day }前决定
triage-unseen = { $state } · 知悉期限：{ $first } · 请在{ $day }前决定
triage-due = { $state } · 请在{ $day }前决定
triage-overdue = { $state } · 决定期限已过：{ $day }
triage-standing-asked = { $state } · 收到答复前暂停计时
triage-since = { $state }：{ $day }
triage-thanked = 已阅，谢谢

triage-fact-campaign = 营销活动
triage-fact-source = 来源
triage-fact-seen = 观察到的情况
triage-fact-would-help = 怎样会更好
triage-fact-trigger = 再跟进的条件
triage-fact-look-again = 再跟进日期
triage-day = { $day }
triage-lead-gone = 这条线索已不在 CRM 中，相关反馈仍保留在这里。

triage-fit = 匹配情况
triage-work = 跟进情况
triage-fit-and-work = 匹配与跟进
triage-fit-caption = 定义第 { $version } 版：{ $count } 项标准中满足 { $met } 项
triage-fit-none = 这条线索产生时还没有生效的定义
triage-fit-met = { $words }
triage-fit-missed = { $words }
triage-fit-unknown = ? { $words }
triage-fit-broken = { $words }（CRM 里已没有这个字段）
triage-worked = { $hours }后首次联系，{ $attempts }
triage-worked-sometime = 已联系，用时不详，{ $attempts }
triage-not-worked = 还没有首次联系，{ $attempts }
triage-attempts =
    { $count ->
        [0] CRM 里没有联系记录
       *[other] 尝试 { $count } 次
    }

triage-promise = 将作的改变：“{ $words }”（{ $remedy }）
triage-promise-by = { $day }前将作的改变：“{ $words }”（{ $remedy }）
triage-promise-kept = 已作的改变：“{ $words }”（{ $remedy }）
triage-said-ask = 市场团队想了解：“{ $words }”
triage-said-add = 销售补充：“{ $words }”
triage-said-decline = 不作改变的原因：“{ $words }”
triage-said-finish = 已做的事：“{ $words }”
triage-said-reopen = 重新打开的原因：“{ $words }”
triage-said-withdraw = 撤回的原因：“{ $words }”

triage-button-acknowledge = 知悉
triage-button-thanks = 谢谢
triage-button-accept = 采纳…
triage-button-ask = 需要补充…
triage-button-to-meeting = 会上讨论
triage-button-decline = 不采纳…
triage-button-finish = 完成…
triage-button-reopen = 重新打开…
triage-button-add = 答复…
triage-button-withdraw = 撤回…
triage-button-history = 历史

# When it cannot be done

triage-changed = 这条反馈刚刚有了变化，当前状态：{ $state }。请使用最新的卡片。
triage-words-kept = { $why }你写的内容还在这里，可以复制。
triage-only-marketing = 反馈由市场团队、主管和管理员决定。你可以查看历史。
triage-only-the-raiser = 只有提出这条反馈的人可以这样操作。
triage-passed-on = 谢谢。市场团队会在反馈卡片上看到。

# The forms

triage-about = { $lead }（{ $reason }）

triage-form-accept = 采纳反馈
triage-words-accept = 将作什么改变？
triage-hint-accept = 销售会看到，一句话就够。
triage-submit-accept = 采纳
triage-due-label = 哪天之前？
triage-due-range = 请选择今天起一年内的日期。

triage-form-ask = 需要补充
triage-words-ask = 想向销售了解什么？
triage-hint-ask = 一个能决定结果的问题。收到答复前暂停计时。
triage-submit-ask = 询问

triage-form-add = 补充说明
triage-words-add = 你的答复
triage-hint-add = 最好是事实：看到了什么，对方说了什么。
triage-submit-add = 答复

triage-form-decline = 不采纳
triage-words-decline = 为什么不作改变？
triage-hint-decline = 销售会看到，也可以说明理由后重新打开。
triage-submit-decline = 不采纳

triage-form-finish = 完成
triage-words-finish = 做了什么？
triage-hint-finish = 销售会看到。四周后会对比数据。
triage-submit-finish = 完成
triage-done-label = 哪一天完成的？
triage-done-range = 请选择今天或过去一年内的日期。

triage-form-reopen = 重新打开
triage-words-reopen = 为什么值得再看一次？
triage-hint-reopen = 有什么新情况，或之前没看到的？
triage-submit-reopen = 重新打开

triage-form-withdraw = 撤回反馈
triage-words-withdraw = 为什么？
triage-hint-withdraw = 可不填。以后还能重新打开。
triage-submit-withdraw = 撤回

# The history

triage-history-title = 历史：{ $lead }
triage-history-line = { $at } · { $who }：{ $step }
triage-history-words = { $at } · { $who }：{ $step } – “{ $words }”
triage-history-earlier = 此前还有 { $count } 步
triage-history-names = 你是管理员，所以能看到姓名。
triage-history-sides = 不显示姓名。
triage-side-sales = 销售
triage-side-marketing = 市场团队
triage-somebody = 某人

# In the envelope of who raised it

triage-envelope-title = 市场团队想了解你的 { $count } 条反馈

# You said, we did

triage-receipt-title = 你说的，我们在做：{ $count } 条反馈有进展
triage-receipt-accept = { $flags }：已采纳。
triage-receipt-to-meeting = { $flags }：将在联席会议上讨论。
triage-receipt-decline = { $flags }：不作改变，原因是“{ $words }”
triage-receipt-finish = { $flags }：已完成。“{ $words }”
triage-receipt-reopen = { $flags }：已重新打开，原因是“{ $words }”
triage-receipt-thanks = { $flags }：市场团队看到了你的点赞，谢谢！
triage-more = 还有 { $count } 条反馈
triage-mine = 我的反馈

# Four weeks later

triage-effects-title = 四周之后：{ $count } 项改变的效果
triage-effects-help = “有希望”指沟通中或更进一步。只计算结果已知的线索。百分比区间表示在这个数量下有多大把握。
triage-effect-flags = { $flags }
triage-effect-share = { $share }，{ $first } – { $last }
triage-effect-nowhere = 这条线索没有营销活动也没有来源，无从统计。
triage-effect-too-few = { $subject }：线索太少，无法判断。{ $first }至{ $last }，改变之前或之后结果已知的线索不足 { $fewest } 条。
triage-effect-chance = { $subject }：有希望的线索，改变前 { $before }；改变后 { $after }。差异可能只是偶然。
triage-effect-better = { $subject }：有希望的线索变多了。改变前 { $before }；改变后 { $after }。
triage-effect-worse = { $subject }：有希望的线索变少了。改变前 { $before }；改变后 { $after }。

# The reminder

triage-reminder-title = 以下反馈等待决定
triage-reminder-line = { $flag }：{ $day }已到期
triage-reminder-help = 可以采纳、请求补充、说明理由后不采纳，或列入联席会议。这些反馈只提醒这一次。
triage-desk = 待决定的反馈
