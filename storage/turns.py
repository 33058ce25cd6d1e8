"""Lets the threads of one process write to SQLite in turn."""

from __future__ import annotations

from collections.abc import MutableMapping
from threading import Lock

from sqlalchemy.exc import TimeoutError as NoTurn
from sqlalchemy.pool import PoolProxiedConnection


class WriteTurn:
    """The turn to write: from the beginning of a transaction to its end.

    SQLite itself makes a second writer sleep for milliseconds and try again; here it is woken at
    once. Other processes are still kept out by SQLite.
    """

    def __init__(self, *, patience_s: float) -> None:
        """Let nobody wait longer than this many seconds."""
        self._lock = Lock()
        self._patience_s = patience_s

    def take(self, connection: PoolProxiedConnection) -> None:
        """Wait for the turn, unless this connection has it; SQLite alone watches a detached one."""
        held = connection.record_info
        if held is None or self in held:
            return
        if not self._lock.acquire(timeout=self._patience_s):
            message = f"another thread has been writing for {self._patience_s} seconds"
            raise NoTurn(message)
        held[self] = True

    def give_back(self, held: MutableMapping[object, object] | None) -> None:
        """Let the next one write, if the connection of this record had the turn."""
        if held and held.pop(self, False):
            self._lock.release()
