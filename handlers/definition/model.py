"""The agreed definition of a qualified lead, in versions, and the fit of a lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
