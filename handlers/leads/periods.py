"""Finds a period of time in words, in four languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.leads import time_words

UNITS = ("day", "week", "month", "quarter", "year")


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


def find(words: Sequence[str], today: date) -> Found | None:
    """Find the first period in some folded words."""
    for start in range(len(words)):
        found = _Reader(words, today).period_at(start)
        if found is not None:
            return Found(found[0], start, found[1])
    return None


def is_word_of_time(word: str) -> bool:
    """Tell whether a folded word by itself may be part of a period."""
    return word.isdigit() or word in time_words.months() or bool(time_words.kinds().get(word))


def is_unit(word: str) -> bool:
    """Tell whether a folded word is "day", "week" or the like."""
    return any(unit in time_words.kinds().get(word, ()) for unit in UNITS)


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
            number = self._number(after - 1, 1) or 0
            after += 1
        if not 1 <= number <= 4:  # noqa: PLR2004 - quarters
            return None
        if not year:
            year, after = self._year_after(after)
        return _quarter_of(year, number, self.today), self._after_year_word(after)

    def _day(self, at: int) -> tuple[_Day, int] | None:
        """Read "3 May 2025", "May 3", "2025 April 3", "May", "2025"."""
        year = self._year(at)
        if year and self._month(at + 1):
            return self._month_and_day(at + 1, year)
        if self._month(at):
            return self._month_and_day(at, None)
        if self._number(at, 2) and self._month(at + 1):
            year, after = self._year_after(at + 2)
            return _Day(year, self._month(at + 1), self._number(at, 2)), after
        return (_Day(year), self._after_year_word(at + 1)) if year else None

    def _month_and_day(self, at: int, year: int | None) -> tuple[_Day, int]:
        day, after = self._number(at + 1, 2), at + 1
        if day:
            after += 1
        if not year:
            year, after = self._year_after(after)
        return _Day(year, self._month(at), day), after

    def _bare_day(self, at: int) -> tuple[_Day, int] | None:
        day = self._number(at, 2)
        return (_Day(None, None, day), at + 1) if day else None

    def _word(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    def _is(self, at: int, kind: str) -> bool:
        return kind in time_words.kinds().get(self._word(at), ())

    def _unit(self, at: int) -> str:
        return next((unit for unit in UNITS if self._is(at, unit)), "")

    def _month(self, at: int) -> int | None:
        return time_words.months().get(self._word(at))

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

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """Read the year after a month or quarter, where there is one."""
        place = at + 1 if self._word(at) == "of" else at
        year = self._year(place)
        return (year, self._after_year_word(place + 1)) if year else (None, at)

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
