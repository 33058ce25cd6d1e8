"""Finds stale fields among all leads, and what is settled of them, each in one statement.

Each lead is looked at once, and the first rule that it breaks asks about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
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
    type_coerce,
    union,
)
from sqlalchemy.dialects.postgresql import insert  # SQLite understands its words

from handlers.envelope import Worth
from handlers.flags.model import Kind
from handlers.lead import Status
from handlers.nudges.model import NudgeState, Watch
from handlers.nudges.rules import EXTRA, NEXT_STEP_DATE, Search
from handlers.questions.model import ASK_ONCE
from storage.lead_rows import SQLITE
from storage.moment import microseconds
from storage.schema import (
    OPEN_NUDGES,
    STANDING,
    UNDECIDED,
    absences,
    accounts,
    answers,
    asks,
    flags,
    leads,
    nudges,
    owners,
    people,
)

DAY_US = 86_400_000_000
MOST_WORTH = 98
"""So much more a lead of a stage is worth at most, a point for each day that it waits."""

_OWN = {"status": leads.c.status_raw, "reason": leads.c.reason_raw, "next_step": leads.c.next_step}
_OPEN = text(OPEN_NUDGES)
_QUEUED = (
    *("id", "lead_id", "rule_id", "person_id", "field", "was", "state", "value", "queued_at"),
)
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class When:
    """A moment, and the company's day that it falls on."""

    at: datetime
    today: date


def _us(column: ColumnElement[Any]) -> ColumnElement[int]:
    return type_coerce(column, BigInteger)


SINCE = func.coalesce(
    _us(leads.c.status_changed_at),
    _us(leads.c.last_touch_at),
    _us(leads.c.assigned_at),
    _us(leads.c.created_at),
)
"""Since when a lead is what it is; where the CRM does not tell, the last thing that is known of it."""


def extra_value(name: ColumnElement[str] | str, *, sqlite: bool) -> ColumnElement[str]:
    """Give the value of a further column of a lead; SQLite's arrow reads some names as paths."""
    if not sqlite:
        return func.coalesce(leads.c.extra.op("->>", return_type=String())(name), "")
    objects = case((func.json_type(leads.c.extra) == "object", leads.c.extra))
    each = func.json_each(objects).table_valued("key", "value")
    found = select(type_coerce(each.c.value, String)).where(each.c.key == name).limit(1)
    return func.coalesce(found.scalar_subquery(), "")


def value_of(field: str, *, sqlite: bool) -> ColumnElement[str]:
    """Give what the CRM says in a field that a rule watches, raw."""
    own = _OWN.get(field)
    return extra_value(field.removeprefix(EXTRA), sqlite=sqlite) if own is None else own


# Who can be asked, and what is left alone


def _with_room(today: date, most: int) -> CTE:
    """Give the people who can be asked today, and how much more may be queued for each."""
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
        select(people.c.id, room.label("room"))
        .outerjoin_from(people, queued, queued.c.person_id == people.c.id)
        .where(reachable, ~away, room > 0)
        .cte("with_room")
    )


def _later(today: date) -> Sequence[Select[*tuple[Any, ...]]]:
    """Name the leads that somebody said to look at again on a day to come."""
    put_off = select(answers.c.lead_id).where(
        answers.c.look_again_on > today, answers.c.replaced_at.is_(None)
    )
    recycled = select(flags.c.lead_id).where(
        flags.c.look_again_on > today, flags.c.lead_id.is_not(None), text(STANDING)
    )
    return put_off, recycled


def _with_marketing() -> Select[*tuple[Any, ...]]:
    return select(flags.c.lead_id).where(
        text(UNDECIDED), flags.c.kind != Kind.PRAISE.value, flags.c.lead_id.is_not(None)
    )


def _resting(at: datetime, today: date) -> CTE:
    """Name the leads that are asked about, were lately, or are not to be asked about now."""
    since = at - ASK_ONCE
    asked = select(asks.c.lead_id).where(
        or_(asks.c.state.in_(["queued", "asked"]), asks.c.asked_at > since)
    )
    nudged = select(nudges.c.lead_id).where(
        or_(
            _OPEN,
            nudges.c.asked_at > since,
            and_(nudges.c.state == NudgeState.SNOOZED.value, nudges.c.snoozed_until > today),
        )
    )
    not_theirs = (
        select(nudges.c.lead_id)
        .join_from(nudges, leads)
        .join(owners, owners.c.id == leads.c.owner_id)
        .where(
            nudges.c.state == NudgeState.NOT_MINE.value, owners.c.person_id == nudges.c.person_id
        )
    )
    return union(asked, nudged, not_theirs, _with_marketing(), *_later(today)).cte("resting")


# Rules


def _breaks(search: Search, *, sqlite: bool) -> Condition:
    """Tell whether a lead breaks a rule and nobody said that it may."""
    rule, before = search.rule, microseconds(search.before)
    settled = select(nudges.c.lead_id).where(
        nudges.c.rule_id == rule.id,
        or_(
            nudges.c.state == NudgeState.RULE_WRONG.value,
            and_(
                nudges.c.state == NudgeState.STILL_RIGHT.value, nudges.c.closed_at >= search.before
            ),
        ),
    )
    return and_(
        leads.c.status.in_([one.value for one in rule.statuses]),
        leads.c.system.in_(search.systems),
        *_watched(search, before, sqlite=sqlite),
        leads.c.id.not_in(settled),
    )


def _watched(search: Search, before: int, *, sqlite: bool) -> Sequence[Condition]:
    value = value_of(search.rule.field, sqlite=sqlite)
    match search.rule.watch:
        case Watch.MISSING:
            return (before > SINCE, value == "")
        case Watch.SILENT:
            return (_us(leads.c.last_touch_at) < before,)
        case Watch.UNCHANGED if search.rule.field == "next_step":
            return (_us(leads.c.next_step_changed_at) < before, value != "")
        case Watch.UNCHANGED:
            return (before > SINCE,)


def _worth(at: datetime) -> Label[int]:
    """Reckon what a row is worth by the lead's stage, and by how long it has been there."""
    days = (microseconds(at) - SINCE) // DAY_US
    stage = case(
        (leads.c.status == Status.QUALIFIED.value, int(Worth.QUALIFIED)),
        (leads.c.status == Status.CONNECTED.value, int(Worth.CONNECTED)),
        else_=int(Worth.EARLIER),
    )
    longer = case((days > MOST_WORTH, MOST_WORTH), (days < 0, 0), else_=days)
    return cast(stage + longer, Integer).label("worth")


# The statement


def scan(
    connection: Connection, wanted: Sequence[Search], when: When, *, most: int, dated: Sequence[str]
) -> int:
    """Queue what the rules find: the most valuable of each person, and at most one of each lead.

    `dated` are the CRMs that tell on which day the next step is due.
    """
    if not wanted:
        return 0
    sqlite = connection.dialect.name == SQLITE
    conditions = [_breaks(search, sqlite=sqlite) for search in wanted]
    found = _found(wanted, conditions, when, most=most)
    if dated:
        found = found.where(~and_(leads.c.system.in_(dated), booked(when.today, sqlite=sqlite)))
    queued = insert(nudges).from_select(_QUEUED, _best(wanted, found, when, sqlite=sqlite))
    told = queued.on_conflict_do_nothing().returning(nudges.c.person_id)
    return len(connection.execute(told).all())


def _found(
    wanted: Sequence[Search], conditions: Sequence[Condition], when: When, *, most: int
) -> Select[*tuple[Any, ...]]:
    """Select each lead that breaks a rule, with the first of these rules, by its place in the list."""
    with_room, resting = _with_room(when.today, most), _resting(when.at, when.today)
    rule = case(*((one, place) for place, one in enumerate(conditions)))
    worth = _worth(when.at)
    place = func.row_number().over(
        partition_by=with_room.c.id, order_by=[worth.element.desc(), leads.c.id]
    )
    return (
        select(
            leads.c.id,
            with_room.c.id.label("person_id"),
            with_room.c.room,
            rule.label("rule"),
            worth,
            place.label("place"),
        )
        .join_from(leads, owners, owners.c.id == leads.c.owner_id)
        .join(with_room, with_room.c.id == owners.c.person_id)
        .outerjoin(resting, resting.c.lead_id == leads.c.id)
        .where(
            leads.c.status.in_(
                sorted({one.value for each in wanted for one in each.rule.statuses})
            ),
            leads.c.gone_at.is_(None),
            owners.c.gone_at.is_(None),
            owners.c.active.is_not(false()),
            resting.c.lead_id.is_(None),
            or_(*conditions),
        )
    )


def _best(
    wanted: Sequence[Search], found: Select[*tuple[Any, ...]], when: When, *, sqlite: bool
) -> Select[*tuple[Any, ...]]:
    """Select the best rows as they are kept."""
    of = found.subquery("found")
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


# What is settled


def settled(
    when: When, *, silent: Sequence[str], dated: Sequence[str], sqlite: bool
) -> Select[*tuple[Any, ...]]:
    """Select the open nudges about which there is nothing to ask any more.

    `silent` are the rules that look for leads that nobody touched.
    """
    marketing = nudges.c.lead_id.in_(_with_marketing())
    later = [nudges.c.lead_id.in_(put_off) for put_off in _later(when.today)]
    gone = [
        leads.c.gone_at.is_not(None),
        owners.c.person_id.is_distinct_from(nudges.c.person_id),
        _value_now(sqlite=sqlite) != nudges.c.was,
        leads.c.status_changed_at > nudges.c.queued_at,
        and_(nudges.c.rule_id.in_(silent), leads.c.last_touch_at > nudges.c.queued_at),
        *later,
    ]
    if dated:
        gone.append(and_(leads.c.system.in_(dated), booked(when.today, sqlite=sqlite)))
    queued = and_(nudges.c.state == NudgeState.QUEUED.value, or_(marketing, _asked_otherwise()))
    return (
        select(nudges.c.id)
        .join_from(nudges, leads)
        .outerjoin(owners, owners.c.id == leads.c.owner_id)
        .where(_OPEN, or_(*gone, queued))
    )


def _asked_otherwise() -> Condition:
    """Tell whether a colleague's question asks about the lead, or did since the nudge was queued."""
    return exists().where(
        asks.c.lead_id == nudges.c.lead_id,
        or_(asks.c.state.in_(["queued", "asked"]), asks.c.asked_at > nudges.c.queued_at),
    )


def _value_now(*, sqlite: bool) -> ColumnElement[str]:
    """Give what the CRM says now in the field of a nudge."""
    name = func.substr(nudges.c.field, len(EXTRA) + 1)
    own = ((nudges.c.field == field, column) for field, column in _OWN.items())
    return case(*own, else_=extra_value(name, sqlite=sqlite))


def booked(today: date, *, sqlite: bool) -> Condition:
    """Tell whether a lead's next step is due on a day to come."""
    day = extra_value(NEXT_STEP_DATE.removeprefix(EXTRA), sqlite=sqlite)
    return and_(day.like("____-__-__%"), func.substr(day, 1, 10) > today.isoformat())
