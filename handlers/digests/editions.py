"""A week's digest on its way: its edition in each channel, and the decisions that it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from handlers.digests.week import Week
from handlers.people import PersonId, Side


class EditionState(StrEnum):
    """What became of a week's digest on one side."""

    PLANNED = "planned"
    HELD = "held"
    """A manager wants it kept back."""
    SENT = "sent"
    SKIPPED = "skipped"
    """Leadloop was down for so long that it would have been old news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A week's digest in one side's channel."""

    week: Week
    side: Side
    state: EditionState = EditionState.PLANNED
    note: str = ""
    """What a manager added."""
    note_by: Side | None = None
    """The manager's side, which signs it."""
    sent_at: datetime | None = None


DecisionId = NewType("DecisionId", str)


class DecisionState(StrEnum):
    """What became of something that a digest put up for decision."""

    OPEN = "open"
    TAKEN = "taken"
    """A side does it until a day."""
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One of the few things that a digest asks both teams to decide."""

    id: DecisionId
    week: Week
    """In whose digest it stood first."""
    key: str
    """What is to be decided, a word of the catalogue: ``finding``, ``amendment``, ``debt`` …"""
    subject: str = ""
    """The id, number or side that it is about."""
    about: str = ""
    """By which people know the subject."""
    state: DecisionState = DecisionState.OPEN
    taken_by: Side | None = None
    """Channels show the side in the person's place."""
    person: PersonId | None = None
    """Who takes it: for their own view alone."""
    due: date | None = None
    closed_at: datetime | None = None
