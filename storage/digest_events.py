"""What happened with leads within a week, as sets of leads: counted, and listed when somebody asks which.

A step counts when the lead's history has it within the week, or when the lead stands there since then
by its own word: leads that came with a file have no history. Nothing is read that came to us after the
figures were counted, so that the list of a past week is the one that was counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Label,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    type_coerce,
    union,
    union_all,
)

from handlers.digests.model import Count
from handlers.lead import Status
from storage.schema import lead_changes, leads

Statement = Select[*tuple[Any, ...]]

SINCE = bindparam("since", type_=BigInteger)
UNTIL = bindparam("until", type_=BigInteger)
_LEADS_TO = bindparam("leads_to", type_=BigInteger)
_CHANGES_TO = bindparam("changes_to", type_=BigInteger)

TAKEN_UP = (Status.ATTEMPTING, Status.CONNECTED, Status.QUALIFIED, Status.CONVERTED)
"""Whatever of these came first, sales had begun to work on the lead."""
_STATUS = "status"


def moment(column: ColumnElement[Any]) -> ColumnElement[int]:
    """Read a moment as the number it is kept as."""
    return type_coerce(column, BigInteger)


def within(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Tell whether a moment belongs to the week."""
    return and_(moment(column) >= SINCE, moment(column) < UNTIL)


def _word(word: StrEnum) -> ColumnElement[str]:
    return literal_column(f"'{word.value}'", String)


def _any(column: ColumnElement[Any], words: Iterable[StrEnum]) -> ColumnElement[bool]:
    return column.in_([_word(word) for word in words])


def _once(statement: Any, name: str) -> CTE:
    """Have a part of a statement run once, however often it is looked at."""
    return statement.cte(name).prefix_with("MATERIALIZED")  # type: ignore[no-any-return]


_IS_KNOWN = leads.c.id <= _LEADS_TO

MOVED = _once(
    select(
        leads.c.id,
        leads.c.status,
        case((within(leads.c.first_touch_at), 1), else_=0).label("touched"),
        case((within(leads.c.converted_at), 1), else_=0).label("won"),
        case((within(leads.c.status_changed_at), 1), else_=0).label("stands"),
        func.coalesce(moment(leads.c.assigned_at), moment(leads.c.created_at)).label("since"),
        moment(leads.c.first_touch_at).label("until"),
        leads.c.owner_id,
    ).where(
        _IS_KNOWN,
        or_(
            within(leads.c.first_touch_at),
            within(leads.c.converted_at),
            within(leads.c.status_changed_at),
        ),
    ),
    "moved",
)
"""The leads of which their own row tells that something happened."""

STEPS = _once(
    union(
        select(lead_changes.c.lead_id.label("id"), lead_changes.c.new.label("status")).where(
            lead_changes.c.field == literal_column(f"'{_STATUS}'", String),
            within(lead_changes.c.at),
            lead_changes.c.id <= _CHANGES_TO,
            lead_changes.c.lead_id <= _LEADS_TO,
        ),
        select(MOVED.c.id, MOVED.c.status).where(MOVED.c.stands == 1, MOVED.c.status.is_not(None)),
    ),
    "steps",
)
"""Each status that a lead came to, once."""


def _stepped(*statuses: Status) -> Statement:
    return select(STEPS.c.id).where(_any(STEPS.c.status, statuses))


def _had(lead: ColumnElement[int], statuses: Iterable[Status]) -> ColumnElement[bool]:
    """Tell whether a lead had been there before the week."""
    before = lead_changes.alias("earlier")
    return exists().where(
        before.c.lead_id == lead,
        before.c.field == literal_column(f"'{_STATUS}'", String),
        _any(before.c.new, statuses),
        moment(before.c.at) < SINCE,
    )


def _touched_before(lead: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(leads.c.id == lead, moment(leads.c.first_touch_at) < SINCE)


_BEGUN = union(_stepped(*TAKEN_UP), select(MOVED.c.id).where(MOVED.c.touched == 1)).subquery(
    "begun"
)
_SPOKEN = _stepped(Status.CONNECTED).subquery("spoken")
_CLOSED = _stepped(Status.CONVERTED).subquery("closed")
_UNDATED = exists().where(leads.c.id == _CLOSED.c.id, leads.c.converted_at.is_(None))

SETS: Mapping[Count, CTE] = {
    Count.LEADS_IN: _once(
        select(leads.c.id).where(_IS_KNOWN, within(leads.c.created_at)), "leads_in"
    ),
    Count.ACCEPTED: _once(
        select(_BEGUN.c.id).where(~_had(_BEGUN.c.id, TAKEN_UP), ~_touched_before(_BEGUN.c.id)),
        "accepted",
    ),
    Count.TALKING: _once(
        select(_SPOKEN.c.id).where(~_had(_SPOKEN.c.id, [Status.CONNECTED])), "talking"
    ),
    Count.WON: _once(
        union(
            select(MOVED.c.id).where(MOVED.c.won == 1),
            select(_CLOSED.c.id).where(_UNDATED, ~_had(_CLOSED.c.id, [Status.CONVERTED])),
        ),
        "won",
    ),
    Count.DISQUALIFIED: _once(_stepped(Status.DISQUALIFIED), "disqualified"),
    Count.RECYCLED: _once(_stepped(Status.NURTURING), "recycled"),
}
"""The leads of each count but the qualified ones, whom no statement can judge."""

_ALL = union(*(select(one.c.id) for one in SETS.values())).subquery("all_of_them")
TOUCHED_UPON, WAIT = "", "wait"
_NO_WORD = cast(null(), String).label("reason")
_NO_WAIT = (cast(null(), BigInteger).label("since"), cast(null(), BigInteger).label("until"))


def _named(name: str) -> Label[str]:
    return literal_column(f"'{name}'", String).label("count")


def _counted(name: str, many: Any) -> Statement:
    return select(_named(name), _NO_WORD, func.count().label("leads"), *_NO_WAIT).select_from(many)


def _reason() -> Label[str]:
    """Give why, as it stood when the week ended: what a later change tells of the time before it."""
    later = lead_changes.alias("later")
    then = (
        select(later.c.old)
        .where(later.c.lead_id == leads.c.id, later.c.field == "reason")
        .where(moment(later.c.at) >= UNTIL)
        .order_by(later.c.at, later.c.id)
        .limit(1)
        .correlate(leads)
        .scalar_subquery()
    )
    now = func.coalesce(leads.c.reason, "")
    changed = moment(leads.c.reason_changed_at) >= UNTIL
    return case((changed, func.coalesce(then, now)), else_=now).label("reason")


WITH_REASON: Mapping[Count, Statement] = {
    count: select(leads.c.id, _reason()).join_from(
        SETS[count], leads, leads.c.id == SETS[count].c.id
    )
    for count in (Count.DISQUALIFIED, Count.RECYCLED)
}


def _by_reason(count: Count) -> Statement:
    each = WITH_REASON[count].subquery(f"each_{count}")
    counted = func.count().label("leads")
    return select(_named(count.value), each.c.reason, counted, *_NO_WAIT).group_by(each.c.reason)


_WAITS = select(_named(WAIT), _NO_WORD, MOVED.c.owner_id, MOVED.c.since, MOVED.c.until).where(
    MOVED.c.touched == 1, MOVED.c.since.is_not(None)
)

COUNTS = union_all(
    _counted(TOUCHED_UPON, _ALL),
    *(_counted(count.value, one) for count, one in SETS.items()),
    *(_by_reason(count) for count in WITH_REASON),
    _WAITS,
)
"""How many leads there are of each count, and of disqualified and recycled ones for each reason.

Under `TOUCHED_UPON` stand those with which anything happened; under `WAIT` is a row for each lead that was
touched for the first time, with its owner, since when it waited and until when. All of it is one
statement, for it reads the same leads.
"""


def listed(count: Count, *, has_reason: bool) -> Statement:
    """Give the statement that lists the leads of a count, newest first, each with its reason besides."""
    if has_reason:
        return WITH_REASON[count].order_by(leads.c.id.desc())
    return select(SETS[count].c.id).order_by(SETS[count].c.id.desc())
