"""How transactions begin and end on PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from storage.sqlite import READS_ONLY

DRIVER = "postgresql+leadloop"


class Remembering(PGDialect_psycopg):
    """SQLAlchemy's own way with psycopg, but that the end of a look forgets no prepared statement.

    After a rollback psycopg throws away whatever it has prepared, in a message of its own. What only
    reads has nothing to undo, which the server sees to, and so it may as well be committed.
    """

    supports_statement_cache = True

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Undo what was not committed, if anything can have been done."""
        if dbapi_connection.read_only:
            dbapi_connection.commit()
        else:
            dbapi_connection.rollback()


def see_one_moment(connection: Connection, options: dict[str, object]) -> None:
    """Let a look see one moment in all of its lines, and change nothing."""
    del connection
    if options.get(READS_ONLY):
        options["isolation_level"] = "REPEATABLE READ"
        options.setdefault("postgresql_readonly", True)


def register() -> str:
    """Make SQLAlchemy know this way, and give the name by which a URL asks for it."""
    registry.register(DRIVER.replace("+", "."), __name__, Remembering.__name__)
    return DRIVER
