# 发到双方频道的周报

digests-title = 周报：{ $week }
digests-week = 第 { $number } 周，{ $first }–{ $last }
digests-week-short = 第 { $number } 周

# 一句话看本周

digests-came-in = 新增线索 { $count } 条
digests-came-usual = { digests-came-in }，和平时一样
digests-came-more = { digests-came-in }，比平时多
digests-came-fewer = { digests-came-in }，比平时少
digests-part-qualified = 其中合格 { $count } 条
digests-part-accepted = 已接受 { $count } 条
digests-part-won = 赢单 { $count } 条
digests-headline = { $start }；{ $parts }。

# 各行

digests-line = { $what }：{ $count }
digests-line-last = { $what }：{ $count }（前一周 { $last }）
digests-line-usual = { $what }：{ $count }（平时 { $low }–{ $high }）
digests-line-both = { $what }：{ $count }（前一周 { $last }，平时 { $low }–{ $high }）
digests-line-reasons = { $line }：{ $reasons }
digests-count-leads-in = 新增线索
digests-count-qualified = 合格
digests-count-accepted = 销售已接受
digests-count-talking = 进入沟通
digests-count-won = 赢单
digests-count-disqualified = 不合格
digests-count-recycled = 稍后跟进
digests-reason = { $reason } { $count } 条
digests-reason-unknown = 未填写原因
digests-reason-others = 其他所有原因
digests-first-touch = 首次联系：移交后 { $hours } 个工作小时（中位数）
digests-first-touch-last = 首次联系：移交后 { $hours } 个工作小时（中位数，前一周 { $last }）
digests-first-touch-within = { $waited }；约 { $percent }% 在约定的 { $agreed } 小时之内
digests-standout-better = 好于其他：{ $campaign }，自 { $since } 起 { $leads } 条中有希望的 { $promising } 条（{ $low }%–{ $high }%，其他为 { $elsewhere }%）
digests-standout-worse = 不如其他：{ $campaign }，自 { $since } 起 { $leads } 条中有希望的 { $promising } 条（{ $low }%–{ $high }%，其他为 { $elsewhere }%）
digests-flags = 标记：{ $parts }
digests-flags-raised = 新增 { $count } 个
digests-flags-accepted = 采纳 { $count } 个
digests-flags-declined = 不采纳 { $count } 个
digests-flags-done = 落实改变 { $count } 项
digests-flags-waiting = 待决定 { $count } 个
digests-questions = 被问到的线索：{ $parts }
digests-questions-asked = 共 { $count } 条
digests-questions-answered = 已答复 { $count } 条
digests-questions-open = 待答复 { $count } 条
digests-completeness = CRM：约 { $percent }% 的未结线索信息完整
digests-completeness-last = CRM：约 { $percent }% 的未结线索信息完整（前一周 { $last }%）
digests-praise = 表扬：{ $parts }
digests-praised = { $reason }（{ $campaign }）
digests-did = 你提出，我们已改：{ $what }
digests-did-on = 你提出，我们已改（{ $subject }）：{ $what }
digests-effect-better = { $did }。有希望的线索变多了：改变前 { $before }，改变后 { $after }
digests-effect-worse = { $did }。有希望的线索变少了：改变前 { $before }，改变后 { $after }
digests-effect-chance = { $did }。有希望的线索：改变前 { $before }，改变后 { $after }；差异可能只是偶然
digests-share = { $percent }%（{ $low }%–{ $high }%）

# 图表

digests-trend-title = 每周新增线索，{ $first }–{ $last }
digests-reasons-title = 不合格的原因（{ $count } 条）：{ $week }

# 数据很少时

digests-empty = 平静的一周：没有任何线索发生变化。
digests-small = 本周涉及的线索不到 { $fewest } 条，因此不列数字，以免透露个别线索的情况。每条线索的进展随时可以询问。
digests-hidden = 不到 { $fewest } 条、会透露个别线索情况的数字已略去。
digests-first-week = 这是开始统计的第一周，还没有可比较的数据。
digests-few-weeks = 有了之前 { $fewest } 周的数据，才会给出平时的范围；目前有 { $weeks } 周。
digests-holidays = 本周工作日较少：{ $days }。
digests-holiday = { $day } 是公共假日（{ $name }）
digests-counted-late = 本周是在结束很久之后才统计的，只有当时才能看到的内容已略去。
digests-so-far = 本周尚未结束，以下为截至 { $at } 的情况。
digests-sent-late = 由于 Leadloop 在平时的时间没有运行，本期周报发送较晚。
digests-missed = 前一周的周报没有发到这里，仍可按周查看。

# 决定

digests-before = 之前的决定
digests-promised = { $what }“{ $words }”。
digests-became-open = { $what }没有人接手。
digests-became-taken = { $what }由{ $side }接手，截止 { $day }。
digests-became-overdue = { $what }由{ $side }接手，仍未完成，原定截止 { $day }。
digests-became-done = { $what }已完成。
digests-became-dropped = { $what }维持现状。
digests-side-sales = 销售
digests-side-marketing = 市场
digests-to-decide = 需要决定
digests-decide-finding = 关于“{ $about }”的多个标记指出了同一个原因：要改什么？
digests-decide-campaign-worse = “{ $about }”带来的有希望线索少于其他：要改什么？
digests-decide-campaign-better = “{ $about }”带来的有希望线索多于其他：要多做一些吗？
digests-decide-amendment = 定义的第 { $about } 版已提出：要签字吗？
digests-decide-debt-sales = 关于线索的答复已过期限：什么时候能答复？
digests-decide-debt-marketing = 对标记的决定已过期限：什么时候能决定？
digests-decide-completeness = 许多未结线索缺少双方需要的字段：先补哪些？
digests-decided-by-sales = 由销售决定。
digests-decided-by-marketing = 由市场决定。
digests-take = 接手…
digests-leave = 维持现状
digests-hint = { $action }：{ $what }
digests-owes-sales = 销售欠市场的
digests-owes-marketing = 市场欠销售的
digests-owes-nothing = 没有过期未办的事项。
digests-debt-answers = 对至少 { $count } 条线索的答复
digests-debt-some-answers = 对部分线索的答复
digests-debt-decisions = 对至少 { $count } 个标记的决定
digests-debt-some-decisions = 对部分标记的决定
digests-debt-signatures = 对至少 { $count } 项提议的签字
digests-debt-some-signatures = 在提议的定义上签字，或表示不同意
digests-debt-actions = 联席会议的至少 { $count } 项待办
digests-debt-some-actions = 联席会议的待办

digests-take-title = 接手
digests-take-what = 要做什么？
digests-take-hint = 写一句话；双方会在下期周报中看到。
digests-take-owner = 由谁来做？
digests-take-due = 截止日期
digests-take-submit = 接手
digests-owner-elsewhere-sales = 这由销售决定，请选择销售的同事。
digests-owner-elsewhere-marketing = 这由市场决定，请选择市场的同事。
digests-not-yours-sales = 这由销售决定。
digests-not-yours-marketing = 这由市场决定。
digests-only-managers-leave = 只有主管可以选择维持现状。你可以接手。
digests-decision-gone = 这一项已不再需要决定。
digests-decided-already = 期间已有人作出决定。

# 哪些线索？

digests-which = 哪些线索？…
digests-as-csv = 导出本周 CSV
digests-as-xlsx = 导出本周 XLSX
digests-which-title = 哪些线索？
digests-which-help = { $week }。列表会通过私信发给你。
digests-which-label = 数字
digests-which-submit = 查看列表
digests-which-reason = { $what }，{ $reason }：{ $count }
digests-leads-of = { $what }，{ $week }
digests-leads-of-reason = { $what }，{ $reason }，{ $week }
digests-leads-sent = 列表已发到你的私信，共 { $count } 条线索。
digests-nothing-to-list = 这一周没有可列出的线索。
digests-no-such-week = 无法识别这一周。可以输入“周报 47”“周报 2026-W47”或“周报 上周”。
digests-week-to-come = 这一周（{ $first }–{ $last }）还没有开始。
digests-sent-to-you = 已发到你的私信。

# 给主管的预览

digests-preview-title = 周报预览：{ $week }
digests-preview-help = 主管会先于双方频道看到。
digests-no-channels = 还没有选择发送周报的频道。管理员可以在机器人的主页上选择。
digests-edition-planned = { $side }频道：计划于 { $at } 发送。
digests-edition-held = { $side }频道：暂缓发送，等待放行。
digests-edition-sent = { $side }频道：已于 { $at } 发送。
digests-edition-skipped = { $side }频道：时间过晚，未发送。
digests-send = 立即发送
digests-hold = 暂缓发送
digests-release = 放行
digests-add-note = 添加备注…
digests-sent = 周报正在发往双方频道，周一不会再发。
digests-held = 周报已暂缓发送，你或其他主管放行后才会发出。
digests-released = 周报已放行，会按时发出；如果时间已过，则立即发出。
digests-has-left = 这期周报已发出，或者已经太旧，不再发送。
digests-week-not-over = 这一周到 { $last } 结束。之后即可立即发送周报。
digests-only-managers = 只有主管和管理员可以这样做。
digests-held-title = 周报暂缓发送中：{ $week }
digests-held-help = 发送时间已过，双方频道都还没有收到。放行后会立即发出。
digests-skipped-sales = 周报没有发到销售频道：{ $week }
digests-skipped-marketing = 周报没有发到市场频道：{ $week }
digests-skipped-help = 发送时间之后 Leadloop 有两天多没有运行，因此不再补发。你仍可查看。
digests-look = 查看
digests-home-waits = 周报准备中：{ $week }。
digests-home-held = 周报暂缓发送中：{ $week }。
digests-home-look = 预览
digests-note-title = 周报备注
digests-note-help = { $week }。双方频道都会看到，以团队而不是个人的名义署名。
digests-note-label = 备注
digests-note-hint = 留空则删除备注。
digests-note-submit = 保存
digests-note-sales = 销售的备注：{ $words }
digests-note-marketing = 市场的备注：{ $words }
