"""What is agreed in a meeting: actions, their end, minutes, and files to take along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handlers.agenda.arranging import Arranging
from handlers.agenda.cards import agenda_card
from handlers.agenda.export import calendar_of
from handlers.agenda.forms import (
    DUE,
    FURTHEST,
    LONGEST_LINE,
    OWNER,
    WHAT,
    WORDS,
    action_drop_form,
    action_form,
)
from handlers.agenda.minutes import post_minutes
from handlers.agenda.model import (
    Action,
    ActionId,
    ActionState,
    MeetingId,
    MeetingState,
)
from handlers.agenda.notices import actions_card
from handlers.agenda.rights import check_action, may_schedule, refuse_closed, why_closed
from handlers.agenda.shown import gathered
from handlers.agenda.work import AgendaWork, Look, OpenWork, agenda_view
from handlers.errors import Refused, Stale
from handlers.filled import Wrong, day, text
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    Whisper,
    whisper,
)
from handlers.message import Document
from handlers.people import Person, PersonId, Place
from handlers.phrase import say
from handlers.work import NewId, Now, home_view
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing:
    """What a meeting leaves behind."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    company: WorkingHours
    arranging: Arranging
    """Drops items, as this drops actions: one form serves both."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "agenda.action": self.open_action,
            "agenda.actioned": self.agree,
            "agenda.actions": self.list_actions,
            "agenda.done": self.done,
            "agenda.drop": self.open_drop,
            "agenda.dropped": self.drop,
            "agenda.minutes": self.post_minutes,
            "agenda.export": self.export,
        }

    # Actions

    def open_action(self, asked: Interaction) -> Reply:
        """Ask who does what until when."""
        with self.look() as work:
            work.people.get(asked.actor)
            meeting = work.agenda.get(_meeting_id(asked))
            refuse_closed(meeting)
        return Open(action_form(meeting, self._today()))

    def agree(self, asked: Interaction) -> Reply:
        """Keep an action; its owner gets it in a direct message when they are at work."""
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            wrong = Wrong()
            what = text(asked.values, WHAT, wrong, longest=LONGEST_LINE)
            owner = _owner(work, asked.values, wrong)
            due = self._due(asked.values, wrong)
            if owner is None or due is None or wrong.errors:
                return Correct(wrong.errors)
            meeting = work.agenda.hold(_meeting_id(asked))
            closed = why_closed(meeting)
            if closed is not None:
                return Correct({WHAT: closed})
            action = Action(
                id=ActionId(self.new_id()),
                meeting=meeting.id,
                what=what,
                owner=owner.id,
                side=owner.side,
                due=due,
                agreed_at=self.now(),
            )
            work.agenda.add_action(action)
            self._tell(work, action)
            work.commit()
        return Nothing()

    def _due(self, given: Mapping[str, str], wrong: Wrong) -> date | None:
        found = day(given, DUE, wrong)
        today = self._today()
        if found is None:
            wrong.note(DUE, say("form-empty"))
        elif not today <= found <= today + FURTHEST:
            wrong.note(DUE, say("agenda-due-range"))
        return found

    def _today(self) -> date:
        return self.company.day_of(self.now())

    def _tell(self, work: AgendaWork, action: Action) -> None:
        """Bring up to date what shows an action: the next agenda, and the owner's page."""
        for meeting in (work.agenda.upcoming(), work.agenda.last_held()):
            if meeting is not None and meeting.minuted_at is None:
                work.outbox.refresh(agenda_view(meeting.id))
        work.outbox.refresh(home_view(action.owner))

    def list_actions(self, asked: Interaction) -> Reply:
        """List for somebody the open actions that they may call done: their own, or all."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            every = may_schedule(person)
            agenda = work.agenda
            found = agenda.open_actions() if every else agenda.open_actions_of(person.id)
        return Whisper(actions_card(found, person.hours.day_of(self.now())))

    def done(self, asked: Interaction) -> Reply:
        """Say that an action is done."""
        with self.open_work(asked.id) as work:
            action = self._mine(work, asked)
            self._close(work, action.done(self.now()))
            work.commit()
        at_home = asked.place == Place.home(asked.actor)
        return Nothing() if at_home else whisper(say("agenda-done", what=action.what))

    def _mine(self, work: AgendaWork, asked: Interaction) -> Action:
        person = work.people.get(asked.actor)
        action = work.agenda.action(ActionId(asked.values.get("action", "")))
        check_action(person, action)
        if action.state is not ActionState.OPEN:
            raise Stale(say("agenda-action-closed"))
        return action

    def _close(self, work: AgendaWork, action: Action) -> None:
        work.agenda.keep_action(action)
        self._tell(work, action)

    # Dropping

    def open_drop(self, asked: Interaction) -> Reply:
        """Ask why an action is given up, or an item taken off."""
        if "action" not in asked.values:
            return self.arranging.open_drop(asked)
        with self.look() as work:
            action = self._mine(work, asked)
        return Open(action_drop_form(action, self._today()))

    def drop(self, asked: Interaction) -> Reply:
        """Give an action up, or take an item off."""
        if "action" not in asked.values:
            return self.arranging.drop(asked)
        wrong = Wrong()
        words = text(asked.values, WORDS, wrong, longest=LONGEST_LINE)
        if wrong.errors:
            return Correct(wrong.errors)
        with self.open_work(asked.id) as work:
            self._close(work, self._mine(work, asked).given_up(words, self.now()))
            work.commit()
        return Nothing()

    # Minutes and files

    def post_minutes(self, asked: Interaction) -> Reply:
        """Post the minutes to both channels, now that the meeting is over."""
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            meeting = work.agenda.hold(_meeting_id(asked))
            refuse_closed(meeting)
            if meeting.state is not MeetingState.HELD:
                raise Refused(say("agenda-not-over"))
            post_minutes(work, meeting, at=self.now(), company=self.company, new_id=self.new_id)
            work.commit()
        return Nothing()

    def export(self, asked: Interaction) -> Reply:
        """Send the series as a calendar, or the agenda as text, to whoever wants it."""
        at = self.now()
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            meeting = work.agenda.get(_meeting_id(asked))
            place = Place.direct(asked.actor)
            if asked.values.get("form") == "calendar":
                paper = calendar_of(work, meeting, at=at, company=self.company)
                work.outbox.post(place, paper)
            else:
                shown = gathered(work, meeting, at=at, company=self.company)
                name = f"agenda-{shown.held_on:%Y-%m-%d}"
                work.outbox.post(place, Document(agenda_card(shown), name))
            work.commit()
        return whisper(say("agenda-file-sent"))


def _meeting_id(asked: Interaction) -> MeetingId:
    return MeetingId(asked.values.get("meeting", ""))


def _owner(work: AgendaWork, given: Mapping[str, str], wrong: Wrong) -> Person | None:
    """Read who does it; only somebody whom we know can be told of it."""
    wanted = PersonId(given.get(OWNER, ""))
    owner = work.people.by_ids([wanted]).get(wanted)
    if owner is None:
        wrong.note(OWNER, say("agenda-owner-unknown"))
    return owner
