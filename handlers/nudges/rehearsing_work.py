"""What a rehearsal reads of the past, the rehearsals that wait, and the transaction for both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from handlers.message import Card
from handlers.nudges.model import Rule
from handlers.nudges.rehearsal import Period, Rests, Stretch
from handlers.nudges.rules import Search
from handlers.nudges.work import NudgeWork
from handlers.people import PersonId
from handlers.work import About

TrialId = NewType("TrialId", str)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried."""

    rules: Sequence[Rule]
    days: int
    """Working days to go back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTrial:
    """A rehearsal that somebody asked for; it is done after the press, since it may take long."""

    id: TrialId
    person: PersonId
    trial: Trial
    as_file: bool = False
    """Whether every row is wanted as a file, instead of a card."""
    asked_at: datetime
    done_at: datetime | None = None
    card: Card | None = None
    """What it showed; None for a file, and where it came to nothing."""


def trial_view(trial: TrialId) -> About:
    """Name the live card of a rehearsal."""
    return About("rehearsal.card", trial)


class Trials(Protocol):
    """Rehearsals that were asked for."""

    def add(self, asked: AskedTrial) -> bool:
        """Keep a new one; false where another one of this person still waits."""
        ...

    def get(self, trial: TrialId) -> AskedTrial | None:
        """Give one of them."""
        ...

    def any_waiting(self) -> bool:
        """Tell whether one is to be done."""
        ...

    def take(self, at: datetime) -> AskedTrial | None:
        """Begin the oldest; none while another one is under way, in whatever process."""
        ...

    def given_up(self, at: datetime) -> Sequence[TrialId]:
        """End what was begun several times and never done, and name it."""
        ...

    def finish(self, trial: TrialId, card: Card | None, at: datetime) -> bool:
        """Keep what one showed; false where that was known already."""
        ...


class Rehearsals(Protocol):
    """The past, as our own history tells it."""

    def begins(self) -> datetime | None:
        """Tell since when changes were noticed; None where there never was any."""
        ...

    def caps(self) -> Mapping[PersonId, int]:
        """Give everybody who can be asked, with the rows a week that they chose."""
        ...

    def stretches(
        self, wanted: Sequence[Search], period: Period
    ) -> Iterator[tuple[PersonId, Sequence[Stretch]]]:
        """Give person by person what broke the rules, as much of it as can find a place."""
        ...

    def rests(self, period: Period) -> Rests:
        """Give when leads were left alone, since somebody was asked or it was put off."""
        ...


class RehearsalWork(NudgeWork, Protocol):
    """A transaction that looks back."""

    @property
    def rehearsals(self) -> Rehearsals:
        """The past, as our own history tells it."""
        ...

    @property
    def trials(self) -> Trials:
        """Rehearsals that were asked for."""
        ...


class OpenRehearsalWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> RehearsalWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


LookBack = Callable[[], RehearsalWork]
"""Begins a transaction that only reads."""
