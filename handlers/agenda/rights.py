"""Who may do what with the joint meeting."""

from __future__ import annotations

from handlers.agenda.model import Action, Meeting, MeetingState
from handlers.agenda.work import AgendaWork
from handlers.errors import Refused, Stale
from handlers.interaction import Interaction
from handlers.people import Person, Role
from handlers.phrase import Phrase, say

_SCHEDULING = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


def may_schedule(person: Person) -> bool:
    """Tell whether somebody may set up, move and cancel meetings."""
    return person.role in _SCHEDULING


def check_scheduling(work: AgendaWork, asked: Interaction) -> Person:
    """Let managers and administrators pass, and nobody else."""
    person = work.people.get(asked.actor)
    if not may_schedule(person):
        raise Refused(say("agenda-only-managers"))
    return person


def check_action(person: Person, action: Action) -> None:
    """Let the owner of an action, a manager or an administrator say what became of it."""
    if person.id != action.owner and not may_schedule(person):
        raise Refused(say("agenda-only-the-owner"))


def why_closed(meeting: Meeting) -> Phrase | None:
    """Say why nothing can be written down about a meeting any more; nothing while it can."""
    if meeting.state is MeetingState.CANCELLED:
        return say("agenda-meeting-cancelled")
    return None if meeting.minuted_at is None else say("agenda-already-minuted")


def refuse_closed(meeting: Meeting) -> None:
    """Refuse to change what was cancelled, or what the minutes were posted of."""
    closed = why_closed(meeting)
    if closed is not None:
        raise Stale(closed)
