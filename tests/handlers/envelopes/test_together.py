"""Questions and flags in the same envelope of a small company, on a database."""

from __future__ import annotations

from handlers.flags.model import Flag, FlagId, State, Step, StepId, Stepped
from handlers.message import Card, Note
from handlers.people import PersonId
from handlers.phrase import say
from tests.builders import a_flag
from tests.handlers.questions.conftest import (
    MAYA,
    PIOTR,
    Company,
    at,
    company,
    phrases,
    presses,
)

__all__ = ["company"]


def flagged(company: Company, lead: int) -> Flag:
    """Keep a flag of Piotr's of which marketing wants to know more."""
    flag = a_flag(lead, by=PIOTR.id, raised_at=company.clock(), state=State.RAISED, version=1)
    asked = flag.stepped(Step.ASK, company.clock())
    with company.database.open_work() as work:
        work.flags.add(flag, _step(flag, Step.RAISE, PIOTR.id, company))
        work.flags.move(asked, _step(flag, Step.ASK, MAYA.id, company))
        work.commit()
    return asked


def _step(flag: Flag, step: Step, by: PersonId, company: Company) -> Stepped:
    id = StepId(f"{step}-{flag.id}")
    return Stepped(id=id, flag=flag.id, step=step, by=by, at=company.clock(), words="Which role?")


def fill(company: Company) -> None:
    company.envelopes.filling.fill(company.clock())


def flags(company: Company) -> list[str]:
    return [one["flag"] for one in presses(company.envelope(PIOTR), "triage.add")]


def leads(company: Company) -> list[str]:
    return [one["lead"] for one in presses(company.envelope(PIOTR), "flags.start")]


def test_questions_and_flags_stand_in_one_envelope(company: Company) -> None:
    flagged(company, 20)
    company.ask_owners(company.ask(1, 2))
    assert len(company.envelope_ids(PIOTR)) == 1
    card = company.envelope(PIOTR)
    assert card.title == say("envelopes-title", count=3)
    assert (leads(company), flags(company)) == (["1", "2"], ["flag-20"])


def test_questions_take_the_places_before_flags_do(company: Company) -> None:
    for lead in (20, 21):
        flagged(company, lead)
    company.ask_owners(company.ask(1, 2, 3, 4))
    assert (leads(company), flags(company)) == (["1", "2", "3", "4"], ["flag-20"])
    company.clock.at = at(17, 8, 30)
    fill(company)
    assert (leads(company), flags(company)) == ([], ["flag-21"])


def test_the_price_of_asking_counts_the_places_that_flags_took(company: Company) -> None:
    for lead in (3, 4, 5, 20):
        flagged(company, lead)
    fill(company)
    card = company.answer_card(company.ask(1, 2))
    price = next(
        dict(block.text.args)
        for block in card.blocks
        if isinstance(block, Note) and block.text.key == "questions-price"
    )
    assert price["places"] == 1


def test_a_lead_that_is_asked_about_is_not_asked_about_as_a_flag_the_same_day(
    company: Company,
) -> None:
    flagged(company, 1)
    company.ask_owners(company.ask(1))
    assert (leads(company), flags(company)) == (["1"], [])
    company.do("questions.answer", PIOTR, presses(company.envelope(PIOTR), "questions.answer")[0])
    fill(company)
    assert flags(company) == []
    company.clock.at = at(17, 8, 30)
    fill(company)
    assert flags(company) == ["flag-1"]


def test_widening_a_question_leaves_the_flag_where_it_stands(company: Company) -> None:
    flagged(company, 20)
    company.ask_owners(company.ask(1))
    no_reason_yet = next(
        one
        for one in presses(company.envelope(PIOTR), "questions.answer")
        if one["said"] == "disqualified"
    )
    reply = company.do("questions.answer", PIOTR, no_reason_yet)
    card = reply.card  # type: ignore[union-attr]
    assert "questions-which-reason" in phrases(card)
    assert [one["flag"] for one in presses(card, "triage.add")] == ["flag-20"]


def test_the_page_shows_what_waits_of_both_and_opens_forms_instead_of_widening(
    company: Company,
) -> None:
    flagged(company, 20)
    company.ask_owners(company.ask(1))
    with company.database.look() as work:
        page = Card(title=say("none"), blocks=company.envelopes.drawing.section(work, PIOTR))
    assert presses(page, "triage.add") == [{"flag": "flag-20", "version": "2"}]
    assert {one["said"] for one in presses(page, "questions.details")} == {"later", "disqualified"}
    answer = presses(page, "triage.add")[0]
    with company.database.open_work() as work:
        flag = work.flags.get(FlagId(answer["flag"]))
        added = flag.stepped(Step.ADD, company.clock())
        work.flags.move(added, _step(flag, Step.ADD, PIOTR.id, company))
        work.commit()
    with company.database.look() as work:
        page = Card(title=say("none"), blocks=company.envelopes.drawing.section(work, PIOTR))
    assert presses(page, "triage.add") == []
