# A person's own page with Leadloop.

home-title = 你好，我是 Leadloop
home-what = 我是销售和市场之间的联络人：想知道线索后来怎么样了，问我就好；CRM 里没有的，我替你问负责人。
home-private = 只有你能看到这个页面。
home-knows = 你知道我的哪些信息？
home-known-title = Leadloop 保存的关于你的信息
home-known-help = 这份清单不会给别人看，也不会用来做统计。如有错误，管理员可以更正。
