"""When leads broke the rules, rolled back from what they are now by what changed since.

A stage of a lead is the time in which it had one status. Within the stages, each rule has the
stretches in which it would have asked, each with the moment from which its days count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    String,
    Subquery,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from handlers.envelope import MOST_ROWS
from handlers.nudges.model import NudgeState, Watch
from handlers.nudges.rehearsal import Period
from handlers.nudges.rules import Search
from storage.moment import microseconds
from storage.nudge_facts import SINCE, us, value_of, worth_of
from storage.schema import accounts, activities, lead_changes, leads, nudges, owners

Statement = Select[*tuple[Any, ...]]
Moments = ColumnElement[int]

QUARTER_US = 15 * 60 * 1_000_000
"""Every clock on earth shows half past nine at a whole quarter of an hour in UTC."""

_NEVER: Moments = cast(null(), BigInteger)


def best_rows(wanted: Sequence[Search], period: Period, rested: Any, *, sqlite: bool) -> Statement:
    """Select the stretches that can find a place, person by person; none of a rested lead is left out.

    Of those that begin and end to count on the same days only the most valuable can ever be asked:
    so many as there are places altogether.
    """
    stages = _stages(wanted, period)
    each = [
        one
        for place, search in enumerate(wanted)
        for one in _stretches(place, search, stages, period, sqlite=sqlite)
    ]
    found = union_all(*each).subquery("found")
    alike = (
        found.c.person_id,
        found.c.rule,
        found.c.entry,
        found.c.starts,
        _quarter(found.c.until),
    )
    order = (worth_of(found.c.status, found.c.since, period.looks[-1]).desc(), found.c.lead_id)
    place = func.row_number().over(partition_by=alike, order_by=order).label("place")
    ranked = select(found, place).subquery("ranked")
    most = MOST_ROWS * len(period.days)
    keeps = or_(ranked.c.place <= most, ranked.c.lead_id.in_(rested))
    return select(ranked).where(keeps).order_by(ranked.c.person_id, ranked.c.rule)


def moved_since(field: str, since: datetime, which: ColumnElement[bool]) -> Subquery:
    """Give each lead's last change of a field since then, as far as there is one."""
    own = lead_changes.c
    return (
        select(own.lead_id, us(func.max(own.at)).label("at"))
        .where(own.field == field, own.at >= since, which)
        .group_by(own.lead_id)
        .subquery()
    )


def _quarter(moment: Moments) -> Moments:
    return moment // QUARTER_US


# Stages


def _stages(wanted: Sequence[Search], period: Period) -> CTE:
    """Select the stages in which some rule looks, of everybody who can be asked."""
    statuses = sorted({one.value for each in wanted for one in each.rule.statuses})
    first = period.looks[0]
    now = _of_leads(leads.c.status, SINCE, us(leads.c.gone_at)).where(
        leads.c.status.in_(statuses), or_(leads.c.gone_at.is_(None), leads.c.gone_at > first)
    )
    own = lead_changes.c
    since = func.coalesce(_last_before("status"), us(leads.c.assigned_at), us(leads.c.created_at))
    then = (
        _of_leads(own.old, since, us(own.at))
        .join(lead_changes, own.lead_id == leads.c.id)
        .where(own.field == "status", own.at >= first, own.old.in_(statuses), own.old != own.new)
    )
    return union_all(now, then).cte("stages")


def _of_leads(status: ColumnElement[Any], since: Moments, until: Moments) -> Statement:
    reachable = exists().where(accounts.c.person_id == owners.c.person_id)
    return (
        select(
            leads.c.id.label("lead_id"),
            leads.c.system,
            owners.c.person_id,
            cast(status, String).label("status"),
            since.label("since"),
            until.label("until"),
        )
        .join_from(leads, owners, owners.c.id == leads.c.owner_id)
        .where(reachable, owners.c.gone_at.is_(None), owners.c.active.is_not(false()))
    )


def _last_before(field: str, new: str | None = None) -> Moments:
    """Give the moment of a lead's change of a field before the one at hand."""
    before = lead_changes.alias("before")
    which = [before.c.new == new] if new is not None else []
    return (
        select(us(func.max(before.c.at)))
        .where(
            before.c.lead_id == lead_changes.c.lead_id,
            before.c.field == field,
            before.c.at < lead_changes.c.at,
            *which,
        )
        .correlate(lead_changes)
        .scalar_subquery()
    )


# Stretches


def _stretches(
    place: int, search: Search, stages: CTE, period: Period, *, sqlite: bool
) -> Iterator[Statement]:
    """Select when a lead broke a rule: as it is now, and as it was before something changed."""
    thresholds = [microseconds(one) for one in period.before[place]]
    for found in _watched(search, stages, period, sqlite=sqlite):
        one = found.subquery()
        settled = select(nudges.c.lead_id).where(
            nudges.c.rule_id == search.rule.id, nudges.c.state == NudgeState.RULE_WRONG.value
        )
        yield select(
            one.c.person_id,
            one.c.lead_id,
            literal(place, Integer).label("rule"),
            one.c.status,
            one.c.since,
            one.c.stale,
            _entry(one.c.stale, thresholds).label("entry"),
            one.c.starts,
            one.c.until,
        ).where(
            one.c.status.in_([status.value for status in search.rule.statuses]),
            one.c.system.in_(search.systems),
            one.c.since.is_not(None),
            one.c.stale < thresholds[-1],
            or_(one.c.until.is_(None), one.c.until > microseconds(period.looks[0])),
            one.c.lead_id.not_in(settled),
        )


def _entry(stale: Moments, thresholds: Sequence[int]) -> ColumnElement[int]:
    """Number the first day on which something was stale; days on which the same is are one."""
    days = sorted(set(thresholds))
    return case(*((stale < before, place) for place, before in enumerate(days)), else_=len(days))


def _watched(search: Search, stages: CTE, period: Period, *, sqlite: bool) -> Sequence[Statement]:
    match search.rule.watch:
        case Watch.MISSING:
            return _missing(search.rule.field, stages, period, sqlite=sqlite)
        case Watch.SILENT:
            return _silent(stages, period)
        case Watch.UNCHANGED if search.rule.field == "next_step":
            return _unchanged_step(stages, period)
        case Watch.UNCHANGED:
            return [_of(stages, stages.c.since)]


def _of(
    stages: CTE, stale: Moments, *, starts: Moments = _NEVER, until: Moments | None = None
) -> Statement:
    over = stages.c.until if until is None else _earlier(stages.c.until, until)
    return select(
        stages.c.lead_id,
        stages.c.system,
        stages.c.person_id,
        stages.c.status,
        stages.c.since,
        stale.label("stale"),
        starts.label("starts"),
        over.label("until"),
    )


def _earlier(one: Moments, other: Moments) -> Moments:
    return case((one < other, one), else_=other)


def _missing(field: str, stages: CTE, period: Period, *, sqlite: bool) -> Sequence[Statement]:
    first = period.looks[0]
    emptied = moved_since(field, first, lead_changes.c.new == "")
    now = (
        _of(stages, stages.c.since, starts=emptied.c.at)
        .join(leads, leads.c.id == stages.c.lead_id)
        .outerjoin(emptied, emptied.c.lead_id == stages.c.lead_id)
        .where(value_of(field, sqlite=sqlite) == "")
    )
    own = lead_changes.c
    starts = _last_before(field, "")
    then = (
        _of(stages, stages.c.since, starts=starts, until=us(own.at))
        .join(lead_changes, own.lead_id == stages.c.lead_id)
        .where(own.field == field, own.at >= first, own.old == "", own.new != "")
    )
    return [now, then]


def _unchanged_step(stages: CTE, period: Period) -> Sequence[Statement]:
    now = (
        _of(stages, us(leads.c.next_step_changed_at))
        .join(leads, leads.c.id == stages.c.lead_id)
        .where(leads.c.next_step != "")
    )
    own = lead_changes.c
    then = (
        _of(stages, _last_before("next_step"), until=us(own.at))
        .join(lead_changes, own.lead_id == stages.c.lead_id)
        .where(own.field == "next_step", own.at >= period.looks[0], own.old != "")
    )
    return [now, then]


def _silent(stages: CTE, period: Period) -> Sequence[Statement]:
    """Select when nobody touched a lead: since the last touch, and between two before it."""
    now = _of(stages, us(leads.c.last_touch_at)).join(leads, leads.c.id == stages.c.lead_id)
    before = activities.alias("before")
    touched = (
        select(us(func.max(before.c.at)))
        .where(before.c.lead_id == activities.c.lead_id, before.c.at < activities.c.at)
        .correlate(activities)
        .scalar_subquery()
    )
    then = (
        _of(stages, touched, until=us(activities.c.at))
        .join(activities, activities.c.lead_id == stages.c.lead_id)
        .where(activities.c.at >= period.looks[0])
    )
    return [now, then]
