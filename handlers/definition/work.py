"""What the definition remembers, and the transaction it is agreed in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from handlers.definition.model import CriterionId, Version
from handlers.lead import LeadId
from handlers.message import Option
from handlers.phrase import Phrase
from handlers.work import About, Work

EXTRA = "extra:"
"""What the name of a further column of the CRM begins with."""

OWN_FIELDS = (
    *("company", "title", "email", "phone", "source", "campaign", "status", "owner", "next_step"),
)
"""The fields that every lead has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejections:
    """What flags said against leads within a stretch of time; each counts once."""

    total: int = 0
    by_reason: Mapping[str, int] = field(default_factory=dict[str, int])
    """All of them."""
    on_met_by_reason: Mapping[str, int] = field(default_factory=dict[str, int])
    """Those on leads that missed no criterion of their day."""
    missing: Mapping[CriterionId, int] = field(default_factory=dict[CriterionId, int])
    """How many found this criterion missed."""

    @property
    def on_met(self) -> int:
        """Count those on leads that missed no criterion of their day."""
        return sum(self.on_met_by_reason.values())


class Definitions(Protocol):
    """The versions of the definition, and the fields that tests look at."""

    def hold(self) -> None:
        """Let no other transaction change the definition until this one ends.

        Whoever changes a version holds first and reads then: so two heads may sign at once.
        """
        ...

    def add(self, version: Version) -> None:
        """Keep a new version."""
        ...

    def next_number(self) -> int:
        """Give the number of the next proposal."""
        ...

    def get(self, number: int) -> Version:
        """Give a version, or raise `NotFound`."""
        ...

    def keep(self, version: Version) -> None:
        """Keep a version's newest text, state and signatures."""
        ...

    def in_force(self, at: datetime) -> Version | None:
        """Give the version that was in force at a moment."""
        ...

    def ever_in_force(self) -> Sequence[Version]:
        """List the versions that are or were in force, newest first."""
        ...

    def proposed(self) -> Sequence[Version]:
        """List the proposals that wait for signatures, oldest first."""
        ...

    def all(self) -> Sequence[Version]:
        """List all versions, newest first; drafts among them."""
        ...

    def fields(self) -> Sequence[str]:
        """List the fields that leads have: ours, and ``extra:<name>`` for further columns.

        The newest 10,000 leads tell which further columns there are.
        """
        ...

    def still_there(self, fields: Iterable[str]) -> Collection[str]:
        """Tell which of these fields any of the newest 10,000 leads has."""
        ...

    def values(self, field: str, most: int) -> Sequence[str]:
        """List the values that a field has among the newest 10,000 leads, most used first."""
        ...

    def read(self, wanted: Iterable[LeadId]) -> Mapping[LeadId, Mapping[str, str]]:
        """Give the fields of these leads, as far as they say anything.

        An owner is said by a number, for a definition asks only whether there is one.
        """
        ...

    def newest(self, since: datetime, most: int) -> Sequence[LeadId]:
        """List the newest leads that were created since a moment."""
        ...

    def rejections(self, since: datetime, until: datetime) -> Rejections:
        """Count the flags that reject or disqualify a lead, without those taken back."""
        ...

    def rejected_leads(
        self, reason: str, since: datetime, until: datetime, *, most: int
    ) -> Sequence[str]:
        """Name the newest leads that missed no criterion and were rejected for a reason."""
        ...

    def looked_for_drift(self, week: date) -> bool:
        """Tell whether drift was looked for in the week of this Monday."""
        ...

    def note_drift(self, week: date, at: datetime) -> bool:
        """Note that drift was looked for, and tell whether this transaction was the first to."""
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


@dataclass(frozen=True, slots=True)
class Nameable:
    """The reasons of flags, as the definition knows them."""

    labels: Mapping[str, Phrase]
    """What each is called, also those that are offered to nobody any more."""
    offered: Collection[str]
    """Of which a definition can speak."""

    def options(self, covered: Collection[str] = ()) -> tuple[Option, ...]:
        """Give what a criterion may cover; what it `covered` before stays to be chosen."""
        wanted = {*self.offered, *covered}
        return tuple(Option(key, label) for key, label in self.labels.items() if key in wanted)


Reasons = Callable[[DefinitionWork], Nameable]
"""Gives the reasons of flags.

Flags stand above the definition, so whoever puts the features together hands them in.
"""


def definition_view(number: int) -> About:
    """Name the live card of a version."""
    return About("definition.card", str(number))
