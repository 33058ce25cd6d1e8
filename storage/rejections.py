"""What flags said against leads, and which of these missed no criterion of their day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, select

from handlers.definition.model import CriterionId
from handlers.definition.work import Rejections
from storage.schema import definition_versions, flag_misses, flags, leads

REJECTING = ("reject", "disqualify")
"""Kinds of flags."""

_WITHDRAWN = "withdrawn"
_FIRST_DEFINITION = select(func.min(definition_versions.c.in_force_from)).scalar_subquery()
_HAS_MISSES = exists().where(flag_misses.c.flag_id == flags.c.id)
_WAS_JUDGED = func.coalesce(leads.c.created_at, leads.c.imported_at) >= _FIRST_DEFINITION
"""A definition was in force on the lead's day; of a lead that is gone nobody can tell."""
_MET = and_(~_HAS_MISSES, _WAS_JUDGED)


def rejections(connection: Connection, since: datetime, until: datetime) -> Rejections:
    """Count the flags that reject or disqualify a lead, without those taken back."""
    is_met = case((_MET, 1), else_=0).label("is_met")
    counted = (
        select(flags.c.reason, is_met, func.count().label("flags"))
        .outerjoin_from(flags, leads)
        .where(*_rejecting(since, until))
        .group_by(flags.c.reason, is_met)
    )
    by_reason: dict[str, int] = defaultdict(int)
    on_met: dict[str, int] = {}
    for reason, met, count in connection.execute(counted):
        by_reason[reason] += count
        if met:
            on_met[reason] = count
    missing = (
        select(flag_misses.c.criterion_id, func.count())
        .join_from(flags, flag_misses)
        .where(*_rejecting(since, until))
        .group_by(flag_misses.c.criterion_id)
    )
    return Rejections(
        total=sum(by_reason.values()),
        by_reason=dict(by_reason),
        on_met_by_reason=on_met,
        missing={CriterionId(id): count for id, count in connection.execute(missing)},
    )


def rejected_leads(
    connection: Connection, reason: str, between: tuple[datetime, datetime], most: int
) -> Sequence[str]:
    """Name the newest leads that missed no criterion and were rejected for a reason."""
    found = (
        select(flags.c.lead_label)
        .join_from(flags, leads)
        .where(*_rejecting(*between), flags.c.reason == reason, _MET)
        .order_by(flags.c.raised_at.desc(), flags.c.id)
        .limit(most)
    )
    return connection.execute(found).scalars().all()


def _rejecting(since: datetime, until: datetime) -> Sequence[ColumnElement[bool]]:
    return (
        flags.c.raised_at >= since,
        flags.c.raised_at <= until,
        flags.c.kind.in_(REJECTING),
        flags.c.state != _WITHDRAWN,
    )
