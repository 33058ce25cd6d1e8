"""Takes in what a CRM exported: gathers it beside our copy of the leads, then brings the copy up to date at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Self, TypeVar, cast

from sqlalchemy import Connection, Engine

from handlers.crm import Batch, Cell, Column, CrmCampaign, CrmOwner, RecordKind, Settled, Written
from handlers.work import Now
from storage.bulk import Value, write_rows
from storage.import_changes import Told
from storage.import_joining import Joining
from storage.import_tables import (
    LINES,
    incoming,
    incoming_accounts,
    incoming_activities,
    incoming_contacts,
    incoming_leads,
)
from storage.import_writing import Names, Writing
from storage.moment import EPOCH, MICROSECOND

MOMENTS = frozenset(
    [
        *(Column.CREATED_AT, Column.ASSIGNED_AT, Column.FIRST_TOUCH_AT, Column.LAST_TOUCH_AT),
        *(Column.CONVERTED_AT, Column.STATUS_AT, Column.AT),
    ]
)
Name = TypeVar("Name", CrmOwner, CrmCampaign)

_TABLES = {
    RecordKind.LEAD: incoming_leads,
    RecordKind.DEAL: incoming_leads,
    RecordKind.CONTACT: incoming_contacts,
    RecordKind.ACCOUNT: incoming_accounts,
    RecordKind.ACTIVITY: incoming_activities,
}
_WIDE_CACHE = "PRAGMA cache_size=-80000"
"""A large import touches every index in random order; pages that do not fit are written again and again."""
_NO_MAP = "PRAGMA mmap_size=0"
"""A mapped database would count as our memory while every page of it changes."""

_WIDE_JOINS = ("SET work_mem = '64MB'", "SET jit = off")
"""A million leads are joined from memory; the default of 4 MB would look each of them up."""


def _nothing_more(connection: Connection) -> None:
    """Do nothing besides the import."""
    del connection


@dataclass(frozen=True, slots=True)
class SqlImport:
    """Where imports go; each works on a connection of its own."""

    engine: Engine
    now: Now

    def begin(self, system: str) -> SqlIncoming:
        """Prepare an import from one CRM."""
        return SqlIncoming(self.engine, system=system, at=self.now())


@dataclass(slots=True)
class SqlIncoming:
    """An import under way.

    Until `write` only temporary tables are filled, so that no other writer waits. `write` is one transaction
    of set statements. A crash before its end leaves the database as it was, since the temporary tables
    vanish with their connection.
    """

    engine: Engine
    system: str
    at: datetime
    whole: bool = False
    """Each record tells all of its lead's fields, so that an empty one is empty in the CRM as well."""
    sighting: int | None = None
    """That of leads which are compared with their CRM together; None for one of its own."""
    _owners: dict[CrmOwner, int] = field(default_factory=dict[CrmOwner, int])
    _campaigns: dict[CrmCampaign, int] = field(default_factory=dict[CrmCampaign, int])
    _fed: set[Column] = field(default_factory=set[Column])
    _kinds: set[RecordKind] = field(default_factory=set[RecordKind])
    _weak: set[str] = field(default_factory=set[str])
    _connection: Connection = field(init=False)

    def __enter__(self) -> Self:
        """Take a connection that will not go back to the pool, and lay out the temporary tables."""
        self._connection = self.engine.connect().execution_options(
            reads_only=True, postgresql_readonly=False
        )
        self._connection.detach()
        try:
            if self.engine.dialect.name == "sqlite":
                self._connection.exec_driver_sql(_WIDE_CACHE)
                self._connection.exec_driver_sql(_NO_MAP)
            else:
                for setting in _WIDE_JOINS:
                    self._connection.exec_driver_sql(setting)
            incoming.create_all(self._connection, checkfirst=False)
        except BaseException:
            self._connection.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed; the temporary tables go with the connection."""
        self._connection.close()

    def add(self, batch: Batch) -> None:
        """Put records beside our copy."""
        if not batch.lines:
            return
        columns = {name: self._stored(name, column) for name, column in batch.columns.items()}
        first = batch.file << LINES
        numbers = [first + line for line in batch.lines]
        names = ["n", *(_stored_name(name) for name in columns)]
        stored: list[Sequence[Value]] = [numbers, *columns.values()]
        if batch.kind is RecordKind.DEAL:
            names.append("follows")
            stored.append([1] * len(numbers))
        table = _TABLES[batch.kind].name
        write_rows(self._connection, table, names, zip(*stored, strict=True))
        self._remember(batch)

    def _remember(self, batch: Batch) -> None:
        self._kinds.add(batch.kind)
        if batch.kind in {RecordKind.LEAD, RecordKind.DEAL, RecordKind.CONTACT, RecordKind.ACCOUNT}:
            self._fed |= batch.columns.keys()
        if batch.kind is RecordKind.ACTIVITY:
            self._fed |= {Column.FIRST_TOUCH_AT, Column.LAST_TOUCH_AT}
        known_by = batch.columns.get(Column.KNOWN_BY, ())
        self._weak |= cast("set[str]", set(known_by)) - {"id"}

    def _stored(self, name: Column, column: Sequence[Cell]) -> Sequence[Value]:
        if name in MOMENTS:
            moments = cast("Sequence[datetime | None]", column)
            return [None if at is None else (at - EPOCH) // MICROSECOND for at in moments]
        if name is Column.OWNER:
            return _numbered(cast("Sequence[CrmOwner | None]", column), self._owners)
        if name is Column.CAMPAIGN:
            return _numbered(cast("Sequence[CrmCampaign | None]", column), self._campaigns)
        return cast("Sequence[Value]", column)

    def settle(self) -> Settled:
        """Join the records with each other and tell what belongs to no lead."""
        joining = Joining(self._connection, system=self.system, at=self.at)
        settled = joining.settle(self._kinds, self._weak)
        self._connection.commit()
        return settled

    def write(self, within: Callable[[Connection], None] = _nothing_more) -> Written:
        """Bring our copy up to date in one transaction, with what else is to be done `within` it."""
        self._connection.commit()
        self._connection.execution_options(reads_only=False)
        writing = Writing(
            self._connection,
            system=self.system,
            at=self.at,
            told=Told(fed=frozenset(self._fed), whole=self.whole),
            sighting=self.sighting,
        )
        with self._connection.begin():
            written = writing.write(Names(owners=self._owners, campaigns=self._campaigns))
            within(self._connection)
            return written


def _stored_name(column: Column) -> str:
    return {Column.OWNER: "owner_no", Column.CAMPAIGN: "campaign_no"}.get(column, column.value)


def _numbered(column: Sequence[Name | None], known: dict[Name, int]) -> Sequence[int | None]:
    """Give each name its number, a new one where it has none."""
    return [None if one is None else known.setdefault(one, len(known)) for one in column]
