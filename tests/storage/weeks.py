"""Generated leads with a history around one week, and how they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from sqlalchemy import Engine, delete, insert

from handlers.digests.model import Week
from handlers.lead import Reason, Status
from handlers.working_time import WorkingHours
from storage.schema import lead_changes, leads
from tests.builders import a_lead
from tests.population import lead_row

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")
WEEK = Week(2026, 46)
BEGIN, END = WEEK.begins_at(COMPANY), WEEK.ends_at(COMPANY)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)

MOMENTS = st.sampled_from(
    [
        BEGIN - 3 * DAY,
        BEGIN - SECOND,
        BEGIN,
        BEGIN + DAY,
        BEGIN + 3 * DAY,
        END - SECOND,
        END,
        END + DAY,
    ]
)
"""Before the week, in it, after it, and on its edges."""
PERHAPS = st.none() | MOMENTS
STATUSES = st.sampled_from(list(Status))
REASONS = st.sampled_from([None, Reason.NO_BUDGET, Reason.PRICE])


@dataclass(frozen=True)
class Changed:
    """A line of a lead's history."""

    field: str
    old: str
    new: str
    at: datetime


@dataclass(frozen=True)
class Told:
    """A lead as its row and its history tell of it."""

    id: int
    created: datetime | None
    assigned: datetime | None
    touched: datetime | None
    won: datetime | None
    status: Status | None
    since: datetime | None
    reason: Reason | None
    reason_since: datetime | None
    history: Sequence[Changed]

    def steps(self, field: str) -> Sequence[Changed]:
        """Give the history of one field, oldest first."""
        return sorted((one for one in self.history if one.field == field), key=lambda one: one.at)


@st.composite
def _histories(draw: st.DrawFn) -> Sequence[Changed]:
    steps = [
        Changed("status", draw(STATUSES | st.just("Strange")), draw(STATUSES), at)
        for at in draw(st.lists(MOMENTS, max_size=4))
    ]
    reasons = [
        Changed("reason", draw(REASONS) or draw(st.sampled_from(["", "Odd"])), "x", at)
        for at in draw(st.lists(MOMENTS, max_size=2, unique=True))
    ]
    others = [Changed("owner", "1", "2", at) for at in draw(st.lists(MOMENTS, max_size=1))]
    return [*steps, *reasons, *others]


@st.composite
def tellings(draw: st.DrawFn, number: int) -> Told:
    """Make up a lead."""
    history = draw(_histories())
    reasons = [one.at for one in history if one.field == "reason"]
    return Told(
        id=number,
        created=draw(PERHAPS),
        assigned=draw(PERHAPS),
        touched=draw(PERHAPS),
        won=draw(PERHAPS),
        status=draw(st.none() | STATUSES),
        since=draw(PERHAPS),
        reason=draw(REASONS),
        reason_since=max(reasons) if reasons else draw(st.none() | st.just(BEGIN)),
        history=history,
    )


HOUSES = st.integers(0, 9).flatmap(
    lambda leads: st.tuples(*(tellings(1 + number) for number in range(leads)))
)


def keep_house(engine: Engine, house: Sequence[Told]) -> None:
    """Let the database have exactly these leads."""
    with engine.begin() as connection:
        connection.execute(delete(lead_changes))
        connection.execute(delete(leads))
        for told in house:
            connection.execute(insert(leads), _row(told))
            for one in told.history:
                row = {"lead_id": told.id, "field": one.field, "old": one.old, "new": one.new}
                connection.execute(insert(lead_changes), {**row, "at": one.at, "origin": "native"})


def _row(told: Told) -> dict[str, object]:
    lead = a_lead(
        told.id,
        status=told.status,
        reason=told.reason,
        created_at=told.created,
        assigned_at=told.assigned,
        first_touch_at=told.touched,
        status_changed_at=told.since,
        imported_at=datetime(2026, 11, 20, tzinfo=UTC),
    )
    more = {"converted_at": told.won, "reason_changed_at": told.reason_since}
    return {**lead_row(lead), **more}
