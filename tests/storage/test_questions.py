"""How full each person's envelope of today is, by their own calendar; and what a look sees of an ask."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.people import PersonId
from handlers.questions.model import AskId, AskState, Said
from tests.handlers.questions.conftest import KASIA, PIOTR, WEI, Company, company, presses

__all__ = ["company"]

TODAY = date(2026, 11, 16)
TOMORROW = TODAY + timedelta(days=1)


def taken(company: Company, days: dict[PersonId, date]) -> dict[PersonId, int]:
    with company.database.look() as work:
        return dict(work.questions.rows_today(days))


def test_places_are_taken_by_what_was_sent_today_and_by_what_waits(company: Company) -> None:
    company.ask_owners(company.ask(1, 2, 8))
    assert taken(company, {PIOTR.id: TODAY, WEI.id: TODAY}) == {PIOTR.id: 2, WEI.id: 1}
    company.ask_owners(company.ask(*range(1, 8)))
    sent_and_waiting = taken(company, {PIOTR.id: TODAY})[PIOTR.id]
    assert sent_and_waiting == 7
    assert taken(company, {PIOTR.id: TOMORROW}) == {PIOTR.id: 2}


def test_each_persons_places_are_those_of_their_own_day(company: Company) -> None:
    company.clock.move(hours=-7)  # morning in Shanghai
    company.ask_owners(company.ask(8))
    company.clock.move(hours=7)  # morning in Warsaw
    company.ask_owners(company.ask(1, 2))
    assert taken(company, {PIOTR.id: TODAY, WEI.id: TOMORROW}) == {PIOTR.id: 2, WEI.id: 0}
    assert taken(company, {PIOTR.id: TOMORROW, WEI.id: TODAY}) == {PIOTR.id: 0, WEI.id: 1}


def test_nobody_takes_no_place(company: Company) -> None:
    company.ask_owners(company.ask(1))
    assert taken(company, {}) == {}
    assert taken(company, {KASIA.id: TODAY}) == {KASIA.id: 0}


def test_a_look_sees_an_ask_as_it_was_though_somebody_answers_it_meanwhile(
    company: Company,
) -> None:
    company.ask_owners(company.ask(1))
    (press,) = [
        one
        for one in presses(company.envelope(PIOTR), "questions.answer")
        if one["said"] == "trying"
    ]
    id = AskId(press["ask"])
    with company.database.look() as look:
        look.people.everybody()
        with company.database.open_work() as work:
            work.questions.end_ask(work.questions.ask(id).answered(Said.TRYING, company.clock()))
            work.commit()
        assert look.questions.ask(id).state is AskState.ASKED
    with company.database.look() as look:
        assert look.questions.ask(id).state is AskState.ANSWERED
