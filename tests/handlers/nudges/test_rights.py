"""Every action about stale fields, tried by everybody, with ids of their own and forged ones."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.nudging import Nudging
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Show, Whisper
from handlers.people import Person, Place, Side
from handlers.router import Router
from handlers.working_time import WorkingHours
from handlers.writing.confirming import Confirming
from tests.builders import a_rep
from tests.handlers.nudges.conftest import ADA, ANNA, MAREK, MAYA, PIOTR, House, whispered

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""The actions themselves are tried on both databases beside their features."""

EVERYBODY = (PIOTR, ANNA, MAYA, MAREK, ADA)
ASKED = (PIOTR,)

MAY: Mapping[str, tuple[Person, ...]] = {
    "nudges.again": ASKED,
    "nudges.disowned": (ADA,),
    "nudges.fix": ASKED,
    "nudges.fixed": ASKED,
    "nudges.limited": EVERYBODY,
    "nudges.limits": EVERYBODY,
    "nudges.not-mine": ASKED,
    "nudges.right": ASKED,
    "nudges.rule-wrong": ASKED,
    "nudges.snooze": ASKED,
    "nudges.snooze-form": ASKED,
    "nudges.snoozed": ASKED,
    "nudges.why": ASKED,
    "nudges.widen": ASKED,
    "rules.add": (ADA,),
    "rules.edit": (ADA,),
    "rules.edited": (ADA,),
    "rules.show": (ADA,),
    "rules.switch": (ADA,),
}
"""Who may do what to a row of Piotr's. A new action needs its row."""

REFUSALS = {"nudges-gone", "settings-only-administrators"}
STALE = "nudges-stale"
HONEST = {
    "nudge": "nudge-1",
    "value": "Talking",
    "until": "tomorrow",
    "day": "2026-11-20",
    "by": "more",
    "cap": "5",
    "rule": "next-step",
    "watch": "missing",
    "field": "next_step",
    "statuses": "connected",
    "days": "4",
    "on": "on",
}
STRANGER = a_rep("Stranger Nobody")


def router(house: House) -> Router:
    nudging = Nudging(
        open_work=house.database.open_work,
        look=house.database.look,
        now=house.clock,
        new_id=house.new_id,
        company=WorkingHours(zone="Europe/Warsaw"),
        confirming=Confirming(allowed=house.allowed, now=house.clock, new_id=house.new_id),
        draw=house.envelopes.drawing.card,
        asks=True,
    )
    return Router(nudging.put_together().routes)


def press(house: House, route: str, person: Person, given: Mapping[str, str]) -> Reply:
    return router(house).route(
        Interaction(
            name=route,
            actor=person.id,
            place=Place.channel(Side.SALES),
            id=f"{route}-{person.id}-{sorted(given.items())}",
            values=given,
        )
    )


def refused(reply: Reply, route: str, person: Person) -> bool:
    """Tell whether somebody is kept out; a row is not even there for those who were not asked."""
    if isinstance(reply, Correct):
        return {phrase.key for phrase in reply.errors.values()} <= REFUSALS
    if not isinstance(reply, Whisper):
        return False
    key = reply.card.title.key
    return key in REFUSALS or (key == STALE and person is not PIOTR)


def test_every_action_has_a_row_in_the_table(house: House) -> None:
    routes = {one for one in router(house).routes if not one.startswith("rehearsal.")}
    assert routes == MAY.keys()


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
@pytest.mark.parametrize("route", MAY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    house: House, route: str, person: Person
) -> None:
    house.find()
    before = house.nudge()
    reply = press(house, route, person, HONEST)
    assert refused(reply, route, person) is (person not in MAY[route]), reply
    assert person is PIOTR or (house.nudge(), house.writes()) == (before, [])


@pytest.mark.parametrize("route", MAY)
def test_nobody_unknown_gets_anything(house: House, route: str) -> None:
    house.find()
    before = house.nudge()
    reply = press(house, route, STRANGER, HONEST)
    assert isinstance(reply, Correct) or whispered(reply)
    assert not isinstance(reply, Whisper) or not reply.card.blocks
    assert (house.nudge(), house.writes()) == (before, [])


@pytest.mark.parametrize("route", MAY)
def test_forged_ids_and_values_are_answered_kindly(house: House, route: str) -> None:
    house.find()
    for forged in ("", "forged", "nudge-1'; DROP TABLE nudges; --", "9" * 400):
        reply = press(house, route, MAY[route][0], dict.fromkeys(HONEST, forged))
        assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)
    assert house.writes() == []
