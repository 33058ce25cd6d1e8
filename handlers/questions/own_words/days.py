"""Dates as reps say them, in four languages: "till April", "za dwa tygodnie", "после праздников", "明年"."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from handlers.naming import name_key
from handlers.questions.own_words import days_vocabulary as words
from handlers.questions.own_words.days_patterns import PATTERNS, spelled_out
from handlers.questions.own_words.feasts import (
    after_easter,
    after_polish_feast,
    after_spring_festival,
    weekday_from,
)

LONGEST_TEXT = 3_000
"""Letters that are read; what follows is left out."""

FURTHEST_YEARS = 3

MONTHS, SEPTEMBER = 12, 9

Reader = Callable[[re.Match[str], date], date | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text names a day; no day where it is past, impossible, too far off or two-edged."""

    start: int
    end: int
    day: date | None


def day_in(text: str, *, today: date) -> date | None:
    """Give the one future day that a text names; nothing where it names none, or several."""
    days = {found.day for found in days_in(plain(text), today=today) if found.day}
    return days.pop() if len(days) == 1 else None


def days_in(folded: str, *, today: date) -> tuple[Found, ...]:
    """List the days that a text from `plain` names, with their places in it."""
    found: list[Found] = []
    left = folded
    for pattern, reader in _rules():
        found += (
            Found(match.start(), match.end(), _sane(reader(match, today), today))
            for match in pattern.finditer(left)
        )
        left = pattern.sub(_blank, left)
    return tuple(sorted(found, key=lambda one: one.start))


def plain(text: str) -> str:
    """Fold case and accents letter by letter; a composed text keeps its length, so that places in it stay true."""
    return "".join(map(_plain_letter, composed(text)))


def composed(text: str) -> str:
    """Give the part of a text that is read, its letters composed."""
    return unicodedata.normalize("NFC", text[:LONGEST_TEXT])[:LONGEST_TEXT]


def _plain_letter(letter: str) -> str:
    key = name_key(letter)
    return key if len(key) == 1 else letter


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _sane(day: date | None, today: date) -> date | None:
    if day is None or not today < day <= _years_after(today, FURTHEST_YEARS):
        return None
    return day


# ---- sums over the calendar


def _years_after(today: date, years: int) -> date:
    return _months_after(today, 12 * years)


def _months_after(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(today: date, month: int, day: int, year: int | None = None) -> date | None:
    """Give the day in its year, or in the first year in which it exists and is still to come."""
    years = (year,) if year else range(today.year, today.year + FURTHEST_YEARS + 1)
    possible = (_date(one, month, day) for one in years)
    return next((one for one in possible if one and one > today), None)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _quarter_start(day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % 3, 1)


# ---- readers: from the words that a pattern caught to a day


def _no_day(_match: re.Match[str], _today: date) -> None:
    return None


def _full_date(match: re.Match[str], _today: date) -> date | None:
    year = int(match["year"][-2:])
    return _date(2000 + year, int(match["month"]), int(match["day"]))


def _day_and_month(match: re.Match[str], today: date) -> date | None:
    return _next(today, int(match["month"]), int(match["day"]))


def _with_slashes(match: re.Match[str], today: date) -> date | None:
    """Read 15/04 and 04/15; 04/05 is April in one country and May in another, so nobody's guess."""
    one, other = int(match["one"]), int(match["other"])
    if min(one, other) > MONTHS or (max(one, other) <= MONTHS and one != other):
        return None
    return _next(today, min(one, other), max(one, other), _year(match, today))


def _day_of_named_month(match: re.Match[str], today: date) -> date | None:
    day = words.number(match["day"])
    return _next(today, _month(match), day or 0, _year(match, today))


def _named_month(match: re.Match[str], today: date) -> date | None:
    """Read a month as its first day, or its middle or last where that is said; this very month says nothing."""
    said, month, year = match.groupdict(), _month(match), _year(match, today)
    if said.get("mid"):
        return _next(today, month, 15, year)
    if said.get("end"):
        first = _next(_first_day(today) - timedelta(days=1), month, 1, year)
        return _month_end(first) if first else None
    if year is None and month == today.month:
        return None
    return _next(today, month, 1, year)


def _first_day(day: date) -> date:
    return day.replace(day=1)


def _month(match: re.Match[str]) -> int:
    said = match["month"]
    return words.months().get(said) or words.number(said) or 0


def _year(match: re.Match[str], today: date) -> int | None:
    said = match.groupdict().get("year")
    if not said:
        return None
    digits = re.search(r"\d{4}", said)
    return int(digits[0]) if digits else today.year + 1


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    day = int(match["day"])
    for months in range(3):
        month = _months_after(_first_day(today), months)
        there = _date(month.year, month.month, day)
        if there and there > today:
            return there
    return None


def _in_units(match: re.Match[str], today: date) -> date | None:
    said = match.groupdict()
    count = words.number(said.get("count") or "1")
    unit = words.units()[said.get("unit") or said["single"]]
    if count is None:
        return None
    if unit in words.DAYS_OF_UNIT:
        return today + timedelta(days=count * words.DAYS_OF_UNIT[unit])
    return _months_after(today, count * words.MONTHS_OF_UNIT[unit])


def _half_a_year(_match: re.Match[str], today: date) -> date:
    return _months_after(today, 6)


def _quarter(match: re.Match[str], today: date) -> date | None:
    said = match.groupdict()
    start = 3 * words.ordinal(said["short"] or said["before"]) - 2
    year = _year(match, today)
    if year is None and _quarter_start(today).month == start:
        return None
    return _next(today, start, 1, year)


def _next_unit(match: re.Match[str], today: date) -> date:
    said = match.groupdict()
    return _start_of_next(words.units()[said["unit"] or said["year"]], today)


def _start_of_next(unit: str, today: date) -> date:
    if unit == "day":
        return today + timedelta(days=1)
    if unit == "week":
        return today + timedelta(days=7 - today.weekday())
    if unit == "month":
        return _months_after(_first_day(today), 1)
    if unit == "quarter":
        return _months_after(_quarter_start(today), 3)
    return date(today.year + 1, 1, 1)


def _end_of_unit(match: re.Match[str], today: date) -> date | None:
    unit = words.units()[match["unit"]]
    if unit == "week":
        return today + timedelta(days=4 - today.weekday())
    return _start_of_next(unit, today) - timedelta(days=1)


def _weekday(match: re.Match[str], today: date) -> date:
    ahead = (words.weekdays()[match["weekday"]] - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _weekday_next_week(match: re.Match[str], today: date) -> date:
    return _start_of_next("week", today) + timedelta(days=words.weekdays()[match["weekday"]])


def _days_ahead(days: int) -> Reader:
    return lambda _match, today: today + timedelta(days=days)


def _year_alone(match: re.Match[str], _today: date) -> date | None:
    return _date(int(match["year"]), 1, 1)


def _end_of_year(match: re.Match[str], _today: date) -> date:
    return date(int(match["year"]), 12, 31)


def _first_of(*feasts: tuple[int, int]) -> Reader:
    """Give the reader of words that mean the nearest of these days, each a month and a day."""
    return lambda _match, today: min(
        weekday_from(day) for feast in feasts if (day := _next(today, *feast))
    )


def _holidays_in_english(_match: re.Match[str], today: date) -> date | None:
    """Read "after the holidays" as after New Year, but in spring and summer it may mean the summer."""
    return weekday_from(date(today.year + 1, 1, 2)) if today.month >= SEPTEMBER else None


_READERS: dict[str, Reader] = {
    "past": _no_day,
    "full-date": _full_date,
    "day-and-month": _day_and_month,
    "with-slashes": _with_slashes,
    "day-of-named-month": _day_of_named_month,
    "named-month": _named_month,
    "day-of-month": _day_of_month,
    "in-units": _in_units,
    "half-a-year": _half_a_year,
    "quarter": _quarter,
    "next-unit": _next_unit,
    "end-of-unit": _end_of_unit,
    "weekday": _weekday,
    "weekday-next-week": _weekday_next_week,
    "year-alone": _year_alone,
    "end-of-year": _end_of_year,
    "tomorrow": _days_ahead(1),
    "day-after-tomorrow": _days_ahead(2),
    "three-days-ahead": _days_ahead(3),
    "spring-festival": lambda _match, today: after_spring_festival(today),
    "easter": lambda _match, today: after_easter(today),
    "polish-feast": lambda _match, today: after_polish_feast(today),
    "holidays-in-english": _holidays_in_english,
    "new-year": _first_of((1, 2)),
    "russian-new-year": _first_of((1, 9)),
    "russian-holidays": _first_of((1, 9), (5, 10)),
    "russian-may": _first_of((5, 10)),
    "christmas": _first_of((12, 27)),
    "polish-may": _first_of((5, 4)),
    "chinese-may": _first_of((5, 6)),
    "chinese-october": _first_of((10, 8)),
    "spring": _first_of((3, 1)),
    "summer": _first_of((6, 1)),
    "autumn": _first_of((9, 1)),
    "winter": _first_of((12, 1)),
    "second-half": _first_of((7, 1)),
}


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[re.Pattern[str], Reader]]:
    for name, pattern in PATTERNS:
        yield re.compile(spelled_out(pattern)), _READERS[name]
