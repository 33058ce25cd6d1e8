"""A CRM in the same process: leads by id, changes in order, faults when a test wants them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

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
    Written,
)
from tests.builders import MONDAY_MORNING


@dataclass(slots=True, kw_only=True)
class KeptCrm:
    """What a connector sees of a CRM; everything may be changed between two looks."""

    system: str = "hubspot"
    page: int = 2
    leads: dict[str, Remote] = field(default_factory=dict[str, Remote])
    people: list[RemoteOwner] = field(default_factory=list[RemoteOwner])
    described: list[RemoteField] = field(default_factory=list[RemoteField])
    remembered: list[FieldChange] = field(default_factory=list[FieldChange])
    touched: list[Touched] = field(default_factory=list[Touched])
    deleted: list[str] = field(default_factory=list[str])
    merged: dict[str, str] = field(default_factory=dict[str, str])
    fault: Callable[[], CrmError | None] = lambda: None
    """Asked before every call."""
    calls: list[str] = field(default_factory=list[str])
    asked_for: set[str] = field(default_factory=set[str])
    """Leads whose past was asked for."""
    at: datetime = MONDAY_MORNING

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            history=History.NATIVE,
            guard=Guard.NONE,
            tells_deleted=True,
            page=self.page,
            read_at_once=2,
            write_at_once=2,
            overlap=timedelta(minutes=2),
        )

    def put(self, id: str, **values: str) -> None:
        """Change a lead, or make it, a second after whatever changed last."""
        self.at += timedelta(seconds=1)
        known = self.leads[id].values if id in self.leads else {}
        told = {**known, **values}
        self.leads[id] = Remote(
            id=id, version=self.at.isoformat(), modified_at=self.at, values=told
        )

    def delete(self, id: str) -> None:
        del self.leads[id]
        self.deleted.append(id)

    def merge(self, lost: str, stayed: str) -> None:
        del self.leads[lost]
        self.merged[lost] = stayed
        self.put(stayed)

    def _called(self, name: str) -> None:
        if (fault := self.fault()) is not None:
            raise fault
        self.calls.append(name)

    def changes(self, since: Cursor | None) -> Page:
        self._called("changes")
        ordered = sorted((one.modified_at, one.id) for one in self.leads.values())
        start = 0 if since is None else bisect_left(ordered, (since.at, since.id))
        told = ordered[start : start + self.page]
        is_last = start + self.page >= len(ordered)
        after = ordered[start + self.page] if not is_last else (ordered or [(self.at, "")])[-1]
        gone, merged = (tuple(self.deleted), dict(self.merged)) if is_last else ((), {})
        return Page(
            leads=[self.leads[id] for _, id in told],
            gone=gone,
            merged=merged,
            next=Cursor(*after),
            is_last=is_last,
        )

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        self._called("read")
        assert len(leads) <= self.capabilities.read_at_once
        return {id: self.leads[id] for id in leads if id in self.leads}

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        self._called("history")
        self.asked_for |= set(leads)
        return [one for one in self.remembered if one.lead in leads]

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        self._called("touches")
        return [one for one in self.touched if one.lead in leads]

    def ids(self) -> Iterable[str]:
        self._called("ids")
        return list(self.leads)

    def owners(self) -> Sequence[RemoteOwner]:
        self._called("owners")
        return list(self.people)

    def fields(self) -> Sequence[RemoteField]:
        self._called("fields")
        return list(self.described)

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Take every value over: nobody else works in it at the same time."""
        self._called("write")
        for one in writes:
            self.put(one.lead, **one.becomes)
        return {one.lead: Written() for one in writes}

    def close(self) -> None:
        """Hold nothing."""

    def describe(self, name: str, label: str = "", **more: object) -> None:
        """Set a field up."""
        told = RemoteField(name=name, label=label or name, kind="text")
        self.described.append(replace(told, **more))  # type: ignore[arg-type]
