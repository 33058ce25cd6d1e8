"""A flag's audit trail, told to one person."""

from __future__ import annotations

from dataclasses import replace

from handlers.flags.history import MOST_STEPS, history_card
from handlers.flags.model import FlagId, Step, StepId, Stepped
from handlers.message import Card, Items
from handlers.people import PersonId
from handlers.phrase import Phrase, say, verbatim
from tests.builders import MONDAY_MORNING, a_flag
from tests.handlers.flags.triage.conftest import ADA, KASIA, MAREK, MAYA, PEOPLE, PIOTR

KNOWN = {person.id: person for person in PEOPLE}
ASKED = Stepped(
    id=StepId("step"),
    flag=FlagId("flag-1"),
    step=Step.ASK,
    by=MAYA.id,
    at=MONDAY_MORNING,
    words="Which role?",
)


def lines(card: Card) -> tuple[Phrase, ...]:
    return next(block.items for block in card.blocks if isinstance(block, Items))


def test_sides_are_shown_to_everybody_but_names_only_to_administrators() -> None:
    trail = [replace(ASKED, by=PIOTR.id, step=Step.RAISE, words=""), ASKED]
    for reader in (MAYA, KASIA, PIOTR, MAREK):
        card = history_card(a_flag(), trail, KNOWN, reader)
        assert [dict(one.args)["who"] for one in lines(card)] == [
            say("triage-side-sales"),
            say("triage-side-marketing"),
        ]
        assert "Piotr" not in repr(card)
        assert "Maya" not in repr(card)
    named = history_card(a_flag(), trail, KNOWN, ADA)
    assert [dict(one.args)["who"] for one in lines(named)] == [
        verbatim(PIOTR.name),
        verbatim(MAYA.name),
    ]


def test_a_step_says_when_what_and_why() -> None:
    [line] = lines(history_card(a_flag(), [ASKED], KNOWN, PIOTR))
    assert line == say(
        "triage-history-words",
        at=MONDAY_MORNING,
        who=say("triage-side-marketing"),
        step=say("triage-step-ask"),
        words="Which role?",
    )


def test_who_has_left_is_somebody() -> None:
    [line] = lines(history_card(a_flag(), [replace(ASKED, by=PersonId("gone"))], KNOWN, ADA))
    assert dict(line.args)["who"] == say("triage-somebody")


def test_of_a_long_way_the_newest_steps_are_listed_and_the_others_counted() -> None:
    trail = [replace(ASKED, words=str(number)) for number in range(MOST_STEPS + 3)]
    listed = lines(history_card(a_flag(), trail, KNOWN, PIOTR))
    assert listed[0] == say("triage-history-earlier", count=3)
    assert [dict(one.args)["words"] for one in listed[1:]] == [
        str(number) for number in range(3, MOST_STEPS + 3)
    ]
