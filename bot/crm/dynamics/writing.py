"""Writes what a person confirmed, on the condition that the lead is still the one that we compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from bot.crm.dynamics.client import Api
from bot.crm.dynamics.fields import STATUS, Table
from bot.crm.dynamics.notes import Notes
from bot.crm.dynamics.refusals import words_of
from bot.crm.writes import GONE, compared, conflict, each_in_turn, worth_repeating
from handlers.connector import (
    CrmError,
    Fate,
    FieldChange,
    Rejected,
    Remote,
    Trouble,
    Write,
    Written,
)

QUALIFYING = "Qualify this lead in Dynamics: it makes the account, contact and opportunity there."
QUALIFIED = "1"
"""The state that only qualifying gives."""

ATTEMPTS = 3
"""Each after somebody else changed the lead, so that our reading was of no use."""

Read = Callable[[Sequence[str], Sequence[str]], Mapping[str, Remote]]
"""Gives leads with these columns."""

Remembered = Callable[[Sequence[str], Collection[str]], Iterable[FieldChange]]
"""Gives what the audit log holds of these columns of leads."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The writes to one environment."""

    api: Api
    notes: Notes
    read: Read
    remembered: Remembered
    table: Callable[[], Table]

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Write at most one `Write` for each lead."""
        touched = sorted({name for one in writes for name in one.becomes})
        try:
            found = self.read([one.lead for one in writes], touched)
        except CrmError as error:
            if error.trouble is Trouble.ODD and len(writes) > 1:
                # a column that one of them touches may be gone: the others do not suffer for it
                return {lead: fate for one in writes for lead, fate in self.write([one]).items()}
            return {one.lead: error for one in writes}
        return each_in_turn(writes, lambda one: self._fate(one, found.get(one.lead)))

    def _fate(self, write: Write, lead: Remote | None) -> Fate | CrmError:
        try:
            fate = self._written(write, lead)
        except CrmError as error:
            return error
        return (self._noted(write) if isinstance(fate, Written) else None) or fate

    def _written(self, write: Write, lead: Remote | None) -> Fate:
        for _ in range(ATTEMPTS):
            if lead is None:
                return Rejected(GONE)
            judged = compared(write, lead.values)
            if not isinstance(judged, Mapping):
                return judged
            if self._was_set_back(write, lead, judged):
                return conflict(write, lead.values)
            told = self._patched(write.lead, judged, lead.version)
            if told is not None:
                return told
            lead = self.read([write.lead], sorted(write.becomes)).get(write.lead)
        raise CrmError(Trouble.BUSY, said="the lead changes all the time")

    def _was_set_back(self, write: Write, lead: Remote, due: Mapping[str, str]) -> bool:
        """Tell whether somebody undid just this change, perhaps after a write whose answer was lost.

        Only the audit log knows, and it is asked only where the lead is not the one that the person saw.
        """
        if write.version in {"", lead.version}:
            return False
        newest: dict[str, FieldChange] = {}
        for one in self.remembered([write.lead], due):
            if one.field not in newest or one.at > newest[one.field].at:
                newest[one.field] = one
        return any(one.old == due[name] for name, one in newest.items())

    def _patched(self, lead: str, values: Mapping[str, str], version: str) -> Fate | None:
        """Give what became of it; None where the lead has changed since it was read."""
        table = self.table()
        if table.states.get(values.get(STATUS, "")) == QUALIFIED:
            return Rejected(QUALIFYING)
        answer = self.api.patch(lead, table.typed(values), version=version)
        if answer.is_success:
            return Written()
        if answer.status == HTTPStatus.PRECONDITION_FAILED:
            return None
        return Rejected(words_of(answer))

    def _noted(self, write: Write) -> Fate | CrmError | None:
        """Put the note on a written lead; give an error for whose sake that is tried again."""
        if not write.note:
            return None
        try:
            self.notes.add(write)
        except CrmError as error:
            return worth_repeating("dynamics", {write.lead: error}).get(write.lead)
        return None
