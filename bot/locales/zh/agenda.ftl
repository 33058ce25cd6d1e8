# 销售和市场的联席会议

agenda-title = { $title }，{ $at }
agenda-length = 时长
agenda-room = 地点
agenda-minutes = { $count } 分钟
agenda-moved-from = 原定日期：{ $day }
agenda-moved-from-day-off = 原定的 { $day } 不上班，改到下一个工作日。
agenda-clocks-change = 当天调整为夏令时，跳过了平时的开始时间，因此会议开始时间为 { $at }。
agenda-is-over = 会议时间已过。会议纪要发布之前，仍可补充决定和待办事项。
agenda-minutes-are-posted = 会议纪要发布时间：{ $at }
agenda-is-cancelled = 本次会议取消。未讨论完的议题会进入下一次议程。
agenda-empty = 目前没有要讨论的内容。议题会自动加入，你也可以自己添加。
agenda-more = 还有 { $count } 项

# 按分钟安排

agenda-slot = 第 { $first }–{ $last } 分钟 · { $what }
agenda-opening = 待办事项
agenda-closing = 回顾决定：谁在什么时候之前做什么
agenda-if-time-allows = 有时间再讨论，否则留到下次
agenda-spare = { $what }（{ $minutes } 分钟）
agenda-spare-decided = { $what }：{ $words }
agenda-taken-off = 已从本次议程移除
agenda-dropped = { $what }：{ $words }
agenda-decided = 会上决定：{ $words }

agenda-topic-flag = 线索标记：{ $lead }
agenda-topic-finding = 发现：{ $about }
agenda-topic-finding-flags = 发现：{ $about }（{ $count } 个标记）
agenda-topic-reason = { $what }（{ $reason }）
agenda-topic-amendment = 合格线索的定义：提议的第 { $number } 版
agenda-debt-sales = 销售的回答：至少还有 { $count } 条线索待答复
agenda-debt-some-sales = 销售还有部分回答待答复
agenda-debt-marketing = 市场的决定：至少还有 { $count } 个标记待处理
agenda-debt-some-marketing = 市场还有部分标记待处理
agenda-elsewhere-flag = 标记要在市场频道里它自己的卡片上处理；这里写下的内容会进入会议纪要。
agenda-elsewhere-finding = 发现要在频道里它自己的卡片上处理；这里写下的内容会进入会议纪要。
agenda-elsewhere-amendment = 双方负责人都在该版本自己的卡片上签字后，定义才会生效。
agenda-side-sales = 销售
agenda-side-marketing = 市场

# 按钮

agenda-decide = 记录决定…
agenda-decide-again = 修改决定…
agenda-show-flags = 有哪些标记？
agenda-show-version = 查看提议
agenda-earlier = ↑ 提前
agenda-later = ↓ 推后
agenda-time = 时长…
agenda-drop = 移除…
agenda-put-back = 恢复：{ $what }
agenda-hint = { $action }：{ $what }
agenda-add = 添加议题…
agenda-agree = 约定待办…
agenda-post-minutes = 发布会议纪要
agenda-actions-button = 待办事项
agenda-as-calendar = 日历文件
agenda-as-text = Markdown
agenda-save = 保存

# 表单

agenda-add-title = 添加议题
agenda-add-label = 要讨论什么？
agenda-add-hint = 请针对活动、标准或流程环节，而不是某个人。
agenda-add-submit = 添加
agenda-time-title = 议题时长
agenda-time-label = 分钟
agenda-drop-title = 从议程移除
agenda-drop-submit = 移除
agenda-why = 为什么？简单几个字即可。
agenda-decide-title = 决定了什么
agenda-decide-label = 会上决定
agenda-agree-title = 约定待办
agenda-agree-what = 要做什么？
agenda-agree-hint = 只写一件事，便于大家判断是否完成。
agenda-agree-owner = 由谁来做？
agenda-agree-due = 截止日期
agenda-agree-submit = 约定

# 待办

agenda-action-open = { $what } · 截止 { $day } · { $side }
agenda-action-overdue = { $what } · 原定 { $day } 完成 · { $side }
agenda-actions = { $count } 项待办
agenda-no-actions = 没有待办事项
agenda-yours = 会上约定由你来做：{ $count } 项
agenda-yours-help = 只会在截止前一个工作日提醒一次。其他人只看到所属团队，看不到你的名字。
agenda-due-soon = 即将到期：你的 { $count } 项待办
agenda-due-soon-help = 只提醒这一次。未完成的事项会回到下一次议程，不显示姓名。
agenda-done-button = 已完成
agenda-done = 已完成，谢谢：{ $what }
agenda-drop-action = 放弃…
agenda-drop-action-title = 放弃待办
agenda-drop-action-submit = 放弃
agenda-action-closed = 这项待办已经关闭了。
agenda-action-gone = 这项待办已经不在了。
agenda-only-the-owner = 只有承担这项待办的人或主管可以关闭它。
agenda-owner-unknown = Leadloop 不认识这个人。请选择一位使用 Leadloop 的同事。
agenda-due-range = 请选择从今天起一年以内的日期。

# 会议纪要

agenda-minutes-title = 会议纪要：{ $title }，{ $at }
agenda-minutes-decisions = 决定
agenda-minutes-decision = { $what }——{ $words }
agenda-minutes-actions = 约定的待办
agenda-minutes-action = { $what }：{ $owner }，截止 { $day }
agenda-minutes-closed = 上次会议以来关闭的待办
agenda-minutes-done = ✓ { $what }
agenda-minutes-given-up = { $what }：已放弃（{ $words }）
agenda-minutes-dropped = 从议程移除
agenda-minutes-left = 留到下次
agenda-minutes-nothing = 没有记录任何内容。
agenda-already-minuted = 会议纪要已发布，本次议程已关闭。未完成的内容会进入下一次议程。
agenda-not-over = 会议还没有结束。时间过后才能发布会议纪要。

# 系列会议

agenda-series-title = 联席会议
agenda-series-name = 名称
agenda-series-rhythm = 频率
agenda-rhythm-weekly = 每周
agenda-rhythm-fortnightly = 每两周
agenda-rhythm-monthly = 每月，同一个星期几
agenda-rhythm-quarterly = 每三个月，同一个星期几
agenda-series-first-day = 首次会议
agenda-series-first-day-hint = 它也决定星期几：如果是当月第二个星期二，以后也都是第二个星期二。
agenda-series-starts = 开始时间
agenda-series-zone = 时区
agenda-series-room-hint = 会议室或链接。
agenda-series-end = 结束这个系列
agenda-series-saved = 已保存。下一次会议：{ $at }
agenda-series-ended = 系列会议已结束。待办事项仍由原来的人负责。
agenda-series-changed = 刚刚有人修改了联席会议。请关闭这个表单后重新打开。
agenda-in-the-past = 这个时间已经过去了。请选择更晚的日期或时间。
agenda-too-far = 请选择一年以内的日期。
agenda-first-day-off = 那天不是工作日。请选择一个工作日。
agenda-beyond-the-next = 再下一次会议是 { $at }。请选择更早的日期，或取消本次会议。
agenda-move-title = 调整会议时间
agenda-move-day = 新日期
agenda-meeting-moved = 已保存。会议时间：{ $at }
agenda-moved = 会议改期：{ $title }，改为 { $at }
agenda-moved-before = 原定时间：{ $at }
agenda-cancel-title = 取消会议
agenda-cancel-submit = 取消会议
agenda-cancelled = 会议取消：{ $title }，{ $at }
agenda-cancelled-why = { $words }
agenda-cancelled-help = 未讨论完的议题会进入下一次议程。
agenda-calendar-about = 议程在 Leadloop 里，两个团队的频道中都能看到。

# 无法操作时

agenda-none = 还没有安排联席会议
agenda-none-help = 主管可以设置系列会议；之后议程会根据标记、发现和待办事项自动生成。
agenda-set-up = 设置联席会议…
agenda-gone = 这次会议已经不在了。
agenda-item-gone = 这个议题已经不在议程上了。
agenda-changed = 议程刚刚有变化，请重新看一下。
agenda-decided-meanwhile = 刚刚有人写下了：“{ $words }”。你写的内容还在这里，可以补充到那里。
agenda-meeting-cancelled = 这次会议已取消，请使用下一次议程。
agenda-none-to-change = 没有可以更改的会议。
agenda-only-managers = 只有主管和管理员可以设置、调整或取消联席会议。
agenda-sent = 议程在你的私信里，并会继续自动更新。
agenda-stands-above = 议程就在本对话上方，刚刚已更新。
agenda-file-sent = 文件马上会发到你的私信里。

# 个人主页

agenda-home-title = 联席会议
agenda-home-none = 还没有安排联席会议。
agenda-home-next =
    { $count ->
        [0] { $title }：{ $at }
       *[other] { $title }：{ $at }，{ $count } 个议题
    }
agenda-home-show = 查看议程
agenda-home-move = 改期…
agenda-home-cancel = 取消…
agenda-home-series = 系列…
agenda-known-actions = 你在联席会议上约定的 { $count } 项待办
