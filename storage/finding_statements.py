"""The statements of findings, built once: building costs more than running."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Label,
    ScalarSelect,
    Select,
    String,
    Update,
    and_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert  # SQLite understands its words

from handlers.flags.model import On
from handlers.flags.proportion import FEWEST_LEADS
from storage.flag_rows import FLAG_COLUMNS
from storage.schema import (
    UNDECIDED,
    UNDECIDED_FINDINGS,
    definition_criteria,
    findings,
    flag_misses,
    flags,
    ungathered_flags,
)

Statement = Select[*tuple[Any, ...]]

_MOMENT = flags.c.raised_at.type
_AT = bindparam("at", type_=_MOMENT)
_THIS = findings.c.id == bindparam("finding")
_ZERO = literal_column("0", Integer)
_IS_UNDECIDED = text(UNDECIDED_FINDINGS)
"""Written out, or the database would not see that the partial index fits."""

STANDS: ColumnElement[bool] = flags.c.state != literal_column("'withdrawn'")
"""Likewise."""

# Flags that were not taken into account

ANY_UNGATHERED = select(exists(ungathered_flags.select()))
GATHER = delete(ungathered_flags).returning(ungathered_flags.c.flag_id)

# Findings of which a flag is a case


def _is_on(on: On) -> ColumnElement[bool]:
    return findings.c.subject_on == on.value


UNDECIDED_ON: Statement = select(
    findings.c.id, findings.c.subject_on, findings.c.subject_key, findings.c.opened_at
).where(
    findings.c.reason == bindparam("of_reason"),
    _IS_UNDECIDED,
    or_(
        and_(_is_on(On.CAMPAIGN), findings.c.subject_key == bindparam("of_campaign")),
        and_(_is_on(On.SOURCE), findings.c.subject_key == bindparam("of_source")),
        and_(
            _is_on(On.CRITERION),
            findings.c.subject_key.in_(bindparam("of_criteria", expanding=True)),
        ),
    ),
)

# The cases about which there is no finding yet

_DECIDED = findings.alias("decided")


def _last_decided(on: On, key: ColumnElement[Any]) -> ScalarSelect[int]:
    return (
        select(func.coalesce(func.max(_DECIDED.c.decided_at), _ZERO))
        .where(
            _DECIDED.c.reason == bindparam("of_reason"),
            _DECIDED.c.subject_on == on.value,
            _DECIDED.c.subject_key == key,
            _DECIDED.c.decided_at <= bindparam("before", type_=_MOMENT),
        )
        .scalar_subquery()
    )


_ALSO_MISSED = flag_misses.alias("also_missed")
_SHARED = or_(
    and_(_is_on(On.CAMPAIGN), findings.c.subject_key == cast(flags.c.campaign_id, String)),
    and_(_is_on(On.SOURCE), findings.c.subject_key == flags.c.source),
    and_(
        _is_on(On.CRITERION),
        exists()
        .where(
            _ALSO_MISSED.c.flag_id == flags.c.id,
            _ALSO_MISSED.c.criterion_id == findings.c.subject_key,
        )
        .correlate(flags, findings),
    ),
)
_IS_GATHERED = exists().where(
    findings.c.reason == flags.c.reason,
    _SHARED,
    or_(findings.c.decided_at.is_(None), findings.c.decided_at >= flags.c.raised_at),
)
"""Some finding gathers the flag, or gathered it until it was decided."""


def _about(on: On, key: ColumnElement[Any]) -> tuple[Label[Any], ...]:
    named = literal_column(f"'{on.value}'", String).label("subject_on")
    return named, cast(key, String).label("subject_key"), func.count().label("cases")


_REASON = flags.c.reason == bindparam("of_reason")
_OF_CAMPAIGN = bindparam("of_campaign", type_=String)
_OF_SOURCE = bindparam("of_source", type_=String)
LOOSE: CompoundSelect[*tuple[Any, ...]] = union_all(
    select(*_about(On.CAMPAIGN, flags.c.campaign_id))
    .where(_REASON, flags.c.campaign_id == bindparam("campaign"), STANDS, ~_IS_GATHERED)
    .where(flags.c.raised_at > _last_decided(On.CAMPAIGN, _OF_CAMPAIGN))
    .group_by(flags.c.campaign_id),
    select(*_about(On.SOURCE, flags.c.source))
    .where(_REASON, flags.c.source == _OF_SOURCE, STANDS, ~_IS_GATHERED)
    .where(flags.c.raised_at > _last_decided(On.SOURCE, _OF_SOURCE))
    .group_by(flags.c.source),
    select(*_about(On.CRITERION, flag_misses.c.criterion_id))
    .where(
        flag_misses.c.criterion_id.in_(bindparam("of_criteria", expanding=True)),
        flag_misses.c.reason == bindparam("of_reason"),
        flag_misses.c.flag_id == flags.c.id,
        STANDS,
        ~_IS_GATHERED,
    )
    .group_by(flag_misses.c.criterion_id),
)
"""How many flags have a flag's reason and one of its subjects, and no finding gathers them."""

NAME_OF_CRITERION: Statement = (
    select(definition_criteria.c.words)
    .where(definition_criteria.c.id == bindparam("criterion"))
    .order_by(definition_criteria.c.version.desc())
    .limit(1)
)

# The flags of one finding


def _of_one(on: On) -> ColumnElement[bool]:
    """Name the flags between the finding that was decided before, and the moment ``until``."""
    misses = flag_misses.c
    of, raised_at = {
        On.CAMPAIGN: (and_(_REASON, flags.c.campaign_id == bindparam("key")), flags.c.raised_at),
        On.SOURCE: (and_(_REASON, flags.c.source == bindparam("key")), flags.c.raised_at),
        On.CRITERION: (
            and_(
                misses.flag_id == flags.c.id,
                misses.criterion_id == bindparam("key"),
                misses.reason == bindparam("of_reason"),
            ),
            misses.raised_at,
        ),
    }[on]
    since = _last_decided(on, bindparam("of_key", type_=String))
    return and_(of, STANDS, raised_at > since, raised_at <= bindparam("until", type_=_MOMENT))


CASES: Mapping[On, Select[int]] = {on: select(func.count()).where(_of_one(on)) for on in On}
RECOUNT: Mapping[On, Update] = {
    on: update(findings).where(_THIS, _IS_UNDECIDED).values(flags=cases.scalar_subquery())
    for on, cases in CASES.items()
}
FLAGS_OF: Mapping[On, Statement] = {
    on: select(*FLAG_COLUMNS)
    .where(_of_one(on))
    .order_by(flags.c.raised_at.desc(), flags.c.id)
    .limit(bindparam("most"))
    for on in On
}
UNDECIDED_FLAGS_OF: Mapping[On, Statement] = {
    on: select(*FLAG_COLUMNS)
    .where(_of_one(on), text(f"flags.{UNDECIDED}"))
    .order_by(flags.c.raised_at, flags.c.id)
    .with_for_update(of=flags)
    for on in On
}

# Findings

ADD = (
    upsert(findings)
    .on_conflict_do_nothing(
        index_elements=["reason", "subject_on", "subject_key"], index_where=_IS_UNDECIDED
    )
    .returning(findings.c.id)
)
FINDING: Statement = select(findings).where(_THIS)
KEEP = update(findings).where(_THIS, findings.c.version == bindparam("version_before"))
ALL_UNDECIDED: Statement = (
    select(findings).where(_IS_UNDECIDED).order_by(findings.c.opened_at, findings.c.id)
)
UNCOUNTED: Statement = (
    select(findings)
    .where(
        _IS_UNDECIDED,
        or_(findings.c.counted_at.is_(None), findings.c.counted_at <= _AT),
    )
    .order_by(findings.c.opened_at, findings.c.id)
)
TOLD: Statement = (
    select(findings)
    .where(findings.c.leads >= FEWEST_LEADS, findings.c.leads_elsewhere >= FEWEST_LEADS)
    .order_by(findings.c.leads, findings.c.id)
)
KEEP_RATES = update(findings).where(_THIS, _IS_UNDECIDED)
