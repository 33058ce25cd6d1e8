"""What one person has to do with questions: theirs to answer, theirs asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.envelope import EnvelopeId
from handlers.people import PersonId
from handlers.questions.model import QuestionId
from handlers.questions.work import QuestionWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """How much is kept that a person asked, was asked and said; for that person alone."""

    questions: int
    asks: int
    answers: int


class Overview(Protocol):
    """Questions, seen from one person."""

    def open_envelopes(self, person: PersonId) -> Sequence[EnvelopeId]:
        """List the person's envelopes with a row that waits for an answer, newest first."""
        ...

    def asked_by(self, person: PersonId, most: int) -> Sequence[QuestionId]:
        """List the newest questions of a person, newest first."""
        ...

    def own(self, person: PersonId) -> Own:
        """Count what is kept of a person."""
        ...


class OverviewWork(QuestionWork, Protocol):
    """A transaction that also sees questions from one person."""

    @property
    def overview(self) -> Overview:
        """Questions, seen from one person."""
        ...


class OpenOverviewWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> OverviewWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...
