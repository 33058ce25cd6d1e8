"""Finds the open nudges about which there is nothing to ask any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, exists, or_, select, text

from handlers.nudges.model import NudgeState
from storage.nudge_facts import Condition, When, booked, later, value_now, with_marketing
from storage.schema import OPEN_ASKS, OPEN_NUDGES, asks, leads, nudges, owners


def settled(when: When, *, silent: Sequence[str], sqlite: bool) -> Select[*tuple[Any, ...]]:
    """Select the open nudges about which there is nothing to ask any more.

    `silent` are the rules that look for leads that nobody touched.
    """
    marketing = nudges.c.lead_id.in_(with_marketing())
    put_off = [nudges.c.lead_id.in_(one) for one in later(when.today)]
    gone = [
        leads.c.gone_at.is_not(None),
        owners.c.person_id.is_distinct_from(nudges.c.person_id),
        value_now(sqlite=sqlite) != nudges.c.was,
        leads.c.status_changed_at > nudges.c.queued_at,
        and_(nudges.c.rule_id.in_(silent), leads.c.last_touch_at > nudges.c.queued_at),
        *put_off,
        booked(when.today, sqlite=sqlite),
    ]
    queued = and_(nudges.c.state == NudgeState.QUEUED.value, or_(marketing, _asked_otherwise()))
    return (
        select(nudges.c.id)
        .join_from(nudges, leads)
        .outerjoin(owners, owners.c.id == leads.c.owner_id)
        .where(text(OPEN_NUDGES), or_(*gone, queued))
    )


def _asked_otherwise() -> Condition:
    """Tell whether a colleague's question asks about the lead, or did since the nudge was queued."""
    return exists().where(
        asks.c.lead_id == nudges.c.lead_id,
        or_(text(OPEN_ASKS), asks.c.asked_at > nudges.c.queued_at),
    )
