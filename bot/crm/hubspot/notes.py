"""Notes on leads, each with a mark by which a repeat finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape

from bot.crm.http import Told
from bot.crm.hubspot.client import BATCH, Api
from bot.crm.hubspot.model import Model
from bot.crm.told import part, text
from handlers.connector import CrmError, Trouble
from handlers.work import Now

NOTES = "notes"
BODY = "hs_note_body"

LOOKED_AT = 100
"""Of a lead's notes, the newest: among them is ours, if we wrote it."""

LONGEST = 20_000
"""Characters of a note; HubSpot takes 65,536, and escaping makes them more."""

_MARK = "[leadloop:"


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said on a lead."""

    text: str
    key: str


def has_mark(body: str) -> bool:
    """Tell whether a note is one of ours."""
    return _MARK in body


def body_of(note: Note) -> str:
    """Write a note as HubSpot keeps it, in HTML, with nothing in it that was markup before."""
    lines = "<br>".join(escape(note.text[:LONGEST]).splitlines())
    return f"<p>{lines}</p><p>{escape(_mark(note.key))}</p>"


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one account."""

    api: Api
    model: Model
    now: Now

    def add(self, notes: Mapping[str, Note]) -> None:
        """Put each note on its lead, unless it stands there; raises `CrmError`."""
        written = self._written(list(notes))
        missing = {
            lead: note
            for lead, note in notes.items()
            if not any(_mark(note.key) in body for body in written.get(lead, ()))
        }
        if not missing:
            return
        kind = self.api.link_type(NOTES, self.model.object_type)
        if kind is None:
            raise CrmError(Trouble.ODD, said="no association for notes")
        at = self.now()
        inputs = [_input(lead, note, kind, at) for lead, note in missing.items()]
        answer = self.api.create(NOTES, inputs)
        if not answer.is_success:
            raise CrmError(Trouble.ODD, said=f"HTTP {answer.status} for a note")

    def _written(self, leads: Sequence[str]) -> Mapping[str, Sequence[str]]:
        linked = self.api.linked(self.model.object_type, leads, NOTES)
        newest = {lead: sorted(ids, key=_age)[:LOOKED_AT] for lead, ids in linked.items()}
        waiting = sorted({id for ids in newest.values() for id in ids})
        bodies: dict[str, str] = {}
        for start in range(0, len(waiting), BATCH):
            for one in self.api.read(NOTES, waiting[start : start + BATCH], [BODY]):
                bodies[text(one, "id")] = unescape(text(part(one, "properties"), BODY))
        return {lead: [bodies.get(id, "") for id in ids] for lead, ids in newest.items()}


def _mark(key: str) -> str:
    return f"{_MARK}{key}]"


def _age(id: str) -> int:
    """Sort notes by age: their numbers grow."""
    return -int(id) if id.isdecimal() else 0


def _input(lead: str, note: Note, kind: int, at: datetime) -> Told:
    link = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": kind}
    return {
        "properties": {"hs_timestamp": at.isoformat(), BODY: body_of(note)},
        "associations": [{"to": {"id": lead}, "types": [link]}],
        "objectWriteTraceId": note.key,
    }
