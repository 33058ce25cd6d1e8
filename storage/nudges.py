"""Nudges and their rows, and how much each rep wants to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    text,
    update,
)

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.envelope import EnvelopeId
from handlers.errors import NotFound
from handlers.lead import LeadId
from handlers.nudges.model import (
    WEEKLY_CAP,
    Choices,
    Nudge,
    NudgeId,
    NudgeRow,
    NudgeState,
    RuleId,
)
from handlers.nudges.rules import all_rules
from handlers.nudges.work import DisownedLead
from handlers.people import PersonId
from handlers.phrase import say
from handlers.writing.model import WriteBack
from storage.holding import Held
from storage.lead_rows import Lists, lead_of
from storage.moment import EPOCH, MICROSECOND
from storage.nudge_facts import owners_say, us
from storage.nudge_rules import SqlNudgeRules
from storage.schema import OPEN_NUDGES, leads, nudge_choices, nudges
from storage.write_backs import written_since

Statement = Select[*tuple[Any, ...]]

_NAMES = {"lead": "lead_id", "rule": "rule_id", "person": "person_id", "envelope": "envelope_id"}
"""What the nouns call differently."""
_QUEUED = and_(text(OPEN_NUDGES), nudges.c.state == NudgeState.QUEUED.value)
_ASKED = and_(text(OPEN_NUDGES), nudges.c.state == NudgeState.ASKED.value)
_BEST = (nudges.c.value.desc(), nudges.c.id)
_MUTED = or_(
    nudge_choices.c.muted_until.is_(None),
    nudge_choices.c.muted_until <= bindparam("today", type_=nudge_choices.c.muted_until.type),
)

_WITH_QUEUED = select(nudges.c.person_id).where(_QUEUED).distinct().subquery()
_ASKED_THIS_WEEK = (
    select(func.count())
    .where(
        nudges.c.person_id == _WITH_QUEUED.c.person_id,
        nudges.c.asked_at >= bindparam("week", type_=nudges.c.asked_at.type),
    )
    .scalar_subquery()
)
_WAITING: Statement = (
    select(_WITH_QUEUED.c.person_id)
    .outerjoin(nudge_choices, nudge_choices.c.person_id == _WITH_QUEUED.c.person_id)
    .where(_MUTED, func.coalesce(nudge_choices.c.weekly_cap, WEEKLY_CAP) > _ASKED_THIS_WEEK)
    .order_by(_WITH_QUEUED.c.person_id)
)
_DISOWNED = owners_say(nudges.c.state == NudgeState.NOT_MINE.value, leads.c.gone_at.is_(None))
_NUDGE = Held.of(select(nudges).where(nudges.c.id == bindparam("nudge")))
_NEWEST: Statement = (
    select(nudges)
    .where(nudges.c.lead_id == bindparam("lead"))
    .order_by(nudges.c.queued_at.desc(), nudges.c.id.desc())
    .limit(1)
    .with_for_update()
)
_KEEP = update(nudges).where(nudges.c.id == bindparam("nudge"))
_ASKED_SINCE = select(func.count()).where(
    nudges.c.person_id == bindparam("person"),
    nudges.c.asked_at >= bindparam("since", type_=nudges.c.asked_at.type),
)
_CHOICES: Statement = select(nudge_choices).where(nudge_choices.c.person_id == bindparam("person"))
_CHOSEN = insert(nudge_choices)
_KEEP_CHOICES = _CHOSEN.on_conflict_do_update(
    index_elements=["person_id"],
    set_={name: _CHOSEN.excluded[name] for name in ("muted_until", "weekly_cap")},
)


class SqlNudges(SqlNudgeRules):
    """Rules, and the nudges that they led to, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        super().__init__(connection)
        self._lists = Lists(connection)

    def people_waiting(self, today: date, week: datetime) -> Sequence[PersonId]:
        """List who has something queued, did not mute it for today, and was not asked enough since `week`."""
        rows = self._connection.execute(_WAITING, {"today": today, "week": week})
        return [PersonId(person) for person in rows.scalars()]

    def queued(self, person: PersonId, most: int, today: date) -> Sequence[Nudge]:
        """List what waits for a person, the most valuable first; not what they put off beyond `today`."""
        return self._read(
            nudges.c.person_id == person, _QUEUED, ~_put_off(person, today), most=most
        )

    def asked_before(self, at: datetime) -> Sequence[Nudge]:
        """List the nudges that were asked before then and are still open."""
        return self._read(_ASKED, nudges.c.asked_at < at)

    def expire(self, wanted: Iterable[NudgeId], at: datetime) -> None:
        """End those of these that nobody acted on meanwhile."""
        over = update(nudges).where(nudges.c.id.in_(list(wanted)), _ASKED)
        self._connection.execute(over.values(state=NudgeState.EXPIRED.value, closed_at=at))

    def get(self, nudge: NudgeId) -> Nudge:
        """Give a nudge, or raise `NotFound`; work that may write holds it against others' changes."""
        this = _NUDGE.on(self._connection)
        row = self._connection.execute(this, {"nudge": nudge}).mappings().one_or_none()
        if row is None:
            raise NotFound(say("nudges-gone"))
        return _nudge_of(row)

    def keep(self, nudges: Iterable[Nudge]) -> None:
        """Keep the newest forms of nudges that there are."""
        rows = [_values(nudge) for nudge in nudges]
        if rows:
            self._connection.execute(_KEEP, rows)

    def rows(self, envelope: EnvelopeId) -> Sequence[NudgeRow]:
        """List the nudges of an envelope that did not leave, the most valuable first."""
        there = nudges.c.state != NudgeState.GONE.value
        return self._rows(self._read(nudges.c.envelope_id == envelope, there))

    def open_rows(self, person: PersonId) -> Sequence[NudgeRow]:
        """List the nudges that wait in a person's envelopes, the most valuable first."""
        return self._rows(self._read(nudges.c.person_id == person, _ASKED))

    def newest(self, lead: LeadId) -> Nudge | None:
        """Give the nudge that was queued last of a lead, and let nobody else change it."""
        row = self._connection.execute(_NEWEST, {"lead": lead}).mappings().one_or_none()
        return None if row is None else _nudge_of(row)

    def disowned(self, most: int) -> Sequence[DisownedLead]:
        """List the leads whose owners say that they are not theirs, the newest word first."""
        newest = func.max(us(nudges.c.closed_at))
        said = _DISOWNED.add_columns(newest.label("since")).group_by(nudges.c.lead_id)
        rows = self._connection.execute(said.order_by(newest.desc(), nudges.c.lead_id).limit(most))
        since = {id: EPOCH + told * MICROSECOND for id, told in rows}
        whole = {row[0]: lead_of(row) for row in self._lists.by_ids(since)}
        return [DisownedLead(whole[id], at) for id, at in since.items()]

    def count_disowned(self) -> int:
        """Count these leads."""
        leads = _DISOWNED.distinct().subquery("disowned")
        return self._connection.execute(select(func.count()).select_from(leads)).scalar_one()

    def asked_of(self, person: PersonId) -> int:
        """Count the rows that a person was ever asked."""
        asked = select(func.count()).where(
            nudges.c.person_id == person, nudges.c.asked_at.is_not(None)
        )
        return self._connection.execute(asked).scalar_one()

    def asked_since(self, person: PersonId, since: datetime) -> int:
        """Count the rows that a person was asked since then."""
        given = {"person": person, "since": since}
        return self._connection.execute(_ASKED_SINCE, given).scalar_one()

    def choices(self, person: PersonId) -> Choices:
        """Give how much a person wants to be asked."""
        row = self._connection.execute(_CHOICES, {"person": person}).one_or_none()
        if row is None:
            return Choices()
        return Choices(muted_until=row.muted_until, weekly_cap=row.weekly_cap)

    def keep_choices(self, person: PersonId, choices: Choices) -> None:
        """Keep how much a person wants to be asked."""
        self._connection.execute(_KEEP_CHOICES, {"person_id": person, **asdict(choices)})

    def _read(self, *which: ColumnElement[bool], most: int | None = None) -> Sequence[Nudge]:
        rows = select(nudges).where(*which).order_by(*_BEST).limit(most)
        return [_nudge_of(row) for row in self._connection.execute(rows).mappings()]

    def _rows(self, found: Sequence[Nudge]) -> Sequence[NudgeRow]:
        """Give nudges with all that their rows show; one whose rule was dropped is not shown."""
        if not found:
            return []
        rules = {rule.id: rule for rule in all_rules(self.rules())}
        of = {nudge.lead for nudge in found}
        whole = {row[0]: lead_of(row) for row in self._lists.by_ids(of)}
        writes = self._writes(found)
        return [
            NudgeRow(
                nudge=nudge,
                rule=rules[nudge.rule],
                lead=whole[nudge.lead],
                write=writes.get(nudge.id),
            )
            for nudge in found
            if nudge.rule in rules
        ]

    def _writes(self, found: Sequence[Nudge]) -> Mapping[NudgeId, WriteBack]:
        """Give what each person confirmed last of what they were asked."""
        since = min(nudge.queued_at for nudge in found)
        oldest_first = written_since(self._connection, {nudge.lead for nudge in found}, since)
        return {
            nudge.id: one for nudge in found for one in oldest_first if nudge.is_answered_by(one)
        }


def _put_off(person: PersonId, today: date) -> ColumnElement[bool]:
    """Tell whether the person's own day on which a lead may come again is yet to come.

    The scan goes by the company's day, which begins earlier than that of somebody further west.
    """
    said = nudges.alias("said")
    return exists().where(
        said.c.lead_id == nudges.c.lead_id,
        said.c.person_id == person,
        said.c.state == NudgeState.SNOOZED.value,
        said.c.snoozed_until > today,
    )


def _nudge_of(row: RowMapping) -> Nudge:
    return Nudge(
        id=NudgeId(row["id"]),
        rule=RuleId(row["rule_id"]),
        lead=LeadId(row["lead_id"]),
        person=PersonId(row["person_id"]),
        field=row["field"],
        was=row["was"],
        state=NudgeState(row["state"]),
        value=row["value"],
        envelope=row["envelope_id"],
        queued_at=row["queued_at"],
        asked_at=row["asked_at"],
        closed_at=row["closed_at"],
        snoozed_until=row["snoozed_until"],
    )


def _values(nudge: Nudge) -> dict[str, Any]:
    row = {_NAMES.get(name, name): value for name, value in asdict(nudge).items()}
    return row | {"nudge": row.pop("id"), "state": nudge.state.value}
