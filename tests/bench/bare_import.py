# ruff: noqa: S608 - every name in the statements is our own
"""The best bare upsert of what our import wrote: ready tuples into a temporary table, then one statement.

On SQLite this was faster than a multi-row upsert of any size, on PostgreSQL it is `COPY`. Rows that say
nothing new are left alone. What it takes to keep the changes as well is timed by itself.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from storage.database import PRAGMAS, migrate, open_engine
from storage.schema import campaigns, owners

CHUNK = 5_000
STATEMENT = 500
FILLED = (
    *("system", "external_id", "external_key", "name", "name_key", "surname_key", "company"),
    *("company_key", "email", "phone", "title", "source", "campaign_id", "owner_id", "status"),
    *("status_raw", "reason", "reason_raw", "created_at", "last_touch_at", "status_changed_at"),
    *("reason_changed_at", "owner_changed_at", "imported_at"),
)
"""What our import of such a file fills."""
NOT_COMPARED = frozenset({"system", "external_id", "external_key", "imported_at"})
NAMES = ", ".join(FILLED)

WATCHED = {
    "status": "coalesce({0}.status, {0}.status_raw)",
    "reason": "coalesce({0}.reason, {0}.reason_raw)",
    "owner": "coalesce(CAST({0}.owner_id AS TEXT), '')",
}

Rows = Iterator[Sequence[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class Upserted:
    """What the bare side did."""

    rows: int
    seconds: float
    history_seconds: float
    """For the history, which is not in `seconds`."""


def empty(engine: Engine) -> None:
    """Throw away all that is there."""
    if engine.dialect.name == "sqlite":
        engine.dispose()
        _remove(engine.url.database or "")
        return
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS bare CASCADE"))
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def _remove(path: str) -> None:
    for end in ("", "-wal", "-shm"):
        Path(path + end).unlink(missing_ok=True)


def tidy(engine: Engine) -> None:
    """Do at once what PostgreSQL would do by itself a little later, in the middle of the next round."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def upsert(engine: Engine, where: str, *, anew: bool) -> Upserted:
    """Upsert our leads into the bare table; `where` is a file or a schema."""
    side = _sqlite if engine.dialect.name == "sqlite" else _postgres
    return side(engine, where, anew=anew)


def _statement(table: str, distinct: str) -> str:
    compared = [name for name in FILLED if name not in NOT_COMPARED]
    new = ", ".join(f"{name} = excluded.{name}" for name in [*compared, "imported_at"])
    differs = " OR ".join(f"leads.{name} {distinct} excluded.{name}" for name in compared)
    return (
        f"INSERT INTO {table} AS leads ({NAMES}) SELECT {NAMES} FROM given WHERE true "
        f"ON CONFLICT (external_key, system) DO UPDATE SET {new} WHERE {differs}"
    )


def _history(prefix: str) -> Iterator[str]:
    """Keep what the upsert is about to change."""
    for field, word in WATCHED.items():
        old, new = word.format("leads"), word.format("given")
        yield (
            f"INSERT INTO {prefix}lead_changes (lead_id, field, old, new, at, origin) "
            f"SELECT leads.id, '{field}', {old}, {new}, given.imported_at, 'import' "
            f"FROM given JOIN {prefix}leads AS leads ON leads.external_key = given.external_key "
            f"AND leads.system = given.system WHERE {old} <> {new}"
        )


def _timed(deeds: Iterable[Callable[[], object]]) -> float:
    began = time.perf_counter()
    for deed in deeds:
        deed()
    return time.perf_counter() - began


def _chunks(cursor: Any) -> Rows:
    while rows := cursor.fetchmany(CHUNK):
        yield rows


def _sqlite(engine: Engine, path: str, *, anew: bool) -> Upserted:
    source = sqlite3.connect(engine.url.database or "")
    if anew:
        _remove(path)
        target = open_engine(f"sqlite:///{path}")
        migrate(target)
        target.dispose()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (*PRAGMAS, "PRAGMA cache_size=-80000", "PRAGMA mmap_size=0"):
        connection.execute(pragma)
    for table in (campaigns, owners):
        rows = source.execute(f"SELECT * FROM {table.name}").fetchall()
        places = ", ".join("?" * len(table.columns))
        connection.executemany(f"INSERT OR IGNORE INTO {table.name} VALUES ({places})", rows)
    connection.execute(f"CREATE TEMPORARY TABLE given ({NAMES})")
    ready = _chunks(source.execute(f"SELECT {NAMES} FROM leads ORDER BY id"))
    connection.execute("BEGIN IMMEDIATE")
    seconds = _give(connection, ready)
    history = _timed(partial(connection.execute, one) for one in _history(""))
    upsert = _statement("leads", "IS NOT")
    seconds += _timed(partial(connection.execute, one) for one in (upsert, "COMMIT"))
    (count,) = connection.execute("SELECT count(*) FROM given").fetchone()
    return Upserted(count, seconds, history)


def _give(connection: sqlite3.Connection, ready: Rows) -> float:
    place = f"({', '.join('?' * len(FILLED))})"
    seconds = 0.0
    for rows in ready:
        some = [rows[start : start + STATEMENT] for start in range(0, len(rows), STATEMENT)]
        flat = [tuple(chain.from_iterable(one)) for one in some]
        began = time.perf_counter()
        for one, values in zip(some, flat, strict=True):
            connection.execute(f"INSERT INTO given VALUES {', '.join([place] * len(one))}", values)
        seconds += time.perf_counter() - began
    return seconds


def _postgres(engine: Engine, schema: str, *, anew: bool) -> Upserted:
    raw: Any = engine.raw_connection().driver_connection
    with raw.cursor() as cursor:
        if anew:
            _lay_out(cursor, schema)
        cursor.execute(f"CREATE TEMPORARY TABLE given AS SELECT {NAMES} FROM leads WHERE false")
        raw.commit()
        seconds = _copy(raw)
        cursor.execute("ANALYZE given")
        history = _timed(partial(cursor.execute, one) for one in _history(f"{schema}."))
        upsert = partial(cursor.execute, _statement(f"{schema}.leads", "IS DISTINCT FROM"))
        seconds += _timed((upsert, raw.commit))
        cursor.execute("SELECT count(*) FROM given")
        (count,) = cursor.fetchone()
        raw.commit()
    tidy(engine)
    return Upserted(count, seconds, history)


def _lay_out(cursor: Any, schema: str) -> None:
    cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
    cursor.execute(f"CREATE SCHEMA {schema}")
    cursor.execute(f"CREATE TABLE {schema}.leads (LIKE leads INCLUDING ALL)")
    cursor.execute(
        f"ALTER TABLE {schema}.leads ADD FOREIGN KEY (campaign_id) REFERENCES campaigns,"
        " ADD FOREIGN KEY (owner_id) REFERENCES owners"
    )
    cursor.execute(f"CREATE TABLE {schema}.lead_changes (LIKE lead_changes INCLUDING ALL)")
    cursor.execute(
        f"ALTER TABLE {schema}.lead_changes ADD FOREIGN KEY (lead_id) REFERENCES {schema}.leads"
    )


def _copy(raw: Any) -> float:
    """Copy our leads beside the bare table; they come through a cursor of the server, in chunks."""
    seconds = 0.0
    with raw.cursor("ready_rows") as ready, raw.cursor() as writer:
        ready.execute(f"SELECT {NAMES} FROM leads ORDER BY id")
        for rows in _chunks(ready):
            began = time.perf_counter()
            with writer.copy(f"COPY given ({NAMES}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            seconds += time.perf_counter() - began
    return seconds
