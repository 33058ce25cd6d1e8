"""Reads Salesforce's records and lists of them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import cast

from bot.crm.http import Answer, Told
from bot.crm.salesforce.model import MODIFIED, STAMP
from bot.crm.told import moment, text
from handlers.connector import CrmError, Remote, Trouble

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:\+0000|Z)")


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


def remote(record: Told, properties: Collection[str]) -> Remote:
    """Read a lead; raises `CrmError` where it is none."""
    id, version = text(record, "Id"), value(record, MODIFIED)
    if not id or not version:
        raise CrmError(Trouble.ODD, said="no record")
    return Remote(
        id=id,
        version=version,
        modified_at=moment(text(record, STAMP) or version),
        values={name: value(record, name) for name in properties},
    )


def value(record: Told, name: str) -> str:
    """Give a field's value as a text; moments in ISO 8601, UTC."""
    match record.get(name):
        case bool(yes):
            return "true" if yes else "false"
        case float(number):
            return str(int(number)) if number.is_integer() else str(number)
        case str(given) if _MOMENT.fullmatch(given):
            return moment(given).isoformat()
        case _:
            return text(record, name)


def literal(at: datetime) -> str:
    """Write a moment as a query does, to the millisecond; the library's own way drops those."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
