"""What a rep does about a stale field: mend it, leave it, put it off, or say that it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from handlers.connector import RemoteField
from handlers.envelope import DrawEnvelope, envelope_view
from handlers.errors import NotFound, Refused, Stale
from handlers.filled import Wrong, day
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
from handlers.nudges.days import FURTHEST, next_week, tomorrow, working_day
from handlers.nudges.disowned import tell_administrators
from handlers.nudges.model import Nudge, NudgeId, NudgeRow, NudgeState
from handlers.nudges.row_cards import Wide, Widened, why_card
from handlers.nudges.row_forms import fix_form, read_value, snooze_form, value_field
from handlers.nudges.work import NudgeWork, OpenWork
from handlers.people import Place
from handlers.phrase import say
from handlers.work import Now, home_view
from handlers.working_time import WorkingHours
from handlers.writing.confirming import Confirming, targets
from handlers.writing.model import Change

Later = Callable[[WorkingHours, date], date]
"""Says until which day a row is put off, by the person's own hours and today."""

LATER = {"tomorrow": tomorrow, "next-week": next_week}
"""What a tap may put a row off until."""

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
        wrong = Wrong()
        with self.open_work(asked.id) as work:
            self._mend(work, asked, wrong)
            if wrong.errors:
                raise Stale(wrong.errors["value"])
            work.commit()
        return Nothing()

    def _open_fix(self, asked: Interaction) -> Reply:
        with self.look() as work:
            row = _open_row(work, asked)
            return Open(fix_form(row, self._target(work, row)))

    def fixed(self, asked: Interaction) -> Reply:
        """Take a new value from the form, or say beside the field why it cannot be."""
        wrong = Wrong()
        with self.open_work(asked.id) as work:
            try:
                self._mend(work, asked, wrong)
            except Refused as refused:
                wrong.note("value", refused.phrase)
            if wrong.errors:
                return Correct(wrong.errors)
            work.commit()
        return Nothing()

    def _mend(self, work: NudgeWork, asked: Interaction, wrong: Wrong) -> None:
        """Have a value brought to the CRM, and close the row in the same transaction."""
        nudge = self._open_nudge(work, asked)
        row = _open_row(work, asked)
        value = read_value(value_field(row, self._target(work, row)), asked.values, wrong)
        if value == nudge.was:
            wrong.note("value", say("nudges-value-same"))
        if wrong.errors:
            return
        change = Change(nudge.field, nudge.was, value)
        self.confirming.confirm(work, nudge.lead, nudge.person, [change])
        self._close(work, nudge, NudgeState.FIXED)

    def _target(self, work: NudgeWork, row: NudgeRow) -> RemoteField:
        """Give the CRM's field, as far as this person may still have it written."""
        if row.lead.gone_at is not None:
            raise Stale(say("nudges-lead-gone"))
        wanted = [] if row.lead.owner is None else [row.lead.owner]
        owners = work.people.owners(wanted).values()
        if row.nudge.person not in {owner.person for owner in owners}:
            raise Stale(say("nudges-lead-moved"))
        fields = targets(work.mappings, row.lead.system, self.confirming.allowed)
        if row.nudge.field not in fields:
            raise Refused(say("writing-field-off"))
        return fields[row.nudge.field]

    # leaving it

    def still_right(self, asked: Interaction) -> Reply:
        """Leave the field as it is; nothing is written."""
        return self._end(asked, NudgeState.STILL_RIGHT)

    def not_mine(self, asked: Interaction) -> Reply:
        """Ask this person no more about this lead, and let administrators see that it needs an owner."""
        return self._end(asked, NudgeState.NOT_MINE)

    def rule_wrong(self, asked: Interaction) -> Reply:
        """Let the rule ask no more about this lead."""
        return self._end(asked, NudgeState.RULE_WRONG)

    def snooze(self, asked: Interaction) -> Reply:
        """Put a row off until tomorrow or next week, on a day on which the person works."""
        later = LATER.get(asked.values.get("until", ""))
        if later is None:
            raise Stale(say("nudges-stale"))
        return self._end(asked, NudgeState.SNOOZED, later)

    def open_snooze(self, asked: Interaction) -> Reply:
        """Ask for a day."""
        with self.look() as work:
            today = work.people.get(asked.actor).hours.day_of(self.now())
            return Open(snooze_form(_open_row(work, asked), today))

    def snoozed(self, asked: Interaction) -> Reply:
        """Put a row off until the day that was given, or the first working day after it."""
        wrong = Wrong()
        found = day(asked.values, "day", wrong)
        with self.look() as work:
            today = work.people.get(asked.actor).hours.day_of(self.now())
        if found is None or not today < found <= today + FURTHEST:
            wrong.note("day", say("nudges-day-range", last=today + FURTHEST))
            return Correct(wrong.errors)
        return self._end(asked, NudgeState.SNOOZED, lambda hours, _: working_day(hours, found))

    def reopen(self, asked: Interaction) -> Reply:
        """Let a person think better of what they said."""
        with self.open_work(asked.id) as work:
            nudge = self._own(work, asked)
            is_newest = work.nudges.newest(nudge.lead) == nudge  # a lead waits in one row at most
            if not (is_newest and nudge.may_be_changed(self.now())):
                raise Stale(say("nudges-stale"))
            self._keep(work, nudge.opened_again())
            work.commit()
        return Nothing()

    # what else

    def widen(self, asked: Interaction) -> Reply:
        """Show more of a row right where it stands, or less again."""
        by = asked.values.get("by", "")
        with self.look() as work:
            nudge = _open_row(work, asked).nudge
            wide = Wide(nudge.id, Widened(by)).spelled() if by in set(Widened) else ""
            card = None if nudge.envelope is None else self.draw(work, nudge.envelope, wide)
        return Nothing() if card is None else Show(card)

    def why(self, asked: Interaction) -> Reply:
        """Tell the person alone why they are asked."""
        with self.look() as work:
            return Whisper(why_card(_open_row(work, asked)))

    # one transaction

    def _end(self, asked: Interaction, state: NudgeState, until: Later | None = None) -> Reply:
        with self.open_work(asked.id) as work:
            nudge = self._open_nudge(work, asked)
            hours = work.people.get(asked.actor).hours
            day = None if until is None else until(hours, hours.day_of(self.now()))
            self._close(work, nudge, state, until=day)
            work.commit()
        return Nothing()

    def _close(
        self, work: NudgeWork, nudge: Nudge, state: NudgeState, *, until: date | None = None
    ) -> None:
        self._keep(work, nudge.closed(state, self.now(), until=until))

    def _keep(self, work: NudgeWork, nudge: Nudge) -> None:
        before = work.nudges.get(nudge.id).state
        work.nudges.keep([nudge])
        if NudgeState.NOT_MINE in {before, nudge.state}:
            tell_administrators(work)
        if nudge.envelope is not None:
            view = envelope_view(nudge.envelope)
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
