"""Pieces of work that share a transaction, and transactions that share a connection."""

from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy import Engine, insert
from sqlalchemy.exc import IntegrityError

from storage.transactions import Shared
from tests.jottings import jottings
from tests.storage.test_database import keep, kept, promise, sqlite

__all__ = ["sqlite"]


def jot(shared: Shared, name: str) -> object:
    """Write something down in a part of its own, and give the driver's connection."""
    part = shared.part(reads_only=False)
    part.connection.execute(insert(jottings).values(name=name, value=1))
    part.keep()
    return part.connection.connection.dbapi_connection


def break_promise(shared: Shared) -> None:
    """Write down what cannot be committed."""
    with shared:
        part = shared.part(reads_only=False)
        part.connection.exec_driver_sql("INSERT INTO promises VALUES (5)")
        part.keep()


def test_one_transaction_after_another_uses_one_connection_and_leaves_others_their_turn(
    sqlite: Engine,
) -> None:
    with closing(Shared(sqlite)) as shared:
        with shared:
            first = jot(shared, "one")
        keep(sqlite, "between", 1)
        with shared:
            assert jot(shared, "two") is first
    assert set(kept(sqlite)) == {"one", "between", "two"}


def test_what_one_transaction_kept_does_not_make_the_next_one_commit(sqlite: Engine) -> None:
    with closing(Shared(sqlite)) as shared:
        with shared:
            jot(shared, "kept")
        with shared:
            shared.part(reads_only=False).end()
        assert not shared.keeps_something
    assert set(kept(sqlite)) == {"kept"}


def test_after_a_commit_that_failed_the_next_transaction_begins_afresh(sqlite: Engine) -> None:
    promise(sqlite)
    with closing(Shared(sqlite)) as shared:
        with pytest.raises(IntegrityError):
            break_promise(shared)
        with shared:
            jot(shared, "after")
    assert set(kept(sqlite)) == {"after"}
