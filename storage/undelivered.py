"""Messages that were given up, and how they are sent once more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, not_, or_, select, update

from handlers.parcel import Trouble
from handlers.people import Place
from handlers.settings.work import Stuck
from handlers.work import Now
from storage.schema import UNSENT, outbox

_PARKED = (UNSENT, outbox.c.state == "parked")
"""With the condition of the partial index, or the database would read everything ever sent."""

_COUNT = select(func.count()).where(*_PARKED)

_NEWEST = (
    select(outbox.c.place, outbox.c.trouble)
    .where(*_PARKED)
    .group_by(outbox.c.place, outbox.c.trouble)
    .order_by(func.max(outbox.c.id).desc())
    .limit(bindparam("most"))
)

_FINAL = or_(*(outbox.c.trouble.startswith(one.value) for one in (Trouble.UNSURE, Trouble.DAMAGED)))
"""It would be read twice, or cannot be read at all."""

_RETRY = (
    update(outbox)
    .where(*_PARKED, not_(_FINAL))
    .values(
        state="waiting",
        trouble="",
        tries=0,
        not_before=bindparam("at"),
        created_at=bindparam("at"),  # its platform gets another day to take it
    )
)


class SqlUndelivered:
    """Messages that were given up, inside one transaction."""

    def __init__(self, connection: Connection, *, now: Now) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._now = now

    def count(self) -> int:
        """Count them all."""
        return int(self._connection.execute(_COUNT).scalar_one())

    def newest(self, most: int) -> Sequence[Stuck]:
        """List the newest, one for each place and trouble."""
        rows = self._connection.execute(_NEWEST, {"most": most})
        return [Stuck(Place(place), Trouble(why.partition(":")[0])) for place, why in rows]

    def retry(self) -> int:
        """Put back to the waiting ones what may be sent again, and count it."""
        return self._connection.execute(_RETRY, {"at": self._now()}).rowcount
