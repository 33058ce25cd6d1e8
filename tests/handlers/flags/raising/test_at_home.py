"""Flags on a person's own page and in the lists behind it."""

from __future__ import annotations

import pytest

from handlers.flags.model import State
from handlers.interaction import Whisper
from handlers.message import Block
from handlers.people import Person, Place
from storage.schema import outbox
from tests.handlers.flags.raising.conftest import (
    ADA,
    EVERYBODY,
    MAREK,
    MAYA,
    OLA,
    PIOTR,
    Office,
    buttons,
    keys,
    told,
    words,
)


def page(office: Office, person: Person) -> tuple[Block, ...]:
    with office.database.look() as work:
        return office.home.section(work, person)


def does(shown: object) -> list[str]:
    return [one.does for one in buttons(shown)]  # type: ignore[arg-type]


def test_a_rep_without_flags_is_offered_to_raise_one(office: Office) -> None:
    assert does(page(office, PIOTR)) == ["flags.start"]
    assert "flags-mine-none" in keys(page(office, PIOTR))


def test_a_rep_sees_the_last_three_flags_with_their_state(office: Office) -> None:
    for number in range(1, 5):
        office.flagged(number)
        office.clock.move(minutes=1)
    office.decided(office.flags()[0], State.DECLINED)
    shown = page(office, PIOTR)
    assert "Lead Number1" not in words(shown)
    assert all(f"Lead Number{number}" in words(shown) for number in (2, 3, 4))
    assert {"triage-state-raised", "triage-state-declined"} <= keys(shown)
    assert does(shown) == ["flags.start", "flags.mine"]


def test_everybody_sees_their_own_flags_and_nobody_elses(office: Office) -> None:
    office.flagged(1)
    reply = office.do("flags.mine", OLA)
    assert isinstance(reply, Whisper)
    assert "flags-mine-none" in keys(reply)
    assert "Lead Number1" in words(office.do("flags.mine", PIOTR))


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
def test_who_decides_sees_what_waits_and_nobody_else(office: Office, person: Person) -> None:
    flag = office.flagged(1)
    decides = person in (MAYA, MAREK, ADA)
    assert ("flags.desk" in does(page(office, person))) is decides
    for route in ("flags.desk", "flags.again"):
        reply = office.do(route, person, flag=flag.id)
        assert (told(reply) == "flags-only-marketing") is not decides


def test_the_list_of_what_waits_names_nobody(office: Office) -> None:
    office.flagged(1)
    reply = office.do("flags.desk", MAYA)
    assert {"flags-due", "flags-reason-not-the-role", "triage-state-raised"} <= keys(reply)
    assert "Piotr" not in words(reply)
    assert "piotr" not in words(reply)


def test_the_list_of_what_waits_holds_ten_and_counts_the_rest(office: Office) -> None:
    for number in range(1, 10):
        office.flagged(number)
    for number in (1, 2, 3):
        office.flagged(number, OLA)
    reply = office.do("flags.desk", MAYA)
    assert isinstance(reply, Whisper)
    assert does(reply.card) == ["flags.again"] * 10
    assert "flags-desk-more" in keys(reply)


def test_a_flags_card_comes_into_ones_own_messages(office: Office) -> None:
    flag = office.flagged(1)
    assert told(office.do("flags.again", MAYA, flag=flag.id)) == "flags-sent-again"
    with office.engine.connect() as connection:
        sent = connection.execute(outbox.select()).all()
    assert (Place.direct(MAYA.id).name, flag.id) in {(row.place, row.subject) for row in sent}


def test_a_flag_that_is_not_there_cannot_be_opened(office: Office) -> None:
    assert told(office.do("flags.again", MAYA, flag="forged")) == "flags-gone"


def test_when_nothing_waits_marketing_reads_that(office: Office) -> None:
    assert "flags-desk-none" in keys(page(office, MAYA))
    assert does(page(office, MAYA)) == []


def test_what_is_kept_about_ones_flags_is_told(office: Office) -> None:
    with office.database.look() as work:
        assert office.home.knowledge(work, PIOTR) == ()
    office.flagged(1)
    with office.database.look() as work:
        assert keys(office.home.knowledge(work, PIOTR)) == {"flags-known"}
