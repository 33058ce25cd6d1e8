"""The demo's CRM as Leadloop is connected to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta

from bot.crm.demo.records import Record, Records
from handlers.connector import (
    Capabilities,
    CrmError,
    Cursor,
    Fate,
    FieldChange,
    Guard,
    History,
    Page,
    Remote,
    RemoteField,
    RemoteOwner,
    Touched,
    Write,
    by_lead,
)
from handlers.work import Now

SYSTEM = "Demo CRM"
"""Shown as it is, so that nobody takes it for the vendor's whose export they brought."""

CAPABILITIES = Capabilities(
    history=History.NONE,
    guard=Guard.ETAG,
    tells_deleted=False,
    page=200,
    read_at_once=200,
    write_at_once=100,
    overlap=timedelta(0),
)


@dataclass(frozen=True, slots=True)
class DemoCrm:
    """A `Connector`; what it is asked it answers at once, since there is no network in between."""

    records: Records
    now: Now

    @property
    def system(self) -> str:
        """Its short name."""
        return SYSTEM

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        return CAPABILITIES

    def changes(self, since: Cursor | None) -> Page:
        """Give a page of the leads changed since then, by the version that each change gave."""
        before = int(since.token) if since is not None and since.token else 0
        found = self.records.since(before, CAPABILITIES.page)
        last = found[-1].version if found else before
        return Page(
            leads=[_remote(one) for one in found],
            next=Cursor(self.now(), token=str(last)),
            is_last=len(found) < CAPABILITIES.page,
        )

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that exist."""
        return {id: _remote(one) for id, one in self.records.by_ids(leads).items()}

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        """Remember nothing: our own copy knows what changed since the demo began."""
        del leads
        return ()

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        """Tell of no activity: those that the export had are in our copy."""
        del leads
        return ()

    def ids(self) -> Iterable[str]:
        """Give the ids of all leads."""
        return self.records.ids()

    def owners(self) -> Sequence[RemoteOwner]:
        """Tell of nobody: the export told who owns what."""
        return ()

    def fields(self) -> Sequence[RemoteField]:
        """Describe the fields."""
        return self.records.fields()

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Compare and write each lead by itself."""
        return {id: self.records.write(one, self.now()) for id, one in by_lead(writes).items()}

    def close(self) -> None:
        """Hold on to nothing: the file is closed by whoever opened it."""


def _remote(one: Record) -> Remote:
    return Remote(
        id=one.id,
        version=str(one.version),
        modified_at=one.at.astimezone(UTC),
        values=one.values,
    )
