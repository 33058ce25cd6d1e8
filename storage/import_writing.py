"""Brings our copy of the leads up to date with what an import gathered, in a handful of set statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Table,
    and_,
    case,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    union_all,
    update,
)

from handlers.crm import Column, CrmCampaign, CrmOwner, Written
from storage.bulk import write_rows
from storage.import_changes import Expression, Told, changes, new_lead, watched
from storage.import_extras import write_extra_history
from storage.import_sighting import Sighting
from storage.import_tables import (
    CHANGED,
    FOUND_ANEW,
    incoming_activities,
    incoming_campaigns,
    incoming_leads,
    incoming_owners,
    matches,
)
from storage.moment import microseconds
from storage.schema import activities, campaigns, lead_changes, leads, owners

ORIGIN = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The owners and campaigns of an import, each with the number that records know it by."""

    owners: Mapping[CrmOwner, int]
    campaigns: Mapping[CrmCampaign, int]


class Writing:
    """One import's write transaction."""

    def __init__(
        self,
        connection: Connection,
        *,
        system: str,
        at: datetime,
        told: Told,
        sighting: int | None = None,
    ) -> None:
        """Write what the import told, as of `at`; its leads take a `sighting` that is there already."""
        self._connection = connection
        self._system = system
        self._at = microseconds(at)
        self._told = told
        self._sighting = sighting
        self._steps = watched(told, self._at)
        self._changes = changes(told, self._at, connection.dialect.name)

    def write(self, names: Names) -> Written:
        """Write everything, and count what it did."""
        self._hold_other_imports()
        self._write_owners(names.owners)
        self._write_campaigns(names.campaigns)
        known = self._match()
        sighting = Sighting(self._connection, self._at, self._sighting)
        self._write_history()
        if Column.EXTRA in self._told.fed:
            write_extra_history(self._connection, self._at, ORIGIN)
        changed = self._update(literal(sighting.id))
        unchanged = sighting.see_unchanged()
        new = 0 if known else self._insert(literal(sighting.id))
        touches = self._write_activities()
        return Written(new=new, changed=changed, unchanged=unchanged, activities=touches)

    def _hold_other_imports(self) -> None:
        """On SQLite nobody else writes now; on PostgreSQL two imports must not bring in the same lead."""
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql("LOCK TABLE leads IN SHARE ROW EXCLUSIVE MODE")
            self._weigh(incoming_leads, "n, external_key")

    def _weigh(self, table: Table, columns: str) -> None:
        """Tell PostgreSQL how much is in a temporary table, or it would look up a million rows one by one.

        What it counts are the columns by which the table is joined: all of them would take longer than a join.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql(f"ANALYZE {table.name} ({columns})")

    # owners and campaigns

    def _write_owners(self, named: Mapping[CrmOwner, int]) -> None:
        known = self._keys(owners)
        for one in named:
            id = known.get(one.key)
            if id is None:
                values = {"system": self._system, **one._asdict()}
                known[one.key] = self._connection.execute(
                    insert(owners).values(values).returning(owners.c.id)
                ).scalar_one()
            elif one.email:
                differs = or_(owners.c.email != one.email, owners.c.name != one.name)
                values = {"name": one.name, "email": one.email}
                self._connection.execute(
                    update(owners).values(values).where(owners.c.id == id, differs)
                )
        self._number(incoming_owners, [(no, known[one.key]) for one, no in named.items()])

    def _write_campaigns(self, named: Mapping[CrmCampaign, int]) -> None:
        known = self._keys(campaigns)
        for one in named:
            if one.key not in known:
                values = {"system": self._system, **one._asdict()}
                known[one.key] = self._connection.execute(
                    insert(campaigns).values(values).returning(campaigns.c.id)
                ).scalar_one()
        self._number(incoming_campaigns, [(no, known[one.key]) for one, no in named.items()])

    def _keys(self, table: Table) -> dict[str, int]:
        rows = self._connection.execute(
            select(table.c.key, table.c.id).where(table.c.system == self._system)
        )
        return {row.key: row.id for row in rows}

    def _number(self, table: Table, rows: Sequence[tuple[int, int]]) -> None:
        write_rows(self._connection, table.name, ["no", "id"], rows)

    # leads

    def _match(self) -> bool:
        """Find which records are about leads we have, and which of these say anything new.

        Tell whether all of them are about such leads.
        """
        same = and_(leads.c.external_key == incoming_leads.c.external_key, self._ours())
        matched = self._count(
            insert(matches).from_select(
                ["n", "lead_id", "sighting_id", "changed"],
                select(
                    incoming_leads.c.n, leads.c.id, leads.c.sighting_id, self._difference()
                ).where(same),
            )
        )
        self._weigh(matches, "n, lead_id, changed")
        told = select(func.count()).select_from(incoming_leads)
        if matched < self._connection.execute(told).scalar_one():
            self._connection.exec_driver_sql(
                f"CREATE INDEX IF NOT EXISTS {matches.name}_lead_id ON {matches.name} (lead_id)"
            )
            self._match_weak(incoming_leads.c.email)
            self._match_weak(incoming_leads.c.name_key + ", " + incoming_leads.c.company_key)
            return False
        return True

    def _difference(self) -> ColumnElement[int]:
        found = [change.differs for change in self._changes if change.finds]
        other = [change.differs for change in self._changes if not change.finds]
        return case((or_(false(), *found), FOUND_ANEW), (or_(false(), *other), CHANGED), else_=0)

    def _match_weak(self, known_as: ColumnElement[str]) -> None:
        """Find leads that came without an id before and have one now."""
        renamed = (
            select(func.min(incoming_leads.c.n), leads.c.id, literal(FOUND_ANEW))
            .where(
                leads.c.external_key == known_as,
                self._ours(),
                incoming_leads.c.known_by == "id",
                incoming_leads.c.follows == 0,
                ~exists().where(matches.c.n == incoming_leads.c.n),
                ~exists().where(matches.c.lead_id == leads.c.id),
            )
            .group_by(leads.c.id)
            .having(func.count() == 1)
        )
        self._connection.execute(insert(matches).from_select(["n", "lead_id", "changed"], renamed))

    def _ours(self) -> ColumnElement[bool]:
        return leads.c.system == self._system

    def _changed(self) -> ColumnElement[bool]:
        return and_(
            matches.c.changed != 0,
            matches.c.n == incoming_leads.c.n,
            matches.c.lead_id == leads.c.id,
        )

    def _write_history(self) -> None:
        """Keep each step of the watched fields, going through the leads once for all fields."""
        if not self._steps:
            return
        fields = union_all(*(select(literal(one.field).label("field")) for one in self._steps))
        field = fields.subquery().c.field
        its = [field == one.field for one in self._steps]
        parts = zip(*((one.old, one.new, one.at, one.moves) for one in self._steps), strict=True)
        old, new, at, moves = (case(*zip(its, part, strict=True)) for part in parts)
        columns = ["lead_id", "field", "old", "new", "at", "origin"]
        moved = (
            select(leads.c.id, field, old, new, at, literal(ORIGIN))
            .select_from(matches.join(field.table, true()))
            .where(self._changed(), moves)
        )
        self._connection.execute(insert(lead_changes).from_select(columns, moved))

    def _update(self, seen: Expression) -> int:
        """Bring changed leads up to date.

        SQLite rewrites the index of every column that is named, so these are named only where they change.
        """
        id, key = (_named(column) for column in ("external_id", "external_key"))
        values = {"imported_at": literal(self._at), "sighting_id": seen, "external_id": id}
        for change in self._changes:
            values |= {} if change.finds else change.values
        updated = self._set(CHANGED, values)
        values["external_key"] = key
        for change in self._changes:
            values |= change.values
        return updated + self._set(FOUND_ANEW, values)

    def _set(self, changed: int, values: Mapping[str, Expression]) -> int:
        which = and_(self._changed(), matches.c.changed == changed)
        return self._connection.execute(update(leads).values(values).where(which)).rowcount

    def _insert(self, seen: Expression) -> int:
        values: dict[str, Expression] = {
            "system": literal(self._system),
            "imported_at": literal(self._at),
            "sighting_id": seen,
            **new_lead(self._changes),
        }
        found = exists().where(matches.c.n == incoming_leads.c.n)
        rows = select(*values.values()).where(~found)
        return self._count(insert(leads).from_select(list(values), rows))

    # activities

    def _write_activities(self) -> int:
        told = incoming_activities.c
        once = select(func.min(told.n)).group_by(told.activity_id)
        there = exists().where(
            activities.c.system == self._system, activities.c.external_id == told.activity_id
        )
        columns = ["system", "external_id", "lead_id", "kind", "direction", "outcome", "at"]
        rows = select(
            literal(self._system),
            told.activity_id,
            leads.c.id,
            told.kind,
            told.direction,
            told.outcome,
            told.at,
        ).where(leads.c.external_key == told.external_key, self._ours(), told.n.in_(once), ~there)
        return self._count(insert(activities).from_select(columns, rows))

    def _count(self, statement: Insert) -> int:
        """Insert, and tell how many rows that were, which SQLAlchemy forgets unless it is asked."""
        return self._connection.execute(
            statement, execution_options={"preserve_rowcount": True}
        ).rowcount


def _named(column: str) -> Expression:
    """Give a lead the id that its record names; what only follows another record names none."""
    told = incoming_leads.c
    itself = and_(told.known_by == "id", told.follows == 0)
    return case((itself, told[column]), else_=leads.c[column])
