"""What was given up can be counted, named and sent once more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update

from handlers.message import Card
from handlers.parcel import Parked, Sent, Trouble
from handlers.people import Place, Side
from handlers.phrase import verbatim
from handlers.settings.work import Stuck
from handlers.work import About, IfUnsure
from storage.post_office import SqlPostOffice
from storage.schema import channels, outbox
from storage.work import Database
from tests.builders import Clock, a_rep
from tests.population import settle

SALES, MARKETING = Place.channel(Side.SALES), Place.channel(Side.MARKETING)
RUNNING = {"demo": timedelta()}


@pytest.fixture
def office(engine: Engine, clock: Clock, new_id: Callable[[], str]) -> SqlPostOffice:
    """A counter in a company with two channels and a rep."""
    settle(engine, people=[a_rep()])
    with engine.begin() as connection:
        for side in Side:
            row = {"place": side.value, "platform": "demo", "address": side.value}
            connection.execute(channels.insert().values(**row, language="en", zone="UTC"))
    return SqlPostOffice(engine, now=clock, new_id=new_id)


def give_up(database: Database, office: SqlPostOffice, place: Place, parked: Parked) -> None:
    with database.open_work() as work:
        work.outbox.post(place, Card(verbatim("hello"), ()), if_unsure=IfUnsure.LEAVE)
        work.commit()
    [parcel] = office.claim(RUNNING, 10)
    office.settle(parcel, parked)


def count(database: Database) -> int:
    with database.look() as work:
        return work.undelivered.count()


def retry(database: Database) -> int:
    with database.open_work() as work:
        found = work.undelivered.retry()
        work.commit()
        return found


def test_only_what_was_given_up_is_counted(database: Database, office: SqlPostOffice) -> None:
    with database.open_work() as work:
        work.outbox.post(SALES, Card(verbatim("waits"), ()))
        work.commit()
    assert count(database) == 0
    [parcel] = office.claim(RUNNING, 10)
    office.settle(parcel, Parked(Trouble.REFUSED, "not_in_channel"))
    assert count(database) == 1


def test_the_newest_are_named_once_for_each_place_and_trouble(
    database: Database, office: SqlPostOffice
) -> None:
    for place in (SALES, MARKETING, SALES, SALES):
        give_up(database, office, place, Parked(Trouble.REFUSED, "not_in_channel"))
    give_up(database, office, SALES, Parked(Trouble.FAILED))
    with database.look() as work:
        assert work.undelivered.newest(9) == [
            Stuck(SALES, Trouble.FAILED),
            Stuck(SALES, Trouble.REFUSED),
            Stuck(MARKETING, Trouble.REFUSED),
        ]
        assert len(work.undelivered.newest(2)) == 2


def test_what_is_tried_again_leaves_in_its_old_order(
    database: Database, office: SqlPostOffice
) -> None:
    for trouble in (Trouble.REFUSED, Trouble.UNAVAILABLE, Trouble.NO_DESTINATION, Trouble.FAILED):
        give_up(database, office, SALES, Parked(trouble))
    assert retry(database) == 4
    sent: list[int] = []
    while parcels := office.claim(RUNNING, 10):
        for parcel in parcels:
            office.settle(parcel, Sent("1"))
            sent.append(parcel.id)
    assert sent == sorted(sent)
    assert len(sent) == 4
    assert count(database) == 0


def test_what_may_have_arrived_or_cannot_be_read_stays_where_it_is(
    database: Database, office: SqlPostOffice
) -> None:
    give_up(database, office, SALES, Parked(Trouble.UNSURE, "timeout"))
    give_up(database, office, SALES, Parked(Trouble.DAMAGED))
    assert retry(database) == 0
    assert count(database) == 2
    assert office.claim(RUNNING, 10) == []


def test_its_platform_gets_another_day_and_as_many_tries(
    database: Database, office: SqlPostOffice, engine: Engine, clock: Clock
) -> None:
    give_up(database, office, SALES, Parked(Trouble.UNAVAILABLE))
    with engine.begin() as connection:
        connection.execute(update(outbox).values(tries=8))
    clock.move(days=3)
    retry(database)
    with engine.connect() as connection:
        row = connection.execute(select(outbox)).one()
    assert (row.state, row.trouble, row.tries) == ("waiting", "", 0)
    assert row.created_at == row.not_before == clock.at
    [parcel] = office.claim(RUNNING, 10)
    assert parcel.created_at == clock.at


def test_an_attempt_from_before_changes_nothing_any_more(
    database: Database, office: SqlPostOffice
) -> None:
    with database.open_work() as work:
        work.outbox.show(SALES, About("questions.answer", "q-1"))
        work.commit()
    [before] = office.claim(RUNNING, 10)
    office.settle(before, Parked(Trouble.REFUSED))
    retry(database)
    [after] = office.claim(RUNNING, 10)
    office.settle(before, Parked(Trouble.REFUSED))
    assert count(database) == 0
    office.settle(after, Sent("1"))
    assert count(database) == 0
    assert after.attempt > before.attempt
