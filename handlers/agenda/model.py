"""The joint meeting: its series, what is on its agenda, and what is agreed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from handlers.people import PersonId, Side

SeriesId = NewType("SeriesId", str)
MeetingId = NewType("MeetingId", str)
ItemId = NewType("ItemId", str)
ActionId = NewType("ActionId", str)


class Rhythm(StrEnum):
    """How often both teams meet."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    """On the same weekday of the month: each second Tuesday."""
    QUARTERLY = "quarterly"
    """Likewise, every three months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """When, how long and where both teams meet, again and again."""

    id: SeriesId
    title: str
    rhythm: Rhythm
    first_day: date
    starts: time
    """By the wall clock of the zone."""
    zone: str
    """IANA name."""
    minutes: int
    room: str = ""
    """A room, or a link."""
    version: int = 1
    """Grows with every change."""
    ended_at: datetime | None = None
    """None while it runs."""

    def same_time_as(self, other: Series) -> bool:
        """Tell whether two forms of a series give the same meetings."""
        return self._when == other._when

    @property
    def _when(self) -> tuple[Rhythm, date, time, str]:
        return self.rhythm, self.first_day, self.starts, self.zone


class MeetingState(StrEnum):
    """What became of a meeting."""

    PLANNED = "planned"
    HELD = "held"
    """Its time is over."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of a series."""

    id: MeetingId
    series: SeriesId
    day: date
    """Local, as the rhythm gives it; the meeting itself may take place on another."""
    starts_at: datetime
    state: MeetingState = MeetingState.PLANNED
    version: int = 1
    """Grows with every change of the meeting or its agenda; a button that carries another is stale."""
    seen: str = ""
    """What the topics looked like when the agenda was last brought up to date, as a fingerprint."""
    shown_at: datetime | None = None
    """When the agenda was posted to both channels."""
    minuted_at: datetime | None = None
    """When the minutes were posted."""

    def ends_at(self, series: Series) -> datetime:
        """Give the moment at which the meeting is over."""
        return self.starts_at + timedelta(minutes=series.minutes)

    def changed(self) -> Meeting:
        """Make every button that was drawn before stale."""
        return replace(self, version=self.version + 1)


class Kind(StrEnum):
    """What an item of the agenda is about."""

    FLAG = "flag"
    FINDING = "finding"
    AMENDMENT = "amendment"
    """A proposed version of the definition."""
    DEBT = "debt"
    """What a side owes the other beyond its time."""
    OWN = "own"
    """Somebody's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that asks for the meeting's time of itself, until it is decided where it belongs.

    It names a lead, a reason, a campaign or a side, and never a person.
    """

    kind: Kind
    subject: str
    """The id of the flag or the finding, the number of the version, or the side that owes."""
    since: datetime
    for_meeting: bool = False
    """Somebody asked for it to be talked about; nothing else is as pressing."""
    about: str = ""
    """The lead's label, or the name of what a finding is about."""
    reason: str = ""
    """The key of the flag reason."""
    reason_words: str = ""
    """The company's own words for the reason; empty where the catalogue's stand."""
    count: int | None = None
    """Flags of a finding, full tens of leads of a debt; None where it would say too much about a few."""

    @property
    def key(self) -> tuple[Kind, str]:
        """Tell it from all other topics."""
        return self.kind, self.subject


class ItemState(StrEnum):
    """What became of an item."""

    OPEN = "open"
    DROPPED = "dropped"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A place on the agenda of one meeting."""

    id: ItemId
    meeting: MeetingId
    kind: Kind
    subject: str = ""
    """Of the topic; empty for somebody's own words."""
    words: str = ""
    """What somebody added, or what the topic is about: it may be gone before the minutes are posted."""
    minutes: int
    position: int
    state: ItemState = ItemState.OPEN
    decision: str = ""
    """What was decided, or why it was dropped."""
    at: datetime

    @property
    def key(self) -> tuple[Kind, str]:
        """Tell which topic it stands for."""
        return self.kind, self.subject


class ActionState(StrEnum):
    """What became of an action."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody agreed to do, until when; it comes back on each agenda until it is done."""

    id: ActionId
    meeting: MeetingId | None
    """In which it was agreed."""
    what: str
    owner: PersonId
    side: Side
    """The owner's, when it was agreed: channels show it in the owner's place."""
    due: date
    state: ActionState = ActionState.OPEN
    agreed_at: datetime
    closed_at: datetime | None = None
    why: str = ""
    """Why it was given up."""
    told_at: datetime | None = None
    """When the owner got it in a direct message."""
    reminded_at: datetime | None = None

    def done(self, at: datetime) -> Action:
        """Give the action when it is done."""
        return replace(self, state=ActionState.DONE, closed_at=at)

    def given_up(self, why: str, at: datetime) -> Action:
        """Give the action when nobody will do it."""
        return replace(self, state=ActionState.DROPPED, closed_at=at, why=why)
