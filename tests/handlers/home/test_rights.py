"""Every action around the page, tried by everybody, with ids of their own, of others and forged."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.pages import Pages
from bot.teamwork import Together
from handlers.interaction import Correct, Nothing, Open, Show, Whisper
from handlers.people import Person, Place
from tests.builders import a_rep
from tests.handlers.home.conftest import USUAL, House
from tests.handlers.questions.conftest import ADA, KASIA, MAREK, MAYA, PIOTR, WEI
from tests.handlers.roster.test_rights import MAY as ROSTER

EVERYBODY = (MAYA, KASIA, PIOTR, WEI, MAREK, ADA)
ADMINISTRATORS = (ADA,)
HERE = Place.at("slack", "C123")

MAY: Mapping[str, tuple[Person, ...]] = {
    "home.opened": EVERYBODY,
    "home.knows": EVERYBODY,
    "questions.help": EVERYBODY,
    "questions.ask": EVERYBODY,
    "questions.asked": EVERYBODY,
    "questions.again": (MAYA,),
    "leads.unfurl": EVERYBODY,
    "settings.mine": EVERYBODY,
    "settings.mine-saved": EVERYBODY,
    "settings.away": EVERYBODY,
    "settings.away-saved": EVERYBODY,
    "settings.back": EVERYBODY,
    "settings.channels": ADMINISTRATORS,
    "settings.channels-saved": ADMINISTRATORS,
    "settings.take-channel": ADMINISTRATORS,
    "settings.retry": ADMINISTRATORS,
    "channels.joined": EVERYBODY,
    "mapping.words": ADMINISTRATORS,
    "mapping.choose": ADMINISTRATORS,
    "mapping.say": ADMINISTRATORS,
    "mapping.fields": ADMINISTRATORS,
    "mapping.field": ADMINISTRATORS,
    "mapping.field-saved": ADMINISTRATORS,
}
"""Who may do what; the question is Maya's. A new action needs its row."""

REFUSALS = {"settings-only-administrators", "questions-not-your-question"}
OPEN_TO_STRANGERS = {"channels.joined"}
"""Whoever invites the bot may be unknown: what is posted holds nothing about anybody."""

FIELDS = ("question", "leads", "link", "side", "last", "language", "zone", "marketing", "weekdays")

STRANGER = a_rep("Stranger Nobody")


def honest(house: House) -> dict[str, str]:
    """Give what an honest button or form carries."""
    return {
        "question": house.company.ask(1),
        "leads": "L-20",
        "link": "https://crm.example/leads/L-20",
        "side": "sales",
        "last": "2026-11-20",
    }


def press(house: House, route: str, person: Person, given: Mapping[str, str]) -> object:
    place = HERE if route in {"channels.joined", "settings.take-channel"} else None
    return house.do(route, person, given, place=place)


def test_every_action_has_a_row_in_the_table(house: House) -> None:
    database = house.company.database
    pages = Pages(
        open_work=database.open_work,
        look=database.look,
        now=house.company.clock,
        said=house.company.asking.said,
        usual=USUAL,
        changed=lambda _: None,
        waiting=house.company.envelopes.drawing.section,
        together=Together(routes={}, views={}, jobs={}),
    )
    routes, _ = pages.put_together()
    assert routes.keys() - ROSTER.keys() == MAY.keys()


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
@pytest.mark.parametrize("route", MAY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    house: House, route: str, person: Person
) -> None:
    reply = press(house, route, person, honest(house))
    key = reply.card.title.key if isinstance(reply, Whisper) else ""
    assert (key in REFUSALS) is (person not in MAY[route])
    assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)


@pytest.mark.parametrize("route", [route for route in MAY if route not in OPEN_TO_STRANGERS])
def test_nobody_unknown_gets_anything(house: House, route: str) -> None:
    reply = press(house, route, STRANGER, honest(house))
    assert isinstance(reply, Whisper)
    assert reply.card.title.key == "people-unknown"


@pytest.mark.parametrize("route", MAY)
def test_whatever_is_forged_is_answered_kindly(house: House, route: str) -> None:
    for forged in ("", "forged", "id-1'; DROP TABLE asks; --", "x" * 5000, "\0"):
        reply = press(house, route, ADA, dict.fromkeys(FIELDS, forged))
        assert isinstance(reply, Nothing | Open | Correct | Whisper)
        assert house.person(ADA) == ADA
