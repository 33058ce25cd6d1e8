"""The queue of what is written back to CRMs: claimed with a lease, moved by its version, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from handlers.errors import NotFound, Stale
from handlers.lead import LeadId
from handlers.people import PersonId
from handlers.phrase import say
from handlers.writing.model import Bundle, Queue, WriteBack, WriteId, WriteState
from handlers.writing.settling import NEEDS_THE_PERSON
from storage.schema import leads, write_backs

_OWN = write_backs.c
_NAMES = {"lead": "lead_id", "by": "person_id"}
"""What the nouns call differently."""
_KEPT = [column for column in _OWN if column.name not in {"not_before", "held_until"}]
_WAITING = _OWN.state == WriteState.WAITING.value
_OLDEST_FIRST = (_OWN.at, _OWN.person_id, _OWN.id)


class SqlWriteBacks:
    """The queue, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    # writing

    def add(self, writes: Iterable[WriteBack]) -> None:
        """Keep what a person confirmed."""
        self._connection.execute(insert(write_backs), [_row(one) for one in writes])

    def move(
        self,
        write: WriteBack,
        *,
        held_until: datetime | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Keep a newer form of a write-back; raise `Stale` where somebody else was faster."""
        values = _row(write) | {"held_until": held_until, "not_before": not_before}
        same = (_OWN.id == write.id, _OWN.version == write.version - 1)
        moved = self._connection.execute(update(write_backs).where(*same).values(values))
        if moved.rowcount != 1:
            raise Stale(say("writing-stale"))

    def is_due(self, system: str, at: datetime) -> bool:
        """Tell whether anything may leave; it only reads."""
        return self._connection.execute(_due(system, at).limit(1)).first() is not None

    def claim(self, system: str, *, at: datetime, until: datetime, most: int) -> Sequence[Bundle]:
        """Take bundles that may leave, the oldest of each lead, and hold them until then."""
        heads = (
            _due(system, at)
            .order_by(*_OLDEST_FIRST)
            .limit(most)
            .with_for_update(of=write_backs, skip_locked=True)
        )
        keys = list(dict.fromkeys(tuple(row) for row in self._connection.execute(heads)))
        return [self._held(bundle, until) for bundle in self._bundles(keys, _WAITING)]

    def _held(self, bundle: Bundle, until: datetime) -> Bundle:
        claimed = tuple(one.claimed() for one in bundle.writes)
        for one in claimed:
            self.move(one, held_until=until)
        return Bundle(claimed)

    # reading

    def bundle(self, write: WriteId) -> Bundle:
        """Give a write-back with all that was confirmed with it, or raise `NotFound`."""
        which = select(_OWN.lead_id, _OWN.person_id, _OWN.at).where(_OWN.id == write)
        row = self._connection.execute(which).first()
        if row is None:
            raise NotFound(say("writing-stale"))
        return self._bundles([tuple(row)])[0]

    def _bundles(
        self, keys: Sequence[tuple[Any, ...]], *which: ColumnElement[bool]
    ) -> Sequence[Bundle]:
        found: dict[tuple[Any, ...], list[WriteBack]] = {key: [] for key in keys}
        if keys:
            together = tuple_(_OWN.lead_id, _OWN.person_id, _OWN.at).in_(keys)
            for one in self._read(together, *which):
                found[one.lead, one.by, one.at].append(one)
        return [Bundle(tuple(writes)) for writes in found.values() if writes]

    def _read(self, *which: ColumnElement[bool]) -> Sequence[WriteBack]:
        rows = select(*_KEPT).where(*which).order_by(*_OLDEST_FIRST)
        return [_write(row) for row in self._connection.execute(rows).mappings()]

    def waiting(self, lead: LeadId) -> Sequence[WriteBack]:
        """List what waits to be written to a lead, oldest first."""
        return self._read(_WAITING, _OWN.lead_id == lead)

    def latest(self, lead: LeadId) -> datetime | None:
        """Tell when something was confirmed for a lead last."""
        last = select(func.max(_OWN.at, type_=_OWN.at.type)).where(_OWN.lead_id == lead)
        at: datetime | None = self._connection.execute(last).scalar_one()
        return at

    def own_values(self, write: WriteBack) -> Collection[str]:
        """Give what the CRM got from the same person, confirmed before this and written after it."""
        got = select(_OWN.becomes).where(
            _OWN.lead_id == write.lead,
            _OWN.field == write.field,
            _OWN.person_id == write.by,
            _OWN.state == WriteState.WRITTEN.value,
            _OWN.at < write.at,
            _OWN.written_at >= write.at,
        )
        return frozenset(self._connection.execute(got).scalars())

    def undone_by(self, wanted: Iterable[WriteId]) -> Collection[WriteId]:
        """Tell which of these somebody is taking back already."""
        waits = select(_OWN.undoes).where(_WAITING, _OWN.undoes.in_(list(wanted)))
        return frozenset(WriteId(id) for id in self._connection.execute(waits).scalars() if id)

    def newest(
        self, most: int, *, person: PersonId | None = None, before: WriteBack | None = None
    ) -> Sequence[WriteBack]:
        """List what was confirmed, newest first: everybody's, or one person's."""
        rows = select(*_KEPT).order_by(_OWN.at.desc(), _OWN.id.desc()).limit(most)
        if person is not None:
            rows = rows.where(_OWN.person_id == person)
        if before is not None:
            same = and_(_OWN.at == before.at, _OWN.id < before.id)
            rows = rows.where(or_(_OWN.at < before.at, same))
        return [_write(row) for row in self._connection.execute(rows).mappings()]

    def unsure(self, at: datetime, most: int) -> Sequence[WriteBack]:
        """List what was sent while nobody heard whether it arrived, oldest first."""
        rows = select(*_KEPT).where(_is_unsure(at)).order_by(*_OLDEST_FIRST).limit(most)
        return [_write(row) for row in self._connection.execute(rows).mappings()]

    def queues(self, at: datetime) -> Sequence[Queue]:
        """Tell of each CRM how much waits for it, and how much for its person."""
        parked = _OWN.state.in_([one.value for one in NEEDS_THE_PERSON])
        oldest, unsure = func.min(_OWN.at, type_=_OWN.at.type), _is_unsure(at)
        counted = (
            select(
                leads.c.system,
                func.count().filter(_WAITING).label("waiting"),
                func.count().filter(parked).label("parked"),
                oldest.filter(_WAITING).label("oldest"),
                func.count().filter(unsure).label("unsure"),
                oldest.filter(unsure).label("unsure_since"),
            )
            .join_from(write_backs, leads, leads.c.id == _OWN.lead_id)
            .where(or_(_WAITING, parked))
            .group_by(leads.c.system)
            .order_by(leads.c.system)
        )
        return [Queue(**row) for row in self._connection.execute(counted).mappings()]


def written_since(
    connection: Connection, of: Iterable[LeadId], since: datetime
) -> Sequence[WriteBack]:
    """List what was confirmed of these leads since then, oldest first; of undoing nothing."""
    which = (_OWN.lead_id.in_(list(of)), _OWN.at >= since, _OWN.undoes.is_(None))
    rows = select(*_KEPT).where(*which).order_by(*_OLDEST_FIRST)
    return [_write(row) for row in connection.execute(rows).mappings()]


def _due(system: str, at: datetime) -> Select[*tuple[Any, ...]]:
    """Name the bundles of a CRM that may leave, the oldest of each lead, a row for each field."""
    return (
        select(_OWN.lead_id, _OWN.person_id, _OWN.at)
        .join_from(write_backs, leads, leads.c.id == _OWN.lead_id)
        .where(_WAITING, leads.c.system == system, _is_free(at), ~_behind_another(at))
    )


def _is_free(at: datetime) -> ColumnElement[bool]:
    free = or_(_OWN.held_until.is_(None), _OWN.held_until <= at)
    return and_(free, or_(_OWN.not_before.is_(None), _OWN.not_before <= at))


def _is_unsure(at: datetime) -> ColumnElement[bool]:
    """Tell what was sent; of what is under way right now the answer may still come."""
    answered = or_(_OWN.held_until.is_(None), _OWN.held_until <= at)
    return and_(_WAITING, _OWN.sent != "", answered)


def _behind_another(at: datetime) -> ColumnElement[bool]:
    """Let nothing leave before what was confirmed earlier of the lead, nor beside what is under way."""
    other = write_backs.alias("other")
    earlier = or_(
        other.c.at < _OWN.at, and_(other.c.at == _OWN.at, other.c.person_id < _OWN.person_id)
    )
    same = and_(other.c.at == _OWN.at, other.c.person_id == _OWN.person_id)
    blocks = or_(earlier, and_(~same, other.c.held_until > at))
    return exists().where(
        other.c.state == WriteState.WAITING.value, other.c.lead_id == _OWN.lead_id, blocks
    )


def _row(write: WriteBack) -> dict[str, Any]:
    row = {_NAMES.get(name, name): value for name, value in asdict(write).items()}
    return row | {"state": write.state.value}


def _write(row: RowMapping) -> WriteBack:
    told = dict(row) | {"lead": row["lead_id"], "by": row["person_id"]}
    state = WriteState(told.pop("state"))
    return WriteBack(
        state=state, **{name: value for name, value in told.items() if name not in _NAMES.values()}
    )
