"""What the definition remembers, and the transaction it is agreed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from handlers.definition.model import Version
from handlers.lead import LeadId
from handlers.work import About, Work


class Definitions(Protocol):
    """The versions of the definition, and the fields that tests look at."""

    def add(self, version: Version) -> None:
        """Keep a new proposal."""
        ...

    def next_number(self) -> int:
        """Give the number of the next proposal."""
        ...

    def get(self, number: int) -> Version:
        """Give a version, or raise `NotFound`."""
        ...

    def keep(self, version: Version) -> None:
        """Keep a version's newest state and signatures, or raise `Stale` when they were overtaken."""
        ...

    def in_force(self, at: datetime) -> Version | None:
        """Give the version that was in force at a moment."""
        ...

    def proposed(self) -> Sequence[Version]:
        """List the proposals that wait for signatures, oldest first."""
        ...

    def all(self) -> Sequence[Version]:
        """List all versions, newest first."""
        ...

    def fields(self) -> Sequence[str]:
        """List the fields that leads have: ours, and ``extra:<name>`` for further columns."""
        ...

    def values(self, field: str, most: int) -> Sequence[str]:
        """List the values that a field has, most used first."""
        ...

    def read(self, leads: Iterable[LeadId]) -> Mapping[LeadId, Mapping[str, str]]:
        """Give the fields of these leads, as far as they say anything."""
        ...


class DefinitionWork(Work, Protocol):
    """A transaction that knows the definition."""

    @property
    def definitions(self) -> Definitions:
        """The versions of the definition."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> DefinitionWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], DefinitionWork]
"""Begins a transaction that only reads."""


def definition_view(number: int) -> About:
    """Name the live card of a version."""
    return About("definition.card", str(number))
