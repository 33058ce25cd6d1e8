# What both teams call a qualified lead: criteria, versions, proposals, signatures.

definition-title-draft = 你的提案：第 { $number } 版
definition-title-proposed = 提案：第 { $number } 版
definition-title-in-force = 什么是合格线索：第 { $number } 版
definition-title-replaced = 第 { $number } 版（已被新版取代）
definition-title-withdrawn = 第 { $number } 版：提案已撤回
definition-none = 目前还没有商定的合格线索定义
definition-none-help = 销售和市场的任何人都可以提案。双方各有一位主管签字后生效。
definition-no-criteria = 还没有标准。

# A criterion

definition-criterion = { $words }（{ $test }）
definition-covering = { $criterion }；涵盖：{ $reasons }
definition-only-a-person = 只能由人判断
definition-words-drafted = 不属于：{ $reasons }
definition-test-broken = 字段“{ $field }”已不存在
definition-test-filled = { $field }已填写
definition-test-empty = { $field }为空
definition-test-one-of = { $field }是其中之一：{ $values }
definition-test-none-of = { $field }不是：{ $values }
definition-test-contains = { $field }包含：{ $values }
definition-test-at-least = { $field }不小于 { $values }
definition-test-at-most = { $field }不大于 { $values }
definition-test-own-domain = { $field }不是免费邮箱
definition-broken = 有一项检查用到的字段在线索里已不存在，因此无法判断。管理员可以在导入时恢复该字段，任何人也可以提议换一种检查。

definition-field-company = 公司
definition-field-title = 职位
definition-field-email = 邮箱
definition-field-phone = 电话
definition-field-source = 来源
definition-field-campaign = 营销活动
definition-field-status = CRM 状态
definition-field-owner = 负责人
definition-field-next-step = 下一步
definition-field-a-person = 不用字段：只能由人判断

# Since when, and who signed

definition-in-force-from = 生效时间
definition-in-force-until = 失效时间
definition-moment = { $at }
definition-signed-sales = 销售签字
definition-signed-marketing = 市场签字
definition-signature = { $name }，{ $at }
definition-unsigned = 尚未签字

definition-show = 查看
definition-show-number = 第 { $number } 版
definition-show-whole = 查看全文
definition-propose = 提议修改
definition-versions = 所有版本

# Versions

definition-versions-title =
    { $count ->
        [0] 还没有任何版本
       *[other] 定义共有 { $count } 个版本
    }
definition-line-proposed = 第 { $number } 版：{ $at }提出，标准 { $count } 项
definition-line-in-force = 第 { $number } 版：{ $at }起生效，标准 { $count } 项
definition-line-replaced = 第 { $number } 版：{ $at }起生效，现已被取代，标准 { $count } 项
definition-line-withdrawn = 第 { $number } 版：{ $at }撤回，标准 { $count } 项
definition-page-back = ‹ 较新
definition-page-on = 较早 ›
definition-no-such-version = 没有这个版本。

# A lead's fit

definition-fit-title = { $lead }：符合程度
definition-fit = 标准：{ $parts }（第 { $number } 版）
definition-count-met = 符合 { $count } 项
definition-count-missed = 不符合 { $count } 项
definition-count-unknown = 未知 { $count } 项
definition-count-broken = 缺少字段 { $count } 项
definition-verdict-met = ✓ { $criterion }
definition-verdict-missed = ✗ { $criterion }
definition-verdict-unknown = ? { $criterion }：未知
definition-verdict-broken = ? { $criterion }：字段已不存在
definition-fit-help = 线索按其创建当天的定义来判断。
definition-none-that-day = { $lead }：这条线索创建当天没有生效的定义。
definition-lead-gone = 这条线索已不在我们的 CRM 副本里。

# A proposal

definition-proposal-title = 合格线索定义的提案：第 { $number } 版
definition-proposed-by-sales = 销售提出了这项修改。双方各有一位主管签字后生效。
definition-proposed-by-marketing = 市场提出了这项修改。双方各有一位主管签字后生效。
definition-proposed-by-leadloop = Leadloop 根据线索标记起草了这项修改。双方各有一位主管签字后生效。
definition-why = 理由：{ $words }
definition-uncovered = 此前 90 天里，没有缺少任何标准的线索共被拒 { $rejections } 次，其中 { $count } 次的原因是“{ $reason }”，而现有标准都没有提到它。
definition-examples = 例如：
definition-silent = “{ $criterion }”自{ $since }起生效。此后共有 { $count } 次拒绝，没有一次提到它。
definition-outdated = 基于第 { $base } 版。其间第 { $now } 版已生效，请再看一遍。
definition-outdated-first = 其间第 { $now } 版已生效，请再看一遍。
definition-added = 新增
definition-dropped = 不再要求
definition-changed = 修改
definition-reads-now = { $was } → { $now }
definition-same = 内容与现行版本相同。
definition-fares = 最近 90 天最新的线索（至少 { $leads } 条）中，按此提案有 { $then }% 至少不符合一项标准，按第 { $number } 版是 { $now }%。
definition-fares-first = 最近 90 天最新的线索（至少 { $leads } 条）中，按此提案有 { $then }% 至少不符合一项标准。
definition-fares-few = 最近 90 天的线索不足 { $least } 条，太少，无法说明影响。
definition-sign = 签字
definition-sign-hint = 代表本方签署第 { $number } 版
definition-edit = 修改
definition-withdraw = 撤回…

# In the making

definition-draft-help = 目前只有你能看到。内容从现行版本开始。
definition-edit-help = 两个团队都能看到这个提案，每次修改也会立即显示。第一方签字前都可以修改。
definition-draft-outdated = 你起草期间第 { $now } 版已生效。可以继续，也可以放弃草稿重新开始。
definition-add = 添加标准
definition-change = 修改标准
definition-drop = 删除标准
definition-put = 发给两个团队
definition-discard = 放弃草稿
definition-discarded = 提案草稿已放弃。
definition-which = 哪一项标准？
definition-change-title = 修改标准
definition-change-submit = 修改
definition-drop-title = 删除标准
definition-drop-submit = 删除
definition-add-title = 添加标准
definition-words-label = 用简单的话来说
definition-words-hint = 合格线索必须具备的一点。例如：对采购有决定权
definition-field-label = 看哪个字段？
definition-field-hint = 下一步再说明怎样检查这个字段。
definition-covers-label = 表示不符合的标记原因
definition-covers-hint = 带有这些原因的标记会计入这项标准。
definition-go-on = 下一步
definition-test-title = 检查标准
definition-test-of = { $criterion }：怎样用“{ $field }”来判断？
definition-operator-label = 该字段…
definition-operator-filled = 已填写
definition-operator-empty = 为空
definition-operator-one-of = 是其中之一
definition-operator-none-of = 不是其中任何一个
definition-operator-contains = 包含其中之一
definition-operator-at-least = 不小于（数字）
definition-operator-at-most = 不大于（数字）
definition-operator-own-domain = 不是免费邮箱
definition-values-label = …这些值
definition-values-hint = 最新线索里最常用的值。
definition-typed-label = …或这些值
definition-typed-hint = 每行一个，不区分大小写和重音符号。
definition-save = 保存
definition-put-title = 发给两个团队
definition-put-hint = 一两句话，两个团队都会看到。
definition-put-submit = 发送
definition-put-done = 第 { $number } 版已发到两个频道，双方各需一位主管签字。
definition-withdraw-title = 撤回提案
definition-withdraw-hint = 一句话，两个团队都会看到。
definition-withdraw-submit = 撤回
definition-withdrawn-done = 第 { $number } 版已撤回，仍保留在版本列表里。
definition-why-label = 为什么？
definition-signed-for-sales = 已代表销售签字。市场也签字后，第 { $number } 版生效。
definition-signed-for-marketing = 已代表市场签字。销售也签字后，第 { $number } 版生效。
definition-agreed = 双方均已签字，第 { $number } 版即刻生效。

# When something cannot be done

definition-field-holds-words = “{ $field }”里是文字，不是数字。请选择其他检查方式。
definition-number-needed = 请只填写一个数字。
definition-values-needed = 请至少填写一个值。
definition-values-too-many = 最多填写 { $most } 个值。
definition-too-many = 定义最多有 { $most } 项标准，这样大家才记得住。请删除或修改其中一项。
definition-criterion-gone = 提案里已没有这项标准，请使用最新的卡片。
definition-nothing-left = 定义至少需要一项标准。
definition-nothing-changed = 内容与现行版本相同，请先修改。
definition-put-already = 第 { $number } 版已在两个频道里，可以在那里撤回。
definition-not-yours = 只有提案人可以修改这段内容。你可以签字，或另行提案。
definition-not-yours-to-withdraw = 只有提案人，或销售、市场的主管可以撤回。
definition-frozen = 第 { $number } 版已有一方签字，内容不再更改。你可以另行提案。
definition-closed-in-force = 第 { $number } 版已经生效。
definition-closed-replaced = 第 { $number } 版曾经生效，现已被取代。
definition-closed-withdrawn = 第 { $number } 版已撤回。
definition-only-heads = 只有销售或市场的主管可以签字。某一方没有主管时，可由该方的管理员签字。
definition-signed-already-sales = 销售已经签字。
definition-signed-already-marketing = 市场已经签字。
definition-text-changed = 这张卡片显示之后内容有改动。请再看一遍；尚未签字。
definition-other-in-force = 其间第 { $number } 版已生效。请再看一遍会有哪些变化；尚未签字。

# On a person's own page

definition-home-title = 什么是合格线索
definition-home-line = 第 { $number } 版 · 标准 { $count } 项 · { $since }起
definition-home-broken = 定义的检查用到了线索里已不存在的字段：{ $fields }。
definition-waiting = 等待你签字：{ $proposal }
