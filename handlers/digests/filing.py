"""Gives managers the week as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers.digests.asking import wanted_week
from handlers.digests.keeping import Keeping
from handlers.digests.model import Figures
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
        figures = self._figures(asked.values.get("week", ""))
        with self.open_work(asked.id) as work:
            check_managing(work, asked)
            work.outbox.post(Place.direct(asked.actor), written(figures, self.company))
            work.commit()
        return whisper(say("weekfile-sent"))

    def _figures(self, words: str) -> Figures:
        at = self.now()
        week = wanted_week(words, self.company.day_of(at))
        keeping = Keeping(open_work=self.open_work, look=self.look, company=self.company)
        keeping.keep(week, at)
        with self.look() as work:
            return work.digests.figures(week, at=at, company=self.company)
