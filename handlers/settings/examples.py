"""Every card and form of the settings with invented people in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from handlers.message import Block, Example
from handlers.parcel import Destination, Trouble
from handlers.people import Language, Person, PersonId, Place, Role, Side
from handlers.phrase import Phrase
from handlers.settings.cards import (
    administration_part,
    hello_card,
    known_lines,
    mine_part,
    undelivered_part,
)
from handlers.settings.forms import away_form, channels_form, mine_form
from handlers.settings.work import Stuck
from handlers.working_time import Away, WorkingHours

NOW = datetime(2026, 11, 16, 14, 40, tzinfo=UTC)
PIOTR = Person(
    id=PersonId("piotr"),
    name="Piotr Zając",
    email="piotr@northwind.example",
    role=Role.REP,
    side=Side.SALES,
    hours=WorkingHours(
        zone="Europe/Warsaw", country="PL", away=(Away(date(2026, 12, 23), date(2027, 1, 3)),)
    ),
)
MARKETING = Destination(platform="slack", address="C0123", zone="Europe/Warsaw")
USUAL = Destination(platform="", address="", language=Language.ENGLISH, zone="Europe/Warsaw")


def examples() -> Sequence[Example]:
    """List the forms, and the card in a channel."""
    return (
        Example("settings-mine", mine_form(PIOTR, NOW)),
        Example("settings-away", away_form(NOW.date())),
        Example("settings-channels", channels_form({Side.MARKETING: MARKETING}, USUAL, NOW)),
        Example("settings-hello", hello_card(None)),
        Example("settings-hello-marketing", hello_card(Side.MARKETING)),
    )


def mine_example(*, is_away: bool = False) -> tuple[Block, ...]:
    """Show somebody's settings on their page."""
    if not is_away:
        return mine_part(PIOTR, NOW.date())
    away = (Away(date(2026, 11, 16), date(2026, 11, 20)),)
    hours = replace(PIOTR.hours, weekdays=frozenset({0, 1, 2}), country="", away=away)
    return mine_part(replace(PIOTR, hours=hours), NOW.date())


def administration_examples() -> Sequence[tuple[Block, ...]]:
    """Show what an administrator sees, with messages that were given up and without."""
    stuck = (
        Stuck(Place.channel(Side.SALES), Trouble.REFUSED),
        Stuck(Place.direct(PIOTR.id), Trouble.NO_DESTINATION),
    )
    lost = undelivered_part(7, stuck, {PIOTR.id: PIOTR})
    return (
        administration_part({Side.MARKETING: MARKETING}, lost),
        administration_part({}, undelivered_part(0, (), {})),
    )


def known_example() -> tuple[Phrase, ...]:
    """List what is kept about somebody."""
    return known_lines(PIOTR, ["slack", "teams"])
