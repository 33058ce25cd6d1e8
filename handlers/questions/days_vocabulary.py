"""The words for days, weeks, months and feasts in English, Polish, Russian and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from handlers.naming import name_key

_MONTHS = (
    "january januar janaury styczeń stycznia styczniu январь января январе январю",
    "february febuary luty lutego lutym февраль февраля феврале февралю",
    "march marzec marca marcu март марте марту",
    "april apirl aprill kwiecień kwietnia kwietniu kwietnu апрель апреля апреле апрелю",
    "maj maju май мае маю",
    "june czerwiec czerwca czerwcu июнь июня июне июню",
    "july lipiec lipca lipcu июль июля июле июлю",
    "august sierpień sierpnia sierpniu август августе августу",
    "september septmber wrzesień września wrześniu сентябрь сентября сентябре сентябрю",
    "october październik października październiku октябрь октября октябре октябрю",
    "november listopad listopada listopadzie ноябрь ноября ноябре ноябрю",
    "december grudzień grudnia grudniu декабрь декабря декабре декабрю",
)
_SHY_MONTHS = (
    "jan янв",
    "feb lut фев",
    "mar марта",
    "apr апр",
    "may maja мая",
    "jun",
    "jul",
    "aug августа",
    "sep sept сен сент",
    "oct окт",
    "nov ноя нояб",
    "dec дек",
)
"""Forms that mean a month only beside a number or "till": else they are names and verbs (May, "mają", Марта)."""

_ENGLISH_MONTHS = (
    "january jan february feb march mar april apr may june jun july jul august aug "
    "september sept sep october oct november nov december dec"
)

_WEEKDAYS = (
    "monday mondy poniedziałek poniedziałku понедельник понедельника понедельнику",
    "tuesday tuseday wtorek wtorku вторник вторника вторнику",
    "wednesday wednsday wensday środa środę среду среда",
    "thursday thurday thursady czwartek czwartku четверг четверга четвергу",
    "friday firday piątek piątku пятница пятницу пятницы пятнице",
    "saturday sobota sobotę soboty суббота субботу субботы",
    "sunday niedziela niedzielę niedzieli воскресенье воскресенья",
)
_SHY_WEEKDAYS = (
    "mon pon пн",
    "tue tues wt вт",
    "wed środy ср среды",
    "thu thur thurs czw чт",
    "fri pt пт",
    "sat sob сб",
    "sun ndz вс",
)
_CHINESE_WEEKDAYS = "一二三四五六日天"

_COUNTS = {
    1: "a an one jeden jedną один одну",
    2: "two couple dwa dwie dwóch два две пару",
    3: "three trzy trzech три",
    4: "four cztery czterech четыре",
    5: "five pięć pięciu пять",
    6: "six sześć sześciu шесть",
    8: "eight osiem восемь",
    10: "ten dziesięć десять",
    12: "twelve двенадцать",
}
_CHINESE_DIGITS = "零一二三四五六七八九"

_SINGLE_UNITS = {
    "day": "dzień день",
    "week": "tydzień tygodniu неделю недельку",
    "month": "miesiąc miesiącu miech месяц месяцок",
    "quarter": "kwartał kwartale квартал",
    "year": "rok roku год годик",
}
_UNITS = {
    "day": "day days dni dniach дня дней",
    "week": "week weeks wk wks tygodnie tygodni tygodniach tyg недели недель нед",
    "month": "month months mth mths mo miesiące miesięcy miesiącach mies месяца месяцев мес",
    "quarter": "quarter quarters qtr kwartały kwartału квартала кварталов",
    "year": "year years yr yrs lata lat latach года лет году",
}
_CHINESE_UNITS = {
    "day": "天",
    "week": "周 星期 个星期 礼拜 个礼拜",
    "month": "个月 月",
    "quarter": "季度 个季度 季",
    "year": "年",
}
_INFLECTED_UNITS = {
    "week": "weeka tygodnia неделе неделя",
    "month": "miesiąca месяце месяцу",
    "quarter": "kwartale квартале",
}

DAYS_OF_UNIT = {"day": 1, "week": 7}
MONTHS_OF_UNIT = {"month": 1, "quarter": 3, "year": 12}

_ORDINALS = (
    "1 i 1st first pierwszy pierwszym pierwszego первый первом первого 一",
    "2 ii 2nd second drugi drugim drugiego второй втором второго 二",
    "3 iii 3rd third trzeci trzecim trzeciego третий третьем третьего 三",
    "4 iv 4th fourth czwarty czwartym czwartego четвертый четвертом четвертого 四",
)

_PREPOSITIONS = (
    "in on till til until by after before next this early late mid from "
    "do od po w we na przed в во до со с по на после к от"
)
_END = (
    r"(?:at |till |until |by |до |в |к )?(?:the )?"
    r"(?:end of|pod koniec|koniec|końca|końcu|конец|конца|конце|концу)"
)
_MID = r"(?:mid|middle of|połowy|połowie|połowa|середины|середине)"
_NEXT = r"(?:next|following|przysz\w{2,4}|następn\w{1,3}|следующ\w{2,3}|будущ\w{2,3}|след)"
_NEXT_YEAR = (
    r"(?:next year|przysz\w{2,4} roku|następn\w{1,3} roku"
    r"|следующ\w{2,3} год\w?|будущ\w{2,3} год\w?)"
)
_LAST = r"(?:last|previous|since|zesz\w{2,4}|ubieg\w{2,4}|прошл\w{1,4})"
_NO_MONEY = r"(?! ?(?:[%$€£元万]|k\b|mln|tys|eur|usd|pln|zł\b|руб|тыс|млн))"
_AFTER = "(?:之|以)?后"
_CHINESE_DATE = "(?P<month>\\d{1,2}|CHINESE)月(?P<day>\\d{1,2}|CHINESE)[日号]"

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "past",
        (
            rf"\b(?:(?:ANY_MONTH|WEEKDAY)(?: (?:in|of|w|в|на))? )?{_LAST} \w{{1,20}}"
            r"(?: (?:on|in|w|we|в|во) (?:ANY_MONTH|WEEKDAY))?\b"
        ),
    ),
    (
        "past",
        r"上个?(?:周|星期|礼拜)[一二三四五六日天]?|上个?(?:月|季度)|去年(?:(?:\d{1,2}|CHINESE)月)?",
    ),
    (
        "full-date",
        r"(?<!\d)(?P<year>20\d\d)[-./年] ?(?P<month>\d{1,2})[-./月] ?(?P<day>\d{1,2})(?!\d)[日号]?",
    ),
    (
        "full-date",
        r"(?<!\d)(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>20\d\d|\d\d)(?!\d)",
    ),
    ("with-slashes", r"(?<![\d/])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>20\d\d)(?!\d)"),
    ("with-slashes", r"(?<![\d/])(?P<one>\d\d)/(?P<other>\d\d)(?![\d/])"),
    (
        "day-and-month",
        rf"(?<![\d.,$€£])(?P<day>\d{{1,2}})\.(?P<month>\d\d)(?!\d|[.,:]\d){_NO_MONEY}",
    ),
    ("day-of-named-month", rf"(?P<year>明年|20\d\d年)?{_CHINESE_DATE}"),
    (
        "day-of-named-month",
        (
            r"(?<![\d.,])(?:\bWEEKDAY,? )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|-?go|-?го)?"
            r"(?: of)? (?P<month>ANY_MONTH)\b"
            rf"(?:,? (?P<year>20\d\d|{_NEXT_YEAR})\b)?"
        ),
    ),
    (
        "day-of-named-month",
        (
            r"\b(?P<month>ENGLISH_MONTH)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)\b"
            r"(?:,? (?P<year>20\d\d)\b)?"
        ),
    ),
    ("weekday-next-week", "下个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"),
    (
        "weekday-next-week",
        rf"\b(?P<weekday>WEEKDAY)(?: (?:in|of|w|we|на))? {_NEXT} (?:week|tygodniu|неделе)\b",
    ),
    (
        "weekday-next-week",
        rf"\b{_NEXT} (?:week|tygodniu|неделе),?(?: (?:on|w|we|в|во))? (?P<weekday>WEEKDAY)\b",
    ),
    ("weekday-next-week", rf"\b{_NEXT} (?P<weekday>WEEKDAY)\b"),
    ("half-a-year", r"\b(?:in|after|za|po|через) (?:pół roku|half a year|полгода|пол года)\b"),
    ("half-a-year", rf"过?半年{_AFTER}|过半年"),
    (
        "in-units",
        (
            r"\b(?:in|after|within|za|po|через|спустя) (?:(?:about|około|ok|jakieś|примерно) )?(?:a )?"
            r"(?P<count>COUNT)(?: of)? (?P<unit>UNIT)\b"
        ),
    ),
    ("in-units", r"\b(?P<count>COUNT)(?: of)? (?P<unit>UNIT) from now\b"),
    (
        "in-units",
        r"\b(?:za|po|через|спустя) (?:(?:około|ok|jakiś|примерно) )?(?P<single>SINGLE)\b",
    ),
    ("in-units", rf"(?P<count>\d{{1,2}}|CHINESE)(?P<unit>CHINA_UNIT){_AFTER}"),
    ("in-units", r"过(?P<count>\d{1,2}|CHINESE)(?P<unit>CHINA_UNIT)"),
    (
        "named-month",
        r"(?P<year>明年|20\d\d年)?(?P<month>\d{1,2}|CHINESE)月份?(?P<mid>中旬?)?(?P<end>[底末])?",
    ),
    ("named-month", rf"\b(?P<year>{_NEXT_YEAR})(?: (?:in|w|we|в))? (?P<month>ANY_MONTH)\b"),
    (
        "named-month",
        (
            rf"\b(?P<prep>PREPOSITION )?(?P<end>{_END} )?(?P<mid>{_MID}(?:-| ))?"
            r"(?P<month>(?(prep)ANY_MONTH|(?(end)ANY_MONTH|(?(mid)ANY_MONTH|SURE_MONTH))))\b"
            rf"(?:,?(?: of)? (?P<year>20\d\d|{_NEXT_YEAR})\b)?"
        ),
    ),
    (
        "quarter",
        (
            rf"\b(?:q(?P<short>[1-4])|(?P<before>ORDINAL)(?:-?\w{{1,3}})?"
            rf" (?:quarter|kwarta\w{{1,4}}|квартал\w{{0,3}}))\b(?: (?P<year>20\d\d|{_NEXT_YEAR})\b)?"
        ),
    ),
    ("quarter", r"(?P<year>明年)?第?(?P<short>[一二三四1-4])季度"),
    ("polish-feast", r"\bpo świętach\b"),
    ("easter", r"\b(?:after easter|po wielkanocy|po wielkiejnocy)\b"),
    ("christmas", r"\b(?:after (?:christmas|xmas)|po bożym narodzeniu)\b|圣诞节?后"),
    ("holidays-in-english", r"\bafter (?:the )?(?:holidays|holiday season)\b"),
    (
        "new-year",
        (
            r"\b(?:(?:after|in) (?:the )?new years?|(?:po nowym|w nowym|od nowego) roku)\b"
            r"|(?:元旦|新年)节?(?:假期)?后"
        ),
    ),
    (
        "russian-new-year",
        (
            r"\b(?:(?:после|с) нового года|в новом году|после нг"
            r"|после новогодних(?: \w{1,12})?|после рождества)\b"
        ),
    ),
    ("russian-holidays", r"\bпосле (?:праздников|каникул)\b"),
    ("russian-may", r"\bпосле майских(?: праздников)?\b"),
    ("polish-may", r"\bpo majówce\b"),
    ("chinese-may", "五一(?:节|假期)?后"),
    ("chinese-october", "(?:国庆节?|十一)(?:假期)?后"),
    (
        "spring-festival",
        (
            rf"(?:春节|新春|过完?年|农历新年)(?:假期)?{_AFTER}|过完年"
            rf"|(?<![\d一二两三四五六七八九十半几今明去多])年{_AFTER}"
        ),
    ),
    (
        "second-half",
        r"\b(?:second half of the year|h2|drugiej połowie roku|втором полугодии)\b|下半年",
    ),
    (
        "spring",
        (
            r"\b(?:(?:in|till|until|by) (?:the )?spring|wiosną|na wiosnę|do wiosny"
            r"|весной|до весны|к весне)\b|春天|开春"
        ),
    ),
    (
        "summer",
        r"\b(?:(?:in|till|until|by) (?:the )?summer|latem|do lata|летом|до лета|к лету)\b|夏天",
    ),
    (
        "autumn",
        (
            r"\b(?:(?:in|till|until|by) (?:the )?(?:autumn|fall)|after (?:the )?summer"
            r"|jesienią|na jesień|do jesieni|po wakacjach|осенью|до осени|к осени|после лета)\b|秋天|暑假后"
        ),
    ),
    (
        "winter",
        r"\b(?:(?:in|till|until|by) (?:the )?winter|zimą|do zimy|зимой|до зимы|к зиме)\b|冬天",
    ),
    ("end-of-year", rf"\b{_END} (?:roku )?(?P<year>20\d\d)\b"),
    ("end-of-year", r"(?P<year>20\d\d)年底"),
    ("end-of-unit", rf"\b{_END} (?:the |this )?(?P<unit>ANY_UNIT)\b"),
    ("end-of-unit", r"(?<![下明个])(?P<unit>年|月)(?:底|末)"),
    ("next-unit", rf"\b{_NEXT} (?P<unit>ANY_UNIT)\b"),
    ("next-unit", "下一?个?(?P<unit>周|星期|礼拜|月|季度)|[明来](?P<year>年)"),
    ("day-after-tomorrow", r"\b(?:day after tomorrow|pojutrze|послезавтра)\b"),
    ("three-days-ahead", "大后天"),
    ("day-after-tomorrow", "后天"),
    ("tomorrow", r"\b(?:tomorrow|tmrw|jutro|завтра)\b|明天"),
    ("weekday", "(?:本|这)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"),
    (
        "weekday",
        r"\b(?P<prep>PREPOSITION )?(?P<weekday>(?(prep)ANY_WEEKDAY|WEEKDAY))\b",
    ),
    (
        "day-of-month",
        (
            r"(?<!\d)(?P<day>\d{1,2})(?:(?:st|nd|rd|th|-го|-му)\b"
            r"(?! (?:call|time|attempt|try|message|quarter|раз))|号)"
        ),
    ),
    (
        "year-alone",
        r"\b(?:in|till|until|from|w|do|od|в|до|с) (?P<year>20\d\d)\b(?! ?[-./年]\d)",
    ),
    ("year-alone", r"(?<!\d)(?P<year>20\d\d)年"),
)
"""What may be said, the particular before the general; each is read by the reader that it names.

A blank stands for a few, a word in capitals for one of a list below."""


def spelled_out(pattern: str) -> str:
    """Put the word lists into their places, and fold a pattern's letters as texts are folded."""
    for place, forms in _places().items():
        pattern = pattern.replace(place, forms)
    return re.sub(r"[^\x00-\x7f]", _folded, pattern).replace(" ", "(?:[ \\t]{1,3})")


def number(said: str) -> int | None:
    """Read a number up to 99: ``2``, ``two``, ``dwa``, ``два``, ``二十五``."""
    if said.isdecimal():
        return int(said)
    if said in _counts():
        return _counts()[said]
    tens, ten, ones = said.replace("两", "二").rpartition("十")
    if not said or len(tens) > 1 or len(ones) > 1 or not set(tens + ones) <= set(_CHINESE_DIGITS):
        return None
    return 10 * (_chinese_digit(tens, 1) if ten else 0) + _chinese_digit(ones, 0)


def ordinal(said: str) -> int:
    """Read which of four: ``1``, ``ii``, ``third``, ``czwarty``."""
    return _numbered(_ORDINALS, first=1)[said]


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Give the number of each name of a month."""
    return {**_numbered(_MONTHS, first=1), **_numbered(_SHY_MONTHS, first=1)}


@lru_cache(maxsize=1)
def weekdays() -> dict[str, int]:
    """Give the number of each name of a weekday; Monday is 0."""
    chinese = {name: min(number, 6) for number, name in enumerate(_CHINESE_WEEKDAYS)}
    return {**_numbered(_WEEKDAYS), **_numbered(_SHY_WEEKDAYS), **chinese}


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Give the unit of time behind each of its names."""
    lists = (_SINGLE_UNITS, _UNITS, _CHINESE_UNITS, _INFLECTED_UNITS)
    return {form: unit for one in lists for unit, forms in one.items() for form in _split(forms)}


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    return {form: count for count, forms in _COUNTS.items() for form in _split(forms)}


def _chinese_digit(said: str, silent: int) -> int:
    return _CHINESE_DIGITS.index(said) if said else silent


def _numbered(lines: tuple[str, ...], first: int = 0) -> dict[str, int]:
    return {form: number for number, line in enumerate(lines, first) for form in _split(line)}


def _split(forms: str) -> list[str]:
    return re.sub(r"[^\x00-\x7f]", _folded, forms).split()


def _folded(match: re.Match[str]) -> str:
    return name_key(match[0]) or match[0]


def _any(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Give the word lists by their places; the longer place comes first where one ends like another."""
    weekdays_sure, months_sure = _numbered(_WEEKDAYS), _numbered(_MONTHS)
    singles, plurals, chinese, inflected = (
        _split(" ".join(one.values()))
        for one in (_SINGLE_UNITS, _UNITS, _CHINESE_UNITS, _INFLECTED_UNITS)
    )
    return {
        "ENGLISH_MONTH": _any(_ENGLISH_MONTHS.split()),
        "ANY_MONTH": _any(months()),
        "SURE_MONTH": _any(months_sure),
        "ANY_WEEKDAY": _any([*weekdays_sure, *_numbered(_SHY_WEEKDAYS)]),
        "WEEKDAY": _any(weekdays_sure),
        "CHINA_UNIT": _any(form for form in chinese if form != "月"),
        "ANY_UNIT": _any([*singles, *plurals, *inflected]),
        "UNIT": _any(plurals),
        "SINGLE": _any(singles),
        "PREPOSITION": _any(_split(_PREPOSITIONS)),
        "ORDINAL": _any(_numbered(_ORDINALS)),
        "COUNT": rf"(?:\d{{1,2}}|{_any(_counts())})",
        "CHINESE": "[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]",
    }
