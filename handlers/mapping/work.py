"""What the mapping remembers, and the transaction it is decided in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.connector import RemoteField
from handlers.keeping import Stream, Word, WordKind
from handlers.work import Work


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A word of the CRM's that nobody has told us the meaning of."""

    system: str
    kind: WordKind
    word: str
    count: int
    """Leads that have it."""


class Mappings(Protocol):
    """What the company said about the CRM's words and fields, and what it has not said yet."""

    def systems(self) -> Sequence[Stream]:
        """List the CRMs that are kept in step, and how far each is."""
        ...

    def words(self, system: str) -> Sequence[Word]:
        """List what was said about a CRM's words."""
        ...

    def fields(self, system: str) -> Sequence[RemoteField]:
        """List a CRM's fields as it described them last, by label."""
        ...

    def unmapped(self, most: int) -> Sequence[Unmapped]:
        """List words that leads have and nobody knows, the commonest first; files' words as well."""
        ...

    def keep(self, system: str, word: Word) -> int:
        """Keep what a word means, and count the leads that it changes at once."""
        ...

    def read_anew(self, system: str) -> None:
        """Read all leads of a CRM again, since more of their fields are wanted."""
        ...


class MappingWork(Work, Protocol):
    """A transaction in which words are mapped."""

    @property
    def mappings(self) -> Mappings:
        """What the company said about the CRM's words."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> MappingWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], MappingWork]
"""Begins a transaction that only reads."""
