"""How transactions begin on SQLite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from storage.turns import WriteTurn

DRIVER = "sqlite+leadloop"
READS_ONLY = "reads_only"


class TurnTaking(SQLiteDialect_pysqlite):
    """SQLAlchemy's own way with SQLite, but that transactions begin at once, and write in turn.

    A listener could do the same. SQLAlchemy looks for listeners around every statement of an engine
    that has one, though, and that is a twentieth of an answer.
    """

    supports_statement_cache = True

    def __init__(self, turn: WriteTurn, **others: Any) -> None:
        """Let all connections write in this turn."""
        super().__init__(**others)
        self._turn = turn

    def set_connection_execution_options(
        self, connection: Connection, opts: Mapping[str, Any]
    ) -> None:
        """Remember whether the connection only reads, until it is given back."""
        super().set_connection_execution_options(connection, opts)
        if READS_ONLY in opts:
            connection.connection.info[READS_ONLY] = opts[READS_ONLY]

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Take the write lock at once, unless the transaction only reads.

        With a plain BEGIN two readers that turn writers lose an update without an error.
        """
        reads = dbapi_connection.info.get(READS_ONLY, False)
        if not reads:
            self._turn.take(dbapi_connection)
        cursor = dbapi_connection.cursor()
        cursor.execute("BEGIN" if reads else "BEGIN IMMEDIATE")
        cursor.close()

    def do_commit(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Commit, or undo everything: SQLite would go on with what could not be committed."""
        try:
            dbapi_connection.commit()
        except BaseException:
            self.do_rollback(dbapi_connection)
            raise
        self._turn.give_back(dbapi_connection.record_info)

    def do_rollback(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Undo everything."""
        dbapi_connection.rollback()
        self._turn.give_back(dbapi_connection.record_info)


def clear(turn: WriteTurn, dbapi_connection: object, record: ConnectionPoolEntry) -> None:
    """Let a connection that is given back be a writer's next time, however its last one ended."""
    del dbapi_connection
    record.info.pop(READS_ONLY, None)
    turn.give_back(record.record_info)


def register() -> str:
    """Make SQLAlchemy know these ways, and give the name by which a URL asks for them."""
    registry.register(DRIVER.replace("+", "."), __name__, TurnTaking.__name__)
    return DRIVER
