"""How a platform is called about each conversation, and the files that wait in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine

from handlers.parcel import Conversation, Kind, WaitingFile
from storage.cleaning import NightlyCleaning
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock

ANNA = Conversation(
    platform="teams",
    address="anna-id",
    conversation="a:1anna",
    service_url="https://smba.trafficmanager.net/emea/",
    kind=Kind.PERSONAL,
)
SALES = replace(ANNA, address="19:sales", conversation="19:sales", kind=Kind.CHANNEL)
FILE = WaitingFile(
    id="file-1", platform="teams", address="anna-id", name="leads.csv", content=b"a,b\n"
)
SOON = MONDAY_MORNING + timedelta(days=1)


def saw(database: Database, *seen: Conversation) -> None:
    for number, one in enumerate(seen):
        with database.open_work() as work:
            work.conversations.saw(one, MONDAY_MORNING + timedelta(minutes=number))
            work.commit()


def blocked(database: Database, address: str, minutes: int = 0) -> None:
    with database.open_work() as work:
        at = MONDAY_MORNING + timedelta(minutes=minutes)
        work.conversations.blocked("teams", address, at)
        work.commit()


def known(database: Database, address: str, platform: str = "teams") -> Conversation | None:
    with database.look() as work:
        return work.conversations.of(platform, address)


def test_a_conversation_is_given_back_as_it_was_seen(database: Database) -> None:
    assert known(database, ANNA.address) is None
    saw(database, ANNA)
    assert known(database, ANNA.address) == ANNA
    assert known(database, ANNA.address, "slack") is None


def test_what_is_seen_later_takes_the_place_of_what_was_seen_before(database: Database) -> None:
    moved = replace(ANNA, conversation="a:2", service_url="https://smba.trafficmanager.net/amer/")
    saw(database, ANNA, moved)
    assert known(database, ANNA.address) == moved
    with database.look() as work:
        last = work.conversations.last_seen("teams", ANNA.address)
    assert last == MONDAY_MORNING + timedelta(minutes=1)


def test_a_blocked_conversation_is_known_as_such_until_it_is_seen_again(database: Database) -> None:
    saw(database, ANNA, SALES)
    blocked(database, ANNA.address, 1)
    blocked(database, ANNA.address, 2)
    found = known(database, ANNA.address)
    assert found is not None
    assert found.blocked_at == MONDAY_MORNING + timedelta(minutes=1)
    assert known(database, SALES.address) == SALES
    saw(database, ANNA)
    assert known(database, ANNA.address) == ANNA


def test_blocking_a_conversation_that_nobody_knows_does_nothing(database: Database) -> None:
    blocked(database, "nobody")
    assert known(database, "nobody") is None


def test_the_newest_conversations_come_first_and_blocked_ones_not_at_all(
    database: Database,
) -> None:
    other = replace(SALES, address="19:other", conversation="19:other")
    saw(database, SALES, other, ANNA, replace(SALES, platform="elsewhere"))
    with database.look() as work:
        channels = work.conversations.newest("teams", 5, kind=Kind.CHANNEL)
        assert [one.address for one in channels] == ["19:other", "19:sales"]
        assert list(work.conversations.newest("teams", 1)) == [ANNA]
    blocked(database, other.address)
    with database.look() as work:
        assert list(work.conversations.newest("teams", 5, kind=Kind.CHANNEL)) == [SALES]


def test_a_waiting_file_is_given_to_its_person_alone_and_not_after_its_time(
    database: Database,
) -> None:
    with database.open_work() as work:
        work.waiting_files.keep(FILE, SOON)
        work.waiting_files.keep(FILE, SOON)
        work.commit()
    with database.look() as work:
        files = work.waiting_files
        assert files.of("file-1", "teams", "anna-id", MONDAY_MORNING) == FILE
        assert files.of("file-1", "teams", "wei-id", MONDAY_MORNING) is None
        assert files.of("file-1", "slack", "anna-id", MONDAY_MORNING) is None
        assert files.of("file-1", "teams", "anna-id", SOON) is None
    with database.open_work() as work:
        work.waiting_files.drop("file-1", "teams", "wei-id")
        assert work.waiting_files.of("file-1", "teams", "anna-id", MONDAY_MORNING) == FILE
        work.waiting_files.drop("file-1", "teams", "anna-id")
        work.commit()
    with database.look() as work:
        assert work.waiting_files.of("file-1", "teams", "anna-id", MONDAY_MORNING) is None


def test_files_that_nobody_accepted_are_cleaned_away(
    database: Database, engine: Engine, clock: Clock
) -> None:
    with database.open_work() as work:
        work.waiting_files.keep(FILE, SOON)
        work.waiting_files.keep(replace(FILE, id="file-2"), SOON + timedelta(days=5))
        work.commit()
    NightlyCleaning(engine)(SOON + timedelta(hours=1))
    with database.look() as work:
        assert work.waiting_files.of("file-1", "teams", "anna-id", MONDAY_MORNING) is None
        assert work.waiting_files.of("file-2", "teams", "anna-id", MONDAY_MORNING) is not None


def test_a_waiting_files_content_stands_in_no_representation() -> None:
    assert "a,b" not in repr(FILE)
