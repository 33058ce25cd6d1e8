"""Marketing's clock: when a flag should be seen, and when it should be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from handlers.flags.model import (
    ACKNOWLEDGE_WITHIN_DAYS,
    DECIDE_WITHIN_DAYS,
    Flag,
    Kind,
    Step,
    Stepped,
)
from handlers.working_time import WorkingHours


def started(flag: Flag, at: datetime, hours: WorkingHours) -> Flag:
    """Let marketing's clock run from a moment on; praise has none, as it asks for no decision."""
    if flag.kind is Kind.PRAISE:
        return flag
    return replace(
        flag,
        acknowledge_by=hours.add_working_days(at, ACKNOWLEDGE_WITHIN_DAYS),
        decide_by=hours.add_working_days(at, DECIDE_WITHIN_DAYS),
    )


def decide_by(trail: Sequence[Stepped], hours: WorkingHours) -> datetime:
    """Give when a flag should be decided, by all that was done with it since it was last raised.

    While the rep was asked, the clock stood still: the working time that this took is added.
    """
    begun = max(place for place, one in enumerate(trail) if one.step in {Step.RAISE, Step.REOPEN})
    due = hours.add_working_days(trail[begun].at, DECIDE_WITHIN_DAYS)
    for one, following in pairwise(trail[begun:]):
        if one.step is Step.ASK:
            due = later(due, hours.worked_between(one.at, following.at), hours)
    return due


def later(at: datetime, worked: timedelta, hours: WorkingHours) -> datetime:
    """Give the moment by which so much working time has passed since `at`."""
    left = worked
    while left:
        at = hours.next_moment(at)
        closes = hours.at_local(hours.day_of(at), hours.end)
        today = min(left, closes - at)
        at, left = at + today, left - today
    return at
