"""An exported file as the contract's peer: each change is another export, a minute later."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.crm.file.connector import FileCrm, Source
from tests.bot.crm.exports import a_csv
from tests.bot.crm.peer import Words
from tests.builders import Clock

STATUS, TEXT = "Lead Status", "Next Step"
HEADINGS = ("Lead ID", "Last Name", "Company", STATUS, TEXT)


@dataclass
class FilePeer:
    """Somebody else's CRM that exports its leads into one file."""

    file: Path
    clock: Clock = field(default_factory=Clock)
    calls: int = 0
    rows: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    page: int = 100
    _opened: list[FileCrm] = field(default_factory=list[FileCrm])
    _numbers: int = 0

    def __post_init__(self) -> None:
        self.words = Words(
            status=STATUS,
            first="New",
            second="Contacted",
            third="Unqualified",
            unknown="Frozen",
            text=TEXT,
            read_only="",
        )
        self.export()
        self.connector = self.reconnect()

    def export(self) -> None:
        """Write all leads, and let the file come to rest."""
        rows = [[id, *(row[name] for name in HEADINGS[1:])] for id, row in self.rows.items()]
        a_csv(self.file.parent, [HEADINGS, *rows], name=self.file.name)
        self.clock.move(minutes=1)
        at = self.clock.at.timestamp()
        os.utime(self.file, (at, at))
        self.clock.move(minutes=2)

    def reconnect(self) -> FileCrm:
        source = Source(path=self.file, system="file", zone=ZoneInfo("UTC"))
        self._opened.append(FileCrm(source, now=self.clock, page=self.page))
        return self._opened[-1]

    def close(self) -> None:
        for one in self._opened:
            one.close()

    def _add(self, values: Mapping[str, str]) -> str:
        self._numbers += 1
        id = f"K-{self._numbers}"
        plain = {"Last Name": f"Nowak{id}", "Company": "Acme", STATUS: "New", TEXT: ""}
        self.rows[id] = {**plain, **values}
        return id

    def add(self, values: Mapping[str, str] | None = None) -> str:
        id = self._add(values or {})
        self.export()
        return id

    def add_many(self, count: int) -> Sequence[str]:
        ids = [self._add({}) for _ in range(count)]
        self.export()
        return ids

    def edit(self, leads: Sequence[str], values: Mapping[str, str]) -> None:
        for id in leads:
            self.rows[id] |= values
        self.export()

    def value(self, lead: str, field: str) -> str:
        return self.rows[lead][field]

    def delete(self, lead: str) -> None:
        del self.rows[lead]
        self.export()

    def hold_index(self) -> None:
        """An export has no index that lags."""

    def catch_up(self) -> None:
        """Nor has it anything to catch up with."""

    def late(self, **by: float) -> None:
        """Let the file have changed only now."""
        at = (self.clock.at + timedelta(**by)).timestamp()
        os.utime(self.file, (at, at))
