"""Questions, seen from one person: envelopes that wait, questions asked, and how much is kept."""

from __future__ import annotations

from handlers.people import PersonId
from handlers.questions.overview import Own
from tests.handlers.questions.conftest import KASIA, MAYA, PIOTR, WEI, Company, company, presses

__all__ = ["company"]


def own(company: Company, person: PersonId) -> Own:
    with company.database.look() as work:
        return work.overview.own(person)


def open_envelopes(company: Company, person: PersonId) -> list[str]:
    with company.database.look() as work:
        return list(work.overview.open_envelopes(person))


def answer(company: Company, said: str) -> None:
    waiting = presses(company.envelope(PIOTR), "questions.answer")
    company.do("questions.answer", PIOTR, next(one for one in waiting if one["said"] == said))


def test_an_envelope_is_open_until_its_last_row_is_answered(company: Company) -> None:
    company.ask_owners(company.ask(1, 2))
    assert open_envelopes(company, PIOTR.id) == company.envelope_ids(PIOTR)
    assert open_envelopes(company, WEI.id) == []
    answer(company, "converted")
    assert len(open_envelopes(company, PIOTR.id)) == 1
    answer(company, "not-mine")
    assert open_envelopes(company, PIOTR.id) == []


def test_open_envelopes_come_newest_first(company: Company) -> None:
    company.ask_owners(company.ask(1))
    company.clock.move(hours=23, minutes=45)  # a reminder would move the first row over
    company.ask_owners(company.ask(2))
    assert open_envelopes(company, PIOTR.id) == company.envelope_ids(PIOTR)[::-1]
    assert len(company.envelope_ids(PIOTR)) == 2


def test_ones_questions_come_newest_first_and_as_many_as_wanted(company: Company) -> None:
    asked: list[str] = []
    for number in (1, 2, 20):
        asked.append(company.ask(number))
        company.clock.move(minutes=1)
    company.ask(21, by=KASIA)
    with company.database.look() as work:
        assert work.overview.asked_by(MAYA.id, 5) == asked[::-1]
        assert work.overview.asked_by(MAYA.id, 2) == asked[:0:-1]


def test_what_is_kept_is_counted_for_one_person_and_no_other(company: Company) -> None:
    company.ask_owners(company.ask(1, 2, 8))
    answer(company, "converted")
    assert own(company, PIOTR.id) == Own(questions=0, asks=2, answers=1)
    assert own(company, WEI.id) == Own(questions=0, asks=1, answers=0)
    assert own(company, MAYA.id) == Own(questions=1, asks=0, answers=0)
    assert own(company, PersonId("nobody")) == Own(questions=0, asks=0, answers=0)
