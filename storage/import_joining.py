"""Joins what an import gathered: leads with their contacts and accounts, deals and activities with their leads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
    update,
)

from handlers.crm import KnownBy, RecordKind, Settled
from storage.bulk import write_rows
from storage.import_tables import (
    folded_leads,
    incoming_accounts,
    incoming_activities,
    incoming_contacts,
    incoming_leads,
    place_of,
    repeats,
)
from storage.moment import microseconds
from storage.schema import leads

FETCHED = 2_000
"""Repeated records that are folded at a time."""

_TOGETHER = (
    ("name", ("name", "name_key", "surname_key")),
    ("company", ("company", "company_key")),
    ("status_raw", ("status", "status_raw")),
    ("reason_raw", ("reason", "reason_raw")),
)
"""Where the first tells something, all of them count."""
_ALONE = (
    *("email", "phone", "title", "source", "campaign_no", "owner_no", "next_step"),
    *("contact_key", "account_key", "created_at", "assigned_at"),
    *("converted_at", "status_changed_at", "stage_raw"),
)
_OF_CONTACTS = (
    ("name", ("name", "name_key", "surname_key")),
    ("company", ("company", "company_key")),
    *((one, (one,)) for one in ("email", "phone", "title", "account_key")),
)

Record = Mapping[str, Any]


class Joining:
    """One import's records before they are written."""

    def __init__(self, connection: Connection, *, system: str, at: datetime) -> None:
        """Work on this connection's temporary tables."""
        self._connection = connection
        self._system = system
        self._at = microseconds(at)

    def settle(self, kinds: set[RecordKind], weak: set[str]) -> Settled:
        """Join everything, take out what belongs to no lead, and leave one record per lead."""
        self._fill_from(kinds)
        if weak or kinds & {RecordKind.DEAL, RecordKind.ACTIVITY}:
            self._index("external_key")
        self._find_leads_of_weak(weak)
        lost = [*self._deals_without_lead(kinds), *self._activities_without_lead(kinds)]
        repeated = self._fold()
        return Settled(
            repeated=repeated, without_lead=[place_of(number) for number in sorted(lost)]
        )

    def _index(self, column: str) -> None:
        self._connection.exec_driver_sql(
            f"CREATE INDEX incoming_leads_{column} ON incoming_leads ({column})"
        )

    # what contacts and accounts tell of leads

    def _fill_from(self, kinds: set[RecordKind]) -> None:
        if RecordKind.CONTACT in kinds:
            self._keep_latest(incoming_contacts)
            self._fill(incoming_contacts, incoming_leads.c.contact_key, _OF_CONTACTS)
        if RecordKind.ACCOUNT in kinds:
            self._keep_latest(incoming_accounts)
            of_company = (("company", ("company", "company_key")),)
            self._fill(incoming_accounts, incoming_leads.c.account_key, of_company)

    def _keep_latest(self, table: Table) -> None:
        latest = select(func.max(table.c.n)).group_by(table.c.external_key)
        self._connection.execute(delete(table).where(table.c.n.not_in(latest)))
        self._connection.exec_driver_sql(
            f"CREATE INDEX {table.name}_key ON {table.name} (external_key)"
        )

    def _fill(
        self,
        table: Table,
        reference: ColumnElement[str],
        groups: Sequence[tuple[str, tuple[str, ...]]],
    ) -> None:
        own, other = incoming_leads.c, table.c
        values = {
            name: case((own[told] == "", other[name]), else_=own[name])
            for told, names in groups
            for name in names
        }
        self._connection.execute(
            update(incoming_leads)
            .values(values)
            .where(reference != "", reference == other.external_key)
        )

    # which lead a record is about that does not name it by id

    def _find_leads_of_weak(self, weak: set[str]) -> None:
        for table in (incoming_leads, incoming_activities):
            if KnownBy.CONTACT in weak:
                self._rename(table, KnownBy.CONTACT, [self._by_contact(table)])
        if KnownBy.EMAIL in weak:
            self._index("email")
        if KnownBy.NAME in weak:
            self._index("name_key")
        for table in (incoming_leads, incoming_activities):
            if KnownBy.EMAIL in weak:
                self._rename(table, KnownBy.EMAIL, self._by_email(table))
            if KnownBy.NAME in weak:
                self._rename(table, KnownBy.NAME, self._by_name(table))

    def _rename(self, table: Table, known: KnownBy, found: Sequence[ColumnElement[Any]]) -> None:
        self._connection.execute(
            update(table)
            .values(external_key=func.coalesce(*found, table.c.external_key))
            .where(table.c.known_by == known.value)
        )

    def _by_contact(self, table: Table) -> ColumnElement[Any]:
        other = incoming_leads.alias()
        return _the_only(other.c.external_key, other.c.contact_key == table.c.external_key)

    def _by_email(self, table: Table) -> Sequence[ColumnElement[Any]]:
        other = incoming_leads.alias()
        return [
            _the_only(
                other.c.external_key,
                and_(other.c.known_by == "id", other.c.email != "", other.c.email == table.c.email),
            ),
            _the_only(
                leads.c.external_key,
                and_(
                    leads.c.system == self._system,
                    leads.c.email != "",
                    leads.c.email == table.c.email,
                ),
            ),
        ]

    def _by_name(self, table: Table) -> Sequence[ColumnElement[Any]]:
        other = incoming_leads.alias()
        return [
            _the_only(
                other.c.external_key,
                and_(
                    other.c.known_by != "name",
                    other.c.name_key == table.c.name_key,
                    other.c.company_key == table.c.company_key,
                ),
            ),
            _the_only(
                leads.c.external_key,
                and_(
                    leads.c.system == self._system,
                    leads.c.surname_key != "",
                    leads.c.surname_key == table.c.surname_key,
                    leads.c.name_key == table.c.name_key,
                    leads.c.company_key == table.c.company_key,
                ),
            ),
        ]

    # what belongs to no lead

    def _deals_without_lead(self, kinds: set[RecordKind]) -> Sequence[int]:
        if RecordKind.DEAL not in kinds:
            return []
        return self._take_out(incoming_leads, incoming_leads.c.follows == 1)

    def _activities_without_lead(self, kinds: set[RecordKind]) -> Sequence[int]:
        if RecordKind.ACTIVITY not in kinds:
            return []
        lost = self._take_out(incoming_activities, literal(value=True))
        self._follow_touches()
        return lost

    def _take_out(self, table: Table, which: ColumnElement[bool]) -> Sequence[int]:
        other = incoming_leads.alias()
        lost = and_(
            which,
            ~exists().where(other.c.external_key == table.c.external_key, other.c.follows == 0),
            ~exists().where(
                leads.c.external_key == table.c.external_key, leads.c.system == self._system
            ),
        )
        numbers = self._connection.execute(select(table.c.n).where(lost)).scalars().all()
        if numbers:
            self._connection.execute(delete(table).where(lost))
        return numbers

    def _follow_touches(self) -> None:
        """Tell leads of the first and last thing that sales did; what lies ahead is none of them."""
        touch = incoming_activities.c
        touched = (
            select(
                func.min(touch.n),
                literal(1),
                touch.external_key,
                func.min(touch.at),
                func.max(touch.at),
            )
            .where(touch.direction == "out", touch.at <= self._at)
            .group_by(touch.external_key)
        )
        columns = ["n", "follows", "external_key", "first_touch_at", "last_touch_at"]
        self._connection.execute(insert(incoming_leads).from_select(columns, touched))

    # several records about one lead

    def _fold(self) -> int:
        """Make one record of several about the same lead: what is said later counts, silence does not."""
        own = incoming_leads.c
        counted = select(own.external_key).group_by(own.external_key).having(func.count() > 1)
        self._connection.execute(insert(repeats).from_select(["external_key"], counted))
        repeated = self._repeated()
        again = own.external_key.in_(select(repeats.c.external_key))
        for some in self._folded(again):
            write_rows(self._connection, folded_leads.name, list(own.keys()), some)
        self._connection.execute(delete(incoming_leads).where(again))
        whole = select(folded_leads)
        self._connection.execute(insert(incoming_leads).from_select(list(own.keys()), whole))
        return repeated

    def _repeated(self) -> int:
        own = incoming_leads.c
        lines = (
            select(func.count().label("lines"))
            .where(own.follows == 0, own.external_key.in_(select(repeats.c.external_key)))
            .group_by(own.external_key)
            .subquery()
        )
        counted = select(func.coalesce(func.sum(lines.c.lines - 1), 0))
        return int(self._connection.execute(counted).scalar_one())

    def _folded(self, again: ColumnElement[bool]) -> Iterator[list[tuple[Any, ...]]]:
        own = incoming_leads.c
        ordered = (
            select(incoming_leads)
            .where(again)
            .order_by(own.external_key, own.follows, own.weight, own.n)
            .execution_options(yield_per=FETCHED)
        )
        result = self._connection.execute(ordered)
        folded: list[tuple[Any, ...]] = []
        rows = (cast("Record", row) for row in result.mappings())
        for _, group in groupby(rows, key=lambda row: row["external_key"]):
            folded.append(tuple(_one_of(list(group)).values()))
            if len(folded) >= FETCHED:
                yield folded
                folded = []
        yield folded


def _the_only(key: ColumnElement[str], which: ColumnElement[bool]) -> ColumnElement[Any]:
    """Give the key of the lead that fits; nothing where several do."""
    one = case((func.min(key) == func.max(key), func.min(key)))
    return select(one).where(which).scalar_subquery()


def _one_of(records: Sequence[Record]) -> dict[str, Any]:
    one = dict(records[0])
    for later in records[1:]:
        _overlay(one, later)
    return one


def _overlay(one: dict[str, Any], later: Record) -> None:
    for told, names in _TOGETHER:
        if later[told]:
            one.update({name: later[name] for name in names})
    one.update({name: later[name] for name in _ALONE if later[name] not in {None, ""}})
    if later["known_by"] == "id" and one["known_by"] != "id" and not later["follows"]:
        one.update(known_by="id", external_id=later["external_id"])
    one["first_touch_at"] = _least(one["first_touch_at"], later["first_touch_at"])
    one["last_touch_at"] = _greatest(one["last_touch_at"], later["last_touch_at"])
    if later["extra"]:
        merged = json.loads(one["extra"] or "{}") | json.loads(later["extra"])
        one["extra"] = json.dumps(merged, ensure_ascii=False, sort_keys=True)


def _least(one: int | None, other: int | None) -> int | None:
    return min((at for at in (one, other) if at is not None), default=None)


def _greatest(one: int | None, other: int | None) -> int | None:
    return max((at for at in (one, other) if at is not None), default=None)
