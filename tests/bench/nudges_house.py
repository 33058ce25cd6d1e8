"""Builds a house with very many leads, most of them stale, on either database."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, text

from storage.bulk import Value, write_rows
from storage.database import migrate, open_engine
from storage.moment import microseconds
from tests.bench import bare_import

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
NOW_US = microseconds(NOW)
DAY_US = 86_400_000_000
REPS, AWAY, SYSTEM = 300, 10, "hubspot"
STATUSES = ("new", "attempting", "connected", "nurturing", "qualified", "converted", "disqualified")
ASKED, FLAGGED, NUDGED = 50, 200, 40
"""A colleague asked about every so manieth lead; so many were flagged, and nudged about before."""

_LEAD = (
    *("id", "system", "external_id", "external_key", "name", "company", "email", "owner_id"),
    *("status", "status_raw", "reason_raw", "next_step", "extra", "created_at", "last_touch_at"),
    *("status_changed_at", "imported_at"),
)
_PERSON = (
    *("id", "name", "email", "role", "side", "language", "zone", "starts", "ends", "weekdays"),
    "country",
)
_NUDGE = (
    *("id", "rule_id", "lead_id", "person_id", "field", "was", "state", "value", "queued_at"),
    *("asked_at", "closed_at"),
)
_FLAG = (
    *("id", "lead_id", "lead_label", "person_id", "kind", "reason", "state", "version"),
    "raised_at",
)
_ASK = ("id", "lead_id", "person_id", "kind", "state", "queued_at", "asked_at")
ENDED = ("fixed", "still-right", "rule-wrong", "expired")

Rows = Iterator[Sequence[Value]]


def build(url: str, leads: int) -> Engine:
    """Empty a database and fill it with reps, leads, and what was asked about them."""
    engine = open_engine(url)
    bare_import.empty(engine)
    migrate(engine)
    with engine.begin() as connection:
        _move_in(connection)
        write_rows(connection, "leads", _LEAD, _leads(leads))
        write_rows(connection, "asks", _ASK, _asks(leads))
        write_rows(connection, "flags", _FLAG, _flags(leads))
        write_rows(connection, "nudges", _NUDGE, _nudges(leads))
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    return engine


def _move_in(connection: Connection) -> None:
    day = ("Europe/Warsaw", "09:00:00.000000", "17:00:00.000000", "01234", "PL")
    people = (
        (f"rep{n}", f"Rep {n}", f"rep{n}@x.example", "rep", "sales", "en", *day) for n in _reps()
    )
    write_rows(connection, "people", _PERSON, people)
    accounts = (("demo", f"rep{n}", f"rep{n}") for n in _reps())
    write_rows(connection, "accounts", ("platform", "address", "person_id"), accounts)
    away = ((f"rep{n}", "2026-11-09", "2026-11-20") for n in range(AWAY))
    write_rows(connection, "absences", ("person_id", "first", "last"), away)
    owners = ((n + 1, SYSTEM, f"rep {n}", f"Rep {n}", f"rep{n}") for n in _reps())
    write_rows(connection, "owners", ("id", "system", "key", "name", "person_id"), owners)


def _reps() -> range:
    return range(REPS)


def _leads(count: int) -> Rows:
    chance = random.Random(7)
    for number in range(1, count + 1):
        since = NOW_US - chance.randrange(120 * DAY_US)
        status = chance.choice(STATUSES)
        further = {"needs": "Speed"} if number % 3 else {}
        further |= {"situation": "Grows fast", "Region": "EMEA"} if number % 5 else {}
        further |= {"objections": "Price"} if number % 7 else {}
        yield (
            *(number, SYSTEM, f"L-{number}", f"l-{number}", f"Anna Nowak{number}", "Acme"),
            *(f"anna{number}@mail.example", number % REPS + 1, status, status.upper()),
            *("Budget" if number % 2 else "", "Call" if number % 4 else "", json.dumps(further)),
            *(since - 30 * DAY_US, since, since, NOW_US),
        )


def _asks(leads: int) -> Rows:
    for n in range(ASKED, leads + 1, ASKED):
        at = NOW_US - (n % 60) * DAY_US
        yield (f"ask{n}", n, f"rep{n % REPS}", "outcome", "answered", at, at)


def _flags(leads: int) -> Rows:
    for n in range(FLAGGED, leads + 1, FLAGGED):
        state = "raised" if n % 3 else "declined"
        yield (f"flag{n}", n, "Anna", f"rep{n % REPS}", "reject", "duplicate", state, 1, NOW_US)


def _nudges(leads: int) -> Rows:
    for n in range(NUDGED, leads + 1, NUDGED):
        at, state = NOW_US - (n % 90) * DAY_US, ENDED[n // NUDGED % len(ENDED)]
        rule = "status-connected" if n % 3 else "needs"
        yield (f"old{n}", rule, n, f"rep{n % REPS}", "status", "", state, 1, at, at, at)
