# 导入 CRM 导出的内容

## 为什么整个导入被拒绝
import-no-files = 请至少指定一个要导入的文件。
import-no-file = 找不到文件 { $file }。
import-unreadable = 无法读取 { $file }，请检查文件权限。
import-empty = { $file } 中没有可导入的行。
import-no-table = { $file } 不是文本表格，请重新导出为 CSV 或 XLSX。
import-old-workbook = { $file } 是旧版 Excel 文件或受密码保护。请另存为不带密码的 .xlsx 或 CSV。
import-damaged = { $file } 已损坏或受密码保护。请重新另存为 .xlsx 或 CSV。
import-macros = { $file } 含有宏。请另存为不含宏的 .xlsx 或 CSV。
import-bomb = { $file } 打开后会变得过大，因此没有打开。请把工作表另存为 CSV。
import-too-large = { $file } 超过了一次可读取的 { $limit } MB。请拆分文件，或减少导出的列。
import-too-many-rows = { $file } 超过 { NUMBER($limit) } 行。请拆分文件，或另存为 CSV。
import-too-many-columns = { $file } 超过 { $limit } 列。请只导出需要的列。
import-no-identity = { $file } 中没有任何一列能说明该行属于哪条线索：编号、邮箱，或姓名加公司。表头为：{ $headings }。可以用映射文件说明各列的含义。
import-nothing-of-leads = { $file } 中没有线索、商机或活动。请与其所属的线索一起导入。
import-several-systems = 这些文件来自多个 CRM（{ $systems }）。请分别导入每个 CRM。
import-too-many-refused = { NUMBER($read) } 行中有 { NUMBER($refused) } 行会被拒绝，因此没有导入任何内容。这些行及原因见 { $refused_file }。
import-unknown-zone = 没有名为 { $zone } 的时区。请写成 Asia/Shanghai 或 UTC。
import-no-room = 无法写入 { $file }：导入文件所在的文件夹和当前文件夹都不行。
import-mapping-unreadable = 映射文件 { $file } 不是有效的 TOML。
import-mapping-table = 映射文件 { $file } 中的表 [{ $table }] 在这里没有意义。可以使用 [columns]、[status]、[reason]、[tags] 和 [stage]，两边都是文本。
import-mapping-field = 映射文件 { $file } 中的字段 { $field } 不存在。自定义字段以“extra.”开头。
import-mapping-long = 映射文件 { $file } 中的字段名 { $field } 太长：“extra.”之后最多 { $most } 个字符。
import-mapping-word = 映射文件 { $file } 的 [{ $table }] 中写了 { $word }，Leadloop 没有这样的状态或原因。

## 为什么某一行被拒绝
import-refused-columns = 有 { NUMBER($found) } 个单元格，应为 { NUMBER($expected) } 个
import-refused-one-field = 整行都在一对引号里
import-refused-cell = 单元格过长，或引号没有闭合
import-refused-long = { $heading }：过长
import-refused-date = { $heading }：{ $value } 不是日期
import-refused-no-date = 没有日期
import-refused-identity = 没有编号、没有邮箱，也没有姓名加公司
import-refused-no-lead = 不属于任何已知线索

## 值得知道的
import-note-sessions = { $file } 是网站访问记录，不算销售的跟进，因此未导入。
import-note-date-order = 从 { $file } 看不出日期中日在前还是月在前；已按日在前处理。

## 报告
import-report-title = 导入完成
import-report-system = 来源
import-report-read = 读取的行
import-report-new = 新线索
import-report-changed = 有变化的线索
import-report-unchanged = 无变化的线索
import-report-activities = 新活动
import-report-repeated = 重复的行（以最后一行为准）
import-report-refused = 被拒绝的行
import-report-refused-file = 被拒绝的行及原因见 { $file }
import-report-columns = 列
import-report-file = 文件
import-report-heading = 表头
import-report-field = 含义
import-report-left-out = 未使用
import-report-words = 未知的词（原样保留；可在映射文件中说明含义）
import-report-word = 词
import-report-table = 位置
import-report-count = 次数
import-report-dates = 日期顺序
import-report-year-first = 年、月、日
import-report-day-first = 日、月、年
import-report-month-first = 月、日、年
import-progress-reading = 读取中
import-progress-writing = 写入中
