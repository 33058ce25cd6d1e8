"""Opens SQLite or PostgreSQL, so that both keep what they were told and lose no update."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from importlib import resources
from pathlib import Path
from time import monotonic

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    DisconnectionError,
    InterfaceError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as NoTurn
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from handlers.errors import Unusable
from storage import postgres, sqlite
from storage.turns import WriteTurn

BUSY_SECONDS = 10
"""How long SQLite waits for another writer, and PostgreSQL for a connection, before it gives up."""

TRUSTED_SECONDS = 5
"""How long a connection to PostgreSQL may rest before it is asked whether it still holds."""

RESTS_SINCE = "rests_since"

PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=FILE",
    "PRAGMA cache_size=-32000",
    "PRAGMA mmap_size=268435456",
)

MIGRATION_LOCK = 7_301_911_540
"""Any number will do, as long as every Leadloop takes the same."""


def open_engine(url: str) -> Engine:
    """Prepare a database by its URL, such as ``sqlite:///leadloop.sqlite3``.

    A SQLite file that is missing is made, readable by its owner alone; PostgreSQL is not asked yet.
    Raises `Unusable`.
    """
    parsed = _parsed(url)
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed)
        case "postgresql" | "postgres":
            return _postgres(parsed)
        case other:
            raise Unusable(f"Leadloop keeps its memory in SQLite or PostgreSQL, not in {other}.")


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        sentence = (
            "The database URL cannot be read; write it like sqlite:///leadloop.sqlite3"
            " or postgresql://user@host/name."
        )
        raise Unusable(sentence) from None  # the cause would quote a password


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        _make_file(Path(url.database))
    turn = WriteTurn(patience_s=BUSY_SECONDS)
    engine = create_engine(
        url.set(drivername=sqlite.register()),
        connect_args={"timeout": BUSY_SECONDS},
        turn=turn,
        poolclass=QueuePool,
        pool_use_lifo=True,  # what a connection has read is stale once another one has written
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "checkin", partial(sqlite.clear, turn))
    return engine


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise Unusable(f"The database {path} cannot be written: {error.strerror}.") from error


def _prepare_sqlite(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    del record
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - tells the type checkers which driver this is
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _postgres(url: URL) -> Engine:
    """Writers use READ COMMITTED, with unique keys and conditions that name the state they expect.

    Readers use REPEATABLE READ, so that all lines of a card are of one moment, and READ ONLY.
    """
    try:
        engine = create_engine(
            url.set(drivername=postgres.register()),
            isolation_level="READ COMMITTED",
            connect_args={"connect_timeout": BUSY_SECONDS},
            pool_size=10,
            max_overflow=10,
        )
    except ModuleNotFoundError as missing:
        sentence = "PostgreSQL needs its driver: install leadloop[postgres]."
        raise Unusable(sentence) from missing
    event.listen(engine, "checkin", _note_rest)
    event.listen(engine, "checkout", partial(_wake, engine))
    return engine


def _note_rest(dbapi_connection: object, record: ConnectionPoolEntry) -> None:
    del dbapi_connection
    record.info[RESTS_SINCE] = monotonic()


def _wake(
    engine: Engine,
    dbapi_connection: DBAPIConnection,
    record: ConnectionPoolEntry,
    proxy: PoolProxiedConnection,
) -> None:
    """Let the pool open another connection where the server has hung up on a rested one.

    SQLAlchemy's own way asks before every transaction, which is a tenth of a press.
    """
    del proxy
    rests_since: float | None = record.info.get(RESTS_SINCE)
    if rests_since is None or monotonic() - rests_since < TRUSTED_SECONDS:
        return
    try:
        engine.dialect.do_ping(dbapi_connection)
    except Exception as gone:
        raise DisconnectionError from gone


def is_passing(error: Exception) -> bool:
    """Tell an error that may be over in a minute from a fault: the database is busy or out of reach."""
    return isinstance(error, OperationalError | InterfaceError | NoTurn)


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to a revision; data that is there stays, and a second process waits.

    Raises `Unusable` where the database cannot be reached or was written by a newer Leadloop.
    """
    config = _alembic()
    try:
        with engine.begin() as connection:
            _wait_for_others(connection)
            _refuse_newer(connection, config)
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except DBAPIError as error:
        reason = (str(error.orig).splitlines() or ["no reason given"])[0]
        plain = engine.url.set(drivername=engine.url.get_backend_name())
        name = plain.render_as_string(hide_password=True)
        raise Unusable(f"The database {name} cannot be used: {reason}.") from error


def _alembic() -> Config:
    config = Config()
    folder = resources.files("storage") / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def _wait_for_others(connection: Connection) -> None:
    """Let one process migrate at a time; SQLite's BEGIN IMMEDIATE has seen to it already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")


def _refuse_newer(connection: Connection, config: Config) -> None:
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    unknown = set(MigrationContext.configure(connection).get_current_heads()) - known
    if unknown:
        sentence = (
            f"This database was written by a newer Leadloop (schema {max(unknown)}, while this"
            f" program knows up to {max(known)}); start the newer one, or restore an older backup."
        )
        raise Unusable(sentence)
