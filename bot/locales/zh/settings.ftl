# What people decide about themselves, and administrators about the company's channels.

settings-mine-title = 你的设置
settings-language = 语言
settings-zone = 时区
settings-zone-option = { $offset } · { $city }
settings-hours = 工作时间
settings-hours-text = { $days } { $start }–{ $end }
settings-start = 上班时间
settings-end = 下班时间
settings-weekdays = 工作日
settings-country = 公共假期
settings-no-country = 无
settings-days-usual = 周一至周五
settings-day-0 = 周一
settings-day-1 = 周二
settings-day-2 = 周三
settings-day-3 = 周四
settings-day-4 = 周五
settings-day-5 = 周六
settings-day-6 = 周日
settings-away = 休假
settings-away-day = { $day }
settings-away-days = { $first } – { $last }
settings-away-first = 休假开始
settings-away-last = 休假结束
settings-away-hint = 第一天和最后一天。休假期间不会向你提问。
settings-save = 保存
settings-button = 修改设置
settings-saved = 设置已保存。

settings-away-button = 休假至…
settings-away-title = 从今天起休假
settings-away-help = 从今天到那天结束，不会向你提问。
settings-away-last-day = 休假最后一天
settings-away-saved = 已记录：你休假至{ $day }。
settings-back = 我回来了
settings-back-saved = 欢迎回来。从现在起可以再向你提问。
settings-not-away = 你目前没有在休假。

## What is wrong with a field

settings-end-after-start = 下班时间必须晚于上班时间。
settings-weekday-needed = 请至少选择一个工作日。
settings-away-both = 请填写两个日期，或都不填。
settings-away-order = 最后一天早于第一天。
settings-away-range = 请选择从今天起一年以内的日期。

## What is known of a person

settings-known-who = 姓名和邮箱：{ $name }，{ $email }
settings-known-role = 角色和团队：{ $role }，{ $side }
settings-known-speech = 语言和时区：{ $language }，{ $zone }
settings-known-hours = 工作时间：{ $hours }
settings-known-holidays = 公共假期：{ $country }
settings-known-away = 休假（仅日期）：{ $days }
settings-known-accounts = 聊天账号：{ $names }
settings-role-rep = 销售
settings-role-marketer = 市场专员
settings-role-manager = 主管
settings-role-administrator = 管理员
settings-side-sales = 销售团队
settings-side-marketing = 市场团队

## For administrators

settings-administration = 管理员专用
settings-channels-button = 频道
settings-channels-title = 频道
settings-channels-help = 每个团队有一个频道，Leadloop 必须在其中。
settings-channel-marketing = 市场频道
settings-channel-sales = 销售频道
settings-channel-language-marketing = 市场频道的语言
settings-channel-language-sales = 销售频道的语言
settings-channel-zone-marketing = 市场频道的时区
settings-channel-zone-sales = 销售频道的时区
settings-channel-unset = 尚未选择
settings-channel-set = 已选择：{ $platform }，{ $language }，{ $zone }
settings-channels-saved = 频道已保存。
settings-channels-same = 这已经是市场频道了。请为销售选择另一个频道。
settings-channel-unreadable = 这个频道不能使用，请选择其他频道。
settings-only-administrators = 只有管理员可以这样操作。
settings-undelivered-none = 所有消息都已送达。
settings-undelivered = { $count } 条消息未能送达。
settings-undelivered-line = { $who }：{ $trouble }
settings-retry = 重试
settings-retried =
    { $count ->
        [0] 没有可以重新发送的消息。
       *[other] 正在重新发送 { $count } 条消息。
    }

## In a channel

settings-hello-title = 大家好，我是 Leadloop
settings-hello-text = 在这里 @ 我，就能知道线索后来怎么样了。我会根据我们的 CRM 副本在消息列中回答，线索旁不会出现任何人的名字。例如：
settings-hello-example-list = @Leadloop 这些线索怎么样了：anna@acme.example, Jan Kowalski (Globex)
settings-hello-example-words = @Leadloop 四月线上研讨会的线索怎么样了？
settings-hello-example-delay = @Leadloop 为什么过了六个小时才联系 anna@acme.example？
settings-hello-help = 管理员可以把这里设为某个团队的频道。只有被问到时，我才会在这里发言。
settings-hello-is-marketing = 这里是市场频道。
settings-hello-is-sales = 这里是销售频道。
settings-take-marketing = 设为市场频道
settings-take-sales = 设为销售频道
settings-taken-by-marketing = 这已经是市场频道了。请为销售选择另一个频道。
settings-taken-by-sales = 这已经是销售频道了。请为市场选择另一个频道。
settings-no-channel-here = 这里不是频道。
