"""Puts the nudges about stale fields together: rules, rows, limits, and what the clock does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.schedule import Aside
from bot.teamwork import OpenTeamWork, TeamWork, Together
from handlers.envelope import DrawEnvelope
from handlers.nudges.administering import Ruling
from handlers.nudges.disowned import Disowned
from handlers.nudges.fixing import Fixing
from handlers.nudges.limits import Limits
from handlers.nudges.rehearsing import Rehearsing
from handlers.nudges.rounds import NudgeRounds
from handlers.nudges.scanning import Scanning
from handlers.router import merged
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours
from handlers.writing.confirming import Confirming

W = TypeVar("W", bound=TeamWork)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudging(Generic[W]):
    """What the nudges stand on."""

    open_work: OpenTeamWork
    look: Callable[[], W]
    now: Now
    new_id: NewId
    company: WorkingHours
    """By whose calendar working days are counted."""
    confirming: Confirming
    draw: DrawEnvelope[W]
    asks: bool
    """Whether reps are asked at all; rows that stand already can be answered in any case."""

    def put_together(self) -> Together:
        """Give the routes, the jobs and the parts of people's pages."""
        open_work, look, now = self.open_work, self.look, self.now
        fixing = Fixing(
            open_work=open_work, look=look, now=now, confirming=self.confirming, draw=self.draw
        )
        limits = Limits(open_work=open_work, look=look, now=now)
        ruling = Ruling(open_work=open_work, look=look, now=now, new_id=self.new_id)
        disowned = Disowned(look=look)
        rounds = NudgeRounds(open_work=open_work, look=look, hours=self.company)
        rehearsing = Rehearsing(
            open_work=open_work, look=look, now=now, new_id=self.new_id, company=self.company
        )
        scanning = Scanning(open_work=open_work, look=look, hours=self.company)
        return Together(
            routes=merged(one.routes() for one in (fixing, disowned, limits, ruling, rehearsing)),
            views={"rehearsal.card": rehearsing.draw},
            jobs={
                **({"scan-for-stale-fields": scanning.scan} if self.asks else {}),
                "settle-nudges": rounds.settle,
                "judge-rules": rounds.judge,
                "rehearse": Aside(rehearsing.do_next),
            },
            sections=(limits.section,) if self.asks else (),
            company_sections=(disowned.section, ruling.section, rehearsing.section),
            knowledge=(limits.known,),
        )
