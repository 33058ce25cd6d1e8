"""What is written back to the CRM: only what a named person confirmed, as they saw the CRM."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from handlers.lead import LeadId
from handlers.people import PersonId

WriteId = NewType("WriteId", str)

UNDO_WITHIN = timedelta(hours=24)


class WriteState(StrEnum):
    """How far a write-back has come."""

    WAITING = "waiting"
    WRITTEN = "written"
    CONFLICT = "conflict"
    """The CRM has another value by now; the person sees both and decides."""
    REJECTED = "rejected"
    """The CRM refused, in its own words."""
    UNDONE = "undone"
    DROPPED = "dropped"
    """The CRM's value stands: the person decided so, or an undo came too late."""
    OVERTAKEN = "overtaken"
    """The person confirmed something newer for the same field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBack:
    """What a named person confirmed for one field of one lead."""

    id: WriteId
    lead: LeadId
    field: str
    """Ours: ``status``, ``reason``, ``next_step`` or ``extra:<name>``."""
    was: str
    """The CRM's raw value that the person saw."""
    becomes: str
    """The CRM's raw value."""
    by: PersonId
    at: datetime
    """The same for all that the person confirmed of this lead in one go."""
    state: WriteState = WriteState.WAITING
    version: int = 1
    """Grows with every change, so that two writers never both win."""
    now: str = ""
    """What the CRM had instead, in a conflict."""
    words: str = ""
    """What the CRM said when it refused; empty where it was not asked."""
    written_at: datetime | None = None
    undoes: WriteId | None = None
    attempts: int = 0
    sent: str = ""
    """The lead's version in the CRM before it was sent; as long as it waits, it may have arrived."""

    def _changed(self, **changes: object) -> WriteBack:
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]

    def claimed(self) -> WriteBack:
        """Take it to the CRM, or see what became of it there."""
        return self._changed(attempts=self.attempts + 1)

    def sending(self, was: str, version: str) -> WriteBack:
        """Send it: from now on it may have arrived, whatever happens."""
        return self._changed(was=was, sent=version)

    def put_off(self, *, arrived_never: bool = False) -> WriteBack:
        """Let it wait for another try; `arrived_never` says that the CRM surely has nothing of it."""
        return self._changed(sent="" if arrived_never else self.sent)

    def written(self, at: datetime) -> WriteBack:
        """Keep that the CRM has it."""
        return self._changed(state=WriteState.WRITTEN, written_at=at)

    def conflicting(self, now: str) -> WriteBack:
        """Keep what the CRM has instead. An undo that comes too late is none any more."""
        state = WriteState.CONFLICT if self.undoes is None else WriteState.DROPPED
        return self._changed(state=state, now=now)

    def rejected(self, words: str) -> WriteBack:
        """Keep the CRM's refusal."""
        return self._changed(state=WriteState.REJECTED, words=words)

    def ended(self, state: WriteState) -> WriteBack:
        """End it by a person's decision: undone, dropped or overtaken."""
        return self._changed(state=state)

    def is_undoable(self, at: datetime) -> bool:
        """Tell whether the person may still take it back."""
        return (
            self.state is WriteState.WRITTEN
            and self.undoes is None
            and self.written_at is not None
            and at < self.written_at + UNDO_WITHIN
        )


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one person confirmed of one lead in one go: it is written together or not at all."""

    writes: tuple[WriteBack, ...]

    @property
    def id(self) -> WriteId:
        """By which its note is known in the CRM, and its card in chat."""
        return min(one.id for one in self.writes)

    @property
    def lead(self) -> LeadId:
        """Whose fields these are."""
        return self.writes[0].lead

    @property
    def by(self) -> PersonId:
        """Who confirmed it."""
        return self.writes[0].by

    @property
    def is_undo(self) -> bool:
        """Tell whether it takes back what was written."""
        return self.writes[0].undoes is not None

    @property
    def sent(self) -> str:
        """The lead's version before it was sent; empty where it surely never was."""
        return max(one.sent for one in self.writes)

    @property
    def attempts(self) -> int:
        """How often it was taken to the CRM."""
        return max(one.attempts for one in self.writes)


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a person gives a new value; both as the CRM has them, raw."""

    field: str
    was: str
    becomes: str


FOLLOWS: Mapping[str, str] = {"reason": "status"}
"""A reason that waits makes no sense any more once the person gives another status."""


def overtakes(changes: Iterable[Change], older: WriteBack) -> bool:
    """Tell whether newer changes of the same person take the place of one that waits."""
    fields = {one.field for one in changes}
    return older.field in fields or FOLLOWS.get(older.field) in fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """How much waits to be written to one CRM."""

    system: str
    waiting: int
    parked: int
    """What the CRM refused or had otherwise, until its person decides."""
    oldest: datetime | None = None
    """When the oldest that waits was confirmed."""
    unsure: int = 0
    """Of what waits: what was sent while nobody heard whether it arrived."""
    unsure_since: datetime | None = None
    """When the oldest of these was confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the settings allow to be written, whatever the company's mapping allows besides."""

    is_on: bool = False
    fields: frozenset[str] | None = None
    """Ours; None for all that may be written by the mapping."""

    def allows(self, field: str) -> bool:
        """Tell whether a field may be written."""
        return self.is_on and (self.fields is None or field in self.fields)
