"""How a row of the streams becomes a stream."""

from __future__ import annotations

from sqlalchemy import RowMapping

from handlers.connector import Cursor, Trouble
from handlers.keeping import Stream


def stream_of(told: RowMapping) -> Stream:
    """Make a stream of a row with all columns of it."""
    at = told["at"]
    return Stream(
        system=told["system"],
        cursor=None if at is None else Cursor(at, told["after_id"], told["token"]),
        first_done_at=told["first_done_at"],
        succeeded_at=told["succeeded_at"],
        compared_at=told["compared_at"],
        described_at=told["described_at"],
        remembers_to=told["remembers_to"],
        failed_at=told["failed_at"],
        trouble=Trouble(told["trouble"]) if told["trouble"] else None,
        not_before=told["not_before"],
        held_until=told["held_until"],
        sighting=told["sighting_id"],
    )
