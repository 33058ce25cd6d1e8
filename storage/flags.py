"""Flags on leads, and their audit trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from handlers.envelope import EnvelopeId
from handlers.errors import NotFound, Stale
from handlers.flags.model import Flag, FlagId, FlagReason, FlagRow, Step, StepId, Stepped
from handlers.lead import LeadId
from handlers.people import PersonId
from handlers.phrase import say
from storage import flag_statements as sql
from storage.flag_rows import (
    flag_of,
    flag_values,
    miss_values,
    moved_values,
    reason_of,
    reason_values,
    step_of,
    step_values,
)
from storage.lead_rows import Lists
from storage.schema import flags

_COUNTED_ANEW = frozenset({Step.WITHDRAW, Step.REOPEN})
"""Findings take a flag into account again that is taken back, or stands once more."""

_TOLD_ANEW: Mapping[str, object] = {"reminded_at": None, "effect_told_at": None}
"""What a flag that is reopened makes undone."""


class SqlFlags:
    """What reps said of leads, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def add(self, flag: Flag, step: Stepped) -> None:
        """Keep a new flag and the first line of its trail."""
        self._connection.execute(sql.ADD, flag_values(flag))
        if flag.missed:
            self._connection.execute(sql.ADD_MISSES, miss_values(flag))
        self._connection.execute(sql.ADD_STEP, step_values(step, flag.version))
        self._connection.execute(sql.UNGATHER, {"flag_id": flag.id})

    def get(self, flag: FlagId) -> Flag:
        """Give a flag, or raise `NotFound`."""
        found = self._connection.execute(sql.FLAG, {"flag": flag}).one_or_none()
        if found is None:
            raise NotFound(say("flags-gone"))
        return flag_of(found)

    def by_ids(self, wanted: Iterable[FlagId]) -> Mapping[FlagId, Flag]:
        """Give the flags of these ids that exist."""
        return {flag.id: flag for flag in self._flags(sql.FLAGS, flags=list(wanted))}

    def move(self, flag: Flag, step: Stepped) -> None:
        """Keep a flag after a step and the line of it, or raise `Stale` where another was faster."""
        values = {
            "flag": flag.id,
            "version_before": flag.version - 1,
            **moved_values(flag),
            **(_TOLD_ANEW if step.step is Step.REOPEN else {}),
        }
        if self._connection.execute(sql.MOVE, values).rowcount != 1:
            raise Stale(say("flags-overtaken"))
        self._connection.execute(sql.ADD_STEP, step_values(step, flag.version))
        if step.step in _COUNTED_ANEW:
            self._connection.execute(sql.UNGATHER, {"flag_id": flag.id})

    def trail(self, flag: FlagId) -> Sequence[Stepped]:
        """List a flag's steps, oldest first."""
        return self._steps(sql.TRAIL, flag=flag)

    def of_leads(self, wanted: Iterable[LeadId]) -> Mapping[LeadId, Sequence[Flag]]:
        """Give the flags of each lead that has any, newest first, without those withdrawn."""
        found: dict[LeadId, list[Flag]] = defaultdict(list)
        for row in Lists(self._connection).by(sql.OF_LEADS, flags.c.lead_id, list(wanted)):
            found[LeadId(row.lead_id)].append(flag_of(row))
        return found

    def raised_by(self, person: PersonId, most: int) -> Sequence[Flag]:
        """List somebody's own flags, newest first."""
        return self._flags(sql.RAISED_BY, person=person, most=most)

    def undecided(self, most: int) -> Sequence[Flag]:
        """List the flags that await a decision, the most pressing first."""
        return self._flags(sql.UNDECIDED_FLAGS, most=most)

    def count_undecided(self) -> int:
        """Count the flags that await a decision."""
        return self._connection.execute(sql.COUNT_UNDECIDED).scalar_one()

    def overdue(self, at: datetime) -> Sequence[Flag]:
        """List the undecided flags whose time is over and of which marketing was not reminded."""
        return self._flags(sql.OVERDUE, at=at)

    def reminded(self, wanted: Iterable[FlagId], at: datetime) -> None:
        """Note that marketing was reminded of these."""
        self._connection.execute(sql.REMINDED, {"flags": list(wanted), "at": at})

    def any_untold(self) -> bool:
        """Tell whether any step is unknown to those whom it concerns."""
        return bool(self._connection.execute(sql.ANY_UNTOLD).scalar_one())

    def untold(self) -> Sequence[Stepped]:
        """List the steps that the rep who raised the flag, or marketing, has not heard of."""
        return self._steps(sql.UNTOLD)

    def told(self, wanted: Iterable[Stepped], at: datetime) -> Collection[StepId]:
        """Note that these steps were told, and give those that nobody else told in the meantime."""
        steps = [step.id for step in wanted]
        if not steps:
            return ()
        told = self._connection.execute(sql.TOLD, {"steps": steps, "from_now": at})
        return {StepId(id) for id in told.scalars()}

    def changed_before(self, at: datetime) -> Sequence[Flag]:
        """List the flags whose change was done before then and whose effect nobody was told."""
        return self._flags(sql.CHANGED_BEFORE, at=at)

    def effect_told(self, flag: FlagId, at: datetime) -> bool:
        """Note that the rep heard what the change did, and tell whether this transaction did so."""
        return self._connection.execute(sql.EFFECT_TOLD, {"flag": flag, "at": at}).rowcount == 1

    def people_to_ask(self) -> Sequence[PersonId]:
        """List who raised the flags of which marketing needs more and that are in no envelope yet."""
        return [PersonId(row[0]) for row in self._connection.execute(sql.PEOPLE_TO_ASK)]

    def to_ask(self, person: PersonId, most: int) -> Sequence[Flag]:
        """List such flags of a person, oldest first."""
        return self._flags(sql.TO_ASK, person=person, most=most)

    def put_into(self, envelope: EnvelopeId, wanted: Sequence[Flag]) -> None:
        """Put flags into an envelope as they are now."""
        rows = [
            {"flag_id": flag.id, "version": flag.version, "envelope_id": envelope}
            for flag in wanted
        ]
        if rows:
            self._connection.execute(sql.PUT_INTO, rows)

    def rows(self, envelope: EnvelopeId) -> Sequence[FlagRow]:
        """List the flags of an envelope in the order in which they were raised."""
        return self._rows(sql.ROWS, envelope=envelope)

    def open_rows(self, person: PersonId) -> Sequence[FlagRow]:
        """List the flags that wait in a person's envelopes, in the order in which they were raised."""
        return self._rows(sql.OPEN_ROWS, person=person)

    def envelopes_of(self, wanted: Iterable[FlagId]) -> Sequence[EnvelopeId]:
        """List the envelopes in which any of these flags stands."""
        rows = self._connection.execute(sql.ENVELOPES_OF, {"flags": list(wanted)})
        return [EnvelopeId(row[0]) for row in rows]

    def reasons(self) -> Sequence[FlagReason]:
        """List what the company changed of the reasons, and its own."""
        return [reason_of(row) for row in self._connection.execute(sql.REASONS)]

    def keep_reason(self, reason: FlagReason) -> None:
        """Keep a reason as the company wants it."""
        self._connection.execute(sql.KEEP_REASON, reason_values(reason))

    def _flags(self, wanted: sql.Statement, **given: object) -> Sequence[Flag]:
        return [flag_of(row) for row in self._connection.execute(wanted, given)]

    def _rows(self, wanted: sql.Statement, **given: object) -> Sequence[FlagRow]:
        return [
            FlagRow(flag_of(row), row.asked_version, row.asked)
            for row in self._connection.execute(wanted, given)
        ]

    def _steps(self, wanted: sql.Statement, **given: object) -> Sequence[Stepped]:
        return [step_of(row) for row in self._connection.execute(wanted, given)]
