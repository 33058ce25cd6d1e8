"""What a piece of work stands on: a transaction of its own, or its part of one that others share."""

from __future__ import annotations

from threading import Lock
from typing import Protocol, Self

from sqlalchemy import Connection, Engine, RootTransaction


class Spoiled(Exception):
    """Something that shares a transaction had to be undone, and so nothing of it was kept."""


class Transaction(Protocol):
    """Keeps what was done on its connection, or forgets it."""

    @property
    def connection(self) -> Connection:
        """Give the connection on which everything happens."""
        ...

    def keep(self) -> None:
        """Keep what was done."""
        ...

    def end(self, *, failed: bool) -> None:
        """Undo what was not kept, and let go of the connection."""
        ...


class Own:
    """A transaction that nobody shares."""

    def __init__(self, engine: Engine, *, reads_only: bool) -> None:
        """Begin."""
        self.connection = engine.connect()
        try:
            if reads_only:
                self.connection.execution_options(reads_only=True)
            self._transaction = self.connection.begin()
        except BaseException:
            self.connection.close()
            raise

    def keep(self) -> None:
        """Commit."""
        self._transaction.commit()

    def end(self, *, failed: bool) -> None:
        """Roll back what was not committed, and give the connection back."""
        del failed
        self.connection.close()


class Shared:
    """One transaction after another, each for several pieces of work, on a connection that is kept.

    Ten pieces of work that share a commit wait once for the disk. Nearly all of them keep what they
    do, so nothing is prepared for undoing one alone: where one must be undone, all are, and whoever
    did them does each again in a transaction of its own. A transaction begins with the first piece
    that may write: until then, nobody is kept from writing.
    """

    def __init__(self, engine: Engine) -> None:
        """Prepare; nothing has begun."""
        self._engine = engine
        self._in_use = Lock()
        self._connection: Connection | None = None
        self._transaction: RootTransaction | None = None
        self._is_spoiled = False
        self.keeps_something = False

    def part(self, *, reads_only: bool) -> Transaction:
        """Begin the next piece of work; what only reads sees what the others have kept so far.

        Raises `Spoiled` where another one had to be undone.
        """
        if self._is_spoiled:
            raise Spoiled
        if self._transaction is None:
            if reads_only:
                return Own(self._engine, reads_only=True)
            self._connection = self._connection or self._engine.connect()
            self._transaction = self._connection.begin()
        return _Part(self, self._transaction.connection, reads_only=reads_only)

    def spoil(self) -> None:
        """Let nothing of this transaction be kept."""
        self._is_spoiled = True

    def __enter__(self) -> Self:
        """Nothing begins before it is needed."""
        self._in_use.acquire()
        self.keeps_something = self._is_spoiled = False
        return self

    def __exit__(self, *_: object) -> None:
        """Commit what the parts kept, or raise and have kept nothing: `Spoiled` where one was undone."""
        transaction, self._transaction = self._transaction, None
        try:
            if transaction is not None:
                self._end(transaction)
        except BaseException:
            self._give_back()  # who knows what is left of it
            raise
        finally:
            self._in_use.release()
        if self._is_spoiled:
            raise Spoiled

    def _end(self, transaction: RootTransaction) -> None:
        if self.keeps_something and not self._is_spoiled:
            transaction.commit()
        else:
            transaction.rollback()

    def close(self) -> None:
        """Give the connection back, from any thread, once no transaction is under way on it."""
        with self._in_use:
            self._give_back()

    def _give_back(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class _Part:
    """A piece of work in a transaction that others share, which stands or falls with it."""

    def __init__(self, shared: Shared, connection: Connection, *, reads_only: bool) -> None:
        self.connection = connection
        self._shared = shared
        self._needs_undoing = not reads_only

    def keep(self) -> None:
        self._needs_undoing = False
        self._shared.keeps_something = True

    def end(self, *, failed: bool) -> None:
        if failed or self._needs_undoing:
            self._shared.spoil()
