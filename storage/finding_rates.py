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
    Label,
    Select,
    String,
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
from storage.schema import answers, campaigns, findings, flags, leads

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

BY_CAMPAIGN: Select[*tuple[Any, ...]] = (
    select(_GIVEN.c.campaign_id, campaigns.c.name, *_counted(_GIVEN))
    .outerjoin_from(_GIVEN, campaigns, campaigns.c.id == _GIVEN.c.campaign_id)
    .group_by(_GIVEN.c.campaign_id, campaigns.c.name)
)
"""The leads of each campaign within a time; those that no campaign brought stand together."""

NEWEST_KNOWN: Select[*tuple[Any, ...]] = (
    select(_GIVEN.c.id, _GIVEN.c.day, _GIVEN.c.promising)
    .order_by(_GIVEN.c.day.desc(), _GIVEN.c.id.desc())
    .limit(bindparam("most"))
)

# The rates of many findings at once: all leads are read in one go and summed by day.

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
_IS_ON = {on: findings.c.subject_on == on.value for on in On}
_CAMPAIGN = case((_IS_ON[On.CAMPAIGN], cast(findings.c.subject_key, BigInteger)))
"""The key of a campaign alone is a number."""


def _oldest(same: ColumnElement[bool]) -> ColumnElement[int]:
    return (
        select(func.min(_CREATED))
        .join_from(flags, leads)
        .where(flags.c.reason == findings.c.reason, same, STANDS)
        .where(flags.c.raised_at > _DECIDED_BEFORE)
        .correlate(findings)
        .scalar_subquery()
    )


OLDEST: Select[*tuple[Any, ...]] = select(
    findings.c.id,
    findings.c.subject_on,
    findings.c.subject_key,
    case(
        (_IS_ON[On.CAMPAIGN], _oldest(flags.c.campaign_id == _CAMPAIGN)),
        (_IS_ON[On.SOURCE], _oldest(flags.c.source == findings.c.subject_key)),
    ).label("oldest"),
).where(findings.c.id.in_(bindparam("findings", expanding=True)))
"""When the oldest lead came that each of these findings' flags are about."""

_DAILY = (
    select(_GIVEN.c.day, _GIVEN.c.campaign_id, _GIVEN.c.source, *_counted(_GIVEN))
    .group_by(_GIVEN.c.day, _GIVEN.c.campaign_id, _GIVEN.c.source)
    .cte("daily")
)


def _per_day(on: str, key: ColumnElement[str], *by: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """Sum each day's leads, by a column besides."""
    return select(
        literal_column(f"'{on}'", String).label("subject_on"),
        key.label("subject_key"),
        _DAILY.c.day,
        cast(func.sum(_DAILY.c.leads), BigInteger).label("leads"),
        cast(func.sum(_DAILY.c.promising), BigInteger).label("promising"),
    ).group_by(_DAILY.c.day, *by)


PER_DAY = union_all(
    _per_day("", literal_column("''", String)),
    _per_day(On.CAMPAIGN.value, cast(_DAILY.c.campaign_id, String), _DAILY.c.campaign_id).where(
        _DAILY.c.campaign_id.in_(bindparam("campaigns", expanding=True))
    ),
    _per_day(On.SOURCE.value, _DAILY.c.source, _DAILY.c.source).where(
        _DAILY.c.source.in_(bindparam("sources", expanding=True))
    ),
)
"""The leads of each day: all of them, those of each wanted campaign, and those of each wanted source."""
