"""Reads Salesforce's records and lists of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import cast

from bot.crm.http import Answer, Told
from bot.crm.salesforce.model import CAMPAIGN, MEMBERS, MODIFIED, NEWEST_CAMPAIGN, STAMP
from bot.crm.told import moment, part, rows, text, value
from handlers.connector import CrmError, Remote, Trouble


def listed(answer: Answer) -> Sequence[Told | None]:
    """Read a JSON list of objects, with None for each null; raises `CrmError` where it is none."""
    try:
        read: object = json.loads(answer.content)
    except (ValueError, RecursionError):
        raise CrmError(Trouble.ODD, said="no JSON") from None
    if not isinstance(read, list):
        raise CrmError(Trouble.ODD, said="no JSON list")
    things = cast("list[object]", read)
    return [cast("Told", one) if isinstance(one, dict) else None for one in things]


def selection(names: Iterable[str]) -> str:
    """Write what a query selects of leads."""
    return ", ".join(NEWEST_CAMPAIGN if one == CAMPAIGN else one for one in dict.fromkeys(names))


def remote(record: Told, properties: Collection[str]) -> Remote:
    """Read a lead; raises `CrmError` where it is none."""
    id, version = text(record, "Id"), value(record, MODIFIED)
    if not id or not version:
        raise CrmError(Trouble.ODD, said="no record")
    return Remote(
        id=id,
        version=version,
        modified_at=moment(text(record, STAMP) or version),
        values={
            name: _campaign(record) if name == CAMPAIGN else value(record, name)
            for name in properties
        },
    )


def _campaign(record: Told) -> str:
    newest = rows(part(record, MEMBERS), "records")[:1]
    return "".join(text(part(one, "Campaign"), "Name") for one in newest)


def literal(at: datetime) -> str:
    """Write a moment as a query does, to the millisecond; the library's own way drops those."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
