"""What the write-back remembers, and the transaction it does it in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from handlers.connector import RemoteField
from handlers.keeping import Word
from handlers.lead import LeadId
from handlers.people import PersonId
from handlers.work import About, Work
from handlers.writing.model import Bundle, Queue, WriteBack, WriteId


class Writes(Protocol):
    """The queue to the CRM, which is its own audit log: nothing leaves it."""

    def add(self, writes: Iterable[WriteBack]) -> None:
        """Keep what a person confirmed."""
        ...

    def move(
        self,
        write: WriteBack,
        *,
        held_until: datetime | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Keep a newer form of a write-back, and let go of it unless `held_until` says otherwise.

        Raise `Stale` when its version is no longer the one before this: somebody else was faster.
        """
        ...

    def is_due(self, system: str, at: datetime) -> bool:
        """Tell whether `claim` would find anything; it only reads."""
        ...

    def claim(self, system: str, *, at: datetime, until: datetime, most: int) -> Sequence[Bundle]:
        """Take bundles of one CRM that may leave, the oldest of each lead, and hold them until then."""
        ...

    def bundle(self, write: WriteId) -> Bundle:
        """Give a write-back with all that was confirmed with it, or raise `NotFound`."""
        ...

    def waiting(self, lead: LeadId) -> Sequence[WriteBack]:
        """List what waits to be written to a lead, oldest first."""
        ...

    def latest(self, lead: LeadId) -> datetime | None:
        """Tell when something was confirmed for a lead last."""
        ...

    def own_values(self, write: WriteBack) -> Collection[str]:
        """Give what the CRM got from the same person, confirmed before this and written after it."""
        ...

    def undone_by(self, wanted: Iterable[WriteId]) -> Collection[WriteId]:
        """Tell which of these somebody is taking back already."""
        ...

    def newest(
        self, most: int, *, person: PersonId | None = None, before: WriteBack | None = None
    ) -> Sequence[WriteBack]:
        """List what was confirmed, newest first: everybody's, or one person's."""
        ...

    def unsure(self, at: datetime, most: int) -> Sequence[WriteBack]:
        """List what was sent while nobody heard whether it arrived, oldest first."""
        ...

    def queues(self, at: datetime) -> Sequence[Queue]:
        """Tell of each CRM how much waits for it, and how much for its person."""
        ...


class Dictionary(Protocol):
    """What the company said about the CRM's words and fields."""

    def words(self, system: str) -> Sequence[Word]:
        """List what was said about a CRM's words."""
        ...

    def fields(self, system: str) -> Sequence[RemoteField]:
        """List a CRM's fields as it described them last."""
        ...


class WritingWork(Work, Protocol):
    """A transaction in which something is confirmed, written or taken back."""

    @property
    def writes(self) -> Writes:
        """The queue to the CRM."""
        ...

    @property
    def mappings(self) -> Dictionary:
        """What the company said about the CRM's words and fields."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> WritingWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], WritingWork]
"""Begins a transaction that only reads."""


def fate_view(bundle: Bundle) -> About:
    """Name the live card that tells a person what became of what they confirmed."""
    return About("writing.fate", bundle.id)
