"""One transaction: all of it or nothing, and each deed once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from handlers.errors import AlreadyDone
from handlers.people import PersonId
from storage import once
from storage.database import open_engine
from storage.work import Database
from tests.builders import Clock, a_rep


def names(database: Database) -> list[str]:
    with database.look() as work:
        return [person.name for person in work.people.everybody()]


def test_what_is_not_committed_never_was(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(a_rep())
    assert names(database) == []


def test_what_fails_half_way_never_was(database: Database) -> None:
    class PowerCut(Exception):
        pass

    def half_way() -> None:
        with database.open_work(once="press 1") as work:
            work.people.add(a_rep())
            raise PowerCut

    with pytest.raises(PowerCut):
        half_way()
    assert names(database) == []
    with database.open_work(once="press 1") as work:
        work.commit()


def test_what_is_committed_stays(database: Database) -> None:
    with database.open_work() as work:
        work.people.add(a_rep())
        work.commit()
    assert names(database) == ["Piotr Rep"]


def test_a_repeat_of_a_deed_has_no_effect(database: Database) -> None:
    with database.open_work(once="press 1") as work:
        work.people.add(a_rep("First Rep"))
        work.commit()
    with pytest.raises(AlreadyDone):
        database.open_work(once="press 1").__enter__()
    with database.open_work(once="press 2") as work:
        work.people.add(a_rep("Second Rep"))
        work.commit()
    assert names(database) == ["First Rep", "Second Rep"]


def test_of_deeds_at_the_same_moment_one_is_done(database: Database) -> None:
    together = threading.Barrier(6)

    def press(number: int) -> bool:
        together.wait(timeout=10)
        try:
            with database.open_work(once="press 1") as work:
                work.people.add(a_rep(f"Rep{number} Rep"))
                work.commit()
        except AlreadyDone:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        done = list(threads.map(press, range(6)))
    assert sorted(done) == [False] * 5 + [True]
    assert len(names(database)) == 1


def test_old_keys_are_forgotten_and_young_ones_kept(
    engine: Engine, database: Database, clock: Clock
) -> None:
    for key in ("old", "young"):
        with database.open_work(once=key) as work:
            work.commit()
        clock.move(days=2)
    with engine.begin() as connection:
        clock.move(days=-3)
        assert once.forget(connection, clock.at) == 1
    with database.open_work(once="old"):
        pass
    with pytest.raises(AlreadyDone):
        database.open_work(once="young").__enter__()


def test_refused_transactions_give_their_connection_back(database: Database) -> None:
    with database.open_work(once="press 1") as work:
        work.commit()
    repeats = [database.open_work(once="press 1") for _ in range(40)]
    for repeat in repeats:
        with pytest.raises(AlreadyDone):
            repeat.__enter__()
    with database.look() as work:
        assert work.people.by_ids([PersonId("x")]) == {}


def test_a_transaction_that_cannot_begin_gives_its_connection_back(
    tmp_path: Path, sqlite_template: Path
) -> None:
    path = tmp_path / "busy.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    busy, waiting = open_engine(f"sqlite:///{path}"), open_engine(f"sqlite:///{path}")
    database = Database(waiting, now=Clock(), new_id=lambda: "id")
    with waiting.connect().execution_options(reads_only=True) as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    work = database.open_work()
    with busy.begin(), pytest.raises(DBAPIError, match="locked"):
        work.__enter__()
    assert waiting.pool.status().endswith("Current Checked out connections: 0")
    for engine in (busy, waiting):
        engine.dispose()
