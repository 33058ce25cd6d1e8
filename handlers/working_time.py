"""Hours in which a person or a team works, and sums over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays

MONDAY_TO_FRIDAY = frozenset(range(5))

FURTHEST_DAYS = 3 * 366
"""How far a search for a working day goes before it gives up: nobody is away for three years."""

WEEK = 7


@dataclass(frozen=True, slots=True)
class Away:
    """Days, both included, on which somebody does not work."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse an absence that ends before it begins."""
        if self.last < self.first:
            raise ValueError("an absence ends before it begins")

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

    def __post_init__(self) -> None:
        """Refuse hours that nobody could keep."""
        if not _is_zone(self.zone):
            raise ValueError(f"no time zone is called {self.zone}")
        if not _is_country(self.country):
            raise ValueError(f"no public holidays are known for the country {self.country}")
        if self.end <= self.start:
            raise ValueError("work must end later than it starts, on the same day")
        if not self.weekdays or not self.weekdays <= set(range(WEEK)):
            raise ValueError("weekdays are numbered from 0, Monday, to 6, and one is needed")

    def local(self, at: datetime) -> datetime:
        """Give the moment on this person's wall clock."""
        return aware(at).astimezone(ZoneInfo(self.zone))

    def day_of(self, at: datetime) -> date:
        """Give the local date of a moment."""
        return self.local(at).date()

    def at_local(self, day: date, wall: time) -> datetime:
        """Give the moment in UTC at which the local wall clock shows this time.

        A time that summer time skips is the first moment after the gap; of a repeated one it is
        the first.
        """
        return _moment(self.zone, day, wall)

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
            if at <= self._opens(day) < self._closes(day):
                return self._opens(day)
        raise AssertionError("the search for a working day ends by itself")

    def add_working_days(self, at: datetime, days: int) -> datetime:
        """Give the same wall-clock time `days` working days later."""
        wall = self.local(at).timetz().replace(tzinfo=None)
        day = self.day_of(at)
        for _ in range(days):
            day = self.next_working_day(day)
        return self.at_local(day, wall)

    def worked_between(self, since: datetime, until: datetime) -> timedelta:
        """Sum the working time between two moments; zero when the second is not later."""
        zone = ZoneInfo(self.zone)
        start, end = aware(since).astimezone(zone), aware(until).astimezone(zone)
        first, last = start.date(), end.date()
        if first == last:
            return self._worked_on(first, start, end)
        if last < first:
            return timedelta()
        edges = self._worked_on(first, start, end) + self._worked_on(last, start, end)
        second = first + timedelta(days=1)
        return edges if second == last else edges + self._worked_on_whole_days(second, last)

    def _worked_on(self, day: date, since: datetime, until: datetime) -> timedelta:
        """Sum one day's working time between two moments on this person's wall clock."""
        if not self.works_on(day):
            return timedelta()
        if day in _uneven_days(self.zone, day.year):
            opens, closes = self._opens(day), self._closes(day)
            since, until = since.astimezone(UTC), until.astimezone(UTC)
        else:
            opens = datetime.combine(day, self.start, since.tzinfo)
            closes = datetime.combine(day, self.end, since.tzinfo)
        return max(min(closes, until) - max(opens, since), timedelta())

    def _worked_on_whole_days(self, since: date, until: date) -> timedelta:
        """Sum years as fast as days: by weeks, less the days off, put right where clocks change."""
        weeks, rest = divmod((until - since).days, WEEK)
        days = weeks * len(self.weekdays)
        days += sum((since.weekday() + day) % WEEK in self.weekdays for day in range(rest))
        days -= len(self._days_off(since, until))
        usual = _wall_between(self.start, self.end)
        odd = [
            self._closes(day) - self._opens(day) - usual
            for day in _clock_changes(self.zone, since, until)
            if self.works_on(day)
        ]
        return days * usual + sum(odd, timedelta())

    def _days_off(self, since: date, until: date) -> set[date]:
        """Give the public holidays and absences from one day to before another, weekends aside."""
        years = range(since.year, until.year + 1)
        off = {day for year in years for day in _public_holidays(self.country, year)}
        for away in self.away:
            first, last = max(away.first, since), min(away.last, until)
            off |= {first + timedelta(days=day) for day in range((last - first).days + 1)}
        return {day for day in off if since <= day < until and day.weekday() in self.weekdays}

    def _opens(self, day: date) -> datetime:
        return self.at_local(day, self.start)

    def _closes(self, day: date) -> datetime:
        return self.at_local(day, self.end)

    def _working_days(self, since: date) -> Iterator[date]:
        for ahead in range(FURTHEST_DAYS):
            day = since + timedelta(days=ahead)
            if self.works_on(day):
                yield day
        raise ValueError(f"nobody works within {FURTHEST_DAYS} days after {since}")


def aware(at: datetime) -> datetime:
    """Return the moment itself, and refuse one that does not say its time zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at


@lru_cache(maxsize=1024)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=512)
def _is_country(code: str) -> bool:
    return not code or code in holidays.list_supported_countries()


@lru_cache(maxsize=4096)
def _moment(zone: str, day: date, wall: time) -> datetime:
    """Find a moment once for everybody who begins or ends work then."""
    there = datetime.combine(day, wall.replace(fold=0), ZoneInfo(zone))
    moment = there.astimezone(UTC)
    if moment.astimezone(there.tzinfo).time() == wall:
        return moment
    return _end_of_gap(there)


def _end_of_gap(there: datetime) -> datetime:
    """Find, to the second, the moment at which clocks jumped over this wall-clock time.

    Python reads a skipped time with the offset from before the jump, or from after it when folded.
    """
    before, after = there.replace(fold=1).astimezone(UTC), there.astimezone(UTC)
    old = there.utcoffset()
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(there.tzinfo).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


def _wall_between(start: time, end: time) -> timedelta:
    day = date(2000, 1, 1)
    return datetime.combine(day, end) - datetime.combine(day, start)


def _clock_changes(zone: str, since: date, until: date) -> list[date]:
    """List the days from one to before another that are not 24 hours long."""
    years = range(since.year, until.year + 1)
    return [day for year in years for day in _uneven_days(zone, year) if since <= day < until]


@lru_cache(maxsize=1024)
def _uneven_days(zone: str, year: int) -> tuple[date, ...]:
    there = ZoneInfo(zone)
    midnight = datetime(year, 1, 1, tzinfo=there)
    nights = [midnight + timedelta(days=day) for day in range(368)]
    return tuple(
        night.date()
        for night, next_night in pairwise(nights)
        if night.year == year and night.utcoffset() != next_night.utcoffset()
    )


@lru_cache(maxsize=512)
def _public_holidays(country: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    return frozenset(holidays.country_holidays(country, years=year))
