"""The statements of flags and their trails, built once: building costs more than running."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert  # SQLite understands its words

from handlers.flags.model import Kind, State
from storage.flag_rows import FLAG_COLUMNS
from storage.schema import (
    STANDING,
    UNDECIDED,
    flag_misses,
    flag_reasons,
    flag_rows,
    flag_steps,
    flags,
    ungathered_flags,
)

Statement = Select[*tuple[Any, ...]]

_AT = bindparam("at", type_=flags.c.raised_at.type)
_THESE = flags.c.id.in_(bindparam("flags", expanding=True))
_NEWEST = (flags.c.raised_at.desc(), flags.c.id)

# Flags

ADD = insert(flags)
ADD_MISSES = insert(flag_misses)
ADD_STEP = insert(flag_steps)
UNGATHER = upsert(ungathered_flags).on_conflict_do_nothing()
WHOLE: Statement = select(*FLAG_COLUMNS)
FLAG = WHOLE.where(flags.c.id == bindparam("flag"))
FLAGS = WHOLE.where(_THESE).order_by(flags.c.raised_at, flags.c.id)
MOVE = update(flags).where(
    flags.c.id == bindparam("flag"), flags.c.version == bindparam("version_before")
)
OF_LEADS = WHOLE.where(flags.c.lead_id.is_not(None), text(STANDING)).order_by(*_NEWEST)
RAISED_BY = (
    WHOLE.where(flags.c.person_id == bindparam("person"))
    .order_by(*_NEWEST)
    .limit(bindparam("most"))
)

# Marketing's clock

_AWAITED = (text(UNDECIDED), flags.c.kind != Kind.PRAISE.value)
"""Written out, or the database would not see that the partial index fits."""

UNDECIDED_FLAGS = (
    WHOLE.where(*_AWAITED)
    .order_by(flags.c.decide_by.asc().nulls_last(), flags.c.raised_at, flags.c.id)
    .limit(bindparam("most"))
)
COUNT_UNDECIDED = select(func.count()).select_from(flags).where(*_AWAITED)
OVERDUE = WHOLE.where(*_AWAITED, flags.c.decide_by < _AT, flags.c.reminded_at.is_(None)).order_by(
    flags.c.decide_by, flags.c.id
)
REMINDED = update(flags).where(_THESE).values(reminded_at=_AT)

# The trail

TRAIL: Statement = (
    select(flag_steps)
    .where(flag_steps.c.flag_id == bindparam("flag"))
    .order_by(flag_steps.c.version)
)
ANY_UNTOLD = select(exists().where(flag_steps.c.told_at.is_(None)))
UNTOLD: Statement = (
    select(flag_steps)
    .where(flag_steps.c.told_at.is_(None))
    .order_by(flag_steps.c.at, flag_steps.c.flag_id, flag_steps.c.version)
)
TOLD = (
    update(flag_steps)
    .where(flag_steps.c.id.in_(bindparam("steps", expanding=True)), flag_steps.c.told_at.is_(None))
    .values(told_at=bindparam("from_now"))
    .returning(flag_steps.c.id)
)

# What a change did

CHANGED_BEFORE = WHOLE.where(
    flags.c.change_done_at.is_not(None),
    flags.c.effect_told_at.is_(None),
    flags.c.change_done_at < _AT,
).order_by(flags.c.change_done_at, flags.c.id)
EFFECT_TOLD = (
    update(flags)
    .where(flags.c.id == bindparam("flag"), flags.c.effect_told_at.is_(None))
    .values(effect_told_at=_AT)
)

# Envelopes

_ROW = and_(flag_rows.c.flag_id == flags.c.id, flag_rows.c.version == flags.c.version)
"""Joins a flag that waits with the row in which it does."""

_TO_ASK = (text(UNDECIDED), flags.c.state == State.NEEDS_MORE.value, ~exists().where(_ROW))
_ASKED = and_(
    flag_steps.c.flag_id == flag_rows.c.flag_id, flag_steps.c.version == flag_rows.c.version
)
PEOPLE_TO_ASK: Statement = (
    select(flags.c.person_id).where(*_TO_ASK).distinct().order_by(flags.c.person_id)
)
TO_ASK = (
    WHOLE.where(*_TO_ASK, flags.c.person_id == bindparam("person"))
    .order_by(flags.c.raised_at, flags.c.id)
    .limit(bindparam("most"))
)
PUT_INTO = insert(flag_rows)
_ROWS = (
    WHOLE.add_columns(flag_rows.c.version.label("asked_version"), flag_steps.c.words.label("asked"))
    .join(flag_rows, flag_rows.c.flag_id == flags.c.id)
    .join(flag_steps, _ASKED)
    .order_by(flags.c.raised_at, flags.c.id, flag_rows.c.version)
)
ROWS: Statement = _ROWS.where(flag_rows.c.envelope_id == bindparam("envelope"))
OPEN_ROWS: Statement = _ROWS.where(flags.c.person_id == bindparam("person"), text(UNDECIDED), _ROW)
ENVELOPES_OF: Statement = (
    select(flag_rows.c.envelope_id)
    .where(flag_rows.c.flag_id.in_(bindparam("flags", expanding=True)))
    .distinct()
    .order_by(flag_rows.c.envelope_id)
)

# Reasons

REASONS: Statement = select(flag_reasons).order_by(flag_reasons.c.key)
_KEPT = upsert(flag_reasons)
KEEP_REASON = _KEPT.on_conflict_do_update(
    index_elements=["key"],
    set_={name: _KEPT.excluded[name] for name in flag_reasons.c.keys() if name != "key"},  # noqa: SIM118 - a collection of columns
)
