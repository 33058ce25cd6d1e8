"""Reads JSON of a CRM, whose shape nobody can promise: what is not there is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import cast

from bot.crm.http import Told
from handlers.connector import CrmError, Trouble

LONGEST_WORDS = 500
"""Letters of a refusal that are shown."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:?\d\d|Z)")


def rows(told: Told, name: str) -> Sequence[Told]:
    """Give a list's objects."""
    found = told.get(name)
    things = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("Told", one) for one in things if isinstance(one, dict)]


def part(told: Told, name: str) -> Told:
    """Give an object within."""
    found = told.get(name)
    return cast("Told", found) if isinstance(found, dict) else {}


def text(told: Told, name: str) -> str:
    """Give a text, or a number as one."""
    found = told.get(name)
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def value(told: Told, name: str) -> str:
    """Give a field's value as a text: whole numbers plain, ``true`` and ``false``, moments in ISO 8601, UTC."""
    match told.get(name):
        case bool(yes):
            return "true" if yes else "false"
        case float(number):
            return str(int(number)) if number.is_integer() else str(number)
        case str(given) if _MOMENT.fullmatch(given):
            return moment(given).isoformat()
        case _:
            return text(told, name)


def texts(told: Told, name: str) -> Sequence[str]:
    """Give a list's texts."""
    found = told.get(name)
    things = cast("list[object]", found) if isinstance(found, list) else []
    return [str(one) for one in things if isinstance(one, str | int)]


def moment(given: str) -> datetime:
    """Read a time in ISO 8601; raises `CrmError` where it is none, or of no known zone."""
    try:
        read = datetime.fromisoformat(given)
    except ValueError:
        raise CrmError(Trouble.ODD, said="no time") from None
    if read.tzinfo is None:
        raise CrmError(Trouble.ODD, said="time without a zone")
    return read.astimezone(UTC)


def batches(ids: Iterable[str], size: int) -> Iterator[Sequence[str]]:
    """Give ids so many at a time, each once."""
    distinct = list(dict.fromkeys(ids))
    return (distinct[start : start + size] for start in range(0, len(distinct), size))
