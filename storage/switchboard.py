"""Where the teams and the people are spoken to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from handlers.parcel import Destination
from handlers.people import PersonId, Place, Side
from storage.destinations import destinations
from storage.people import SqlPeople
from storage.schema import accounts


class SqlSwitchboard:
    """Channels and accounts, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def channels(self) -> Mapping[Side, Destination]:
        """Give each side's channel, where one was chosen."""
        nowhere = Destination(platform="", address="")
        found = destinations(self._connection, [side.value for side in Side], elsewhere=nowhere)
        return {Side(place): to for place, (to,) in found.items()}

    def connect(self, side: Side, to: Destination) -> None:
        """Make this a side's channel."""
        SqlPeople(self._connection).set_channel(Place.channel(side), to)

    def platforms_of(self, person: PersonId) -> Sequence[str]:
        """List the platforms on which a person has an account."""
        on = select(accounts.c.platform).where(accounts.c.person_id == person).distinct()
        return list(self._connection.execute(on.order_by(accounts.c.platform)).scalars())
