"""How many leads of a campaign, of a source, and of all others became promising, counted in SQL.

A lead counts once its outcome is known: in conversation, put off, qualified, converted or
disqualified. It is promising in conversation, qualified or converted. As on every card the newer word
counts: that of the CRM's status, or that of the owner's answer that stands. Of a lead that waits for
its first touch, or is being tried, nothing is known yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    FromClause,
    Label,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
    union_all,
)

from handlers.flags.model import On
from handlers.lead import Status
from handlers.questions.model import Said
from storage.finding_statements import STANDS
from storage.schema import answers, findings, flags, leads

DAY_US = 86_400_000_000
"""Microseconds, as moments are kept."""

PROMISING = (Status.CONNECTED, Status.QUALIFIED, Status.CONVERTED)
UNPROMISING = (Status.NURTURING, Status.DISQUALIFIED)
SAID_PROMISING = (Said.IN_CONVERSATION, Said.QUALIFIED, Said.CONVERTED)
SAID_UNPROMISING = (Said.LATER, Said.DISQUALIFIED)
_NOTHING_SAID = [Said.DO_NOT_KNOW.value, Said.NOT_MINE.value]

_CREATED = type_coerce(leads.c.created_at, BigInteger)
_DAY = (_CREATED // literal_column(str(DAY_US), BigInteger)).label("day")
"""Days since 1970, in UTC."""


def _came(since: ColumnElement[int], until: ColumnElement[int]) -> ColumnElement[bool]:
    """Name the leads of a time: microseconds since 1970, of which `until` does not belong any more."""
    return and_(since <= _CREATED, until > _CREATED)


def _among(column: ColumnElement[Any], words: Iterable[StrEnum]) -> ColumnElement[bool]:
    return column.in_([word.value for word in words])


def _promising(column: ColumnElement[Any], words: Iterable[StrEnum]) -> Label[int]:
    return case((_among(column, words), 1), else_=0).label("promising")


def _ranked(since: ColumnElement[int], until: ColumnElement[int]) -> Subquery:
    """Give what owners said that the CRM did not overtake, each lead's answers newest first."""
    newest_first = func.row_number().over(
        partition_by=answers.c.lead_id, order_by=[answers.c.at.desc(), answers.c.id]
    )
    changed = leads.c.status_changed_at
    return (
        select(answers.c.lead_id, answers.c.said, newest_first.label("place"))
        .join_from(answers, leads, leads.c.id == answers.c.lead_id)
        .where(answers.c.replaced_at.is_(None), answers.c.said != Said.CAUSE.value)
        .where(or_(changed.is_(None), changed <= answers.c.at))
        .where(_came(since, until))
        .subquery("ranked")
    )


def _said(since: ColumnElement[int], until: ColumnElement[int]) -> CTE:
    ranked = _ranked(since, until)
    return (
        select(ranked.c.lead_id, ranked.c.said)
        .where(ranked.c.place == 1, ranked.c.said.not_in(_NOTHING_SAID))
        .cte("said")
    )


def _known(since: ColumnElement[int], until: ColumnElement[int]) -> Subquery:
    """Give the leads that came within a time and whose outcome is known, and which are promising."""
    said = _said(since, until)
    facts = (leads.c.id, _DAY, leads.c.campaign_id, leads.c.source)
    by_crm = (
        select(*facts, _promising(leads.c.status, PROMISING))
        .where(_came(since, until))
        .where(_among(leads.c.status, (*PROMISING, *UNPROMISING)))
        .where(leads.c.id.not_in(select(said.c.lead_id)))
    )
    by_owner = (
        select(*facts, _promising(said.c.said, SAID_PROMISING))
        .join_from(said, leads, leads.c.id == said.c.lead_id)
        .where(_among(said.c.said, (*SAID_PROMISING, *SAID_UNPROMISING)))
    )
    return union_all(by_crm, by_owner).subquery("known")


_SINCE = bindparam("since", type_=BigInteger)
_UNTIL = bindparam("until", type_=BigInteger)
_GIVEN = _known(_SINCE, _UNTIL)


def _counted(known: Subquery | CTE) -> tuple[Label[int], Label[int]]:
    return func.count().label("leads"), func.coalesce(func.sum(known.c.promising), 0).label(
        "promising"
    )


COUNTED_ON: Mapping[On, Select[*tuple[Any, ...]]] = {
    On.CAMPAIGN: select(*_counted(_GIVEN)).where(_GIVEN.c.campaign_id == bindparam("key")),
    On.SOURCE: select(*_counted(_GIVEN)).where(_GIVEN.c.source == bindparam("key")),
}
"""The leads of a campaign or a source within a time."""

NEWEST_KNOWN: Select[*tuple[Any, ...]] = (
    select(_GIVEN.c.id, _GIVEN.c.day, _GIVEN.c.promising)
    .order_by(_GIVEN.c.day.desc(), _GIVEN.c.id.desc())
    .limit(bindparam("most"))
)

# The rates of many findings at once: the leads are read once, summed by day, and then by period.

_PREVIOUS = findings.alias("previous")
_DECIDED_BEFORE = (
    select(func.coalesce(func.max(_PREVIOUS.c.decided_at), literal_column("0", BigInteger)))
    .where(
        _PREVIOUS.c.reason == findings.c.reason,
        _PREVIOUS.c.subject_on == findings.c.subject_on,
        _PREVIOUS.c.subject_key == findings.c.subject_key,
        _PREVIOUS.c.decided_at <= findings.c.opened_at,
    )
    .correlate(findings)
    .scalar_subquery()
)
_CAMPAIGN = case(
    (findings.c.subject_on == On.CAMPAIGN.value, cast(findings.c.subject_key, BigInteger))
)
_SOURCE = case((findings.c.subject_on == On.SOURCE.value, findings.c.subject_key))


def _oldest(same: ColumnElement[bool]) -> ColumnElement[int]:
    """Tell when the oldest lead came that a finding's flags are about."""
    return (
        select(func.min(_CREATED))
        .join_from(flags, leads)
        .where(flags.c.reason == findings.c.reason, same, STANDS)
        .where(flags.c.raised_at > _DECIDED_BEFORE)
        .correlate(findings)
        .scalar_subquery()
    )


def _periods() -> CTE:
    """Give each wanted finding's subject and its first day."""
    begun = (
        select(
            findings.c.id,
            _CAMPAIGN.label("campaign"),
            _SOURCE.label("source"),
            func.coalesce(
                _oldest(flags.c.campaign_id == _CAMPAIGN), _oldest(flags.c.source == _SOURCE)
            ).label("oldest"),
        )
        .where(findings.c.id.in_(bindparam("findings", expanding=True)))
        .subquery("begun")
    )
    latest = bindparam("latest", type_=BigInteger)
    first = case((begun.c.oldest < latest, begun.c.oldest), else_=latest)
    since = (first // literal_column(str(DAY_US), BigInteger)).label("since")
    return select(begun.c.id, begun.c.campaign, begun.c.source, since).cte("periods")


def _summed(of: FromClause, *keys: ColumnElement[Any], name: str) -> CTE:
    sums = (func.sum(of.c.leads).label("leads"), func.sum(of.c.promising).label("promising"))
    return select(*keys, *sums).group_by(*keys).cte(name)


def _rates() -> Select[*tuple[Any, ...]]:
    periods = _periods()
    first = select(func.min(periods.c.since) * DAY_US).scalar_subquery()
    known = _known(first, _UNTIL)
    daily = (
        select(known.c.day, known.c.campaign_id, known.c.source, *_counted(known))
        .group_by(known.c.day, known.c.campaign_id, known.c.source)
        .cte("daily")
    )
    by_day = _summed(daily, daily.c.day, name="by_day")
    by_campaign = _summed(daily, daily.c.day, daily.c.campaign_id, name="by_campaign")
    by_source = _summed(daily, daily.c.day, daily.c.source, name="by_source")
    of_campaign = by_campaign.c.campaign_id == periods.c.campaign
    of_source = by_source.c.source == periods.c.source
    own = union_all(
        _within(periods, by_campaign, of_campaign), _within(periods, by_source, of_source)
    ).cte("own")
    every = _within(periods, by_day).cte("every")
    return (
        select(
            periods.c.id,
            periods.c.since,
            func.coalesce(own.c.leads, 0).label("leads"),
            func.coalesce(own.c.promising, 0).label("promising"),
            func.coalesce(every.c.leads, 0).label("all_leads"),
            func.coalesce(every.c.promising, 0).label("all_promising"),
        )
        .outerjoin_from(periods, own, own.c.id == periods.c.id)
        .outerjoin(every, every.c.id == periods.c.id)
    )


def _within(periods: CTE, per_day: CTE, *same: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Sum the days of each period."""
    sums = (
        func.sum(per_day.c.leads).label("leads"),
        func.sum(per_day.c.promising).label("promising"),
    )
    return (
        select(periods.c.id, *sums)
        .join_from(periods, per_day, and_(per_day.c.day >= periods.c.since, *same))
        .group_by(periods.c.id)
    )


RATES = _rates()
"""The wanted findings on campaigns and sources, each with its first day, its leads and all leads."""
