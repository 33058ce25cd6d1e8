# 一周的文件，以及打印周报的命令。

weekfile-title = 一周数据：{ $week }
weekfile-sent = 文件马上会发到你的私信里。
weekfile-number = { $number }

weekfile-counts = 线索
weekfile-reasons = 原因
weekfile-campaigns = 活动
weekfile-flags = 标记
weekfile-questions = 询问
weekfile-completeness = 完整度
weekfile-owed = 待办

weekfile-column-part = 部分
weekfile-column-what = 指标
weekfile-column-about = 对象
weekfile-column-since = 自
weekfile-column-until = 至
weekfile-column-value = 数值
weekfile-column-unit = 单位
weekfile-column-last = 前一周
weekfile-column-low = 范围下限
weekfile-column-high = 范围上限

weekfile-hidden = 已隐藏：样本太小
weekfile-not-known = 未知
weekfile-few-people = 不显示：少于 { $people } 人或 { $leads } 条线索
weekfile-not-later = 未统计：只有当周才能得知
weekfile-none-stands-out = 没有表现突出的活动
weekfile-each-reason = 各个原因
weekfile-all-but = 除 { $campaign } 以外

weekfile-unit-leads = 线索
weekfile-unit-hours = 工作小时
weekfile-unit-percent = 百分比
weekfile-unit-flags = 标记
weekfile-unit-words = 文字

weekfile-touch-median = 首次联系所需时间（中位数）
weekfile-touch-within = 在 { $agreed } 个工作小时内首次联系（约）
weekfile-touch-leads = 首次联系的线索（至少）
weekfile-campaign-leads = 结果已知的线索
weekfile-promising = 有希望的线索
weekfile-promising-share = 有希望的线索占比
weekfile-flags-raised = 新增标记
weekfile-flags-praised = 表扬标记
weekfile-flags-accepted = 采纳的标记
weekfile-flags-declined = 不采纳的标记
weekfile-flags-done = 已完成改动的标记
weekfile-flags-waiting = 待决定的标记（至少）
weekfile-praise = 表扬
weekfile-did = 你提出，我们已改
weekfile-before = 改动前有希望的线索占比
weekfile-after = 改动后有希望的线索占比
weekfile-asked = 询问过的线索
weekfile-answered = 其中已答复
weekfile-still-open = 其中未答复
weekfile-complete = 双方所需字段齐全的未结线索（约）

weekfile-cannot-write = 无法写入文件 { $file }。
