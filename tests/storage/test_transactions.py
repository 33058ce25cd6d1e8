"""Pieces of work that share a transaction, and transactions that share a connection."""

from __future__ import annotations

from contextlib import closing, suppress

import pytest
from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.transactions import Shared, Spoiled
from tests.jottings import jottings
from tests.storage.test_database import engine, keep, kept, promise, sqlite

__all__ = ["engine", "sqlite"]


def jot(shared: Shared, name: str) -> object:
    """Write something down in a part of its own, and give the driver's connection."""
    part = shared.part(reads_only=False)
    write(part.connection, name)
    part.keep()
    part.end(failed=False)
    return part.connection.connection.dbapi_connection


def write(connection: Connection, name: str) -> None:
    connection.execute(insert(jottings).values(name=name, value=1))


def spoil(shared: Shared) -> None:
    """Keep something, and then leave something undone."""
    with shared:
        jot(shared, "kept")
        part = shared.part(reads_only=False)
        write(part.connection, "undone")
        part.end(failed=False)


def break_promise(shared: Shared) -> None:
    """Write down what cannot be committed."""
    with shared:
        part = shared.part(reads_only=False)
        part.connection.exec_driver_sql("INSERT INTO promises VALUES (5)")
        part.keep()


def look_for_nothing(shared: Shared) -> None:
    """Keep something, and look for something that is not there."""
    with shared:
        jot(shared, "kept")
        look = shared.part(reads_only=True)
        with pytest.raises(DBAPIError):
            look.connection.exec_driver_sql("SELECT * FROM nowhere")
        look.end(failed=True)


def test_one_transaction_after_another_uses_one_connection_and_leaves_others_their_turn(
    engine: Engine,
) -> None:
    with closing(Shared(engine)) as shared:
        with shared:
            first = jot(shared, "one")
        keep(engine, "between", 1)
        with shared:
            assert jot(shared, "two") is first
    assert set(kept(engine)) == {"one", "between", "two"}


def test_where_one_is_undone_none_is_kept(engine: Engine) -> None:
    with closing(Shared(engine)) as shared, pytest.raises(Spoiled):
        spoil(shared)
    assert kept(engine) == {}


def test_nothing_begins_where_one_was_undone(engine: Engine) -> None:
    with closing(Shared(engine)) as shared, suppress(Spoiled), shared:
        shared.part(reads_only=False).end(failed=True)
        for reads_only in (True, False):
            with pytest.raises(Spoiled):
                shared.part(reads_only=reads_only)


def test_after_one_that_was_undone_the_next_transaction_keeps_its_own(engine: Engine) -> None:
    with closing(Shared(engine)) as shared:
        with pytest.raises(Spoiled):
            spoil(shared)
        with shared:
            jot(shared, "after")
    assert set(kept(engine)) == {"after"}


def test_a_look_sees_what_the_others_kept_and_spoils_nothing(engine: Engine) -> None:
    with closing(Shared(engine)) as shared, shared:
        jot(shared, "kept")
        look = shared.part(reads_only=True)
        assert look.connection.execute(select(jottings.c.name)).scalar_one() == "kept"
        look.end(failed=False)
    assert set(kept(engine)) == {"kept"}


def test_nobody_is_told_that_something_was_kept_after_a_look_that_failed(engine: Engine) -> None:
    with closing(Shared(engine)) as shared, pytest.raises(Spoiled):
        look_for_nothing(shared)
    assert kept(engine) == {}


def test_what_one_transaction_kept_does_not_make_the_next_one_commit(engine: Engine) -> None:
    with closing(Shared(engine)) as shared:
        with shared:
            jot(shared, "kept")
        with shared:
            shared.part(reads_only=True).end(failed=False)
        assert not shared.keeps_something
    assert set(kept(engine)) == {"kept"}


def test_after_a_commit_that_failed_the_next_transaction_begins_afresh(sqlite: Engine) -> None:
    promise(sqlite)
    with closing(Shared(sqlite)) as shared:
        with pytest.raises(IntegrityError):
            break_promise(shared)
        with shared:
            jot(shared, "after")
    assert set(kept(sqlite)) == {"after"}
