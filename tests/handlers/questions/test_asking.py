"""A marketer asks, sees the price, asks the owners."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from handlers.interaction import Nothing, Open, Whisper
from handlers.message import Chart, Choice, Note, Table
from handlers.people import Place
from storage.schema import asks, leads, outbox, questions
from tests.handlers.questions.conftest import (
    ADA,
    KASIA,
    MAREK,
    MAYA,
    PIOTR,
    WEI,
    Company,
    phrases,
    presses,
)


def test_the_answer_comes_as_one_live_card_where_it_was_asked(company: Company) -> None:
    question = company.ask(20, 21, 1)
    card = company.answer_card(question)
    assert dict(card.title.args)["count"] == 3
    table = next(block for block in card.blocks if isinstance(block, Table))
    assert len(table.rows) == 3
    with company.engine.connect() as connection:
        row = connection.execute(select(outbox)).one()
    assert (row.place, row.view, row.subject) == ("marketing", "questions.answer", question)


def test_asking_the_same_twice_by_a_repeated_event_asks_once(company: Company) -> None:
    for _ in range(3):
        assert company.do("said", MAYA, text="L-20", once="event-1") == Nothing()
    with company.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(questions)).scalar_one() == 1


def test_help_is_given_to_whoever_says_nothing(company: Company) -> None:
    reply = company.do("said", MAYA, text="  ")
    assert isinstance(reply, Whisper)
    assert "questions-help-title" in phrases(reply.card)


def test_the_price_is_shown_before_the_owners_are_asked(company: Company) -> None:
    card = company.answer_card(company.ask(1, 2, 8, 20))
    found = phrases(card)
    assert {"questions-price", "questions-ask-owners"} <= found
    price = next(
        dict(block.text.args)
        for block in card.blocks
        if isinstance(block, Note) and block.text.key == "questions-price"
    )
    assert price == {"people": 2, "leads": 3, "places": 10}


def test_only_the_asker_a_manager_or_an_administrator_may_ask_the_owners(company: Company) -> None:
    question = company.ask(1)
    for person in (KASIA, PIOTR):
        reply = company.ask_owners(question, by=person)
        assert isinstance(reply, Whisper)
        assert reply.card.title.key == "questions-only-the-asker"
    assert company.ask_owners(question, by=MAREK) == Nothing()


def test_a_lead_that_is_being_asked_about_is_not_asked_about_again(company: Company) -> None:
    first, second = company.ask(1, 2), company.ask(1, 3, by=KASIA)
    company.ask_owners(first)
    company.ask_owners(second, by=KASIA)
    with company.engine.connect() as connection:
        asked = connection.execute(select(asks.c.lead_id).order_by(asks.c.lead_id)).scalars().all()
    assert asked == [1, 2, 3]
    assert "questions-ask-owners" not in phrases(company.answer_card(second))


def test_the_second_asker_sees_the_stored_answer(company: Company) -> None:
    company.ask_owners(company.ask(1))
    [first, *_] = presses(company.envelope(PIOTR), "questions.answer")
    company.do("questions.answer", PIOTR, first)
    later = company.answer_card(company.ask(1, by=KASIA))
    assert "provenance-rep" in phrases(later)
    assert "questions-ask-owners" not in phrases(later)


def test_nobody_is_asked_twice_when_the_button_is_pressed_twice(company: Company) -> None:
    question = company.ask(1)
    assert company.ask_owners(question) == Nothing()
    again = company.ask_owners(question)
    assert isinstance(again, Whisper)
    assert again.card.title.key == "questions-asked-already"


def test_leads_that_were_picked_later_can_be_asked_about_too(company: Company) -> None:
    company.do("said", MAYA, text="what happened to\nLead Nmber7, Acme\nL-1")
    question = company.newest_question()
    company.ask_owners(question)
    assert "questions-ask-owners" not in phrases(company.answer_card(question))
    company.do("questions.picked", MAYA, {"question": question, "line-0": "7"})
    assert "questions-ask-owners" in phrases(company.answer_card(question))
    assert company.ask_owners(question) == Nothing()
    with company.engine.connect() as connection:
        asked = connection.execute(select(asks.c.lead_id).order_by(asks.c.lead_id)).scalars().all()
    assert asked == [1, 7]


def test_owners_without_a_chat_account_are_listed_to_the_asker_and_the_administrator(
    company: Company,
) -> None:
    company.ask_owners(company.ask(1, 9, 10))
    for person in (MAYA, ADA):
        [card] = company.posted(person.id)
        assert {"questions-no-account-line", "questions-no-owner-line"} <= phrases(card)
    assert "Karol Away" not in repr(company.answer_card(company.ask(10)))


def test_in_a_channel_a_lead_is_shown_without_its_owner(company: Company) -> None:
    question = company.ask(1, 8, 20)
    company.ask_owners(question)
    shown = repr(company.answer_card(question))
    assert "Piotr" not in shown
    assert "Wei" not in shown


def test_a_picture_is_drawn_only_from_ten_leads_on(company: Company) -> None:
    few, enough = company.ask(*range(1, 10)), company.ask(*range(1, 11))
    charts = [
        any(isinstance(block, Chart) for block in company.answer_card(question).blocks)
        for question in (few, enough)
    ]
    assert charts == [False, True]


def test_pages_turn_and_a_forged_page_is_refused(company: Company) -> None:
    question = company.ask(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21)
    assert len(presses(company.answer_card(question), "questions.page")) == 1
    company.do("questions.page", KASIA, {"question": question, "page": "1"})
    table = next(b for b in company.answer_card(question).blocks if isinstance(b, Table))
    assert len(table.rows) == 2
    for page in ("2", "-1", "x", "", "99999999999999999999", "١"):
        reply = company.do("questions.page", KASIA, {"question": question, "page": page})
        assert isinstance(reply, Whisper), page


@pytest.mark.parametrize(
    "name", ["questions.page", "questions.sheet", "questions.pick", "questions.ask-owners"]
)
def test_a_question_that_is_not_there_is_a_kind_sentence(company: Company, name: str) -> None:
    for values in ({}, {"question": "forged"}):
        reply = company.do(name, MAYA, values)
        assert isinstance(reply, Whisper)
        assert reply.card.title.key == "questions-gone-question"


def test_the_sheet_goes_to_whoever_wants_it(company: Company) -> None:
    question = company.ask(1, 20)
    reply = company.do("questions.sheet", KASIA, {"question": question})
    assert isinstance(reply, Whisper)
    with company.engine.connect() as connection:
        places = connection.execute(
            select(outbox.c.place).where(outbox.c.payload.is_not(None))
        ).scalars()
        assert list(places) == [Place.direct(KASIA.id).name]


def test_a_typing_error_is_offered_and_a_person_picks(company: Company) -> None:
    company.do("said", MAYA, text="what happened to\nWon Allready, Acme\nL-1")
    with company.engine.connect() as connection:
        question = connection.execute(select(questions.c.id)).scalar_one()
    assert company.rows(question) == ["L-1"]
    reply = company.do("questions.pick", MAYA, {"question": question})
    assert isinstance(reply, Open)
    [field] = reply.form.fields
    assert isinstance(field, Choice)
    assert field.value == "20"
    company.do("questions.picked", MAYA, {"question": question, "line-0": "20"})
    assert company.rows(question) == ["L-1", "L-20"]


def test_a_lead_that_was_not_offered_cannot_be_picked(company: Company) -> None:
    company.do("said", MAYA, text="what happened to\nWon Allready, Acme\nL-1")
    with company.engine.connect() as connection:
        question = connection.execute(select(questions.c.id)).scalar_one()
    company.do("questions.picked", MAYA, {"question": question, "line-0": "8"})
    assert company.rows(question) == ["L-1"]
    assert "questions-unknown-lines" in phrases(company.answer_card(question))


def test_a_lead_deleted_meanwhile_is_said_and_breaks_nothing(company: Company) -> None:
    question = company.ask(1, 2)
    company.ask_owners(question)
    with company.engine.begin() as connection:
        connection.execute(update(questions).values(page=0))
        connection.execute(leads.delete().where(leads.c.id == 1))
    company.answer_card(question)


def test_a_rep_at_night_gets_nothing_before_the_morning(company: Company) -> None:
    company.clock.move(hours=9)  # 19:00 in Warsaw, 02:00 in Shanghai
    company.ask_owners(company.ask(1, 8))
    assert company.envelope_ids(PIOTR) == company.envelope_ids(WEI) == []


def test_why_so_late_is_answered_with_the_steps(company: Company) -> None:
    at = company.clock()
    with company.engine.begin() as connection:
        connection.execute(
            update(leads)
            .where(leads.c.id == 20)
            .values(created_at=at.replace(day=13, hour=15), first_touch_at=at)
        )
    company.do("said", MAYA, text="Why was L-20 called only after six hours?")
    with company.engine.connect() as connection:
        question = connection.execute(select(questions.c.id)).scalar_one()
    card = company.answer_card(question)
    assert card.title.key == "questions-delay-title"
    assert "questions-step-first-touch" in phrases(card)
    company.ask_owners(question)
    causes = presses(company.envelope(PIOTR), "questions.answer")
    company.do("questions.answer", PIOTR, causes[0])
    assert "questions-delay-cause" in phrases(company.answer_card(question))
