"""What a share does besides its records: leads that are gone or merged, what the CRM remembers, our own echo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from handlers.keeping import Former, Share
from handlers.questions.model import AskState
from storage.import_tables import matches
from storage.lead_rows import Lists, Rows
from storage.schema import (
    OPEN_ASKS,
    activities,
    answers,
    ask_followers,
    asks,
    flags,
    lead_changes,
    leads,
    owners,
    question_leads,
    questions,
    write_backs,
)

NATIVE = "native"
REP = "rep"
SKEW = timedelta(minutes=1)
"""So far apart the CRM's clock and ours may be."""
ECHO_WITHIN = timedelta(days=1)
"""Our own write comes back as a change within this time."""
SEEN_WITHIN = timedelta(minutes=10)
"""A look notices our own write within this time, unless the CRM is out of reach."""
FEW = 2_000
"""Where more leads changed at once, the answers to questions are drawn anew when somebody looks."""

SHOWN = timedelta(days=7)
"""Nobody looks at an older answer."""

_NUMBERS: Rows = select(leads.c.external_key, leads.c.id).where(
    leads.c.system == bindparam("system")
)
_ARRIVED = or_(
    write_backs.c.state.in_(("written", "undone")),
    and_(write_backs.c.state == "waiting", write_backs.c.sent != ""),
)
"""What we wrote, and what we sent while nobody heard whether it arrived."""
_BY_REPS: Rows = select(
    write_backs.c.lead_id,
    write_backs.c.field,
    write_backs.c.becomes,
    write_backs.c.at,
    write_backs.c.written_at,
).where(_ARRIVED)

_RECOGNISED: Rows = select(
    lead_changes.c.lead_id, lead_changes.c.field, lead_changes.c.new, lead_changes.c.at
).where(lead_changes.c.origin == REP)
"""Steps of the reps' in our copy: a CRM's history may call a value by its label, which no write-back does."""

_SIMPLY_MOVE: tuple[Table, ...] = (lead_changes, activities, flags, answers, write_backs)
_CHANGED_AT = {
    "status": (leads.c.status, leads.c.status_raw, "status_changed_at"),
    "reason": (leads.c.reason, leads.c.reason_raw, "reason_changed_at"),
    "next_step": (leads.c.next_step, leads.c.next_step, "next_step_changed_at"),
}


@dataclass(slots=True)
class Taken:
    """One share on its way into our copy."""

    system: str
    share: Share
    at: datetime
    questions: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Own:
    """What a rep had written with our help."""

    becomes: str
    at: datetime
    written_at: datetime | None

    def made(self, step: Former) -> bool:
        """Tell whether a step that the CRM remembers is this one, between its confirmation and its receipt."""
        is_late = self.written_at is not None and step.at > self.written_at + SKEW
        return self.becomes in {step.raw, step.new} and step.at >= self.at - SKEW and not is_late


def numbers(connection: Connection, system: str, ids: Iterable[str]) -> Mapping[str, int]:
    """Give our numbers of the CRM's leads by their ids in lower case."""
    keys = list({id.lower() for id in ids})
    rows = Lists(connection).by(_NUMBERS, leads.c.external_key, keys, system=system)
    return {key: id for key, id in rows}  # noqa: C416 - rows are no pairs to dict


# gone


def mark_gone(connection: Connection, taken: Taken) -> None:
    """Mark leads that the CRM does not have any more, and take the mark from those it has again."""
    if taken.share.batches:
        here = leads.c.id.in_(select(matches.c.lead_id))
        back = update(leads).where(here, leads.c.gone_at.is_not(None)).values(gone_at=None)
        connection.execute(back)
    lost = [*taken.share.gone, *taken.share.merged]
    gone = list(numbers(connection, taken.system, lost).values())
    for some in _chunks(gone):
        connection.execute(
            update(leads)
            .where(leads.c.id.in_(some), leads.c.gone_at.is_(None))
            .values(gone_at=taken.at)
        )


# merged


def merge(connection: Connection, taken: Taken) -> None:
    """Let the lead that stayed have all that was kept about the one that was merged into it."""
    merged = taken.share.merged
    known = numbers(connection, taken.system, [*merged, *merged.values()])
    for lost, stayed in merged.items():
        one, other = known.get(lost.lower()), known.get(stayed.lower())
        if one is not None and other is not None and one != other:
            _move(connection, one, other, taken.at)


def _move(connection: Connection, lost: int, stayed: int, at: datetime) -> None:
    for table in _SIMPLY_MOVE:
        connection.execute(update(table).where(table.c.lead_id == lost).values(lead_id=stayed))
    _move_asks(connection, lost, stayed, at)
    _move_in_questions(connection, lost, stayed)


def _move_in_questions(connection: Connection, lost: int, stayed: int) -> None:
    """Let questions be about the lead that stayed, once each."""
    own, other = question_leads.c, question_leads.alias()
    has_both = select(other.c.question_id).where(other.c.lead_id == stayed)
    connection.execute(
        delete(question_leads).where(own.lead_id == lost, own.question_id.in_(has_both))
    )
    connection.execute(update(question_leads).where(own.lead_id == lost).values(lead_id=stayed))


def _move_asks(connection: Connection, lost: int, stayed: int, at: datetime) -> None:
    """Move what was asked; who was asked about both is asked once."""
    both = (lost, stayed)
    open_ones = select(asks.c.id, asks.c.lead_id, asks.c.person_id, asks.c.kind).where(
        asks.c.lead_id.in_(both), text(OPEN_ASKS)
    )
    rows = connection.execute(open_ones).all()
    kept = {(row.person_id, row.kind): row.id for row in rows if row.lead_id == stayed}
    for row in rows:
        if row.lead_id == lost and (row.person_id, row.kind) in kept:
            _follow_other(connection, row.id, kept[row.person_id, row.kind])
            settled = {"state": AskState.SETTLED.value, "closed_at": at}
            connection.execute(update(asks).where(asks.c.id == row.id).values(settled))
    connection.execute(update(asks).where(asks.c.lead_id == lost).values(lead_id=stayed))


def _follow_other(connection: Connection, ask: str, other: str) -> None:
    own, theirs = ask_followers.c, ask_followers.alias()
    follows_already = select(theirs.c.question_id).where(theirs.c.ask_id == other)
    connection.execute(
        update(ask_followers)
        .where(own.ask_id == ask, own.question_id.not_in(follows_already))
        .values(ask_id=other)
    )


# what the CRM remembers, and what we wrote ourselves


def remember(connection: Connection, taken: Taken) -> None:
    """Tell our own writes from other people's changes, and let the CRM's own history take our copy's place."""
    if taken.share.batches:
        _recognise_echo(connection, taken.at)
    if taken.share.former:
        _keep_former(connection, taken)


def _recognise_echo(connection: Connection, at: datetime) -> None:
    """Say of changes that this share brought whether a rep made them with our help."""
    own, ours = lead_changes.c, write_backs.c
    is_word = {"status": leads.c.status_raw, "reason": leads.c.reason_raw}
    raw = case(*((own.field == name, word) for name, word in is_word.items()), else_=own.new)
    wrote = (
        exists()
        .where(
            ours.lead_id == own.lead_id,
            leads.c.id == ours.lead_id,
            ours.field == own.field,
            _ARRIVED,
            ours.becomes == raw,
            func.coalesce(ours.written_at, ours.at) > at - ECHO_WITHIN,
        )
        .correlate(lead_changes)
    )
    touched = select(matches.c.lead_id).where(matches.c.changed != 0)
    recent = and_(own.at > at - ECHO_WITHIN, own.origin == "import")
    connection.execute(
        update(lead_changes).where(own.lead_id.in_(touched), recent, wrote).values(origin=REP)
    )


def _keep_former(connection: Connection, taken: Taken) -> None:
    known = numbers(connection, taken.system, {one.lead for one in taken.share.former})
    keys = _owner_numbers(connection, taken)
    told: dict[tuple[int, str], list[Former]] = defaultdict(list)
    for one in taken.share.former:
        if one.lead.lower() in known:
            told[known[one.lead.lower()], one.field].append(one)
    ours = _reps_own(connection, {lead for lead, _ in told})
    rows: list[dict[str, Any]] = []
    for (lead, field), former in told.items():
        ordered = sorted(former, key=lambda one: one.at)
        wrote = ours.get((lead, field), ())
        steps = [_row(lead, one, keys) | {"origin": _origin(one, wrote)} for one in ordered]
        _forget_noticed(connection, steps)
        _correct_moment(connection, steps[-1])
        rows += steps
    if rows:
        connection.execute(insert(lead_changes), rows)


def _origin(step: Former, wrote: Iterable[_Own]) -> str:
    return REP if any(one.made(step) for one in wrote) else NATIVE


def _row(lead: int, one: Former, keys: Mapping[str, int]) -> dict[str, Any]:
    old, new = one.old, one.new
    if one.field == "owner":
        old, new = (str(keys.get(key, "")) for key in (old, new))
    row = {"lead_id": lead, "field": one.field, "old": old, "new": new}
    return row | {"at": one.at}


def _owner_numbers(connection: Connection, taken: Taken) -> Mapping[str, int]:
    if not any(one.field == "owner" for one in taken.share.former):
        return {}
    told = select(owners.c.key, owners.c.id).where(owners.c.system == taken.system)
    return {row.key: row.id for row in connection.execute(told)}


def _reps_own(
    connection: Connection, wanted: Iterable[int]
) -> Mapping[tuple[int, str], Sequence[_Own]]:
    found: dict[tuple[int, str], list[_Own]] = defaultdict(list)
    for lead, field, *own in Lists(connection).by(_BY_REPS, write_backs.c.lead_id, list(wanted)):
        found[lead, field].append(_Own(*own))
    for lead, field, new, at in Lists(connection).by(
        _RECOGNISED, lead_changes.c.lead_id, list(wanted)
    ):
        found[lead, field].append(_Own(new, at - SEEN_WITHIN, at))
    return found


def _forget_noticed(connection: Connection, steps: Sequence[Mapping[str, Any]]) -> None:
    """Drop what we noticed ourselves of a time that the CRM remembers exactly."""
    own, first = lead_changes.c, steps[0]
    again = own.new.in_([one["new"] for one in steps if one["origin"] == REP])
    noticed = and_(own.lead_id == first["lead_id"], own.field == first["field"])
    connection.execute(
        delete(lead_changes).where(noticed, own.at >= first["at"], or_(own.origin != REP, again))
    )


def _correct_moment(connection: Connection, last: Mapping[str, Any]) -> None:
    """Say when a field came to what it is, where the CRM's last step led there."""
    if last["field"] not in _CHANGED_AT:
        return
    ours, raw, moment = _CHANGED_AT[last["field"]]
    stands = func.coalesce(ours, raw) == last["new"]
    connection.execute(
        update(leads).where(leads.c.id == last["lead_id"], stands).values({moment: last["at"]})
    )


# whose answers show it


def questions_about(connection: Connection, taken: Taken) -> Sequence[str]:
    """List the questions under way about leads that changed; none where too many did."""
    share, found = taken.share, set[str]()
    ids = [*share.gone, *share.merged, *share.merged.values()]
    moved = list(numbers(connection, taken.system, ids).values())
    if share.batches:
        changed = select(matches.c.lead_id).where(matches.c.changed != 0)
        moved += connection.execute(changed.limit(FEW + 1)).scalars()
    if len(moved) > FEW:
        return ()
    for some in _chunks(moved):
        which = question_leads.c.lead_id.in_(some)
        about = (
            select(question_leads.c.question_id)
            .join(questions, questions.c.id == question_leads.c.question_id)
            .where(which, questions.c.closed_at.is_(None), questions.c.asked_at > taken.at - SHOWN)
        )
        found.update(connection.execute(about.distinct()).scalars())
    return sorted(found)


def _chunks(ids: Sequence[int], size: int = 1_000) -> Iterable[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
