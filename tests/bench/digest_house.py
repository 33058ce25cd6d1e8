"""Builds a house with very many leads and their history, on either database, for the bench of the digest."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, text

from handlers.lead import Reason
from storage.bulk import Value, write_rows
from storage.database import migrate, open_engine
from storage.moment import microseconds
from tests.bench import bare_import

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
NOW_US = microseconds(NOW)
HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
YEARS_US = 3 * 365 * DAY_US
"""So long ago the first lead came."""

CAMPAIGNS, OWNERS = 200, 60
SOURCES = ("Webinar", "Paid search", "Organic search", "Referral", "Trade show", "LinkedIn")
REASONS = tuple(reason.value for reason in Reason)
PATHS = (
    ("attempting", "connected", "qualified", "converted"),
    ("attempting", "connected", "nurturing"),
    ("attempting", "disqualified"),
    ("attempting", "connected", "disqualified"),
    ("attempting",),
)
CHANGES = 5
"""Of each lead, those of the owner and the next step among them."""

_LEAD = (
    *("id", "system", "external_id", "external_key", "name", "name_key", "surname_key"),
    *("company", "company_key", "email", "source", "campaign_id", "owner_id", "status"),
    *("reason", "extra", "created_at", "assigned_at", "first_touch_at", "converted_at"),
    *("status_changed_at", "imported_at"),
)
_CHANGE = ("lead_id", "field", "old", "new", "at", "origin")

Row = Sequence[Value]
Step = tuple[str, str, str, int]
"""A field, what it was, what it became, and when."""


def build(url: str, leads: int) -> Engine:
    """Empty a database and fill it with leads, five changes in the history of each, and a definition."""
    engine = open_engine(url)
    bare_import.empty(engine)
    migrate(engine)
    with engine.begin() as connection:
        _move_in(connection)
        write_rows(connection, "leads", _LEAD, (_lead(n, leads) for n in range(1, leads + 1)))
        write_rows(connection, "lead_changes", _CHANGE, _changes(leads))
        _agree(connection)
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    return engine


def _move_in(connection: Connection) -> None:
    day = ("Europe/Warsaw", "09:00:00.000000", "17:00:00.000000", "01234", "")
    columns = (
        *("id", "name", "email", "role", "side", "language", "zone", "starts", "ends", "weekdays"),
        "country",
    )
    people = (
        (f"rep{n}", f"Rep {n}", f"rep{n}@x.example", "rep", "sales", "en", *day)
        for n in range(OWNERS)
    )
    write_rows(connection, "people", columns, people)
    campaigns = ((n, "file", f"campaign {n}", f"Campaign {n}") for n in range(1, CAMPAIGNS + 1))
    write_rows(connection, "campaigns", ("id", "system", "key", "name"), campaigns)
    owners = ((n + 1, "file", f"rep {n}", f"Rep {n}", f"rep{n}") for n in range(OWNERS))
    write_rows(connection, "owners", ("id", "system", "key", "name", "person_id"), owners)


def _lead(number: int, leads: int) -> Row:
    created, touched, steps = _life(number, leads)
    status, changed = steps[-1][2:] if steps else ("new", created)
    won = changed if status == "converted" else None
    reason = REASONS[number % len(REASONS)] if status in {"disqualified", "nurturing"} else None
    name, company = f"Anna Nowak{number}", f"Acme {number // 5}"
    return (
        *(number, "file", f"L-{number}", f"l-{number}", name, name.lower(), f"nowak{number}"),
        *(company, company.lower(), f"anna{number}@mail.example", SOURCES[number % len(SOURCES)]),
        *(number % CAMPAIGNS + 1, number % OWNERS + 1, status, reason),
        *(f'{{"employees": "{number % 400}"}}', created, created, touched, won, changed, NOW_US),
    )


def _life(number: int, leads: int) -> tuple[int, int | None, Sequence[Step]]:
    """Tell when a lead was created and touched, and how its status moved until now."""
    chance = random.Random(number)
    created = NOW_US - YEARS_US + number * (YEARS_US // (leads + 1))
    touched = created + chance.randrange(1, 48) * HOUR_US
    steps: list[Step] = []
    at, old = touched, "new"
    for new in chance.choice(PATHS):
        if at > NOW_US:
            break
        steps.append(("status", old, new, at))
        at, old = at + chance.randrange(1, 20 * 24) * HOUR_US, new
    return created, touched if touched <= NOW_US else None, steps


def _changes(leads: int) -> Iterator[Row]:
    for number in range(1, leads + 1):
        created, _, steps = _life(number, leads)
        for field, old, new, at in steps:
            yield number, field, old, new, at, "native"
        for more in range(CHANGES - len(steps)):
            field = ("owner", "next_step", "extra:needs", "reason", "extra:size")[more]
            yield number, field, "", f"{number % OWNERS}", created + more * DAY_US, "import"


def _agree(connection: Connection) -> None:
    began = NOW_US - YEARS_US
    columns = ("number", "state", "proposed_at", "in_force_from", "revision")
    version = [(1, "in-force", began, began, 1)]
    write_rows(connection, "definition_versions", columns, version)
    criteria = (
        ("size", "At least 50 people", "extra:employees", "at-least", '["50"]'),
        ("source", "No trade show", "source", "none-of", '["Trade show"]'),
        ("reachable", "An address", "email", "filled", "[]"),
    )
    rows = ((1, place, *one, "[]") for place, one in enumerate(criteria))
    parts = ("version", "position", "id", "words", "field", "operator", "operands", "covers")
    write_rows(connection, "definition_criteria", parts, rows)
