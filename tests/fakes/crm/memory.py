"""A CRM in memory, with the hands of those who work in it and what may go wrong between it and us."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from handlers.connector import (
    Capabilities,
    Conflict,
    CrmError,
    Cursor,
    Fate,
    FieldChange,
    Guard,
    History,
    Page,
    Rejected,
    Remote,
    RemoteField,
    RemoteOwner,
    Touched,
    Trouble,
    Write,
    Written,
)
from tests.builders import MONDAY_MORNING


class Fault(StrEnum):
    """What goes wrong with a call."""

    CUT_BEFORE = "cut-before"
    """It never reaches the CRM."""
    CUT_AFTER = "cut-after"
    """The CRM carries it out, and the answer is lost."""
    BUSY = "busy"
    CREDENTIALS = "credentials"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one of our writes changed in the CRM."""

    key: str
    lead: str
    field: str
    old: str
    new: str


@dataclass(slots=True)
class MemoryCrm:
    """A CRM whose version of a lead grows with every change, and which writes only over the version given."""

    system: str = "memory"
    leads: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    versions: dict[str, int] = field(default_factory=dict[str, int])
    effects: list[Effect] = field(default_factory=list[Effect])
    notes: dict[str, str] = field(default_factory=dict[str, str])
    faults: list[Fault] = field(default_factory=list[Fault])
    """Of the next writes, in order."""
    read_faults: list[Fault] = field(default_factory=list[Fault])
    refusal: str = ""
    """Why it refuses every write, in its own words."""
    described: list[RemoteField] = field(default_factory=list[RemoteField])
    before_write: Callable[[], None] = lambda: None
    """Somebody or something comes in between our reading and our writing."""
    after_write: Callable[[], None] = lambda: None

    # people

    def put(self, lead: str, **values: str) -> None:
        """Make or change a lead by hand."""
        self.leads.setdefault(lead, {}).update(values)
        self.versions[lead] = self.versions.get(lead, 0) + 1

    # the port

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            history=History.NONE,
            guard=Guard.ETAG,
            tells_deleted=False,
            page=100,
            read_at_once=100,
            write_at_once=100,
            overlap=timedelta(0),
        )

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        _stumble(self.read_faults.pop(0) if self.read_faults else None)
        return {id: self._remote(id) for id in leads if id in self.leads}

    def _remote(self, id: str) -> Remote:
        return Remote(
            id=id,
            version=f"v{self.versions[id]}",
            modified_at=MONDAY_MORNING,
            values=dict(self.leads[id]),
        )

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        self.before_write()
        fault = self.faults.pop(0) if self.faults else None
        if fault is not Fault.CUT_AFTER:
            _stumble(fault)
        fates = {one.lead: self._written(one) for one in writes}
        self.after_write()
        if fault is Fault.CUT_AFTER:
            raise CrmError(Trouble.UNREACHABLE)
        return fates

    def _written(self, write: Write) -> Fate:
        if write.lead not in self.leads:
            return Rejected("This record does not exist.")
        now = self.leads[write.lead]
        due = {name: new for name, new in write.becomes.items() if now.get(name, "") != new}
        version = f"v{self.versions[write.lead]}"
        if due:
            moved = bool(write.version) and write.version != version
            if moved or any(now.get(name, "") != write.was[name] for name in due):
                return Conflict({name: now.get(name, "") for name in write.becomes})
            if self.refusal:
                return Rejected(self.refusal)
            for name, new in due.items():
                self.effects.append(Effect(write.key, write.lead, name, now.get(name, ""), new))
            self.put(write.lead, **due)
        if write.note:
            self.notes.setdefault(write.key, write.note)
        return Written()

    def fields(self) -> Sequence[RemoteField]:
        return self.described

    def changes(self, since: Cursor | None) -> Page:
        leads = [self._remote(id) for id in self.leads]
        return Page(leads=leads, next=Cursor(MONDAY_MORNING), is_last=True)

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        return ()

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        return ()

    def ids(self) -> Iterable[str]:
        return list(self.leads)

    def owners(self) -> Sequence[RemoteOwner]:
        return ()

    def close(self) -> None:
        self.leads.clear()


def _stumble(fault: Fault | None) -> None:
    match fault:
        case None:
            return
        case Fault.BUSY:
            raise CrmError(Trouble.BUSY, wait=timedelta(seconds=30))
        case Fault.CREDENTIALS:
            raise CrmError(Trouble.CREDENTIALS)
        case _:
            raise CrmError(Trouble.UNREACHABLE)
