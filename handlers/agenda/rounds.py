"""What happens by the clock: agendas come about, meetings end, actions are told and reminded of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from handlers.agenda.minutes import CHANNELS, post_minutes
from handlers.agenda.model import Action, ActionId, Meeting, MeetingState
from handlers.agenda.notices import agreed_card, reminder_card
from handlers.agenda.planned import (
    in_step_with,
    looks,
    minutes_due_at,
    plan_next,
    show_at,
)
from handlers.agenda.rhythm import working_days_before
from handlers.agenda.work import AgendaWork, Look, OpenWork, agenda_view
from handlers.message import Card
from handlers.people import Person, PersonId, Place
from handlers.work import NewId, home_view
from handlers.working_time import WorkingHours

LOOK_AHEAD = timedelta(days=30)
"""Nobody has more days off in a row than this before something of theirs is due."""

Owned = Mapping[PersonId, Sequence[Action]]
Noted = Callable[[AgendaWork, Sequence[ActionId]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRounds:
    """The jobs that the ticker rings for; each may run as often as it likes."""

    open_work: OpenWork
    look: Look
    new_id: NewId
    company: WorkingHours

    def keep_agenda(self, at: datetime) -> None:
        """Plan the next meeting, keep its agenda in step, show it in time, and end it."""
        with self.look() as work:
            series, meeting = work.agenda.running(), work.agenda.upcoming()
            is_due = meeting is not None and self._is_due(work, meeting, at)
        if meeting is None and series is not None:
            self._plan(at)
        elif meeting is not None and is_due:
            self._bring_on(meeting, at)

    def _plan(self, at: datetime) -> None:
        with self.open_work() as work:
            series = work.agenda.hold_running()
            if series is not None and work.agenda.upcoming() is None:
                plan_next(work, series, at=at, company=self.company, new_id=self.new_id)
                work.commit()

    def _is_due(self, work: AgendaWork, meeting: Meeting, at: datetime) -> bool:
        series = work.agenda.series(meeting.series)
        return (
            at >= meeting.ends_at(series)
            or (meeting.shown_at is None and at >= show_at(series, meeting, self.company))
            or looks(work, meeting, at) != meeting.seen
        )

    def _bring_on(self, seen: Meeting, at: datetime) -> None:
        with self.open_work() as work:
            meeting = work.agenda.hold(seen.id)
            if meeting.state is not MeetingState.PLANNED:
                return
            meeting = in_step_with(work, meeting, at=at, new_id=self.new_id)
            series = work.agenda.series(meeting.series)
            if meeting.shown_at is None and at >= show_at(series, meeting, self.company):
                meeting = replace(meeting, shown_at=at)
                for channel in CHANNELS:
                    work.outbox.show(channel, agenda_view(meeting.id))
            if at >= meeting.ends_at(series):
                meeting = replace(meeting, state=MeetingState.HELD)
            work.agenda.keep(meeting.changed())
            work.outbox.refresh(agenda_view(meeting.id))
            work.commit()

    def post_minutes(self, at: datetime) -> None:
        """Post the minutes that nobody posted by the end of the next working day."""
        with self.look() as work:
            waiting = work.agenda.unminuted()
        for seen in waiting:
            if at >= minutes_due_at(seen, self.company):
                self._post_minutes(seen, at)

    def _post_minutes(self, seen: Meeting, at: datetime) -> None:
        with self.open_work() as work:
            meeting = work.agenda.hold(seen.id)
            if meeting.minuted_at is None:
                post_minutes(work, meeting, at=at, company=self.company, new_id=self.new_id)
                work.commit()

    # Actions

    def tell_owners(self, at: datetime) -> None:
        """Give everybody who is at work what they agreed to do, in one message."""
        with self.look() as work:
            untold = _owned(work.agenda.untold())
            owners = work.people.by_ids(untold)

        def told(work: AgendaWork, which: Sequence[ActionId]) -> bool:
            return work.agenda.told(which, at)

        for owner in owners.values():
            if owner.hours.works_at(at):
                today = owner.hours.day_of(at)
                card = agreed_card(untold[owner.id], today)
                self._send(owner, untold[owner.id], card, told)

    def remind(self, at: datetime) -> None:
        """Remind everybody once, on the working day before, of what is due."""
        with self.look() as work:
            due = _owned(work.agenda.due_until(self.company.day_of(at) + LOOK_AHEAD))
            owners = work.people.by_ids(due)

        def reminded(work: AgendaWork, which: Sequence[ActionId]) -> bool:
            return work.agenda.reminded(which, at)

        for owner in owners.values():
            today = owner.hours.day_of(at)
            theirs = [one for one in due[owner.id] if _is_near(one, owner, today)]
            if theirs and owner.hours.works_at(at):
                self._send(owner, theirs, reminder_card(theirs, today), reminded)

    def _send(self, owner: Person, actions: Sequence[Action], card: Card, noted: Noted) -> None:
        """Send a card about actions, unless another replica was quicker."""
        with self.open_work() as work:
            if noted(work, [action.id for action in actions]):
                work.outbox.post(Place.direct(owner.id), card)
                work.outbox.refresh(home_view(owner.id))
                work.commit()


def _owned(actions: Sequence[Action]) -> Owned:
    theirs: dict[PersonId, list[Action]] = defaultdict(list)
    for action in actions:
        theirs[action.owner].append(action)
    return theirs


def _is_near(action: Action, owner: Person, today: date) -> bool:
    """Tell whether it is time to remind: not of what was told on that day, nor once it is overdue."""
    if action.told_at is None:
        return False
    day = working_days_before(action.due, 1, owner.hours)
    return owner.hours.day_of(action.told_at) < day <= today <= action.due
