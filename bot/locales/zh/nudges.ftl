# 销售看到的陈旧字段，以及可以怎样回答。

nudges-title = 有 { $count } 个字段需要看一下
nudges-row = { $lead }：{ $field }

# 为什么问到这个字段
nudges-missing = 还没有填写 · { $status }
nudges-missing-since = 还没有填写 · { $status }，自 { $since }
nudges-silent = 自 { $since } 起没有联系记录 · { $status }
nudges-silent-never = 还没有联系记录 · { $status }
nudges-unchanged = “{ $value }”已至少 { $days } 个工作日没有变化
nudges-unchanged-since = 自 { $since } 起一直是“{ $value }”

# 可以做什么
nudges-value = { $value }
nudges-day = { $day }
nudges-hint = { $answer }：{ $about }
nudges-fill = 填写…
nudges-other = 其他…
nudges-right = 仍然正确
nudges-nothing = 暂时没有可填的
nudges-snooze = 稍后…
nudges-not-mine = 不是我的
nudges-more = 更多…
nudges-snooze-until = 什么时候再问？
nudges-tomorrow = 下一个工作日
nudges-next-week = 下周
nudges-other-day = 其他日期…
nudges-back = 返回
nudges-rule-wrong = 这条规则不适用
nudges-why = 为什么问我？
nudges-again = 修改
nudges-in-crm = 请在 { $system } 中修改线索 { $id }，修改后此行会自动消失。
nudges-help = 每条只需点一下。你填写的内容会写入 CRM，并在备注中注明你的姓名；其他回答不会改动 CRM。
nudges-help-off = 每条只需点一下。这里不会向 CRM 写入任何内容。

# 做了什么
nudges-done-fixed = 已更正
nudges-done-still-right = 你的回答：仍然正确
nudges-done-nothing = 你的回答：暂时没有可填的
nudges-done-snoozed = 已推迟
nudges-done-snoozed-until = { $day } 起再问
nudges-done-not-mine = 你的回答：不是我的。管理员会看到这条线索需要换负责人，但不显示姓名。
nudges-done-rule-wrong = 这条规则不会再问这条线索
nudges-done-expired = 不再询问，CRM 保持原样。
nudges-going = 正在写入 { $system }。
nudges-written = 已写入 { $system }
nudges-undone = 已撤回，{ $system } 中恢复为原来的值。
nudges-dropped = 保留 { $system } 中的值。
nudges-overtaken = 以你更新的回答为准。

# 表单
nudges-form-now = CRM 中目前是：{ $value }
nudges-form-submit = 写入 CRM
nudges-true = 是
nudges-false = 否
nudges-snooze-title = 稍后再问
nudges-snooze-day = 不早于
nudges-snooze-submit = 推迟
nudges-value-same = CRM 中已经是这个值。如果正确，请按“仍然正确”。
nudges-day-range = 请选择今天之后、最迟 { $last } 的日期。
nudges-stale = 这一行已经有变化，现在看到的是最新情况。
nudges-gone = 这一行已经不在了。
nudges-lead-gone = CRM 中已没有这条线索，因此没有改动。
nudges-lead-moved = 这条线索已由其他人负责，因此没有改动。

# 为什么问我？
nudges-why-title = 为什么问你：{ $lead }，{ $field }
nudges-why-who = 规则由管理员在 Leadloop 主页上决定。如果规则不适合这条线索，请按“这条规则不适用”。
nudges-why-rest = 同一条线索 14 天内不会再问；已经安排了后续跟进时也不会问。

# 希望被问多少
nudges-limits-now = { $count ->
    [0] 不会问你陈旧的 CRM 字段。
   *[other] 每周最多问你 { $count } 个陈旧的 CRM 字段。
}
nudges-limits-muted = { $day } 之前不问。
nudges-limits-change = 少一些或多一些…
nudges-limits-title = 陈旧的 CRM 字段
nudges-limits-week = 每周最多
nudges-limits-cap = { $count ->
    [0] 不问
   *[other] { $count } 行
}
nudges-limits-until = 在此之前不问
nudges-limits-until-hint = 同事的提问仍会发来。
nudges-limits-submit = 保存
nudges-limits-saved = 已保存。
nudges-known = 问过你的 { $count } 个 CRM 字段，以及你的回答

# 无人认领的线索：仅供管理员
nudges-disowned-count = CRM 中有 { $count } 条线索，负责人说不是自己的。
nudges-disowned-look = 查看线索
nudges-disowned-title = 负责人说不是自己的线索
nudges-disowned-none = 没有人说过线索不是自己的。
nudges-disowned-lead = { $lead } · { $system } { $id } · 自 { $since } 起
nudges-disowned-more = 这些处理完后，还会显示 { $count } 条。
nudges-disowned-help = 请在 CRM 中为这些线索更换负责人，之后它们会自动从列表中消失。在此之前，不会就它们的陈旧字段询问任何人。
