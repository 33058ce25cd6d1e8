"""Keys of what was done, so that a repeat has no effect."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert
from sqlalchemy.exc import IntegrityError

from handlers.errors import AlreadyDone
from storage.schema import once_keys

_TAKE = insert(once_keys)


def claim(connection: Connection, key: str, at: datetime) -> None:
    """Take a key inside this transaction, or raise `AlreadyDone`."""
    try:
        connection.execute(_TAKE, {"key": key, "at": at})
    except IntegrityError as taken:
        raise AlreadyDone(key) from taken


def forget(connection: Connection, before: datetime) -> int:
    """Drop keys so old that no platform repeats them any more, and count them."""
    return connection.execute(delete(once_keys).where(once_keys.c.at < before)).rowcount
