# What many flags have in common

findings-title-campaign = 营销活动“{ $name }”收到 { $count } 条反馈：{ $reason }
findings-title-source = 来源“{ $name }”的线索收到 { $count } 条反馈：{ $reason }
findings-title-criterion = 不满足“{ $name }”的线索收到 { $count } 条反馈：{ $reason }
findings-works = 有效的做法 – { $finding }

findings-standing-open = { $day }起待处理
findings-standing-for-meeting = 待联席会议讨论 · { $day }提出
findings-standing-accepted = { $day }采纳
findings-standing-declined = { $day }决定不采纳
findings-state-open = 待处理
findings-state-for-meeting = 待联席会议讨论
findings-state-accepted = 已采纳
findings-state-declined = 未采纳
findings-said-accepted = 将作的改变：“{ $words }”
findings-said-declined = 不作改变的原因：“{ $words }”
findings-said-praise = 我们的打算：“{ $words }”
findings-all-withdrawn = 相关反馈已全部撤回。

# How its leads fare

findings-object-campaign = 营销活动“{ $name }”自 { $since }以来的线索
findings-object-source = 来源“{ $name }”自 { $since }以来的线索
findings-object-criterion = 自 { $since }以来不满足“{ $name }”的线索
findings-share = { $of } 条中的 { $hits } 条（{ $low }%–{ $high }%）
findings-share-percent = { $percent }%（{ $low }–{ $high }%）
findings-elsewhere = { $percent }%
findings-rates = { $object }：有希望的占 { $share }；其他线索为 { $elsewhere }。
findings-rates-met = { $object }：有希望的占 { $share }；满足该标准的为 { $elsewhere }。
findings-few-leads = { $object }：此处或其他结果已知的线索太少，不足以统计；至少需要 { $fewest } 条。
findings-too-few = 不足 { $fewest } 条线索
findings-may-be-chance = 两个区间有重叠，差异可能只是偶然。
findings-not-counted = 相关线索的数据几分钟后给出。
findings-help = “有希望”指沟通中、已确认合格或已转化。只计算结果已知的线索；括号内是这个数量下的可能区间（95%）。结果已知的线索每增加 { $fewest } 条，数字才会更新；最近统计于 { $day }。
findings-chart = 有希望的线索所占百分比 – { $object }
findings-here-campaign = 本活动
findings-here-source = 本来源
findings-here-criterion = 不满足
findings-there-campaign = 其他
findings-there-source = 其他
findings-there-criterion = 满足

# What can be done

findings-decide = 作决定…
findings-decide-praise = 我们的打算…
findings-which = 哪些线索？
findings-form = 对这项发现作决定
findings-alike = 其中所有待决定的反馈都会得到同样的决定，销售团队会收到通知。
findings-decision = 你的决定是？
findings-decision-accept = 采纳：会有改变
findings-decision-decline = 不采纳：不作改变
findings-words = 会改变什么，或者为什么不改变？
findings-words-praise = 要保持什么，或多做什么？
findings-words-hint = 销售团队会看到。一句话就够。
findings-submit = 决定
findings-line = { $lead } · { $state }

# When it cannot be done

findings-gone = 这项发现已不存在。
findings-overtaken = 有人抢先一步：这项发现刚刚有了变化。
findings-changed = 这项发现刚刚有了变化，当前状态：{ $state }。请使用最新的卡片。
findings-only-marketing = 发现由市场团队、主管和管理员决定。你可以查看涉及哪些线索。
