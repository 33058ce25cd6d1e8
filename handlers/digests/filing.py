"""Gives managers the week as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers.digests.asking import wanted_week
from handlers.digests.model import Figures, Week
from handlers.digests.rights import check_managing
from handlers.digests.shown import Look, OpenWork
from handlers.digests.weekfile import week_sheet, week_workbook
from handlers.interaction import Interaction, Reply, Routes, whisper
from handlers.message import Paper
from handlers.people import Place
from handlers.phrase import say
from handlers.work import Now
from handlers.working_time import WorkingHours

Written = Callable[[Figures, WorkingHours], Paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """The week as CSV and as XLSX, with the same figures as its digest."""

    open_work: OpenWork
    look: Look
    now: Now
    company: WorkingHours

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"digests.csv": self.send_csv, "digests.xlsx": self.send_xlsx}

    def send_csv(self, asked: Interaction) -> Reply:
        """Send the week as one table."""
        return self._send(asked, week_sheet)

    def send_xlsx(self, asked: Interaction) -> Reply:
        """Send the week as a workbook."""
        return self._send(asked, week_workbook)

    def _send(self, asked: Interaction, written: Written) -> Reply:
        with self.look() as work:
            check_managing(work, asked)
        figures = self.figures(asked.values.get("week", ""))
        with self.open_work(asked.id) as work:
            check_managing(work, asked)
            work.outbox.post(Place.direct(asked.actor), written(figures, self.company))
            work.commit()
        return whisper(say("weekfile-sent"))

    def figures(self, words: str) -> Figures:
        """Give the figures of a week by what somebody calls it; keep those of one that is over."""
        week = wanted_week(words, self.company.day_of(self.now()))
        figures, is_kept = self._looked_up(week)
        if is_kept or figures.so_far:
            return figures
        with self.open_work() as work:
            work.digests.keep(figures)
            work.commit()
        return self._looked_up(week)[0]

    def _looked_up(self, week: Week) -> tuple[Figures, bool]:
        """Give a week's figures, and whether they need not be kept, or are already."""
        with self.look() as work:
            figures = work.digests.figures(week, at=self.now(), company=self.company)
            unkept = work.digests.unkept(week, company=self.company)
        return figures, week not in unkept
