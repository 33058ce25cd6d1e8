"""What leaves after the commit, written down inside the transaction that decided it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, bindparam, insert, select, union

from handlers.message import Card, Paper
from handlers.people import Place
from handlers.work import About, IfUnsure, NewId, Now
from storage.schema import OPEN, messages, outbox
from storage.wire import encode

_INSERT = insert(outbox)

_ABOUT = and_(
    outbox.c.view == bindparam("view"),
    outbox.c.subject == bindparam("subject"),
    OPEN,
)

_WAITING = (
    select(outbox.c.place).where(_ABOUT, outbox.c.state == "waiting").with_for_update(read=True)
)
"""Locked against the claim until we commit: it could draw what was before our change."""

_WAITING_THERE = _WAITING.where(outbox.c.place == bindparam("place"))

_WAITING_ANYWHERE = _WAITING.cte("still_waiting")

_STANDING = union(
    select(messages.c.place).where(
        messages.c.view == bindparam("view"), messages.c.subject == bindparam("subject")
    ),
    # what is never sent twice waits until it stands: if its fate stays unknown, nothing may follow it
    select(outbox.c.place).where(_ABOUT, outbox.c.if_unsure == IfUnsure.REPEAT.value),
).cte("standing")

_TO_REFRESH = (
    select(_STANDING.c.place)
    .where(_STANDING.c.place.not_in(select(_WAITING_ANYWHERE.c.place)))
    .order_by(_STANDING.c.place)
)

_STANDING_THERE = select(_STANDING.c.place).where(_STANDING.c.place == bindparam("place"))


class SqlOutbox:
    """Messages that leave when, and only when, this transaction commits."""

    def __init__(self, connection: Connection, *, now: Now, new_id: NewId) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._now = now
        self._new_id = new_id

    def post(
        self, place: Place, message: Card | Paper, *, if_unsure: IfUnsure = IfUnsure.REPEAT
    ) -> None:
        """Send a message as it is now."""
        row = self._row(place.name, if_unsure) | {"payload": encode(message)}
        self._connection.execute(_INSERT, row)

    def show(self, place: Place, about: About, *, if_unsure: IfUnsure = IfUnsure.REPEAT) -> None:
        """Bring the live message about something up to date, or post it where it is not yet."""
        wanted = {"view": about.view, "subject": about.subject, "place": place.name}
        if self._connection.execute(_WAITING_THERE, wanted).first() is None:
            self._draw(about, [place.name], if_unsure)

    def stands(self, place: Place, about: About) -> bool:
        """Tell whether a live message about this stands here, or is about to."""
        wanted = {"view": about.view, "subject": about.subject, "place": place.name}
        return self._connection.execute(_STANDING_THERE, wanted).first() is not None

    def refresh(self, about: About) -> None:
        """Bring every message about this up to date, wherever it stands or is about to stand."""
        wanted = {"view": about.view, "subject": about.subject}
        places = self._connection.execute(_TO_REFRESH, wanted).scalars().all()
        if places:
            self._draw(about, places, IfUnsure.REPEAT)

    def _draw(self, about: About, places: Iterable[str], if_unsure: IfUnsure) -> None:
        live = {"view": about.view, "subject": about.subject}
        rows = [self._row(place, if_unsure) | live for place in places]
        self._connection.execute(_INSERT, rows)

    def _row(self, place: str, if_unsure: IfUnsure) -> dict[str, object]:
        at = self._now()
        return {
            "place": place,
            "if_unsure": if_unsure.value,
            "state": "waiting",
            "key": self._new_id(),
            "not_before": at,
            "created_at": at,
        }
