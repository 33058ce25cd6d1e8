"""Finds stale fields among all leads, in one statement.

Each lead is looked at once, and the first rule that it breaks asks about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CTE,
    Connection,
    Integer,
    Label,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    text,
    union,
)

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.envelope import ASK_ONCE
from handlers.nudges.model import NudgeState, Watch
from handlers.nudges.rules import Search
from storage.lead_rows import SQLITE
from storage.moment import microseconds
from storage.nudge_facts import (
    SINCE,
    Condition,
    When,
    booked,
    later,
    owners_say,
    us,
    value_of,
    with_marketing,
    worth_of,
)
from storage.schema import (
    OPEN_ASKS,
    OPEN_NUDGES,
    absences,
    accounts,
    asks,
    leads,
    nudges,
    owners,
    people,
)

Statement = Select[*tuple[Any, ...]]

_OPEN = text(OPEN_NUDGES)
_QUEUED = (
    *("id", "lead_id", "rule_id", "person_id", "field", "was", "state", "value", "queued_at"),
)


def scan(
    connection: Connection, wanted: Sequence[Search], when: When, *, most: int, dated: Sequence[str]
) -> int:
    """Queue what the rules find: the most valuable of each person, and at most one of each lead.

    `dated` are the CRMs that tell on which day the next step is due.
    """
    if not wanted:
        return 0
    sqlite = connection.dialect.name == SQLITE
    askable = _askable(when.today, most)
    found = _found(wanted, askable, when, sqlite=sqlite)
    if dated:
        found = found.where(~and_(leads.c.system.in_(dated), booked(when.today, sqlite=sqlite)))
    best = _best(wanted, _ranked(found, askable), when, sqlite=sqlite)
    queued = insert(nudges).from_select(_QUEUED, best).on_conflict_do_nothing()
    return len(connection.execute(queued.returning(nudges.c.person_id)).all())


# Who can be asked, and what is left alone


def _askable(today: date, most: int) -> CTE:
    """Give the owners who can be asked today, and how much more may be queued for each person."""
    queued = (
        select(nudges.c.person_id, func.count().label("count"))
        .where(_OPEN, nudges.c.state == NudgeState.QUEUED.value)
        .group_by(nudges.c.person_id)
        .subquery("queued")
    )
    room = most - func.coalesce(queued.c.count, 0)
    away = exists().where(
        absences.c.person_id == people.c.id, absences.c.first <= today, absences.c.last >= today
    )
    reachable = exists().where(accounts.c.person_id == people.c.id)
    return (
        select(owners.c.id, people.c.id.label("person_id"), room.label("room"))
        .join_from(owners, people)
        .outerjoin(queued, queued.c.person_id == people.c.id)
        .where(owners.c.gone_at.is_(None), owners.c.active.is_not(false()))
        .where(reachable, ~away, room > 0)
        .cte("askable")
    )


def _resting(at: datetime, today: date) -> CTE:
    """Name the leads that are asked about, were lately, or are not to be asked about now."""
    since = at - ASK_ONCE
    asked = select(asks.c.lead_id).where(or_(text(OPEN_ASKS), asks.c.asked_at > since))
    nudged = select(nudges.c.lead_id).where(
        or_(
            _OPEN,
            and_(nudges.c.asked_at > since, nudges.c.state != NudgeState.SNOOZED.value),
            and_(nudges.c.state == NudgeState.SNOOZED.value, nudges.c.snoozed_until > today),
        )
    )
    not_theirs = owners_say(nudges.c.state == NudgeState.NOT_MINE.value)
    return union(asked, nudged, not_theirs, with_marketing(), *later(today)).cte("resting")


# Rules


def _breaks(search: Search, *, sqlite: bool) -> Condition:
    """Tell whether a lead breaks a rule and nobody said that it may."""
    rule, before = search.rule, microseconds(search.before)
    wrong = select(nudges.c.lead_id).where(
        nudges.c.rule_id == rule.id, nudges.c.state == NudgeState.RULE_WRONG.value
    )
    right = owners_say(
        nudges.c.rule_id == rule.id,
        nudges.c.state == NudgeState.STILL_RIGHT.value,
        nudges.c.closed_at >= search.before,
    )
    return and_(
        leads.c.status.in_([one.value for one in rule.statuses]),
        leads.c.system.in_(search.systems),
        *_watched(search, before, sqlite=sqlite),
        leads.c.id.not_in(wrong),
        leads.c.id.not_in(right),
    )


def _watched(search: Search, before: int, *, sqlite: bool) -> Sequence[Condition]:
    value = value_of(search.rule.field, sqlite=sqlite)
    match search.rule.watch:
        case Watch.MISSING:
            return (before > SINCE, value == "")
        case Watch.SILENT:
            return (us(leads.c.last_touch_at) < before,)
        case Watch.UNCHANGED if search.rule.field == "next_step":
            return (us(leads.c.next_step_changed_at) < before, value != "")
        case Watch.UNCHANGED:
            return (before > SINCE,)


def _worth(at: datetime) -> Label[int]:
    return cast(worth_of(leads.c.status, SINCE, at), Integer).label("worth")


# The statement


def _found(wanted: Sequence[Search], askable: CTE, when: When, *, sqlite: bool) -> Statement:
    """Select the leads that may break a rule, with the first that each breaks, by its place in the list.

    No join, so that SQLite reads the leads as they lie and sorts nothing.
    """
    resting = _resting(when.at, when.today)
    rule = case(*((_breaks(one, sqlite=sqlite), place) for place, one in enumerate(wanted)))
    statuses = sorted({status.value for one in wanted for status in one.rule.statuses})
    rests = (
        leads.c.id.in_(select(resting.c.lead_id))
        if sqlite
        else exists().where(resting.c.lead_id == leads.c.id)
    )
    return select(leads.c.id, leads.c.owner_id, rule.label("rule"), _worth(when.at)).where(
        leads.c.status.in_(statuses),
        leads.c.gone_at.is_(None),
        leads.c.owner_id.in_(select(askable.c.id)),
        ~rests,
    )


def _ranked(found: Statement, askable: CTE) -> Statement:
    """Select what breaks a rule with its place among all that its owner may be asked."""
    of = found.cte("found").prefix_with("MATERIALIZED")
    place = func.row_number().over(
        partition_by=askable.c.person_id, order_by=[of.c.worth.desc(), of.c.id]
    )
    return (
        select(of.c.id, of.c.rule, of.c.worth, askable.c.person_id, askable.c.room)
        .add_columns(place.label("place"))
        .join_from(of, askable, askable.c.id == of.c.owner_id)
        .where(of.c.rule.is_not(None))
    )


def _best(wanted: Sequence[Search], ranked: Statement, when: When, *, sqlite: bool) -> Statement:
    """Select the best rows as they are kept."""
    of = ranked.subquery("ranked")
    fields = case(*((of.c.rule == place, one.rule.field) for place, one in enumerate(wanted)))
    rules = case(*((of.c.rule == place, one.rule.id) for place, one in enumerate(wanted)))
    was = case(
        *(
            (of.c.rule == place, value_of(one.rule.field, sqlite=sqlite))
            for place, one in enumerate(wanted)
        )
    )
    return (
        select(
            literal(f"{microseconds(when.at):x}-") + cast(of.c.id, String),
            of.c.id,
            rules,
            of.c.person_id,
            fields,
            was,
            literal(NudgeState.QUEUED.value),
            of.c.worth,
            literal(when.at, nudges.c.queued_at.type),
        )
        .join_from(of, leads, leads.c.id == of.c.id)
        .where(of.c.place <= of.c.room)
    )
