"""The demo's CRM as the contract's peer, for as much of the contract as it has a side to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.crm.demo.connector import DemoCrm
from bot.crm.demo.records import Record, Records
from handlers.connector import RemoteField
from tests.bot.crm.peer import Words
from tests.builders import Clock

STATUSES = ("New", "Connected", "Unqualified")
FIELDS = (
    RemoteField(
        name="status",
        label="Status",
        kind="choice",
        options=tuple((one, one) for one in STATUSES),
    ),
    RemoteField(name="next_step", label="Next step", kind="text"),
    RemoteField(name="next_step_date", label="Date of the next step", kind="date"),
)


@dataclass
class DemoPeer:
    """One CRM in one file, opened as often as the contract wants."""

    file: Path
    clock: Clock = field(default_factory=Clock)
    renews: bool = False
    calls: int = 0
    secrets: Sequence[str] = ()
    _opened: list[Records] = field(default_factory=list[Records])

    def __post_init__(self) -> None:
        self.words = Words(
            status="status",
            first="New",
            second="Connected",
            third="Unqualified",
            unknown="Frozen",
            text="next_step",
            read_only="",
        )
        self.numbers = count(1)
        self.records = Records(self.file)
        self.records.set_up(FIELDS, ())
        self.connector = DemoCrm(self.records, self.clock)

    def close(self) -> None:
        for one in (self.records, *self._opened):
            one.close()

    def reconnect(self) -> DemoCrm:
        self._opened.append(Records(self.file))
        return DemoCrm(self._opened[-1], self.clock)

    def add(self, values: Mapping[str, str] | None = None) -> str:
        self.clock.move(seconds=1)
        return self._added(values or {})

    def _added(self, values: Mapping[str, str]) -> str:
        id = f"L-{next(self.numbers)}"
        usual = {"status": "New", "next_step": "", "next_step_date": ""}
        self.records.add(
            Record(id=id, name=f"Lead {id}", values={**usual, **values}, at=self.clock())
        )
        return id

    def add_many(self, count: int) -> Sequence[str]:
        self.clock.move(seconds=1)
        return [self._added({}) for _ in range(count)]

    def edit(self, leads: Sequence[str], values: Mapping[str, str]) -> None:
        self.clock.move(seconds=1)
        for lead in leads:
            assert self.records.edit(lead, values, self.clock()) == ""

    def value(self, lead: str, field: str) -> str:
        return self.records.by_ids([lead])[lead].values[field]

    def notes(self, lead: str) -> Sequence[str]:
        return self.records.notes(lead)

    def hold_index(self) -> None:
        """It has no index that could lag."""

    def catch_up(self) -> None:
        """Likewise."""
