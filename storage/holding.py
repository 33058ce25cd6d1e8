"""Holds a row that is about to change, and only looks at it where nothing changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection, Select

from storage.sqlite import READS_ONLY

Statement = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Held:
    """One row in two ways.

    Work that may write holds it until its transaction ends. A look holds nobody up, and waits for nobody:
    on PostgreSQL it would fail where somebody else changed the row meanwhile.
    """

    looked_at: Statement
    held: Statement

    @classmethod
    def of(cls, row: Statement) -> Self:
        """Make both from the statement that finds the row."""
        return cls(row, row.with_for_update())

    def on(self, connection: Connection) -> Statement:
        """Give the one that fits the connection's transaction."""
        is_look = connection.get_execution_options().get(READS_ONLY, False)
        return self.looked_at if is_look else self.held
