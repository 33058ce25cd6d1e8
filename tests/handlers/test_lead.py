"""Leads by the words that people know them by."""

from __future__ import annotations

from handlers.lead import told_apart
from tests.builders import a_lead


def test_a_lead_is_called_by_its_label_where_no_other_is_called_so() -> None:
    anna = a_lead(1, name="Anna Nowak", company="Acme")
    jan = a_lead(2, name="Jan Kowalski", company="Acme")
    assert told_apart([anna, jan]) == {anna.id: "Anna Nowak · Acme", jan.id: "Jan Kowalski · Acme"}


def test_leads_that_read_alike_are_told_apart_by_their_numbers_in_the_crm() -> None:
    there = a_lead(1, name="Anna Nowak", company="Acme", system="hubspot", external_id="7")
    here = a_lead(2, name="Anna Nowak", company="Acme", system="salesforce", external_id="00Q1")
    assert told_apart([there, here]) == {
        there.id: "Anna Nowak · Acme · hubspot 7",
        here.id: "Anna Nowak · Acme · salesforce 00Q1",
    }
