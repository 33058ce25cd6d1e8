"""Lets the demo begin in the middle of things: agreed on, flagged, and partly mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.i18n import Voice
from bot.platforms.demo.agreed import (
    MAYA,
    NEXT,
    SAID,
    Promised,
    Said,
    decided,
    definition,
    meetings,
)
from bot.platforms.demo.sample import sample_flag
from bot.platforms.demo.story import HOURS
from handlers.agenda.model import SeriesId
from handlers.agenda.work import AgendaWork
from handlers.definition.judging import fit_of
from handlers.digests.editions import DecisionId, Edition, EditionState
from handlers.digests.model import Week
from handlers.digests.shown import DIGEST_TIME
from handlers.digests.work import DigestWork
from handlers.flags.clock import started
from handlers.flags.model import Flag, FlagId, Remedy, Step, StepId, Stepped
from handlers.flags.stepping import Taken, take
from handlers.lead import Lead, LeadFilter
from handlers.people import Person, Side
from handlers.work import NewId

LOOKED_AT = 200
"""Newest leads among which one of a person's own is looked for."""


class StoryWork(DigestWork, AgendaWork, Protocol):
    """A transaction in which the story's past is written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What happened in the invented company before the visitor came; nobody is told of it again."""

    at: datetime
    new_id: NewId

    def happen(self, work: StoryWork) -> None:
        """Agree on the definition and the meetings, and let some leads be flagged."""
        work.definitions.add(definition(self.at))
        work.agenda.add_series(meetings(SeriesId(self.new_id()), self.at))
        found = work.leads.by_external_ids(said.lead for said in SAID)
        for said in SAID:
            flag = self._raised(work, said, found[said.lead.casefold()][0])
            if said.promised is None:
                self._step(work, flag, self._taken(Step.ACKNOWLEDGE, said.days_ago - 1))
            else:
                self._kept(work, flag, said.promised)
        work.flags.told(work.flags.untold(), self.at)
        self._read_last_week(work)

    def _read_last_week(self, work: StoryWork) -> None:
        """Let both channels have had the last digest, and what it asked for be done."""
        last = Week.of(HOURS.day_of(self.at)).before()
        sent_at = HOURS.at_local(last.before(-1).first, DIGEST_TIME)
        for side in Side:
            sent = Edition(week=last, side=side, state=EditionState.SENT, sent_at=sent_at)
            work.digests.keep_edition(sent)
        work.digests.add_decisions([decided(DecisionId(self.new_id()), last, sent_at)])

    def _raised(self, work: StoryWork, said: Said, lead: Lead) -> Flag:
        at, fit = self._days_ago(said.days_ago), fit_of(work, lead)
        raised = Flag(
            id=FlagId(self.new_id()),
            lead=lead.id,
            lead_label=lead.label,
            campaign=lead.campaign_id,
            campaign_name=lead.campaign,
            source=lead.source,
            by=said.by,
            kind=said.kind,
            reason=said.reason,
            seen=said.seen,
            would_help=said.would_help,
            missed=() if fit is None else fit.missed,
            raised_at=at,
        )
        flag = started(raised, at, HOURS)
        first = Stepped(id=StepId(self.new_id()), flag=flag.id, step=Step.RAISE, by=said.by, at=at)
        work.flags.add(flag, first)
        return flag

    def _kept(self, work: StoryWork, flag: Flag, promised: Promised) -> None:
        words, remedy = promised.what, promised.remedy
        accepted = self._taken(Step.ACCEPT, promised.accepted, words=words, remedy=remedy)
        done = self._taken(Step.FINISH, promised.done)
        self._step(work, self._step(work, flag, accepted), done)

    def _step(self, work: StoryWork, flag: Flag, taken: Taken) -> Flag:
        return take(work, flag, taken, HOURS)

    def _taken(
        self, step: Step, days_ago: int, *, words: str = "", remedy: Remedy = Remedy.NOTHING
    ) -> Taken:
        return Taken(
            id=StepId(self.new_id()),
            step=step,
            by=MAYA,
            at=self._days_ago(days_ago),
            words=words,
            remedy=remedy,
        )

    def _days_ago(self, days: int) -> datetime:
        return HOURS.next_moment(self.at - timedelta(days=days))


def flag_to_try(look: Callable[[], StoryWork], person: Person) -> str:
    """Propose to flag the lead of the story, or with a visitor's own leads this person's newest."""
    with look() as work:
        newest = work.leads.by_ids(work.leads.matching(LeadFilter(), LOOKED_AT)).values()
        told = (lead for found in work.leads.by_external_ids([NEXT]).values() for lead in found)
        theirs = _of(person, work, (*told, *newest))
    voice = Voice(person.language, person.hours.zone)
    return sample_flag(theirs[0], voice) if theirs else ""


def _of(person: Person, work: StoryWork, leads: Sequence[Lead]) -> Sequence[Lead]:
    owners = work.people.behind({lead.owner for lead in leads if lead.owner is not None})
    theirs = {owner for owner, found in owners.items() if found.id == person.id}
    return [lead for lead in leads if lead.owner in theirs]
