"""Anybody may look at any week, and at the leads that its figures count."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.digests.asking import wanted_week
from handlers.digests.model import Week
from handlers.errors import Refused
from handlers.interaction import Correct, Open, Reply, Whisper
from handlers.message import Card, Choice
from handlers.people import Place
from handlers.questions.model import Question, QuestionId
from tests.handlers.agenda.conftest import keys, presses, told
from tests.handlers.digests.conftest import ADA, MAREK, MAYA, PIOTR, WEEK, House, moment

TODAY = date(2026, 11, 25)
THIS = {"week": str(WEEK)}


def card(reply: Reply) -> Card:
    assert isinstance(reply, Whisper)
    return reply.card


@pytest.fixture
def monday(full: House) -> House:
    full.at("2026-11-23 09:00")
    return full


@pytest.mark.parametrize(
    ("words", "week"),
    [
        ("", WEEK),
        ("2026-W46", Week(2026, 46)),
        ("46", Week(2026, 46)),
        ("w46", Week(2026, 46)),
        ("week 46", Week(2026, 46)),
        ("last week", WEEK),
        ("this week", Week(2026, 48)),
        ("tydzień 46", Week(2026, 46)),
        ("zeszły tydzień", WEEK),
        ("неделя 46", Week(2026, 46)),
        ("прошлая неделя", WEEK),
        ("第46周", Week(2026, 46)),
        ("上周", WEEK),
        ("52", Week(2025, 52)),
    ],
)
def test_a_week_is_named_in_the_words_of_four_languages(words: str, week: Week) -> None:
    assert wanted_week(words, TODAY) == week


@pytest.mark.parametrize("words", ["2026-W54", "2026-W50", "99", "someday", "last month"])
def test_a_week_that_is_not_there_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        wanted_week(words, TODAY)


@given(st.text(max_size=30))
def test_whatever_is_written_is_a_week_or_refused(words: str) -> None:
    with suppress(Refused):
        assert wanted_week(words, TODAY) <= Week.of(TODAY)


def test_whoever_asks_reads_the_last_week_alone(monday: House) -> None:
    shown = card(monday.do("digests.show", PIOTR))
    assert shown.title.key == "digests-title"
    assert "digests-owes-sales" in keys(shown)
    assert "digests-owes-marketing" in keys(card(monday.do("digests.show", MAYA)))


def test_at_home_it_comes_as_a_message(monday: House) -> None:
    reply = monday.do("digests.show", PIOTR, place=Place.home(PIOTR.id))
    assert told(reply) == "digests-sent-to-you"
    assert [one.title.key for one in monday.posted(PIOTR)] == ["digests-title"]


def test_a_week_that_is_not_over_is_shown_as_far_as_it_is(monday: House) -> None:
    shown = card(monday.do("digests.show", PIOTR, week="this week"))
    assert "digests-so-far" in keys(shown)


def test_a_past_week_that_nobody_counted_is_counted_and_kept(monday: House) -> None:
    monday.clock.move(days=40)
    first = card(monday.do("digests.show", PIOTR, week="2026-W48"))
    monday.come(30, moment("2026-11-25 10:00"), first=700)
    assert card(monday.do("digests.show", PIOTR, week="2026-W48")) == first


def test_managers_alone_are_offered_the_files(monday: House) -> None:
    for person, offered in ((PIOTR, 0), (MAREK, 1), (ADA, 1)):
        shown = card(monday.do("digests.show", person))
        assert len(presses(shown, "digests.csv")) == offered
    assert presses(monday.card(), "digests.csv") == []


def options(reply: Reply) -> dict[str, str]:
    assert isinstance(reply, Open)
    [field] = reply.form.fields
    assert isinstance(field, Choice)
    return {one.value: one.label.key for one in field.options}


def answered(house: House, id: str) -> Question:
    with house.database.look() as work:
        return work.questions.get(QuestionId(id))


def test_each_figure_that_is_shown_can_be_asked_for_its_leads(monday: House) -> None:
    assert presses(monday.card(), "digests.which") == [THIS]
    assert "leads-in" in options(monday.do("digests.which", PIOTR, THIS))
    reply = monday.do("digests.whose", PIOTR, THIS, which="leads-in")
    assert told(reply) == "digests-leads-sent"
    [answer] = monday.answers(PIOTR)
    question = answered(monday, answer)
    assert len(question.leads) == 40
    assert question.described is not None
    assert question.described.key == "digests-leads-of"


def test_what_changed_later_is_not_among_the_leads_of_a_week(monday: House) -> None:
    monday.come(5, datetime(2026, 11, 18, 10, 0, tzinfo=UTC), first=900)
    monday.do("digests.whose", PIOTR, THIS, which="leads-in")
    [answer] = monday.answers(PIOTR)
    assert len(answered(monday, answer).leads) == 40


@pytest.mark.parametrize("which", ["", "won", "leads-in:no-need", "nonsense", "disqualified:"])
def test_a_figure_that_is_not_shown_cannot_be_asked_for(monday: House, which: str) -> None:
    reply = monday.do("digests.whose", PIOTR, THIS, which=which)
    assert isinstance(reply, Correct)
    assert monday.answers(PIOTR) == []


def test_of_a_hidden_week_no_leads_are_listed(house: House) -> None:
    house.come(5, moment("2026-11-18 10:00"))
    house.at("2026-11-23 09:00")
    assert "digests-small" in keys(house.card())
    assert presses(house.card(), "digests.which") == []
    assert told(house.do("digests.which", PIOTR, THIS)) == "digests-nothing-to-list"
    assert isinstance(house.do("digests.whose", PIOTR, THIS, which="leads-in"), Correct)
