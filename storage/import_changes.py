"""What an import's record does to a lead: column by column, and step by step in its history.

Silence never erases: an empty cell leaves what we have, unless each record tells the whole lead. Moments of
creation, assignment and conversion follow the CRM; the first touch only moves back and the last one only
forward, since activities tell of them too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB

from handlers.crm import Column
from handlers.lead import Status
from storage.import_tables import incoming_campaigns, incoming_leads, incoming_owners
from storage.schema import leads

Expression = ColumnElement[Any]

_told, _kept = incoming_leads.c, leads.c

_TEXTS = {
    Column.NAME: ("name", "name_key", "surname_key"),
    Column.COMPANY: ("company", "company_key"),
    Column.EMAIL: ("email",),
    Column.PHONE: ("phone",),
    Column.TITLE: ("title",),
    Column.SOURCE: ("source",),
    Column.NEXT_STEP: ("next_step",),
}
"""Columns that count where the first of them is not empty."""
_INDEXED = frozenset(column.name for index in leads.indexes for column in index.columns)
_MOMENTS = (Column.CREATED_AT, Column.ASSIGNED_AT, Column.CONVERTED_AT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the records of an import tell."""

    fed: frozenset[Column]
    whole: bool = False
    """All of these columns of each lead, so that an empty one is empty in the CRM as well."""

    def counts(self, said: ColumnElement[bool]) -> ColumnElement[bool]:
        """Tell whether what a record says of a column takes the place of what we have."""
        return or_(said, _told.follows == 0) if self.whole else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a record does to some columns of a lead, and when it does anything."""

    new: Mapping[str, Expression]
    """For a lead we do not have."""
    values: Mapping[str, Expression]
    """For a lead we have."""
    differs: ColumnElement[bool]

    @property
    def finds(self) -> bool:
        """Tell whether leads are found by these columns."""
        return not _INDEXED.isdisjoint(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A watched field: its words before and after, whether it moves, and when."""

    field: str
    old: Expression
    new: Expression
    moves: ColumnElement[bool]
    at: Expression


def changes(told: Told, at: int, dialect: str) -> Sequence[Change]:
    """List what the records of an import can change."""
    fed, steps = told.fed, watched(told, at)
    found = [_text(names, told) for column, names in _TEXTS.items() if column in fed]
    found += [_moment(column.value) for column in _MOMENTS if column in fed]
    if Column.FIRST_TOUCH_AT in fed:
        found.append(_touch("first_touch_at", _told.first_touch_at < _kept.first_touch_at))
    if Column.LAST_TOUCH_AT in fed:
        found.append(_touch("last_touch_at", _told.last_touch_at > _kept.last_touch_at))
    if Column.CAMPAIGN in fed:
        found.append(_reference("campaign_id", _campaign(), told))
    if Column.OWNER in fed:
        found.append(_reference("owner_id", _owner(), told))
    found += [_word(name, told) for name in ("status", "reason") if Column(f"{name}_raw") in fed]
    if Column.STAGE_RAW in fed:
        found.append(_stage())
    if Column.EXTRA in fed:
        found.append(_extra(dialect))
    return [*found, *(_changed_at(step) for step in steps)]


def new_lead(found: Sequence[Change]) -> Mapping[str, Expression]:
    """Give every column of a lead that we do not have yet."""
    columns: dict[str, Expression] = {
        "external_id": _told.external_id,
        "external_key": _told.external_key,
    }
    for change in found:
        columns |= change.new
    return columns


def watched(told: Told, at: int) -> Sequence[Step]:
    """List the watched fields that the import can move; `at` is when it came."""
    fed = told.fed
    steps: list[Step] = []
    if Column.STATUS_RAW in fed:
        steps.append(_worded("status", _later(_status_since(), literal(at)), told))
    if Column.REASON_RAW in fed:
        steps.append(_worded("reason", literal(at), told))
    if Column.OWNER in fed:
        owner = _after(_owner(), _kept.owner_id, told)
        steps.append(
            Step(
                field="owner",
                old=func.coalesce(cast(_kept.owner_id, Text), ""),
                new=func.coalesce(cast(owner, Text), ""),
                moves=owner.is_distinct_from(_kept.owner_id),
                at=literal(at),
            )
        )
    if Column.NEXT_STEP in fed:
        moves = and_(told.counts(_told.next_step != ""), _told.next_step != _kept.next_step)
        steps.append(
            Step(
                field="next_step",
                old=_kept.next_step,
                new=_told.next_step,
                moves=moves,
                at=literal(at),
            )
        )
    return steps


def _worded(name: str, at: Expression, told: Told) -> Step:
    """Watch a field that has a word of ours and one of the CRM's, which stands in where it maps to none."""
    raw = f"{name}_raw"
    old = func.coalesce(_kept[name], _kept[raw])
    new = func.coalesce(_told[name], _told[raw])
    moves = and_(told.counts(_told[raw] != ""), new != old)
    return Step(field=name, old=old, new=new, moves=moves, at=at)


def _status_since() -> Expression:
    """Tell since when the status is what it is, as far as the file tells."""
    return func.coalesce(
        _told.status_changed_at,
        case((_told.status == Status.CONVERTED.value, _told.converted_at)),
    )


def _later(told: Expression, otherwise: Expression) -> Expression:
    """Believe the told moment of a change unless we know of a later one."""
    known = _kept.status_changed_at
    return case(
        (or_(known.is_(None), told > known), func.coalesce(told, otherwise)), else_=otherwise
    )


def _text(names: Sequence[str], of: Told) -> Change:
    told, kept = _told[names[0]], _kept[names[0]]
    counts = of.counts(told != "")
    return Change(
        new={name: _told[name] for name in names},
        values={name: case((counts, _told[name]), else_=_kept[name]) for name in names},
        differs=and_(counts, told != kept),
    )


def _moment(name: str) -> Change:
    told, kept = _told[name], _kept[name]
    return Change(
        new={name: told},
        values={name: func.coalesce(told, kept)},
        differs=and_(told.is_not(None), told.is_distinct_from(kept)),
    )


def _touch(name: str, is_better: ColumnElement[bool]) -> Change:
    told, kept = _told[name], _kept[name]
    takes = and_(told.is_not(None), or_(kept.is_(None), is_better))
    return Change(new={name: told}, values={name: case((takes, told), else_=kept)}, differs=takes)


def _after(told: Expression, kept: Expression, of: Told) -> Expression:
    """Give what a reference is once the record is taken over."""
    otherwise = func.coalesce(told, kept)
    return case((_told.follows == 0, told), else_=otherwise) if of.whole else otherwise


def _reference(name: str, told: Expression, of: Told) -> Change:
    kept = _kept[name]
    after = _after(told, kept, of)
    return Change(new={name: told}, values={name: after}, differs=after.is_distinct_from(kept))


def _owner() -> Expression:
    own = incoming_owners.c
    return select(own.id).where(own.no == _told.owner_no).scalar_subquery()


def _campaign() -> Expression:
    own = incoming_campaigns.c
    return select(own.id).where(own.no == _told.campaign_no).scalar_subquery()


def _word(name: str, of: Told) -> Change:
    """Keep our word and the CRM's together: a word that nobody has mapped takes ours away."""
    raw = f"{name}_raw"
    told = of.counts(_told[raw] != "")
    return Change(
        new={name: _told[name], raw: _told[raw]},
        values={one: case((told, _told[one]), else_=_kept[one]) for one in (name, raw)},
        differs=and_(
            told, or_(_told[raw] != _kept[raw], _told[name].is_distinct_from(_kept[name]))
        ),
    )


def _stage() -> Change:
    """Keep a stage that nobody knows as long as the lead's own record says it."""
    told, kept = _told.stage_raw, _kept.stage_raw
    itself = _told.follows == 0
    return Change(
        new={"stage_raw": told},
        values={"stage_raw": case((itself, told), else_=kept)},
        differs=and_(itself, told != kept),
    )


def _changed_at(step: Step) -> Change:
    """Keep the moment of a watched field's last change; that the field differs says its own change.

    When a new lead's status was set is known where the file tells; and a lead that is still new has been so
    since it was created.
    """
    name = f"{step.field}_changed_at"
    kept = _kept[name]
    if step.field != "status":
        values = {name: case((step.moves, step.at), else_=kept)}
        return Change(new={}, values=values, differs=false())
    since = _status_since()
    corrected = and_(since.is_not(None), or_(kept.is_(None), since > kept))
    as_created = case((_told.status == Status.NEW.value, _told.created_at))
    return Change(
        new={name: func.coalesce(since, as_created)},
        values={name: case((step.moves, step.at), (corrected, since), else_=kept)},
        differs=corrected,
    )


def _extra(dialect: str) -> Change:
    """Lay the file's own columns over those that we have; a null takes one away."""
    told, kept = func.nullif(_told.extra, ""), _kept.extra
    old: Expression
    merged: Expression
    fresh: Expression
    if dialect == "postgresql":
        old = func.coalesce(cast(kept, JSONB), cast("{}", JSONB))
        together = func.jsonb_strip_nulls(old.op("||")(cast(told, JSONB)))
        differs = together != old
        merged = cast(together, JSON)
        fresh = cast(func.jsonb_strip_nulls(cast(told, JSONB)), JSON)
    else:
        old = func.coalesce(cast(kept, Text), "{}")
        merged = func.json_patch(old, told)
        differs, fresh = merged != old, func.json_patch("{}", told)  # spelled as merging spells it
    has = told.is_not(None)
    return Change(
        new={"extra": fresh},
        values={"extra": case((has, merged), else_=kept)},
        differs=and_(has, differs),
    )
