"""What a rep does about a stale field: mend it, leave it, put it off, or say that it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, TypeVar

from handlers.envelope import DrawEnvelope, EnvelopeId, envelope_view
from handlers.errors import NotFound, Refused, Stale
from handlers.filled import Wrong, day, one_of, text
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    Show,
    Whisper,
)
from handlers.message import Choice
from handlers.message import Day as DayField
from handlers.nudges.model import Nudge, NudgeId, NudgeRow, NudgeState
from handlers.nudges.row_cards import REOPENED, Wide, Widened, why_card
from handlers.nudges.row_forms import (
    FURTHEST,
    LONGEST_VALUE,
    fix_form,
    snooze_form,
    value_field,
)
from handlers.nudges.work import NudgeWork, OpenWork
from handlers.people import Person, Place
from handlers.phrase import say
from handlers.work import Now, home_view
from handlers.working_time import WorkingHours
from handlers.writing.confirming import Confirming, targets
from handlers.writing.model import Change

WEEK = timedelta(days=7)

W = TypeVar("W", bound=NudgeWork)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixing(Generic[W]):
    """The owner's half of a nudge; whose row it is, is checked at each press."""

    open_work: OpenWork
    look: Callable[[], W]
    now: Now
    confirming: Confirming
    draw: DrawEnvelope[W]

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "nudges.fix": self.fix,
            "nudges.fixed": self.fixed,
            "nudges.right": self.still_right,
            "nudges.widen": self.widen,
            "nudges.snooze": self.snooze,
            "nudges.snooze-form": self.open_snooze,
            "nudges.snoozed": self.snoozed,
            "nudges.not-mine": self.not_mine,
            "nudges.rule-wrong": self.rule_wrong,
            "nudges.again": self.reopen,
            "nudges.why": self.why,
        }

    # mending

    def fix(self, asked: Interaction) -> Reply:
        """Take a value in one tap, or ask for it in a form."""
        if "value" not in asked.values:
            return self._open_fix(asked)
        with self.open_work(asked.id) as work:
            self._confirm(work, self._open_nudge(work, asked), asked.values["value"])
            work.commit()
        return Nothing()

    def _open_fix(self, asked: Interaction) -> Reply:
        with self.look() as work:
            row = _open_row(work, asked)
            fields = targets(work.mappings, row.lead.system, self.confirming.allowed)
            if row.nudge.field not in fields:
                raise Refused(say("writing-field-off"))
            return Open(fix_form(row, fields[row.nudge.field]))

    def fixed(self, asked: Interaction) -> Reply:
        """Take a new value from the form, or say beside the field why it cannot be."""
        with self.open_work(asked.id) as work:
            nudge = self._open_nudge(work, asked)
            row = _open_row(work, asked)
            wrong = Wrong()
            value = self._read(work, row, asked, wrong)
            if wrong.errors:
                return Correct(wrong.errors)
            try:
                self._confirm(work, nudge, value)
            except Refused as refused:
                return Correct({"value": refused.phrase})
            work.commit()
        return Nothing()

    def _read(self, work: NudgeWork, row: NudgeRow, asked: Interaction, wrong: Wrong) -> str:
        fields = targets(work.mappings, row.lead.system, self.confirming.allowed)
        if row.nudge.field not in fields:
            raise Refused(say("writing-field-off"))
        wanted = value_field(row, fields[row.nudge.field])
        if isinstance(wanted, Choice):
            return one_of(wanted.options, asked.values, "value", wrong)
        if isinstance(wanted, DayField):
            found = day(asked.values, "value", wrong)
            if found is None:
                wrong.note("value", say("form-empty"))
            return "" if found is None else found.isoformat()
        return text(asked.values, "value", wrong, longest=LONGEST_VALUE)

    def _confirm(self, work: NudgeWork, nudge: Nudge, value: str) -> None:
        """Have the value brought to the CRM, in the same transaction in which the row is closed."""
        change = Change(nudge.field, nudge.was, value)
        if value == nudge.was:
            raise Refused(say("nudges-value-same"))
        self.confirming.confirm(work, nudge.lead, nudge.person, [change])
        self._close(work, nudge, NudgeState.FIXED)

    # leaving it

    def still_right(self, asked: Interaction) -> Reply:
        """Leave the field as it is; nothing is written."""
        return self._end(asked, lambda _: None, NudgeState.STILL_RIGHT)

    def not_mine(self, asked: Interaction) -> Reply:
        """Ask this person no more about this lead's field."""
        return self._end(asked, lambda _: None, NudgeState.NOT_MINE)

    def rule_wrong(self, asked: Interaction) -> Reply:
        """Let the rule ask no more about this lead."""
        return self._end(asked, lambda _: None, NudgeState.RULE_WRONG)

    def snooze(self, asked: Interaction) -> Reply:
        """Put a row off until tomorrow or next week, on a day on which the person works."""
        later = {"tomorrow": _tomorrow, "next-week": _next_week}.get(asked.values.get("until", ""))
        if later is None:
            raise Stale(say("nudges-stale"))

        def until(person: Person) -> date:
            return later(person.hours, person.hours.day_of(self.now()))

        return self._end(asked, until, NudgeState.SNOOZED)

    def open_snooze(self, asked: Interaction) -> Reply:
        """Ask for a day."""
        with self.look() as work:
            today = work.people.get(asked.actor).hours.day_of(self.now())
            return Open(snooze_form(_open_row(work, asked), today))

    def snoozed(self, asked: Interaction) -> Reply:
        """Put a row off until the day that was given."""
        wrong = Wrong()
        found = day(asked.values, "day", wrong)
        with self.look() as work:
            today = work.people.get(asked.actor).hours.day_of(self.now())
        if found is None or not today < found <= today + FURTHEST:
            wrong.note("day", say("nudges-day-range", last=today + FURTHEST))
            return Correct(wrong.errors)
        return self._end(asked, lambda _: found, NudgeState.SNOOZED)

    def reopen(self, asked: Interaction) -> Reply:
        """Let a person think better of what they said."""
        with self.open_work(asked.id) as work:
            nudge = self._own(work, asked)
            if nudge.state not in REOPENED:
                raise Stale(say("nudges-stale"))
            open_again = replace(nudge, state=NudgeState.ASKED, closed_at=None, snoozed_until=None)
            self._keep(work, open_again)
            work.commit()
        return Nothing()

    # what else

    def widen(self, asked: Interaction) -> Reply:
        """Show more of a row right where it stands, or less again."""
        by, envelope = asked.values.get("by", ""), None
        with self.look() as work:
            row = _open_row(work, asked)
            wide = Wide(row.nudge.id, Widened(by)).spelled() if by in set(Widened) else ""
            envelope = row.nudge.envelope
            card = self.draw(work, EnvelopeId(envelope or ""), wide)
        return Nothing() if card is None else Show(card)

    def why(self, asked: Interaction) -> Reply:
        """Tell the person alone why they are asked."""
        with self.look() as work:
            return Whisper(why_card(_open_row(work, asked)))

    # one transaction

    def _end(
        self, asked: Interaction, until: Callable[[Person], date | None], state: NudgeState
    ) -> Reply:
        with self.open_work(asked.id) as work:
            nudge = self._open_nudge(work, asked)
            person = work.people.get(asked.actor)
            self._close(work, nudge, state, until=until(person))
            work.commit()
        return Nothing()

    def _close(
        self, work: NudgeWork, nudge: Nudge, state: NudgeState, *, until: date | None = None
    ) -> None:
        self._keep(work, nudge.closed(state, self.now(), until=until))

    def _keep(self, work: NudgeWork, nudge: Nudge) -> None:
        work.nudges.keep([nudge])
        if nudge.envelope is not None:
            view = envelope_view(EnvelopeId(nudge.envelope))
            work.outbox.show(Place.direct(nudge.person), view)
        work.outbox.refresh(home_view(nudge.person))

    def _own(self, work: NudgeWork, asked: Interaction) -> Nudge:
        nudge = work.nudges.get(NudgeId(asked.values.get("nudge", "")))
        if nudge.person != asked.actor:
            raise NotFound(say("nudges-gone"))
        return nudge

    def _open_nudge(self, work: NudgeWork, asked: Interaction) -> Nudge:
        nudge = self._own(work, asked)
        if nudge.state is not NudgeState.ASKED:
            raise Stale(say("nudges-stale"))
        return nudge


def _open_row(work: NudgeWork, asked: Interaction) -> NudgeRow:
    """Give the row that waits for whoever presses, with all that it shows."""
    wanted = asked.values.get("nudge", "")
    for row in work.nudges.open_rows(asked.actor):
        if row.nudge.id == wanted:
            return row
    raise Stale(say("nudges-stale"))


def _tomorrow(hours: WorkingHours, today: date) -> date:
    return hours.next_working_day(today)


def _next_week(hours: WorkingHours, today: date) -> date:
    """Give the first working day from next Monday on."""
    monday = today + WEEK - timedelta(days=today.weekday())
    return monday if hours.works_on(monday) else hours.next_working_day(monday)
