"""One transaction over everything that is remembered."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from threading import local
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, text

from handlers.digests.counting import AGREED_HOURS
from handlers.work import NewId, Now
from storage import once
from storage.agenda import SqlAgenda
from storage.conversations import SqlConversations
from storage.database import is_passing
from storage.definition import SqlDefinitions
from storage.digests import SqlDigests
from storage.envelopes import SqlEnvelopes
from storage.findings import SqlFindings
from storage.flags import SqlFlags
from storage.leads import SqlLeads
from storage.mapping import SqlMappings
from storage.nudges import SqlNudges
from storage.outbox import SqlOutbox
from storage.overview import SqlOverview
from storage.people import SqlPeople
from storage.questions import SqlQuestions
from storage.rehearsals import SqlRehearsals
from storage.roster import SqlRoster
from storage.switchboard import SqlSwitchboard
from storage.transactions import Own, Shared, Transaction
from storage.trials import SqlTrials
from storage.undelivered import SqlUndelivered
from storage.waiting_files import SqlWaitingFiles
from storage.write_backs import SqlWriteBacks


class _Sharing(local):
    """What each thread shares now."""

    shared: Shared | None = None


class SqlWork:
    """All repositories on one connection; what is not committed is undone."""

    def __init__(self, of: Database, *, key: str | None, reads_only: bool) -> None:
        """Prepare; the transaction begins with ``with``."""
        self._of = of
        self._key = key
        self._reads_only = reads_only

    def __enter__(self) -> Self:
        """Begin, and raise `AlreadyDone` when the once-key is taken."""
        self._transaction = self._of.begin(reads_only=self._reads_only)
        try:
            self._furnish()
        except BaseException:
            self._transaction.end(failed=True)
            raise
        return self

    def _furnish(self) -> None:
        self._connection = self._transaction.connection
        self.people = SqlPeople(self._connection)
        self.roster = SqlRoster(self._connection, self.people)
        self.leads = SqlLeads(self._connection)
        self.mappings = SqlMappings(self._connection, now=self._of.now)
        self.writes = SqlWriteBacks(self._connection)
        self.envelopes = SqlEnvelopes(self._connection)
        self.nudges = SqlNudges(self._connection)
        self.rehearsals = SqlRehearsals(self._connection)
        self.trials = SqlTrials(self._connection)
        self.questions = SqlQuestions(self._connection)
        self.definitions = SqlDefinitions(self._connection)
        self.flags = SqlFlags(self._connection)
        self.findings = SqlFindings(self._connection)
        self.overview = SqlOverview(self._connection)
        self.switchboard = SqlSwitchboard(self._connection)
        self.conversations = SqlConversations(self._connection)
        self.waiting_files = SqlWaitingFiles(self._connection)
        self.undelivered = SqlUndelivered(self._connection, now=self._of.now)
        self.agenda = SqlAgenda(self._connection)
        self.digests = SqlDigests(
            self._connection,
            self.definitions,
            self.findings,
            agreed_hours=self._of.agreed_hours,
        )
        self.outbox = SqlOutbox(self._connection, now=self._of.now, new_id=self._of.new_id)
        if self._key is not None:
            once.claim(self._connection, self._key, self._of.now())

    def commit(self) -> None:
        """Keep everything that was done."""
        self._transaction.keep()
        self._of.kept()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed, and give the connection back."""
        self._transaction.end(failed=error is not None)


class Database:
    """Opens transactions; handlers see only the methods they ask for."""

    def __init__(
        self,
        engine: Engine,
        *,
        now: Now,
        new_id: NewId,
        committed: Callable[[], None] = lambda: None,
        agreed_hours: int = AGREED_HOURS,
    ) -> None:
        """Keep what every transaction needs; `committed` hears of each commit.

        `agreed_hours` are the business hours from hand-over to the first touch that both teams want.
        """
        self.engine = engine
        self.now = now
        self.new_id = new_id
        self.committed = committed
        self.agreed_hours = agreed_hours
        self._sharing = _Sharing()
        self._held: set[Shared] = set()

    def open_work(self, once: str | None = None) -> SqlWork:
        """Begin a transaction that may write; `once` names a deed that must not be done twice."""
        return SqlWork(self, key=once, reads_only=False)

    def look(self) -> SqlWork:
        """Begin a transaction that only reads and holds up no writer."""
        return SqlWork(self, key=None, reads_only=True)

    @property
    def writes_in_turn(self) -> bool:
        """Tell whether a second thread that writes would only wait for the first, as on SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def together(self) -> Generator[Callable[[], AbstractContextManager[None]]]:
        """Keep a connection for this thread, and give what commits at once whatever it commits inside.

        Where a piece of work is not committed, or fails, the end raises and nothing was kept: each
        is then to be done again, outside.
        """
        shared = Shared(self.engine)
        self._held.add(shared)
        try:
            yield partial(self._sharing_commits, shared)
        finally:
            shared.close()
            self._held.discard(shared)

    @contextmanager
    def _sharing_commits(self, shared: Shared) -> Generator[None]:
        with shared:
            self._sharing.shared = shared
            try:
                yield
            finally:
                self._sharing.shared = None
        if shared.keeps_something:
            self.committed()

    def begin(self, *, reads_only: bool) -> Transaction:
        """Begin a transaction, or this thread's next part of the one that is shared."""
        if self._sharing.shared is None:
            return Own(self.engine, reads_only=reads_only)
        return self._sharing.shared.part(reads_only=reads_only)

    def kept(self) -> None:
        """Tell whoever listens of a commit; one that is shared is told when it is done."""
        if self._sharing.shared is None:
            self.committed()

    @staticmethod
    def is_passing(error: Exception) -> bool:
        """Tell an error that may be over in a minute from a fault."""
        return is_passing(error)

    def close(self) -> None:
        """Let go of all connections."""
        for shared in tuple(self._held):
            shared.close()
        self.engine.dispose()

    def answers(self) -> bool:
        """Tell whether the database can be read."""
        with self.engine.connect() as connection:
            return bool(connection.execute(text("SELECT 1")).scalar_one() == 1)
