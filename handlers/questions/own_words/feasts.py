"""Days after the feasts that move from year to year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import holidays

from handlers.working_time import MONDAY_TO_FRIDAY

SPRING_FESTIVAL_DAYS = 7
"""Work begins again on the eighth day of the Chinese year."""

_YEARS = 3


def weekday_from(day: date) -> date:
    """Give the day itself, or the Monday after where it falls on a weekend."""
    return day if day.weekday() in MONDAY_TO_FRIDAY else day + timedelta(days=7 - day.weekday())


def after_spring_festival(today: date) -> date | None:
    """Give the first weekday after the next week of the Spring Festival."""
    new_years = _yearly("CN", "Chinese New Year (Spring Festival)", today)
    return _first_after(
        today, (weekday_from(day + timedelta(days=SPRING_FESTIVAL_DAYS)) for day in new_years)
    )


def after_easter(today: date) -> date | None:
    """Give the Tuesday after the next Easter of the western church."""
    mondays = _yearly("PL", "Easter Monday", today)
    return _first_after(today, (day + timedelta(days=1) for day in mondays))


def after_polish_feast(today: date) -> date | None:
    """Give the day after Christmas or Easter, whichever comes first: Poles call both of them "święta"."""
    christmas = (weekday_from(date(today.year + years, 12, 27)) for years in range(2))
    easter = after_easter(today)
    return _first_after(today, (*christmas, *((easter,) if easter else ())))


def _yearly(country: str, name: str, today: date) -> list[date]:
    """List the first day of a feast in this year and the next ones."""
    return [
        min(named)
        for year in range(today.year, today.year + _YEARS)
        if (named := _calendar(country, year).get_named(name, lookup="exact"))
    ]


def _calendar(country: str, year: int) -> holidays.HolidayBase:
    return holidays.country_holidays(country, years=year, language="en_US")


def _first_after(today: date, days: Iterable[date]) -> date | None:
    return min((day for day in days if day > today), default=None)
