"""The sender's counter: what may leave is taken here, and what became of it is told here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import (
    Connection,
    Engine,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert  # SQLite understands its words

from handlers.parcel import (
    Backlog,
    Destination,
    Doubtful,
    Fate,
    Gone,
    Later,
    Parcel,
    Parked,
    Patience,
    Paused,
    Sent,
)
from handlers.work import About, NewId, Now
from storage.claim import Claim, anything_due
from storage.parking import Parking
from storage.schema import UNSENT, messages, outbox, paused_destinations

_FENCED = update(outbox).where(
    outbox.c.id == bindparam("row"), outbox.c.attempt == bindparam("fence")
)
_UNDER_WAY = _FENCED.where(outbox.c.state.in_(["sending", "unsure"]))

_STILL_OURS = or_(
    outbox.c.state.in_(["sending", "unsure"]),
    and_(outbox.c.state.in_(["waiting", "parked"]), outbox.c.view.is_(None)),
)
"""What was put back or given up is done if it arrived after all; a live one is drawn again."""

_DONE = _FENCED.where(_STILL_OURS).values(
    state="sent", sent_at=bindparam("at"), reference=bindparam("called")
)

_LATER = _UNDER_WAY.values(
    state="waiting", not_before=bindparam("at"), tries=outbox.c.tries - bindparam("given_back")
)
_DOUBT = _UNDER_WAY.values(state="unsure", not_before=bindparam("at"))

_PAUSING = upsert(paused_destinations)
_PAUSE = _PAUSING.on_conflict_do_update(
    index_elements=["platform", "address"], set_={"until": _PAUSING.excluded.until}
)

_BACKLOG = (
    select(
        outbox.c.state, func.count().label("many"), func.min(outbox.c.created_at).label("oldest")
    )
    .where(UNSENT)
    .group_by(outbox.c.state)
)


class SqlPostOffice:
    """The outbox as the sender sees it; each call is a transaction of its own."""

    def __init__(
        self,
        engine: Engine,
        *,
        now: Now,
        new_id: NewId,
        patience: Patience | None = None,
        elsewhere: Destination = Destination(platform="", address=""),  # noqa: B008 - frozen
    ) -> None:
        """Open the counter; `elsewhere` says how channels that are no side's are spoken to."""
        self._engine = engine
        self._now = now
        self._new_id = new_id
        self._patience = patience or Patience()
        self._elsewhere = elsewhere

    def claim(self, running: Mapping[str, timedelta], room: int) -> Sequence[Parcel]:
        """Take at most `room` parcels; `running` says how often each platform may be redrawn."""
        at = self._now()
        with self._reading() as connection:
            if not anything_due(connection, at):
                return []
        with self._engine.begin() as connection:
            claim = Claim(
                connection,
                at=at,
                running=running,
                patience=self._patience,
                parking=Parking(connection, at=at, new_id=self._new_id),
                elsewhere=self._elsewhere,
            )
            return claim.take(room)

    def settle(self, parcel: Parcel, fate: Fate) -> None:
        """Write down what became of a parcel; no effect where a later attempt has overtaken it."""
        with self._engine.begin() as connection:
            self._settle(connection, parcel, fate)

    def backlog(self) -> Backlog:
        """Tell how much has not left yet."""
        at = self._now()
        with self._reading() as connection:
            found = {row.state: row for row in connection.execute(_BACKLOG)}
        count = {state: row.many for state, row in found.items()}
        return Backlog(
            waiting=count.get("waiting", 0),
            sending=count.get("sending", 0),
            unsure=count.get("unsure", 0),
            parked=count.get("parked", 0),
            oldest=at - found["waiting"].oldest if "waiting" in found else timedelta(),
        )

    def _reading(self) -> Connection:
        return self._engine.connect().execution_options(reads_only=True)

    def _settle(self, connection: Connection, parcel: Parcel, fate: Fate) -> None:
        at = self._now()
        match fate:
            case Sent(reference):
                if _change(connection, _DONE, parcel, at=at, called=reference):
                    _stands(connection, parcel, reference, at)
            case Gone():
                if _change(connection, _DONE, parcel, at=at, called=None):
                    _stands_no_more(connection, parcel)
            case Later(at=later, counts=counts):
                _change(connection, _LATER, parcel, at=later, given_back=int(not counts))
            case Paused(until):
                _pause(connection, parcel, until)
                _change(connection, _LATER, parcel, at=until, given_back=1)
            case Doubtful(look_at):
                _change(connection, _DOUBT, parcel, at=look_at)
            case Parked():
                parking = Parking(connection, at=at, new_id=self._new_id)
                parking.park(parcel.id, attempt=parcel.attempt, place=parcel.place, parked=fate)
            case _:
                assert_never(fate)


def _change(connection: Connection, to: Update, parcel: Parcel, **values: Any) -> bool:
    """Change the row if this attempt still has it."""
    fenced = {"row": parcel.id, "fence": parcel.attempt, **values}
    return connection.execute(to, fenced).rowcount == 1


def _stands(connection: Connection, parcel: Parcel, reference: str, at: datetime) -> None:
    """Remember where the live message stands now."""
    if isinstance(parcel.content, About):
        _stands_no_more(connection, parcel)
        row = {
            "view": parcel.content.view,
            "subject": parcel.content.subject,
            "place": parcel.place.name,
            "platform": parcel.to.platform,
            "address": parcel.to.address,
            "reference": reference,
            "drawn_at": at,
        }
        connection.execute(insert(messages), row)


def _stands_no_more(connection: Connection, parcel: Parcel) -> None:
    if isinstance(parcel.content, About):
        connection.execute(
            delete(messages).where(
                messages.c.view == parcel.content.view,
                messages.c.subject == parcel.content.subject,
                messages.c.place == parcel.place.name,
            )
        )


def _pause(connection: Connection, parcel: Parcel, until: datetime) -> None:
    to = parcel.to
    connection.execute(
        _PAUSE, {"platform": to.platform, "address": to.conversation, "until": until}
    )
