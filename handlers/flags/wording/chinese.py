"""Gentle words in Chinese."""

from __future__ import annotations

from handlers.flags.wording.rule import Noticed, Rule

_TEAM = (
    "(?:市场部|市场团队|市场同事|市场那边|营销部|营销团队|销售部|销售团队|销售那边"
    "|你们(?:市场部|销售部|部门|团队|市场|销售)?)"
)
_GIVE = "(?:发|推|丢|塞|转|送)(?:过来|来|给我们|给我)?"
_TRASH = "(?:垃圾|破烂|废物)(?!处理|桶|回收|短信|邮件|分类|填埋|焚烧|站|箱|袋|车|场|清|电|发电|焚|食品|广告|利用|资源)"
_SHEER = "(?:都是|全是|尽是|净是|一堆|一批|些)?"
_THINGS = "(?:线索|客户|名单)"
_FOOLS = "(?:白痴|傻子|蠢货|智障|废物|脑残|饭桶|猪队友|傻瓜|笨蛋)"
_CROWD = "(?:那帮|这帮|那群|这群|一群|一帮)?"
_WHO = "(市场部|市场团队|营销部|营销团队|销售部|销售团队)"

TOGETHER = "值得一起看看"

RULES = (
    # 粗话
    Rule(Noticed.INSULT, "(?:他妈的|妈的|卧槽|操蛋|狗屁)", ""),
    # 指责
    Rule(Noticed.BLAME, f"(?:这|都|全){{0,3}}是{_TEAM}的?(?:错|锅)(?!误)", TOGETHER),
    Rule(Noticed.BLAME, f"(?:都|全)?怪{_TEAM}", TOGETHER),
    Rule(Noticed.BLAME, f"{_TEAM}(?:又)?甩锅", TOGETHER),
    Rule(
        Noticed.BLAME,
        f"{_TEAM}(?:根本|完全|一点都|一点也|都)?不(?:在乎|关心|上心)(?:线索质量|质量|我们)?",
        TOGETHER,
    ),
    Rule(Noticed.BLAME, f"{_TEAM}(?:根本|完全)不(?:知道|懂|了解|明白)(?=\\w)", "可以一起聊聊"),
    Rule(
        Noticed.BLAME,
        "(?:纯属|纯粹是|完全是|简直是|就是)?浪费(?:我们的|我们|我的|我|大家的|大家)?时间",
        "花了时间却没有结果",
    ),
    # 以偏概全
    Rule(
        Noticed.ABSOLUTE,
        f"({_TEAM})(?:总是|老是|一直|永远|整天|天天|每次都|动不动就){{1,3}}(?=给|发|推|丢|塞|转|送|忘|敷衍|忽视)",
        r"\1",
    ),
    Rule(
        Noticed.ABSOLUTE,
        f"({_TEAM})(?:从来都|从来|从|永远)不(?=看|检查|核实|筛选|过滤|听|问|回复|跟进|管|联系)",
        r"\1并不总是",
    ),
    Rule(
        Noticed.ABSOLUTE,
        f"{_WHO}(?:里)?(?:根本)?没(?:有)?(?:一个)?人(?=看|检查|核实|筛选|听|管|在意)",
        r"\1不是每个人都",
    ),
    # 侮辱
    Rule(
        Noticed.INSULT,
        f"{_TEAM}(?:又|就|只会)?(?:给我们|给我)?{_GIVE}(?:了|的)?{_SHEER}{_TRASH}{_THINGS}?",
        "这条线索不合适",
    ),
    Rule(
        Noticed.INSULT,
        f"({_THINGS})(?:都是|全是|就是|简直是|真是|是){_TRASH}",
        r"\1不合适",
    ),
    Rule(Noticed.INSULT, f"垃圾({_THINGS})", r"不合适的\1"),
    Rule(Noticed.INSULT, f"{_TEAM}(?:全|都)?(?:真是|简直是|就是|是){_CROWD}{_FOOLS}", TOGETHER),
    Rule(Noticed.INSULT, f"{_WHO}的?{_CROWD}{_FOOLS}", r"\1同事"),
    Rule(
        Noticed.INSULT,
        f"{_TEAM}(?:太|真|很|非常|极其|完全|都)?(?:懒(?!得)|愚蠢|蠢|无能|不专业|不负责任|不靠谱|没脑子)(?:了)?",
        TOGETHER,
    ),
)
