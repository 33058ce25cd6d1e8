"""What the demo's CRM takes as a value, and how it refuses in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from handlers.connector import RemoteField

LONGEST = 255
"""Letters of a text, as in many a CRM."""


def wrong_with(fields: Mapping[str, RemoteField], values: Mapping[str, str]) -> str:
    """Say why these values are not taken; empty where they are."""
    for name, value in values.items():
        if name not in fields:
            return f"There is no field “{name}”."
        if wrong := _wrong(fields[name], value):
            return f"{fields[name].label}: {wrong}"
    return ""


def _wrong(field: RemoteField, value: str) -> str:
    if field.kind == "choice" and value and value not in dict(field.options):
        return f"“{value}” is not in the list."
    if field.kind == "date" and value and not _is_day(value):
        return "a day is written like 2026-11-30."
    if len(value) > LONGEST:
        return f"at most {LONGEST} letters, please; these are {len(value)}."
    return ""


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
