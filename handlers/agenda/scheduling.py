"""What managers do: set up a series, change or end it, move or cancel one meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handlers.agenda.forms import (
    DAY,
    ENDS,
    LONGEST_LINE,
    TITLE,
    WORDS,
    cancel_form,
    meeting_form,
    series_form,
)
from handlers.agenda.minutes import CHANNELS
from handlers.agenda.model import Meeting, MeetingId, MeetingState, Series, SeriesId
from handlers.agenda.notices import cancelled_card
from handlers.agenda.planned import move, plan_next
from handlers.agenda.reading import Desk, read_moved, read_series
from handlers.agenda.rhythm import next_occurrence, starts_at
from handlers.agenda.rights import check_scheduling
from handlers.agenda.shown import clock_of
from handlers.agenda.work import AgendaWork, Look, OpenWork, agenda_view
from handlers.errors import Stale
from handlers.filled import Wrong, text
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, whisper
from handlers.people import Person
from handlers.phrase import say
from handlers.work import NewId, Now, home_view
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduling:
    """When both teams meet."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    company: WorkingHours
    """When the company works; its public holidays move meetings."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "agenda.series": self.open_series,
            "agenda.series-saved": self.save_series,
            "agenda.meeting": self.open_meeting,
            "agenda.meeting-moved": self.move_meeting,
            "agenda.cancel": self.open_cancel,
            "agenda.meeting-cancelled": self.cancel_meeting,
        }

    # The series

    def open_series(self, asked: Interaction) -> Reply:
        """Ask when both teams meet, or let that be changed."""
        with self.look() as work:
            manager = check_scheduling(work, asked)
            known = work.agenda.running()
        return Open(series_form(known, zone=manager.hours.zone, at=self.now()))

    def save_series(self, asked: Interaction) -> Reply:
        """Keep a series, and plan its next meeting; what was typed stays where it cannot be kept."""
        try:
            return self._save_series(asked)
        except Stale as stale:
            return Correct({TITLE: stale.phrase})

    def _save_series(self, asked: Interaction) -> Reply:
        with self.open_work(asked.id) as work:
            manager = check_scheduling(work, asked)
            known = _known(work, asked)
            if known is not None and asked.values.get(ENDS):
                self._end(work, known)
                told = say("agenda-series-ended")
            else:
                wrong = Wrong()
                series = read_series(asked.values, known, self._desk(manager), wrong)
                if series is None:
                    return Correct(wrong.errors)
                told = say("agenda-series-saved", at=self._keep(work, known, series).starts_at)
            work.outbox.refresh(home_view(manager.id))
            work.commit()
        return whisper(told)

    def _desk(self, manager: Person) -> Desk:
        return Desk(at=self.now(), company=self.company, zone=manager.hours.zone)

    def _keep(self, work: AgendaWork, known: Series | None, series: Series) -> Meeting:
        """Keep a series, and give its next meeting."""
        if known is None:
            new = replace(series, id=SeriesId(self.new_id()))
            work.agenda.add_series(new)
            return self._plan(work, new)
        work.agenda.keep_series(series)
        upcoming = work.agenda.upcoming()
        if upcoming is None:
            return self._plan(work, series)
        meeting = work.agenda.hold(upcoming.id)
        if series.same_time_as(known) or meeting.starts_at <= self.now():
            move(work, series, meeting, meeting)
            return meeting
        after = self._replanned(work, series, meeting)
        move(work, series, meeting, after)
        return after

    def _plan(self, work: AgendaWork, series: Series) -> Meeting:
        return plan_next(work, series, at=self.now(), company=self.company, new_id=self.new_id)

    def _replanned(self, work: AgendaWork, series: Series, meeting: Meeting) -> Meeting:
        """Give the next meeting its place in the new rhythm; its agenda goes with it."""
        taken = frozenset(one.day for one in work.agenda.of(series.id) if one.id != meeting.id)
        following = next_occurrence(series, self.now(), self.company, taken=taken)
        moment = starts_at(series, following.held_on)
        return replace(meeting, day=following.day, starts_at=moment)

    def _end(self, work: AgendaWork, known: Series) -> None:
        """End a series; a meeting that has begun is still held."""
        at = self.now()
        work.agenda.keep_series(replace(known, version=known.version + 1, ended_at=at))
        upcoming = work.agenda.upcoming()
        if upcoming is not None and upcoming.starts_at > at:
            meeting = work.agenda.hold(upcoming.id)
            self._cancel(work, known, meeting, why="")

    # One meeting

    def open_meeting(self, asked: Interaction) -> Reply:
        """Ask to when the next meeting moves."""
        with self.look() as work:
            check_scheduling(work, asked)
            series, meeting = self._next(work)
        today = clock_of(series).day_of(self.now())
        return Open(meeting_form(series, meeting, today))

    def move_meeting(self, asked: Interaction) -> Reply:
        """Move one meeting; the rhythm stays."""
        try:
            with self.open_work(asked.id) as work:
                manager = check_scheduling(work, asked)
                series, meeting = self._held(work, asked)
                wrong = Wrong()
                after = read_moved(asked.values, series, meeting, self._desk(manager), wrong)
                if after is None:
                    return Correct(wrong.errors)
                move(work, series, meeting, after)
                work.outbox.refresh(home_view(manager.id))
                work.commit()
        except Stale as stale:
            return Correct({DAY: stale.phrase})
        return whisper(say("agenda-meeting-moved", at=after.starts_at))

    def open_cancel(self, asked: Interaction) -> Reply:
        """Ask why the next meeting does not take place."""
        with self.look() as work:
            check_scheduling(work, asked)
            return Open(cancel_form(*self._next(work)))

    def cancel_meeting(self, asked: Interaction) -> Reply:
        """Cancel one meeting; its open topics come back on the next agenda."""
        wrong = Wrong()
        why = text(asked.values, WORDS, wrong, longest=LONGEST_LINE)
        if wrong.errors:
            return Correct(wrong.errors)
        try:
            with self.open_work(asked.id) as work:
                manager = check_scheduling(work, asked)
                work.agenda.hold_running()
                series, meeting = self._held(work, asked)
                self._cancel(work, series, meeting, why=why)
                following = self._plan(work, series)
                work.outbox.refresh(home_view(manager.id))
                work.commit()
        except Stale as stale:
            return Correct({WORDS: stale.phrase})
        return whisper(say("agenda-series-saved", at=following.starts_at))

    def _cancel(self, work: AgendaWork, series: Series, meeting: Meeting, *, why: str) -> None:
        cancelled = replace(meeting.changed(), state=MeetingState.CANCELLED)
        work.agenda.keep(cancelled)
        work.outbox.refresh(agenda_view(meeting.id))
        if meeting.shown_at is not None:
            for channel in CHANNELS:
                work.outbox.post(channel, cancelled_card(series, meeting, why))

    def _next(self, work: AgendaWork) -> tuple[Series, Meeting]:
        meeting = work.agenda.upcoming()
        if meeting is None or meeting.starts_at <= self.now():
            raise Stale(say("agenda-none-to-change"))
        return work.agenda.series(meeting.series), meeting

    def _held(self, work: AgendaWork, asked: Interaction) -> tuple[Series, Meeting]:
        """Give the meeting of a form, unless it has changed since the form was opened."""
        meeting = work.agenda.hold(MeetingId(asked.values.get("meeting", "")))
        if meeting.state is not MeetingState.PLANNED or meeting.starts_at <= self.now():
            raise Stale(say("agenda-none-to-change"))
        return work.agenda.series(meeting.series), meeting


def _known(work: AgendaWork, asked: Interaction) -> Series | None:
    """Give the series that a form is about; nothing for a new one."""
    running = work.agenda.hold_running()
    seen = (asked.values.get("series", ""), asked.values.get("version", ""))
    if running is None and not seen[0]:
        return None
    if running is None or seen != (running.id, str(running.version)):
        raise Stale(say("agenda-series-changed"))
    return running
