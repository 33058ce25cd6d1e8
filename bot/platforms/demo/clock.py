"""Where the demo's clock lands when a visitor moves it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import assert_never

from handlers.working_time import WorkingHours

MONDAY = 0
ENVELOPES_LEAVE = time(9, 30)
DIGESTS_LEAVE = time(9, 0)


class Jump(StrEnum):
    """A way to move the clock; it never goes back."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    WORKDAYS = "workdays"


def landing(jump: Jump, now: datetime, hours: WorkingHours) -> datetime:
    """Give the moment that a jump leads to, on the wall clock of whoever jumps."""
    today = hours.day_of(now)
    match jump:
        case Jump.HOUR:
            return now + timedelta(hours=1)
        case Jump.TOMORROW:
            return hours.at_local(today + timedelta(days=1), ENVELOPES_LEAVE)
        case Jump.MONDAY:
            ahead = (MONDAY - today.weekday()) % 7 or 7
            return hours.at_local(today + timedelta(days=ahead), DIGESTS_LEAVE)
        case Jump.WORKDAYS:
            return hours.add_working_days(now, 3)
        case _:
            assert_never(jump)
