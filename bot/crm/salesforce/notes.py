"""Notes on leads, as finished tasks.

A task is one record of plain text that stands in the lead's own course of things, and its subject
can be searched for; a note of Salesforce's newer sort is a file of HTML and a link to it, two
records of which the second may be missing, and can be found by nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simple_salesforce.format import format_soql

from bot.crm.http import Told
from bot.crm.salesforce.client import NAMED, Api
from bot.crm.salesforce.refusals import LIMITED, PASSING
from bot.crm.told import batches, rows, text
from handlers.connector import CrmError, Trouble
from handlers.work import Now

LONGEST = 20_000
"""Characters of a note; Salesforce takes 32,000."""

WRITTEN = "SELECT WhoId, Subject FROM Task WHERE WhoId IN {leads} AND Subject IN {subjects}"
FINISHED = "SELECT ApiName FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder LIMIT 1"
FOUND_AT_ONCE = 50
"""Leads whose notes are looked for in one query: their subjects are long."""

_MARK = "Leadloop ["


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said on a lead."""

    text: str
    key: str

    @property
    def subject(self) -> str:
        """What the task is called, by which a repeat finds it."""
        return f"{_MARK}{self.key}]"


def has_mark(subject: str) -> bool:
    """Tell whether a task is one of our notes."""
    return subject.startswith(_MARK)


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one account."""

    api: Api
    now: Now

    def add(self, notes: Mapping[str, Note]) -> Mapping[str, CrmError]:
        """Put each note on its lead, unless it stands there; give those that failed.

        Raises `CrmError` where nobody knows of any of them.
        """
        written = self._written(notes)
        missing = [lead for lead, note in notes.items() if (lead, note.subject) not in written]
        if not missing:
            return {}
        status = self._finished()
        failed: dict[str, CrmError] = {}
        for batch in batches(missing, NAMED):
            told = self.api.create([self._task(lead, notes[lead], status) for lead in batch])
            if len(told) != len(batch):
                raise CrmError(Trouble.ODD, said="no word of some notes")
            failed |= {
                lead: _trouble(one)
                for lead, one in zip(batch, told, strict=True)
                if one is None or not one.get("success")
            }
        return failed

    def _written(self, notes: Mapping[str, Note]) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for batch in batches(list(notes), FOUND_AT_ONCE):
            subjects = [notes[lead].subject for lead in batch]
            asked = format_soql(WRITTEN, leads=list(batch), subjects=subjects)
            found |= {(text(one, "WhoId"), text(one, "Subject")) for one in self.api.rows(asked)}
        return found

    def _finished(self) -> str:
        """Give the first of the statuses in which a task is done; companies rename them."""
        found = [text(one, "ApiName") for one in self.api.rows(FINISHED)]
        if not found:
            raise CrmError(Trouble.ODD, said="no finished tasks")
        return found[0]

    def _task(self, lead: str, note: Note, status: str) -> Told:
        return {
            "attributes": {"type": "Task"},
            "WhoId": lead,
            "Subject": note.subject,
            "Description": note.text[:LONGEST],
            "Status": status,
            "ActivityDate": self.now().date().isoformat(),
        }


def _trouble(told: Told | None) -> CrmError:
    """Tell a note that may be written later from one that is refused."""
    codes = _codes(told or {})
    passing = any(code in PASSING or code == LIMITED for code in codes)
    return CrmError(Trouble.BUSY if passing else Trouble.ODD, said="note refused")


def _codes(told: Told) -> Sequence[str]:
    return [text(one, "statusCode") for one in rows(told, "errors")]
