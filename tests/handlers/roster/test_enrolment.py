"""People are signed in and out as their platform's sign-in proves who they are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from handlers.people import Chosen, Language, OwnerId, Person, Place, Role, Side
from handlers.roster.model import Account, Known, Outsider, Why
from handlers.working_time import WorkingHours
from storage.schema import outbox
from storage.work import Database
from tests.builders import Clock
from tests.handlers.roster.conftest import (
    KAROL,
    MAYA,
    PIOTR,
    Office,
    a_profile,
    open_office,
)

U1 = Account("slack", "U1")


def enrolled(office: Office, **changes: object) -> Person:
    found = office.enrolment.enrol(a_profile(**changes))
    assert isinstance(found, Person), found
    return found


def accounts(office: Office, person: Person) -> list[str]:
    with office.database.look() as work:
        everybody = work.roster.everybody()
    return [
        account.address
        for one in everybody
        if one.person.id == person.id
        for account in one.accounts
    ]


@pytest.mark.parametrize(
    ("email", "role", "side"),
    [
        ("boss@example.com", Role.ADMINISTRATOR, Side.SALES),
        ("Head@Example.com", Role.MANAGER, Side.MARKETING),
        ("NOBODY@example.com", Role.REP, Side.SALES),
        ("ola@example.com", Role.MARKETER, Side.MARKETING),
    ],
)
def test_a_newcomer_becomes_what_settings_and_crm_say(
    office: Office, email: str, role: Role, side: Side
) -> None:
    person = enrolled(office, email=email)
    assert (person.role, person.side, person.email) == (role, side, email.lower())
    assert office.enrolment.known(U1) == Known(person, office.clock())


def test_a_newcomer_is_the_owner_with_their_address(office: Office) -> None:
    person = enrolled(office, email="nobody@example.com")
    assert office.owner(3).person == person.id
    assert 3 not in office.unmatched()


def test_somebody_known_keeps_role_side_and_id(office: Office) -> None:
    person = enrolled(office, email="MAYA@example.com", name="Maja Nowa")
    assert (person.id, person.role, person.side) == (MAYA.id, MAYA.role, MAYA.side)
    assert (person.name, person.language) == ("Maja Nowa", Language.CHINESE)
    assert accounts(office, MAYA) == [f"person:{MAYA.id}", "U1"]


def test_who_has_slack_and_teams_is_one_person_with_two_accounts(office: Office) -> None:
    first = enrolled(office)
    second = enrolled(office, platform="teams", address="29:1")
    assert second.id == first.id
    assert accounts(office, first) == ["U1", "29:1"]


def test_what_somebody_chose_outlives_every_later_profile(office: Office) -> None:
    person = enrolled(office)
    chosen = replace(
        person,
        language=Language.RUSSIAN,
        hours=replace(person.hours, zone="America/New_York"),
        chosen=frozenset(Chosen),
    )
    with office.database.open_work() as work:
        work.people.add(chosen)
        work.commit()
    assert enrolled(office, name="Ola Inna", language="pl-PL") == replace(chosen, name="Ola Inna")


def test_a_new_address_keeps_the_person_when_it_is_nobody_elses(office: Office) -> None:
    before = enrolled(office, email="ola.panna@example.com")
    after = enrolled(office, email="ola.zona@example.com")
    assert (after.id, after.email) == (before.id, "ola.zona@example.com")


def test_an_account_with_somebody_elses_address_is_theirs_from_now_on(office: Office) -> None:
    before = enrolled(office)
    after = enrolled(office, email=PIOTR.email)
    assert after.id == PIOTR.id
    assert accounts(office, before) == []


def test_the_first_account_of_somebody_who_had_none_makes_them_reachable(office: Office) -> None:
    assert 2 in office.unmatched()
    assert enrolled(office, email=KAROL.email).id == KAROL.id
    assert 2 not in office.unmatched()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"is_active": False, "email": ""}, Why.DEACTIVATED),
        ({"is_full_member": False}, Why.GUEST),
        ({"is_stranger": True}, Why.STRANGER),
        ({"email": "ola@elsewhere.example"}, Why.FOREIGN_DOMAIN),
    ],
)
def test_who_may_not_be_in_any_more_loses_the_account_and_nothing_else(
    office: Office, changes: dict[str, object], reason: Why
) -> None:
    person = enrolled(office, email="nobody@example.com")
    assert office.enrolment.enrol(a_profile(**changes)) == Outsider(reason)
    assert office.enrolment.known(U1) is None
    assert 3 in office.unmatched()
    with office.database.look() as work:
        assert work.people.get(person.id).role is Role.REP
        assert work.roster.owner(OwnerId(3)).person == person.id


def test_an_outsider_leaves_no_trace(office: Office) -> None:
    with office.database.look() as work:
        before = work.roster.everybody()
    assert office.enrolment.enrol(a_profile(is_full_member=False)) == Outsider(Why.GUEST)
    with office.database.look() as work:
        assert work.roster.everybody() == before


def test_a_lost_setting_lets_nobody_in_and_signs_nobody_out(
    office: Office,
    engine: Engine,
    database: Database,
    clock: Clock,
    new_id: Callable[[], str],
) -> None:
    person = enrolled(office)
    lost = open_office(engine, database, clock, new_id, domains=())
    assert lost.enrolment.enrol(a_profile()) == Outsider(Why.NO_DOMAINS)
    assert lost.enrolment.known(U1) is None
    assert lost.enrolment.unproven("slack", since=clock(), limit=5) == ()
    assert accounts(office, person) == ["U1"]


def test_a_domain_that_was_struck_off_keeps_its_people_out_at_once(
    office: Office,
    engine: Engine,
    database: Database,
    clock: Clock,
    new_id: Callable[[], str],
) -> None:
    enrolled(office)
    moved = open_office(engine, database, clock, new_id, domains=("new.example",))
    assert moved.enrolment.known(U1) is None


def test_an_account_in_doubt_has_no_proof(office: Office) -> None:
    person = enrolled(office)
    assert office.enrolment.doubt(U1)
    assert office.enrolment.known(U1) == Known(person, None)
    assert not office.enrolment.doubt(Account("slack", "U404"))


def test_two_first_presses_at_once_make_one_person(office: Office) -> None:
    def enrol(address: str) -> Person | Outsider:
        return office.enrolment.enrol(a_profile(address=address))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(enrol, ["U1", "U1", "U1", "U1"]))
    assert len({one.id for one in found if isinstance(one, Person)}) == 1
    with office.database.look() as work:
        assert len(work.roster.with_email("ola@example.com")) == 1


# Whom to look for


def test_those_are_looked_for_who_have_no_account_on_a_domain_of_ours(office: Office) -> None:
    wanted = office.enrolment.to_look_up("slack", 10)
    assert wanted == [
        *("boss@example.com", "head@example.com"),
        KAROL.email,
        *("sixth@example.com", "nobody@example.com"),
    ]
    assert office.enrolment.to_look_up("slack", 2) == wanted[:2]


def test_nobody_is_looked_for_twice_a_day_or_once_they_are_there(office: Office) -> None:
    office.enrolment.note_look_up("slack", "boss@example.com")
    enrolled(office, email="head@example.com")
    assert office.enrolment.to_look_up("slack", 2) == [KAROL.email, "sixth@example.com"]
    office.clock.move(days=1)
    assert office.enrolment.to_look_up("slack", 1) == ["boss@example.com"]


def test_a_platform_that_does_not_know_somebody_keeps_no_other_from_being_asked(
    office: Office,
) -> None:
    office.enrolment.note_look_up("slack", "boss@example.com")
    assert office.enrolment.to_look_up("slack", 1) == ["head@example.com"]
    assert office.enrolment.to_look_up("teams", 1) == ["boss@example.com"]


def test_a_newcomer_keeps_the_companys_hours(office: Office) -> None:
    person = enrolled(office, zone="", language="")
    assert (person.language, person.hours) == (
        Language.POLISH,
        WorkingHours(zone="Europe/Warsaw"),
    )


def posted(office: Office) -> list[str]:
    with office.engine.connect() as connection:
        return list(connection.execute(select(outbox.c.place)).scalars())


def test_whoever_set_leadloop_up_is_greeted_once_and_nobody_else_is_written_to(
    office: Office,
) -> None:
    for number, email in enumerate(("ola@example.com", "head@example.com"), start=2):
        enrolled(office, email=email, address=f"U{number}")
    assert posted(office) == []
    boss = enrolled(office, email="Boss@example.com")
    enrolled(office, email="Boss@example.com")
    assert posted(office) == [Place.direct(boss.id).name]
