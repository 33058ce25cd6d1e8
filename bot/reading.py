"""Reads from a CRM in small pieces, with a breath after each: whoever looks stays in charge of it, and can stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handlers.connector import (
    Connector,
    CrmError,
    Cursor,
    FieldChange,
    History,
    Page,
    Remote,
    Touched,
)

REMEMBERED_TOGETHER = 200
"""Leads whose past is asked for between two breaths."""
IDS_TOGETHER = 100

Breathe = Callable[[], None]
"""Holds on to the stream; raises `Stopped` or `Overtaken` where reading must end."""


class Stopped(Exception):
    """We were asked to stop; what is not read now is read by the next look."""


@dataclass(slots=True)
class Gathered:
    """A few pages together."""

    leads: dict[str, Remote] = field(default_factory=dict[str, Remote])
    gone: dict[str, None] = field(default_factory=dict[str, None])
    merged: dict[str, str] = field(default_factory=dict[str, str])
    cursor: Cursor | None = None
    is_last: bool = False

    def add(self, page: Page) -> None:
        """Add a page; of a lead that comes again the newest counts."""
        for one in page.leads:
            self.leads[one.id] = one
            self.gone.pop(one.id, None)
        for id in (*page.gone, *page.merged):
            self.leads.pop(id, None)
        self.gone |= dict.fromkeys(page.gone)
        self.merged |= page.merged
        self.cursor, self.is_last = page.next, page.is_last


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads for one look, or for one question."""

    connector: Connector
    breathe: Breathe

    def gathered(self, since: Cursor | None, together: int) -> Iterator[Gathered]:
        """Gather pages with at least so many leads; what came before trouble or a stop is not lost."""
        some = Gathered()
        while not some.is_last:
            try:
                if some.cursor is not None:
                    self.breathe()
                page = self.connector.changes(since)
            except (CrmError, Stopped):
                if some.leads or some.gone or some.merged:
                    yield some
                raise
            some.add(page)
            since = page.next
            if len(some.leads) >= together or page.is_last:
                yield some
                some = Gathered(cursor=page.next, is_last=page.is_last)

    def leads(self, ids: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that exist."""
        size = self.connector.capabilities.read_at_once
        found: dict[str, Remote] = {}
        for some in _portions(ids, size):
            found |= self.connector.read(some)
            self.breathe()
        return found

    def past(self, ids: Sequence[str]) -> tuple[Sequence[FieldChange], Sequence[Touched]]:
        """Give what the CRM remembers of these leads, and the activities on them."""
        has_history = self.connector.capabilities.history is not History.NONE
        changes: list[FieldChange] = []
        touched: list[Touched] = []
        for some in _portions(ids, REMEMBERED_TOGETHER):
            if has_history:
                changes += self.connector.history(some)
                self.breathe()
            touched += self.connector.touches(some)
            self.breathe()
        return changes, touched

    def ids(self) -> Iterator[str]:
        """Give the ids of all leads."""
        for count, id in enumerate(self.connector.ids()):
            if count % IDS_TOGETHER == 0:
                self.breathe()
            yield id


def _portions(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
