"""What is done once has no effect when it is repeated."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from handlers.errors import AlreadyDone
from handlers.people import PersonId
from storage import once
from storage.work import Database
from tests.builders import MONDAY_MORNING, a_rep


def rename(database: Database, key: str, name: str) -> bool:
    try:
        with database.open_work(once=key) as work:
            work.people.add(a_rep(name=name, id=PersonId("piotr")))
            work.commit()
    except AlreadyDone:
        return False
    return True


def name_of(database: Database) -> str:
    with database.look() as work:
        return work.people.get(PersonId("piotr")).name


def test_a_repeat_is_told_apart_and_changes_nothing(database: Database) -> None:
    assert rename(database, "press-1", "Piotr One")
    assert not rename(database, "press-1", "Piotr Two")
    assert name_of(database) == "Piotr One"


def test_another_deed_has_its_own_key(database: Database) -> None:
    assert rename(database, "press-1", "Piotr One")
    assert rename(database, "press-2", "Piotr Two")
    assert name_of(database) == "Piotr Two"


def test_a_deed_that_was_undone_may_be_done_again(database: Database) -> None:
    with database.open_work(once="press-1"):
        pass
    assert rename(database, "press-1", "Piotr One")


def test_of_many_repeats_at_once_one_is_done(database: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda n: rename(database, "press-1", f"Piotr {n}"), range(16)))
    assert done.count(True) == 1


def test_keys_of_long_ago_are_forgotten(engine: Engine) -> None:
    with engine.begin() as connection:
        once.claim(connection, "old", MONDAY_MORNING - timedelta(days=15))
        once.claim(connection, "new", MONDAY_MORNING)
        assert once.forget(connection, MONDAY_MORNING - timedelta(days=14)) == 1
        with pytest.raises(AlreadyDone):
            once.claim(connection, "new", MONDAY_MORNING)
