"""Counts a week: everything of it that figures are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from handlers.definition.judging import fields_known_to
from handlers.definition.model import Version
from handlers.definition.work import Definitions
from handlers.digests.counting import NO_REASON, Asked, Bounds, Filled, Flagged, Tally, Wait
from handlers.digests.model import Count, Which
from handlers.digests.qualifying import Qualifying
from handlers.lead import LeadId, Reason
from storage import digest_events as events
from storage import digest_talk as talk
from storage.lead_fields import SqlLeadFields
from storage.moment import EPOCH, MICROSECOND, microseconds

_REASONS = frozenset(reason.value for reason in Reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What belongs to a week: its moments, and the newest lead and change that count."""

    since: datetime
    until: datetime
    leads_to: int
    changes_to: int

    @staticmethod
    def of(bounds: Bounds, leads_to: int, changes_to: int) -> Scope:
        """Say what is counted between the bounds of a week."""
        return Scope(
            since=bounds.since, until=bounds.until, leads_to=leads_to, changes_to=changes_to
        )

    @property
    def given(self) -> Mapping[str, int]:
        """Spell it for the statements."""
        return {
            "since": microseconds(self.since),
            "until": microseconds(self.until),
            "leads_to": self.leads_to,
            "changes_to": self.changes_to,
        }


class Tallying:
    """Counts inside one transaction."""

    def __init__(self, connection: Connection, definitions: Definitions) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._definitions = definitions
        self._fields = SqlLeadFields(connection)

    def tally(self, scope: Scope) -> Tally:
        """Count what happened with leads within a week, with flags, and with questions."""
        told = self._connection.execute(events.COUNTS, scope.given).all()
        counted = [row for row in told if row[0] != events.WAIT]
        totals = {name: leads for name, reason, leads, *_ in counted if reason is None}
        touched_upon = totals.pop(events.TOUCHED_UPON)
        counts = {Count(name): leads for name, leads in totals.items()}
        if self.versions(scope):
            counts[Count.QUALIFIED] = sum(1 for _ in self.qualified(scope))
        return Tally(
            counts=counts,
            touched_upon=touched_upon,
            disqualified_by=_by_reason(counted, Count.DISQUALIFIED),
            recycled_by=_by_reason(counted, Count.RECYCLED),
            waits=[_wait(*wait) for name, _, *wait in told if name == events.WAIT],
            flagged=Flagged(**self._one(talk.FLAGGED, scope)),
            asked=Asked(**self._one(talk.ASKED, scope)),
        )

    def _one(self, statement: talk.Statement, scope: Scope) -> Mapping[str, int]:
        return dict(self._connection.execute(statement, scope.given).mappings().one())

    def filled(self, scope: Scope) -> Filled:
        """Count the open leads that came within a time, and those whose fields are filled."""
        return Filled(**self._one(talk.FILLED, scope))

    def leads_of(self, scope: Scope, which: Which) -> Sequence[LeadId]:
        """List the leads that are counted, newest first."""
        if which.count is Count.QUALIFIED:
            return sorted(self.qualified(scope), reverse=True)
        wanted = events.listed(which.count, has_reason=which.reason is not None)
        rows = self._connection.execute(wanted, scope.given)
        if which.reason is None:
            return [LeadId(id) for (id,) in rows]
        return [LeadId(id) for id, reason in rows if _known(reason) == which.reason]

    def versions(self, scope: Scope) -> Sequence[Version]:
        """List the versions of the definition by which leads of the week are judged, newest first."""
        return [
            version
            for version in self._definitions.ever_in_force()
            if version.in_force_from is not None
            and version.in_force_from < scope.until
            and (version.in_force_until is None or version.in_force_until > scope.since)
        ]

    def qualified(self, scope: Scope) -> Iterator[LeadId]:
        """Give the leads that came within a week and meet the definition of their day."""
        versions = self.versions(scope)
        if not versions:
            return
        judging = Qualifying(versions=versions, known=fields_known_to(self._definitions, versions))
        came = self._fields.came(
            judging.fields, since=scope.since, until=scope.until, leads_to=scope.leads_to
        )
        for lead, created, fields in came:
            if judging.meets(fields, created):
                yield lead


def _by_reason(counted: Iterable[Sequence[Any]], count: Count) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    for name, reason, leads in (row[:3] for row in counted):
        if name == count.value and reason is not None:
            found[_known(reason)] += leads
    return dict(found)


def _known(reason: str) -> str:
    """Give a reason as the figures have it; a word of the CRM that maps to none of ours is none."""
    return reason if reason in _REASONS else NO_REASON


def _wait(owner: int | None, since: int, until: int) -> Wait:
    return Wait(since=EPOCH + since * MICROSECOND, until=EPOCH + until * MICROSECOND, owner=owner)
