"""Puts together what the two teams do with each other: the definition, flags, and the joint meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from bot.schedule import Job
from handlers.agenda.agreeing import Agreeing as Acting
from handlers.agenda.arranging import Arranging
from handlers.agenda.at_home import AgendaAtHome
from handlers.agenda.rounds import AgendaRounds
from handlers.agenda.scheduling import Scheduling
from handlers.agenda.work import AgendaWork
from handlers.definition.agreeing import Agreeing
from handlers.definition.at_home import DefinitionAtHome
from handlers.definition.drafting import Drafting
from handlers.definition.drift import DriftRadar
from handlers.definition.work import DefinitionWork, Nameable
from handlers.digests.work import DigestWork
from handlers.flags.at_home import FlagsAtHome
from handlers.flags.company_reasons import CompanyReasons
from handlers.flags.deciding import Deciding
from handlers.flags.finding import Gathering
from handlers.flags.model import Kind, Remedy
from handlers.flags.raising import Raising
from handlers.flags.reasons import known_reasons, reason_text
from handlers.flags.rounds import Rounds
from handlers.flags.triage import Triage
from handlers.flags.work import FlagWork
from handlers.home.handler import Knowledge, Section
from handlers.interaction import Routes
from handlers.nudges.rehearsing_work import RehearsalWork
from handlers.router import merged
from handlers.work import NewId, Now, Views
from handlers.working_time import WorkingHours


class TeamWork(DigestWork, AgendaWork, RehearsalWork, Protocol):
    """A transaction that sees all that the two teams do with each other."""


class OpenTeamWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> TeamWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Features as the house takes them."""

    routes: Routes
    views: Views
    jobs: Mapping[str, Job]
    tell: Sequence[Job] = ()
    """Bring what was pressed to everybody whom it concerns, before each look at the outbox."""
    first_sections: Sequence[Section[TeamWork]] = ()
    """What waits for somebody's hand, on their own page."""
    sections: Sequence[Section[TeamWork]] = ()
    company_sections: Sequence[Section[TeamWork]] = ()
    """What administrators decide."""
    knowledge: Sequence[Knowledge[TeamWork]] = ()

    def beside(self, other: Together) -> Together:
        """Put the features of another beside these."""
        return Together(
            routes=merged([self.routes, other.routes]),
            views={**self.views, **other.views},
            jobs={**self.jobs, **other.jobs},
            tell=(*self.tell, *other.tell),
            first_sections=(*self.first_sections, *other.first_sections),
            sections=(*self.sections, *other.sections),
            company_sections=(*self.company_sections, *other.company_sections),
            knowledge=(*self.knowledge, *other.knowledge),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamwork:
    """What the features between the two teams stand on."""

    open_work: OpenTeamWork
    look: Callable[[], TeamWork]
    now: Now
    new_id: NewId
    hours: WorkingHours
    """The company's, in which clocks run and meetings are held."""

    def put_together(self) -> Together:
        """Give the routes, views and jobs of them all."""
        return self._flags().beside(self._meetings()).beside(self._definition())

    def _definition(self) -> Together:
        open_work, look, now, new_id = self.open_work, self.look, self.now, self.new_id
        reasons = _nameable
        agreeing = Agreeing(open_work=open_work, look=look, now=now, reasons=reasons)
        drafting = Drafting(open_work=open_work, look=look, now=now, new_id=new_id, reasons=reasons)
        radar = DriftRadar(
            open_work=open_work, look=look, new_id=new_id, reasons=reasons, hours=self.hours
        )
        return Together(
            routes=merged([agreeing.routes(), drafting.routes()]),
            views={"definition.card": agreeing.draw},
            jobs={"definition-drift": radar.drift},
            sections=(DefinitionAtHome().section,),
        )

    def _flags(self) -> Together:
        open_work, look, now, new_id = self.open_work, self.look, self.now, self.new_id
        hours = self.hours
        raising = Raising(open_work=open_work, look=look, now=now, new_id=new_id, team_hours=hours)
        triage = Triage(open_work=open_work, look=look, now=now, new_id=new_id, team_hours=hours)
        deciding = Deciding(
            open_work=open_work, look=look, now=now, new_id=new_id, team_hours=hours
        )
        rounds = Rounds(open_work=open_work, look=look, team_hours=hours)
        gathering = Gathering(open_work=open_work, look=look, new_id=new_id)
        own = FlagsAtHome(open_work=open_work, look=look, team_hours=hours)
        reasons = CompanyReasons(open_work=open_work, look=look, new_id=new_id)
        return Together(
            routes=merged(one.routes() for one in (raising, triage, deciding, own, reasons)),
            views={"flags.card": triage.draw, "flags.finding": deciding.draw},
            jobs={
                "remind-of-flags": rounds.remind,
                "tell-effects": rounds.effects,
                "recount-findings": gathering.recount,
            },
            tell=(rounds.tell, gathering.tell),
            first_sections=(own.section,),
            company_sections=(reasons.section,),
            knowledge=(own.knowledge,),
        )

    def _meetings(self) -> Together:
        open_work, look, now, new_id = self.open_work, self.look, self.now, self.new_id
        hours = self.hours
        arranging = Arranging(open_work=open_work, look=look, now=now, new_id=new_id, company=hours)
        acting = Acting(
            open_work=open_work,
            look=look,
            now=now,
            new_id=new_id,
            company=hours,
            arranging=arranging,
        )
        scheduling = Scheduling(
            open_work=open_work, look=look, now=now, new_id=new_id, company=hours
        )
        rounds = AgendaRounds(open_work=open_work, look=look, new_id=new_id, company=hours)
        own = AgendaAtHome(now=now, company=hours)
        return Together(
            routes=merged([arranging.routes(), acting.routes(), scheduling.routes()]),
            views={"agenda.card": arranging.draw},
            jobs={
                "keep-agenda": rounds.keep_agenda,
                "post-minutes": rounds.post_minutes,
                "tell-of-actions": rounds.tell_owners,
                "remind-of-actions": rounds.remind,
            },
            sections=(own.section,),
            knowledge=(own.known,),
        )


_JUDGED_BY_DEFINITION = frozenset({Remedy.TARGETING, Remedy.SCORING, Remedy.DATA})


def _nameable(work: DefinitionWork) -> Nameable:
    """Give the reasons of flags, and those of them that a definition can speak of."""
    known = known_reasons(cast("FlagWork", work))  # every transaction of the house knows flags
    offered = {
        str(reason.key)
        for reason in known
        if reason.kind in {Kind.REJECT, Kind.DISQUALIFY}
        and reason.remedy in _JUDGED_BY_DEFINITION
        and not reason.hidden
    }
    return Nameable({str(one.key): reason_text(one) for one in known}, offered)
