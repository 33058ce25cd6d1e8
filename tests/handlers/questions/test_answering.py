"""A rep answers in one tap, corrects, gives a reason or a date, says it their way."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from handlers.interaction import Correct, Nothing, Open, Show, Whisper
from handlers.message import Choice
from handlers.questions.model import Said
from storage.schema import answers, asks, outbox
from tests.handlers.questions.conftest import (
    KASIA,
    MAREK,
    MAYA,
    PIOTR,
    WEI,
    Company,
    phrases,
    presses,
)


def said_of(company: Company, lead: int) -> list[tuple[str, str | None]]:
    with company.engine.connect() as connection:
        rows = connection.execute(
            select(answers.c.said, answers.c.reason)
            .where(answers.c.lead_id == lead, answers.c.replaced_at.is_(None))
            .order_by(answers.c.at)
        )
        return [(row.said, row.reason) for row in rows]


def the_ask(company: Company, lead: int) -> str:
    with company.engine.connect() as connection:
        found: str = connection.execute(
            select(asks.c.id).where(asks.c.lead_id == lead)
        ).scalar_one()
        return found


def asked(company: Company, *numbers: int) -> str:
    question = company.ask(*numbers)
    company.ask_owners(question)
    return question


def test_one_tap_answers_and_the_askers_card_fills(company: Company) -> None:
    question = asked(company, 1, 2)
    ask = the_ask(company, 1)
    company.do("questions.answer", PIOTR, {"ask": ask, "said": "in-conversation"})
    assert "questions-you-said" in phrases(company.envelope(PIOTR))
    assert said_of(company, 1) == [("in-conversation", None)]
    assert "provenance-rep" in phrases(company.answer_card(question))


def test_every_row_offers_the_three_safe_answers(company: Company) -> None:
    asked(company, 1)
    said = {press["said"] for press in presses(company.envelope(PIOTR), "questions.answer")}
    assert {Said.NOT_TOUCHED, Said.DO_NOT_KNOW, Said.NOT_MINE} <= said


@pytest.mark.parametrize(
    ("said", "more", "kept"),
    [
        ("disqualified", {"reason": "no-budget"}, ("disqualified", "no-budget")),
        ("later", {"day": "2027-04-01"}, ("later", None)),
    ],
)
def test_a_reason_or_a_date_follows_only_where_the_outcome_needs_one(
    company: Company, said: str, more: dict[str, str], kept: tuple[str, str | None]
) -> None:
    asked(company, 1)
    values = {"ask": the_ask(company, 1), "said": said}
    widened = company.do("questions.answer", PIOTR, values)
    assert isinstance(widened, Show)
    assert said_of(company, 1) == []
    company.do("questions.answer", PIOTR, values | more)
    assert said_of(company, 1) == [kept]


def test_an_answer_can_be_corrected(company: Company) -> None:
    question = asked(company, 1, 2)
    ask = the_ask(company, 1)
    company.do("questions.answer", PIOTR, {"ask": ask, "said": "converted"})
    widened = company.do("questions.change", PIOTR, {"ask": ask})
    assert isinstance(widened, Show)
    company.do("questions.answer", PIOTR, {"ask": ask, "said": "not-touched"})
    assert said_of(company, 1) == [("not-touched", None)]
    assert "outcome-not-touched" in phrases(company.answer_card(question))
    with company.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(answers)).scalar_one() == 2


def test_nobody_answers_for_somebody_else(company: Company) -> None:
    asked(company, 1)
    ask = the_ask(company, 1)
    for name in ("questions.answer", "questions.change", "questions.details", "questions.detailed"):
        for person in (WEI, MAYA, MAREK):
            values = {"ask": ask, "said": "disqualified", "reason": "no-need"}
            reply = company.do(name, person, values)
            assert isinstance(reply, Whisper)
            assert reply.card.title.key == "questions-not-yours"
    assert said_of(company, 1) == []


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"said": "promoted"},
        {"said": "cause", "cause": "capacity"},
        {"said": "cause", "cause": "laziness"},
        {"said": "disqualified", "reason": "ugly"},
        {"said": "later", "day": "2020-01-01"},
        {"said": "later", "day": "9999-12-31"},
    ],
)
def test_a_forged_press_changes_nothing(company: Company, values: dict[str, str]) -> None:
    asked(company, 1)
    reply = company.do("questions.answer", PIOTR, {"ask": the_ask(company, 1)} | values)
    assert isinstance(reply, Whisper)
    assert said_of(company, 1) == []


def test_a_press_on_an_ask_that_is_not_there_is_a_kind_sentence(company: Company) -> None:
    reply = company.do("questions.answer", PIOTR, {"ask": "forged", "said": "converted"})
    assert isinstance(reply, Whisper)
    assert reply.card.title.key == "questions-row-gone"


def test_a_repeated_press_counts_once(company: Company) -> None:
    asked(company, 1)
    values = {"ask": the_ask(company, 1), "said": "converted"}
    company.do("questions.answer", PIOTR, values, once="press")
    assert company.do("questions.answer", PIOTR, values, once="press") == Nothing()
    with company.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(answers)).scalar_one() == 1


def test_the_form_takes_any_reason_and_says_what_is_missing(company: Company) -> None:
    asked(company, 1)
    ask = the_ask(company, 1)
    opened = company.do("questions.details", PIOTR, {"ask": ask, "said": "disqualified"})
    assert isinstance(opened, Open)
    kept = dict(opened.form.keep)
    missing = company.do("questions.detailed", PIOTR, kept | {"reason": "", "note": ""})
    assert isinstance(missing, Correct)
    assert set(missing.errors) == {"reason"}
    vague = company.do("questions.detailed", PIOTR, kept | {"reason": "other", "note": " "})
    assert isinstance(vague, Correct)
    assert set(vague.errors) == {"note"}
    done = company.do("questions.detailed", PIOTR, kept | {"reason": "price", "note": ""})
    assert done == Nothing()
    assert said_of(company, 1) == [("disqualified", "price")]


def test_the_form_takes_only_a_day_that_lies_ahead(company: Company) -> None:
    asked(company, 1)
    opened = company.do("questions.details", PIOTR, {"ask": the_ask(company, 1), "said": "later"})
    assert isinstance(opened, Open)
    kept = dict(opened.form.keep)
    for day in ("", "yesterday", "2026-11-16", "2126-01-01"):
        reply = company.do("questions.detailed", PIOTR, kept | {"day": day})
        assert isinstance(reply, Correct), day
    assert company.do("questions.detailed", PIOTR, kept | {"day": "2026-11-17"}) == Nothing()


def test_own_words_are_proposed_and_kept_only_when_confirmed(company: Company) -> None:
    asked(company, 1, 2)
    [envelope] = company.envelope_ids(PIOTR)
    company.do("questions.say", PIOTR, {"envelope": envelope})
    words = "Number1: dead, budget frozen till April; Number2 bought"
    proposed = company.do("questions.propose", PIOTR, {"envelope": envelope, "words": words})
    assert isinstance(proposed, Open)
    assert said_of(company, 1) == []
    given = {field.name: field.value for field in proposed.form.fields if isinstance(field, Choice)}
    first, second = the_ask(company, 1), the_ask(company, 2)
    assert given[f"said-{first}"] == "disqualified"
    assert given[f"reason-{first}"] == "no-budget"
    assert given[f"said-{second}"] == "converted"
    company.do("questions.confirm", PIOTR, dict(proposed.form.keep) | given)
    assert said_of(company, 1) == [("disqualified", "no-budget")]
    assert said_of(company, 2) == [("converted", None)]


def test_a_confirmation_without_its_reason_stays_open_with_the_sentence_beside_the_field(
    company: Company,
) -> None:
    asked(company, 1, 2)
    [envelope] = company.envelope_ids(PIOTR)
    first, second = the_ask(company, 1), the_ask(company, 2)
    given = {f"said-{first}": "disqualified", f"reason-{first}": "", f"said-{second}": "converted"}
    reply = company.do("questions.confirm", PIOTR, {"envelope": envelope} | given)
    assert isinstance(reply, Correct)
    assert set(reply.errors) == {f"reason-{first}"}
    assert said_of(company, 2) == []


def test_what_was_left_blank_stays_open(company: Company) -> None:
    asked(company, 1, 2)
    [envelope] = company.envelope_ids(PIOTR)
    second = the_ask(company, 2)
    reply = company.do(
        "questions.confirm", PIOTR, {"envelope": envelope, f"said-{second}": "trying"}
    )
    assert isinstance(reply, Whisper)
    assert said_of(company, 1) == []
    assert said_of(company, 2) == [("trying", None)]


def test_an_envelope_opens_for_its_owner_alone(company: Company) -> None:
    asked(company, 1)
    [envelope] = company.envelope_ids(PIOTR)
    for name in ("questions.say", "questions.propose", "questions.confirm"):
        reply = company.do(name, WEI, {"envelope": envelope, "words": "won"})
        assert isinstance(reply, Whisper)
        assert reply.card.title.key == "questions-not-yours"


def test_not_mine_leaves_the_owner_out_of_the_channel(company: Company) -> None:
    question = asked(company, 1)
    company.do("questions.answer", PIOTR, {"ask": the_ask(company, 1), "said": "not-mine"})
    shown = company.answer_card(question)
    assert "questions-not-the-owners" in phrases(shown)
    assert "Piotr" not in repr(shown)


def test_every_card_that_shows_the_lead_is_refreshed(company: Company) -> None:
    first, second = asked(company, 1), company.ask(1, 2, by=KASIA)
    with company.engine.begin() as connection:
        connection.execute(outbox.delete())
    company.do("questions.answer", PIOTR, {"ask": the_ask(company, 1), "said": "converted"})
    with company.engine.connect() as connection:
        connection.execute(select(outbox.c.subject)).all()
    for question in (first, second):
        assert "provenance-rep" in phrases(company.answer_card(question))


def test_when_all_is_answered_the_asker_gets_the_closing_summary(company: Company) -> None:
    asked(company, 1, 2)
    company.do("questions.answer", PIOTR, {"ask": the_ask(company, 1), "said": "converted"})
    assert company.posted(MAYA.id) == []
    company.do("questions.answer", PIOTR, {"ask": the_ask(company, 2), "said": "do-not-know"})
    [card] = company.posted(MAYA.id)
    assert card.title.key == "questions-closing-title"
    assert dict(card.title.args) == {"known": 1, "count": 2}
