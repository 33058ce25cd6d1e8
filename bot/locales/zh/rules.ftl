# 陈旧字段的规则：管理员看到和决定的内容，以及文件。

rules-title = 陈旧字段的规则
rules-count = { $count } 条规则中有 { $on } 条会向销售询问空白或陈旧的字段。
rules-some-paused = { $count } 条规则因为很少得到处理而自动暂停。
rules-look = 查看规则
rules-add = 添加规则
rules-help = 天数指工作日，不含公共假期。已约好跟进的、市场部正在决定的，以及 14 天内问过的线索不会再问。符合多条规则时，由第一条来问。
rules-back = 返回
rules-further = 更多规则

# A rule in words

rules-unchanged = { $field }：{ $days } 个工作日没有变化 · { $statuses }
rules-missing =
    { $days ->
        [0] { $field }：空白 · { $statuses }
       *[other] { $field }：状态变更 { $days } 个工作日后仍空白 · { $statuses }
    }
rules-silent = { $days } 个工作日没有联系 · { $statuses }

# How it stands, and what can be done

rules-on = 这条规则会询问。
rules-off = 已关闭。
rules-no-field = 不会问任何人：CRM 和导入的文件里都没有这个字段。
rules-paused = 已自动暂停。{ $why }
rules-why = 两周内 { $ended } 行中有 { $acted } 行得到处理。
rules-why-half = 两周内得到处理的不到一半。
rules-switch-on = 开启
rules-switch-on-hint = 开启：{ $rule }
rules-switch-off = 关闭
rules-switch-off-hint = 关闭：{ $rule }
rules-switched-on = 从下一封信封起，这条规则会重新询问。
rules-switched-off = 这条规则不再询问。已经问过的仍可以回答。
rules-edit = 修改
rules-edit-hint = 修改：{ $rule }
rules-saved = 规则已保存。
rules-gone = 这条规则已不存在，请重新打开列表。
rules-too-many = 最多可以有 { $most } 条规则。
rules-paused-title = 一条陈旧字段的规则自动暂停了
rules-paused-help = 也许它问得太早，或者问的字段并不重要。在你重新开启之前，它不会再问。

# The form

rules-form = 修改规则
rules-form-new = 新规则
rules-form-watch = 什么情况下询问
rules-watch-unchanged = 字段太久没有变化
rules-watch-missing = 字段空白
rules-watch-silent = 没有人联系过这条线索
rules-form-field = 字段
rules-form-statuses = 线索处于哪些状态
rules-form-days = 多少个工作日之后
rules-form-days-hint = 0 表示立即询问，仅用于空白字段。
rules-form-on = 规则会询问
rules-form-save = 保存
rules-wrong-number = 请填写整数天数。
rules-wrong-days = 可以填 0 到 { $most } 天。
rules-wrong-at-once = 至少一天，空白字段除外。
rules-wrong-no-status = 请至少选择一个状态。
rules-wrong-closed = 线索关闭后，只能询问原因。
rules-wrong-unchanged = 只有状态和下一步，Leadloop 才知道从何时起没有变化。
rules-wrong-missing = 这个字段不会空白。请选择原因、下一步或你自己的字段。
rules-wrong-silent = 关于没有联系的规则询问的是状态。

# The file, on the command line

rules-exported = 已将 { $count } 条规则写入 { $file }。
rules-imported = 已采用 { $count } 条规则。文件中没有的规则已关闭。
rules-file-unreadable = 无法读取 { $file }。请检查文件是否存在以及读取权限。
rules-file-unwritable = 无法写入 { $file }。请检查文件夹和写入权限。
rules-file-no-toml = { $file } 不是有效的 TOML 文件。没有任何更改。
rules-file-no-rules = { $file } 只能包含 [[rule]] 表，并且至少一个。没有任何更改。
rules-file-id = 第 { $place } 条规则需要 id：最多 40 个字母、数字、连字符和下划线。没有任何更改。
rules-file-twice = 有两条规则的 id 都是 { $rule }。没有任何更改。
rules-file-missing = 规则 { $rule } 缺少 { $part }。没有任何更改。
rules-file-unknown = 规则 { $rule } 中的 { $part } 没有意义。没有任何更改。
rules-file-wrong = 规则 { $rule }，{ $part }：{ $why }没有任何更改。
rules-file-words = 可选：{ $words }。
rules-file-kind-str = 需要文本。
rules-file-kind-int = 需要整数。
rules-file-kind-bool = 需要 true 或 false。
rules-file-kind-list = 需要列表。
