"""The one message that a rep gets on a working day, and what a feature does to put rows into it.

Features import this and never `handlers.envelopes`, which brings their rows together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import NewType, Protocol, TypeVar

from handlers.lead import LeadId
from handlers.message import Block, Card
from handlers.people import Person, PersonId
from handlers.phrase import Phrase
from handlers.work import About, Work

EnvelopeId = NewType("EnvelopeId", str)

MOST_ROWS = 5
"""Places in the envelope that a rep gets on a working day, for all features together."""

ASK_ONCE = timedelta(days=14)
"""So long a lead is left alone once somebody was asked about it, whatever the feature that asked."""

ENVELOPE_TIME = time(9, 30)
"""No envelope comes earlier, by the rep's own clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The one message a rep gets on a working day."""

    id: EnvelopeId
    person: PersonId
    day: date
    """By the rep's own calendar."""
    sent_at: datetime


class Worth(IntEnum):
    """How much a row is worth asking; the most valuable comes first.

    A stale field is worth a little more than its stage's own number the longer it waits, and never
    as much as the next stage.
    """

    REMINDER = 500
    """Of a colleague's question."""
    QUESTION = 400
    """A colleague waits for it."""
    FLAG = 300
    """Marketing waits for the rep's word before it decides."""
    QUALIFIED = 200
    """A stale field of a lead that is qualified."""
    CONNECTED = 100
    EARLIER = 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that would like a place."""

    key: str
    """By which its own feature knows it."""
    worth: int
    """See `Worth`."""
    lead: LeadId | None
    """A lead is in one envelope once, unless colleagues ask two things of it; None for a lost one."""


@dataclass(frozen=True, slots=True)
class TakenPlace:
    """A place that is taken in an envelope, whatever became of its row since."""

    lead: LeadId | None
    worth: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A feature's rows, as they are now."""

    blocks: tuple[Block, ...] = ()
    waiting: int = 0
    """How many of the rows wait for the rep."""
    done: int = 0
    """How many of them the rep has answered."""
    title: Phrase | None = None
    """What the card is called where no other feature's rows wait; None for the usual."""
    help: Phrase | None = None
    """What is said below then; None for the usual."""


class Envelopes(Protocol):
    """Every envelope that was ever sent."""

    def hold(self, persons: Sequence[PersonId]) -> None:
        """Let no other transaction fill these people's envelopes until this one ends."""
        ...

    def on(self, person: PersonId, day: date) -> Envelope | None:
        """Give a person's envelope of a day."""
        ...

    def add(self, envelope: Envelope) -> None:
        """Keep a new envelope."""
        ...

    def get(self, envelope: EnvelopeId) -> Envelope:
        """Give an envelope, or raise `NotFound`."""
        ...

    def taken(self, wanted: Mapping[PersonId, date]) -> Mapping[PersonId, int]:
        """Count the places that are taken in each person's envelope of their day."""
        ...

    def places(self, envelope: EnvelopeId) -> Sequence[TakenPlace]:
        """List the places that are taken; a row that left keeps its place for the day."""
        ...

    def take_places(self, envelope: EnvelopeId, rows: Sequence[Waiting]) -> None:
        """Note the places that rows were given."""
        ...


class EnvelopeWork(Work, Protocol):
    """A transaction that knows the envelopes."""

    @property
    def envelopes(self) -> Envelopes:
        """Every envelope that was ever sent."""
        ...


W = TypeVar("W", bound=EnvelopeWork)
W_contra = TypeVar("W_contra", bound=EnvelopeWork, contravariant=True)

DrawEnvelope = Callable[[W, EnvelopeId, str], Card | None]
"""Draws a whole envelope with one row of it widened, for the feature whose press widened it."""


FillEnvelope = Callable[[W, Person, datetime], None]
"""Puts into a person's envelope of today what waits for it; only where it is time, and there is room."""


class Slip(Protocol[W_contra]):
    """A feature's part of every envelope."""

    def people(self, work: W_contra, at: datetime) -> Sequence[PersonId]:
        """List who has something that waits for a place; asked every minute, so it must be cheap."""
        ...

    def waiting(self, work: W_contra, person: Person, at: datetime) -> Sequence[Waiting]:
        """List at most `MOST_ROWS` rows that would like a place, the best first."""
        ...

    def put(
        self,
        work: W_contra,
        envelope: Envelope,
        person: Person,
        keys: Sequence[str],
        at: datetime,
    ) -> Sequence[EnvelopeId]:
        """Put rows into an envelope, and name the other envelopes that this changed."""
        ...

    def drawn(
        self,
        work: W_contra,
        envelope: EnvelopeId,
        person: Person,
        at: datetime,
        wide: str = "",
    ) -> Drawn:
        """Draw the feature's rows of one envelope.

        `wide` says in the words of one feature which row is widened, and how; others ignore it.
        """
        ...

    def on_page(self, work: W_contra, person: Person, at: datetime) -> Drawn:
        """Draw what waits in any envelope for the person's own page.

        Nothing can be widened there: what needs more than a tap opens a form.
        """
        ...


def envelope_view(envelope: EnvelopeId) -> About:
    """Name a rep's live envelope."""
    return About("envelopes.card", envelope)
