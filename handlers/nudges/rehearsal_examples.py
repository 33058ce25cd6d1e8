"""Every card and form of the rehearsal, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.lead import LeadId
from handlers.message import Block, Example
from handlers.nudges.model import RuleState
from handlers.nudges.rehearsal import Row
from handlers.nudges.rehearsal_cards import (
    Rehearsed,
    failed_card,
    rehearsal_card,
    rehearsal_form,
    rehearsal_part,
    waiting_card,
)
from handlers.nudges.rules import shipped
from handlers.people import Person, PersonId, Role, Side

FIRST, LAST = date(2026, 10, 5), date(2026, 11, 16)
NAMES = ("Anna Nowak", "Ewa Zielińska", "Jan Kowalski", "Olga Sidorova", "Piotr Wiśniewski", "李娜")


def examples() -> Sequence[Example]:
    """List the cards and the form."""
    told = _told()
    few = replace(told, people=told.people[:4], begins=date(2026, 11, 2))
    nothing = replace(told, rows={one.id: () for one in told.people}, begins=None)
    return (
        Example("rehearsal-manager", rehearsal_card(told, 30, by_name=False)),
        Example("rehearsal-administrator", rehearsal_card(told, 30, by_name=True)),
        Example("rehearsal-few", rehearsal_card(few, 30, by_name=False)),
        Example("rehearsal-nothing", rehearsal_card(nothing, 30, by_name=True)),
        Example("rehearsal-waiting", waiting_card(30)),
        Example("rehearsal-failed", failed_card(told.tried, 30)),
        Example("rehearsal-form", rehearsal_form(told.tried, 30)),
    )


def page_example() -> tuple[Block, ...]:
    """Show how it is offered on somebody's own page."""
    return rehearsal_part()


def _told() -> Rehearsed:
    people = [_person(name) for name in NAMES]
    tried = shipped()
    return Rehearsed(
        tried=tried,
        rules=[rule for rule in tried if rule.state is RuleState.ON],
        first=FIRST,
        last=LAST,
        days=30,
        begins=date(2026, 3, 2),
        people=people,
        rows={one.id: _rows(place) for place, one in enumerate(people)},
    )


def _rows(place: int) -> Sequence[Row]:
    """Give the person at a place more rows than the one before."""
    return [
        Row(FIRST + timedelta(days=number), LeadId(100 * place + number), (place + number) % 4)
        for number in range(place * place)
    ]


def _person(name: str) -> Person:
    return Person(id=PersonId(name), name=name, email="", role=Role.REP, side=Side.SALES)
