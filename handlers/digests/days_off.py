"""The public holidays of a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import holidays

from handlers.digests.model import Holiday, Week
from handlers.working_time import WEEK, WorkingHours


def holidays_of(week: Week, company: WorkingHours) -> Sequence[Holiday]:
    """List the public holidays on which the company would work otherwise."""
    if not company.country:
        return ()
    days = [week.first + timedelta(days=number) for number in range(WEEK)]
    known = holidays.country_holidays(company.country, years={day.year for day in days})
    return [
        Holiday(day=day, name=known[day])
        for day in days
        if day in known and day.weekday() in company.weekdays
    ]
