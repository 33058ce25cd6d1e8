"""What a rehearsal reads of the past, and the transaction it does so in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from handlers.nudges.rehearsal import Period, Rests, Stretch
from handlers.nudges.rules import Search
from handlers.nudges.work import NudgeWork
from handlers.people import PersonId


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


LookBack = Callable[[], RehearsalWork]
"""Begins a transaction that only reads."""
