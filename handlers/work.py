"""One transaction, and what leaves the house after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from handlers.lead import Leads
from handlers.message import Card, Paper
from handlers.people import People, PersonId, Place

DEEDS_REMEMBERED = timedelta(days=46)
"""How long it is known that a deed was done; no button may be pressed for longer."""


@dataclass(frozen=True, slots=True)
class About:
    """What a live message is about: the view that draws it, and the id of its subject."""

    view: str
    """``questions.answer``"""
    subject: str


def home_view(person: PersonId) -> About:
    """Name the live card that a person alone opens in the bot's profile."""
    return About("home.card", person)


class IfUnsure(StrEnum):
    """What happens to a message when the platform hides whether it arrived and cannot be asked."""

    REPEAT = "repeat"
    """It is sent again: seeing it twice does no harm."""
    LEAVE = "leave"
    """It is never sent twice; the administrator sees that its fate is unknown."""


class Outbox(Protocol):
    """What leaves after the commit; nothing leaves when there is none."""

    def post(
        self, place: Place, message: Card | Paper, *, if_unsure: IfUnsure = IfUnsure.REPEAT
    ) -> None:
        """Send a message as it is now."""
        ...

    def show(self, place: Place, about: About, *, if_unsure: IfUnsure = IfUnsure.REPEAT) -> None:
        """Bring the live message about something up to date, and post it where it is not yet.

        The message is drawn when it leaves, so ten changes in a second cost one drawing.
        """
        ...

    def stands(self, place: Place, about: About) -> bool:
        """Tell whether a live message about this stands here, or is about to."""
        ...

    def refresh(self, about: About) -> None:
        """Bring every message about this up to date, wherever it stands."""
        ...


class Work(Protocol):
    """One transaction: all of it is kept by `commit`, or nothing."""

    @property
    def people(self) -> People:
        """Everybody Leadloop knows."""
        ...

    @property
    def leads(self) -> Leads:
        """Our copy of the CRM's leads."""
        ...

    @property
    def outbox(self) -> Outbox:
        """What leaves after the commit."""
        ...

    def commit(self) -> None:
        """Keep everything that was done."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed."""
        ...


Now = Callable[[], datetime]
"""Tells the time, aware of its zone; rules take it, and only `bot/app.py` knows the system's clock."""

NewId = Callable[[], str]

Draw = Callable[[str], Card | None]
"""Draws the live message about a subject as it is now; nothing when it should vanish."""

Views = Mapping[str, Draw]
