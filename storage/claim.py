"""How a sender takes what may leave now, so that no other sender takes it too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, func, or_, select, update

from handlers.message import Card, File, Message, Paper
from handlers.parcel import Destination, Parcel, Parked, Patience, Trouble
from handlers.people import Place
from handlers.work import About, IfUnsure
from storage.destinations import destinations
from storage.parking import Parking
from storage.schema import IN_FLIGHT, OPEN, messages, outbox, paused_destinations
from storage.wire import Damaged, decode

ASK_AGAIN = timedelta(minutes=1)
"""How long a message waits before we look again whether its platform runs."""

MOST_ROUNDS = 10
"""A claim looks past what must wait so often, then lets other writers in."""

_AT = bindparam("at", type_=outbox.c.not_before.type)

_ROW = select(
    outbox,
    messages.c.platform.label("stands_on"),
    messages.c.address.label("stands_at"),
    messages.c.reference.label("stands_as"),
    messages.c.drawn_at,
).outerjoin(
    messages,
    and_(
        messages.c.view == outbox.c.view,
        messages.c.subject == outbox.c.subject,
        messages.c.place == outbox.c.place,
    ),
)

_EXPIRED = (
    select(outbox.c.id)
    .where(IN_FLIGHT, outbox.c.state == "sending", outbox.c.lease_until <= _AT)
    .with_for_update(skip_locked=True)
)
_DOUBT = (
    update(outbox)
    .where(outbox.c.id.in_(_EXPIRED))
    .values(state="unsure", not_before=bindparam("rested"))
)

_NOT_BEFORE = (
    update(outbox).where(outbox.c.id == bindparam("row")).values(not_before=bindparam("until"))
)

_SEND = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state="sending",
        attempt=outbox.c.attempt + 1,
        tries=outbox.c.tries + 1,
        lease_until=bindparam("until"),
        platform=bindparam("to_platform"),
        address=bindparam("to_address"),
    )
)


def _due_doubts() -> Select[Any]:
    return (
        _ROW.where(
            IN_FLIGHT,
            outbox.c.state == "unsure",
            outbox.c.not_before <= _AT,
            outbox.c.platform.in_(bindparam("running", expanding=True)),
        )
        .order_by(outbox.c.id)
        .limit(bindparam("room"))
        .with_for_update(of=outbox, skip_locked=True)
    )


def _due_heads() -> Select[Any]:
    """The oldest of each place, if nothing of that place is under way.

    A live message that waits for its time lets others pass: it is drawn when it leaves, so nothing
    that matters can overtake it.
    """
    row, under_way = outbox.alias("row"), outbox.alias("under_way")
    blocks = or_(row.c.view.is_(None), row.c.state != "waiting", row.c.not_before <= _AT)
    head = select(func.min(row.c.id)).where(OPEN, blocks).group_by(row.c.place)
    busy = select(under_way.c.place).where(IN_FLIGHT)
    return (
        _ROW.where(
            outbox.c.id.in_(head),
            outbox.c.state == "waiting",
            outbox.c.not_before <= _AT,
            outbox.c.place.not_in(busy),
        )
        .order_by(outbox.c.id)
        .limit(bindparam("room"))
        .with_for_update(of=outbox, skip_locked=True)
    )


_ANYTHING = select(
    exists().where(
        OPEN,
        or_(
            and_(outbox.c.state != "sending", outbox.c.not_before <= _AT),
            outbox.c.lease_until <= _AT,
        ),
    )
)

_DUE_DOUBTS = _due_doubts()
_DUE_HEADS = _due_heads()


def anything_due(connection: Connection, at: datetime) -> bool:
    """Tell whether a claim may find something; this takes no lock, and there mostly is nothing."""
    return bool(connection.execute(_ANYTHING, {"at": at}).scalar_one())


class Claim:
    """One transaction in which a sender takes what it will deliver or look after."""

    def __init__(
        self,
        connection: Connection,
        *,
        at: datetime,
        running: Mapping[str, timedelta],
        patience: Patience,
        parking: Parking,
        elsewhere: Destination,
    ) -> None:
        """Work inside this transaction; `running` says how often each platform may be redrawn."""
        self._connection = connection
        self._at = at
        self._running = running
        self._patience = patience
        self._parking = parking
        self._elsewhere = elsewhere
        self._paused: Mapping[tuple[str, str], datetime] = {}

    def take(self, room: int) -> Sequence[Parcel]:
        """Take at most `room` parcels, those whose fate is to be found out first."""
        self._doubt_what_expired()
        taken = self._take_doubts(room)
        for _ in range(MOST_ROUNDS):
            rows = self._due(_DUE_HEADS, room - len(taken))
            if not rows:
                break
            taken += self._take_heads(rows)
        return taken

    def _doubt_what_expired(self) -> None:
        rested = self._at + self._patience.quarantine
        self._connection.execute(_DOUBT, {"at": self._at, "rested": rested})

    def _take_doubts(self, room: int) -> list[Parcel]:
        rows = self._due(_DUE_DOUBTS, room, running=list(self._running))
        parcels = [parcel for row in rows if (parcel := self._doubt(row))]
        self._write(_NOT_BEFORE, [{"row": one.id, "until": one.held_until} for one in parcels])
        return parcels

    def _doubt(self, row: Row[Any]) -> Parcel | None:
        return self._parcel(row, Destination(platform=row.platform, address=row.address))

    def _take_heads(self, rows: Sequence[Row[Any]]) -> list[Parcel]:
        places = [row.place for row in rows]
        known = destinations(self._connection, places, elsewhere=self._elsewhere)
        self._paused = self._pauses()  # after the rows: a pause is noted before its row is free
        parcels: list[Parcel] = []
        put_off: list[dict[str, object]] = []
        for row in rows:
            match self._turn(row, known.get(row.place, ())):
                case Parked() as parked:
                    self._park(row, parked)
                case datetime() as later:
                    put_off.append({"row": row.id, "until": later})
                case to:
                    parcel = self._parcel(row, to)
                    parcels += [replace(parcel, attempt=row.attempt + 1)] if parcel else []
        self._write(_NOT_BEFORE, put_off)
        self._write(_SEND, [_sending(parcel) for parcel in parcels])
        return parcels

    def _turn(self, row: Row[Any], known: Sequence[Destination]) -> Destination | datetime | Parked:
        """Decide where this goes now, or when we look again, or why it never goes."""
        if row.tries >= self._patience.most_tries:
            return Parked(Trouble.FAILED)
        if not known and row.stands_on not in self._running:
            return Parked(Trouble.NO_DESTINATION)
        to = self._destination(row, known)
        if to is not None:
            free_at = self._free_at(row, to)
            return to if free_at <= self._at else free_at
        if row.created_at + self._patience.give_up <= self._at:
            return Parked(Trouble.UNAVAILABLE)
        return self._at + ASK_AGAIN

    def _destination(self, row: Row[Any], known: Sequence[Destination]) -> Destination | None:
        running = [one for one in known if one.platform in self._running]
        if row.stands_on not in self._running:
            return running[0] if running else None
        beside = [one for one in running if one.platform == row.stands_on]
        reader = (beside or running or [Destination(platform="", address="")])[0]
        return replace(reader, platform=row.stands_on, address=row.stands_at)

    def _free_at(self, row: Row[Any], to: Destination) -> datetime:
        drawn_at: datetime | None = row.drawn_at
        free = self._paused.get((to.platform, to.conversation), self._at)
        return free if drawn_at is None else max(free, drawn_at + self._running[to.platform])

    def _parcel(self, row: Row[Any], to: Destination) -> Parcel | None:
        try:
            content = _content(row)
        except Damaged:
            self._park(row, Parked(Trouble.DAMAGED))
            return None
        return Parcel(
            id=row.id,
            attempt=row.attempt,
            key=row.key,
            place=Place(row.place),
            to=to,
            content=content,
            reference=row.stands_as if row.stands_on == to.platform else None,
            if_unsure=IfUnsure(row.if_unsure),
            unsure=row.state == "unsure",
            held_until=self._at + self._patience.lease,
            created_at=row.created_at,
        )

    def _park(self, row: Row[Any], parked: Parked) -> None:
        self._parking.park(row.id, attempt=row.attempt, place=Place(row.place), parked=parked)

    def _pauses(self) -> Mapping[tuple[str, str], datetime]:
        rows = self._connection.execute(
            select(paused_destinations).where(paused_destinations.c.until > self._at)
        )
        return {(row.platform, row.address): row.until for row in rows}

    def _due(self, which: Select[Any], room: int, **more: object) -> Sequence[Row[Any]]:
        return self._connection.execute(which, {"at": self._at, "room": room, **more}).all()

    def _write(self, statement: Any, rows: Iterable[Mapping[str, object]]) -> None:
        if given := list(rows):
            self._connection.execute(statement, given)


def _content(row: Row[Any]) -> Message | Paper | About:
    if row.view is not None:
        return About(row.view, row.subject)
    said = decode(row.payload or b"")
    if not isinstance(said, Card | File | Paper):
        raise Damaged(type(said).__name__)
    return said


def _sending(parcel: Parcel) -> dict[str, object]:
    return {
        "row": parcel.id,
        "until": parcel.held_until,
        "to_platform": parcel.to.platform,
        "to_address": parcel.to.address,
    }
