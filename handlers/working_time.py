"""Hours in which a person or a team works, and sums over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

MONDAY_TO_FRIDAY = frozenset(range(5))

FURTHEST_DAYS = 3 * 366
"""How far a search for a working day goes before it gives up: nobody is away for three years."""


@dataclass(frozen=True, slots=True)
class Away:
    """Days, both included, on which somebody does not work."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Tell whether the day falls into the absence."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """When somebody works, in their own time zone."""

    zone: str = "UTC"
    """IANA name, such as ``Europe/Warsaw``."""
    start: time = time(9, 0)
    end: time = time(17, 0)
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    """0 is Monday, as in `date.weekday`."""
    country: str = ""
    """ISO 3166 code whose public holidays are kept; empty for none."""
    away: tuple[Away, ...] = field(default=())

    def local(self, at: datetime) -> datetime:
        """Give the moment on this person's wall clock."""
        return aware(at).astimezone(ZoneInfo(self.zone))

    def day_of(self, at: datetime) -> date:
        """Give the local date of a moment."""
        return self.local(at).date()

    def at_local(self, day: date, wall: time) -> datetime:
        """Give the moment in UTC at which the local wall clock shows this time.

        In the hour that summer time skips it is the first moment after the gap; in the hour it repeats, the first one.
        """
        there = datetime.combine(day, wall, ZoneInfo(self.zone))
        return there.astimezone(UTC)

    def works_on(self, day: date) -> bool:
        """Tell whether this is a working day: no weekend, public holiday or absence."""
        return (
            day.weekday() in self.weekdays
            and day not in _public_holidays(self.country, day.year)
            and not any(day in away for away in self.away)
        )

    def works_at(self, at: datetime) -> bool:
        """Tell whether somebody is at work at this moment."""
        day = self.day_of(at)
        return self.works_on(day) and self._opens(day) <= at < self._closes(day)

    def next_working_day(self, after: date) -> date:
        """Give the first working day after a date."""
        return next(self._working_days(after + timedelta(days=1)))

    def next_moment(self, at: datetime) -> datetime:
        """Give `at` when it is in working hours, else the next start of work."""
        if self.works_at(at):
            return at
        for day in self._working_days(self.day_of(at)):
            if self._opens(day) >= at:
                return self._opens(day)
        message = "no working day was found"  # pragma: no cover - _working_days raises first
        raise ValueError(message)  # pragma: no cover

    def add_working_days(self, at: datetime, days: int) -> datetime:
        """Give the same wall-clock time `days` working days later."""
        wall = self.local(at).timetz().replace(tzinfo=None)
        day = self.day_of(at)
        for _ in range(days):
            day = self.next_working_day(day)
        return self.at_local(day, wall)

    def worked_between(self, since: datetime, until: datetime) -> timedelta:
        """Sum the working time between two moments; zero when the second is not later."""
        total = timedelta()
        day, last = self.day_of(aware(since)), self.day_of(aware(until))
        while day <= last:
            if self.works_on(day):
                overlap = min(self._closes(day), until) - max(self._opens(day), since)
                total += max(overlap, timedelta())
            day += timedelta(days=1)
        return total

    def _opens(self, day: date) -> datetime:
        return self.at_local(day, self.start)

    def _closes(self, day: date) -> datetime:
        return self.at_local(day, self.end)

    def _working_days(self, since: date) -> Iterator[date]:
        for ahead in range(FURTHEST_DAYS):
            day = since + timedelta(days=ahead)
            if self.works_on(day):
                yield day
        message = f"nobody works within {FURTHEST_DAYS} days after {since}"
        raise ValueError(message)


def aware(at: datetime) -> datetime:
    """Return the moment itself, and refuse one that does not say its time zone."""
    if at.tzinfo is None:
        message = "a moment needs its time zone"
        raise ValueError(message)
    return at


@lru_cache(maxsize=512)
def _public_holidays(country: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    return frozenset(holidays.country_holidays(country, years=year))
