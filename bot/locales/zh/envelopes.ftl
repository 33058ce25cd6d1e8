# 每个工作日发给销售的一条私信

envelopes-title = { $count } 件事等你回复
envelopes-done =
    { $count ->
        [1] 谢谢，{ $count } 条线索已回答
       *[other] 谢谢，{ $count } 条线索都已回答
    }
envelopes-over = 回答时间已过
envelopes-help = 每条点一下就好。“暂时不清楚”也是好答案，而且绝不会显示你的名字。
envelopes-thanks = 你的回答已送到需要的地方，有些还可以在这里修改。
envelopes-gone = 这条消息已失效。

# 个人主页

envelopes-home-none-title = 暂时没有需要你回答的
envelopes-home-none = 有人问起你的线索时，会列在这里，每天最多发一条私信。
