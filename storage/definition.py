"""The versions of the definition, and what flags say about its criteria."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    Signature,
    State,
    Test,
    Version,
)
from handlers.definition.work import Rejections
from handlers.errors import NotFound
from handlers.lead import LeadId
from handlers.people import PersonId, Side
from handlers.phrase import say
from storage import due
from storage.lead_fields import SqlLeadFields
from storage.lead_rows import Rows
from storage.rejections import rejected_leads, rejections
from storage.schema import (
    definition_criteria,
    definition_signatures,
    definition_versions,
    due_slots,
)

DRIFT = "definition-drift"
"""The job that uses up a slot a week."""

DEFINITION_LOCK = 7_301_911_551
"""Any number that is no other lock's."""

_V, _C = definition_versions.c, definition_criteria.c
_SALES, _MARKETING = definition_signatures.alias("sales"), definition_signatures.alias("marketing")


def _signed(by: Any, side: Side) -> ColumnElement[bool]:
    return and_(by.c.version == _V.number, by.c.side == side.value)


_VERSIONS: Rows = (
    select(
        definition_versions,
        _SALES.c.person_id.label("sales_by"),
        _SALES.c.at.label("sales_at"),
        _MARKETING.c.person_id.label("marketing_by"),
        _MARKETING.c.at.label("marketing_at"),
        _C.id,
        _C.words,
        _C.field,
        _C.operator,
        _C.operands,
        _C.covers,
    )
    .outerjoin_from(definition_versions, _SALES, _signed(_SALES, Side.SALES))
    .outerjoin(_MARKETING, _signed(_MARKETING, Side.MARKETING))
    .outerjoin(definition_criteria, _C.version == _V.number)
)
"""A row for each criterion, and one for a version without any."""


class SqlDefinitions:
    """The versions of the definition, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._fields = SqlLeadFields(connection)

    def hold(self) -> None:
        """Let no other transaction change the definition until this one ends; SQLite has seen to it."""
        if self._connection.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(:number)")
            self._connection.execute(lock, {"number": DEFINITION_LOCK})

    # versions

    def add(self, version: Version) -> None:
        """Keep a new version."""
        self._connection.execute(insert(definition_versions), _values(version))
        self._write_parts(version)

    def next_number(self) -> int:
        """Give the number of the next proposal."""
        highest = select(func.coalesce(func.max(_V.number), 0))
        return int(self._connection.execute(highest).scalar_one()) + 1

    def get(self, number: int) -> Version:
        """Give a version, or raise `NotFound`."""
        found = self._versions(_V.number == number)
        if not found:
            raise NotFound(say("definition-no-such-version"))
        return found[0]

    def keep(self, version: Version) -> None:
        """Keep a version's newest text, state and signatures."""
        this = _V.number == version.number
        self._connection.execute(update(definition_versions).where(this).values(_values(version)))
        for parts in (definition_criteria, definition_signatures):
            self._connection.execute(delete(parts).where(parts.c.version == version.number))
        self._write_parts(version)

    def _write_parts(self, version: Version) -> None:
        criteria = [
            _criterion_values(version.number, place, one)
            for place, one in enumerate(version.criteria)
        ]
        if criteria:
            self._connection.execute(insert(definition_criteria), criteria)
        signatures = [
            {"version": version.number, "side": one.side.value, "person_id": one.by, "at": one.at}
            for one in version.signatures
        ]
        if signatures:
            self._connection.execute(insert(definition_signatures), signatures)

    def in_force(self, at: datetime) -> Version | None:
        """Give the version that was in force at a moment."""
        since, until = _V.in_force_from, _V.in_force_until
        found = self._versions(and_(since <= at, or_(until.is_(None), until > at)))
        return found[0] if found else None

    def ever_in_force(self) -> Sequence[Version]:
        """List the versions that are or were in force, newest first."""
        return self._versions(_V.in_force_from.is_not(None))

    def proposed(self) -> Sequence[Version]:
        """List the proposals that wait for signatures, oldest first."""
        return self._versions(_V.state == State.PROPOSED.value)[::-1]

    def all(self) -> Sequence[Version]:
        """List all versions, newest first; drafts among them."""
        return self._versions()

    def _versions(self, *which: ColumnElement[bool]) -> Sequence[Version]:
        ordered = _VERSIONS.where(*which).order_by(_V.number.desc(), _C.position)
        rows = self._connection.execute(ordered).all()
        return [_version(list(some)) for _, some in groupby(rows, key=attrgetter("number"))]

    # the fields of leads

    def fields(self) -> Sequence[str]:
        """List the fields that leads have."""
        return self._fields.names()

    def still_there(self, fields: Iterable[str]) -> Collection[str]:
        """Tell which of these fields any of the newest leads has."""
        return self._fields.still_there(fields)

    def values(self, field: str, most: int) -> Sequence[str]:
        """List the values that a field has among the newest leads, most used first."""
        return self._fields.values(field, most)

    def read(self, wanted: Iterable[LeadId]) -> Mapping[LeadId, Mapping[str, str]]:
        """Give the fields of these leads, as far as they say anything."""
        return self._fields.read(wanted)

    def newest(self, since: datetime, most: int) -> Sequence[LeadId]:
        """List the newest leads that were created since a moment."""
        return self._fields.newest(since, most)

    # drift

    def rejections(self, since: datetime, until: datetime) -> Rejections:
        """Count the flags that reject or disqualify a lead, without those taken back."""
        return rejections(self._connection, since, until)

    def rejected_leads(
        self, reason: str, since: datetime, until: datetime, *, most: int
    ) -> Sequence[str]:
        """Name the newest leads that missed no criterion and were rejected for a reason."""
        return rejected_leads(self._connection, reason, (since, until), most)

    def looked_for_drift(self, week: date) -> bool:
        """Tell whether drift was looked for in the week of this Monday."""
        slot = select(due_slots.c.at).where(
            due_slots.c.job == DRIFT, due_slots.c.local_date == week
        )
        return self._connection.execute(slot).first() is not None

    def note_drift(self, week: date, at: datetime) -> bool:
        """Note that drift was looked for, and tell whether this transaction was the first to."""
        return due.take(self._connection, job=DRIFT, local_date=week, destination="", at=at)


def _values(version: Version) -> Mapping[str, object]:
    return {
        "number": version.number,
        "state": version.state.value,
        "proposed_by": version.proposed_by,
        "proposed_at": version.proposed_at,
        "why": version.why,
        "in_force_from": version.in_force_from,
        "in_force_until": version.in_force_until,
        "based_on": version.based_on,
        "revision": version.revision,
        "withdrawn_at": version.withdrawn_at,
        "withdrawn_why": version.withdrawn_why,
    }


def _criterion_values(number: int, place: int, one: Criterion) -> Mapping[str, object]:
    test = one.test
    return {
        "version": number,
        "position": place,
        "id": one.id,
        "words": one.words,
        "field": None if test is None else test.field,
        "operator": None if test is None else test.operator.value,
        "operands": [] if test is None else list(test.values),
        "covers": list(one.covers),
    }


def _version(rows: Sequence[Row[Any]]) -> Version:
    row = rows[0]
    return Version(
        number=row.number,
        criteria=tuple(_criterion(one) for one in rows if one.id is not None),
        state=State(row.state),
        proposed_by=None if row.proposed_by is None else PersonId(row.proposed_by),
        proposed_at=row.proposed_at,
        why=row.why,
        signatures=_signatures(row),
        in_force_from=row.in_force_from,
        in_force_until=row.in_force_until,
        based_on=row.based_on,
        revision=row.revision,
        withdrawn_at=row.withdrawn_at,
        withdrawn_why=row.withdrawn_why,
    )


def _signatures(row: Row[Any]) -> tuple[Signature, ...]:
    """Give the signatures in the order in which they were given."""
    both = (
        (Side.SALES, row.sales_by, row.sales_at),
        (Side.MARKETING, row.marketing_by, row.marketing_at),
    )
    given = [Signature(side, PersonId(by), at) for side, by, at in both if by is not None]
    return tuple(sorted(given, key=attrgetter("at")))


def _criterion(row: Row[Any]) -> Criterion:
    test = None
    if row.field is not None:
        test = Test(field=row.field, operator=Operator(row.operator), values=tuple(row.operands))
    return Criterion(id=CriterionId(row.id), words=row.words, test=test, covers=tuple(row.covers))
