"""What HubSpot remembers of former values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.crm.http import Told
from bot.crm.told import moment, part, rows, text
from handlers.connector import FieldChange


@dataclass(frozen=True, slots=True)
class Entry:
    """A value, and since when a property had it."""

    value: str
    at: datetime


def entries(record: Told, name: str) -> Sequence[Entry]:
    """List a property's values, the oldest first."""
    told = rows(part(record, "propertiesWithHistory"), name)
    found = [Entry(text(one, "value"), moment(text(one, "timestamp"))) for one in told]
    return sorted(found, key=lambda one: one.at)


def changes(record: Told, names: Collection[str]) -> Iterator[FieldChange]:
    """List a record's changes."""
    for name in names:
        old = ""
        for one in entries(record, name):
            if one.value != old:
                yield FieldChange(
                    lead=text(record, "id"),
                    field=name,
                    old=old,
                    new=one.value,
                    at=one.at,
                )
            old = one.value
