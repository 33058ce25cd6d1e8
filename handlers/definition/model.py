"""The agreed definition of a qualified lead, in versions, and the fit of a lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from handlers.people import PersonId, Side

CriterionId = NewType("CriterionId", str)


class Operator(StrEnum):
    """How a criterion's test looks at a lead's field."""

    FILLED = "filled"
    EMPTY = "empty"
    ONE_OF = "one-of"
    NONE_OF = "none-of"
    CONTAINS = "contains"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    OWN_DOMAIN = "own-domain"
    """An e-mail address that is at no free mail service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A question to one field of a lead that a computer can answer."""

    __test__ = False  # pytest takes every Test for its own

    field: str
    """``source``, ``title``, ``company`` …, or ``extra:<name>`` for a further column of the CRM."""
    operator: Operator
    values: tuple[str, ...] = ()
    """What is compared with, in any case; a single number for `AT_LEAST` and `AT_MOST`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that a qualified lead must have, in plain words."""

    id: CriterionId
    """Stays the same through all versions that keep the criterion."""
    words: str
    test: Test | None = None
    """None where only a person can tell."""
    covers: tuple[str, ...] = ()
    """The flag reasons that name a miss of this criterion: ``not-the-role``."""


class State(StrEnum):
    """How far a version has come."""

    DRAFT = "draft"
    """In the making: nobody but its proposer sees it."""
    PROPOSED = "proposed"
    IN_FORCE = "in-force"
    REPLACED = "replaced"
    """By a later version; leads of its days are judged by it."""
    WITHDRAWN = "withdrawn"
    """It never came into force."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A head's word for their side."""

    side: Side
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The whole definition as it was proposed once."""

    number: int
    """1 for the first; no two proposals have the same."""
    criteria: tuple[Criterion, ...]
    state: State
    proposed_by: PersonId | None
    """None where Leadloop drafted it."""
    proposed_at: datetime
    why: str = ""
    signatures: tuple[Signature, ...] = ()
    in_force_from: datetime | None = None
    in_force_until: datetime | None = None
    based_on: int | None = None
    """The version in force from which the proposal was made; None for the first of all."""
    revision: int = 1
    """Grows whenever the text changes: nobody signs what they have not seen."""
    withdrawn_at: datetime | None = None
    withdrawn_why: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether it may still come into force."""
        return self.state in {State.DRAFT, State.PROPOSED}

    @property
    def is_frozen(self) -> bool:
        """Tell whether its text stands for good."""
        return not self.is_open or bool(self.signatures)

    @property
    def is_agreed(self) -> bool:
        """Tell whether both sides have signed."""
        return {one.side for one in self.signatures} == set(Side)

    def signed_by(self, side: Side) -> Signature | None:
        """Give a side's signature."""
        return next((one for one in self.signatures if one.side is side), None)

    def criterion(self, id: CriterionId) -> Criterion | None:
        """Give the criterion of this id."""
        return next((one for one in self.criteria if one.id == id), None)

    def was_in_force(self, at: datetime) -> bool:
        """Tell whether it is, or was, in force at a moment."""
        since, until = self.in_force_from, self.in_force_until
        return since is not None and since <= at and (until is None or at < until)

    def worded(self, criteria: tuple[Criterion, ...]) -> Version:
        """Give it another text."""
        return replace(self, criteria=criteria, revision=self.revision + 1)

    def put_forward(self, at: datetime, why: str) -> Version:
        """Lay a draft before both sides."""
        return replace(self, state=State.PROPOSED, proposed_at=at, why=why)

    def signed(self, signature: Signature) -> Version:
        """Add a side's word."""
        return replace(self, signatures=(*self.signatures, signature))

    def unsigned(self) -> Version:
        """Take the signatures off: what they were put under would replace something else now."""
        return replace(self, signatures=())

    def withdrawn(self, at: datetime, why: str) -> Version:
        """Take a proposal back."""
        return replace(self, state=State.WITHDRAWN, withdrawn_at=at, withdrawn_why=why)

    def into_force(self, at: datetime) -> Version:
        """Let it hold from a moment on."""
        return replace(self, state=State.IN_FORCE, in_force_from=at)

    def replaced(self, at: datetime) -> Version:
        """Let it hold until a moment; leads of its days are still judged by it."""
        return replace(self, state=State.REPLACED, in_force_until=at)


class Verdict(StrEnum):
    """How a lead stands to one criterion."""

    MET = "met"
    MISSED = "missed"
    UNKNOWN = "unknown"
    """The field says nothing, or only a person can tell."""
    BROKEN = "broken"
    """The field that the test looks at is there no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A lead beside the definition of its day."""

    version: int
    verdicts: tuple[tuple[Criterion, Verdict], ...]

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """Count the criteria of each verdict."""
        given = [verdict for _, verdict in self.verdicts]
        return {verdict: given.count(verdict) for verdict in Verdict}

    @property
    def missed(self) -> tuple[CriterionId, ...]:
        """List the criteria that the lead misses."""
        return tuple(one.id for one, verdict in self.verdicts if verdict is Verdict.MISSED)
