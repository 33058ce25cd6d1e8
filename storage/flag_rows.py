"""How flags, their steps and their reasons become rows, and rows become them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, select

from handlers.definition.model import CriterionId
from handlers.flags.model import (
    Change,
    Flag,
    FlagId,
    FlagReason,
    Kind,
    ReasonKey,
    Remedy,
    State,
    Step,
    StepId,
    Stepped,
)
from handlers.people import PersonId
from storage.schema import flag_misses, flags

_BETWEEN = "\n"

_MISSED = (
    select(func.aggregate_strings(flag_misses.c.criterion_id, _BETWEEN))
    .where(flag_misses.c.flag_id == flags.c.id)
    .correlate(flags)
    .scalar_subquery()
)
FLAG_COLUMNS = (*flags.c, _MISSED.label("missed"))
"""Everything that makes a `Flag`, in one row."""


def flag_of(row: Row[*tuple[Any, ...]]) -> Flag:
    """Make a flag of a row with `FLAG_COLUMNS`."""
    return Flag(
        id=FlagId(row.id),
        lead=row.lead_id,
        lead_label=row.lead_label,
        campaign=row.campaign_id,
        campaign_name=row.campaign_name,
        source=row.source,
        by=PersonId(row.person_id),
        kind=Kind(row.kind),
        reason=ReasonKey(row.reason),
        seen=row.seen,
        would_help=row.would_help,
        look_again_on=row.look_again_on,
        trigger=row.look_again_after,
        missed=_criteria(row.missed),
        state=State(row.state),
        version=row.version,
        raised_at=row.raised_at,
        acknowledge_by=row.acknowledge_by,
        decide_by=row.decide_by,
        decided_at=row.decided_at,
        change=_change(row),
    )


def _criteria(listed: str | None) -> tuple[CriterionId, ...]:
    return tuple(CriterionId(id) for id in sorted((listed or "").split(_BETWEEN)) if id)


def _change(row: Row[*tuple[Any, ...]]) -> Change | None:
    if row.change_remedy is None:
        return None
    return Change(
        what=row.change_what,
        remedy=Remedy(row.change_remedy),
        due=row.change_due,
        done_at=row.change_done_at,
    )


def flag_values(flag: Flag) -> dict[str, object]:
    """Spell all columns of a flag."""
    return {
        "id": flag.id,
        "lead_id": flag.lead,
        "lead_label": flag.lead_label,
        "campaign_id": flag.campaign,
        "campaign_name": flag.campaign_name,
        "source": flag.source,
        "person_id": flag.by,
        "kind": flag.kind.value,
        "reason": flag.reason,
        "raised_at": flag.raised_at,
        **moved_values(flag),
    }


def moved_values(flag: Flag) -> dict[str, object]:
    """Spell the columns that a step may change; the lead may have left the CRM since it was read."""
    change = flag.change
    return {
        "seen": flag.seen,
        "would_help": flag.would_help,
        "look_again_on": flag.look_again_on,
        "look_again_after": flag.trigger,
        "state": flag.state.value,
        "version": flag.version,
        "acknowledge_by": flag.acknowledge_by,
        "decide_by": flag.decide_by,
        "decided_at": flag.decided_at,
        "change_what": "" if change is None else change.what,
        "change_remedy": None if change is None else change.remedy.value,
        "change_due": None if change is None else change.due,
        "change_done_at": None if change is None else change.done_at,
    }


def miss_values(flag: Flag) -> list[dict[str, object]]:
    """Spell a row for each criterion that a flag's lead missed."""
    own = {"flag_id": flag.id, "reason": flag.reason, "raised_at": flag.raised_at}
    return [{**own, "criterion_id": criterion} for criterion in flag.missed]


def step_of(row: Row[*tuple[Any, ...]]) -> Stepped:
    """Make a line of a trail of its row."""
    return Stepped(
        id=StepId(row.id),
        flag=FlagId(row.flag_id),
        step=Step(row.step),
        by=PersonId(row.person_id),
        at=row.at,
        words=row.words,
        told_at=row.told_at,
    )


def step_values(step: Stepped, version: int) -> dict[str, object]:
    """Spell a line of a trail after which the flag has this version."""
    return {
        "id": step.id,
        "flag_id": step.flag,
        "step": step.step.value,
        "person_id": step.by,
        "at": step.at,
        "words": step.words,
        "version": version,
        "told_at": step.told_at,
    }


def reason_of(row: Row[*tuple[Any, ...]]) -> FlagReason:
    """Make a reason of its row."""
    return FlagReason(
        key=ReasonKey(row.key),
        kind=Kind(row.kind),
        remedy=Remedy(row.remedy),
        label=row.label,
        crm_value=row.crm_value,
        hidden=row.hidden,
        first=row.first,
        needs_note=row.needs_note,
    )


def reason_values(reason: FlagReason) -> Mapping[str, object]:
    """Spell a reason's columns."""
    return {
        "key": reason.key,
        "kind": reason.kind.value,
        "remedy": reason.remedy.value,
        "label": reason.label,
        "crm_value": reason.crm_value,
        "hidden": reason.hidden,
        "first": reason.first,
        "needs_note": reason.needs_note,
    }
