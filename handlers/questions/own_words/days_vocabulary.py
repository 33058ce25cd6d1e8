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
def calendar_names() -> frozenset[str]:
    """Give the names of months and weekdays that seldom mean anything else."""
    return frozenset({**_numbered(_MONTHS), **_numbered(_WEEKDAYS)})


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
    return re.sub(r"[^\x00-\x7f]", folded, forms).split()


def folded(match: re.Match[str]) -> str:
    """Fold one letter of a pattern or a list as texts are folded."""
    return name_key(match[0]) or match[0]


def _any(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Give the word lists of patterns by name; of two names that end alike, the longer first."""
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
