"""From every card of the questions that shows a lead it can be flagged."""

from __future__ import annotations

from handlers.message import Buttons, Card
from handlers.phrase import say
from handlers.questions.examples import envelope_rows
from handlers.questions.model import AskState
from handlers.questions.slip import page_part
from handlers.questions.unfurl import lead_card
from handlers.questions.work import rows_of
from tests.handlers.questions.conftest import MAYA, PIOTR, Company, presses

FLAG = "flags.start"


def test_the_answer_offers_the_leads_of_the_page_that_is_shown(company: Company) -> None:
    question = company.ask(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21)
    assert presses(company.answer_card(question), FLAG) == [{"leads": "1,2,3,4,5,6,7,8,9,10"}]
    company.do("questions.page", MAYA, {"question": question, "page": "1"})
    assert presses(company.answer_card(question), FLAG) == [{"leads": "20,21"}]


def test_each_row_of_the_envelope_offers_its_lead_before_and_after_the_answer(
    company: Company,
) -> None:
    company.ask_owners(company.ask(1, 2))
    card = company.envelope(PIOTR)
    assert presses(card, FLAG) == [{"lead": "1"}, {"lead": "2"}]
    ask = presses(card, "questions.answer")[0]["ask"]
    company.do("questions.answer", PIOTR, {"ask": ask, "said": "trying"})
    assert presses(company.envelope(PIOTR), FLAG) == [{"lead": "1"}, {"lead": "2"}]


def test_the_answer_about_one_delay_offers_its_lead(company: Company) -> None:
    company.do("said", MAYA, text="Why was L-1 called so late?")
    card = company.answer_card(company.newest_question())
    assert presses(card, FLAG) == [{"lead": "1"}]


def test_the_page_offers_the_lead_of_each_row_that_waits() -> None:
    waiting = [row for row in envelope_rows() if row.ask.state is AskState.ASKED]
    part = Card(title=say("none"), blocks=page_part(waiting, {}).blocks)
    assert presses(part, FLAG) == [{"lead": str(row.lead.id)} for row in waiting]


def test_a_link_unfolds_with_the_way_to_a_flag(company: Company) -> None:
    question = company.ask(20)
    with company.database.look() as work:
        found = work.questions.get(question)  # type: ignore[arg-type]
        [row] = rows_of(work, found.leads, found.kind)
    card = lead_card(row, company.clock())
    assert presses(card, FLAG) == [{"lead": "20"}]
    assert all(
        button.opens for bar in card.blocks if isinstance(bar, Buttons) for button in bar.buttons
    )
