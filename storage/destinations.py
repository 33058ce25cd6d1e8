"""Where each place is on the platforms: a side's channel, a person's accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from sqlalchemy import Connection, bindparam, literal, select, union_all

from handlers.parcel import Destination
from handlers.people import Language
from storage.schema import accounts, channels, people

_PERSON = "person:"

_CHANNELS = select(
    channels.c.place,
    channels.c.platform,
    channels.c.address,
    channels.c.language,
    channels.c.zone,
).where(channels.c.place.in_(bindparam("places", expanding=True)))

_ACCOUNTS = (
    select(
        (literal(_PERSON) + people.c.id).label("place"),
        accounts.c.platform,
        accounts.c.address,
        people.c.language,
        people.c.zone,
    )
    .join(accounts, accounts.c.person_id == people.c.id)
    .where(people.c.id.in_(bindparam("persons", expanding=True)))
)

_ALL = union_all(_CHANNELS, _ACCOUNTS).order_by("place", "platform", "address")


def destinations(
    connection: Connection, places: Iterable[str]
) -> Mapping[str, tuple[Destination, ...]]:
    """Give every destination of these places; a place that has none is left out."""
    wanted = set(places)
    persons = [place.removeprefix(_PERSON) for place in wanted if place.startswith(_PERSON)]
    rows = connection.execute(_ALL, {"places": list(wanted), "persons": persons}).all()
    return {
        place: tuple(
            Destination(
                platform=row.platform,
                address=row.address,
                language=Language(row.language),
                zone=row.zone,
            )
            for row in found
        )
        for place, found in groupby(rows, key=lambda row: str(row.place))
    }
