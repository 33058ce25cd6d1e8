"""Counts each week once when it is over, and keeps what was counted for whoever asks next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.digests.sending import refresh_previews
from handlers.digests.shown import SETTLES, Look, OpenWork
from handlers.digests.week import Week
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Keeps the figures of weeks; one that is not over, or not settled, is left alone."""

    open_work: OpenWork
    look: Look
    company: WorkingHours

    def keep(self, week: Week, at: datetime) -> None:
        """Keep one week."""
        if week in self._unkept(week, at):
            self._count(week, at)

    def keep_until(self, week: Week, at: datetime) -> None:
        """Keep a week and the twelve before."""
        for one in self._unkept(week, at):
            self._count(one, at)

    def _unkept(self, week: Week, at: datetime) -> Sequence[Week]:
        if at < week.ends_at(self.company) + SETTLES:
            return ()
        with self.look() as work:
            return work.digests.unkept(week, company=self.company)

    def _count(self, week: Week, at: datetime) -> None:
        with self.look() as work:
            figures = work.digests.figures(week, at=at, company=self.company)
        with self.open_work() as work:
            if work.digests.keep(figures):
                refresh_previews(work, week)
                work.commit()
