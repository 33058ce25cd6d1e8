"""The figures of weeks: counted once, kept for good, and shown beside those of the weeks before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.definition.work import Definitions
from handlers.digests.comparing import WEEKS_BEFORE, compared
from handlers.digests.counting import (
    AGREED_HOURS,
    Bounds,
    completeness_of,
    figures_of,
    first_touch_of,
)
from handlers.digests.days_off import holidays_of
from handlers.digests.model import Completeness, Figures, Standout, Week, Which
from handlers.digests.standing_out import Fare, standouts_of
from handlers.flags.work import Findings
from handlers.lead import CampaignId, LeadId
from handlers.working_time import WorkingHours
from storage.digest_decisions import SqlEditions, week_of
from storage.digest_kept import read, written
from storage.digest_tally import Scope, Tallying
from storage.digest_telling import Telling
from storage.schema import digests, lead_changes, leads

_LEADS_TO = select(func.coalesce(func.max(leads.c.id), 0))
_CHANGES_TO = select(func.coalesce(func.max(lead_changes.c.id), 0))
_FIRST_LEAD = select(func.min(leads.c.created_at))
_FIRST_STEP = select(func.min(lead_changes.c.at))
_KEEP = insert(digests).on_conflict_do_nothing().returning(digests.c.week)

COMPLETE_WEEKS = 12
"""Of so many weeks the leads should be complete."""


class SqlDigests(SqlEditions):
    """The weekly digest, inside one transaction."""

    def __init__(
        self,
        connection: Connection,
        definitions: Definitions,
        findings: Findings,
        *,
        agreed_hours: int = AGREED_HOURS,
    ) -> None:
        """Work inside this transaction; `agreed_hours` are those from hand-over to the first touch."""
        super().__init__(connection)
        self._agreed_hours = agreed_hours
        self._tallying = Tallying(connection, definitions)
        self._telling = Telling(connection, definitions, findings)

    def figures(self, week: Week, *, at: datetime, company: WorkingHours) -> Figures:
        """Give the figures of a week that has begun: those that were kept, else counted now."""
        kept = self._kept(week.before(WEEKS_BEFORE), week)
        own = kept.get(week)
        if own is None:
            own = read(written(self._counted(week, kept, at=at, company=company)))
        return compared(own, kept)

    def _kept(self, first: Week, last: Week) -> Mapping[Week, Figures]:
        wanted = select(digests.c.figures).where(digests.c.week.between(str(first), str(last)))
        found = map(read, self._connection.execute(wanted).scalars())
        return {figures.week: figures for figures in found}

    def unkept(self, until: Week, *, company: WorkingHours) -> Sequence[Week]:
        """List this week and the twelve before of which nothing is kept, oldest first."""
        first = self._first_week(company)
        if first is None:
            return ()
        wanted = [until.before(number) for number in range(WEEKS_BEFORE, -1, -1)]
        among = digests.c.week.between(str(wanted[0]), str(until))
        kept = self._connection.execute(select(digests.c.week).where(among)).scalars()
        known = {week_of(week) for week in kept}
        return [week for week in wanted if week >= first and week not in known]

    def _first_week(self, company: WorkingHours) -> Week | None:
        """Give the first week in which anything happened."""
        found = (self._connection.execute(one).scalar() for one in (_FIRST_LEAD, _FIRST_STEP))
        begun = [at for at in found if at is not None]
        return Week.of(company.day_of(min(begun))) if begun else None

    def keep(self, figures: Figures) -> bool:
        """Keep the figures of a week that is over, and tell whether nobody else had done so."""
        if figures.so_far:
            message = f"{figures.week} is not over"
            raise ValueError(message)
        values = {"week": str(figures.week), "figures": written(figures)}
        return self._connection.execute(_KEEP, values).first() is not None

    def leads_of(
        self, figures: Figures, which: Which, *, company: WorkingHours
    ) -> Sequence[LeadId]:
        """List the leads that a figure counts, newest first; none of a hidden figure."""
        if not _is_told(figures, which):
            return ()
        bounds = Bounds.of(figures.week, at=figures.counted_at, company=company)
        scope = Scope.of(bounds, figures.leads_to, figures.changes_to)
        return self._tallying.leads_of(scope, which)

    # counting

    def _counted(
        self, week: Week, before: Mapping[Week, Figures], *, at: datetime, company: WorkingHours
    ) -> Figures:
        bounds = Bounds.of(week, at=at, company=company)
        leads_to, changes_to = (
            self._connection.execute(one).scalar_one() for one in (_LEADS_TO, _CHANGES_TO)
        )
        scope = Scope.of(bounds, leads_to, changes_to)
        tally, versions = self._tallying.tally(scope), self._tallying.versions(scope)
        figures = replace(
            figures_of(tally, bounds, counted_at=at, leads_to=leads_to, changes_to=changes_to),
            first_touch=first_touch_of(tally.waits, company, self._agreed_hours),
            praise=self._telling.praise(scope),
            effects=self._telling.effects(scope),
            holidays=holidays_of(week, company),
            definition=versions[0].number if versions else None,
        )
        return figures if bounds.late else self._of_its_days(figures, before, scope, company)

    def _of_its_days(
        self, figures: Figures, before: Mapping[Week, Figures], scope: Scope, company: WorkingHours
    ) -> Figures:
        """Add what nothing but the days of the week and those right after it can tell."""
        return replace(
            figures,
            campaigns=() if figures.so_far else self._standouts(figures, before, scope, company),
            completeness=self._completeness(scope),
            owes=self._telling.owes(figures.counted_at, company),
        )

    def _completeness(self, scope: Scope) -> Completeness | None:
        since = scope.until - timedelta(weeks=COMPLETE_WEEKS)
        return completeness_of(self._tallying.filled(replace(scope, since=since)))

    def _standouts(
        self, figures: Figures, before: Mapping[Week, Figures], scope: Scope, company: WorkingHours
    ) -> Sequence[Standout]:
        """Choose the campaigns that stand out; which leads count for each, see `standing_out`."""
        week = figures.week
        begin = week.before(WEEKS_BEFORE - 1)
        fares = self._telling.fares(begin.begins_at(company), scope.until)

        def fare_since(campaign: CampaignId, since: Week) -> Fare:
            return self._telling.fare(campaign, since.begins_at(company), scope.until)

        return standouts_of(week, before.values(), fares, fare_since)


def _is_told(figures: Figures, which: Which) -> bool:
    if which.reason is None:
        return bool(figures.of(which.count).value)
    return any(one.key == which.reason for one in figures.reasons_of(which.count))
