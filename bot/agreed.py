"""What both teams agreed on, read at one moment: the definition, and the joint meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from handlers.agenda.cards import agenda_card
from handlers.agenda.export import calendar_of
from handlers.agenda.model import Meeting
from handlers.agenda.notices import no_meeting_card
from handlers.agenda.shown import gathered
from handlers.agenda.work import AgendaWork
from handlers.definition.cards import definition_card, no_definition_card
from handlers.definition.judging import fields_gone
from handlers.errors import Refused
from handlers.flags.reasons import known_reasons, reason_text
from handlers.flags.work import FlagWork
from handlers.message import Calendar, Card
from handlers.phrase import say
from handlers.working_time import WorkingHours


class AgreedWork(FlagWork, AgendaWork, Protocol):
    """A transaction that sees what was agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Reads what was agreed, for whoever runs Leadloop."""

    look: Callable[[], AgreedWork]
    at: datetime
    company: WorkingHours

    def definition(self) -> Card:
        """Give the version in force, or how a first one comes about."""
        with self.look() as work:
            version = work.definitions.in_force(self.at)
            if version is None:
                return no_definition_card()
            signers = work.people.by_ids(one.by for one in version.signatures)
            labels = {str(one.key): reason_text(one) for one in known_reasons(work)}

            gone = fields_gone(work, version)
            return definition_card(version, signers, labels, gone)

    def agenda(self) -> Card:
        """Give the agenda of the next meeting, or of the last one."""
        with self.look() as work:
            meeting = _meeting(work)
            if meeting is None:
                return no_meeting_card(may_set_up=False)
            return agenda_card(gathered(work, meeting, at=self.at, company=self.company))

    def calendar(self) -> Calendar:
        """Give the series of meetings, or raise `Refused` where there is none."""
        with self.look() as work:
            meeting = _meeting(work)
            if meeting is None:
                raise Refused(say("agenda-none"))
            return calendar_of(work, meeting, at=self.at, company=self.company)


def _meeting(work: AgendaWork) -> Meeting | None:
    return work.agenda.upcoming() or work.agenda.last_held()
