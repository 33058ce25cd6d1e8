"""PostgreSQL for the tests: a database for each process that runs some, and an empty one for each test."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, make_url, text

from storage.database import open_engine
from storage.schema import metadata

CHILDREN_FIRST = [f'"{table.name}"' for table in reversed(metadata.sorted_tables)]

_USED = text(
    " UNION ALL ".join(
        f"SELECT {number} WHERE EXISTS (SELECT FROM {table})"  # noqa: S608 - our own names
        for number, table in enumerate(CHILDREN_FIRST)
    )
)
_START_AT_ONE = text(
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
    " FROM pg_sequences WHERE last_value IS NOT NULL"
)


def database_of(worker: str, url: str) -> str:
    """Give the URL of this worker's own database, and make it where it is missing."""
    shared = make_url(url)
    own = shared.set(database=f"{shared.database}_{worker}")
    engine = open_engine(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        known = text("SELECT true FROM pg_database WHERE datname = :name")
        if not connection.execute(known, {"name": own.database}).scalar():
            connection.execute(text(f'CREATE DATABASE "{own.database}"'))
    engine.dispose()
    return own.render_as_string(hide_password=False)


def empty(engine: Engine) -> None:
    """Leave a migrated database as if nothing had ever been in it.

    TRUNCATE would do it in one word, but makes the files of every table anew, which takes longer
    than most tests; VACUUM lets the next rows lie in the order in which they come.
    """
    with engine.begin() as connection:
        used = _used(connection)
        for table in used:
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names
        connection.execute(_START_AT_ONE)
    if used:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM {', '.join(used)}"))


def _used(connection: Connection) -> Sequence[str]:
    return [CHILDREN_FIRST[number] for number in sorted(connection.execute(_USED).scalars())]
