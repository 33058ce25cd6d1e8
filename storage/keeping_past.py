"""Of which leads the CRM's own memory is still to be read: the first load's, and those of great changes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from handlers.keeping import Stream
from storage.import_tables import matches
from storage.keeping_changes import Taken, numbers
from storage.schema import crm_streams, crm_unremembered, leads

_CHUNK = 1_000


def keep_unremembered(connection: Connection, taken: Taken) -> None:
    """Note the leads of a share that comes without their past, and drop those whose past has come."""
    own = crm_unremembered.c.lead_id
    if taken.share.remembers_later:
        known = select(own)
        later = select(matches.c.lead_id).where(matches.c.lead_id.not_in(known)).distinct()
        connection.execute(insert(crm_unremembered).from_select(["lead_id"], later))
    done = list(numbers(connection, taken.system, taken.share.remembered).values())
    for start in range(0, len(done), _CHUNK):
        some = done[start : start + _CHUNK]
        connection.execute(delete(crm_unremembered).where(own.in_(some)))


def unremembered(connection: Connection, stream: Stream, most: int) -> tuple[Sequence[str], int]:
    """List leads of whose past the CRM was not asked yet, and how far that is with those of the first load."""
    own = leads.c
    there = (own.system == stream.system, own.gone_at.is_(None))
    among = own.id.in_(select(crm_unremembered.c.lead_id))  # in a join SQLite begins with all leads
    waiting = select(own.external_id).where(among, *there).limit(most)
    if found := connection.execute(waiting).scalars().all():
        return found, stream.remembers_to
    until = select(crm_streams.c.remembers_until).where(crm_streams.c.system == stream.system)
    later = (
        select(own.id, own.external_id)
        .where(own.id > stream.remembers_to, *there)
        .where(own.id <= func.coalesce(until.scalar_subquery(), own.id))
        .order_by(own.id)
        .limit(most)
    )
    rows = connection.execute(later).all()
    return [id for _, id in rows], rows[-1][0] if rows else stream.remembers_to
