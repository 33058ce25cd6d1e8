# 未能送达的消息，由管理员阅读。

delivery-parked = 发给{ $who }的消息未能送达。
delivery-detail = 平台说明：{ $detail }
delivery-channel-sales = 销售频道
delivery-channel-marketing = 市场频道
delivery-channel-other = 其他频道
delivery-trouble-no-destination = Leadloop 不知道该发到哪里。请关联账号或设置频道。
delivery-trouble-refused = 平台拒绝接收。请确认频道存在，并且 Leadloop 已加入。
delivery-trouble-refused-person = 平台拒绝接收。对方可能屏蔽或移除了 Leadloop，或账号已不存在。对方重新添加 Leadloop 或给它发消息后，请再试一次。
delivery-trouble-unavailable = 平台一整天都没有接收。
delivery-trouble-unsure = 消息可能已送达，但平台无法确认。为避免重复阅读，不再发送。
delivery-trouble-failed = 每次尝试都中断了。详情请看日志。
delivery-trouble-damaged = 消息由其他版本写入，已无法读取。
