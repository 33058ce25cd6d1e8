"""Plans the next meeting of a series, and finds the moments around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.agenda.minutes import CHANNELS, carry_over
from handlers.agenda.model import Meeting, MeetingId, Series
from handlers.agenda.notices import moved_card
from handlers.agenda.planning import fingerprint, in_step
from handlers.agenda.rhythm import next_occurrence, starts_at, working_days_before
from handlers.agenda.rights import why_closed
from handlers.agenda.shown import clock_of
from handlers.agenda.work import AgendaWork, agenda_view
from handlers.work import NewId
from handlers.working_time import WorkingHours

SHOWN_DAYS_BEFORE = 2
"""Working days before a meeting on which both channels get its agenda."""


def plan_next(
    work: AgendaWork, series: Series, *, at: datetime, company: WorkingHours, new_id: NewId
) -> Meeting:
    """Plan the next meeting, with what people added to the one before and nobody decided."""
    earlier = work.agenda.of(series.id)
    before = work.agenda.hold(earlier[-1].id) if earlier else None
    taken = frozenset(one.day for one in earlier)
    following = next_occurrence(series, at, company, taken=taken)
    meeting = Meeting(
        id=MeetingId(new_id()),
        series=series.id,
        day=following.day,
        starts_at=starts_at(series, following.held_on),
    )
    work.agenda.add(meeting)
    if before is not None and why_closed(before) is not None:
        carry_over(work, before, meeting, at=at, new_id=new_id)
    return work.agenda.get(meeting.id)


def looks(work: AgendaWork, meeting: Meeting, at: datetime) -> str:
    """Give the fingerprint of what a meeting's agenda should show now."""
    series = work.agenda.series(meeting.series)
    topics, actions = work.agenda.topics(at), work.agenda.open_actions()
    return fingerprint(topics, actions, minutes=series.minutes)


def in_step_with(work: AgendaWork, meeting: Meeting, *, at: datetime, new_id: NewId) -> Meeting:
    """Bring an agenda into step with what asks for its time, and give the meeting that knows it."""
    items, topics = work.agenda.items(meeting.id), work.agenda.topics(at)
    new = in_step(items, topics, meeting=meeting.id, at=at, new_id=new_id)
    work.agenda.arrange(meeting.id, new)
    return replace(meeting, seen=looks(work, meeting, at))


def show_at(series: Series, meeting: Meeting, company: WorkingHours) -> datetime:
    """Give the moment at which both channels get the agenda: a start of work before the meeting."""
    held_on = clock_of(series).day_of(meeting.starts_at)
    day = working_days_before(held_on, SHOWN_DAYS_BEFORE, company)
    return company.at_local(day, company.start)


def minutes_due_at(meeting: Meeting, company: WorkingHours) -> datetime:
    """Give the moment at which the minutes are posted by themselves: the end of the next working day."""
    day = company.next_working_day(company.day_of(meeting.starts_at))
    return company.at_local(day, company.end)


def move(work: AgendaWork, series: Series, before: Meeting, after: Meeting) -> None:
    """Keep a meeting's new time; both channels hear of it where they have the agenda already."""
    work.agenda.keep(after.changed())
    work.outbox.refresh(agenda_view(after.id))
    if before.shown_at is not None and before.starts_at != after.starts_at:
        for channel in CHANNELS:
            work.outbox.post(channel, moved_card(series, after, before.starts_at))
