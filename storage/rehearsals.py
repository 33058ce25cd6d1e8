"""What a rehearsal reads of the past: when leads broke the rules, and when they were left alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Select,
    and_,
    cast,
    exists,
    false,
    func,
    null,
    select,
    text,
    true,
    union_all,
)

from handlers.envelope import ASK_ONCE
from handlers.flags.model import Kind
from handlers.lead import LeadId, Status
from handlers.nudges.model import WEEKLY_CAP, NudgeState
from handlers.nudges.rehearsal import Period, Rest, Rests, Stretch
from handlers.nudges.rules import NEXT_STEP_DATE, Search
from handlers.people import PersonId
from storage.lead_rows import SQLITE
from storage.moment import EPOCH, MICROSECOND
from storage.nudge_facts import us, value_of
from storage.nudge_rules import SqlNudgeRules
from storage.rehearsal_rows import best_rows, moved_since
from storage.schema import (
    OPEN_ASKS,
    STANDING,
    UNDECIDED,
    accounts,
    answers,
    asks,
    flags,
    lead_changes,
    leads,
    nudge_choices,
    nudges,
    owners,
    people,
)

Statement = Select[*tuple[Any, ...]]

_SHARE = 1_000
"""Rows that are fetched at a time."""

REST_US = ASK_ONCE // MICROSECOND
_NO_MOMENT, _NO_DAY = cast(null(), BigInteger), cast(null(), Date)

_BEGINS = select(func.min(lead_changes.c.at))
_CAPS: Statement = (
    select(people.c.id, func.coalesce(nudge_choices.c.weekly_cap, WEEKLY_CAP))
    .outerjoin_from(people, nudge_choices, nudge_choices.c.person_id == people.c.id)
    .where(
        exists().where(accounts.c.person_id == people.c.id),
        exists().where(
            owners.c.person_id == people.c.id,
            owners.c.gone_at.is_(None),
            owners.c.active.is_not(false()),
        ),
    )
    .order_by(people.c.name, people.c.id)
)


class SqlRehearsals:
    """The past, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._sqlite = connection.dialect.name == SQLITE

    def begins(self) -> datetime | None:
        """Tell since when changes were noticed; None where there never was any."""
        found: datetime | None = self._connection.execute(_BEGINS).scalar_one()
        return found

    def caps(self) -> Mapping[PersonId, int]:
        """Give everybody who can be asked, with the rows a week that they chose."""
        return {PersonId(id): cap for id, cap in self._connection.execute(_CAPS)}

    def stretches(
        self, wanted: Sequence[Search], period: Period
    ) -> Iterator[tuple[PersonId, Sequence[Stretch]]]:
        """Give person by person what broke the rules, as much of it as can find a place."""
        if not wanted:
            return
        resting = union_all(*self._resting(period)).subquery("resting")
        ids = [select(resting.c.lead_id)]
        ids += [select(one.subquery().c.lead_id) for one in self._booked(period)]
        rows = best_rows(wanted, period, union_all(*ids), sqlite=self._sqlite)
        found = self._connection.execute(
            rows, execution_options={"stream_results": True, "yield_per": _SHARE}
        )
        for person, own in groupby(found, key=lambda row: row.person_id):
            yield PersonId(person), [_stretch(row) for row in own]

    def rests(self, period: Period) -> Rests:
        """Give when leads were left alone, since somebody was asked or it was put off."""
        found: defaultdict[LeadId, list[Rest]] = defaultdict(list)
        for row in self._connection.execute(union_all(*self._resting(period))):
            rest = Rest(since=_moment(row.since), until=_moment(row.until), day=row.day)
            found[LeadId(row.lead_id)].append(rest)
        for booked in self._booked(period):
            for row in self._connection.execute(booked):
                rest = Rest(since=_moment(row.since), until=_moment(row.until), day=_day(row.day))
                found[LeadId(row.lead_id)].append(rest)
        return found

    def _resting(self, period: Period) -> Sequence[Statement]:
        """Select what a colleague asked, what somebody put off or answered for, and what is disputed."""
        first = period.looks[0]
        asked = asks.c.asked_at > first - ASK_ONCE
        waiting = text(OPEN_ASKS)
        not_theirs = (
            nudges.c.state == NudgeState.NOT_MINE.value,
            leads.c.id == nudges.c.lead_id,
            owners.c.id == leads.c.owner_id,
            owners.c.person_id == nudges.c.person_id,
        )
        told = (answers.c.look_again_on > period.days[0], answers.c.replaced_at.is_(None))
        put_off = (flags.c.look_again_on > period.days[0], text(STANDING))
        disputed = (text(UNDECIDED), flags.c.kind != Kind.PRAISE.value)
        own = flags.c.lead_id.is_not(None)
        return (
            _rest(asks.c.lead_id, asks.c.asked_at, until=us(asks.c.asked_at) + REST_US).where(
                asked
            ),
            _rest(asks.c.lead_id, asks.c.queued_at).where(waiting),
            _rest(nudges.c.lead_id, nudges.c.closed_at).where(*not_theirs),
            _rest(answers.c.lead_id, answers.c.at, day=answers.c.look_again_on).where(*told),
            _rest(flags.c.lead_id, flags.c.raised_at, day=flags.c.look_again_on).where(
                *put_off, own
            ),
            _rest(flags.c.lead_id, flags.c.raised_at).where(*disputed, own),
        )

    def _booked(self, period: Period) -> Sequence[Statement]:
        """Select the leads whose next step was due on a day to come: the day as it is, and as it was."""
        fields = SqlNudgeRules(self._connection).fields()
        dated = sorted(system for system, names in fields.items() if NEXT_STEP_DATE in names)
        return (
            (_booked_now(period, dated, sqlite=self._sqlite), _booked_then(period)) if dated else ()
        )


def _booked_now(period: Period, dated: Sequence[str], *, sqlite: bool) -> Statement:
    moved = moved_since(NEXT_STEP_DATE, period.looks[0], true())
    day = value_of(NEXT_STEP_DATE, sqlite=sqlite)
    return (
        select(
            leads.c.id.label("lead_id"),
            moved.c.at.label("since"),
            _NO_MOMENT.label("until"),
            day.label("day"),
        )
        .outerjoin_from(leads, moved, moved.c.lead_id == leads.c.id)
        .where(leads.c.system.in_(dated), _is_to_come(day, period))
    )


def _booked_then(period: Period) -> Statement:
    own = lead_changes.c
    return select(
        own.lead_id, _NO_MOMENT.label("since"), us(own.at).label("until"), own.old.label("day")
    ).where(own.field == NEXT_STEP_DATE, own.at >= period.looks[0], _is_to_come(own.old, period))


def _is_to_come(day: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    first = period.days[0].isoformat()
    return and_(day.like("____-__-__%"), func.substr(day, 1, 10) > first)


def _rest(
    lead: ColumnElement[Any],
    since: ColumnElement[Any],
    *,
    until: ColumnElement[Any] = _NO_MOMENT,
    day: ColumnElement[Any] = _NO_DAY,
) -> Statement:
    return select(
        lead.label("lead_id"), us(since).label("since"), until.label("until"), day.label("day")
    )


def _stretch(row: Any) -> Stretch:
    return Stretch(
        lead=LeadId(row.lead_id),
        rule=row.rule,
        stage=Status(row.status),
        since=EPOCH + row.since * MICROSECOND,
        stale=EPOCH + row.stale * MICROSECOND,
        starts=_moment(row.starts),
        until=_moment(row.until),
    )


def _moment(told: int | None) -> datetime | None:
    return None if told is None else EPOCH + told * MICROSECOND


def _day(told: str) -> date:
    """Read the day of a next step; what is none holds nothing."""
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return date.min
