"""Where the teams and the people are spoken to."""

from __future__ import annotations

from sqlalchemy import Engine

from handlers.parcel import Destination
from handlers.people import Language, PersonId, Side
from storage.people import SqlPeople
from storage.work import Database
from tests.builders import a_rep
from tests.population import settle

SALES = Destination(platform="slack", address="C1", language=Language.POLISH, zone="Europe/Warsaw")


def test_a_channel_that_was_chosen_is_known_and_the_other_is_not(database: Database) -> None:
    with database.open_work() as work:
        assert work.switchboard.channels() == {}
        work.switchboard.connect(Side.SALES, SALES)
        work.commit()
    with database.look() as work:
        assert work.switchboard.channels() == {Side.SALES: SALES}


def test_a_newer_choice_takes_the_place_of_the_old(database: Database) -> None:
    elsewhere = Destination(platform="teams", address="19:x@thread", zone="Asia/Tokyo")
    with database.open_work() as work:
        work.switchboard.connect(Side.SALES, SALES)
        work.switchboard.connect(Side.SALES, elsewhere)
        work.commit()
    with database.look() as work:
        assert work.switchboard.channels() == {Side.SALES: elsewhere}


def test_a_platform_is_named_once_however_many_accounts_there_are(
    database: Database, engine: Engine
) -> None:
    settle(engine, people=[a_rep()], accountless=[a_rep("Karol Away")])
    with engine.begin() as connection:
        for platform, address in (("teams", "t"), ("slack", "U1"), ("slack", "U2")):
            SqlPeople(connection).give_account(a_rep().id, platform, address)
    with database.look() as work:
        assert work.switchboard.platforms_of(a_rep().id) == ["demo", "slack", "teams"]
        assert work.switchboard.platforms_of(PersonId("karol")) == []
