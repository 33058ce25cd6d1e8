"""Words that mean the same in the four languages: kinds of sources and campaigns, and statuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from handlers.lead import Status
from handlers.naming import name_key

_CHANNELS = (
    (
        "webinar|webinars|webinaru|webinarze|webinary|webinarow|вебинар|вебинара|вебинары|"
        "вебинаров|вебинаре|网络研讨会|线上研讨会|在线研讨会"
    ),
    (
        "paid search|platne wyszukiwanie|platnego wyszukiwania|platnych wynikow|платный поиск|"
        "платного поиска|付费搜索|sem|ppc"
    ),
    (
        "organic search|organic|organiczne|organicznych wynikow|"
        "organicznych wynikow wyszukiwania|wyszukiwania organicznego|органический поиск|"
        "органического поиска|органика|自然搜索|有机搜索|seo"
    ),
    (
        "referral|referrals|recommendation|polecenie|polecenia|polecen|рекомендация|"
        "рекомендации|рекомендаций|推荐|转介绍"
    ),
    ("trade show|trade fair|fair|expo|targi|targow|targach|выставка|выставки|выставке|展会|展览"),
    "event|events|wydarzenie|wydarzenia|мероприятие|мероприятия|活动现场",
    "conference|konferencja|konferencji|конференция|конференции|会议|大会",
    "newsletter|newslettera|newsletterze|рассылка|рассылки|рассылке|邮件通讯|通讯",
    "email|e mail|mailing|mailingu|maila|почта|почты|имейл|电子邮件|邮件",
    (
        "social|social media|media spolecznosciowe|mediow spolecznosciowych|соцсети|соцсетей|"
        "социальные сети|социальных сетей|社交媒体|社媒"
    ),
    "partner|partners|partnera|partnerow|партнер|партнера|партнеров|合作伙伴",
    (
        "cold call|cold calls|cold calling|zimny telefon|zimne telefony|холодный звонок|"
        "холодные звонки|холодных звонков|陌生电话|电话拜访"
    ),
    (
        "website|web site|web|strona|strony|strona internetowa|strony internetowej|сайт|сайта|"
        "веб сайт|网站|官网"
    ),
    "chat|live chat|czat|czatu|чат|чата|在线聊天|聊天",
    "advertising|ads|ad|advertisement|reklama|reklamy|reklam|реклама|рекламы|广告",
    "direct|direct traffic|bezposrednie|bezposredniego|прямой|прямые|прямого|直接访问|直接",
    "download|whitepaper|white paper|ebook|e book|вайтпейпер|白皮书|电子书",
    "display|баннер|баннеры|展示广告",
    "spring|wiosna|wiosenna|wiosny|весна|весны|весенняя|春季|春天",
    "summer|lato|letnia|lata|лето|лета|летняя|夏季|夏天",
    "autumn|fall|jesien|jesienna|jesieni|осень|осени|осенняя|秋季|秋天",
    "winter|zima|zimowa|zimy|зима|зимы|зимняя|冬季|冬天",
    "linkedin|linkedina|linkedinie|линкедин|линкедина|领英",
    "google|google a|гугл|гугла|谷歌",
    "demo|demo request|prosba o demo|demonstracja|демо|演示|试用",
)
_STATUSES = {
    Status.NEW: "new|untouched|not touched|not yet touched|not been touched|not yet been touched|"
    "never touched|never been touched|nobody touched|uncontacted|not contacted|not yet contacted|"
    "not been contacted|not yet been contacted|never contacted|never been contacted|"
    "nobody contacted|not called|not been called|never called|not worked|"
    "nietkniete|nietknietych|nie tkniete|nie zostaly tkniete|nie zostaly jeszcze tkniete|"
    "bez kontaktu|nieobsluzone|nieobsluzonych|не обработаны|необработанные|необработанных|"
    "не обработанные|не тронуты|нетронутые|нетронутых|без контакта|nowe|nowych|nowy|"
    "новые|новых|новый|新的|新",
    Status.ATTEMPTING: "attempting|attempted|attempts|w trakcie proby|proby kontaktu|"
    "попытка связаться|попытки|дозвон|尝试联系|尝试联系中",
    Status.CONNECTED: "connected|in conversation|in conversations|working|w rozmowie|w rozmowach|"
    "rozmowie|в разговоре|в работе|в переговорах|переговорах|沟通中|洽谈中|已联系",
    Status.NURTURING: "nurturing|nurture|nurtured|w pielegnacji|pielegnowane|"
    "взращивание|прогрев|прогреваемые|培育|培育中",
    Status.QUALIFIED: "qualified|zakwalifikowane|zakwalifikowanych|kwalifikowane|"
    "квалифицированные|квалифицированных|合格|合格的",
    Status.CONVERTED: "converted|won|customers|skonwertowane|skonwertowanych|wygrane|wygranych|"
    "skonwertowano|wygrano|конвертировано|конвертированы|выиграно|выиграны|конвертированные|конвертированных|выигранные|выигранных|已转化|转化|成交|已成交",
    Status.DISQUALIFIED: "disqualified|unqualified|rejected|dead|lost|zdyskwalifikowane|"
    "zdyskwalifikowanych|zdyskwalifikowano|odrzucone|odrzuconych|odrzucono|"
    "дисквалифицировано|дисквалифицированы|отклонено|отклонены|дисквалифицированные|дисквалифицированных|"
    "отклоненные|отклонённые|отклоненных|отклонённых|不合格|不合格的|已淘汰",
}


_CHINESE_UNTOUCHED = re.compile(
    r"(?:还没有?|没有?|尚未|未)(?:被)?(?:联系|接触|跟进|处理)(?:过|的)?"
)


def spell_untouched(text: str) -> str:
    """Spell "not contacted yet", whose "not" and "contacted" would else be read apart."""
    return _CHINESE_UNTOUCHED.sub(" untouched ", text)


def spread(text: str) -> str:
    """Set blanks around the Chinese words known here, which are written without."""
    return _chinese().sub(lambda word: f" {word[0]} ", text)


def channel_spellings(phrase: str) -> frozenset[str]:
    """Give everything that means the same kind of source as a folded phrase."""
    return _channels().get(phrase, frozenset())


def status_at(words: Sequence[str], at: int) -> tuple[Status, int] | None:
    """Read a status at a place in folded words, and tell the place after it."""
    for length in (4, 3, 2, 1):
        status = _statuses().get(" ".join(words[at : at + length]))
        if status is not None and at + length <= len(words):
            return status, at + length
    return None


@lru_cache(maxsize=1)
def _channels() -> dict[str, frozenset[str]]:
    groups = [frozenset(name_key(word) for word in group.split("|")) for group in _CHANNELS]
    return {word: group for group in groups for word in group}


@lru_cache(maxsize=1)
def _statuses() -> dict[str, Status]:
    return {
        name_key(word): status for status, words in _STATUSES.items() for word in words.split("|")
    }


@lru_cache(maxsize=1)
def _chinese() -> re.Pattern[str]:
    """Find the Chinese words, the longest first, so that none is cut by a shorter one."""
    all_words = "|".join((*_CHANNELS, *_STATUSES.values())).split("|")
    chinese = {word for word in all_words if "\u4e00" <= word[0] <= "\u9fff"}
    return re.compile("|".join(sorted(chinese, key=len, reverse=True)))
