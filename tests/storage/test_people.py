"""People come back as they were kept, with their hours, absences, accounts and owners."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import Engine, insert

from handlers.errors import NotFound
from handlers.people import Language, Owner, OwnerId, PersonId, Respondent, Role, Side
from handlers.working_time import Away, WorkingHours
from storage.schema import owners
from storage.work import Database
from tests.builders import a_marketer, a_rep

NIGHT_OWL = WorkingHours(
    zone="Asia/Shanghai",
    start=time(10, 30),
    end=time(18, 45),
    weekdays=frozenset([0, 2, 6]),
    country="CN",
    away=(Away(date(2026, 11, 1), date(2026, 11, 3)), Away(date(2026, 12, 24), date(2027, 1, 1))),
)


def an_owner(engine: Engine, number: int, name: str = "", email: str = "") -> OwnerId:
    with engine.begin() as connection:
        connection.execute(
            insert(owners).values(
                id=number, system="file", key=f"key {number}", name=name, email=email
            )
        )
    return OwnerId(number)


def test_a_person_comes_back_as_they_were_kept(database: Database) -> None:
    person = a_rep("Łukasz <!channel>", language=Language.CHINESE, hours=NIGHT_OWL)
    with database.open_work() as work:
        work.people.add(person)
        work.commit()
    with database.look() as work:
        assert work.people.get(person.id) == person


def test_the_newest_form_of_a_person_replaces_the_older(database: Database) -> None:
    person = a_rep(hours=NIGHT_OWL)
    newer = replace(person, name="Piotr Inny", hours=replace(NIGHT_OWL, away=(), country=""))
    with database.open_work() as work:
        work.people.add(person)
        work.people.add(newer)
        assert work.people.everybody() == [newer]


def test_absences_belong_to_one_person_each(database: Database) -> None:
    away, there = a_rep("Piotr Away", hours=NIGHT_OWL), a_rep("Anna There")
    with database.open_work() as work:
        work.people.add(away)
        work.people.add(there)
        work.people.add(away)
        assert work.people.by_ids([there.id, away.id]) == {there.id: there, away.id: away}


def test_somebody_unknown_is_refused_with_a_sentence_and_left_out_of_many(
    database: Database,
) -> None:
    nobody = PersonId("nobody")
    with database.open_work() as work:
        work.people.add(a_rep())
        assert set(work.people.by_ids([nobody, a_rep().id])) == {a_rep().id}
        assert work.people.by_ids([]) == {}
        with pytest.raises(NotFound) as refused:
            work.people.get(nobody)
    assert refused.value.phrase.key == "people-unknown"


def test_people_are_listed_by_role_and_name(database: Database) -> None:
    zofia, anna, maya = a_rep("Zofia Rep"), a_rep("Anna Rep"), a_marketer()
    with database.open_work() as work:
        for person in (zofia, anna, maya):
            work.people.add(person)
        assert work.people.with_role(Role.REP) == [anna, zofia]
        assert work.people.with_role(Role.MARKETER) == [maya]
        assert work.people.with_role(Role.ADMINISTRATOR) == []
        assert maya.side is Side.MARKETING


def test_only_people_with_an_account_can_be_reached(engine: Engine, database: Database) -> None:
    rep, marketer = a_rep(), a_marketer()
    reps, marketers = (an_owner(engine, number) for number in (1, 2))
    with database.open_work() as work:
        work.people.add(rep)
        work.people.add(marketer)
        work.people.link_owner(reps, rep.id)
        work.people.link_owner(marketers, marketer.id)
        work.people.give_account(rep.id, "demo", "D1")
        behind = work.people.behind([reps, marketers])
        assert {one.id: one.reachable for one in behind.values()} == {
            rep.id: True,
            marketer.id: False,
        }
        assert work.people.with_account("demo", "D1") == rep.id
        assert work.people.with_account("slack", "D1") is None


def test_an_account_is_one_persons_at_a_time(engine: Engine, database: Database) -> None:
    rep, marketer = a_rep(), a_marketer()
    reps = an_owner(engine, 1)
    with database.open_work() as work:
        work.people.add(rep)
        work.people.add(marketer)
        work.people.give_account(rep.id, "demo", "D1")
        work.people.give_account(marketer.id, "demo", "D1")
        assert work.people.with_account("demo", "D1") == marketer.id
        work.people.link_owner(reps, rep.id)
        assert not work.people.behind([reps])[reps].reachable


def test_owners_are_linked_to_people_and_parted_again(engine: Engine, database: Database) -> None:
    owner = an_owner(engine, 7, name="Piotr w CRM", email="piotr@example.com")
    unlinked = Owner(id=owner, name="Piotr w CRM", email="piotr@example.com")
    with database.open_work() as work:
        work.people.add(a_rep())
        assert work.people.owners([owner, OwnerId(99)]) == {owner: unlinked}
        work.people.link_owner(owner, a_rep().id)
        assert work.people.owners([owner]) == {owner: replace(unlinked, person=a_rep().id)}
        work.people.link_owner(owner, None)
        assert work.people.all_owners() == [unlinked]


def test_owners_lead_to_the_people_they_are_with_each_absence_once(
    engine: Engine, database: Database
) -> None:
    first, second, nobodys = (an_owner(engine, number) for number in (1, 2, 3))
    rep = a_rep(hours=NIGHT_OWL)
    with database.open_work() as work:
        work.people.add(rep)
        work.people.link_owner(first, rep.id)
        work.people.link_owner(second, rep.id)
        behind = Respondent(id=rep.id, hours=rep.hours, reachable=False)
        assert work.people.behind([first, second, nobodys]) == {first: behind, second: behind}
        assert work.people.behind([]) == {}


def test_owners_are_recognised_by_e_mail_in_any_case_but_never_by_none(
    engine: Engine, database: Database
) -> None:
    same = an_owner(engine, 1, name="A", email="PIOTR@example.com")
    other = an_owner(engine, 2, name="B", email="other@example.com")
    without = an_owner(engine, 3, name="C")
    with database.open_work() as work:
        work.people.add(a_rep())
        work.people.add(a_rep("Anna Without", email=""))
        assert work.people.link_by_email() == 1
        assert work.people.link_by_email() == 0
        found = work.people.owners([same, other, without])
    assert [found[owner].person for owner in (same, other, without)] == [a_rep().id, None, None]
