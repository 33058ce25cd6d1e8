"""What the flags remember, and the transaction they do it in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from handlers.definition.model import CriterionId
from handlers.definition.work import DefinitionWork
from handlers.envelope import EnvelopeId
from handlers.flags.model import (
    Effect,
    Finding,
    FindingId,
    Flag,
    FlagId,
    FlagReason,
    FlagRow,
    On,
    Rates,
    ReasonKey,
    StepId,
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
        the one before this flag's. A flag that is reopened may be reminded of and have its effect
        told anew.
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

    def told(self, wanted: Iterable[Stepped], at: datetime) -> Collection[StepId]:
        """Note that these steps were told, and give those that nobody else told in the meantime."""
        ...

    def changed_before(self, at: datetime) -> Sequence[Flag]:
        """List the flags whose change was done before then and whose effect nobody was told."""
        ...

    def effect_told(self, flag: FlagId, at: datetime) -> bool:
        """Note that the rep heard what the change did, and tell whether this transaction did so."""
        ...

    def people_to_ask(self) -> Sequence[PersonId]:
        """List who raised the flags of which marketing needs more and that are in no envelope yet."""
        ...

    def to_ask(self, person: PersonId, most: int) -> Sequence[Flag]:
        """List such flags of a person, oldest first."""
        ...

    def put_into(self, envelope: EnvelopeId, wanted: Sequence[Flag]) -> None:
        """Put flags into an envelope as they are now."""
        ...

    def rows(self, envelope: EnvelopeId) -> Sequence[FlagRow]:
        """List the flags of an envelope in the order in which they were raised."""
        ...

    def open_rows(self, person: PersonId) -> Sequence[FlagRow]:
        """List the flags that wait in a person's envelopes, in the order in which they were raised."""
        ...

    def envelopes_of(self, wanted: Iterable[FlagId]) -> Sequence[EnvelopeId]:
        """List the envelopes in which any of these flags stands."""
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

    def gather(self) -> Sequence[Flag]:
        """Take the flags that were not taken into account yet, oldest first."""
        ...

    def regather(self, flag: Flag) -> Sequence[FindingId]:
        """Count the cases of the undecided findings that a flag is a case of, and name them."""
        ...

    def loose_cases(self, flag: Flag) -> Mapping[tuple[On, str], int]:
        """Count the flags that share a flag's reason and a subject with it, and are in no finding.

        The subjects are told by what they are and their key.
        """
        ...

    def words_of(self, criterion: CriterionId) -> str:
        """Give the newest words of a criterion; none where it is no longer known."""
        ...

    def cases(self, reason: ReasonKey, subject: Subject) -> int:
        """Count the flags of a reason on a subject since the last finding on it was decided."""
        ...

    def add(self, finding: Finding) -> bool:
        """Keep a new finding, and tell whether nobody else opened one about the same meanwhile."""
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
        """List the flags of a finding that await a decision, and let nobody else decide them."""
        ...

    def uncounted(self, before: datetime) -> Sequence[Finding]:
        """List the undecided findings whose rates were not counted since then."""
        ...

    def told(self) -> Sequence[Finding]:
        """List the findings with rates of enough leads to be shown, decided ones too, fewest first."""
        ...

    def rates(self, wanted: Sequence[FindingId], at: datetime) -> Mapping[FindingId, Rates]:
        """Count the rates of these findings on campaigns and sources, in the database, all at once.

        It reads every lead of the period: seconds in a large house, so never in a press.
        """
        ...

    def newest_known(self, since: datetime, at: datetime, most: int) -> Mapping[LeadId, bool]:
        """Give the newest leads whose outcome is known, and whether they are promising."""
        ...

    def keep_rates(self, counted: Mapping[FindingId, Rates]) -> None:
        """Keep the rates of findings that are still undecided."""
        ...

    def before_and_after(
        self, subject: Subject, done_at: datetime, *, weeks_before: int = 8, weeks_after: int = 4
    ) -> Effect:
        """Count a campaign's or a source's leads by the day they came, around a change.

        The day of the change itself belongs to neither side.
        """
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
