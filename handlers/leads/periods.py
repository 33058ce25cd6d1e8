"""Finds a period of time in words, in four languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from handlers.naming import name_key

_MONTHS = (
    "january jan styczen stycznia styczniu январь января январе янв",
    "february feb luty lutego lutym февраль февраля феврале фев",
    "march mar marzec marca marcu март марта марте",
    "april apr kwiecien kwietnia kwietniu апрель апреля апреле апр",
    "may maj maja maju май мая мае",
    "june jun czerwiec czerwca czerwcu июнь июня июне",
    "july jul lipiec lipca lipcu июль июля июле",
    "august aug sierpien sierpnia sierpniu август августа августе авг",
    "september sep sept wrzesien wrzesnia wrzesniu сентябрь сентября сентябре сен сент",
    "october oct pazdziernik pazdziernika pazdzierniku октябрь октября октябре окт",
    "november nov listopad listopada listopadzie ноябрь ноября ноябре ноя",
    "december dec grudzien grudnia grudniu декабрь декабря декабре дек",
)
_WORDS = {
    "this": "this current biezacym biezacego tym tego ten этот этой этом эту этого текущем",
    "last": "last past previous zeszlym zeszlego ubieglym ubieglego ostatnim ostatniego ostatni "
    "poprzednim poprzedniego zeszly ostatnich ostatnie прошлой прошлом прошлого прошлую прошлый "
    "прошедшей последние последних последний последней",
    "day": "day days dni dzien dnia дней день дня",
    "week": "week weeks tygodniu tygodnia tydzien tygodni tygodnie неделе недели неделю недель",
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
    (r"(\d{4})年", r" \1 "),
    (r"(\d{1,2})月", r" m\1 "),
    (r"(\d{1,2})[日号]", r" \1 "),
)
_RANGE_DASH = re.compile(r"(?<=\d)\s{0,3}[–—~～-]\s{0,3}(?=\d)")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}))?(?![\d.])")


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to the day before `before`; open where there is none."""

    since: date | None = None
    before: date | None = None

    def within(self, other: Period) -> Period:
        """Keep the days that lie in both."""
        since = max((day for day in (self.since, other.since) if day), default=None)
        before = min((day for day in (self.before, other.before) if day), default=None)
        return Period(since, before)


@dataclass(frozen=True, slots=True)
class Found:
    """A period in a list of words, and the place of the words it took."""

    period: Period
    start: int
    end: int


def words_of(text: str) -> Sequence[str]:
    """Fold a text to words, with its dates spelt alike whatever the language."""
    plain = text if text.isascii() else _chinese(text)
    plain = _NUMERIC.sub(_spell_numbers, _ISO.sub(_spell_iso, plain))
    return name_key(_RANGE_DASH.sub(" to ", plain)).split()


def find(words: Sequence[str], today: date) -> Found | None:
    """Find the first period in some folded words."""
    for start in range(len(words)):
        found = _Reader(words, today).period_at(start)
        if found is not None:
            return Found(found[0], start, found[1])
    return None


def is_word_of_time(word: str) -> bool:
    """Tell whether a folded word by itself may be part of a period."""
    return word.isdigit() or word in _months() or bool(_kinds().get(word))


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, a month, or a year, as much of it as was written."""

    year: int | None
    month: int | None = None
    day: int | None = None


Taken = tuple[Period, int]
"""A period and the place after its last word."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads periods at a place in some words."""

    words: Sequence[str]
    today: date

    def period_at(self, at: int) -> Taken | None:
        """Read the longest period that begins here."""
        after_from = at + 1 if self._is(at, "since") else at
        return self._range(after_from) or self._open(at) or self._span(at)

    def _range(self, at: int) -> Taken | None:
        """Read "between 1 and 15 April", "1 to 15 April", "April 1 to 15"."""
        first = self._day(at) or self._bare_day(at)
        if first is None or not self._is(first[1], "and"):
            return None
        last = self._day(first[1] + 1) or self._bare_day(first[1] + 1)
        if last is None or (first[0].month is None and last[0].month is None):
            return None
        return self._between(first[0], last[0]), last[1]

    def _between(self, first: _Day, last: _Day) -> Period:
        end = _span_of(_completed(last, first), self.today)
        begin = _span_of(_completed(first, last), self.today)
        if begin.since and end.before and begin.since >= end.before:
            year = begin.since.year - 1
            begin = _span_of(_Day(year, first.month or last.month, first.day), self.today)
        return Period(begin.since, end.before)

    def _open(self, at: int) -> Taken | None:
        """Read "since 3 May", "before June", "until 15 April"."""
        span = self._span(at + 1)
        if span is None:
            return None
        if self._is(at, "since"):
            return Period(since=span[0].since), span[1]
        if self._is(at, "after"):
            return Period(since=span[0].before), span[1]
        if self._is(at, "before"):
            return Period(before=span[0].since), span[1]
        return (Period(before=span[0].before), span[1]) if self._is(at, "to") else None

    def _span(self, at: int) -> Taken | None:
        return self._relative(at) or self._quarter(at) or self._calendar(at)

    def _calendar(self, at: int) -> Taken | None:
        day = self._day(at)
        return None if day is None else (_span_of(day[0], self.today), day[1])

    def _relative(self, at: int) -> Taken | None:
        """Read "today", "this week", "last month", "last 30 days"."""
        if self._is(at, "today"):
            return Period(self.today, self.today + timedelta(1)), at + 1
        if self._is(at, "yesterday"):
            return Period(self.today - timedelta(1), self.today), at + 1
        for which in ("this", "last"):
            if self._is(at, which):
                unit = self._unit(at + 1)
                if unit:
                    return _unit_of(unit, self.today, back=which == "last"), at + 2
                return self._last_few(at + 1) if which == "last" else None
        return None

    def _last_few(self, at: int) -> Taken | None:
        count, unit = self._number(at, 3), self._unit(at + 1)
        if not count or not unit:
            return None
        days = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}[unit]
        since = self.today - timedelta(min(count * days, 36_500))
        return Period(since, self.today + timedelta(1)), at + 2

    def _quarter(self, at: int) -> Taken | None:
        """Read "Q2 2025", "second quarter", "2025 Q2"."""
        year = self._year(at)
        after = at + 1 if year else at
        number = next((n for n in range(1, 5) if self._is(after, f"q{n}")), 0)
        after += 1
        if not number and self._unit(after) == "quarter":
            number = next((n for n in range(1, 5) if self._is(after - 1, str(n))), 0)
            after += 1
        if not number:
            return None
        if not year and self._year(after):
            year, after = self._year(after), after + 1
        return _quarter_of(year, number, self.today), self._after_year_word(after)

    def _day(self, at: int) -> tuple[_Day, int] | None:
        """Read "3 May 2025", "May 3", "2025 April 3", "May", "2025"."""
        year = self._year(at)
        if year and self._month(at + 1):
            return self._month_and_day(at + 1, year)
        if self._month(at):
            return self._month_and_day(at, None)
        if self._number(at, 2) and self._month(at + 1):
            after = at + 2
            return (
                _Day(self._year(after), self._month(at + 1), self._number(at, 2)),
                self._after_year_word(after + 1) if self._year(after) else after,
            )
        return (_Day(year), self._after_year_word(at + 1)) if year else None

    def _month_and_day(self, at: int, year: int | None) -> tuple[_Day, int]:
        day, after = self._number(at + 1, 2), at + 1
        if day:
            after += 1
        if not year and self._year(after):
            year, after = self._year(after), self._after_year_word(after + 1)
        return _Day(year, self._month(at), day), after

    def _bare_day(self, at: int) -> tuple[_Day, int] | None:
        day = self._number(at, 2)
        return (_Day(None, None, day), at + 1) if day else None

    def _word(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    def _is(self, at: int, kind: str) -> bool:
        return kind in _kinds().get(self._word(at), ())

    def _unit(self, at: int) -> str:
        units = ("day", "week", "month", "quarter", "year")
        return next((unit for unit in units if self._is(at, unit)), "")

    def _month(self, at: int) -> int | None:
        return _months().get(self._word(at))

    def _number(self, at: int, digits: int) -> int | None:
        word = self._word(at)
        if not word.isascii() or not word[:1].isdigit() or len(word) > digits + 2:
            return next((n for n in range(1, 5) if self._is(at, str(n))), None)
        bare = word.rstrip("stndrhgo")
        return int(bare) if bare.isdigit() and len(bare) <= digits else None

    def _year(self, at: int) -> int | None:
        word = self._word(at)
        is_year = word.isascii() and word.isdigit() and word[:2] in {"19", "20"}
        return int(word) if is_year and len(word) == 4 else None  # noqa: PLR2004 - digits of a year

    def _after_year_word(self, at: int) -> int:
        return at + 1 if self._is(at, "year") else at


def _completed(day: _Day, other: _Day) -> _Day:
    """Take from the other end of a range what was not written twice."""
    return _Day(day.year or other.year, day.month or other.month, day.day)


def _span_of(day: _Day, today: date) -> Period:
    """Give the days of a day, month or year; without a year, of the latest one so far."""
    if day.month is None:
        year = day.year or today.year
        return Period(date(year, 1, 1), date(year + 1, 1, 1))
    first = _safe(day.year or today.year, day.month, day.day or 1)
    if day.year is None and first > today:
        first = _safe(today.year - 1, day.month, day.day or 1)
    return Period(first, first + timedelta(1) if day.day else _next_month(first))


def _safe(year: int, month: int, day: int) -> date:
    """Give a date; the last day of its month stands for a 31 June."""
    last = _next_month(date(year, month, 1)) - timedelta(1)
    return date(year, month, max(1, min(day, last.day)))


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _quarter_of(year: int | None, number: int, today: date) -> Period:
    first = date(year or today.year, number * 3 - 2, 1)
    if year is None and first > today:
        first = date(today.year - 1, number * 3 - 2, 1)
    return Period(first, _after_months(first, 3))


def _after_months(first: date, count: int) -> date:
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _unit_of(unit: str, today: date, *, back: bool) -> Period:
    """Give this week, month, quarter or year, or the one before it; weeks begin on Monday."""
    if unit in {"day", "week"}:
        days = 7 if unit == "week" else 1
        first = today - timedelta((today.weekday() if unit == "week" else 0) + days * back)
        return Period(first, first + timedelta(days))
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    first = _after_months(first, -months * back)
    return Period(first, _after_months(first, months))


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


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    names = {
        name_key(name): number
        for number, names in enumerate(_MONTHS, start=1)
        for name in names.split()
    }
    return names | {f"m{number}": number for number in range(1, 13)}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    """Give what each word may mean; Polish *i* is "and" as well as the first."""
    kinds: dict[str, set[str]] = {}
    for kind, words in _WORDS.items():
        for word in words.split():
            kinds.setdefault(name_key(word), set()).add(kind)
    return {word: frozenset(some) for word, some in kinds.items()}
