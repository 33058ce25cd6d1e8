# 有人问的是哪些线索。

leads-none-named = 你问的是哪些线索？请粘贴邮箱地址、CRM 编号或链接，或者姓名加公司；也可以直接描述，例如“四月网络研讨会的线索”。
leads-too-long = 这段文字超过 { $most } 千个字符。请分几次发送，或发送 CSV 文件。
leads-too-many-lines = 共有 { $count } 行，而一次最多可以问 { $most } 行。请分几次询问。
leads-too-many = 符合条件的线索有 { $count } 条：{ $what }。一次最多可以问 { $most } 条：请再给出更短的时间段、状态或活动。
leads-none-match = 没有符合条件的线索：{ $what }。
leads-words-unknown = 没有名为“{ $words }”的活动、来源或状态。例如可以说：{ $examples }。
leads-words-unknown-empty = 没有名为“{ $words }”的活动、来源或状态：这里还没有任何活动或来源。请改为粘贴邮箱地址、CRM 编号或姓名。

# 从文字中理解到的内容，用于标题

leads-described = { $so_far } · { $part }
leads-of-campaigns = { $count ->
   *[other] 活动 { $names }
}
leads-of-campaigns-more = 活动 { $names } 及另外 { $more } 个
leads-of-sources = { $count ->
   *[other] 来源 { $names }
}
leads-of-sources-more = 来源 { $names } 及另外 { $more } 个
leads-with-status-new = 尚未联系
leads-with-status-attempting = 正在尝试联系
leads-with-status-connected = 沟通中
leads-with-status-nurturing = 培育中
leads-with-status-qualified = 合格
leads-with-status-converted = 已转化
leads-with-status-disqualified = 不合格
leads-on-day = 创建于 { $day }
leads-between-days = 创建于 { $first } 至 { $last }
leads-since-day = 自 { $first } 起创建
leads-until-day = 截至 { $last } 创建
