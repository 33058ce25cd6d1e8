"""Writes what a person confirmed: reads again, compares, changes what is still as they saw it.

Leads are written one call each, since only so Salesforce takes a condition: that nobody changed
the lead since. What people confirm are tens of leads a day, not thousands, so the calls are cheap.
The condition is to the second; within it, the comparison right before is all there is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from http import HTTPStatus
from math import isfinite

import structlog

from bot.crm.salesforce.client import NAMED, Api, Value
from bot.crm.salesforce.fields import Fields
from bot.crm.salesforce.model import KEPT, is_id
from bot.crm.salesforce.notes import Note, Notes
from bot.crm.salesforce.records import remote
from bot.crm.salesforce.refusals import errors_of, words
from bot.crm.told import each_in_turn, moment
from handlers.connector import (
    Conflict,
    CrmError,
    Fate,
    Rejected,
    Remote,
    RemoteField,
    Trouble,
    Write,
    Written,
)

log = structlog.get_logger()

GONE = "This lead does not exist any more, or was merged into another one."
NO_CHOICE = "This value cannot be chosen for the field: {label}."
NO_NUMBER = "This is no number, for the field: {label}."

Fates = dict[str, Fate | CrmError]
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Writing:
    """The writes to one account."""

    api: Api
    fields: Fields
    notes: Notes

    def write(self, writes: Sequence[Write]) -> Fates:
        """Write at most one `Write` for each lead."""
        fates: Fates = {}
        for start in range(0, len(writes), NAMED):
            batch = {one.lead: one for one in writes[start : start + NAMED]}
            try:
                fates |= self._batch(batch)
            except CrmError as error:
                fates |= dict.fromkeys(batch, error)
        return fates

    def _batch(self, writes: Mapping[str, Write]) -> Fates:
        touched = {name for one in writes.values() for name in one.becomes}
        now = self._read(list(writes), touched)
        judged = {lead: compared(one, now.get(lead)) for lead, one in writes.items()}
        due = {lead: one for lead, one in judged.items() if isinstance(one, Mapping)}
        fields = {one.name: one for one in self.fields.described()} if due else {}
        fates: Fates = {lead: one for lead, one in judged.items() if not isinstance(one, Mapping)}
        fates |= each_in_turn(
            [writes[lead] for lead in due], lambda one: self._written(one, now[one.lead], fields)
        )
        changed = [lead for lead in due if isinstance(fates[lead], Written)]
        fates |= self._noted(writes, fates)
        return fates | self._versions([one for one in changed if isinstance(fates[one], Written)])

    def _read(self, leads: Sequence[str], names: Collection[str]) -> Mapping[str, Remote]:
        real = [one for one in leads if is_id(one)]
        if not real:
            return {}
        found = self.api.read(real, dict.fromkeys([*KEPT, *sorted(names)]))
        return {lead.id: lead for lead in (remote(one, names) for one in found)}

    def _written(
        self, write: Write, seen: Remote, fields: Mapping[str, RemoteField]
    ) -> Fate | CrmError:
        """Change a lead; where somebody else changed it since we read it, look once more."""
        try:
            told = self._patched(write, seen, fields)
            if told is not None:
                return told
            now = self._read([write.lead], write.becomes).get(write.lead)
            if now is None:
                return Rejected(GONE)
            judged = compared(write, now)
            if not isinstance(judged, Mapping):
                return judged
            return self._patched(write, now, fields) or CrmError(Trouble.BUSY, said="HTTP 412")
        except CrmError as error:
            return error

    def _patched(
        self, write: Write, seen: Remote, fields: Mapping[str, RemoteField]
    ) -> Fate | None:
        """Change a lead; None where somebody else has changed it since we read it."""
        due = {name: value for name, value in write.becomes.items() if seen.values[name] != value}
        if refused := unfit(due, fields):
            return Rejected(refused)
        values = {name: _typed(value, fields.get(name)) for name, value in due.items()}
        since = format_datetime(moment(seen.version), usegmt=True)
        answer = self.api.patch(write.lead, values, since)
        if answer.status == HTTPStatus.PRECONDITION_FAILED:
            return None
        return Written("") if answer.is_success else Rejected(words(errors_of(answer)))

    def _noted(self, writes: Mapping[str, Write], fates: Fates) -> Fates:
        """Put notes on the leads that were written; give the fates that this changes."""
        due = {
            lead: Note(write.note, write.key)
            for lead, write in writes.items()
            if write.note and isinstance(fates[lead], Written)
        }
        if not due:
            return {}
        try:
            failed = self.notes.add(due)
        except CrmError as error:
            failed = dict.fromkeys(due, error)
        passing = {lead: error for lead, error in failed.items() if error.is_passing}
        if len(passing) < len(failed):
            # the field is written, and no repeat would bring the note
            refused = len(failed) - len(passing)
            log.warning("crm-note-refused", system="salesforce", notes=refused)
        return dict(passing)

    def _versions(self, leads: Sequence[str]) -> Fates:
        """Tell which version the written leads have now: the answer to a change says nothing of it."""
        try:
            now = self._read(leads, ())
        except CrmError:
            return {}  # they are written all the same
        return {lead: Written(one.version) for lead, one in now.items()}


def compared(write: Write, now: Remote | None) -> Fate | Values:
    """Give what is to be written, or the fate of a write that is none any more."""
    if now is None:
        return Rejected(GONE)
    due = {name: value for name, value in write.becomes.items() if now.values[name] != value}
    if not due:
        return Written(now.version)
    if any(now.values[name] != write.was.get(name, "") for name in due):
        return Conflict(dict(now.values), now.version)
    return due


def unfit(values: Values, fields: Mapping[str, RemoteField]) -> str:
    """Say why a value must not be written, though Salesforce may take it; empty where it may.

    Its picklists let through what they do not list, and a status that stands for a conversion.
    """
    for name, value in values.items():
        one = fields.get(name)
        if one is None or not value:
            continue
        if one.kind == "choice" and value not in {option for option, _ in one.options}:
            return NO_CHOICE.format(label=one.label)
        if one.kind == "number" and _number(value) is None:
            return NO_NUMBER.format(label=one.label)
    return ""


def _typed(value: str, field: RemoteField | None) -> Value:
    kind = field.kind if field else "text"
    if kind == "yes-no":
        return value == "true"
    if not value:
        return None
    return _number(value) if kind == "number" else value


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    if not isfinite(number):
        return None
    return int(number) if number.is_integer() else number
