"""What asks for the joint meeting's time, found in the database and told without names."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Row,
    Select,
    String,
    and_,
    bindparam,
    cast,
    distinct,
    exists,
    func,
    or_,
    select,
    text,
)

from handlers.agenda.model import Kind, Topic
from handlers.definition.model import State as VersionState
from handlers.flags.model import FindingState, On, State
from handlers.flags.model import Kind as FlagKind
from handlers.people import Side
from handlers.questions.model import AskState
from storage.moment import Moment
from storage.schema import (
    OPEN_ASKS,
    UNDECIDED,
    asks,
    definition_versions,
    findings,
    flag_misses,
    flag_reasons,
    flags,
    leads,
    people,
)

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]

MOST_FLAGS = 100
"""Undecided flags that come onto an agenda by themselves, the most pressing first."""

FEWEST_LEADS, FEWEST_PEOPLE = 10, 5
"""Below these a number would say what single people did or did not do."""

_AT = bindparam("at", type_=Moment)
_UNDECIDED_FINDING = findings.c.state.in_([FindingState.OPEN, FindingState.FOR_MEETING])

_SAME_SUBJECT = or_(
    and_(
        findings.c.subject_on == On.CAMPAIGN.value,
        findings.c.subject_key == cast(flags.c.campaign_id, String),
    ),
    and_(findings.c.subject_on == On.SOURCE.value, findings.c.subject_key == flags.c.source),
    and_(
        findings.c.subject_on == On.CRITERION.value,
        exists()
        .where(
            flag_misses.c.flag_id == flags.c.id,
            flag_misses.c.criterion_id == findings.c.subject_key,
        )
        .correlate(flags, findings),  # by itself it would look at every flag there is
    ),
)
_IS_GATHERED = exists().where(
    _UNDECIDED_FINDING, findings.c.reason == flags.c.reason, _SAME_SUBJECT
)

_REASON_WORDS = func.coalesce(flag_reasons.c.label, "")

FLAGS: Statement = (
    select(flags, _REASON_WORDS.label("reason_words"))
    .outerjoin_from(flags, flag_reasons, flag_reasons.c.key == flags.c.reason)
    .where(text(f"flags.{UNDECIDED}"), flags.c.kind != FlagKind.PRAISE.value, ~_IS_GATHERED)
    .order_by(
        (flags.c.state != State.FOR_MEETING.value), flags.c.decide_by.is_(None), flags.c.decide_by
    )
    .order_by(flags.c.raised_at, flags.c.id)
    .limit(MOST_FLAGS)
)
FINDINGS: Statement = (
    select(findings, _REASON_WORDS.label("reason_words"))
    .outerjoin_from(findings, flag_reasons, flag_reasons.c.key == findings.c.reason)
    .where(_UNDECIDED_FINDING)
)
AMENDMENTS: Statement = select(definition_versions).where(
    definition_versions.c.state == VersionState.PROPOSED.value
)

_OVERDUE_ASK = and_(text(OPEN_ASKS), asks.c.state == AskState.ASKED.value, asks.c.remind_at <= _AT)
_LATELY_EXPIRED = and_(
    asks.c.state == AskState.EXPIRED.value,
    asks.c.closed_at >= bindparam("lately", type_=Moment),
    leads.c.status.is_(None),
)
ANSWERS_OWED: Statement = (
    select(
        func.count(distinct(asks.c.lead_id)).label("leads"),
        func.count(distinct(asks.c.person_id)).label("people"),
        func.min(asks.c.asked_at).label("since"),
    )
    .join_from(asks, leads)
    .where(or_(_OVERDUE_ASK, _LATELY_EXPIRED))
)
"""What sales owes: leads that nobody spoke of in the time that was agreed."""

DECISIONS_OWED: Statement = select(
    func.count().label("leads"),
    select(func.count())
    .where(people.c.side == Side.MARKETING.value)
    .scalar_subquery()
    .label("people"),
    func.min(flags.c.raised_at).label("since"),
).where(text(UNDECIDED), flags.c.state != State.NEEDS_MORE.value, flags.c.decide_by <= _AT)
"""What marketing owes; while the rep is asked for more, its clock stands still."""


def flag_topic(row: Row[*tuple[Any, ...]]) -> Topic:
    """Make a topic of an undecided flag, without who raised it."""
    return Topic(
        kind=Kind.FLAG,
        subject=row.id,
        since=row.raised_at,
        for_meeting=row.state == State.FOR_MEETING.value,
        about=row.lead_label,
        reason=row.reason,
        reason_words=row.reason_words,
    )


def finding_topic(row: Row[*tuple[Any, ...]]) -> Topic:
    """Make a topic of an undecided finding."""
    return Topic(
        kind=Kind.FINDING,
        subject=row.id,
        since=row.opened_at,
        for_meeting=row.state == FindingState.FOR_MEETING.value,
        about=row.subject_name,
        reason=row.reason,
        reason_words=row.reason_words,
        count=row.flags,
    )


def amendment_topic(row: Row[*tuple[Any, ...]]) -> Topic:
    """Make a topic of a version that waits for signatures."""
    return Topic(kind=Kind.AMENDMENT, subject=str(row.number), since=row.proposed_at)


def debt_topic(side: Side, row: Row[*tuple[Any, ...]]) -> Topic | None:
    """Make a topic of what a side owes, with a number only where it says nothing of single people.

    The number is one of full tens, so that two agendas do not tell by their difference of one press.
    """
    if not row.leads:
        return None
    is_group = row.leads >= FEWEST_LEADS and row.people >= FEWEST_PEOPLE
    return Topic(
        kind=Kind.DEBT,
        subject=side.value,
        since=row.since,
        count=row.leads - row.leads % FEWEST_LEADS if is_group else None,
    )
