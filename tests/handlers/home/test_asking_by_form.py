"""Asking by a form does what saying the same in a direct message does, and loses no word."""

from __future__ import annotations

import pytest

from handlers.interaction import Correct, Nothing, Open, Whisper
from handlers.message import LongText
from handlers.people import Place
from tests.handlers.home.conftest import House
from tests.handlers.questions.conftest import MAYA, phrases


def test_the_form_has_one_field_that_takes_a_pasted_list(house: House) -> None:
    reply = house.do("questions.ask", MAYA)
    assert isinstance(reply, Open)
    [leads] = reply.form.fields
    assert isinstance(leads, LongText)
    assert (reply.form.name, leads.name, leads.longest) == ("questions.asked", "leads", 3000)


def test_the_answer_comes_into_the_askers_direct_message(house: House) -> None:
    reply = house.do("questions.asked", MAYA, leads="L-20\nL-21")
    assert isinstance(reply, Whisper)
    assert "questions-ask-taken" in phrases(reply.card)
    assert (Place.direct(MAYA.id).name, "questions.answer") in house.live(MAYA)
    assert house.company.rows(house.company.newest_question()) == ["L-20", "L-21"]


def test_who_asks_from_the_direct_message_sees_the_answer_and_needs_no_word(house: House) -> None:
    assert house.do("questions.asked", MAYA, place=Place.direct(MAYA.id), leads="L-20") == Nothing()


def test_the_page_from_which_was_asked_lists_the_question(house: House) -> None:
    house.do("home.opened", MAYA)
    house.deliver()
    house.do("questions.asked", MAYA, leads="L-20")
    assert (Place.home(MAYA.id).name, "home.card") in house.live(MAYA)


@pytest.mark.parametrize("words", ["", "  \n\t "])
def test_an_empty_form_stays_open_with_a_sentence(house: House, words: str) -> None:
    reply = house.do("questions.asked", MAYA, leads=words)
    assert isinstance(reply, Correct)
    assert reply.errors["leads"].key == "questions-ask-empty"


def test_what_cannot_be_answered_is_said_beside_the_field(house: House) -> None:
    reply = house.do("questions.asked", MAYA, leads="the leads of the zeppelin tour")
    assert isinstance(reply, Correct)
    assert reply.errors["leads"].key.startswith("leads-")


def test_a_form_that_is_sent_twice_asks_once(house: House) -> None:
    for _ in range(2):
        house.do("questions.asked", MAYA, once="view-1", leads="L-20")
    answers = [view for _, view in house.live(MAYA) if view == "questions.answer"]
    assert len(answers) == 1
