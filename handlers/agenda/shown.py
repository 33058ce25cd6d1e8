"""Gathers what an agenda is drawn from, and says what its items are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.agenda.model import Action, Kind, Meeting, MeetingState, Series, Topic
from handlers.agenda.planning import Plan, Slot, arranged
from handlers.agenda.rhythm import starts_at
from handlers.agenda.work import AgendaWork
from handlers.flags.reasons import shipped
from handlers.phrase import Phrase, say, verbatim
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that an agenda is drawn from."""

    series: Series
    meeting: Meeting
    plan: Plan
    actions: Sequence[Action]
    """All that are open."""
    today: date
    """By the series' wall clock."""
    works_then: bool
    """Whether the company works on the day that the rhythm gives."""

    @property
    def held_on(self) -> date:
        """Give the day on which the meeting takes place, by the series' wall clock."""
        return clock_of(self.series).day_of(self.meeting.starts_at)

    @property
    def clocks_change(self) -> bool:
        """Tell whether summer time skips the usual hour on that day, so that the meeting begins later."""
        usual = starts_at(self.series, self.held_on) == self.meeting.starts_at
        begins = clock_of(self.series).local(self.meeting.starts_at).time()
        return usual and begins != self.series.starts

    @property
    def is_over(self) -> bool:
        """Tell whether the meeting's time is over."""
        return self.meeting.state is MeetingState.HELD

    @property
    def is_open(self) -> bool:
        """Tell whether anything can still be written down."""
        return self.meeting.state is not MeetingState.CANCELLED and not self.meeting.minuted_at


def clock_of(series: Series) -> WorkingHours:
    """Give the wall clock that the series goes by."""
    return WorkingHours(zone=series.zone)


def gathered(work: AgendaWork, meeting: Meeting, *, at: datetime, company: WorkingHours) -> Shown:
    """Gather what a meeting's agenda is drawn from."""
    series = work.agenda.series(meeting.series)
    actions = work.agenda.open_actions()
    plan = arranged(
        work.agenda.items(meeting.id),
        work.agenda.topics(at),
        minutes=series.minutes,
        has_actions=bool(actions),
    )
    return Shown(
        series=series,
        meeting=meeting,
        plan=plan,
        actions=actions,
        today=clock_of(series).day_of(at),
        works_then=company.works_on(meeting.day),
    )


def slot_text(slot: Slot) -> Phrase:
    """Say what an item is about; a lead is shown without its owner, a flag without who raised it."""
    return verbatim(slot.item.words) if slot.topic is None else topic_text(slot.topic)


def topic_text(topic: Topic) -> Phrase:
    """Say what asks for the meeting's time."""
    match topic.kind:
        case Kind.FLAG:
            return _about(topic, say("agenda-topic-flag", lead=topic.about))
        case Kind.FINDING:
            return _about(topic, _finding(topic))
        case Kind.AMENDMENT:
            return say("agenda-topic-amendment", number=topic.subject)
        case Kind.DEBT | Kind.OWN:
            return _debt(topic)


def _about(topic: Topic, what: Phrase) -> Phrase:
    if not topic.reason:
        return what
    return say("agenda-topic-reason", what=what, reason=_reason(topic))


def _finding(topic: Topic) -> Phrase:
    if topic.count is None:
        return say("agenda-topic-finding", about=topic.about)
    return say("agenda-topic-finding-flags", about=topic.about, count=topic.count)


def _reason(topic: Topic) -> Phrase:
    if not topic.reason_words and any(one.key == topic.reason for one in shipped()):
        return say(f"flags-reason-{topic.reason}")
    return verbatim(topic.reason_words or topic.reason)


def _debt(topic: Topic) -> Phrase:
    if topic.count is None:
        return say(f"agenda-debt-some-{topic.subject}")
    return say(f"agenda-debt-{topic.subject}", count=topic.count)


def action_text(action: Action, today: date) -> Phrase:
    """Say what is to be done, until when, and on which side; never by whom."""
    key = "agenda-action-overdue" if action.due < today else "agenda-action-open"
    return say(key, what=action.what, day=action.due, side=say(f"agenda-side-{action.side}"))
