"""Notes that an import found leads unchanged, without writing each of them.

Leads that are compared with their CRM together share a sighting, whose moment speaks for all of them. Who
parts from the others takes another one: those that were told, or those that were not, whichever are fewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, exists, func, insert, literal, or_, select, update

from storage.import_tables import matches
from storage.schema import leads, sightings

FEW = 10_000
"""So many leads are written sooner than those of their sighting are counted."""

Told = Mapping[int | None, int]
"""How many unchanged leads an import told of, by their sighting."""


class Sighting:
    """The sighting of one import, which its new and changed leads share."""

    def __init__(self, connection: Connection, at: int, shared: int | None = None) -> None:
        """Begin it, at a moment in microseconds, or take part in one that somebody else keeps."""
        self._connection = connection
        self._at = literal(at)
        self._is_shared = shared is not None
        self.id: int = self._begun() if shared is None else shared

    def _begun(self) -> int:
        made = insert(sightings).from_select(["at"], select(self._at))
        id: int = self._connection.execute(made.returning(sightings.c.id)).scalar_one()
        return id

    def see_unchanged(self) -> int:
        """Note of the unchanged leads that they were compared, and count them."""
        told = self._told()
        if self._is_shared:
            self._take_in_others([self.id])
            return sum(told.values())
        whole = self._sizes(group for group, count in told.items() if group and count > FEW)
        lasting = [group for group, size in whole.items() if 2 * told[group] > size]
        for group in lasting:
            if told[group] < whole[group]:
                self._take_out_untold(group)
        self._connection.execute(
            update(sightings).values(at=self._at).where(sightings.c.id.in_(lasting))
        )
        self._take_in_others(lasting)
        return sum(told.values())

    def _told(self) -> Told:
        counted = select(matches.c.sighting_id, func.count()).where(matches.c.changed == 0)
        rows = self._connection.execute(counted.group_by(matches.c.sighting_id))
        return {sighting: count for sighting, count in rows}  # noqa: C416 - rows are no pairs to dict

    def _sizes(self, groups: Iterable[int]) -> Mapping[int, int]:
        """Count the leads of sightings, without those that this import changed."""
        counted = select(leads.c.sighting_id, func.count()).where(
            leads.c.sighting_id.in_(list(groups))
        )
        rows = self._connection.execute(counted.group_by(leads.c.sighting_id))
        return {group: count for group, count in rows if group is not None}

    def _take_out_untold(self, group: int) -> None:
        """Leave those that the import did not tell of with the moment that they have."""
        as_before = select(sightings.c.at).where(sightings.c.id == group)
        made = insert(sightings).from_select(["at"], as_before).returning(sightings.c.id)
        other = self._connection.execute(made).scalar_one()
        self._connection.exec_driver_sql(
            f"CREATE INDEX IF NOT EXISTS {matches.name}_lead_id ON {matches.name} (lead_id)"
        )
        untold = ~exists().where(matches.c.lead_id == leads.c.id)
        self._connection.execute(
            update(leads).values(sighting_id=other).where(leads.c.sighting_id == group, untold)
        )

    def _take_in_others(self, lasting: list[int]) -> None:
        told = matches.c.sighting_id
        elsewhere = or_(told.is_(None), told.not_in(lasting))
        self._connection.execute(
            update(leads)
            .values(sighting_id=self.id)
            .where(matches.c.lead_id == leads.c.id, matches.c.changed == 0, elsewhere)
        )
