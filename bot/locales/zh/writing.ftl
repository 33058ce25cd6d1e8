# 写回 CRM：结果、日志，以及为什么没有写入。

writing-off = 这里没有开启写回 CRM，因此没有任何更改。
writing-field-off = 不能从 Leadloop 写入这个字段。管理员可以在 CRM 设置里允许写入。
writing-no-such-value = CRM 的选项里没有“{ $value }”，因此没有写入。请从选项里选一个。
writing-no-lead = Leadloop 里已经没有这条线索。
writing-stale = 内容已经有变化，请看最新的消息。
writing-undo-over = 超过 24 小时的写入不能在这里撤销，请直接在 CRM 里修改。

# Fields and values

writing-field-status = 状态
writing-field-reason = 原因
writing-field-next-step = 下一步
writing-field-next-step-date = 下一步日期
writing-field-situation = 现状
writing-field-needs = 需求
writing-field-objections = 顾虑
writing-field-budget = 预算
writing-field-authority = 谁来决定
writing-field-timeframe = 采购时间
writing-empty = （空）
writing-change = { $field }：{ $old } → { $new }

# In the CRM

writing-note = { $person } 在 Leadloop 里确认：{ $changes }
writing-note-undo = { $person } 在 Leadloop 里撤销：{ $changes }

# Fate

writing-title-waiting = { $lead }：正在写入 CRM
writing-title-written = { $lead }：已写入 CRM
writing-title-conflict = { $lead }：CRM 里已是另一个值
writing-title-rejected = { $lead }：未写入 CRM
writing-title-undone = { $lead }：已在 CRM 里撤销
writing-title-dropped = { $lead }：保留 CRM 的值
writing-title-overtaken = { $lead }：以你更新的回答为准
writing-title-undo-waiting = { $lead }：正在 CRM 里撤销
writing-title-undo-late = { $lead }：未撤销
writing-yours = 你的值
writing-crms = { $system } 里的值
writing-take-mine = 写入我的值
writing-take-crms = 保留 { $system } 的值
writing-conflict-help = 在你看到之后，有人在 CRM 里改了它。没有写入任何内容。
writing-said = { $system } 的回复：{ $words }
writing-impossible = 这条线索或字段已不存在，或不再允许写入。
writing-again = 再试一次
writing-leave = 不写了
writing-undo = 撤销
writing-being-undone = 已经在撤销了。
writing-undo-late = CRM 里已是另一个值，因此没有撤销。
writing-recent-look = 我在 CRM 里的更改
writing-recent = 你最近在 CRM 里的更改
writing-recent-none = 你最近没有在 CRM 里做更改

# Administrators

writing-trouble = Leadloop 无法写入 { $system }
writing-trouble-credentials = { $system } 不再接受 Leadloop 的凭据。请在 Leadloop 的设置里更新；已确认的回答会等待，不会丢失。
writing-trouble-forbidden = { $system } 不允许 Leadloop 写入。请检查权限；已确认的回答会等待，不会丢失。
writing-trouble-odd = Leadloop 看不懂 { $system } 的回复。详情见日志；已确认的回答会等待，不会丢失。
writing-trouble-spent = { $system } 今天不再接受调用：当日额度已用完。已确认的回答会保留等待，不会丢失。
writing-log-look = CRM 的更改
writing-log = 通过 Leadloop 在 CRM 里做的更改
writing-log-empty = 还没有向 CRM 写入过
writing-log-not-yours = 只有管理员能看这个列表。
writing-queue = 正在写入 CRM
writing-unsure = 已发送，但没收到 CRM 的回复
writing-unsure-none = 已发送的内容是否写入，都已清楚
writing-unsure-look = 可能已写入的内容
writing-unsure-help = 再次尝试之前，Leadloop 会先到 CRM 里查看值是否已写入，所以不会重复写入。如果几个小时都是这样，请检查 Leadloop 能否连上 CRM（leadloop check），并到 CRM 里查看该线索。
writing-older = 更早的
writing-moment = { $at }
writing-column-when = 时间
writing-column-who = 确认人
writing-column-lead = 线索
writing-column-field = 字段
writing-column-old = 之前
writing-column-new = 之后
writing-column-fate = 结果
writing-column-words = CRM 的回复或当时的值
writing-fate-waiting = 等待中
writing-fate-written = 已写入
writing-fate-conflict = CRM 里是另一个值
writing-fate-rejected = 被拒绝
writing-fate-undone = 已写入并撤销
writing-fate-dropped = 保留 CRM 的值
writing-fate-overtaken = 以更新的回答为准
writing-fate-undo = 撤销：{ $fate }

check-writing-off = 不会向 CRM 写入任何内容：{ $setting } 已关闭。
check-writing = { $system }：经本人确认后可写入的字段：{ $fields }。
check-writing-nothing = { $system }：写入已开启，但还没有允许写入的字段。请管理员在 Leadloop 主页的“CRM 的字段”里允许。
check-writing-unclear = { $system }：以下回答不会写入，因为 CRM 的列表中没有对应的值，或对应的值不止一个：{ $answers }。
check-writing-waiting = { $system }：等待写入的已确认值：{ $count }；最早的一项{ AGO($age) }确认。
check-writing-parked = { $system }：未写入、等待本人决定的值：{ $count }。
check-writing-unsure = { $system }：已发送但没收到回复的值：{ $count }；最早的一项{ AGO($age) }确认。再次尝试之前，Leadloop 会先查看是否已写入。
check-writing-not-unmapped = { $system }：不会写入，因为在 Leadloop 主页的“CRM 的字段”里没有对应的字段：{ $fields }。
check-writing-not-gone = { $system }：不会写入，因为对应的字段在 CRM 里已不存在，或者对 Leadloop 不可见：{ $fields }。
check-writing-not-read-only = { $system }：不会写入，因为按 CRM 自己的说明，这些字段只读，或者 Leadloop 的用户无权修改：{ $fields }。
check-writing-not-not-allowed = { $system }：不会写入，因为管理员还没有在 Leadloop 主页的“CRM 的字段”里允许：{ $fields }。
check-writing-not-settings = { $system }：不会写入，因为 { $setting } 没有包含这些字段：{ $fields }。
