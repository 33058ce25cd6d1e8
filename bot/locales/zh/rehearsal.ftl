# 演练：陈旧字段的规则在过去几天会问什么。

rehearsal-title = 演练
rehearsal-about = 看看这些规则在最近的工作日会问什么，也可以试试别的设置。不会问任何人，也不会保存任何内容。
rehearsal-show = 演练 30 天
rehearsal-other = 试试别的设置
rehearsal-only = 只有管理员和主管可以演练规则。
rehearsal-waiting = 正在演练最近 { $days } 个工作日…
rehearsal-waiting-help = 结果稍后会显示在这条消息里；线索很多时最多需要一分钟。
rehearsal-failed = 演练没有成功
rehearsal-failed-help = 没有任何改动。请再试一次；如果再次发生，原因会写在日志里。
rehearsal-begun = 正在演练…结果会通过私信发给你。
rehearsal-one-at-a-time = 你上一次的演练还在进行，请等它完成。
rehearsal-headline = { $first } 至 { $last } 的演练
rehearsal-total = { $envelopes }，共 { $rows }。
rehearsal-rows = { $count } 行
rehearsal-envelopes = { $count } 条消息
rehearsal-nothing = { $days } 个工作日里不会问任何人。
rehearsal-history = 我们的历史记录从 { $day } 开始。更早的日子只计算 CRM 今天仍有的内容，实际可能更多。
rehearsal-no-history = 还没有历史记录：只计算 CRM 今天的内容，实际可能更多。
rehearsal-no-rules = 没有规则会询问，或者没有 CRM 有这些字段。
rehearsal-too-few = 销售至少有 { $fewest } 人时才显示分布。人数更少时，分布会透露每个人的情况。
rehearsal-help = 演练中没有人回答，所以同一条线索 14 天后会再出现。同事的问题不计在内，它们优先占位。线索按今天的负责人计算。
rehearsal-by-rule = 按规则统计的行数
rehearsal-by-load = 按每周行数统计的销售人数
rehearsal-by-person = 按人统计：仅管理员可见
rehearsal-more = 另有 { $count } 人在文件中。
rehearsal-figure = { $count }
rehearsal-load-from = { $least } 及以上
rehearsal-column-rule = 规则
rehearsal-column-rows = 行数
rehearsal-column-weekly = 每周行数
rehearsal-column-reps = 销售人数
rehearsal-column-person = 人员
rehearsal-column-envelopes = 消息
rehearsal-column-day = 日期
rehearsal-column-lead = 线索
rehearsal-column-crm = CRM
rehearsal-column-id = CRM 编号
rehearsal-sheet = 以 CSV 发送
rehearsal-sent = 文件会通过私信发给你。

# The form

rehearsal-form = 试试别的设置
rehearsal-form-about = 规则本身不会改变。
rehearsal-form-days = 回看多少个工作日
rehearsal-form-hint = 规则在多少个工作日后询问。留空表示不询问。
rehearsal-form-submit = 演练
rehearsal-wrong-days = 可以填 1 到 { $most } 个工作日。

# On the command line

rehearsal-written = 已将 { $count } 行写入 { $file }。
