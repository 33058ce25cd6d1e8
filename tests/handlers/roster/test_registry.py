"""Whoever runs Leadloop says who is who."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from handlers.errors import Refused
from handlers.people import Owner, OwnerId, Person, Role, Side
from handlers.roster.model import Account
from storage.work import Database
from tests.builders import Clock
from tests.handlers.roster.conftest import (
    EVERYBODY,
    KAROL,
    MAYA,
    PIOTR,
    Office,
    a_profile,
    open_office,
)
from tests.population import settle


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refusal:
        deed()
    return refusal.value.phrase.key


def test_the_overview_lists_everybody_and_every_owner_without_a_match(office: Office) -> None:
    office.registry.ignore("Nobody Known")
    overview = office.registry.overview()
    assert {one.person.id for one in overview.people} == {
        *(person.id for person in EVERYBODY),
        KAROL.id,
    }
    assert [one.owner.id for one in overview.unmatched] == [7, 6, 5, 4, 2]
    assert [owner.id for owner in overview.gone] == [3]


def test_an_owner_is_matched_with_somebody_known(office: Office) -> None:
    owner, person = office.registry.match("maya@old.example", "Maya@example.com")
    assert (owner.id, person) == (4, MAYA)
    assert office.owner(4).person == MAYA.id


def test_an_owner_is_matched_with_somebody_who_has_not_come_yet(office: Office) -> None:
    _, person = office.registry.match("5", "Fifth@example.com")
    assert (person.name, person.email) == ("Without Address", "fifth@example.com")
    assert (person.role, person.side) == (Role.REP, Side.SALES)
    assert "fifth@example.com" in office.enrolment.to_look_up("slack", 10)
    met = office.enrolment.enrol(a_profile(email="fifth@example.com"))
    assert isinstance(met, Person)
    assert met.id == person.id
    assert 5 not in office.unmatched()


def test_a_match_can_be_asked_once_they_have_a_chat_account(office: Office) -> None:
    owner, _ = office.registry.match("5", "Fifth@example.com")
    assert not office.registry.can_ask(owner.id)
    office.enrolment.enrol(a_profile(email="fifth@example.com"))
    assert office.registry.can_ask(owner.id)


def test_who_was_ignored_comes_back_by_a_match(office: Office) -> None:
    office.registry.ignore("3")
    office.registry.match("3", PIOTR.email)
    assert office.registry.overview().gone == ()
    assert office.owner(3).person == PIOTR.id


def test_a_match_needs_one_owner_and_an_address_of_ours(office: Office) -> None:
    match = office.registry.match
    assert refused(lambda: match("Nobody Else", MAYA.email)) == "people-no-such-owner"
    assert refused(lambda: match("5", "no address")) == "people-no-email"
    assert refused(lambda: match("5", "x@elsewhere.example")) == "people-foreign-email"
    assert office.owner(5).person is None


def test_owners_of_one_name_are_told_apart_by_their_numbers(office: Office, engine: Engine) -> None:
    settle(engine, owning=(Owner(id=OwnerId(8), name="PIOTR rep"),))
    with pytest.raises(Refused) as refusal:
        office.registry.ignore("Piotr Rep")
    assert refusal.value.phrase.key == "people-several-owners"
    assert office.registry.ignore("8").id == 8
    assert office.owner(1).person == PIOTR.id


def test_a_role_is_changed_and_the_side_follows_where_it_is_clear(office: Office) -> None:
    appoint = office.registry.appoint
    assert appoint(MAYA.email, Role.ADMINISTRATOR, None).side is Side.MARKETING
    assert appoint(MAYA.email, Role.REP, None).side is Side.SALES
    assert appoint("PIOTR@example.com", Role.MANAGER, Side.MARKETING).id == PIOTR.id
    with office.database.look() as work:
        piotr = work.people.get(PIOTR.id)
    assert (piotr.role, piotr.side, piotr.name) == (Role.MANAGER, Side.MARKETING, PIOTR.name)


def test_somebody_can_be_appointed_before_they_come(office: Office) -> None:
    appoint = office.registry.appoint
    assert refused(lambda: appoint("new@example.com", Role.MANAGER, None)) == "people-which-side"
    person = appoint("new@example.com", Role.MANAGER, Side.SALES)
    met = office.enrolment.enrol(a_profile(email="new@example.com"))
    assert isinstance(met, Person)
    assert (met.id, met.role) == (person.id, Role.MANAGER)
    assert office.enrolment.known(Account("slack", "U1")) is not None


def test_without_domains_nobody_is_added_and_the_setting_is_named(
    engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]
) -> None:
    registry = open_office(engine, database, clock, new_id, domains=()).registry
    with pytest.raises(Refused) as refusal:
        registry.appoint("new@example.com", Role.REP, None)
    assert refusal.value.phrase == registry.no_domains()
    assert dict(refusal.value.phrase.args) == {"setting": "LEADLOOP_DOMAINS"}
