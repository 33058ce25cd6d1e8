"""How transactions begin on SQLite: at once, or not at all."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import OperationalError

from tests.storage.test_database import keep, kept, sqlite

__all__ = ["sqlite"]
from tests.jottings import jottings


def test_after_a_transaction_that_could_not_begin_the_next_one_is_undone_whole(
    sqlite: Engine,
) -> None:
    with sqlite.connect() as connection:
        driver = connection.connection.cursor()
        driver.execute("PRAGMA query_only=ON")
        with pytest.raises(OperationalError, match="readonly"):
            connection.execute(insert(jottings).values(name="refused", value=1))
        connection.rollback()
        driver.execute("PRAGMA query_only=OFF")
        connection.execute(insert(jottings).values(name="undone", value=1))
        connection.rollback()
    assert kept(sqlite) == {}


def test_a_reader_that_is_told_to_write_takes_the_lock(sqlite: Engine) -> None:
    with sqlite.connect().execution_options(reads_only=True) as connection:
        connection.execute(select(jottings)).all()
        connection.rollback()
        connection.execution_options(reads_only=False)
        connection.execute(insert(jottings).values(name="written", value=1))
        connection.commit()
    keep(sqlite, "after", 1)
    assert set(kept(sqlite)) == {"written", "after"}


def test_a_connection_outside_the_pool_still_knows_that_it_only_reads(sqlite: Engine) -> None:
    with sqlite.connect() as writer:
        writer.execute(insert(jottings).values(name="under way", value=1))
        with sqlite.connect().execution_options(reads_only=True) as reader:
            reader.detach()
            assert reader.execute(select(jottings)).all() == []


def test_a_connection_is_used_again_while_what_it_has_read_still_holds(sqlite: Engine) -> None:
    with sqlite.connect() as older, sqlite.connect() as newer:
        last = newer.connection.dbapi_connection
        older.close()
    with sqlite.connect() as connection:
        assert connection.connection.dbapi_connection is last
