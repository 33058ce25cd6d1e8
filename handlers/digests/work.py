"""What the digest remembers, and the transaction it is counted and sent in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from handlers.digests.editions import Decision, DecisionId, Edition
from handlers.digests.model import Figures, Week, Which
from handlers.flags.work import FlagWork
from handlers.lead import LeadId
from handlers.people import PersonId, Side
from handlers.working_time import WorkingHours


class Digests(Protocol):
    """The figures of weeks, and what became of each week's digest."""

    def figures(self, week: Week, *, at: datetime, company: WorkingHours) -> Figures:
        """Give the figures of a week that has begun: those that were kept, else counted now.

        They are compared with those of earlier weeks that were kept; see `counting.figures_of`.
        """
        ...

    def unkept(self, until: Week, *, company: WorkingHours) -> Sequence[Week]:
        """List this week and the twelve before of which nothing is kept, oldest first.

        Weeks before the first lead came are left out.
        """
        ...

    def keep(self, figures: Figures) -> bool:
        """Keep the figures of a week that is over, and tell whether nobody else had done so."""
        ...

    def leads_of(
        self, figures: Figures, which: Which, *, company: WorkingHours
    ) -> Sequence[LeadId]:
        """List the leads that a figure counts, newest first; none of a hidden figure."""
        ...

    def edition(self, week: Week, side: Side) -> Edition:
        """Give a week's digest on one side, and let nobody else change it until this transaction ends.

        It is planned where nothing was said of it.
        """
        ...

    def editions(self, week: Week) -> Sequence[Edition]:
        """List what was said of a week's digest, on each side."""
        ...

    def keep_edition(self, edition: Edition) -> None:
        """Keep an edition's newest form."""
        ...

    def take_slot(self, job: str, day: date, destination: str, *, at: datetime) -> bool:
        """Use up a slot of the calendar, and tell whether this transaction was the first to."""
        ...

    def slots_taken(self, job: str, day: date) -> Collection[str]:
        """Give the destinations whose slots of a day are used up; it only reads."""
        ...

    def add_decisions(self, new: Iterable[Decision]) -> None:
        """Keep new decisions; what a week's digest has already is left as it is."""
        ...

    def decision(self, wanted: DecisionId) -> Decision:
        """Give a decision that nobody else changes until this transaction ends, or raise `NotFound`."""
        ...

    def keep_decision(self, decision: Decision) -> None:
        """Keep a decision's newest form."""
        ...

    def decisions_of(self, week: Week) -> Sequence[Decision]:
        """List what a week's digest put up for decision, in that order."""
        ...

    def unfinished(self) -> Sequence[Decision]:
        """List the decisions that are open or taken, of all weeks, oldest first."""
        ...

    def closed_since(self, at: datetime) -> Sequence[Decision]:
        """List the decisions that were done or dropped since then, oldest first."""
        ...

    def taken_by(self, person: PersonId) -> Sequence[Decision]:
        """List what somebody took and has not done, the one due first before the others."""
        ...


class DigestWork(FlagWork, Protocol):
    """A transaction in which weeks are counted and digests sent."""

    @property
    def digests(self) -> Digests:
        """The figures of weeks, and what became of each week's digest."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> DigestWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], DigestWork]
"""Begins a transaction that only reads."""
