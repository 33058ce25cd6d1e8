"""Nouns with defaults, so that a test says only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.flags.model import Flag, FlagId, Kind, ReasonKey
from handlers.lead import Lead, LeadId
from handlers.people import Language, Person, PersonId, Role, Side
from handlers.working_time import WorkingHours

MONDAY_MORNING = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""Monday, 16 November 2026, 10:00 in Warsaw."""


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime = MONDAY_MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


def a_lead(number: int = 1, **changes: Any) -> Lead:
    lead = Lead(
        id=LeadId(number),
        system="file",
        external_id=f"L-{number}",
        name="Anna Nowak",
        company="Acme",
        email=f"anna{number}@acme.example",
        imported_at=MONDAY_MORNING,
    )
    return replace(lead, **changes)


def a_rep(name: str = "Piotr Rep", **changes: Any) -> Person:
    person = Person(
        id=PersonId(name.partition(" ")[0].lower()),
        name=name,
        email=f"{name.partition(' ')[0].lower()}@example.com",
        role=Role.REP,
        side=Side.SALES,
        language=Language.ENGLISH,
        hours=WorkingHours(zone="Europe/Warsaw"),
    )
    return replace(person, **changes)


def a_marketer(name: str = "Maya Marketer", **changes: Any) -> Person:
    return a_rep(name, **{"role": Role.MARKETER, "side": Side.MARKETING} | changes)


def a_flag(number: int = 1, **changes: Any) -> Flag:
    flag = Flag(
        id=FlagId(f"flag-{number}"),
        lead=LeadId(number),
        lead_label="Anna Nowak · Acme",
        by=PersonId("piotr"),
        kind=Kind.REJECT,
        reason=ReasonKey("outside-target"),
        raised_at=MONDAY_MORNING,
    )
    return replace(flag, **changes)
