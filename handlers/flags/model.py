"""A flag on a lead's quality, its way through triage, and the finding that many flags make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from handlers.definition.model import CriterionId
from handlers.lead import CampaignId, LeadId
from handlers.people import PersonId

FlagId = NewType("FlagId", str)
StepId = NewType("StepId", str)
FindingId = NewType("FindingId", str)
ReasonKey = NewType("ReasonKey", str)

ACKNOWLEDGE_WITHIN_DAYS = 1
DECIDE_WITHIN_DAYS = 5
"""Working days of marketing, from the flag on."""


class Kind(StrEnum):
    """What a rep says of a lead."""

    REJECT = "reject"
    """Before contact: it should not have come, or not to me."""
    DISQUALIFY = "disqualify"
    """After contact: nothing will come of it."""
    RECYCLE = "recycle"
    """Look again on a day, or when something has happened."""
    PRAISE = "praise"


class Remedy(StrEnum):
    """Where the cause of a reason is mended; a step, never a person."""

    TARGETING = "targeting"
    SCORING = "scoring"
    DATA = "data"
    """Forms and enrichment."""
    ROUTING = "routing"
    FOLLOW_UP = "follow-up"
    PRODUCT = "product"
    """Product, price and positioning."""
    TIMING = "timing"
    PROTECTION = "protection"
    """Of forms against spam and test records."""
    NOTHING = "nothing"
    """There is nothing to mend: praise, and most of what is recycled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagReason:
    """A reason that can be picked, in the catalogue's words or in the company's own."""

    key: ReasonKey
    kind: Kind
    remedy: Remedy
    label: str = ""
    """The company's own words; empty where the catalogue's stand: ``flags-reason-<key>``."""
    crm_value: str = ""
    """The CRM's own picklist value, exactly; empty where none was mapped, and then none is written."""
    hidden: bool = False
    first: bool = True
    """It is on the first screen, not behind "another reason"."""
    needs_note: bool = False


class State(StrEnum):
    """How far marketing has come with a flag."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    NEEDS_MORE = "needs-more"
    FOR_MEETING = "for-meeting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    """Taken back by who raised it."""

    @property
    def is_undecided(self) -> bool:
        """Tell whether marketing owes a decision, or waits for the rep's word to take one."""
        return self in _UNDECIDED


class Step(StrEnum):
    """What moves a flag."""

    RAISE = "raise"
    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    ASK = "ask"
    """Marketing needs to know more."""
    ADD = "add"
    """The rep says more."""
    TO_MEETING = "to-meeting"
    DECLINE = "decline"
    FINISH = "finish"
    """What was promised is done."""
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


_UNDECIDED = frozenset(
    {State.RAISED, State.ACKNOWLEDGED, State.NEEDS_MORE, State.FOR_MEETING, State.REOPENED}
)

_DECIDING = {
    Step.ACCEPT: State.ACCEPTED,
    Step.ASK: State.NEEDS_MORE,
    Step.TO_MEETING: State.FOR_MEETING,
    Step.DECLINE: State.DECLINED,
    Step.WITHDRAW: State.WITHDRAWN,
}
_NEW = {Step.ACKNOWLEDGE: State.ACKNOWLEDGED, **_DECIDING}
_AGAIN = {Step.REOPEN: State.REOPENED}


def _without(steps: Mapping[Step, State], *left_out: Step) -> Mapping[Step, State]:
    return {step: state for step, state in steps.items() if step not in left_out}


WAYS: Mapping[State, Mapping[Step, State]] = {
    State.RAISED: _NEW,
    State.REOPENED: _NEW,
    State.ACKNOWLEDGED: _DECIDING,
    State.NEEDS_MORE: {Step.ADD: State.ACKNOWLEDGED, **_without(_DECIDING, Step.ASK)},
    State.FOR_MEETING: _without(_DECIDING, Step.TO_MEETING),
    State.ACCEPTED: {Step.FINISH: State.DONE, **_AGAIN},
    State.DECLINED: _AGAIN,
    State.DONE: _AGAIN,
    State.WITHDRAWN: _AGAIN,
}
"""The triage as a machine: from each state, where each step leads; no other step is possible."""

PRAISED: Mapping[State, Mapping[Step, State]] = {
    State.RAISED: {Step.ACKNOWLEDGE: State.DONE, Step.WITHDRAW: State.WITHDRAWN},
    State.DONE: {},
    State.WITHDRAWN: _AGAIN,
    State.REOPENED: {Step.ACKNOWLEDGE: State.DONE, Step.WITHDRAW: State.WITHDRAWN},
}
"""Praise asks for no decision; marketing may say that it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What marketing promised to change, and when it was done."""

    what: str
    remedy: Remedy
    due: date | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """What a rep said of one lead. The lead may leave the CRM; what was said of it stays."""

    id: FlagId
    lead: LeadId | None
    """None once the lead is gone from our copy of the CRM."""
    lead_label: str
    """By which people know the lead, as it was when the flag was raised."""
    campaign: CampaignId | None = None
    campaign_name: str = ""
    source: str = ""
    by: PersonId
    kind: Kind
    reason: ReasonKey
    seen: str = ""
    """What was seen, a fact."""
    would_help: str = ""
    look_again_on: date | None = None
    trigger: str = ""
    """After what it is worth another look."""
    missed: tuple[CriterionId, ...] = ()
    """The criteria that the lead missed when the flag was raised."""
    state: State = State.RAISED
    version: int = 1
    """Grows by one with every step; a button that carries another one is stale."""
    raised_at: datetime
    acknowledge_by: datetime | None = None
    decide_by: datetime | None = None
    """When marketing's clock runs out; none for praise, and none while the rep is asked."""
    decided_at: datetime | None = None
    change: Change | None = None

    def can(self, step: Step) -> bool:
        """Tell whether a step is possible from here."""
        return step in self._ways

    def stepped(self, step: Step, at: datetime) -> Flag:
        """Give the flag after a step that is possible."""
        state = self._ways[step]
        decided = at if self.state.is_undecided and not state.is_undecided else None
        kept = None if state.is_undecided else self.decided_at
        return replace(self, state=state, version=self.version + 1, decided_at=decided or kept)

    @property
    def _ways(self) -> Mapping[Step, State]:
        return (PRAISED if self.kind is Kind.PRAISE else WAYS).get(self.state, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stepped:
    """One line of a flag's audit trail."""

    id: StepId
    flag: FlagId
    step: Step
    by: PersonId
    at: datetime
    words: str = ""
    """Why, what is missing, what changes, or what was added."""
    told_at: datetime | None = None
    """When the other side heard of it."""


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flag in an envelope, of which marketing asked to know more."""

    flag: Flag
    version: int
    """The flag's when marketing asked."""
    asked: str
    """What marketing wants to know."""

    @property
    def is_open(self) -> bool:
        """Tell whether the word is still awaited; any step with the flag ends that."""
        return self.flag.version == self.version


class On(StrEnum):
    """What a finding is about."""

    CAMPAIGN = "campaign"
    SOURCE = "source"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Subject:
    """The campaign, the source or the criterion that flags have in common."""

    on: On
    key: str
    """The campaign's number, the source as the CRM writes it, or the criterion's id."""
    name: str
    """By which people know it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How a campaign's leads fare beside all others, over leads that came since a day.

    A lead is promising when it is in conversation or further; it counts once its outcome is known.
    """

    since: date
    promising: int
    leads: int
    promising_elsewhere: int
    leads_elsewhere: int
    counted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The leads of a subject that came within some weeks and whose outcome is known."""

    first: date
    last: date
    """Both days are counted, in UTC."""
    promising: int
    """In conversation or further, as in `Rates`."""
    leads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """How a subject's leads fared in the weeks before a change was done, and after it."""

    subject: Subject
    before: Stretch
    after: Stretch


class FindingState(StrEnum):
    """What was decided about a finding."""

    OPEN = "open"
    FOR_MEETING = "for-meeting"
    ACCEPTED = "accepted"
    DECLINED = "declined"

    @property
    def is_decided(self) -> bool:
        """Tell whether marketing has said what comes of it."""
        return self in {FindingState.ACCEPTED, FindingState.DECLINED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The same reason again and again on one subject."""

    id: FindingId
    reason: ReasonKey
    subject: Subject
    flags: int
    """How many flags it gathers."""
    state: FindingState = FindingState.OPEN
    version: int = 1
    opened_at: datetime
    decided_at: datetime | None = None
    words: str = ""
    """What changes, or why nothing does."""
    rates: Rates | None = None
    """None until they were counted."""
