"""Rules about stale fields, the nudges that they lead to, and what is written back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from handlers.envelope import EnvelopeId
from handlers.lead import Lead, LeadId, Status
from handlers.people import PersonId
from handlers.writing.model import WriteBack

RuleId = NewType("RuleId", str)
NudgeId = NewType("NudgeId", str)

WEEKLY_CAP = 15
"""Rows about stale fields that a rep gets in a week, unless they chose another number."""

MOST_WORTH = 98
"""So much more a lead of a stage is worth at most, a point for each day that it waits; see `Worth`."""

ACTED_ON_SHARE = 0.5
"""A rule whose nudges are acted on less often than this pauses itself."""

JUDGED_AFTER_DAYS = 14
JUDGED_FROM = 10
"""So many nudges of a rule must have ended in these days before it is judged."""


class Watch(StrEnum):
    """What a rule looks for."""

    UNCHANGED = "unchanged"
    """The field has had the same value for so many business days."""
    MISSING = "missing"
    """The field says nothing, so many business days after the lead came to this status."""
    SILENT = "silent"
    """Nobody touched the lead for so many business days."""


class RuleState(StrEnum):
    """Whether a rule asks anybody."""

    ON = "on"
    OFF = "off"
    PAUSED = "paused"
    """By itself, since too few of its nudges were acted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a field of a lead counts as stale."""

    id: RuleId
    watch: Watch
    field: str
    """``status``, ``reason``, ``next_step``, or ``extra:<name>``: ``extra:situation``, ``extra:needs``."""
    statuses: tuple[Status, ...]
    """In which the rule looks."""
    days: int
    """Business days; 0 for at once."""
    state: RuleState = RuleState.ON
    paused_at: datetime | None = None
    judged_since: datetime | None = None
    """What ended before does not speak against it: it was switched on or changed then."""

    def switched(self, at: datetime, *, on: bool) -> Rule:
        """Switch it on or off by somebody's hand."""
        state = RuleState.ON if on else RuleState.OFF
        return replace(self, state=state, paused_at=None, judged_since=at)

    def paused(self, at: datetime) -> Rule:
        """Let it pause by itself."""
        return replace(self, state=RuleState.PAUSED, paused_at=at)


class NudgeState(StrEnum):
    """What became of a nudge."""

    QUEUED = "queued"
    """It waits for a free place in an envelope."""
    ASKED = "asked"
    FIXED = "fixed"
    """The rep gave a new value."""
    STILL_RIGHT = "still-right"
    SNOOZED = "snoozed"
    NOT_MINE = "not-mine"
    RULE_WRONG = "rule-wrong"
    """The rep said that the rule does not fit this lead; it does not ask about it again."""
    GONE = "gone"
    """The CRM changed meanwhile, so there is nothing to ask any more."""
    EXPIRED = "expired"
    """Nobody said anything."""

    @property
    def is_open(self) -> bool:
        """Tell whether the rep may still act on it."""
        return self in {NudgeState.QUEUED, NudgeState.ASKED}

    @property
    def was_acted_on(self) -> bool:
        """Tell whether the nudge was worth it."""
        return self in {NudgeState.FIXED, NudgeState.STILL_RIGHT}


REOPENED = frozenset(
    {NudgeState.STILL_RIGHT, NudgeState.SNOOZED, NudgeState.NOT_MINE, NudgeState.RULE_WRONG}
)
"""What a person may think better of."""

CHANGE_WITHIN = timedelta(days=3)
"""So long they may: a row that is older is over, even where it is still open."""

ENDED = (
    *(NudgeState.FIXED, NudgeState.STILL_RIGHT, NudgeState.SNOOZED, NudgeState.NOT_MINE),
    *(NudgeState.RULE_WRONG, NudgeState.EXPIRED),
)
"""How a row ends that speaks for its rule or against it; the CRM's own change does neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One stale field of one lead, for its owner."""

    id: NudgeId
    rule: RuleId
    lead: LeadId
    person: PersonId
    field: str
    was: str
    """The CRM's value, raw, when it was asked; empty where it said nothing."""
    state: NudgeState = NudgeState.QUEUED
    value: int = 0
    """The more, the sooner it is asked."""
    envelope: EnvelopeId | None = None
    queued_at: datetime
    asked_at: datetime | None = None
    closed_at: datetime | None = None
    snoozed_until: date | None = None

    def asked(self, envelope: EnvelopeId, at: datetime) -> Nudge:
        """Put it into an envelope."""
        return replace(self, state=NudgeState.ASKED, envelope=envelope, asked_at=at)

    def closed(self, state: NudgeState, at: datetime, *, until: date | None = None) -> Nudge:
        """End it."""
        return replace(self, state=state, closed_at=at, snoozed_until=until)

    def may_be_changed(self, at: datetime) -> bool:
        """Tell whether the person may still think better of what they said."""
        asked = self.asked_at
        return self.state in REOPENED and asked is not None and at < asked + CHANGE_WITHIN

    def is_answered_by(self, write: WriteBack) -> bool:
        """Tell whether a person confirmed a value for what they are asked here."""
        same = (self.lead, self.person, self.field) == (write.lead, write.by, write.field)
        return same and write.at >= self.queued_at

    def opened_again(self) -> Nudge:
        """Let it wait for the person's word once more."""
        return replace(self, state=NudgeState.ASKED, closed_at=None, snoozed_until=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How much a rep wants to be asked about stale fields."""

    muted_until: date | None = None
    """The first day on which they are asked again."""
    weekly_cap: int = WEEKLY_CAP


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeRow:
    """A nudge with all that its row shows."""

    nudge: Nudge
    rule: Rule
    lead: Lead
    write: WriteBack | None = None
    """What the person confirmed last for this field, since it was found stale."""
