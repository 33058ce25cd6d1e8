"""A link to a lead unfolds to its fate, and to nobody's name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.interaction import Nothing, Show
from handlers.people import Place, Side
from tests.handlers.home.conftest import House
from tests.handlers.questions.conftest import MAYA, OWNERS, phrases

CHANNEL = Place.channel(Side.MARKETING)


@pytest.mark.parametrize(
    "link",
    [
        "https://crm.example/leads/L-20",
        "crm.example/leads/l-20",
        "https://crm.example/lead?id=L-20",
        "https://crm.example/#/leads/L-20/view",
    ],
)
def test_a_link_of_a_lead_shows_its_outcome_with_provenance(house: House, link: str) -> None:
    reply = house.do("leads.unfurl", MAYA, place=CHANNEL, link=link)
    assert isinstance(reply, Show)
    assert "Won Already" in str(reply.card.title)
    assert {"outcome-converted", "provenance-crm", "questions-known-from"} <= phrases(reply.card)


def test_the_owner_is_never_named(house: House) -> None:
    reply = house.do("leads.unfurl", MAYA, place=CHANNEL, link="https://crm.example/leads/L-20")
    assert isinstance(reply, Show)
    assert not any(owner.name in str(reply.card) for owner in OWNERS)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://crm.example/leads/L-999",
        "https://crm.example/about",
        "https://[broken",
        "L-20",
        f"https://crm.example/{'x' * 5000}/L-20",
    ],
)
def test_a_link_that_means_no_lead_shows_nothing(house: House, link: str) -> None:
    assert house.do("leads.unfurl", MAYA, place=CHANNEL, link=link) == Nothing()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80).map("https://crm.example/{}".format) | st.text(max_size=80))
def test_no_link_breaks_it(house: House, link: str) -> None:
    assert isinstance(house.do("leads.unfurl", MAYA, place=CHANNEL, link=link), Show | Nothing)
