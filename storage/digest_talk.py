"""What the digest tells of flags, questions, debts and the CRM's completeness, found in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Label,
    Select,
    and_,
    bindparam,
    case,
    cast,
    distinct,
    func,
    or_,
    select,
)

from handlers.agenda.model import ActionState
from handlers.flags.model import Kind, State
from handlers.lead import Status
from handlers.leads.understanding import Kind as AskKind
from handlers.questions.model import AskState
from storage.digest_events import SINCE, UNTIL, moment, within
from storage.flag_rows import FLAG_COLUMNS
from storage.schema import (
    actions,
    asks,
    flag_reasons,
    flags,
    leads,
)

Statement = Select[*tuple[Any, ...]]

OPEN = (Status.NEW, Status.ATTEMPTING, Status.CONNECTED, Status.QUALIFIED)
NEEDS_A_STEP = (Status.CONNECTED, Status.QUALIFIED)
"""From the first conversation on a lead has a next step."""

_STANDS = flags.c.state != State.WITHDRAWN.value
_IS_PRAISE = flags.c.kind == Kind.PRAISE.value


def _sum(condition: ColumnElement[bool], name: str) -> Label[int]:
    return cast(func.coalesce(func.sum(case((condition, 1), else_=0)), 0), BigInteger).label(name)


def _decided(*states: State) -> ColumnElement[bool]:
    return and_(within(flags.c.decided_at), flags.c.state.in_([one.value for one in states]))


FLAGGED: Statement = select(
    _sum(and_(within(flags.c.raised_at), ~_IS_PRAISE, _STANDS), "raised"),
    _sum(and_(within(flags.c.raised_at), _IS_PRAISE, _STANDS), "praised"),
    _sum(and_(_decided(State.ACCEPTED, State.DONE), ~_IS_PRAISE), "accepted"),
    _sum(and_(_decided(State.DECLINED), ~_IS_PRAISE), "declined"),
    _sum(within(flags.c.change_done_at), "done"),
    _sum(
        and_(
            moment(flags.c.raised_at) < UNTIL,
            ~_IS_PRAISE,
            _STANDS,
            or_(flags.c.decided_at.is_(None), moment(flags.c.decided_at) >= UNTIL),
        ),
        "waiting",
    ),
)
"""Flags of a week and what became of them."""

_CLOSED = moment(asks.c.closed_at) < UNTIL
ASKED: Statement = select(
    func.count().label("asked"),
    _sum(and_(asks.c.state == AskState.ANSWERED.value, _CLOSED), "answered"),
    _sum(or_(asks.c.closed_at.is_(None), moment(asks.c.closed_at) >= UNTIL), "open"),
    func.count(distinct(asks.c.person_id)).label("people"),
).where(asks.c.kind == AskKind.OUTCOME.value, within(asks.c.asked_at))
"""What owners were asked within a week, and how that stood when it ended."""

_CAMPAIGN = case((flags.c.campaign_name != "", flags.c.campaign_name), else_=flags.c.source)
_WORDS = func.coalesce(flag_reasons.c.label, "")
PRAISE: Statement = (
    select(flags.c.reason, _WORDS.label("words"), _CAMPAIGN.label("campaign"))
    .outerjoin_from(flags, flag_reasons, flag_reasons.c.key == flags.c.reason)
    .where(within(flags.c.raised_at), _IS_PRAISE, _STANDS)
    .group_by(flags.c.reason, _WORDS, _CAMPAIGN)
    .order_by(func.min(moment(flags.c.raised_at)), flags.c.reason, _CAMPAIGN)
    .limit(bindparam("most"))
)
"""What was praised about which campaigns."""

CHANGED: Statement = (
    select(*FLAG_COLUMNS)
    .where(within(flags.c.change_done_at), flags.c.state == State.DONE.value)
    .order_by(flags.c.change_done_at.desc(), flags.c.id)
    .limit(bindparam("most"))
)
"""The flags whose change was done within a time, newest first."""

_OPEN_LEAD = or_(leads.c.status.is_(None), leads.c.status.in_([one.value for one in OPEN]))
_HAS_STEP = or_(leads.c.status.not_in([one.value for one in NEEDS_A_STEP]), leads.c.next_step != "")
FILLED: Statement = select(
    func.count().label("leads"),
    _sum(and_(leads.c.status.is_not(None), leads.c.owner_id.is_not(None), _HAS_STEP), "filled"),
    func.count(distinct(leads.c.owner_id)).label("people"),
).where(
    moment(leads.c.created_at) >= SINCE,
    moment(leads.c.created_at) < UNTIL,
    leads.c.gone_at.is_(None),
    _OPEN_LEAD,
)
"""Open leads that came within a time: with a status that we know, an owner, and a next step where due."""

OVERDUE_ACTIONS: Statement = (
    select(actions.c.side)
    .distinct()
    .where(actions.c.state == ActionState.OPEN.value, actions.c.due < bindparam("today"))
    .order_by(actions.c.side)
)
"""The sides that owe something which was agreed in the joint meeting."""
