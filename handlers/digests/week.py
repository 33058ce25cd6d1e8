"""A week of the calendar, as ISO 8601 numbers them: Monday to Sunday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.errors import Refused
from handlers.phrase import say
from handlers.working_time import WorkingHours

_WRITTEN = re.compile(r"(?:(?P<year>\d{4})\s*-?\s*)?[wW]?\s*(?P<number>\d{1,2})")
_DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week by its ISO year and number; two weeks compare as they follow each other."""

    year: int
    number: int
    """From 1 to 52 or 53."""

    def __post_init__(self) -> None:
        """Refuse a week that the year does not have."""
        date.fromisocalendar(self.year, self.number, 1)

    @staticmethod
    def of(day: date) -> Week:
        """Give the week that a day belongs to."""
        year, number, _ = day.isocalendar()
        return Week(year, number)

    @staticmethod
    def parse(words: str, *, today: date) -> Week:
        """Read "2026-W47", "W47", "47", "last" or "this"; nothing at all is the last week.

        A number alone is the latest week of that number that has begun. Raise `Refused` for other
        words, for a week that no year has, and for one that has not begun.
        """
        this = Week.of(today)
        named = {"": this.before(1), "last": this.before(1), "this": this}
        week = named.get(words.strip().lower()) or _numbered(words.strip(), this)
        if week is None:
            raise Refused(say("digests-no-such-week"))
        if week > this:
            raise Refused(say("digests-week-to-come", first=week.first, last=week.last))
        return week

    @property
    def first(self) -> date:
        """Give its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Give its Sunday."""
        return self.first + timedelta(days=_DAYS - 1)

    def before(self, weeks: int = 1) -> Week:
        """Give the week that is so many weeks earlier; later for a negative number."""
        return Week.of(self.first - timedelta(days=_DAYS * weeks))

    def begins_at(self, company: WorkingHours) -> datetime:
        """Give the first moment of its Monday by the company's clock, in UTC."""
        return company.at_local(self.first, time())

    def ends_at(self, company: WorkingHours) -> datetime:
        """Give the first moment that does not belong to it any more, in UTC."""
        return company.at_local(self.last + timedelta(days=1), time())

    def is_over(self, at: datetime, company: WorkingHours) -> bool:
        """Tell whether nothing can happen in it any more."""
        return self.ends_at(company) <= at

    def __str__(self) -> str:
        """Write it as ISO 8601 does: 2026-W47."""
        return f"{self.year:04}-W{self.number:02}"


def _numbered(words: str, this: Week) -> Week | None:
    written = _WRITTEN.fullmatch(words)
    if written is None:
        return None
    number = int(written["number"])
    if written["year"]:
        return _week(int(written["year"]), number)
    of_this_year = _week(this.year, number)
    if of_this_year and of_this_year <= this:
        return of_this_year
    return _week(this.year - 1, number)


def _week(year: int, number: int) -> Week | None:
    """Give a week where the calendar has it, far from the ends of time."""
    try:
        week = Week(year, number)
        week.before(1)
        week.before(-1)
    except (ValueError, OverflowError):
        return None
    return week
