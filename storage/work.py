"""One transaction over everything that is remembered."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from handlers.work import NewId, Now
from storage import once
from storage.leads import SqlLeads
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.questions import SqlQuestions


class SqlWork:
    """All repositories on one connection; what is not committed is undone."""

    def __init__(
        self, engine: Engine, *, now: Now, new_id: NewId, key: str | None, reads_only: bool
    ) -> None:
        """Prepare; the transaction begins with ``with``."""
        self._engine = engine
        self._now = now
        self._new_id = new_id
        self._key = key
        self._reads_only = reads_only

    def __enter__(self) -> Self:
        """Begin, and raise `AlreadyDone` when the once-key is taken."""
        self._connection = self._engine.connect().execution_options(reads_only=self._reads_only)
        self._transaction = self._connection.begin()
        self.people = SqlPeople(self._connection)
        self.leads = SqlLeads(self._connection)
        self.questions = SqlQuestions(self._connection)
        self.outbox = SqlOutbox(self._connection, now=self._now, new_id=self._new_id)
        if self._key is not None:
            try:
                once.claim(self._connection, self._key, self._now())
            except BaseException:
                self._connection.close()
                raise
        return self

    def commit(self) -> None:
        """Keep everything that was done."""
        self._transaction.commit()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed, and give the connection back."""
        self._connection.close()


class Database:
    """Opens transactions; handlers see only the methods they ask for."""

    def __init__(self, engine: Engine, *, now: Now, new_id: NewId) -> None:
        """Keep what every transaction needs."""
        self.engine = engine
        self._now = now
        self._new_id = new_id

    def open_work(self, once: str | None = None) -> SqlWork:
        """Begin a transaction that may write; `once` names a deed that must not be done twice."""
        return SqlWork(self.engine, now=self._now, new_id=self._new_id, key=once, reads_only=False)

    def look(self) -> SqlWork:
        """Begin a transaction that only reads and holds up no writer."""
        return SqlWork(self.engine, now=self._now, new_id=self._new_id, key=None, reads_only=True)
