"""Once a week: drafts an amendment where the definition and what flags say have drifted apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.definition.drifting import (
    Drift,
    Uncovered,
    find_silent,
    find_uncovered,
    settled_already,
)
from handlers.definition.limits import MOST_CRITERIA
from handlers.definition.model import Criterion, CriterionId, State, Version
from handlers.definition.rights import current, tell_heads
from handlers.definition.work import DefinitionWork, Look, OpenWork, Reasons, definition_view
from handlers.people import Place, Side
from handlers.work import NewId
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftRadar:
    """A job that the ticker rings for; it may run as often as it likes."""

    open_work: OpenWork
    look: Look
    new_id: NewId
    reasons: Reasons
    hours: WorkingHours
    """The company's: nothing is posted outside them."""

    def drift(self, at: datetime) -> None:
        """Draft at most one amendment a week, and show it to both sides."""
        if not self.hours.works_at(at):
            return
        today = self.hours.day_of(at)
        week = today - timedelta(days=today.weekday())
        with self.look() as work:
            if work.definitions.looked_for_drift(week):
                return
        with self.open_work() as work:
            if work.definitions.note_drift(week, at):
                self._draft(work, at)
                work.commit()

    def _draft(self, work: DefinitionWork, at: datetime) -> None:
        work.definitions.hold()
        before = current(work)
        found = None if before is None else self._strongest(work, before, at)
        if before is None or found is None:
            return
        draft = Version(
            number=work.definitions.next_number(),
            criteria=self._amended(before, found),
            state=State.PROPOSED,
            proposed_by=None,
            proposed_at=at,
            based_on=before.number,
        )
        work.definitions.add(draft)
        for side in Side:
            work.outbox.show(Place.channel(side), definition_view(draft.number))
        tell_heads(work)

    def _strongest(self, work: DefinitionWork, before: Version, at: datetime) -> Drift | None:
        """Give what is named most; a criterion that nobody names only where nothing else is."""
        named = settled_already(work.definitions.all(), before, at)
        reasons = self.reasons(work).offered
        if len(before.criteria) < MOST_CRITERIA:
            for missing in find_uncovered(work, before, reasons, at):
                if missing.reason not in named:
                    return missing
        silent = (one for one in find_silent(work, before, at) if one.criterion.id not in named)
        return next(silent, None)

    def _amended(self, before: Version, found: Drift) -> tuple[Criterion, ...]:
        if isinstance(found, Uncovered):
            added = Criterion(id=CriterionId(self.new_id()), words="", covers=(found.reason,))
            return (*before.criteria, added)
        return tuple(one for one in before.criteria if one.id != found.criterion.id)
