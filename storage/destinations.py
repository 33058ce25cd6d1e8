"""Where each place is on the platforms: a channel, a thread, a person's accounts and homes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, tuple_

from handlers.parcel import Destination
from handlers.people import Language
from storage.schema import accounts, channels, people

_PERSON, _HOME, _AT = "person:", "home:", "at:"

_CHANNELS = select(
    channels.c.place,
    channels.c.platform,
    channels.c.address,
    channels.c.language,
    channels.c.zone,
).where(channels.c.place.in_(bindparam("places", expanding=True)))

_ACCOUNTS = (
    select(
        people.c.id.label("place"),
        accounts.c.platform,
        accounts.c.address,
        people.c.language,
        people.c.zone,
    )
    .join(accounts, accounts.c.person_id == people.c.id)
    .where(people.c.id.in_(bindparam("persons", expanding=True)))
    .order_by(people.c.id, accounts.c.platform, accounts.c.address)
)

_NAMED = select(channels).where(
    tuple_(channels.c.platform, channels.c.address).in_(bindparam("conversations", expanding=True))
)


def destinations(
    connection: Connection, places: Iterable[str], *, elsewhere: Destination
) -> Mapping[str, tuple[Destination, ...]]:
    """Give every destination of these places; a place that has none is left out.

    `elsewhere` says how the readers of a channel are spoken to that is no side's.
    """
    wanted = list(dict.fromkeys(places))
    found = _sides(connection, wanted) | _persons(connection, wanted)
    spots = {place: _spot(place) for place in wanted if place.startswith(_AT)}
    return found | _threads(connection, spots, elsewhere)


def _sides(connection: Connection, places: Sequence[str]) -> dict[str, tuple[Destination, ...]]:
    sides = [place for place in places if ":" not in place]
    if not sides:
        return {}
    rows = connection.execute(_CHANNELS, {"places": sides})
    return {row.place: (_destination(row, row.address),) for row in rows}


def _persons(connection: Connection, places: Sequence[str]) -> dict[str, tuple[Destination, ...]]:
    """Find accounts; a home is found beside the direct message of the same account."""
    of = {place: _whose(place) for place in places if place.startswith((_PERSON, _HOME))}
    if not of:
        return {}
    rows = connection.execute(_ACCOUNTS, {"persons": list(set(of.values()))}).all()
    accounts_of = {
        person: list(found) for person, found in groupby(rows, key=lambda row: str(row.place))
    }
    return {
        place: tuple(_destination(row, _surface(place) + row.address) for row in found)
        for place, person in of.items()
        if (found := accounts_of.get(person))
    }


def _whose(place: str) -> str:
    return place.partition(":")[2]


def _surface(place: str) -> str:
    return _HOME if place.startswith(_HOME) else ""


def _spot(place: str) -> Destination:
    platform, _, address = place.removeprefix(_AT).partition(":")
    return Destination(platform=platform, address=address)


def _threads(
    connection: Connection, spots: Mapping[str, Destination], elsewhere: Destination
) -> dict[str, tuple[Destination, ...]]:
    """Speak in a side's channel, and in its threads, as it was decided for that side."""
    if not spots:
        return {}
    conversations = [(spot.platform, spot.conversation) for spot in spots.values()]
    rows = connection.execute(_NAMED, {"conversations": conversations})
    named = {(row.platform, row.address): _destination(row, row.address) for row in rows}
    return {
        place: (
            replace(
                named.get((spot.platform, spot.conversation), elsewhere),
                platform=spot.platform,
                address=spot.address,
            ),
        )
        for place, spot in spots.items()
    }


def _destination(row: Row[*tuple[Any, ...]], address: str) -> Destination:
    return Destination(
        platform=row.platform,
        address=address,
        language=Language(row.language),
        zone=row.zone,
    )
