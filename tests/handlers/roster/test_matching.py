"""What an administrator does about owners who could not be matched."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import insert

from handlers.interaction import Correct, Nothing, Open, Reply, Show, Whisper
from handlers.message import Card, Form, Heading, PersonPick
from handlers.people import OwnerId, Place
from handlers.roster.cards import PAGE, match_form, unmatched_card
from handlers.roster.examples import unmatched_owners
from handlers.roster.model import Unmatched
from storage.schema import messages
from tests.handlers.roster.conftest import ADA, KAROL, MAYA, PIOTR, Office, presses


def card_of(reply: Reply) -> Card:
    assert isinstance(reply, Show | Whisper), reply
    return reply.card


def listed(card: Card) -> list[str]:
    """Name the owners on a card."""
    found = [block.text.args[0][1] for block in card.blocks if isinstance(block, Heading)]
    return [str(name) for name in found]


def key_of(reply: Reply) -> str:
    return card_of(reply).title.key


def first_note(card: Card) -> Any:
    return card.blocks[0].text.key  # type: ignore[union-attr]


def test_the_list_shows_five_owners_a_page_those_with_most_open_leads_first(
    office: Office,
) -> None:
    first = office.do("people.unmatched", ADA)
    assert isinstance(first, Whisper)
    assert listed(first.card) == [
        *("Seventh Owner", "Sixth Owner", "Without Address", "Maya Marketer", "Nobody Known"),
    ]
    assert first.card.title.args == (("count", 6),)
    [onwards] = presses(first.card, "people.unmatched")
    second = office.do("people.unmatched", ADA, onwards)
    assert isinstance(second, Show)
    assert listed(second.card) == ["Karol Away"]


@pytest.mark.parametrize("page", ["-1", "99", "x", "", "9" * 40, "٣"])
def test_a_forged_page_shows_one_that_exists(office: Office, page: str) -> None:
    assert listed(card_of(office.do("people.unmatched", ADA, {"page": page})))


def test_an_owner_is_matched_with_the_person_that_was_picked(office: Office) -> None:
    opened = office.do("people.match", ADA, {"owner": "4", "page": "0"})
    assert isinstance(opened, Open)
    form = opened.form
    [field] = form.fields
    assert isinstance(field, PersonPick)
    assert field.value == MAYA.id
    reply = office.do(form.name, ADA, {**dict(form.keep), "person": MAYA.id})
    assert isinstance(reply, Show)
    assert first_note(reply.card) == "people-matched"
    assert "Maya Marketer" not in listed(reply.card)
    assert office.owner(4).person == MAYA.id


def test_somebody_of_the_same_name_is_confirmed_in_one_tap(office: Office) -> None:
    [guess] = presses(card_of(office.do("people.unmatched", ADA)), "people.matched")
    assert guess == {"owner": "4", "page": "0", "person": MAYA.id}
    assert isinstance(office.do("people.matched", ADA, guess), Show)
    assert office.owner(4).person == MAYA.id


def test_a_decision_brings_the_administrators_home_up_to_date(office: Office) -> None:
    home = {"view": "home.card", "subject": ADA.id, "place": Place.home(ADA.id).name}
    where = {"platform": "slack", "address": "home:U1", "reference": "home"}
    with office.engine.begin() as connection:
        row = {**home, **where, "drawn_at": office.clock()}
        connection.execute(insert(messages), row)
    office.do("people.ignore", ADA, {"owner": "3"})
    assert office.refreshed() == ["home.card"]


@pytest.mark.parametrize("person", ["", "nobody", "x" * 5000])
def test_a_person_nobody_knows_is_told_beside_the_field(office: Office, person: str) -> None:
    reply = office.do("people.matched", ADA, {"owner": "4", "person": person})
    assert isinstance(reply, Correct)
    assert reply.errors["person"].key == "people-pick-unknown"
    assert office.owner(4).person is None


def test_who_left_is_not_listed_any_more_until_that_is_undone(office: Office) -> None:
    reply = office.do("people.ignore", ADA, {"owner": "2", "page": "1"})
    assert "Karol Away" not in listed(card_of(reply))
    assert office.owner(2).person is None
    [undo] = presses(card_of(reply), "people.restore")
    again = office.do("people.restore", ADA, undo)
    assert first_note(card_of(again)) == "people-restored"
    assert office.owner(2).person == KAROL.id
    assert 2 in office.unmatched()


def test_an_owner_who_had_no_person_comes_back_without_one(office: Office) -> None:
    [undo] = presses(card_of(office.do("people.ignore", ADA, {"owner": "3"})), "people.restore")
    office.do("people.restore", ADA, undo)
    assert office.owner(3).person is None
    assert 3 in office.unmatched()


def test_a_repeated_press_has_no_second_effect(office: Office) -> None:
    office.do("people.ignore", ADA, {"owner": "3"}, once="deed")
    office.do("people.restore", ADA, {"owner": "3"})
    assert isinstance(office.do("people.ignore", ADA, {"owner": "3"}, once="deed"), Nothing)
    assert 3 in office.unmatched()


def test_the_form_of_an_owner_who_is_matched_by_now_does_not_open(office: Office) -> None:
    assert key_of(office.do("people.match", ADA, {"owner": "1"})) == "people-matched-already"


def test_when_all_are_matched_the_list_says_so(office: Office) -> None:
    reply: Reply = Nothing()
    for owner in office.unmatched():
        reply = office.do("people.ignore", ADA, {"owner": str(owner)})
    assert key_of(reply) == "people-all-matched"


def test_the_administrators_home_leads_to_the_list_and_nobody_elses_does(office: Office) -> None:
    with office.database.look() as work:
        assert office.matching.section(work, ADA)
        assert office.matching.section(work, PIOTR) == ()
    for owner in office.unmatched():
        office.do("people.ignore", ADA, {"owner": str(owner)})
    with office.database.look() as work:
        assert office.matching.section(work, ADA) == ()


def test_somebody_learns_which_owners_they_are_taken_for(office: Office) -> None:
    with office.database.look() as work:
        [line] = office.matching.knowledge(work, PIOTR)
        assert office.matching.knowledge(work, MAYA) == ()
    assert line.args == (("owner", "Piotr Rep"),)


# Cards


def test_a_name_of_the_crm_is_never_a_key_of_ours() -> None:
    card = unmatched_card(unmatched_owners())
    headings = [block for block in card.blocks if isinstance(block, Heading)]
    assert {heading.text.key for heading in headings} == {"verbatim"}
    assert len(headings) == PAGE


def test_a_form_keeps_only_the_owner_and_the_page() -> None:
    form: Form = match_form(unmatched_owners()[0], 3)
    assert dict(form.keep) == {"owner": "1", "page": "3"}


def test_every_page_holds_somebody() -> None:
    owners: list[Unmatched] = [*unmatched_owners()] * 2
    pages = [listed(unmatched_card(owners, page)) for page in range(-1, 5)]
    assert all(pages)
    assert sum(len(page) for page in pages[1:4]) == len(owners)
    assert OwnerId(1) == owners[0].owner.id
