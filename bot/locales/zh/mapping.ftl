# 已连接的 CRM：我们的副本有多新，以及其中的词和字段是什么意思。

mapping-title = CRM
mapping-file = 导入的文件
mapping-in-step = 已同步，{ AGO($age) }核对
mapping-as-of = 我们的副本：{ AGO($age) }核对
mapping-first-load = 正在首次加载
mapping-look = 未知的词
mapping-fields-look = 字段
mapping-trouble-title = Leadloop 无法读取 { $system }
mapping-trouble-busy = { $system } 正忙，请 Leadloop 稍后再来。数据没有丢失。
mapping-trouble-spent = { $system } 今天的调用额度已用完。有新额度后 Leadloop 会继续，数据没有丢失。
mapping-trouble-credentials = { $system } 不再接受 Leadloop 的凭据。请在 Leadloop 的设置里更新，数据没有丢失。
mapping-trouble-forbidden = { $system } 不允许 Leadloop 读取所需的内容。请检查权限，数据没有丢失。
mapping-trouble-unreachable = 连不上 { $system }。Leadloop 会继续尝试，数据没有丢失。
mapping-trouble-odd = Leadloop 看不懂 { $system } 的回复。详情见日志，数据没有丢失。
mapping-trouble-expired = { $system } 已不记得上次之后的变化，Leadloop 正在重新读取全部内容。数据没有丢失。
mapping-trouble-fault = Leadloop 读取 { $system } 时自身出了故障。它会继续尝试，详情见日志；数据没有丢失。

# Words

mapping-words = CRM 里有 { $count } 个词需要说明含义
mapping-words-help = 在有人说明之前，带有该词的线索状态算作未知。Leadloop 不做猜测。
mapping-no-words = 线索里的词 Leadloop 都认识
mapping-no-words-help = CRM 一出现新的状态或原因，就会列在这里。
mapping-word-status = 状态“{ $word }”· { $system }
mapping-word-reason = 原因“{ $word }”· { $system }
mapping-count = { $count } 条线索
mapping-more = 之后还有 { $count } 个词。
mapping-means = 意思是：{ $meaning }
mapping-choose = 选择…
mapping-choose-hint = 选择“{ $word }”的意思
mapping-said = “{ $word }”现在的意思是：{ $meaning }。{ $count } 条线索已更新。
mapping-said-already = 这件事已有决定，请重新打开列表。
mapping-left-out = 没有含义，忽略
mapping-status-new = 新线索
mapping-status-attempting = 尝试联系中
mapping-status-connected = 沟通中
mapping-status-nurturing = 以后再说
mapping-status-qualified = 合格
mapping-status-converted = 已转化
mapping-status-disqualified = 不合格
mapping-status-reason = { $status }：{ $reason }
mapping-form-title = 这是什么意思？
mapping-form-means = “{ $word }”的意思是
mapping-form-reason = 原因
mapping-form-count = { $count } 条线索带有这个词。它们会立即更新，只改这里，不改 CRM。
mapping-form-save = 保存

# Fields

mapping-fields-title = CRM 的字段
mapping-fields-help = 这些字段为空或过时的时候，Leadloop 可以询问。只有经具体人员确认、并且在这里允许写入的字段，才会写回 CRM。
mapping-fields-none = 还没有选择字段。
mapping-fields-unknown = Leadloop 还没有读到这个 CRM 的字段，请过几分钟再试。
mapping-field-maybe = 字段“{ $field }”看起来眼熟。
mapping-field-read = { $field } → { $meaning }
mapping-field-written = { $field } → { $meaning }（可写回）
mapping-field-add = 选择字段
mapping-field-title = CRM 的字段
mapping-field-which = CRM 里的字段
mapping-field-means = 在 Leadloop 里是
mapping-field-own = 其他…
mapping-field-name = 如果是其他，请填名称
mapping-field-name-hint = 按团队平时的叫法
mapping-field-writes = 经人确认后可写回 CRM
mapping-field-read-only = CRM 不允许写入这个字段。
mapping-field-kept = 已保存。Leadloop 正在重新读取全部线索以获得这个字段，需要一些时间。
mapping-field-status = 状态
mapping-field-reason = 原因
mapping-field-next-step = 下一步
mapping-field-next-step-date = 下一步日期
mapping-field-situation = 现状
mapping-field-needs = 需求
mapping-field-objections = 顾虑
mapping-field-budget = 预算
mapping-field-authority = 谁来决定
mapping-field-timeframe = 采购时间

# `leadloop check`

check-crm-well = { $system } 已同步，{ AGO($age) }核对。
check-crm-first = { $system }：首次加载正在进行或尚未开始。
