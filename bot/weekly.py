"""The weekly digest of any week, read at one moment, for whoever runs Leadloop."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.digests.asking import wanted_week
from handlers.digests.keeping import Keeping
from handlers.digests.shown import Look, OpenWork, Shown, gathered
from handlers.people import Side
from handlers.work import Now
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """Reads digests with the figures of their week."""

    open_work: OpenWork
    look: Look
    now: Now
    company: WorkingHours

    def shown(self, words: str, side: Side) -> Shown:
        """Give what a side's digest is drawn from; the figures of a week that is over are kept.

        Raise `Refused` where the words name no week, or one that has not begun.
        """
        at = self.now()
        week = wanted_week(words, self.company.day_of(at))
        keeping = Keeping(open_work=self.open_work, look=self.look, company=self.company)
        keeping.keep(week, at)
        with self.look() as work:
            return gathered(work, week, side, at=at, company=self.company)
