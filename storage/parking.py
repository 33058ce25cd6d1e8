"""What cannot be delivered is parked, and an administrator hears of it."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlalchemy import Connection, bindparam, select, update

from handlers.parcel import Parked, parked_card
from handlers.people import PersonId, Place, Role
from handlers.phrase import Phrase, say, verbatim
from handlers.work import IfUnsure, NewId
from storage.due import take
from storage.outbox import SqlOutbox
from storage.schema import outbox, people

NOTICE = "delivery-notice"
"""The job whose slots keep an administrator from hearing of one place more than once a day."""

_PARK = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row"),
        outbox.c.attempt == bindparam("fence"),
        outbox.c.state.in_(["waiting", "sending", "unsure"]),
    )
    .values(state="parked", trouble=bindparam("why"))
)

log = structlog.get_logger()


class Parking:
    """Gives messages up, inside one transaction with the notice of it."""

    def __init__(self, connection: Connection, *, at: datetime, new_id: NewId) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._at = at
        self._outbox = SqlOutbox(connection, now=lambda: at, new_id=new_id)

    def park(self, row: int, *, attempt: int, place: Place, parked: Parked) -> None:
        """Give one message up, unless a later attempt has it."""
        why = ": ".join(filter(None, [parked.trouble.value, parked.detail]))
        changed = self._connection.execute(_PARK, {"row": row, "fence": attempt, "why": why})
        if changed.rowcount == 1:
            log.warning("parked", message=row, trouble=parked.trouble.value, detail=parked.detail)
            self._tell(place, parked)

    def _tell(self, place: Place, parked: Parked) -> None:
        """Write to the administrators, but not of a message to one of them: that would not end."""
        if place.name.startswith("home:"):  # they see for themselves, and open it again
            return
        told = [Place.direct(PersonId(one)) for one in self._administrators()]
        if place in told or not self._first_today(place):
            return
        card = parked_card(self._who(place), parked, personal=place.person is not None)
        for administrator in told:
            self._outbox.post(administrator, card, if_unsure=IfUnsure.LEAVE)

    def _administrators(self) -> list[str]:
        found = select(people.c.id).where(people.c.role == Role.ADMINISTRATOR.value)
        return list(self._connection.execute(found.order_by(people.c.id)).scalars())

    def _first_today(self, place: Place) -> bool:
        return take(
            self._connection,
            job=NOTICE,
            local_date=self._at.date(),
            destination=place.name,
            at=self._at,
        )

    def _who(self, place: Place) -> Phrase:
        if place.name.startswith("at:"):
            return say("delivery-channel-other")
        if place.person is None:
            return say(f"delivery-channel-{place.name}")
        name = select(people.c.name).where(people.c.id == place.person)
        return verbatim(self._connection.execute(name).scalar() or place.person)
