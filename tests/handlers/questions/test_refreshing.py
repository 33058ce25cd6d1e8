"""An answer comes at once; its leads are asked for at the CRM behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from handlers.interaction import Interaction
from handlers.lead import LeadId, Provenance
from handlers.message import Note
from handlers.people import Place
from handlers.questions.cards import known_from
from handlers.questions.model import Heard, known
from storage.schema import leads
from tests.builders import MONDAY_MORNING, a_lead
from tests.handlers.questions.conftest import MAYA, Company


def test_the_leads_of_an_answer_are_asked_for_once_it_is_on_its_way(company: Company) -> None:
    heard: list[Sequence[LeadId]] = []
    asking = replace(company.asking, refresh=heard.append)
    asked = Interaction(
        name="said", actor=MAYA.id, place=Place("marketing"), id="once", text="L-20 L-21"
    )
    asking.said(asked)
    assert heard == [(20, 21)]


def test_a_lead_that_the_crm_has_no_more_says_so() -> None:
    lead = a_lead(gone_at=MONDAY_MORNING, status="new")
    row = known(lead, Heard())
    assert row.provenance is Provenance.CRM
    told = known_from(row, MONDAY_MORNING + timedelta(hours=2))
    assert told.key == "questions-left-the-crm"
    assert dict(told.args) == {"age": timedelta(hours=2)}


def test_nobody_is_asked_about_a_lead_that_the_crm_has_no_more(company: Company) -> None:
    with company.engine.begin() as connection:
        connection.execute(update(leads).where(leads.c.id == 1).values(gone_at=company.clock()))
    card = company.answer_card(company.ask(1, 2))
    prices = [
        dict(block.text.args)
        for block in card.blocks
        if isinstance(block, Note) and block.text.key == "questions-price"
    ]
    assert [price["leads"] for price in prices] == [1]
