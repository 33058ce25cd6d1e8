"""Every action about stale fields, write-back, rehearsal and the digest, tried by everybody."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Show, Whisper
from handlers.people import Person, Place, Side
from handlers.writing.model import WriteState
from tests.builders import a_rep
from tests.handlers.nudges import test_rights as of_nudges
from tests.handlers.nudges.conftest import ADA, ANNA, MAREK, MAYA, PIOTR
from tests.handlers.upkeep.conftest import DECISION, WEEK, WRITE, Upkeep

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""The actions themselves are tried on both databases beside their features."""

EVERYBODY = (PIOTR, ANNA, MAYA, MAREK, ADA)
MANAGING = (MAREK, ADA)
SALES_DECIDES = (PIOTR, ANNA, MAREK, ADA)

MAY: Mapping[str, tuple[Person, ...]] = {
    **of_nudges.MAY,
    "digests.csv": MANAGING,
    "digests.hold": MANAGING,
    "digests.leave": MANAGING,
    "digests.look": MANAGING,
    "digests.note": MANAGING,
    "digests.note-confirmed": MANAGING,
    "digests.noted": MANAGING,
    "digests.release": MANAGING,
    "digests.send": MANAGING,
    "digests.show": EVERYBODY,
    "digests.take": SALES_DECIDES,
    "digests.taken": SALES_DECIDES,
    "digests.which": EVERYBODY,
    "digests.whose": EVERYBODY,
    "digests.xlsx": MANAGING,
    "rehearsal.settings": MANAGING,
    "rehearsal.sheet": (ADA,),
    "rehearsal.show": MANAGING,
    "rehearsal.try": MANAGING,
    "writing.again": (PIOTR,),
    "writing.crms": (PIOTR,),
    "writing.log": (ADA,),
    "writing.mine": (PIOTR,),
    "writing.recent": EVERYBODY,
    "writing.undo": (PIOTR,),
}
"""Who may do what to a row and a value of Piotr's, and to a decision of sales. A new action needs its row."""

REFUSALS = {
    *of_nudges.REFUSALS,
    of_nudges.STALE,
    "digests-not-yours-sales",
    "digests-only-managers",
    "digests-only-managers-leave",
    "rehearsal-only",
    "writing-log-not-yours",
    "writing-stale",
}
STATES = {
    "writing.again": WriteState.REJECTED,
    "writing.crms": WriteState.CONFLICT,
    "writing.mine": WriteState.CONFLICT,
    "writing.undo": WriteState.WRITTEN,
}
"""How far Piotr's value has come where something can be decided about it."""

STRANGER = a_rep("Stranger Nobody")


def honest(upkeep: Upkeep, route: str) -> dict[str, str]:
    """Give what an honest button or form of this action carries."""
    if route in STATES:
        upkeep.confirmed(STATES[route])
        return {"write": WRITE, "version": "1"}
    ours = {"week": str(WEEK), "side": "sales", "decision": DECISION, "days": "10"}
    if route.startswith("nudges.again"):
        upkeep.router.route(_asked("nudges.right", PIOTR, {"nudge": "nudge-1"}))
    return {**of_nudges.HONEST, **ours} if route.startswith("nudges") else {**ours, **_forms(route)}


def _forms(route: str) -> Mapping[str, str]:
    if route.startswith("rules"):
        return of_nudges.HONEST
    return {"note": "A calm note", "what": "Answer them", "due": "2026-11-27", "person": PIOTR.id}


def _asked(route: str, person: Person, given: Mapping[str, str]) -> Interaction:
    return Interaction(
        name=route,
        actor=person.id,
        place=Place.channel(Side.SALES),
        id=f"{route}-{person.id}-{sorted(given.items())}",
        values=given,
    )


def press(upkeep: Upkeep, route: str, person: Person, given: Mapping[str, str]) -> Reply:
    return upkeep.router.route(_asked(route, person, given))


def refused(reply: Reply) -> bool:
    if isinstance(reply, Correct):
        return bool({phrase.key for phrase in reply.errors.values()} & REFUSALS)
    return isinstance(reply, Whisper) and reply.card.title.key in REFUSALS


def test_every_action_has_a_row_in_the_table(upkeep: Upkeep) -> None:
    assert upkeep.routes.keys() == MAY.keys()


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
@pytest.mark.parametrize("route", MAY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    upkeep: Upkeep, route: str, person: Person
) -> None:
    reply = press(upkeep, route, person, honest(upkeep, route))
    assert refused(reply) is (person not in MAY[route]), reply
    assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)


@pytest.mark.parametrize("route", MAY)
def test_nobody_unknown_gets_anything(upkeep: Upkeep, route: str) -> None:
    reply = press(upkeep, route, STRANGER, honest(upkeep, route))
    assert isinstance(reply, Whisper | Correct)
    assert not isinstance(reply, Whisper) or not reply.card.blocks


@pytest.mark.parametrize("route", MAY)
def test_forged_ids_are_answered_kindly(upkeep: Upkeep, route: str) -> None:
    names = honest(upkeep, route)
    for number, forged in enumerate(("", "forged", "w-1'; DROP TABLE write_backs; --", "9" * 40)):
        given = {**dict.fromkeys(names, forged), f"forged-{number}": forged}
        reply = press(upkeep, route, MAY[route][0], given)
        assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)
