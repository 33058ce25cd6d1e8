"""What marketing asks of a rep about a flag stands in the rep's envelope, and leaves it by itself."""

from __future__ import annotations

from datetime import timedelta

from handlers.flags.model import Flag, State, Step
from handlers.message import Card, Paragraph
from handlers.parcel import Sent
from handlers.people import Place
from handlers.phrase import say
from handlers.work import About
from storage.post_office import SqlPostOffice
from tests.handlers.flags.triage.conftest import (
    MAYA,
    OLA,
    PIOTR,
    Desk,
    buttons,
    does,
    keys,
    warsaw,
)


def asked(desk: Desk, number: int = 1, words: str = "Which role?") -> Flag:
    return desk.taken(Step.ASK, MAYA, desk.raised(number), words=words)


def envelope(desk: Desk) -> Card:
    card = desk.envelope(PIOTR)
    assert card is not None
    return card


def test_what_marketing_asks_stands_in_the_reps_envelope_and_is_no_message_of_its_own(
    desk: Desk,
) -> None:
    asked(desk)
    desk.rounds.tell(desk.clock())
    assert desk.receipts(PIOTR) == []
    card = envelope(desk)
    assert card.title == say("triage-envelope-title", count=1)
    assert Paragraph(say("triage-said-ask", words="Which role?")) in card.blocks
    assert does(card) == ["triage.add", "triage.withdraw", "triage.history"]
    assert "Maya" not in repr(card)
    assert desk.envelope(OLA) is None


def test_a_rep_can_answer_from_the_envelope(desk: Desk) -> None:
    flag = asked(desk)
    answer = buttons(envelope(desk))[0]
    assert answer.opens
    desk.do("triage.added", PIOTR, words="A student.", **dict(answer.values))
    assert desk.flag(flag.id).state is State.ACKNOWLEDGED
    card = envelope(desk)
    assert card.title == say("envelopes-done", count=1)
    assert does(card) == ["triage.history"]


def arrived(desk: Desk) -> list[str]:
    """Let everything arrive that waits, and list the views that were drawn for Piotr."""
    office = SqlPostOffice(desk.engine, now=desk.clock, new_id=lambda: "key")
    seen: list[str] = []
    while parcels := office.claim({"demo": timedelta()}, 50):
        for parcel in parcels:
            if parcel.place == Place.direct(PIOTR.id) and isinstance(parcel.content, About):
                seen.append(parcel.content.view)
            office.settle(parcel, Sent(f"message-{parcel.id}"))
    return seen


def test_the_envelope_is_brought_up_to_date_after_any_step(desk: Desk) -> None:
    flag = asked(desk)
    envelope(desk)
    desk.rounds.tell(desk.clock())
    assert arrived(desk) == ["envelopes.card"]
    assert arrived(desk) == []
    desk.taken(Step.DECLINE, MAYA, flag)
    desk.rounds.tell(desk.clock())
    assert arrived(desk).count("envelopes.card") == 1


def test_before_the_morning_the_question_waits(desk: Desk) -> None:
    desk.clock.at = warsaw(16, 20)
    asked(desk)
    assert desk.envelope(PIOTR) is None
    desk.clock.at = warsaw(17, 9, 29)
    assert desk.envelope(PIOTR) is None
    desk.clock.at = warsaw(17, 9, 30)
    assert keys(envelope(desk))[:2] == ["triage-about", "triage-said-ask"]


def test_what_was_decided_before_the_morning_is_never_asked(desk: Desk) -> None:
    desk.clock.at = warsaw(16, 20)
    desk.taken(Step.DECLINE, MAYA, asked(desk))
    desk.clock.at = warsaw(17, 10)
    assert desk.envelope(PIOTR) is None


def test_a_second_question_about_a_flag_is_a_row_of_its_own_the_next_day(desk: Desk) -> None:
    flag = asked(desk)
    envelope(desk)
    flag = desk.taken(Step.ADD, PIOTR, flag, words="A student.")
    desk.clock.at = warsaw(17, 10)
    desk.taken(Step.ASK, MAYA, flag, words="At which university?")
    card = envelope(desk)
    assert Paragraph(say("triage-said-ask", words="At which university?")) in card.blocks
    assert keys(card).count("triage-said-ask") == 1


def test_six_questions_of_marketing_take_two_days(desk: Desk) -> None:
    for number in range(1, 7):
        asked(desk, number)
    assert keys(envelope(desk)).count("triage-said-ask") == 5
    desk.clock.at = warsaw(17, 10)
    assert keys(envelope(desk)).count("triage-said-ask") == 1
