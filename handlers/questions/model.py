"""Questions, the asks they lead to, and the answers; who knows what became of a lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from handlers.envelope import ASK_ONCE, EnvelopeId
from handlers.lead import Lead, LeadId, Outcome, Provenance, Reason, Status
from handlers.leads.understanding import Kind, Remarks
from handlers.people import PersonId, Place
from handlers.phrase import Phrase
from handlers.working_time import WorkingHours

QuestionId = NewType("QuestionId", str)
AskId = NewType("AskId", str)
AnswerId = NewType("AnswerId", str)

REMIND_AFTER_DAYS = 1
EXPIRE_AFTER_DAYS = 3
"""Working days of the rep until a reminder, and until a row says that nobody knows."""


class Said(StrEnum):
    """What a rep can say about a lead in one tap."""

    CONVERTED = "converted"
    QUALIFIED = "qualified"
    IN_CONVERSATION = "in-conversation"
    TRYING = "trying"
    LATER = "later"
    DISQUALIFIED = "disqualified"
    NOT_TOUCHED = "not-touched"
    DO_NOT_KNOW = "do-not-know"
    NOT_MINE = "not-mine"
    CAUSE = "cause"
    """Why the first touch came late; only to a question about a delay."""


class Cause(StrEnum):
    """Why a first touch came late: a step that can be mended, never a person."""

    ROUTED_LATE = "routed-late"
    OUTSIDE_HOURS = "outside-hours"
    NO_PHONE = "no-phone"
    CAPACITY = "capacity"
    OTHER = "other"


class AskState(StrEnum):
    """How far an ask has come."""

    QUEUED = "queued"
    """It waits for a free place in an envelope."""
    ASKED = "asked"
    ANSWERED = "answered"
    NOT_MINE = "not-mine"
    EXPIRED = "expired"
    """Nobody knows, or nobody said."""
    SETTLED = "settled"
    """The CRM told in the meantime, so nobody needs to answer any more."""

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return self in {AskState.QUEUED, AskState.ASKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asked about some leads, and where the live answer stands."""

    id: QuestionId
    asker: PersonId
    place: Place
    kind: Kind
    words: str
    remarks: Remarks
    leads: tuple[LeadId, ...]
    asked_at: datetime
    described: Phrase | None = None
    """What was understood where the leads were named in words."""
    page: int = 0
    owners_asked_at: datetime | None = None
    closes_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a rep said, once they confirmed it."""

    id: AnswerId
    ask: AskId
    lead: LeadId
    by: PersonId
    said: Said
    at: datetime
    reason: Reason | None = None
    cause: Cause | None = None
    look_again_on: date | None = None
    note: str = ""

    @property
    def outcome(self) -> Outcome | None:
        """Give the outcome that was said; nothing where the rep does not know it."""
        if self.said in {Said.DO_NOT_KNOW, Said.NOT_MINE, Said.CAUSE}:
            return None
        return Outcome(self.said.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One lead that one rep is asked about, for every question that waits for it."""

    id: AskId
    lead: LeadId
    person: PersonId
    kind: Kind
    state: AskState
    queued_at: datetime
    envelope: EnvelopeId | None = None
    asked_at: datetime | None = None
    remind_at: datetime | None = None
    reminded_at: datetime | None = None
    expires_at: datetime | None = None
    closed_at: datetime | None = None

    def put_into(self, envelope: EnvelopeId, *, at: datetime, hours: WorkingHours) -> Ask:
        """Ask now, or remind once where it was asked before."""
        if self.asked_at is not None:
            return replace(self, envelope=envelope, reminded_at=at)
        return replace(
            self,
            envelope=envelope,
            state=AskState.ASKED,
            asked_at=at,
            remind_at=hours.add_working_days(at, REMIND_AFTER_DAYS),
            expires_at=hours.add_working_days(at, EXPIRE_AFTER_DAYS),
        )

    def answered(self, said: Said, at: datetime) -> Ask:
        """Close the ask; a correction leaves it closed since the first answer."""
        state = AskState.NOT_MINE if said is Said.NOT_MINE else AskState.ANSWERED
        is_correction = self.state in {AskState.NOT_MINE, AskState.ANSWERED}
        return replace(self, state=state, closed_at=self.closed_at if is_correction else at)

    def expired(self, at: datetime) -> Ask:
        """Stop waiting."""
        return replace(self, state=AskState.EXPIRED, closed_at=at)

    def settled(self, at: datetime) -> Ask:
        """Take the question back, since the CRM has answered it."""
        return replace(self, state=AskState.SETTLED, closed_at=at)

    def may_be_repeated(self, at: datetime) -> bool:
        """Tell whether the lead may be asked about again: after a while, or as it never was."""
        if self.state.is_open:
            return False
        return self.asked_at is None or at - self.asked_at >= ASK_ONCE


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a lead beside the CRM: the newest ask and the answer that stands."""

    ask: Ask | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is known of one lead, and how it is known."""

    lead: Lead
    outcome: Outcome
    provenance: Provenance
    as_of: datetime
    """When our copy was compared with the CRM, the rep said it, or the ask went out."""
    reason: Reason | None = None
    look_again_on: date | None = None
    ask: Ask | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeRow:
    """One lead of an envelope, with what was said of it so far and who wants to know."""

    ask: Ask
    lead: Lead
    answer: Answer | None
    asked_for: PersonId | None


_OUTCOME_OF_STATUS = {
    Status.NEW: Outcome.NOT_TOUCHED,
    Status.ATTEMPTING: Outcome.TRYING,
    Status.CONNECTED: Outcome.IN_CONVERSATION,
    Status.NURTURING: Outcome.LATER,
    Status.QUALIFIED: Outcome.QUALIFIED,
    Status.CONVERTED: Outcome.CONVERTED,
    Status.DISQUALIFIED: Outcome.DISQUALIFIED,
}


def crm_outcome(lead: Lead) -> Outcome:
    """Read what the CRM says became of a lead; a new lead that was touched is being tried."""
    if lead.status is None:
        return Outcome.UNKNOWN
    if lead.status is Status.NEW and lead.first_touch_at is not None:
        return Outcome.TRYING
    return _OUTCOME_OF_STATUS[lead.status]


def known(lead: Lead, heard: Heard) -> Row:
    """Weigh what the CRM says against what a rep said: the newer word counts.

    A rep is asked only where the CRM is silent, so a rep's answer stands until the CRM's status
    changes after it.
    """
    answer = heard.answer
    outcome = crm_outcome(lead)
    if answer is not None and answer.outcome is not None and not _crm_moved_on(lead, answer):
        return Row(
            lead=lead,
            outcome=answer.outcome,
            provenance=Provenance.REP,
            as_of=answer.at,
            reason=answer.reason,
            look_again_on=answer.look_again_on,
            ask=heard.ask,
            answer=answer,
        )
    if outcome is not Outcome.UNKNOWN:
        return Row(
            lead=lead,
            outcome=outcome,
            provenance=Provenance.CRM,
            as_of=lead.imported_at,
            reason=lead.reason,
            ask=heard.ask,
            answer=answer,
        )
    return _unknown(lead, heard)


def _crm_moved_on(lead: Lead, answer: Answer) -> bool:
    return lead.status_changed_at is not None and lead.status_changed_at > answer.at


def _unknown(lead: Lead, heard: Heard) -> Row:
    ask = heard.ask
    if ask is not None and ask.state.is_open:
        provenance, as_of = Provenance.WAITING, ask.asked_at or ask.queued_at
    else:
        provenance = Provenance.NOBODY
        said_at = heard.answer.at if heard.answer else None
        as_of = said_at or (ask.closed_at if ask else None) or lead.imported_at
    return Row(
        lead=lead,
        outcome=Outcome.UNKNOWN,
        provenance=provenance,
        as_of=as_of,
        ask=ask,
        answer=heard.answer,
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """How many leads came to what."""

    asked: int
    outcomes: Mapping[Outcome, int]
    """In the order of the headline, without zeros."""
    reasons: Mapping[Reason, int]
    """Of the disqualified, most frequent first."""
    waiting: int

    @property
    def gaps(self) -> int:
        """Count the leads of which nobody knows the outcome and nobody is asked."""
        return self.outcomes.get(Outcome.UNKNOWN, 0) - self.waiting


def summed(rows: Sequence[Row]) -> Summary:
    """Count outcomes and reasons."""
    outcomes = Counter(row.outcome for row in rows)
    reasons = Counter(
        row.reason for row in rows if row.outcome is Outcome.DISQUALIFIED and row.reason is not None
    )
    return Summary(
        asked=len(rows),
        outcomes={outcome: outcomes[outcome] for outcome in Outcome if outcomes[outcome]},
        reasons=dict(reasons.most_common()),
        waiting=sum(row.provenance is Provenance.WAITING for row in rows),
    )


FUNNEL: tuple[tuple[str, frozenset[Outcome]], ...] = (
    (
        "touched",
        frozenset(Outcome) - {Outcome.NOT_TOUCHED, Outcome.UNKNOWN},
    ),
    (
        "in-conversation",
        frozenset({Outcome.IN_CONVERSATION, Outcome.QUALIFIED, Outcome.CONVERTED}),
    ),
    ("qualified", frozenset({Outcome.QUALIFIED, Outcome.CONVERTED})),
    ("converted", frozenset({Outcome.CONVERTED})),
)
"""The steps after "received", each with the outcomes of leads that stand there or further."""


@dataclass(frozen=True, slots=True)
class Price:
    """What it costs to ask: answers, people, and the leads that nobody can be asked about."""

    askable: Mapping[LeadId, PersonId]
    ownerless: tuple[LeadId, ...]
    unreachable: tuple[LeadId, ...]
    """Their owner has no chat account."""
    free_places: int
    """In the owners' next envelopes, together."""

    @property
    def people(self) -> int:
        """Count the owners."""
        return len(set(self.askable.values()))
