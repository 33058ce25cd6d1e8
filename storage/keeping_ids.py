"""Compares all ids of a CRM with ours, however many there are, and brings sightings together afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, Engine, delete, func, select, text, update

from storage.bulk import write_rows
from storage.schema import leads, sightings

TOGETHER = 5_000
"""Ids that are put aside at a time."""
MOST_LISTED = 100_000
"""More differences than these are no differences but a fault."""

_LAY_OUT = "CREATE TEMPORARY TABLE told_ids (external_key TEXT, external_id TEXT)"
_ONLY_OURS = """
SELECT external_id FROM leads WHERE system = :system AND gone_at IS NULL
AND NOT EXISTS (SELECT 1 FROM told_ids t WHERE t.external_key = leads.external_key) LIMIT :most
"""
_ONLY_THEIRS = """
SELECT DISTINCT t.external_id FROM told_ids t WHERE NOT EXISTS
(SELECT 1 FROM leads l WHERE l.external_key = t.external_key AND l.system = :system
AND l.gone_at IS NULL) LIMIT :most
"""


def compare_ids(
    engine: Engine, system: str, ids: Iterable[str]
) -> tuple[Sequence[str], Sequence[str], int]:
    """Give the ids that only we have, those that only the CRM has, and how many leads we have."""
    with engine.connect().execution_options(
        reads_only=True, postgresql_readonly=False
    ) as connection:
        connection.detach()
        connection.exec_driver_sql(_LAY_OUT)
        connection.commit()
        for some in _in_chunks(ids):
            rows = [(id.lower(), id) for id in some]
            write_rows(connection, "told_ids", ["external_key", "external_id"], rows)
            connection.commit()  # the next ids may be minutes away
        return _differences(connection, system)


def _differences(connection: Connection, system: str) -> tuple[Sequence[str], Sequence[str], int]:
    connection.exec_driver_sql("CREATE INDEX told_ids_key ON told_ids (external_key)")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE told_ids")
    given = {"system": system, "most": MOST_LISTED}
    ours = connection.execute(text(_ONLY_OURS), given).scalars().all()
    theirs = connection.execute(text(_ONLY_THEIRS), given).scalars().all()
    there = select(func.count()).where(leads.c.system == system, leads.c.gone_at.is_(None))
    return ours, theirs, connection.execute(there).scalar_one()


def _in_chunks(ids: Iterable[str]) -> Iterator[Sequence[str]]:
    remaining = iter(ids)
    while some := list(islice(remaining, TOGETHER)):
        yield some


def gather_sightings(connection: Connection, system: str, shared: int | None) -> None:
    """Let leads that were read by themselves share the stream's sighting again."""
    if shared is None:
        return
    others = select(sightings.c.id).where(sightings.c.system == system, sightings.c.id != shared)
    strays = select(leads.c.id).where(leads.c.system == system, leads.c.sighting_id.in_(others))
    connection.execute(update(leads).where(leads.c.id.in_(strays)).values(sighting_id=shared))
    connection.execute(
        delete(sightings).where(sightings.c.system == system, sightings.c.id != shared)
    )
