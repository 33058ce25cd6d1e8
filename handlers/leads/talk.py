"""The words of a question around its leads, in four languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from handlers.naming import name_key

MOST_WORDS_READ = 80
"""A sentence is known by its first words."""

_LEADS = """
leads leady leadow leadami leadach leadom лиды лидов лидами лидах лидам
"""

_COUNTED = """
lead leads contact contacts people person prospects hour hours day days minute minutes week weeks
month months quarter quarters of more times
leada leady leadow leadami leadach kontakty kontaktow osob osoby godzin godziny godzinach godzinie
dni dniach dniu minut minutach tygodni tygodniach miesiecy miesiacach
лид лида лиды лидов лидами лидам контакт контакта контактов человек часов часа час часы дней дня
день минут минуты недели недель неделю месяцев месяца
"""

_ASKING = """
what whats which why how who where when happened happening became become status outcome update
please could tell show check called contacted these those following anything news
update updates whatever look know find became going
any has follow hi hello hey thanks thank regards cheers dear
co dlaczego czemu jak ktore kiedy stalo dzieje stanie statusem leada leadem
prosze pokaz wyslij sprawdz tymi tych te oddzwoniono zadzwoniono skontaktowano zadzwonil czesc
slychac dalej ile hej masz macie wiadomo sprawdzic czy juz tam info
ktos dzwonil dzwonila dzien dobry witam dzieki dziekuje pozdrawiam nowego
что почему зачем как какие какой когда стало случилось происходит произошло статус
лида лидом лиду пожалуйста покажи покажите проверь эти этих этими позвонили связались привет
подскажите подскажи скажите расскажите сколько добрый здравствуйте спасибо
нового слышно новости есть про насчет кто нибудь звонил дошли
"""

_AROUND = """
between miedzy pomiedzy между co
a an the of to for from with in on at by and or is are was were be been has have had do does did
will would can i we you
me us my our your it its they them their this that only after before so late later long take took
first last until
lead contact contacts person people customer list here there out about any all every each reached
someone anyone call phoned emailed mailed touched followed up again ever yet still now
get got go went ours one ones some anybody anyone everyone everybody team folks guys
s m re kind best question quick both alive still owns owner doing bit subject fw fwd cc bcc temat
ok okay deal case wants
more many much number name names id ids nr never not yet
hour hours day days minute minutes week weeks month months quarter quarters
campaign campaigns source sources channel status created came come coming
one two three four five six seven eight nine ten eleven twelve
zostaly zostalo jeszcze zostali
z ze w we na do od po za o u i a oraz sie jest sa byl byla bylo byli z tego czy nie to ten ta tym
tego tej
lead leada leadzie kontakt kontakty kontaktu osoba osoby lista liste moje nasze nasz moj nam mi
mnie jej jego im
dopiero tak pozno godzin godziny godzinach godzinie dni dniach dniu minut minutach tygodni
tygodniach
kampania kampanii kampanie kampanią zrodlo zrodla zrodel zrodle kanalu ktory ktora zostal zostala
zostali telefon
jednej jednym dwoch dwie trzy trzech czterech pieciu szesciu siedmiu osmiu dziewieciu dziesieciu
еще ещё
с со в во на из от до по за о об у и а или ли не это этот эта этой этому был была было были есть
лид контакт контакты человек список наши мои мой наш нам мне ему ей ею им них него нее
только лишь так поздно через спустя после часов часа час часы дней дня день минут минуты неделю
недели
кампания кампании кампанию источник источника источники канала которые который которая пришли
пришел пришедшие звонок
один двух два три трех трёх четыре четырех пять пяти шесть шести семь семи восемь восьми девять
десять
"""

_CHINESE_ASKING = (
    "发生了什么", "怎么样了", "怎么样", "怎样了", "怎么回事", "什么情况", "情况如何", "进展如何",
    "如何了", "为什么", "为何", "请问", "请查一下", "请查", "有没有", "的消息", "消息", "编号",
    "告诉我", "这些", "那些", "下列", "以下", "线索",
    "潜在客户", "状态", "结果", "您好", "你好", "大家好", "谢谢", "请帮忙", "帮忙", "帮我", "看一下", "看看",
    "查一下", "有哪些", "哪些", "多少",
)  # fmt: skip
_CHINESE_AROUND = (
    "到现在", "这么晚", "那么晚", "这么久", "之后", "以后", "才被", "才接到", "才打", "才联系", "才收到", "接到",
    "联系",
    "打电话", "电话", "过了", "我们", "客户", "的活动", "活动", "来源", "渠道", "所有", "全部",
    "来自", "各位",
)  # fmt: skip
_BRACKETS = frozenset("()[]（）<>")
"""What stands in brackets is a company, whatever its words."""

_CHINESE_NOT = ("还没有", "还没", "没有", "尚未")
_NOT = frozenset({"not", "never", "nie", "не", "没", "未"})

CHINESE_PARTICLES = "这那的了吗呢请给被在"
_CHINESE_COUNT = re.compile(
    r"[\d一二三四五六七八九十两几]{1,4}\s?(?:个?小时|个月|分钟|[条个位名天])"
)
_WHY = ("why", "how come", "dlaczego", "czemu", "почему", "зачем")
_CHINESE_WHY = ("为什么", "为何", "怎么才")
_ASKS_WHY = re.compile("|".join((*(rf"{why}\b(?<!\w{why})" for why in _WHY), *_CHINESE_WHY)))
"""Finds whole words; a pattern that began with ``\\b`` would search four times as long."""


def asks_why(text: str) -> bool:
    """Tell whether somebody asks for a cause rather than an outcome."""
    return _ASKS_WHY.search(text.casefold()) is not None


def is_talk(line: str) -> bool:
    """Tell whether a line speaks to the bot rather than naming a lead and nothing else."""
    if any(phrase in line for phrase in _CHINESE_ASKING):
        return True
    words = [name_key(word) for word in _first_words(line)]
    asked = sum(word in asking() for word in words)
    about = sum(word in around() for word in words)
    if not about:
        return False
    return (
        asked > 1
        or about == len(words)
        or (words[0] in asking() and about > 1)
        or line.endswith(("?", ":", "？", "："))
        or any(word in _leads() for word in words)
    )


def without_talk(line: str) -> str:
    """Take the question away from both ends of a sentence, so that the name in it is left."""
    left = line
    if not line.isascii():
        for phrase in _CHINESE_NOT:
            left = left.replace(phrase, " ")
        left = without_chinese_talk(left).strip(CHINESE_PARTICLES + "有 ?？。，,")
    words = _first_words(left)
    start, end = 0, len(words)
    while start < end and _is_filler(words, start) and not _begins_name(words, start):
        start += 1
    while start < end and _is_filler(words, end - 1) and not _ends_name(words[start:end]):
        end -= 1
    bare = " ".join(words[start:end]).strip(" ,.:;!?。？！，：")
    return bare.removesuffix("'s").removesuffix("’s")


def _is_filler(words: Sequence[str], at: int) -> bool:
    """Tell whether a word may go; a number goes only where it counts something: "20 leads"."""
    if not _BRACKETS.isdisjoint(words[at]):
        return False
    if not name_key(words[at]).isdigit():
        return is_around(words[at])
    return counts(words, at)


def is_around(word: str) -> bool:
    """Tell whether a word belongs to the question and not to a lead, a campaign or a source."""
    key = name_key(word)
    return all(map(_is_common, key.split())) or (key.isdigit() and len(key) < 5)  # noqa: PLR2004 - ids are longer


def _is_common(word: str) -> bool:
    return word in around()


def turns_around(word: str) -> bool:
    """Tell whether a word turns the meaning of others around, so that it must be understood."""
    return word in _NOT


def _begins_name(words: Sequence[str], at: int) -> bool:
    """Tell whether a filler is a name for its capital: "what happened to Will Smith"."""
    return at > 0 and words[at][0].isupper() and words[at - 1][0].islower()


def _ends_name(words: Sequence[str]) -> bool:
    """Tell whether a filler is a surname for its capital: "what happened to George Best?"."""
    return len(words) > 1 and words[-1].istitle() and words[-2].istitle()


def counts(words: Sequence[str], at: int) -> bool:
    """Tell whether the number at a place counts what follows: "20 leads", "six hours"."""
    return at + 1 < len(words) and name_key(words[at + 1]) in _counted()


def names_many(text: str) -> bool:
    """Tell whether a text speaks of leads as a group: "the webinar leads"."""
    return "线索" in text or any(name_key(word) in _leads() for word in _first_words(text))


def without_chinese_talk(text: str) -> str:
    """Blank out what Chinese says around a name; it has no blanks by which to find words."""
    left = _CHINESE_COUNT.sub(" ", text)
    for phrase in (*_CHINESE_ASKING, *_CHINESE_AROUND):
        left = left.replace(phrase, " ")
    return left


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    return frozenset(name_key(word) for word in _LEADS.split())


@lru_cache(maxsize=1)
def _counted() -> frozenset[str]:
    return frozenset(name_key(word) for word in _COUNTED.split())


@lru_cache(maxsize=1)
def asking() -> frozenset[str]:
    """Give the folded words that only a question has."""
    return frozenset(name_key(word) for word in (_ASKING + _LEADS).split())


@lru_cache(maxsize=1)
def around() -> frozenset[str]:
    """Give the folded words that may stand around a name in a question."""
    return asking() | frozenset(name_key(word) for word in _AROUND.split())


def _first_words(line: str) -> Sequence[str]:
    return line[:2_000].split()[:MOST_WORDS_READ]
