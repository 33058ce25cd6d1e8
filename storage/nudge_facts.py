"""What stale fields are about, as SQL: what a CRM says of a lead, since when, and what is planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    case,
    func,
    select,
    text,
    type_coerce,
)

from handlers.envelope import Worth
from handlers.flags.model import Kind
from handlers.lead import Status
from handlers.nudges.model import MOST_WORTH
from handlers.nudges.rules import EXTRA, NEXT_STEP_DATE
from storage.moment import microseconds
from storage.schema import STANDING, UNDECIDED, answers, flags, leads, nudges, owners

DAY_US = 86_400_000_000

Condition = ColumnElement[bool]

_OWN = {"status": leads.c.status_raw, "reason": leads.c.reason_raw, "next_step": leads.c.next_step}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_ -]*")
"""Names that stand in a JSON path as they are."""


@dataclass(frozen=True, slots=True)
class When:
    """A moment, and the company's day that it falls on."""

    at: datetime
    today: date


def us(column: ColumnElement[Any]) -> ColumnElement[int]:
    """Give a moment as the database keeps it: microseconds since 1970."""
    return type_coerce(column, BigInteger)


SINCE = func.coalesce(
    us(leads.c.status_changed_at),
    us(leads.c.last_touch_at),
    us(leads.c.assigned_at),
    us(leads.c.created_at),
)
"""Since when a lead is what it is; where the CRM does not tell, the last thing that is known of it."""


def extra_value(name: ColumnElement[str] | str, *, sqlite: bool) -> ColumnElement[str]:
    """Give the value of a further column of a lead; SQLite's paths do not lead to every name."""
    if not sqlite:
        return func.coalesce(leads.c.extra.op("->>", return_type=String())(name), "")
    if isinstance(name, str) and _PLAIN.fullmatch(name):
        plain = func.json_extract(leads.c.extra, f'$."{name}"', type_=String)
        return func.coalesce(plain, "")
    objects = case((func.json_type(leads.c.extra) == "object", leads.c.extra))
    each = func.json_each(objects).table_valued("key", "value")
    found = select(type_coerce(each.c.value, String)).where(each.c.key == name).limit(1)
    return func.coalesce(found.scalar_subquery(), "")


def value_of(field: str, *, sqlite: bool) -> ColumnElement[str]:
    """Give what the CRM says in a field that a rule watches, raw."""
    own = _OWN.get(field)
    return extra_value(field.removeprefix(EXTRA), sqlite=sqlite) if own is None else own


def value_now(*, sqlite: bool) -> ColumnElement[str]:
    """Give what the CRM says now in the field of a nudge."""
    name = func.substr(nudges.c.field, len(EXTRA) + 1)
    own = ((nudges.c.field == field, column) for field, column in _OWN.items())
    return case(*own, else_=extra_value(name, sqlite=sqlite))


def booked(today: date, *, sqlite: bool) -> Condition:
    """Tell whether a lead's next step is due on a day to come."""
    day = extra_value(NEXT_STEP_DATE.removeprefix(EXTRA), sqlite=sqlite)
    return and_(day.like("____-__-__%"), func.substr(day, 1, 10) > today.isoformat())


def later(today: date) -> Sequence[Select[*tuple[Any, ...]]]:
    """Name the leads that somebody said to look at again on a day to come."""
    put_off = select(answers.c.lead_id).where(
        answers.c.look_again_on > today, answers.c.replaced_at.is_(None)
    )
    recycled = select(flags.c.lead_id).where(
        flags.c.look_again_on > today, flags.c.lead_id.is_not(None), text(STANDING)
    )
    return put_off, recycled


def worth_of(
    status: ColumnElement[Any], since: ColumnElement[int], at: datetime
) -> ColumnElement[int]:
    """Reckon what a row is worth by the lead's stage, and by how long it has been there."""
    days = (microseconds(at) - since) // DAY_US
    stage = case(
        (status == Status.QUALIFIED.value, int(Worth.QUALIFIED)),
        (status == Status.CONNECTED.value, int(Worth.CONNECTED)),
        else_=int(Worth.EARLIER),
    )
    return stage + case((days > MOST_WORTH, MOST_WORTH), (days < 0, 0), else_=days)


def owners_say(*what: Condition) -> Select[*tuple[Any, ...]]:
    """Name the leads of which those who own them now said something; a former owner's word is over."""
    return (
        select(nudges.c.lead_id)
        .join_from(nudges, leads)
        .join(owners, owners.c.id == leads.c.owner_id)
        .where(owners.c.person_id == nudges.c.person_id, *what)
    )


def with_marketing() -> Select[*tuple[Any, ...]]:
    """Name the leads of whose flags marketing has yet to decide."""
    return select(flags.c.lead_id).where(
        text(UNDECIDED), flags.c.kind != Kind.PRAISE.value, flags.c.lead_id.is_not(None)
    )
