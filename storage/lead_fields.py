"""The fields of leads that a test may look at: ours, and the further columns of the CRM."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    String,
    TableValuedAlias,
    case,
    exists,
    func,
    literal,
    null,
    select,
    true,
    type_coerce,
)

from handlers.definition.work import EXTRA, OWN_FIELDS
from handlers.lead import LeadId
from storage.lead_rows import SQLITE, Lists, Rows
from storage.schema import campaigns, leads

NEWEST = 10_000
"""So many leads tell which fields and values there are: a hundredth of a second, however many more."""

CHUNK = 2_000
"""So many leads are fetched at once, so that many take no more memory than a few."""

LONGEST_NAME = 58
"""Letters of a further column's name for which the table of criteria has room."""

_TOLD: Mapping[str, ColumnElement[str]] = {
    "company": leads.c.company,
    "title": leads.c.title,
    "email": leads.c.email,
    "phone": leads.c.phone,
    "source": leads.c.source,
    "campaign": campaigns.c.name,
    "status": leads.c.status_raw,
    "next_step": leads.c.next_step,
}
"""Where our own fields stand; of the owner only that there is one."""

_FIELDS: Rows = select(leads.c.id, leads.c.owner_id, leads.c.extra, *_TOLD.values()).outerjoin_from(
    leads, campaigns
)


class SqlLeadFields:
    """The fields of leads, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._lists = Lists(connection)
        self._sqlite = connection.dialect.name == SQLITE

    def names(self) -> Sequence[str]:
        """List the fields that leads have: ours, and the further columns by name."""
        newest = _newest()
        keys = self._keys(newest)
        named = select(keys.c.key).select_from(newest.join(keys, true())).distinct()
        further = sorted(
            key for (key,) in self._connection.execute(named) if key and len(key) <= LONGEST_NAME
        )
        return [*OWN_FIELDS, *(f"{EXTRA}{key}" for key in further)]

    def _keys(self, newest: FromClause) -> FromClause:
        """Name the columns of each lead; what is no object has none."""
        if self._sqlite:
            return _each(newest)
        objects = case((func.json_typeof(newest.c.extra) == "object", newest.c.extra))
        return func.json_object_keys(objects).table_valued("key").render_derived().lateral()

    def still_there(self, fields: Iterable[str]) -> Collection[str]:
        """Tell which of these further columns any of the newest leads has."""
        wanted = [field for field in fields if field.startswith(EXTRA)]
        newest = _newest()
        there = [
            exists(select(literal(1)).select_from(newest).where(self._further(newest, field) != ""))
            for field in wanted
        ]
        if not wanted:
            return frozenset()
        [row] = self._connection.execute(select(*(one.label(None) for one in there)))
        return frozenset(field for field, is_there in zip(wanted, row, strict=True) if is_there)

    def values(self, field: str, most: int) -> Sequence[str]:
        """List the values that a field has among the newest leads, most used first."""
        told = self._told(field)
        if told is None:
            return ()
        value = told.subquery()
        used = (
            select(value.c.value)
            .where(value.c.value != "")
            .group_by(value.c.value)
            .order_by(func.count().desc(), value.c.value)
            .limit(most)
        )
        return self._connection.execute(used).scalars().all()

    def _told(self, field: str) -> Select[str] | None:
        if field.startswith(EXTRA):
            newest = _newest()
            return select(self._further(newest, field).label("value")).select_from(newest)
        if field not in _TOLD:
            return None
        told = select(_TOLD[field].label("value")).outerjoin_from(leads, campaigns)
        return told.order_by(leads.c.id.desc()).limit(NEWEST)

    def _further(self, newest: FromClause, field: str) -> ColumnElement[str]:
        """Give the value of a further column; SQLite's arrow reads some names as paths."""
        name = field.removeprefix(EXTRA)
        if not self._sqlite:
            return newest.c.extra.op("->>", return_type=String())(name)
        each = _each(newest)
        value = type_coerce(each.c.value, String)
        return select(value).where(each.c.key == name).limit(1).scalar_subquery()

    def read(self, wanted: Iterable[LeadId]) -> Mapping[LeadId, Mapping[str, str]]:
        """Give the fields of these leads, as far as they say anything."""
        rows = self._lists.by(_FIELDS, leads.c.id, list(wanted))
        return {LeadId(id): _read(owner, extra, _TOLD, told) for id, owner, extra, *told in rows}

    def came(
        self, fields: Collection[str], *, since: datetime, until: datetime, leads_to: int
    ) -> Iterator[tuple[LeadId, datetime, Mapping[str, str]]]:
        """Give the leads created within a time up to some number, and when, with these fields alone."""
        names = [name for name in _TOLD if name in fields]
        has_further = any(field.startswith(EXTRA) for field in fields)
        extra = leads.c.extra if has_further else null()
        told = select(leads.c.id, leads.c.created_at, leads.c.owner_id, extra)
        if "campaign" in names:
            told = told.outerjoin_from(leads, campaigns)
        wanted = told.add_columns(*(_TOLD[name] for name in names)).where(
            leads.c.created_at >= since, leads.c.created_at < until, leads.c.id <= leads_to
        )
        for some in self._connection.execute(wanted).partitions(CHUNK):
            for id, created, owner, further, *values in some:
                yield LeadId(id), created, _read(owner, further, names, values)

    def newest(self, since: datetime, most: int) -> Sequence[LeadId]:
        """List the newest leads that were created since a moment."""
        found = (
            select(leads.c.id)
            .where(leads.c.created_at >= since)
            .order_by(leads.c.created_at.desc(), leads.c.id.desc())
            .limit(most)
        )
        return [LeadId(id) for id in self._connection.execute(found).scalars()]


def _newest() -> FromClause:
    """Give the further columns of the leads that came to us last."""
    return select(leads.c.extra).order_by(leads.c.id.desc()).limit(NEWEST).subquery()


def _each(newest: FromClause) -> TableValuedAlias:
    """Take the object of a lead's further columns apart, on SQLite."""
    objects = case((func.json_type(newest.c.extra) == "object", newest.c.extra))
    return func.json_each(objects).table_valued("key", "value")


def _read(
    owner: int | None, extra: object, names: Iterable[str], told: Iterable[str | None]
) -> Mapping[str, str]:
    fields = {name: value for name, value in zip(names, told, strict=True) if value}
    if owner is not None:
        fields["owner"] = str(owner)
    if isinstance(extra, dict):
        further = cast("dict[str, object]", extra)
        fields |= {f"{EXTRA}{key}": str(one) for key, one in further.items() if one is not None}
    return fields
