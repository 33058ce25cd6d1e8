"""Tells administrators that a CRM cannot be read, once a day at most."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.errors import AlreadyDone
from handlers.keeping import Stream
from handlers.mapping.cards import trouble_card
from handlers.mapping.work import Look, OpenWork
from handlers.message import Card
from handlers.people import Place, Role
from handlers.work import Work

PATIENCE = timedelta(hours=1)
"""What is over within this time is nobody's business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A job of the schedule."""

    open_work: OpenWork
    look: Look

    def tell(self, at: datetime) -> None:
        """Tell of every CRM that needs a hand, or did not answer for an hour."""
        with self.look() as work:
            streams = [one for one in work.mappings.systems() if needs_telling(one, at)]
        for one in streams:
            deed = f"mapping.trouble:{one.system}:{at.date()}"
            tell_administrators(self.open_work, deed, trouble_card(one, at))


def tell_administrators(open_work: Callable[[str], Work], deed: str, card: Card) -> None:
    """Tell every administrator, unless that was done already."""
    with suppress(AlreadyDone), open_work(deed) as work:
        for person in work.people.with_role(Role.ADMINISTRATOR):
            work.outbox.post(Place.direct(person.id), card)
        work.commit()


def needs_telling(stream: Stream, at: datetime) -> bool:
    """Tell whether somebody has to hear of a stream's trouble."""
    if stream.trouble is None:
        return False
    since = stream.succeeded_at or stream.failed_at or at
    return stream.asks_a_hand or at - since >= PATIENCE
