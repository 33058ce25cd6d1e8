"""Puts the weekly digest together."""

from __future__ import annotations

from dataclasses import dataclass

from bot.teamwork import Together
from handlers.digests.deciding import Deciding
from handlers.digests.filing import Filing
from handlers.digests.previewing import Previewing
from handlers.digests.rounds import DigestRounds
from handlers.digests.showing import Showing
from handlers.digests.shown import Look, OpenWork
from handlers.router import merged
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """What the weekly digest stands on."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    company: WorkingHours
    """By whose clock weeks begin and end."""

    def put_together(self) -> Together:
        """Give the routes, the views, the jobs and the part of a manager's page."""
        open_work, look, now, new_id = self.open_work, self.look, self.now, self.new_id
        company = self.company
        showing = Showing(open_work=open_work, look=look, now=now, new_id=new_id, company=company)
        previewing = Previewing(
            open_work=open_work, look=look, now=now, new_id=new_id, company=company
        )
        deciding = Deciding(open_work=open_work, look=look, now=now, company=company)
        filing = Filing(open_work=open_work, look=look, now=now, company=company)
        rounds = DigestRounds(open_work=open_work, look=look, new_id=new_id, company=company)
        return Together(
            routes=merged(one.routes() for one in (showing, previewing, deciding, filing)),
            views={"digests.card": showing.draw, "digests.preview": previewing.draw},
            jobs={
                "follow-decisions": rounds.follow,
                "keep-weeks": rounds.keep_weeks,
                "preview-digest": rounds.preview,
                "send-digests": rounds.send_digests,
            },
            sections=(previewing.section,),
        )
