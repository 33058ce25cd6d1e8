"""What happens by the clock: mornings, reminders, the end of waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from sqlalchemy import select, update

from bot.envelopes import RowWork
from handlers.interaction import Interaction
from handlers.message import Note
from handlers.people import Place
from handlers.working_time import Away
from storage.people import SqlPeople
from storage.schema import answers, asks, leads, outbox
from tests.builders import a_rep
from tests.handlers.questions.conftest import (
    MAREK,
    MAYA,
    PIOTR,
    WEI,
    Company,
    at,
    phrases,
    presses,
)


def rows(company: Company, envelope: str) -> list[int]:
    with company.database.look() as work:
        return [int(row.lead.id) for row in work.questions.envelope_rows(envelope)]  # type: ignore[arg-type]


def ring(company: Company) -> None:
    now = company.clock()
    company.rounds.settle(now)
    company.envelopes.filling.fill(now)
    company.rounds.expire(now)
    company.rounds.close_questions(now)


def states(company: Company) -> list[str]:
    with company.engine.connect() as connection:
        return list(connection.execute(select(asks.c.state).order_by(asks.c.lead_id)).scalars())


def test_an_envelope_holds_five_rows_and_the_rest_waits_for_the_next_day(company: Company) -> None:
    company.ask_owners(company.ask(1, 2, 3, 4, 5, 6, 7))
    [monday] = company.envelope_ids(PIOTR)
    assert rows(company, monday) == [1, 2, 3, 4, 5]
    company.clock.at = at(17, 8, 30)
    ring(company)
    _, tuesday = company.envelope_ids(PIOTR)
    assert rows(company, tuesday) == [6, 7]


def test_a_second_question_of_the_day_joins_the_same_envelope(company: Company) -> None:
    company.ask_owners(company.ask(1))
    company.ask_owners(company.ask(2))
    [envelope] = company.envelope_ids(PIOTR)
    assert rows(company, envelope) == [1, 2]


def test_the_envelope_waits_for_half_past_nine_of_the_reps_own_morning(company: Company) -> None:
    company.clock.at = at(16, 20)
    company.ask_owners(company.ask(8))
    company.clock.at = at(17, 1, 29)  # 9:29 in Shanghai
    ring(company)
    assert company.envelope_ids(WEI) == []
    company.clock.at = at(17, 1, 30)
    ring(company)
    assert len(company.envelope_ids(WEI)) == 1


def test_nobody_is_asked_on_a_weekend_or_while_away(company: Company) -> None:
    company.clock.at = at(20, 20)  # Friday evening
    company.ask_owners(company.ask(1))
    for day in (21, 22):
        company.clock.at = at(day, 9)
        ring(company)
    assert company.envelope_ids(PIOTR) == []
    company.clock.at = at(23, 9)
    ring(company)
    assert len(company.envelope_ids(PIOTR)) == 1


def test_an_unanswered_row_comes_once_more_and_then_nobody_knows(company: Company) -> None:
    question = company.ask(1)
    company.ask_owners(question)
    company.clock.at = at(17, 8, 30)  # before one working day is over
    ring(company)
    assert len(company.envelope_ids(PIOTR)) == 1
    company.clock.at = at(17, 9, 5)
    ring(company)
    monday, tuesday = company.envelope_ids(PIOTR)
    assert rows(company, monday) == []
    assert rows(company, tuesday) == [1]
    assert "questions-row-reminder" in phrases(company.envelope(PIOTR))
    company.clock.at = at(18, 9, 10)
    ring(company)
    assert len(company.envelope_ids(PIOTR)) == 2
    company.clock.at = at(19, 9, 10)
    ring(company)
    assert states(company) == ["expired"]
    assert "provenance-nobody" in phrases(company.answer_card(question))


def test_the_liaison_is_told_how_many_and_not_who(company: Company) -> None:
    company.ask_owners(company.ask(1, 2))
    company.clock.at = at(19, 9, 10)
    ring(company)
    [card] = company.posted(MAREK.id)
    assert dict(card.title.args) == {"count": 2}
    assert "Piotr" not in repr(card)


def test_a_question_closes_once_however_often_the_clock_rings(company: Company) -> None:
    company.ask_owners(company.ask(1, 2))
    company.clock.at = at(19, 9, 10)
    for _ in range(3):
        ring(company)
    assert len(company.posted(MAYA.id)) == 1


def test_a_row_that_expired_can_still_be_answered(company: Company) -> None:
    question = company.ask(1)
    company.ask_owners(question)
    company.clock.at = at(19, 9, 10)
    ring(company)
    with company.engine.connect() as connection:
        ask = connection.execute(select(asks.c.id)).scalar_one()
    company.do("questions.answer", PIOTR, {"ask": ask, "said": "converted"})
    assert "outcome-converted" in phrases(company.answer_card(question))


def test_a_row_vanishes_when_the_crm_tells_in_the_meantime(company: Company) -> None:
    question = company.ask(1, 2)
    company.ask_owners(question)
    with company.engine.begin() as connection:
        connection.execute(update(leads).where(leads.c.id == 1).values(status="converted"))
    ring(company)
    [envelope] = company.envelope_ids(PIOTR)
    assert rows(company, envelope) == [2]
    assert states(company) == ["settled", "asked"]
    assert "outcome-count-converted" in phrases(company.answer_card(question))


def test_what_the_crm_tells_before_the_morning_is_never_asked(company: Company) -> None:
    company.clock.move(hours=10)
    company.ask_owners(company.ask(1))
    with company.engine.begin() as connection:
        connection.execute(update(leads).where(leads.c.id == 1).values(status="converted"))
    company.clock.at = at(17, 8, 30)
    ring(company)
    assert company.envelope_ids(PIOTR) == []
    assert len(company.posted(MAYA.id)) == 1


def test_ringing_often_changes_nothing(company: Company) -> None:
    company.ask_owners(company.ask(1, 2, 8))
    ring(company)
    with company.engine.connect() as connection:
        before = connection.execute(select(outbox.c.id)).all()
    for _ in range(3):
        ring(company)
    with company.engine.connect() as connection:
        assert connection.execute(select(outbox.c.id)).all() == before


def test_a_rep_on_holiday_is_asked_when_they_are_back(company: Company) -> None:
    away = replace(PIOTR.hours, away=(Away(date(2026, 11, 16), date(2026, 11, 18)),))
    with company.engine.begin() as connection:
        SqlPeople(connection).add(a_rep(hours=away))
    company.ask_owners(company.ask(1))
    company.clock.at = at(18, 9)
    ring(company)
    assert company.envelope_ids(PIOTR) == []
    company.clock.at = at(19, 9)
    ring(company)
    assert len(company.envelope_ids(PIOTR)) == 1


def test_the_envelope_leaves_for_the_reps_direct_message(company: Company) -> None:
    company.ask_owners(company.ask(1))
    with company.engine.connect() as connection:
        places = connection.execute(
            select(outbox.c.place).where(outbox.c.view == "envelopes.card")
        ).scalars()
        assert list(places) == [Place.direct(PIOTR.id).name]
    assert presses(company.envelope(PIOTR), "questions.say")


def test_what_was_never_asked_is_taken_back_when_its_question_closes(company: Company) -> None:
    question = company.ask(1, 2, 3, 4, 5, 6, 7)
    company.ask_owners(question)
    with company.engine.begin() as connection:
        connection.execute(update(asks).where(asks.c.lead_id > 5).values(queued_at=at(16, 9, 1)))
    company.clock.at = at(19, 9, 10)
    company.rounds.expire(company.clock())
    company.rounds.close_questions(company.clock())
    assert states(company) == ["expired"] * 7
    [card] = company.posted(MAREK.id)
    assert dict(card.title.args) == {"count": 5}
    again = company.answer_card(company.ask(1, 6, by=PIOTR))
    price = next(
        dict(block.text.args)
        for block in again.blocks
        if isinstance(block, Note) and block.text.key == "questions-price"
    )
    assert price["leads"] == 1


def test_an_answer_is_told_once_and_a_second_look_finds_nothing(company: Company) -> None:
    question = company.ask(1)
    company.ask_owners(question)
    company.do("questions.answer", PIOTR, {"ask": the_ask(company), "said": "converted"})
    with company.database.look() as work:
        assert not work.questions.any_untold()
    before = len(company.posted(MAYA.id))
    company.rounds.tell(company.clock())
    assert len(company.posted(MAYA.id)) == before


def press(company: Company, once: str) -> None:
    """Answer, with nobody told of it yet."""
    company.answering.answer(
        Interaction(
            name="questions.answer",
            actor=PIOTR.id,
            place=Place.direct(PIOTR.id),
            id=once,
            values={"ask": the_ask(company), "said": "converted"},
        )
    )


def test_an_answer_whose_process_died_is_told_by_the_next_one(company: Company) -> None:
    question = company.ask(1)
    company.ask_owners(question)
    press(company, "the last press")
    assert len(company.posted(MAYA.id)) == 0
    company.rounds.tell(company.clock())
    assert len(company.posted(MAYA.id)) == 1


def test_answers_that_come_without_end_keep_no_message_from_leaving(company: Company) -> None:
    company.ask_owners(company.ask(1))
    presses = count(1)

    def look_while_somebody_presses() -> RowWork:
        number = next(presses)
        assert number < 10
        press(company, f"press {number}")
        return company.database.look()

    replace(company.rounds, look=look_while_somebody_presses).tell(company.clock())
    assert next(presses) == 2


def test_a_correction_keeps_one_standing_answer_and_the_history(company: Company) -> None:
    company.ask_owners(company.ask(1))
    for said in ("converted", "trying", "not-touched"):
        company.do("questions.answer", PIOTR, {"ask": the_ask(company), "said": said})
    with company.engine.connect() as connection:
        kept = connection.execute(select(answers.c.said, answers.c.replaced_at)).all()
    assert [row.said for row in kept if row.replaced_at is None] == ["not-touched"]
    assert len(kept) == 3


def the_ask(company: Company) -> str:
    with company.engine.connect() as connection:
        found: str = connection.execute(select(asks.c.id)).scalar_one()
    return found
