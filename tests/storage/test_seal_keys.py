"""The key of sealed buttons is made once, whoever starts first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import Engine

from storage.seal_keys import SqlSealKeys
from storage.work import Database

STARTING = 6


def test_a_key_is_made_at_first_use_and_stays(database: Database) -> None:
    keys = SqlSealKeys(database.engine, now=database.now)
    assert keys.of("teams", b"first") == b"first"
    assert keys.of("teams", b"second") == b"first"
    assert SqlSealKeys(database.engine, now=database.now).of("teams", b"third") == b"first"


def test_each_platform_has_a_key_of_its_own(database: Database) -> None:
    keys = SqlSealKeys(database.engine, now=database.now)
    assert keys.of("teams", b"one") != keys.of("another", b"two")


def test_all_who_start_at_once_end_with_one_key(database: Database, engine: Engine) -> None:
    together = Barrier(STARTING)

    def start(number: int) -> bytes:
        together.wait()
        return SqlSealKeys(engine, now=database.now).of("teams", bytes([number]) * 32)

    with ThreadPoolExecutor(STARTING) as threads:
        found = set(threads.map(start, range(STARTING)))
    assert len(found) == 1
    assert SqlSealKeys(engine, now=database.now).of("teams", b"late") in found
