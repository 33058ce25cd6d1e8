"""What a HubSpot account holds: records with their history, the search's index, associations, owners."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

Told = dict[str, Any]

TYPES = {
    "0-1": "contacts",
    "0-136": "leads",
    "0-48": "calls",
    "0-49": "emails",
    "0-47": "meetings",
    "0-46": "notes",
    "0-27": "tasks",
    "0-18": "communications",
}
NOTE_TYPES = {"contacts": 202, "leads": 855}


def moment(at: datetime) -> str:
    """Write a time as HubSpot does."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def modified_name(kind: str) -> str:
    """Name the property with the last change; contacts have one of their own."""
    return "lastmodifieddate" if kind == "contacts" else "hs_lastmodifieddate"


def created_name(kind: str) -> str:
    """Name the property with the birth; likewise."""
    return "createdate" if kind == "contacts" else "hs_createdate"


@dataclass
class Record:
    """One object of any type."""

    id: str
    kind: str
    created: datetime
    updated: datetime
    properties: dict[str, str] = field(default_factory=dict)
    history: dict[str, list[Told]] = field(default_factory=dict)
    archived_at: datetime | None = None
    merged_into: str = ""

    def set(
        self, values: Mapping[str, str], at: datetime, *, source: str, user: int | None
    ) -> None:
        """Change properties; what does not change leaves no trace in the history."""
        self.updated = at
        for name, value in {**values, modified_name(self.kind): moment(at)}.items():
            if self.properties.get(name, "") == value:
                continue
            self.properties[name] = value
            entry: Told = {"value": value, "timestamp": moment(at), "sourceType": source}
            entry |= {"sourceId": "integration"} if user is None else {"updatedByUserId": user}
            self.history.setdefault(name, []).insert(0, entry)

    def told(self, names: Sequence[str], with_history: Sequence[str] = ()) -> Told:
        """Draw the record with these properties; those without a value do not appear as such."""
        always = ["hs_object_id", created_name(self.kind), modified_name(self.kind)]
        wanted = dict.fromkeys([*always, *names])
        told: Told = {
            "id": self.id,
            "properties": {name: self.properties.get(name) or None for name in wanted},
            "createdAt": moment(self.created),
            "updatedAt": moment(self.updated),
            "archived": self.archived_at is not None,
        }
        if self.archived_at is not None:
            told["archivedAt"] = moment(self.archived_at)
        if with_history:
            told["propertiesWithHistory"] = {
                name: self.history[name] for name in with_history if name in self.history
            }
        return told


class Portal:
    """One account, its clock, and the hands of its users."""

    def __init__(self) -> None:
        self.at = datetime(2026, 5, 4, 8, tzinfo=UTC)
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in TYPES.values()}
        self.links: dict[tuple[str, str, str], list[str]] = {}
        self.owners: dict[str, Told] = {}
        self.rules: dict[str, str] = {}
        self.keeps_primary_id = False
        self._numbers = count(1001)
        self._held: dict[str, dict[str, Record]] | None = None

    # ---- what users do

    def later(self, milliseconds: int = 1000) -> datetime:
        """Let time pass."""
        self.at += timedelta(milliseconds=milliseconds)
        return self.at

    def create(
        self,
        kind: str,
        values: Mapping[str, str],
        *,
        at: datetime | None = None,
        source: str = "CRM_UI",
        user: int | None = 7,
    ) -> str:
        """Make a record."""
        at = at or self.later()
        id = str(next(self._numbers))
        record = Record(id, kind, at, at)
        record.properties = {"hs_object_id": id, created_name(kind): moment(at)}
        record.set(values, at, source=source, user=user)
        self.records[kind][id] = record
        return id

    def change(
        self,
        record: Record,
        values: Mapping[str, str],
        *,
        at: datetime | None = None,
        source: str = "CRM_UI",
        user: int | None = 7,
    ) -> None:
        """Change a record."""
        record.set(values, at or self.later(), source=source, user=user)

    def archive(self, kind: str, id: str) -> None:
        """Put a record into the bin."""
        self.records[kind][id].archived_at = self.later()

    def merge(self, kind: str, primary: str, other: str) -> str:
        """Merge two records: a new one stands for both, unless the account keeps the first one's id."""
        first, second = self.records[kind][primary], self.records[kind][other]
        at = self.later()
        plain = {**second.properties, **{k: v for k, v in first.properties.items() if v}}
        plain.pop("hs_object_id")
        former = [one.properties.get("hs_merged_object_ids", "") for one in (first, second)]
        gone = [second.id] if self.keeps_primary_id else [first.id, second.id]
        merged = ";".join([*gone, *(ids for ids in former if ids)])
        vids = ";".join(f"{id}:{int(at.timestamp() * 1000)}" for id in gone)
        plain |= {"hs_merged_object_ids": merged, "hs_calculated_merged_vids": vids}
        left = primary if self.keeps_primary_id else self.create(kind, plain, at=at)
        if self.keeps_primary_id:
            self.change(first, plain, at=at)
        for id in gone:
            self.records[kind][id].merged_into = left
        return left

    def link(self, kind: str, id: str, other_kind: str, other: str) -> None:
        """Associate two records, both ways."""
        self.links.setdefault((kind, id, other_kind), []).append(other)
        self.links.setdefault((other_kind, other, kind), []).append(id)

    # ---- how they are found

    def hold_index(self) -> None:
        """Let the search go on with what it knows."""
        self._held = copy.deepcopy(self.records)

    def catch_up(self) -> None:
        """Let the search find everything again."""
        self._held = None

    def found(self, kind: str, id: str) -> Record | None:
        """Give a record by its id, or by one it had before it was merged."""
        record = self.records[kind].get(id)
        while record is not None and record.merged_into:
            record = self.records[kind].get(record.merged_into)
        return None if record is None or record.archived_at else record

    def indexed(self, kind: str) -> list[Record]:
        """List the records as the search knows them."""
        known = self.records if self._held is None else self._held
        return [one for one in known[kind].values() if not one.merged_into and not one.archived_at]

    def listed(self, kind: str, *, archived: bool) -> list[Record]:
        """List the records by id, those in the bin or the others; merged ones are in neither."""
        alive = (one for one in self.records[kind].values() if not one.merged_into)
        return [one for one in alive if (one.archived_at is not None) is archived]
