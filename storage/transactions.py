"""What a piece of work stands on: a transaction of its own, or its part of one that others share."""

from __future__ import annotations

from threading import Lock
from typing import Protocol, Self

from sqlalchemy import Connection, Engine, RootTransaction


class Transaction(Protocol):
    """Keeps what was done on its connection, or forgets it."""

    @property
    def connection(self) -> Connection:
        """Give the connection on which everything happens."""
        ...

    def keep(self) -> None:
        """Keep what was done."""
        ...

    def end(self) -> None:
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

    def end(self) -> None:
        """Roll back what was not committed, and give the connection back."""
        self.connection.close()


class Shared:
    """One transaction after another, each for several pieces of work, on a connection that is kept.

    On SQLite a commit waits for the disk, so ten pieces of work that share one wait once. A
    transaction begins with the first of them that may write: until then, nobody is kept from writing.
    """

    def __init__(self, engine: Engine) -> None:
        """Prepare; nothing has begun."""
        self._engine = engine
        self._in_use = Lock()
        self._connection: Connection | None = None
        self._transaction: RootTransaction | None = None
        self.keeps_something = False

    def part(self, *, reads_only: bool) -> Transaction:
        """Begin the next piece of work; what only reads sees what the others have kept so far."""
        if self._transaction is None:
            if reads_only:
                return Own(self._engine, reads_only=True)
            self._connection = self._connection or self._engine.connect()
            self._transaction = self._connection.begin()
        return _Part(self, self._transaction.connection)

    def __enter__(self) -> Self:
        """Nothing begins before it is needed."""
        self._in_use.acquire()
        self.keeps_something = False
        return self

    def __exit__(self, *_: object) -> None:
        """Commit what the parts kept."""
        transaction, self._transaction = self._transaction, None
        try:
            if transaction is not None and self.keeps_something:
                transaction.commit()
            elif transaction is not None:
                transaction.rollback()
        except BaseException:
            self._give_back()  # who knows what is left of it
            raise
        finally:
            self._in_use.release()

    def close(self) -> None:
        """Give the connection back, from any thread, once no transaction is under way on it."""
        with self._in_use:
            self._give_back()

    def _give_back(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class _Part:
    """What can be undone alone, down to where it began."""

    def __init__(self, shared: Shared, connection: Connection) -> None:
        self.connection = connection
        self._shared = shared
        self._is_kept = False
        self._say("SAVEPOINT part")

    def keep(self) -> None:
        self._say("RELEASE part")
        self._is_kept = self._shared.keeps_something = True

    def end(self) -> None:
        if not self._is_kept:
            self._say("ROLLBACK TO part")
            self._say("RELEASE part")

    def _say(self, word: str) -> None:
        """Speak to the driver: a nested transaction of SQLAlchemy costs a tenth of a press."""
        cursor = self.connection.connection.cursor()
        cursor.execute(word)
        cursor.close()
