"""The look of each working morning for stale fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.nudges.rules import all_rules, fingerprint, searches, stale_before
from handlers.nudges.work import Look, OpenWork
from handlers.working_time import WorkingHours

MOST_QUEUED = 20
"""Rows that wait for one person; a first day with many stale leads queues no more of them."""

FORGET_AFTER_DAYS = 3
"""Working days after which what found no place in an envelope must be among the best anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanning:
    """Looks once on each working day, and again once the rules are others."""

    open_work: OpenWork
    look: Look
    hours: WorkingHours
    """The company's, by which working days are counted."""

    def scan(self, at: datetime) -> None:
        """Queue what is stale; may be rung for as often as one likes, by any number of replicas.

        The day begins at midnight by the company's clock, so that everybody's rows are there before
        half past nine by their own.
        """
        today = self.hours.day_of(at)
        if not self.hours.works_on(today):
            return
        with self.look() as work:
            if work.nudges.is_taken(today, fingerprint(all_rules(work.nudges.rules()))):
                return
        with self.open_work() as work:
            rules = all_rules(work.nudges.rules())
            if work.nudges.take_morning(today, fingerprint(rules), at):
                work.nudges.forget(stale_before(self.hours, FORGET_AFTER_DAYS, at))
                wanted = searches(rules, work.nudges.fields(), self.hours, at)
                work.nudges.scan(wanted, at, today, MOST_QUEUED)
                work.commit()
