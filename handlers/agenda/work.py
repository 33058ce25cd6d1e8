"""What the joint meeting remembers, and the transaction it is arranged in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from handlers.agenda.model import (
    Action,
    ActionId,
    Item,
    ItemId,
    Meeting,
    MeetingId,
    Series,
    SeriesId,
    Topic,
)
from handlers.people import PersonId
from handlers.work import About, Work


class Agenda(Protocol):
    """Series, meetings, what is on their agendas, and actions."""

    def add_series(self, new: Series) -> None:
        """Keep a new series, or raise `Stale` when one runs already."""
        ...

    def keep_series(self, newest: Series) -> None:
        """Keep a series' newest form, or raise `Stale` when its version was overtaken."""
        ...

    def series(self, wanted: SeriesId) -> Series:
        """Give a series, or raise `NotFound`."""
        ...

    def running(self) -> Series | None:
        """Give the series that runs; there is one at most."""
        ...

    def hold_running(self) -> Series | None:
        """Give the series that runs; nobody else plans its meetings until this transaction ends."""
        ...

    def add(self, meeting: Meeting) -> None:
        """Keep a new meeting."""
        ...

    def get(self, meeting: MeetingId) -> Meeting:
        """Give a meeting, or raise `NotFound`."""
        ...

    def hold(self, meeting: MeetingId) -> Meeting:
        """Give a meeting that nobody else changes until this transaction ends, or raise `NotFound`."""
        ...

    def keep(self, meeting: Meeting) -> None:
        """Keep a meeting's newest form."""
        ...

    def upcoming(self) -> Meeting | None:
        """Give the meeting that is planned, or under way; there is one at most."""
        ...

    def last_held(self) -> Meeting | None:
        """Give the meeting that was over last."""
        ...

    def unminuted(self) -> Sequence[Meeting]:
        """List the meetings that are over and whose minutes were not posted, oldest first."""
        ...

    def of(self, wanted: SeriesId) -> Sequence[Meeting]:
        """List all meetings of a series, oldest first."""
        ...

    def items(self, meeting: MeetingId) -> Sequence[Item]:
        """List a meeting's items in their order."""
        ...

    def arrange(self, meeting: MeetingId, items: Sequence[Item]) -> None:
        """Let a meeting have exactly these items."""
        ...

    def topics(self, at: datetime) -> Sequence[Topic]:
        """List what asks for the meeting's time, each thing once."""
        ...

    def add_action(self, action: Action) -> None:
        """Keep a new action."""
        ...

    def action(self, action: ActionId) -> Action:
        """Give an action that nobody else changes until this transaction ends, or raise `NotFound`."""
        ...

    def keep_action(self, action: Action) -> None:
        """Keep an action's newest form."""
        ...

    def open_actions(self) -> Sequence[Action]:
        """List the actions that are not done, the one due first before the others."""
        ...

    def open_actions_of(self, person: PersonId) -> Sequence[Action]:
        """List somebody's own actions that are not done, likewise."""
        ...

    def agreed_in(self, meeting: MeetingId) -> Sequence[Action]:
        """List the actions that were agreed in a meeting, in that order."""
        ...

    def closed_since(self, at: datetime) -> Sequence[Action]:
        """List the actions that were done or given up since then, oldest first."""
        ...

    def untold(self) -> Sequence[Action]:
        """List the open actions that their owners have not got in a direct message."""
        ...

    def due_until(self, day: date) -> Sequence[Action]:
        """List the open actions due by a day whose owners got them and were not reminded."""
        ...

    def told(self, wanted: Sequence[ActionId], at: datetime) -> bool:
        """Note that the owners got these; false where another transaction was the one to do it."""
        ...

    def reminded(self, wanted: Sequence[ActionId], at: datetime) -> bool:
        """Note that the owners were reminded of these; false likewise."""
        ...


class AgendaWork(Work, Protocol):
    """A transaction in which the joint meeting is arranged."""

    @property
    def agenda(self) -> Agenda:
        """The joint meeting."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> AgendaWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], AgendaWork]
"""Begins a transaction that only reads."""


def agenda_view(meeting: MeetingId) -> About:
    """Name the live agenda of a meeting."""
    return About("agenda.card", meeting)


def item_of(items: Sequence[Item], wanted: str) -> Item | None:
    """Find an item by its id."""
    return next((item for item in items if item.id == ItemId(wanted)), None)
