"""The nudges' part of every envelope, and of the rows on a person's own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from handlers.envelope import MOST_ROWS, Drawn, Envelope, EnvelopeId, Waiting
from handlers.nudges.days import near
from handlers.nudges.model import NudgeRow
from handlers.nudges.row_cards import rows_part, wide_of
from handlers.nudges.shown import Shown
from handlers.nudges.work import NudgeWork
from handlers.people import Person, PersonId
from handlers.writing.confirming import targets
from handlers.writing.model import Allowed

FURTHEST_EAST = timedelta(hours=14)
"""So far ahead of UTC the earliest clock is: the day begins there, and with it the end of a mute."""

FURTHEST_WEST = timedelta(hours=12)
"""So far behind UTC the latest clock is: by then the week has begun for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeSlip:
    """Asks the owners of leads about fields that went stale."""

    allowed: Allowed

    def people(self, work: NudgeWork, at: datetime) -> Sequence[PersonId]:
        """List who has something queued, did not mute it, and surely may be asked more this week."""
        today = (at + FURTHEST_EAST).date()
        monday = datetime.combine(today - timedelta(days=today.weekday()), time(), UTC)
        return work.nudges.people_waiting(today, monday + FURTHEST_WEST)

    def waiting(self, work: NudgeWork, person: Person, at: datetime) -> Sequence[Waiting]:
        """List what is worth asking this week, as far as the person wants to be asked."""
        choices, today = work.nudges.choices(person.id), person.hours.day_of(at)
        if choices.muted_until is not None and today < choices.muted_until:
            return []
        monday = person.hours.at_local(today - timedelta(days=today.weekday()), time())
        room = choices.weekly_cap - work.nudges.asked_since(person.id, monday)
        if room <= 0:
            return []
        found = work.nudges.queued(person.id, MOST_ROWS, today)
        return [Waiting(one.id, one.value, one.lead) for one in found[:room]]

    def put(
        self, work: NudgeWork, envelope: Envelope, person: Person, keys: Sequence[str], at: datetime
    ) -> Sequence[EnvelopeId]:
        """Ask; a row stays in the envelope in which it came."""
        found = work.nudges.queued(person.id, MOST_ROWS, envelope.day)
        work.nudges.keep(one.asked(envelope.id, at) for one in found if one.id in keys)
        return ()

    def drawn(
        self, work: NudgeWork, envelope: EnvelopeId, person: Person, at: datetime, wide: str = ""
    ) -> Drawn:
        """Draw the stale fields that stand in this envelope."""
        rows = work.nudges.rows(envelope)
        if not rows:
            return Drawn()
        return rows_part(self._shown(work, rows, person, at), at, wide=wide_of(wide))

    def on_page(self, work: NudgeWork, person: Person, at: datetime) -> Drawn:
        """Draw the stale fields that wait for this person."""
        rows = work.nudges.open_rows(person.id)
        if not rows:
            return Drawn()
        return rows_part(self._shown(work, rows, person, at), at, on_page=True)

    def _shown(
        self, work: NudgeWork, rows: Sequence[NudgeRow], person: Person, at: datetime
    ) -> Sequence[Shown]:
        """Add what may be written and for which days, and what is being taken back."""
        days = near(person.hours, person.hours.day_of(at))
        systems = {row.lead.system for row in rows}
        fields = {one: targets(work.mappings, one, self.allowed) for one in systems}
        undone = work.writes.undone_by(row.write.id for row in rows if row.write is not None)
        return [
            Shown(
                row=row,
                fields=fields[row.lead.system],
                days=days,
                is_being_undone=row.write is not None and row.write.id in undone,
            )
            for row in rows
        ]
