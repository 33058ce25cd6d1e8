"""Every action, tried by everybody, with ids of their own, of others, stale and forged."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import select

from handlers.interaction import Correct, Nothing, Open, Show, Whisper
from handlers.people import Person
from storage.schema import asks
from tests.builders import a_rep
from tests.handlers.questions.conftest import ADA, KASIA, MAREK, MAYA, PIOTR, WEI, Company

EVERYBODY = (MAYA, KASIA, PIOTR, WEI, MAREK, ADA)
STEERS = (MAYA, MAREK, ADA)
"""The asker, managers and administrators."""
OWNER = (PIOTR,)

MAY: Mapping[str, tuple[Person, ...]] = {
    "said": EVERYBODY,
    "questions.page": EVERYBODY,
    "questions.sheet": EVERYBODY,
    "questions.pick": STEERS,
    "questions.picked": STEERS,
    "questions.ask-owners": STEERS,
    "questions.answer": OWNER,
    "questions.change": OWNER,
    "questions.details": OWNER,
    "questions.detailed": OWNER,
    "questions.say": OWNER,
    "questions.propose": OWNER,
    "questions.confirm": OWNER,
}
"""Who may do what to Maya's question about a lead of Piotr's. A new action needs its row."""

REFUSALS = {"questions-only-the-asker", "questions-not-yours"}
GONE = {
    *("questions-gone-question", "questions-row-gone", "envelopes-gone"),
    *("leads-none-match", "leads-words-unknown"),
}

STRANGER = a_rep("Stranger Nobody")


def ids(company: Company, route: str) -> dict[str, str]:
    """Give what an honest button or form of this action carries."""
    company.do("said", MAYA, text="what happened to\nWon Allready, Acme\nL-1")
    question = company.newest_question()
    other = company.ask(1, 20)
    company.ask_owners(other)
    with company.engine.connect() as connection:
        ask = connection.execute(select(asks.c.id).where(asks.c.lead_id == 1)).scalar_one()
    answer = {"said": "disqualified", "reason": "no-need", "words": "won"}
    [envelope] = company.envelope_ids(PIOTR)
    if route == "questions.ask-owners":
        question = company.ask(2)
    return {"question": question, "page": "0", "ask": ask, "envelope": envelope} | answer


def test_every_action_has_a_row_in_the_table(company: Company) -> None:
    assert company.router.routes.keys() == MAY.keys()


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
@pytest.mark.parametrize("route", MAY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    company: Company, route: str, person: Person
) -> None:
    reply = company.do(route, person, ids(company, route), text="L-1")
    key = reply.card.title.key if isinstance(reply, Whisper) else ""
    assert (key in REFUSALS) is (person not in MAY[route])
    assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)


@pytest.mark.parametrize("forged", ["", "forged", "id-1'; DROP TABLE asks; --", "x" * 5000, "\0"])
@pytest.mark.parametrize("route", [route for route in MAY if route != "said"])
def test_a_forged_id_finds_nothing(company: Company, route: str, forged: str) -> None:
    reply = company.do(
        route, PIOTR if MAY[route] == OWNER else MAYA,
        {"question": forged, "ask": forged, "envelope": forged, "said": "disqualified"},
    )  # fmt: skip
    assert isinstance(reply, Whisper)
    assert reply.card.title.key in GONE


@pytest.mark.parametrize("route", MAY)
def test_nobody_unknown_gets_anything(company: Company, route: str) -> None:
    reply = company.do(route, STRANGER, ids(company, route), text="L-1")
    assert isinstance(reply, Whisper)
    assert reply.card.title.key in {"people-unknown", *REFUSALS}
