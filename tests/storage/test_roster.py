"""Who is who: accounts, and which owner in the CRM is which person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from handlers.errors import NotFound
from handlers.lead import Lead, Status
from handlers.people import Chosen, Language, Owner, OwnerId, PersonId
from handlers.roster.model import Account, Known, Listed, Mismatch
from handlers.working_time import WorkingHours
from storage.schema import due_slots
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock, a_lead, a_rep
from tests.population import settle

U1, U2, T1 = Account("slack", "U1"), Account("slack", "U2"), Account("teams", "29:1")
PIOTR, ANNA, OLA = a_rep(), a_rep("Anna Rep"), a_rep("Ola Rep")


def an_owner(number: int, name: str, email: str = "", person: PersonId | None = None) -> Owner:
    return Owner(id=OwnerId(number), name=name, email=email, person=person)


def owned(number: int, owner: int, status: Status | None = None) -> Lead:
    return a_lead(number, owner=OwnerId(owner), status=status)


# Accounts


def test_an_account_leads_to_its_person_and_its_last_proof(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(PIOTR)
        work.roster.keep_account(PIOTR.id, U1, MONDAY_MORNING)
        assert work.roster.known(U1) == Known(PIOTR, MONDAY_MORNING)
        assert work.roster.known(Account("teams", "U1")) is None
        work.roster.doubt(U1)
        assert work.roster.known(U1) == Known(PIOTR, None)


def test_one_person_has_one_account_on_each_platform(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(PIOTR)
        for account in (U1, T1, U2):
            work.roster.keep_account(PIOTR.id, account, MONDAY_MORNING)
        assert work.roster.everybody() == [Listed(PIOTR, (U2, T1))]


def test_an_account_that_was_proven_somebody_elses_is_theirs(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(PIOTR)
        work.people.add(ANNA)
        work.roster.keep_account(PIOTR.id, U1, MONDAY_MORNING)
        work.roster.keep_account(ANNA.id, U1, MONDAY_MORNING)
        assert work.roster.everybody() == [Listed(ANNA, (U1,)), Listed(PIOTR, ())]


def test_a_dropped_account_leaves_the_person_and_their_other_account(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(PIOTR)
        work.roster.keep_account(PIOTR.id, U1, MONDAY_MORNING)
        work.roster.keep_account(PIOTR.id, T1, MONDAY_MORNING)
        work.roster.drop_account(U1)
        work.roster.drop_account(U2)
        assert work.roster.everybody() == [Listed(PIOTR, (T1,))]


def test_accounts_without_a_recent_proof_are_listed_those_in_doubt_first(
    database: Database,
) -> None:
    day = timedelta(days=1)
    with database.open_work() as work:
        for number, person in enumerate((PIOTR, ANNA, OLA)):
            work.people.add(person)
            account = Account("slack", f"U{number}")
            work.roster.keep_account(person.id, account, MONDAY_MORNING - number * day)
        work.roster.doubt(Account("slack", "U0"))
        stale = work.roster.unproven("slack", MONDAY_MORNING - day / 2, 10)
        assert [account.address for account in stale] == ["U0", "U2", "U1"]
        assert work.roster.unproven("slack", MONDAY_MORNING - day, 10) == [
            stale[0],
            stale[1],
        ]
        assert len(work.roster.unproven("slack", MONDAY_MORNING, 1)) == 1
        assert work.roster.unproven("teams", MONDAY_MORNING, 10) == []


# People


def test_people_are_found_by_address_in_any_case_and_never_by_none(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(replace(PIOTR, email="Piotr@Example.com"))
        work.people.add(replace(ANNA, email=""))
        work.people.add(replace(OLA, email="o\u212ala@example.com"))
        assert [one.id for one in work.roster.with_email("PIOTR@example.COM")] == [PIOTR.id]
        assert work.roster.with_email("") == []
        assert work.roster.with_email("okla@example.com") == []
        assert [one.id for one in work.roster.with_email("o\u212aLA@example.com")] == [OLA.id]


def test_a_profile_does_not_undo_what_somebody_chose_meanwhile(database: Database) -> None:
    chosen = replace(
        PIOTR,
        language=Language.RUSSIAN,
        hours=WorkingHours(zone="Asia/Shanghai"),
        chosen=frozenset(Chosen),
    )
    with database.open_work() as work:
        work.people.add(PIOTR)
        work.roster.renew(replace(PIOTR, name="Piotr Nowy", language=Language.POLISH))
        assert work.people.get(PIOTR.id).language is Language.POLISH
        work.people.add(chosen)
        work.roster.renew(replace(PIOTR, name="Piotr Inny", language=Language.CHINESE))
        assert work.people.get(PIOTR.id) == chosen


# Owners


def test_a_person_is_recognised_as_every_owner_with_the_same_address(
    engine: Engine, database: Database
) -> None:
    owners = (
        an_owner(1, "P. Rep", "PIOTR@example.com"),
        an_owner(2, "Piotr Rep", "piotr@example.com"),
        an_owner(3, "Piotr Other", "other@example.com"),
        an_owner(4, "Piotr Taken", "piotr@example.com", ANNA.id),
        an_owner(5, "Piotr Gone", "piotr@example.com"),
    )
    settle(engine, accountless=(PIOTR, ANNA), owning=owners)
    with database.open_work() as work:
        work.roster.leave(OwnerId(5), MONDAY_MORNING)
        assert work.roster.owns_leads("Piotr@EXAMPLE.com")
        assert not work.roster.owns_leads("")
        assert not work.roster.owns_leads("nobody@example.com")
        assert work.roster.recognise(PIOTR) == 2
        assert work.roster.recognise(PIOTR) == 0
        assert [owner.id for owner in work.roster.owned_by(PIOTR.id)] == [1, 2]


def test_owners_of_open_leads_are_listed_with_the_reason(
    engine: Engine, database: Database
) -> None:
    two_annas = (a_rep("Anna Twin", id=PersonId("a1")), a_rep("Anna Twin", id=PersonId("a2")))
    owners = (
        an_owner(1, "Piotr Rep", "piotr@example.com", PIOTR.id),
        an_owner(2, "Nobody Known", "nobody@example.com"),
        an_owner(3, "ola rep", "ola@old.example"),
        an_owner(4, "Anna Twin"),
        an_owner(5, "Left Alone", person=ANNA.id),
        an_owner(6, "Only Closed"),
        an_owner(7, "Without Leads"),
        an_owner(8, "Reached", person=OLA.id),
    )
    leads = [
        *(owned(n, 1) for n in range(10, 13)),
        *(owned(n, 2, Status.NEW) for n in range(20, 25)),
        *(owned(n, 3, Status.CONNECTED) for n in range(30, 34)),
        owned(40, 4),
        owned(41, 4, Status.CONVERTED),
        *(owned(n, 5) for n in range(50, 52)),
        owned(60, 6, Status.CONVERTED),
        owned(61, 6, Status.DISQUALIFIED),
        owned(80, 8),
    ]
    settle(
        engine, people=(OLA,), accountless=(PIOTR, ANNA, *two_annas), owning=owners, having=leads
    )
    with database.open_work() as work:
        work.people.give_account(PIOTR.id, "slack", "U1")
        work.people.give_account(PIOTR.id, "slack", "U2")
        found = work.roster.unmatched()
    assert [(one.owner.id, one.mismatch, one.open_leads) for one in found] == [
        (2, Mismatch.NO_PERSON, 5),
        (3, Mismatch.OTHER_EMAIL, 4),
        (1, Mismatch.SEVERAL, 3),
        (5, Mismatch.NO_ACCOUNT, 2),
        (4, Mismatch.SEVERAL, 1),
    ]
    assert [one.person for one in found] == [None, OLA, PIOTR, ANNA, None]


def test_who_was_matched_or_has_left_is_not_listed_any_more(
    engine: Engine, database: Database
) -> None:
    owners = (an_owner(1, "One Owner"), an_owner(2, "Two Owner"))
    settle(engine, people=(PIOTR,), owning=owners, having=[owned(1, 1), owned(2, 2)])
    with database.open_work() as work:
        work.roster.match(OwnerId(1), PIOTR.id)
        work.roster.leave(OwnerId(2), MONDAY_MORNING)
        assert work.roster.unmatched() == []
        assert [owner.id for owner in work.roster.gone()] == [2]
        assert work.people.owners([OwnerId(1), OwnerId(2)]).keys() == {OwnerId(1)}
        work.roster.come_back(OwnerId(2))
        assert [one.owner.id for one in work.roster.unmatched()] == [2]
        assert work.roster.gone() == []


def test_who_has_left_is_asked_nothing_and_no_import_brings_them_back(
    engine: Engine, database: Database
) -> None:
    owner = an_owner(1, "Piotr Rep", "piotr@example.com", PIOTR.id)
    settle(engine, people=(PIOTR,), owning=(owner,), having=[owned(1, 1)])
    with database.open_work() as work:
        work.roster.leave(OwnerId(1), MONDAY_MORNING)
        assert work.people.link_by_email() == 0
        assert work.people.behind([OwnerId(1)]) == {}
        work.roster.match(OwnerId(1), PIOTR.id)
        assert work.people.behind([OwnerId(1)])[OwnerId(1)].id == PIOTR.id


def test_an_owner_is_called_by_number_address_or_name(engine: Engine, database: Database) -> None:
    owners = (
        an_owner(1, "Łukasz Żak", "lukasz@example.com"),
        an_owner(2, "Lukasz Zak"),
        an_owner(3, "2"),
        an_owner(4, ""),
    )
    settle(engine, owning=owners)
    with database.look() as work:
        called = {
            words: [owner.id for owner in work.roster.owners_called(words)]
            for words in ("lukasz zak", "LUKASZ@example.com", " 1 ", "2", "", " ", "nobody")
        }
        assert work.roster.owner(OwnerId(3)).name == "2"
        with pytest.raises(NotFound):
            work.roster.owner(OwnerId(99))
    assert called == {
        "lukasz zak": [2, 1],
        "LUKASZ@example.com": [1],
        " 1 ": [1],
        "2": [2],
        "": [],
        " ": [],
        "nobody": [],
    }


# Looking up


def test_an_address_is_looked_up_once_a_day(database: Database, clock: Clock) -> None:
    with database.open_work() as work:
        work.roster.note_look_up("Piotr@example.com", platform="slack", at=clock())
        work.roster.note_look_up("piotr@example.com", platform="slack", at=clock())
        asked = ["piotr@example.com", "anna@example.com"]
        on_slack = work.roster.looked_up(asked, platform="slack", at=clock())
        assert on_slack == {"piotr@example.com"}
        assert work.roster.looked_up(asked, platform="teams", at=clock()) == frozenset()
        clock.move(days=1)
        assert work.roster.looked_up(asked, platform="slack", at=clock()) == frozenset()


def test_no_address_is_kept_for_having_been_looked_up(engine: Engine, database: Database) -> None:
    with database.open_work() as work:
        work.roster.note_look_up("piotr@example.com", platform="slack", at=MONDAY_MORNING)
        work.commit()
    with engine.connect() as connection:
        kept = connection.execute(select(due_slots)).one()
    assert "piotr" not in str(kept)
