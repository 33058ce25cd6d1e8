"""Writes what a person confirmed, on the condition that the lead is still the one that we compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

import structlog

from bot.crm.dynamics.client import Api
from bot.crm.dynamics.columns import ETAG
from bot.crm.dynamics.fields import STATUS, Table
from bot.crm.dynamics.notes import Notes
from bot.crm.dynamics.refusals import words_of
from bot.crm.told import each_in_turn, text
from handlers.connector import (
    Conflict,
    CrmError,
    Fate,
    FieldChange,
    Rejected,
    Remote,
    Trouble,
    Write,
    Written,
)

log = structlog.get_logger()

GONE = "This lead does not exist any more, or was merged into another one."
QUALIFYING = "Qualify this lead in Dynamics: it makes the account, contact and opportunity there."
QUALIFIED = "1"
"""The state that only qualifying gives."""

ATTEMPTS = 3
"""Each after somebody else changed the lead, so that our reading was of no use."""

LASTING = frozenset({Trouble.FORBIDDEN, Trouble.ODD})

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
            if write.note and isinstance(fate, Written):
                self._note(write)
        except CrmError as error:
            return error
        return fate

    def _written(self, write: Write, lead: Remote | None) -> Fate:
        for _ in range(ATTEMPTS):
            if lead is None:
                return Rejected(GONE)
            judged = compared(write, lead)
            if not isinstance(judged, Mapping):
                return judged
            if self._was_set_back(write, lead, judged):
                return Conflict({name: lead.values[name] for name in write.becomes}, lead.version)
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
            return Written(text(answer.told(), ETAG))
        if answer.status == HTTPStatus.PRECONDITION_FAILED:
            return None
        return Rejected(words_of(answer))

    def _note(self, write: Write) -> None:
        try:
            self.notes.add(write)
        except CrmError as error:
            if error.trouble not in LASTING:
                raise
            # the field is written, and no repeat would bring the note
            log.warning("crm-note-refused", system="dynamics", trouble=error.trouble.value)


def compared(write: Write, lead: Remote) -> Fate | Mapping[str, str]:
    """Give what is to be written, or the fate of a write that is none any more."""
    now = {name: lead.values[name] for name in write.becomes}
    due = {name: value for name, value in write.becomes.items() if now[name] != value}
    if not due:
        return Written(lead.version)
    if any(now[name] != write.was.get(name, "") for name in due):
        return Conflict(now, lead.version)
    return due
