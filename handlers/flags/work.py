"""What the flags remember, and the transaction they do it in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from handlers.definition.work import DefinitionWork
from handlers.flags.model import (
    Finding,
    FindingId,
    Flag,
    FlagId,
    FlagReason,
    Stepped,
    Subject,
)
from handlers.lead import LeadId
from handlers.people import PersonId
from handlers.work import About


class Flags(Protocol):
    """Flags and their audit trail."""

    def add(self, flag: Flag, step: Stepped) -> None:
        """Keep a new flag and the first line of its trail."""
        ...

    def get(self, flag: FlagId) -> Flag:
        """Give a flag, or raise `NotFound`."""
        ...

    def by_ids(self, wanted: Iterable[FlagId]) -> Mapping[FlagId, Flag]:
        """Give the flags of these ids that exist."""
        ...

    def move(self, flag: Flag, step: Stepped) -> None:
        """Keep a flag after a step and the line of it.

        Raise `Stale` when another step was kept since the flag was read: its version is no longer
        the one before this flag's.
        """
        ...

    def trail(self, flag: FlagId) -> Sequence[Stepped]:
        """List a flag's steps, oldest first."""
        ...

    def of_leads(self, wanted: Iterable[LeadId]) -> Mapping[LeadId, Sequence[Flag]]:
        """Give the flags of each lead that has any, newest first, without those withdrawn."""
        ...

    def raised_by(self, person: PersonId, most: int) -> Sequence[Flag]:
        """List somebody's own flags, newest first."""
        ...

    def undecided(self, most: int) -> Sequence[Flag]:
        """List the flags that await a decision, the most pressing first."""
        ...

    def count_undecided(self) -> int:
        """Count the flags that await a decision."""
        ...

    def overdue(self, at: datetime) -> Sequence[Flag]:
        """List the undecided flags whose time is over and of which marketing was not reminded."""
        ...

    def reminded(self, wanted: Iterable[FlagId], at: datetime) -> None:
        """Note that marketing was reminded of these."""
        ...

    def any_untold(self) -> bool:
        """Tell whether any step is unknown to those whom it concerns."""
        ...

    def untold(self) -> Sequence[Stepped]:
        """List the steps that the rep who raised the flag, or marketing, has not heard of."""
        ...

    def told(self, wanted: Iterable[Stepped], at: datetime) -> None:
        """Note that these steps were told."""
        ...

    def changed_before(self, at: datetime) -> Sequence[Flag]:
        """List the flags whose change was done before then and whose effect nobody was told."""
        ...

    def effect_told(self, flag: FlagId, at: datetime) -> None:
        """Note that the rep heard what the change did."""
        ...

    def reasons(self) -> Sequence[FlagReason]:
        """List what the company changed of the reasons, and its own; see `reasons.catalogue`."""
        ...

    def keep_reason(self, reason: FlagReason) -> None:
        """Keep a reason as the company wants it."""
        ...


class Findings(Protocol):
    """What many flags have in common."""

    def any_ungathered(self) -> bool:
        """Tell whether any flag was not taken into account yet."""
        ...

    def gather(self, at: datetime) -> Sequence[tuple[Flag, Sequence[Subject]]]:
        """Take the flags that were not taken into account yet, each with what it may be a case of."""
        ...

    def cases(self, flag: Flag, subject: Subject) -> int:
        """Count the flags of a flag's reason on a subject since the last finding on it was decided."""
        ...

    def open_on(self, flag: Flag, subject: Subject) -> Finding | None:
        """Give the undecided finding about a flag's reason on a subject."""
        ...

    def add(self, finding: Finding) -> None:
        """Keep a new finding."""
        ...

    def get(self, finding: FindingId) -> Finding:
        """Give a finding, or raise `NotFound`."""
        ...

    def keep(self, finding: Finding) -> None:
        """Keep a finding's newest form, or raise `Stale` when its version was overtaken."""
        ...

    def undecided(self) -> Sequence[Finding]:
        """List the findings that await a decision, oldest first."""
        ...

    def flags_of(self, finding: FindingId, most: int) -> Sequence[Flag]:
        """List the newest flags that a finding gathers."""
        ...

    def undecided_flags_of(self, finding: FindingId) -> Sequence[Flag]:
        """List the flags of a finding that await a decision."""
        ...

    def count(self, wanted: Sequence[FindingId], at: datetime) -> None:
        """Count the rates of these findings anew, in the database."""
        ...

    def uncounted(self, before: datetime) -> Sequence[FindingId]:
        """List the undecided findings whose rates were not counted since then."""
        ...


class FlagWork(DefinitionWork, Protocol):
    """A transaction in which leads are flagged and flags decided."""

    @property
    def flags(self) -> Flags:
        """What reps said of leads."""
        ...

    @property
    def findings(self) -> Findings:
        """What many flags have in common."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> FlagWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], FlagWork]
"""Begins a transaction that only reads."""


def flag_view(flag: FlagId) -> About:
    """Name the live card of a flag."""
    return About("flags.card", flag)


def finding_view(finding: FindingId) -> About:
    """Name the live card of a finding."""
    return About("flags.finding", finding)
