"""An envelope is one card of several features' rows, and a page shows what waits of all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.envelope import Worth
from handlers.message import Card, Paragraph
from handlers.people import Role
from handlers.phrase import say
from tests.handlers.envelopes.fakes import FakeHouse
from tests.handlers.envelopes.test_filling import PIOTR, a_row, warsaw


@pytest.fixture
def house() -> FakeHouse:
    """Two rows of one feature, one of another."""
    house = FakeHouse(warsaw(16, 10), PIOTR)
    house.offer(house.first, a_row("q0"), a_row("q1"))
    house.offer(house.second, a_row("f0", Worth.REMINDER))
    house.fill()
    return house


def card(house: FakeHouse) -> Card:
    drawn = house.drawing.draw(house.days[0].id)
    assert drawn is not None
    return drawn


def lines(drawn: Card) -> list[object]:
    return [dict(one.text.args)["text"] for one in drawn.blocks if isinstance(one, Paragraph)]


def test_the_rows_stand_feature_by_feature_and_the_title_counts_them_all(house: FakeHouse) -> None:
    assert lines(card(house)) == ["q0", "q1", "f0"]
    assert card(house).title == say("envelopes-title", count=3)


def test_where_one_feature_waits_it_names_the_card(house: FakeHouse) -> None:
    house.second.answered.add("f0")
    assert card(house).title == say("first-title")
    assert lines(card(house)) == ["q0", "q1", "f0"]


def test_when_all_is_answered_the_card_says_thanks(house: FakeHouse) -> None:
    house.first.answered.update(("q0", "q1"))
    house.second.answered.add("f0")
    assert card(house).title == say("envelopes-done", count=3)
    assert card(house).blocks[-1].text == say("envelopes-thanks")  # type: ignore[union-attr]


def test_one_row_is_widened_and_the_others_stay_as_they_are(house: FakeHouse) -> None:
    drawn = house.drawing.card(house.work, house.days[0].id, "f0:now")
    assert drawn is not None
    assert lines(drawn) == ["q0", "q1", "f0 f0:now"]


def test_an_envelope_whose_rows_have_all_left_vanishes(house: FakeHouse) -> None:
    house.first.standing.clear()
    house.second.standing.clear()
    assert house.drawing.draw(house.days[0].id) is None


def test_an_envelope_that_never_was_is_nothing(house: FakeHouse) -> None:
    assert house.drawing.draw("forged") is None


def test_a_page_shows_what_waits_and_not_what_is_answered(house: FakeHouse) -> None:
    house.first.answered.add("q0")
    part = Card(title=say("none"), blocks=house.drawing.section(house.work, PIOTR))
    assert lines(part) == ["q1", "f0"]
    assert part.blocks[0].text == say("envelopes-title", count=2)  # type: ignore[union-attr]


def test_a_rep_reads_that_nothing_waits_and_others_read_nothing(house: FakeHouse) -> None:
    house.first.answered.update(("q0", "q1"))
    house.second.answered.add("f0")
    [heading, _] = house.drawing.section(house.work, PIOTR)
    assert heading.text == say("envelopes-home-none-title")  # type: ignore[union-attr]
    assert house.drawing.section(house.work, replace(PIOTR, role=Role.MANAGER)) == ()
