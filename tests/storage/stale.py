"""Leads that are stale on a Monday morning, and how tests look for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from handlers.lead import Lead, LeadId, Status
from handlers.nudges.model import Nudge, NudgeId, Rule
from handlers.nudges.rules import all_rules, searches
from handlers.people import Owner, OwnerId
from handlers.working_time import WorkingHours
from storage.schema import leads, nudges
from storage.work import Database, SqlWork
from tests.builders import MONDAY_MORNING, a_lead, a_rep
from tests.population import lead_row, settle

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")
PIOTR, ZOFIA = a_rep(), a_rep("Zofia Rep")
DAY = timedelta(days=1)
LONG_AGO = MONDAY_MORNING - 40 * DAY
MOST = 20


@pytest.fixture(autouse=True)
def inhabited(engine: Engine) -> None:
    settle(
        engine,
        people=[PIOTR],
        accountless=[ZOFIA],
        owning=[
            Owner(id=OwnerId(1), name="Piotr", person=PIOTR.id),
            Owner(id=OwnerId(2), name="Zofia", person=ZOFIA.id),
            Owner(id=OwnerId(3), name="Nobody we know"),
        ],
    )


@pytest.fixture
def work(database: Database) -> Iterator[SqlWork]:
    """One transaction in which a test does all it does."""
    with database.open_work() as opened:
        yield opened


def a_stale_lead(number: int = 1, **changes: Any) -> Lead:
    """Make a lead of Piotr's that nobody reached for forty days."""
    told: dict[str, Any] = {
        "owner": OwnerId(1),
        "status": Status.ATTEMPTING,
        "status_raw": "Working",
        "status_changed_at": LONG_AGO,
    }
    return a_lead(number, **told | changes)


def having(work: SqlWork, *some: Lead, **columns: object) -> None:
    """Keep leads, each with further columns of its row besides."""
    connection = hand(work)
    for lead in some:
        connection.execute(insert(leads), lead_row(lead) | columns)


def hand(work: SqlWork) -> Connection:
    """Give the connection, for what no feature does by itself."""
    return work.nudges._connection


def looked(
    work: SqlWork, at: datetime = MONDAY_MORNING, *, rules: Sequence[Rule] = (), most: int = MOST
) -> int:
    """Look for what is stale, and count what was queued."""
    wanted = searches(all_rules(rules), work.nudges.fields(), COMPANY, at)
    return work.nudges.scan(wanted, at, COMPANY.day_of(at), most)


def asked_about(work: SqlWork) -> Sequence[int]:
    """Name the leads that are queued for Piotr, the best first."""
    return [nudge.lead for nudge in work.nudges.queued(PIOTR.id, 1_000, MONDAY_MORNING.date())]


def a_nudge(number: int = 1, **changes: Any) -> Nudge:
    told: dict[str, Any] = {
        "id": NudgeId(f"nudge-{number}"),
        "rule": "status-attempting",
        "lead": LeadId(number),
        "person": PIOTR.id,
        "field": "status",
        "was": "Working",
        "queued_at": LONG_AGO,
    }
    return Nudge(**told | changes)


def keep(work: SqlWork, *some: Nudge) -> None:
    """Keep new nudges as they are."""
    connection = hand(work)
    for nudge in some:
        row = {
            "id": nudge.id,
            "rule_id": nudge.rule,
            "lead_id": nudge.lead,
            "person_id": nudge.person,
            "field": nudge.field,
            "was": nudge.was,
            "state": nudge.state.value,
            "value": nudge.value,
            "envelope_id": nudge.envelope,
            "queued_at": nudge.queued_at,
            "asked_at": nudge.asked_at,
            "closed_at": nudge.closed_at,
            "snoozed_until": nudge.snoozed_until,
        }
        connection.execute(insert(nudges), row)


def count(work: SqlWork) -> int:
    return len(hand(work).execute(select(nudges.c.id)).all())
