"""How transactions begin and end on PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from storage.sqlite import READS_ONLY

DRIVER = "postgresql+leadloop"


class Remembering(PGDialect_psycopg):
    """SQLAlchemy's own way with psycopg, but that a look sees one moment and is cheap to end.

    After a rollback psycopg throws away whatever it has prepared, in a message of its own. What only
    reads has nothing to undo, which the server sees to, and so it may as well be committed.
    """

    supports_statement_cache = True

    def set_connection_execution_options(
        self, connection: Connection, opts: Mapping[str, Any]
    ) -> None:
        """Let a look see one moment in all of its lines, and change nothing.

        A listener could do the same, and SQLAlchemy would look for others around every statement.
        """
        if opts.get(READS_ONLY):
            look = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            opts = look | dict(opts)
        super().set_connection_execution_options(connection, opts)

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Undo what was not committed, if anything can have been done."""
        if dbapi_connection.read_only:
            dbapi_connection.commit()
        else:
            dbapi_connection.rollback()


def register() -> str:
    """Make SQLAlchemy know this way, and give the name by which a URL asks for it."""
    registry.register(DRIVER.replace("+", "."), __name__, Remembering.__name__)
    return DRIVER
