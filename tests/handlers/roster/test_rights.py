"""Every action on the roster, tried by everybody, with real, stale and forged ids."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from handlers.interaction import Correct, Open, Show, Whisper
from handlers.people import Person, Role
from tests.builders import a_rep
from tests.handlers.roster.conftest import ADA, EVERYBODY, MAYA, Office

ADMINISTRATORS = (ADA,)

MAY: Mapping[str, tuple[Person, ...]] = {
    "people.unmatched": ADMINISTRATORS,
    "people.match": ADMINISTRATORS,
    "people.matched": ADMINISTRATORS,
    "people.ignore": ADMINISTRATORS,
    "people.restore": ADMINISTRATORS,
}
"""Who may do what about owners. A new action needs its row."""

STRANGER = a_rep("Stranger Nobody", role=Role.ADMINISTRATOR)
HONEST = {"owner": "4", "page": "0", "person": MAYA.id}


def key(reply: object) -> str:
    return reply.card.title.key if isinstance(reply, Whisper) else ""


def test_every_action_has_a_row_in_the_table(office: Office) -> None:
    assert office.router.routes.keys() == MAY.keys()


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
@pytest.mark.parametrize("route", MAY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    office: Office, route: str, person: Person
) -> None:
    reply = office.do(route, person, HONEST)
    assert (key(reply) == "people-only-administrators") is (person not in MAY[route])
    if person not in MAY[route]:
        assert office.owner(4).person is None
        assert 4 in office.unmatched()


@pytest.mark.parametrize("route", MAY)
def test_nobody_unknown_gets_anything(office: Office, route: str) -> None:
    assert key(office.do(route, STRANGER, HONEST)) == "people-unknown"


@pytest.mark.parametrize("route", MAY)
def test_who_is_no_administrator_any_more_may_nothing_any_more(office: Office, route: str) -> None:
    office.registry.appoint(ADA.email, Role.MANAGER, None)
    assert key(office.do(route, ADA, HONEST)) == "people-only-administrators"


@pytest.mark.parametrize("forged", ["", "99", "-4", "4; DROP TABLE owners", "x" * 5000, "\0", "４"])
@pytest.mark.parametrize("route", [route for route in MAY if route != "people.unmatched"])
def test_a_forged_owner_is_not_found(office: Office, route: str, forged: str) -> None:
    reply = office.do(route, ADA, {**HONEST, "owner": forged})
    assert key(reply) == "people-owner-unknown"
    assert office.owner(4).person is None


@pytest.mark.parametrize("route", MAY)
def test_an_administrator_always_gets_an_answer(office: Office, route: str) -> None:
    assert isinstance(office.do(route, ADA, HONEST), Show | Open | Whisper | Correct)
