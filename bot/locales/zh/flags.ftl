# 线索反馈

flags-button = 反馈线索
flags-button-hint = 反馈这条线索：{ $lead }
flags-title = 反馈线索
flags-which = 哪条线索？
flags-which-hint = 邮箱地址、姓名加公司、CRM 编号或链接。
flags-which-empty = 请说明是哪条线索。
flags-none-found = 这些内容没有匹配到线索。请提供邮箱地址、姓名加公司、CRM 编号或链接。
flags-left-out = 还有 { $count } 条线索这里放不下。
flags-kind = 你想说什么？
flags-kind-reject = 退回：不该分给我们（联系之前）
flags-kind-disqualify = 不合格：不会有结果（联系之后）
flags-kind-recycle = 以后再跟进：到某一天，或等某件事发生
flags-kind-praise = 点赞：我们需要的正是这样的线索
flags-form-reject = 退回原因
flags-form-disqualify = 不合格原因
flags-form-recycle = 以后再跟进
flags-form-praise = 点赞这条线索
flags-go-on = 下一步
flags-submit = 发给市场部
flags-save = 保存
flags-offer =
    { $count ->
        [1] 要反馈这条线索吗？
       *[other] 找到 { $count } 条线索，要反馈哪一条？
    }
flags-offer-none = 你想反馈哪条线索？

flags-about = { $lead }，来源：{ $source }
flags-about-reason = { $lead }：{ $reason }
flags-fit = 匹配度：{ $count } 项标准中符合 { $met } 项
flags-fit-missed = 匹配度：{ $count } 项标准中符合 { $met } 项；不符合：{ $missed }
flags-work =
    跟进：{ $hours } 个工作小时后首次联系，{ $attempts ->
        [0] CRM 里没有联系记录
       *[other] 共联系 { $attempts } 次
    }
flags-work-unclear =
    跟进：已联系，小时数未知，{ $attempts ->
        [0] CRM 里没有联系记录
       *[other] 共联系 { $attempts } 次
    }
flags-work-untouched = 跟进：还没有联系
flags-with-colleague = CRM 里这条线索由一位同事负责。你仍然可以反馈；如果是误分给你的，选“负责人或区域不对”正好能说明。
flags-standing = 已有反馈，尚未决定：{ $reasons }。欢迎再提一条，尤其是不同的原因。

flags-reason = 原因
flags-another-reason = 其他原因…
flags-seen-reject = 你看到了什么？
flags-seen-disqualify = 你看到或听到了什么？
flags-seen-recycle = 目前情况如何？
flags-seen-praise = 哪里做得好？
flags-seen-hint = 一个事实就够了，例如：“邮箱是学校的。”市场部看到时不会显示你的名字。
flags-would-help = 下次怎样会更好？
flags-day = 再跟进日期
flags-trigger = 或者等到
flags-trigger-hint = 需要先发生什么，例如：“等他们新办公室开张”
flags-day-or-trigger = 请填写日期，或需要先发生的事情。
flags-day-range = 请选择从明天起两年以内的日期。
flags-note-needed = 请简单说明一下原因。

flags-gentle-title = 这样说可以吗？
flags-gentle-why = 说事实更容易被听进去。注意到：{ $what }。下面是更平和的说法，可以修改，也可以改回自己的话。这些都不会保存，你提交什么就发送什么。
flags-gentle-own = 你写的是：“{ $words }”
flags-gentle-blame = 指责某个团队
flags-gentle-absolute = “总是”“从来”之类的绝对说法
flags-gentle-insult = 过激的词

flags-raised = 谢谢，已转给市场部
flags-raised-next = 市场部会在{ $day }前决定。决定了什么、带来了什么改变，都会告诉你；在那之前可以在“我的反馈”里查看。
flags-praised = 谢谢，市场部知道了会很高兴
flags-praised-next = 点赞不需要决定，它让市场部知道哪些做法值得多做。
flags-said-already = 你已经用同一个原因反馈过这条线索，市场部已收到（状态：{ $state }）。也可以反馈别的原因。
flags-lead-gone = 这条线索已不在 CRM 里：可能被删除，或与其他线索合并了。
flags-gone = 这条反馈已经不在了。
flags-overtaken = 有人先操作了：这条反馈刚刚有变化。

## 自己的反馈和市场部的反馈

flags-mine = 我的反馈
flags-mine-none = 你还没有反馈过线索。说说线索哪里不对、哪里做得好，就能看到后来有什么改变。
flags-mine-all = 我的全部反馈
flags-state-raised = { $state } · 提出日期：{ $day }
flags-state-change = { $state } · 改变：{ $what }
flags-desk-title = 销售的反馈
flags-desk =
    { $count ->
        [0] 没有待决定的反馈
       *[other] { $count } 条反馈待决定
    }
flags-desk-none = 没有待决定的反馈。
flags-desk-show = 查看
flags-desk-more = 还有 { $count } 条
flags-due = { $state } · { $day }前决定
flags-again = 在这里打开
flags-again-hint = 打开反馈：{ $lead }
flags-sent-again = 卡片在你的私信里。
flags-only-marketing = 只有市场部、主管和管理员可以查看这个列表。
flags-known = 你的反馈、其内容和后续情况，最近一条为{ $day }；频道里绝不会显示是你提出的

## 公司自己的原因

flags-reasons = 反馈原因
flags-reasons-button = 修改原因
flags-reasons-count =
    可选 { $count } 个原因；{ $hidden ->
        [0] 没有隐藏的。
       *[other] 隐藏了 { $hidden } 个。
    }
flags-reasons-mapped =
    { $count ->
        [0] 还没有原因对应到 CRM 的取值，因此不会写入 CRM。
       *[other] { $count } 个原因已对应到 CRM 的取值；其余的不会写入 CRM。
    }
flags-reason-of-kind = { $kind }：{ $reason }
flags-reason-add = { $kind }：添加原因
flags-label = 你们的叫法
flags-label-hint = 留空时显示为：{ $reason }
flags-label-new = 简短，说线索，不说人。
flags-label-taken = 同类中已有这个名称的原因。
flags-first = 显示在第一屏
flags-first-full = 第一屏最多放 { $most } 个原因，请先移走一个。
flags-hidden = 隐藏
flags-crm-value = CRM 里的取值
flags-crm-value-hint = 与 CRM 里的写法完全一致。留空则不写入。
flags-reasons-saved = 原因已保存。
flags-reasons-full = 自定义原因已有 { $most } 个，请改用其中一个。
flags-reason-gone = 这个原因已经不在了，请重新打开列表。
flags-only-administrators = 只有管理员可以这样操作。

## 退回

flags-reason-outside-target = 不在目标客户范围内
flags-reason-not-the-role = 不是我们要找的职位
flags-reason-low-intent = 意向太低
flags-reason-bad-contact-data = 联系方式错误或缺失
flags-reason-duplicate = 重复
flags-reason-wrong-owner = 负责人或区域不对
flags-reason-existing-customer = 已是客户
flags-reason-already-worked = 已有人在跟进
flags-reason-client-conflict = 与现有客户冲突
flags-reason-unidentified = 看不出是谁
flags-reason-not-a-lead = 根本不是线索
flags-reason-support-request = 寻求技术支持
flags-reason-customer-success = 属于客户成功团队的事
flags-reason-partner = 合作伙伴
flags-reason-job-seeker = 求职者
flags-reason-student = 学生
flags-reason-employee = 我们自己的员工
flags-reason-community = 社区或开源项目
flags-reason-export-blocked = 当地不允许我们销售
flags-reason-consultant = 来打听的顾问或同行
flags-reason-vendor = 想向我们推销
flags-reason-spam = 垃圾信息
flags-reason-test-record = 测试数据
flags-reason-reject-other = 其他

## 判定不合格

flags-reason-no-need = 没有需求
flags-reason-no-budget = 没有预算或太贵
flags-reason-no-authority = 不是决策人
flags-reason-no-interest = 没有兴趣
flags-reason-competitor = 选择了竞争对手
flags-reason-product-gap = 产品缺少所需功能
flags-reason-stays-with-current = 继续用现有方案
flags-reason-bad-fit = 与我们不匹配
flags-reason-personal-use = 个人使用
flags-reason-left-company = 已离职
flags-reason-opted-out = 要求不再联系
flags-reason-disqualify-other = 其他

## 以后再跟进

flags-reason-not-ready = 还没准备购买
flags-reason-evaluating = 还在比较
flags-reason-in-contract = 现有合同未到期
flags-reason-budget-later = 预算要等以后
flags-reason-no-response = 暂无回应
flags-reason-interest-later = 目前没有兴趣
flags-reason-product-later = 等某个功能
flags-reason-not-worked = 还没跟进
flags-reason-recycle-other = 其他

## 点赞

flags-reason-right-role = 职位正合适
flags-reason-real-need = 有真实需求
flags-reason-knew-us = 已经了解我们
flags-reason-good-timing = 时机正好
flags-reason-good-data = 资料完整准确
flags-reason-asked-for-call = 主动要求通话
flags-reason-praise-other = 其他
