"""The words of dates and periods in four languages, folded to one spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from handlers.naming import name_key

_MONTHS = (
    "january jan styczen stycznia styczniu styczniem январем январь января январе янв",
    "february feb luty lutego lutym февралем февраль февраля феврале фев",
    "march mar marzec marca marcu marcem мартом март марта марте",
    "april apr kwiecien kwietnia kwietniu kwietniem апрелем апрель апреля апреле апр",
    "may maj maja maju majem маем май мая мае",
    "june jun czerwiec czerwca czerwcu czerwcem июнем июнь июня июне",
    "july jul lipiec lipca lipcu lipcem июлем июль июля июле",
    "august aug sierpien sierpnia sierpniu sierpniem августом август августа августе авг",
    (
        "september sep sept wrzesien wrzesnia wrzesniu wrzesniem "
        "сентябрем сентябрь сентября сентябре сен сент"
    ),
    (
        "october oct pazdziernik pazdziernika pazdzierniku pazdziernikiem "
        "октябрем октябрь октября октябре окт"
    ),
    "november nov listopad listopada listopadzie listopadem ноябрем ноябрь ноября ноябре ноя",
    "december dec grudzien grudnia grudniu grudniem декабрем декабрь декабря декабре дек",
)
_WORDS = {
    "this": "this current biezacym biezacego tym tego ten этот этой этом эту этого текущем",
    "last": "last past previous zeszlym zeszlego ubieglym ubieglego ostatnim ostatniego ostatni "
    "poprzednim poprzedniego zeszly ostatnich ostatnie прошлой прошлом прошлого прошлую прошлый прошлая "
    "прошедшей последние последних последний последней",
    "day": "day days dni dzien dnia дней день дня",
    "week": "week weeks tygodniu tygodnia tydzien tygodni tygodnie неделя неделе недели неделю недель",
    "month": "month months miesiacu miesiaca miesiac miesiecy miesiace месяце месяца месяц месяцев",
    "quarter": "quarter quarters kwartale kwartalu kwartal kwartaly квартале квартала квартал",
    "year": "year years roku rok lat lata году года год лет г",
    "today": "today dzis dzisiaj dzisiejsze сегодня сегодняшние",
    "yesterday": "yesterday wczoraj wczorajsze вчера вчерашние",
    "since": "since starting od poczawszy с со начиная",
    "after": "after po после",
    "to": "to until till through thru do по до",
    "and": "to and a i do по до и",
    "before": "before przed перед раньше",
    "q1": "q1",
    "q2": "q2",
    "q3": "q3",
    "q4": "q4",
    "1": "first one i pierwszy pierwszym pierwszego jeden первый первом первого один",
    "2": "second two ii drugi drugim drugiego dwa dwoch dwie второй втором второго два две двух",
    "3": "third three iii trzeci trzecim trzeciego trzy trzech третий третьем третьего три трех",
    "4": "fourth four iv czwarty czwartym czwartego cztery czterech "
    "четвертый четвертом четвертого четыре четырех",
}
_CHINESE_NUMBER = re.compile(r"[一二两三四五六七八九十]{1,3}(?=个|天|日|号|周|星期|月|年|季度)")
_CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE_DAY = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}年"
_CHINESE = (
    (rf"(?:自|从)?({_CHINESE_DAY})(?:以来|之后|以后|开始|起|后)", r" since \1 "),
    (rf"({_CHINESE_DAY})(?:之前|以前|前)", r" before \1 "),
    (r"(?<=[日号月年\d])\s?[到至和]\s?(?=\d)", " to "),
    (r"自(?=\d)", " since "),
    (r"从(?=\d)", " from "),
    (r"今天|今日", " today "),
    (r"昨天|昨日", " yesterday "),
    (r"(?:本|这个?|这一)(?:周|星期|礼拜)", " this week "),
    (r"上个?(?:周|星期|礼拜)", " last week "),
    (r"(?:本|这个)月", " this month "),
    (r"上个?月", " last month "),
    (r"(?:本|这个)季度", " this quarter "),
    (r"上个?季度", " last quarter "),
    (r"今年", " this year "),
    (r"去年", " last year "),
    (r"(?:最近|过去|近)(\d{1,3})(?:天|日)", r" last \1 days "),
    (r"(?:最近|过去|近)(\d{1,3})个?(?:周|星期)", r" last \1 weeks "),
    (r"(?:最近|过去|近)(\d{1,3})个?月", r" last \1 months "),
    (r"第?([1-4])季度", r" q\1 "),
    (r"第\s?(\d{1,2})\s?周(?!年)", r" week \1 "),
    (r"(\d{4})年", r" \1 "),
    (r"(\d{1,2})月", r" m\1 "),
    (r"(\d{1,2})[日号]", r" \1 "),
)
_RANGE_DASH = re.compile(r"(?<=\d)\s{0,3}[–—~～-]\s{0,3}(?=\d)")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}))?(?![\d.])")


def words_of(text: str) -> Sequence[str]:
    """Fold a text to words, with its dates spelt alike whatever the language."""
    plain = text if text.isascii() else _chinese(text)
    plain = _NUMERIC.sub(_spell_numbers, _ISO.sub(_spell_iso, plain))
    return name_key(_RANGE_DASH.sub(" to ", plain)).split()


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Give the number of each month, by every name and form of it."""
    names = {
        name_key(name): number
        for number, names in enumerate(_MONTHS, start=1)
        for name in names.split()
    }
    return names | {f"m{number}": number for number in range(1, 13)}


@lru_cache(maxsize=1)
def kinds() -> dict[str, frozenset[str]]:
    """Give what each word may mean; Polish *i* is "and" as well as the first."""
    meant: dict[str, set[str]] = {}
    for kind, words in _WORDS.items():
        for word in words.split():
            meant.setdefault(name_key(word), set()).add(kind)
    return {word: frozenset(some) for word, some in meant.items()}


def _chinese(text: str) -> str:
    plain = _CHINESE_NUMBER.sub(lambda found: str(_chinese_number(found[0])), text)
    for pattern, spelt in _CHINESE:
        plain = re.sub(pattern, spelt, plain)
    return plain


def _chinese_number(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    value = _CHINESE_DIGITS.get(ones[-1:], 0)
    return value + (10 * _CHINESE_DIGITS.get(tens[-1:], 1) if ten else 0)


def _spell_iso(found: re.Match[str]) -> str:
    if not 1 <= int(found[2]) <= 12:  # noqa: PLR2004 - months
        return found[0]
    return f" {found[3] or ''} m{int(found[2])} {found[1]} "


def _spell_numbers(found: re.Match[str]) -> str:
    """Read 3.05.2025 and 3/5/2025 with the day first, unless only the other is a date."""
    day, month = int(found[1]), int(found[3])
    if month > 12 >= day:  # noqa: PLR2004 - months
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:  # noqa: PLR2004 - a calendar's
        return found[0]
    return f" {day} m{month} {found[4] or ''} "
