"""On which days and at which moments a series meets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, pairwise

from handlers.agenda.model import Rhythm, Series
from handlers.working_time import FURTHEST_DAYS, WEEK, WorkingHours

STEP_WEEKS = {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2}
STEP_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}

LONGEST_BREAK = timedelta(weeks=5)
"""No company stays closed for longer than this because of public holidays."""

LAST = 5
"""A fifth Tuesday is meant as the month's last: not every month has five."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting by the rhythm, and the day on which it takes place."""

    day: date
    """As the rhythm gives it."""
    held_on: date
    """The same, or the next working day where the company does not work on it."""


def days(series: Series, since: date) -> Iterator[date]:
    """Give the local days of a series from a day on, without end, as the rhythm alone has them."""
    first = series.first_day
    if series.rhythm in STEP_WEEKS:
        yield from _by_weeks(first, max(first, since), STEP_WEEKS[series.rhythm])
    else:
        yield from _by_months(first, max(first, since), STEP_MONTHS[series.rhythm])


def _by_weeks(first: date, since: date, weeks: int) -> Iterator[date]:
    step = weeks * WEEK
    passed = -(-(since - first).days // step)
    for number in count(passed):
        yield first + timedelta(days=number * step)


def _by_months(first: date, since: date, months: int) -> Iterator[date]:
    passed = (since.year - first.year) * YEAR_MONTHS + since.month - first.month
    for number in count(passed // months):
        day = _in_month(first, number * months)
        if day >= since:
            yield day


def _in_month(first: date, months: int) -> date:
    """Give the same weekday of a later month: of a second Tuesday its second Tuesday."""
    years, month = divmod(first.month - 1 + months, YEAR_MONTHS)
    start = date(first.year + years, month + 1, 1)
    ahead = (first.weekday() - start.weekday()) % WEEK
    day = start + timedelta(days=ahead + (_turn(first) - 1) * WEEK)
    return day if day.month == start.month else day - timedelta(days=WEEK)


def _turn(day: date) -> int:
    """Tell the how-manieth of its weekday a day is in its month."""
    return (day.day - 1) // WEEK + 1


def occurrences(series: Series, since: date, company: WorkingHours) -> Iterator[Occurrence]:
    """Give the meetings whose day by the rhythm is not before `since`.

    One on a day off moves to the next working day, and falls away where the one after it is as near.
    """
    for day, following in pairwise(days(series, since)):
        held_on = _working(day, company)
        if held_on < _working(following, company):
            yield Occurrence(day, held_on)


def _working(day: date, company: WorkingHours) -> date:
    return day if company.works_on(day) else company.next_working_day(day)


def starts_at(series: Series, day: date) -> datetime:
    """Give the moment in UTC at which the series' wall clock shows its time on a day.

    A time that summer time skips is the first moment after the gap, a repeated one is the first.
    """
    return WorkingHours(zone=series.zone).at_local(day, series.starts)


def next_occurrence(
    series: Series, after: datetime, company: WorkingHours, *, taken: frozenset[date] = frozenset()
) -> Occurrence:
    """Give the first meeting that begins after a moment, on none of the rhythm's days in `taken`."""
    since = WorkingHours(zone=series.zone).day_of(after) - LONGEST_BREAK
    return next(
        one
        for one in occurrences(series, since, company)
        if one.day not in taken and starts_at(series, one.held_on) > after
    )


def rule(series: Series) -> str:
    """Spell the rhythm in the words of RFC 5545."""
    if series.rhythm in STEP_WEEKS:
        return f"FREQ=WEEKLY;INTERVAL={STEP_WEEKS[series.rhythm]}"
    turn = _turn(series.first_day)
    which = -1 if turn == LAST else turn
    weekday = WEEKDAYS[series.first_day.weekday()]
    return f"FREQ=MONTHLY;INTERVAL={STEP_MONTHS[series.rhythm]};BYDAY={which}{weekday}"


def working_days_before(day: date, ahead: int, company: WorkingHours) -> date:
    """Give the working day that lies so many before a day."""
    found = day
    for _ in range(ahead):
        found = _previous_working_day(found, company)
    return found


def _previous_working_day(day: date, company: WorkingHours) -> date:
    """Give the last working day before a day, or the day before it where nobody works for months."""
    earlier = (day - timedelta(days=back) for back in range(1, FURTHEST_DAYS))
    return next((one for one in earlier if company.works_on(one)), day - timedelta(days=1))
