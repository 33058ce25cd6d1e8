"""What the settings remember, and the transaction they do it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.parcel import Destination, Trouble
from handlers.people import PersonId, Place, Side
from handlers.work import Work


@dataclass(frozen=True, slots=True)
class Stuck:
    """A message that was given up."""

    place: Place
    trouble: Trouble

    @property
    def person(self) -> PersonId | None:
        """For whom it was; nobody in person for a channel."""
        kind, _, who = self.place.name.partition(":")
        return PersonId(who) if kind in {"person", "home"} else None


class Switchboard(Protocol):
    """Where the teams and the people are spoken to."""

    def channels(self) -> Mapping[Side, Destination]:
        """Give each side's channel, where one was chosen."""
        ...

    def connect(self, side: Side, to: Destination) -> None:
        """Make this a side's channel."""
        ...

    def platforms_of(self, person: PersonId) -> Sequence[str]:
        """List the platforms on which a person has an account."""
        ...


class Undelivered(Protocol):
    """Messages that were given up."""

    def count(self) -> int:
        """Count them all."""
        ...

    def newest(self, most: int) -> Sequence[Stuck]:
        """List the newest, one for each place and trouble."""
        ...

    def retry(self) -> int:
        """Put back to the waiting ones what may be sent again, and count it.

        What perhaps arrived, and what cannot be read any more, stays where it is.
        """
        ...


class SettingsWork(Work, Protocol):
    """A transaction in which settings are changed."""

    @property
    def switchboard(self) -> Switchboard:
        """Where the teams and the people are spoken to."""
        ...

    @property
    def undelivered(self) -> Undelivered:
        """Messages that were given up."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> SettingsWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], SettingsWork]
"""Begins a transaction that only reads."""
