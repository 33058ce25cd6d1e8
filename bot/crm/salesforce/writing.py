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

from bot.crm.salesforce.client import NAMED, Api, Value
from bot.crm.salesforce.fields import Fields
from bot.crm.salesforce.model import KEPT, is_id
from bot.crm.salesforce.notes import Note, Notes
from bot.crm.salesforce.records import remote
from bot.crm.salesforce.refusals import errors_of, words
from bot.crm.told import moment
from bot.crm.writes import GONE, Fates, Values, compared, each_in_turn, to_note, worth_repeating
from handlers.connector import (
    CrmError,
    Fate,
    Rejected,
    Remote,
    RemoteField,
    Trouble,
    Write,
    Written,
)

NO_CHOICE = "This value cannot be chosen for the field: {label}."
NO_NUMBER = "This is no number, for the field: {label}."


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
        judged = {lead: compared(one, _values(now.get(lead))) for lead, one in writes.items()}
        due = {lead: one for lead, one in judged.items() if isinstance(one, Mapping)}
        fields = {one.name: one for one in self.fields.described()} if due else {}
        fates: Fates = {lead: one for lead, one in judged.items() if not isinstance(one, Mapping)}
        fates |= each_in_turn(
            [writes[lead] for lead in due], lambda one: self._written(one, now[one.lead], fields)
        )
        return fates | self._noted(writes, fates)

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
            judged = compared(write, now.values)
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
        return Written() if answer.is_success else Rejected(words(errors_of(answer)))

    def _noted(self, writes: Mapping[str, Write], fates: Fates) -> Fates:
        """Put notes on the leads that were written; give the fates that this changes."""
        due = to_note(writes.values(), fates)
        if not due:
            return {}
        try:
            failed = self.notes.add({lead: Note(one.note, one.key) for lead, one in due.items()})
        except CrmError as error:
            failed = dict.fromkeys(due, error)
        return worth_repeating("salesforce", failed)


def _values(lead: Remote | None) -> Values | None:
    return None if lead is None else lead.values


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
