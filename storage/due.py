"""Slots of the calendar that are used up once, by whichever replica comes first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, delete, select

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from storage.schema import due_slots

_TAKE = insert(due_slots).on_conflict_do_nothing().returning(due_slots.c.job)


def take(
    connection: Connection, *, job: str, local_date: date, destination: str, at: datetime
) -> bool:
    """Use up a slot inside this transaction; false when it is used up already."""
    slot = {"job": job, "local_date": local_date, "destination": destination, "at": at}
    return connection.execute(_TAKE, slot).first() is not None


def taken(connection: Connection, *, job: str, local_date: date) -> Collection[str]:
    """Give the destinations whose slots of a day are used up."""
    those = (due_slots.c.job == job, due_slots.c.local_date == local_date)
    return frozenset(connection.execute(select(due_slots.c.destination).where(*those)).scalars())


def forget(connection: Connection, before: datetime) -> int:
    """Drop slots whose day is long over, and count them."""
    return connection.execute(delete(due_slots).where(due_slots.c.at < before)).rowcount
