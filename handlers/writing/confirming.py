"""How what a person confirmed comes into the queue: checked against switches, mapping and picklist first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from handlers.connector import RemoteField
from handlers.errors import NotFound, Refused, Stale
from handlers.keeping import WordKind
from handlers.lead import Lead, LeadId
from handlers.people import PersonId
from handlers.phrase import say
from handlers.work import NewId, Now
from handlers.writing.model import (
    Allowed,
    Bundle,
    Change,
    WriteBack,
    WriteId,
    WriteState,
    overtakes,
)
from handlers.writing.work import Dictionary, WritingWork

SHORTEST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirming:
    """Takes what people confirm; features call it in their own transaction."""

    allowed: Allowed
    now: Now
    new_id: NewId

    def may_write(self, dictionary: Dictionary, lead: Lead, field: str) -> bool:
        """Tell whether a field of a lead may be written at all, so that nobody is asked in vain."""
        return field in targets(dictionary, lead.system, self.allowed)

    def confirm(
        self, work: WritingWork, lead: LeadId, by: PersonId, changes: Sequence[Change]
    ) -> Bundle | None:
        """Queue what a person confirmed of one lead in one go; None where nothing changes.

        What the same person confirmed before for the same fields is overtaken, unless it may have
        arrived already. Raises `Refused` with the reason where something may not be written.
        """
        found = work.leads.by_ids([lead]).get(lead)
        if found is None:
            raise NotFound(say("writing-no-lead"))
        self._check(work.mappings, found, changes)
        waiting = [one for one in work.writes.waiting(lead) if one.by == by]
        wanted = [_beyond(change, waiting) for change in changes]
        left = overtake(work, (lead, by), changes)
        wanted = [one for one in wanted if one.was != one.becomes or one.field in left]
        return queue(work, (lead, by), wanted, now=self.now, new_id=self.new_id) if wanted else None

    def _check(self, dictionary: Dictionary, lead: Lead, changes: Sequence[Change]) -> None:
        if not self.allowed.is_on:
            raise Refused(say("writing-off"))
        described = targets(dictionary, lead.system, self.allowed)
        for one in changes:
            if one.field not in described:
                raise Refused(say("writing-field-off"))
            options = dict(described[one.field].options)
            if options and one.becomes and one.becomes not in options:
                raise Refused(say("writing-no-such-value", value=one.becomes))


def targets(dictionary: Dictionary, system: str, allowed: Allowed) -> Mapping[str, RemoteField]:
    """Give our fields that may be written to a CRM, each with the CRM's own.

    The settings, the company's mapping and the CRM itself must all allow it.
    """
    described = {one.name: one for one in dictionary.fields(system) if one.is_writable}
    return {
        word.means: described[word.word]
        for word in dictionary.words(system)
        if word.kind is WordKind.FIELD and word.writes and word.word in described
        if word.means and allowed.allows(word.means)
    }


def queue(
    work: WritingWork,
    whose: tuple[LeadId, PersonId],
    changes: Iterable[Change],
    *,
    now: Now,
    new_id: NewId,
    undoes: Mapping[str, WriteId] = MappingProxyType({}),
) -> Bundle:
    """Keep what is to be written together; `undoes` names by field what it takes back."""
    lead, by = whose
    at = _next_moment(work, lead, now())
    writes = tuple(
        WriteBack(
            id=WriteId(new_id()),
            lead=lead,
            field=one.field,
            was=one.was,
            becomes=one.becomes,
            by=by,
            at=at,
            undoes=undoes.get(one.field),
        )
        for one in changes
    )
    work.writes.add(writes)
    return Bundle(writes)


def _next_moment(work: WritingWork, lead: LeadId, now: datetime) -> datetime:
    """Keep the order of what was confirmed of a lead, whatever the clocks of two replicas say."""
    latest = work.writes.latest(lead)
    return now if latest is None else max(now, latest + SHORTEST)


def overtake(
    work: WritingWork, whose: tuple[LeadId, PersonId], changes: Sequence[Change]
) -> Sequence[str]:
    """End what waits of the same person for the same fields; give the fields that may have left."""
    lead, by = whose
    older = [one for one in work.writes.waiting(lead) if one.by == by and overtakes(changes, one)]
    return [one.field for one in older if not _has_overtaken(work, one)]


def _has_overtaken(work: WritingWork, older: WriteBack) -> bool:
    """End a write-back that waits, unless it may have arrived in the CRM already."""
    if older.sent:
        return False
    try:
        work.writes.move(older.ended(WriteState.OVERTAKEN))
    except Stale:
        return False
    return True


def _beyond(change: Change, waiting: Sequence[WriteBack]) -> Change:
    """Compare with what the CRM has, where the person saw their own value that still waits."""
    for older in reversed(waiting):
        if older.field == change.field and older.becomes == change.was:
            change = replace(change, was=older.was)
    return change
