"""The days that a row offers: always some on which the person works."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.working_time import WorkingHours

WEEK = timedelta(days=7)
MONTH = timedelta(days=30)

FURTHEST = timedelta(days=365)
"""Nothing is put off for longer."""


def tomorrow(hours: WorkingHours, today: date) -> date:
    """Give the next working day."""
    return hours.next_working_day(today)


def next_week(hours: WorkingHours, today: date) -> date:
    """Give the first working day from next Monday on."""
    return working_day(hours, today + WEEK - timedelta(days=today.weekday()))


def working_day(hours: WorkingHours, day: date) -> date:
    """Give this day, or the first working day after it."""
    return day if hours.works_on(day) else hours.next_working_day(day)


def near(hours: WorkingHours, today: date) -> tuple[date, ...]:
    """Give the days that are planned for most: the next working day, next week, in a month."""
    in_a_month = working_day(hours, today + MONTH)
    return tuple(dict.fromkeys((tomorrow(hours, today), next_week(hours, today), in_a_month)))
