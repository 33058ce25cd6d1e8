"""How promptly a lead was worked: business hours from hand-over to first touch."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.lead import Lead
from handlers.working_time import WorkingHours


def working_delay(lead: Lead, hours: WorkingHours) -> timedelta | None:
    """Sum the business hours from hand-over to first touch.

    Nothing where either moment is missing, or where the CRM gave a bare date: a date has no hours.
    """
    handed_over = lead.assigned_at or lead.created_at
    touched = lead.first_touch_at
    if handed_over is None or touched is None or is_bare_date(handed_over) or is_bare_date(touched):
        return None
    return hours.worked_between(handed_over, touched)


def is_bare_date(at: datetime) -> bool:
    """Tell a date of the CRM, kept as midnight in UTC, from a moment."""
    return not (at.hour or at.minute or at.second or at.microsecond)
