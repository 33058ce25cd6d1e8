"""Writes what a person confirmed: reads again, compares, changes what is still as they saw it.

HubSpot has no condition on a write, so between our reading and our writing somebody may still
change the same property; the time between the two is one call.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.crm.http import Told
from bot.crm.hubspot.client import WITH_HISTORY, Api
from bot.crm.hubspot.history import entries
from bot.crm.hubspot.model import Model
from bot.crm.hubspot.notes import Note, Notes
from bot.crm.hubspot.refusals import words, words_of
from bot.crm.told import moment, part, rows, text, texts
from bot.crm.writes import Fates, Values, compared, conflict, to_note, worth_repeating
from handlers.connector import CrmError, Fate, Rejected, Trouble, Write, Written


@dataclass(frozen=True, slots=True)
class Writing:
    """The writes to one account."""

    api: Api
    model: Model
    notes: Notes

    def write(self, writes: Sequence[Write]) -> Fates:
        """Write at most one `Write` for each lead."""
        fates: Fates = {}
        for start in range(0, len(writes), WITH_HISTORY):
            batch = writes[start : start + WITH_HISTORY]
            fates |= self._batch({one.lead: one for one in batch})
        return fates

    def _batch(self, writes: Mapping[str, Write]) -> Fates:
        try:
            records = self._records(writes.values())
            fates: Fates = {}
            due: dict[str, Values] = {}
            for lead, write in writes.items():
                judged = _judged(write, records.get(lead))
                if isinstance(judged, Mapping):
                    due[lead] = judged
                else:
                    fates[lead] = judged
            fates |= self._updated(due)
        except CrmError as error:
            return dict.fromkeys(writes, error)
        return fates | self._noted(writes, fates)

    def _records(self, writes: Iterable[Write]) -> Mapping[str, Told]:
        leads = [one.lead for one in writes]
        touched = sorted({name for one in writes for name in one.becomes})
        found = self.api.read(self.model.object_type, leads, touched, history=touched)
        return {text(one, "id"): one for one in found}

    def _updated(self, due: Mapping[str, Values]) -> Fates:
        if not due:
            return {}
        answer = self.api.update(self.model.object_type, due)
        if not answer.is_success:  # of all of them, for what may be wrong with one
            return {lead: self._patched(lead, values) for lead, values in due.items()}
        told = answer.told()
        fates: Fates = {lead: CrmError(Trouble.ODD, said="no word of it") for lead in due}
        for error in rows(told, "errors"):
            refused = texts(part(error, "context"), "ids")
            fates |= {lead: Rejected(words(error)) for lead in refused if lead in due}
        done = [text(one, "id") for one in rows(told, "results")]
        return fates | {lead: Written() for lead in done if lead in due}

    def _patched(self, lead: str, values: Values) -> Fate | CrmError:
        try:
            answer = self.api.patch(self.model.object_type, lead, values)
            if answer.is_success:
                return Written()
            return Rejected(words_of(answer))
        except CrmError as error:
            return error

    def _noted(self, writes: Mapping[str, Write], fates: Fates) -> Fates:
        """Put notes on the leads that were written; give the fates that this changes."""
        due = to_note(writes.values(), fates)
        if not due:
            return {}
        try:
            self.notes.add({lead: Note(one.note, one.key) for lead, one in due.items()})
        except CrmError as error:
            return worth_repeating("hubspot", dict.fromkeys(due, error))
        return {}


def _judged(write: Write, record: Told | None) -> Fate | Values:
    """Compare, by the history too: HubSpot tells who set a property back meanwhile."""
    if record is None:
        return compared(write, None)
    given = part(record, "properties")
    now = {name: text(given, name) for name in write.becomes}
    judged = compared(write, now)
    if isinstance(judged, Mapping) and any(_moved(write, record, name) for name in judged):
        return conflict(write, now)
    return judged


def _moved(write: Write, record: Told, name: str) -> bool:
    """Tell whether a property had another value since the person saw it, and was set back."""
    if not write.version:
        return False
    seen, was = moment(write.version), write.was.get(name, "")
    return any(one.at > seen and one.value != was for one in entries(record, name))
