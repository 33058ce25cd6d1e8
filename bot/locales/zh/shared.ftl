# Words that every feature uses.

verbatim = { $text }
none = –

## What became of a lead: in a table, and counted in a headline

outcome-converted = 已转化
outcome-qualified = 已确认合格
outcome-in-conversation = 沟通中
outcome-trying = 联系中
outcome-later = 稍后跟进
outcome-disqualified = 不合格
outcome-not-touched = 未联系
outcome-unknown = 未知

outcome-count-converted = { $count } 条已转化
outcome-count-qualified = { $count } 条已确认合格
outcome-count-in-conversation = { $count } 条沟通中
outcome-count-trying = { $count } 条联系中
outcome-count-later = { $count } 条稍后跟进
outcome-count-disqualified = { $count } 条不合格
outcome-count-not-touched = { $count } 条未联系
outcome-count-unknown = { $count } 条未知

## Why a lead was disqualified or put off; also inside parentheses

reason-no-need = 无需求
reason-no-budget = 无预算
reason-not-target = 非目标客户
reason-competitor = 选择了竞品
reason-bad-data = 联系方式有误
reason-unreachable = 联系不上
reason-no-authority = 无决策权
reason-price = 价格原因
reason-timing = 时机不合适
reason-already-customer = 已是客户
reason-duplicate = 重复
reason-opted-out = 拒绝联系
reason-other = 其他原因

reason-count = { $count } 条{ $reason }

## Where a fact comes from, and how old it is

provenance-crm = CRM
provenance-rep = 销售反馈
provenance-waiting = 已询问，待回复
provenance-nobody = 暂无人知晓

business-hours = { $hours } 个工作小时

## When something cannot be done

router-unknown = 当前版本的 Leadloop 不支持此操作。如果这是旧版的按钮，请使用最新的消息，或重新提问。
people-unknown = Leadloop 不认识这个人。管理员可以添加。

## What every chat says

chat-label = { $label }：
chat-more = ……还有 { $count } 项
chat-choose = 请选择…
chat-yes = 是
chat-earliest = 最早可选 { $day }。

# Beside a field of a form
form-choose = 请选择其中一项。
form-day-wrong = 这不是日期。
form-empty = 请填写此项。
form-too-long = 最多{ $longest }个字符，目前有{ $length }个。
