"""The note on a lead that says who answered what. It has an id of its own making: no repeat adds another."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from uuid import UUID, uuid5

from bot.crm.dynamics.client import Api
from bot.crm.http import trouble_of
from handlers.connector import Write

LONGEST = 20_000
"""Characters of a note; Dataverse takes 100,000, and escaping makes them more."""

_OURS = UUID("5f0e2a86-6f5c-5f0b-9d0a-6c656164006c")
_MARK = "[leadloop:"


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one environment."""

    api: Api

    def add(self, write: Write) -> None:
        """Put the note on its lead, unless it stands there; raises `CrmError`."""
        values = {
            "subject": f"Leadloop {_MARK}{write.key}]",
            "notetext": body_of(write.note),
            "objectid_lead@odata.bind": f"/leads({write.lead})",
        }
        answer = self.api.make("annotations", str(note_id(write)), values)
        if not answer.is_success and answer.status != HTTPStatus.PRECONDITION_FAILED:
            raise trouble_of(answer)


def note_id(write: Write) -> UUID:
    """Give the id under which the note of a write stands."""
    return uuid5(_OURS, f"{write.lead}/{write.key}")


def body_of(note: str) -> str:
    """Write a note as the timeline shows it, in HTML, with nothing in it that was markup before."""
    return f"<div>{'<br>'.join(escape(note[:LONGEST]).splitlines())}</div>"


def has_mark(subject: str) -> bool:
    """Tell whether a note is one of ours."""
    return _MARK in subject
