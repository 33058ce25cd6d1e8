"""Both databases keep what they were told, lose no update, and say plainly what is wrong."""

from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoTurn

from handlers.errors import Unusable
from storage.database import migrate, open_engine
from storage.turns import WriteTurn
from tests.jottings import jottings

THREADS, TIMES = 8, 25


@pytest.fixture
def sqlite(tmp_path: Path, sqlite_template: Path) -> Iterator[Engine]:
    """A SQLite database with today's schema, for what only SQLite does."""
    path = tmp_path / "one.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    engine = open_engine(f"sqlite:///{path}")
    jottings.create(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(engine: Engine) -> Iterator[Engine]:
    """Either database, with a table to jot into."""
    jottings.create(engine, checkfirst=True)
    yield engine
    jottings.drop(engine)


def keep(engine: Engine, name: str, value: object) -> None:
    with engine.begin() as connection:
        connection.execute(insert(jottings).values(name=name, value=value))


def kept(engine: Engine) -> dict[str, object]:
    with engine.connect() as connection:
        return {row.name: row.value for row in connection.execute(select(jottings))}


# Updates


def test_no_update_is_lost_among_threads(engine: Engine) -> None:
    keep(engine, "counter", 0)
    lock = select(jottings.c.value).where(jottings.c.name == "counter").with_for_update()

    def count_up(_: int) -> None:
        for _ in range(TIMES):
            with engine.begin() as connection:
                before = connection.execute(lock).scalar_one()
                connection.execute(update(jottings).values(value=before + 1))

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(count_up, range(THREADS)))
    assert kept(engine) == {"counter": THREADS * TIMES}


def test_a_transaction_that_fails_leaves_nothing_behind(engine: Engine) -> None:
    keep(engine, "taken", 1)
    twice = [{"name": "half", "value": 1}, {"name": "taken", "value": 2}]
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(jottings), twice)
    assert kept(engine) == {"taken": 1}


def test_a_reader_neither_holds_up_a_writer_nor_sees_half_of_it(engine: Engine) -> None:
    keep(engine, "first", 1)
    with engine.connect().execution_options(reads_only=True) as reader:
        assert len(reader.execute(select(jottings)).all()) == 1
        writer = threading.Thread(target=keep, args=(engine, "second", 2))
        writer.start()
        writer.join(timeout=5)
        assert not writer.is_alive()
        assert len(reader.execute(select(jottings)).all()) == 1, "a reader sees one moment"
    assert kept(engine) == {"first": 1, "second": 2}


def test_after_reading_a_connection_writes_again(engine: Engine) -> None:
    with engine.connect().execution_options(reads_only=True) as reader:
        reader.execute(select(jottings))
    for number in range(3):
        keep(engine, f"after {number}", number)
    assert len(kept(engine)) == 3


@pytest.mark.parametrize("name", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgres_is_spoken_to_through_psycopg_however_it_is_named(name: str) -> None:
    engine = open_engine(f"{name}://leadloop@localhost/leadloop")
    assert engine.url.get_backend_name() == "postgresql"
    assert engine.dialect.driver == "psycopg"


def test_isolation_is_what_the_code_counts_on(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        levels = ["SERIALIZABLE", "SERIALIZABLE"]
    else:
        levels = ["READ COMMITTED", "REPEATABLE READ"]
    found = []
    for reads in (False, True):
        with engine.connect().execution_options(reads_only=reads) as connection:
            found.append(connection.get_isolation_level())
    assert found == levels


def test_what_a_reader_writes_is_not_kept(engine: Engine) -> None:
    with (
        suppress(DBAPIError),
        engine.connect().execution_options(reads_only=True) as reader,
    ):
        reader.execute(insert(jottings), {"name": "slipped in", "value": 1})
    assert kept(engine) == {}


# PostgreSQL's own ways


@pytest.mark.postgres
def test_what_the_driver_has_prepared_outlasts_a_look(postgres: str) -> None:
    engine = open_engine(postgres)
    for _ in range(10):
        with engine.connect().execution_options(reads_only=True) as connection:
            connection.exec_driver_sql("SELECT 1 + %(one)s::int", {"one": 1})
    with engine.connect() as connection:
        prepared = connection.exec_driver_sql("SELECT statement FROM pg_prepared_statements")
        assert any("SELECT 1 +" in statement for statement in prepared.scalars())
    engine.dispose()


@pytest.mark.postgres
def test_a_look_that_failed_half_way_leaves_its_connection_usable(postgres: str) -> None:
    engine = open_engine(postgres)
    with (
        pytest.raises(DBAPIError),
        engine.connect().execution_options(reads_only=True) as connection,
    ):
        connection.exec_driver_sql("SELECT 1 / 0")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
    engine.dispose()


@pytest.mark.postgres
def test_a_rested_connection_that_the_server_has_hung_up_on_is_replaced(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.TRUSTED_SECONDS", 0)
    engine, other = open_engine(postgres), open_engine(postgres)
    with engine.connect() as connection:
        before = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    with other.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_terminate_backend({before}, 5000)")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one() != before
    for one in (engine, other):
        one.dispose()


# SQLite's own ways


def test_sqlite_is_set_up_to_survive_a_power_cut(sqlite: Engine) -> None:
    wanted = {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000}
    with ThreadPoolExecutor(4) as threads:
        barrier = threading.Barrier(4)

        def look(_: int) -> dict[str, object]:
            with sqlite.connect().execution_options(reads_only=True) as connection:
                barrier.wait(timeout=10)
                return {
                    name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted
                }

        assert list(threads.map(look, range(4))) == [wanted] * 4


def test_a_new_file_and_its_folder_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "leadloop.sqlite3"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    jottings.create(engine)
    keep(engine, "x", 1)
    files = list(path.parent.iterdir())
    assert {file.name for file in files} >= {path.name, f"{path.name}-wal"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    engine.dispose()


def test_an_existing_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "leadloop.sqlite3"
    path.touch(mode=0o640)
    open_engine(f"sqlite:///{path}").dispose()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_full_disk_stops_a_transaction_whole_and_room_lets_it_go_on(sqlite: Engine) -> None:
    keep(sqlite, "before", 1)
    with sqlite.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 20}")
        connection.rollback()
        too_much = [{"name": f"half {number}", "value": "x" * 1_000} for number in range(1_000)]
        with pytest.raises(OperationalError, match="full"):
            connection.execute(insert(jottings), too_much)
        connection.rollback()
        assert [row.name for row in connection.execute(select(jottings))] == ["before"]
        connection.rollback()
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        connection.rollback()
        connection.execute(insert(jottings).values(name="after", value="x" * 200_000))
        connection.commit()
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    assert set(kept(sqlite)) == {"before", "after"}


def test_a_disk_that_can_only_be_read_is_an_error_until_it_can_be_written(sqlite: Engine) -> None:
    keep(sqlite, "before", 1)
    with sqlite.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.rollback()
        with pytest.raises(DBAPIError, match="readonly"):
            connection.execute(insert(jottings).values(name="half", value=1))
        connection.rollback()
        connection.connection.cursor().execute("PRAGMA query_only=OFF")  # begins no transaction
        connection.execute(insert(jottings).values(name="after", value=1))
        connection.commit()
    assert set(kept(sqlite)) == {"before", "after"}


def test_threads_write_in_turn_and_every_way_to_end_gives_the_turn_back(sqlite: Engine) -> None:
    with sqlite.connect() as connection:
        connection.execute(insert(jottings).values(name="undone", value=1))
        with ThreadPoolExecutor(1) as other:
            waiting = other.submit(keep, sqlite, "after", 1)
            assert not waiting.done()
            connection.rollback()
            connection.invalidate()
            connection.close()
            waiting.result(timeout=5)
    with pytest.raises(OperationalError), sqlite.begin() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    keep(sqlite, "last", 1)
    assert set(kept(sqlite)) == {"after", "last"}


def test_a_commit_that_fails_undoes_everything_and_keeps_nobody_waiting(sqlite: Engine) -> None:
    promise(sqlite)
    with sqlite.connect() as connection:
        connection.exec_driver_sql("INSERT INTO promises VALUES (5)")
        with pytest.raises(IntegrityError):
            connection.commit()
        with ThreadPoolExecutor(1) as other:
            other.submit(keep, sqlite, "meanwhile", 1).result(timeout=5)
    keep(sqlite, "after", 1)
    assert set(kept(sqlite)) == {"meanwhile", "after"}


def promise(engine: Engine) -> None:
    """Make `promises` whose rows are only checked at the commit."""
    reference = "REFERENCES kept (id) DEFERRABLE INITIALLY DEFERRED"
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql(f"CREATE TABLE promises (kept INTEGER {reference})")


def test_whoever_waits_too_long_for_the_turn_to_write_gets_an_error(sqlite: Engine) -> None:
    turn = WriteTurn(patience_s=0.01)
    with sqlite.connect() as one, sqlite.connect() as other:
        turn.take(one.connection)
        turn.take(one.connection)
        with pytest.raises(NoTurn, match="another thread has been writing"):
            turn.take(other.connection)


# What an operator may get wrong


@pytest.mark.parametrize(
    "url", ["", "leadloop.sqlite3", "sqlite//leadloop", "postgresql://u:secret@host:port/x"]
)
def test_a_url_that_cannot_be_read_is_told_without_its_password(url: str) -> None:
    with pytest.raises(Unusable, match=r"write it like sqlite:///leadloop\.sqlite3") as refused:
        open_engine(url)
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(Unusable, match="in SQLite or PostgreSQL, not in mysql"):
        open_engine("mysql://root@localhost/leadloop")


def test_a_folder_that_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "x.sqlite3", Path("/proc/x.sqlite3"), tmp_path):
        with pytest.raises(Unusable, match=r"^The database .* cannot be written: .+\.$"):
            open_engine(f"sqlite:///{path}")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("name,email\n" * 1000, encoding="utf-8")
    engine = open_engine(f"sqlite:///{path}")
    with pytest.raises(Unusable, match=r"cannot be used: file is not a database\.$"):
        migrate(engine)
    engine.dispose()
    assert path.read_text(encoding="utf-8").startswith("name,email")


def test_a_postgres_that_is_not_there_is_told_without_its_password() -> None:
    engine = open_engine("postgresql://u:secret@127.0.0.1:1/leadloop")
    with pytest.raises(Unusable, match=r"^The database .*127\.0\.0\.1.* cannot be used") as refused:
        migrate(engine)
    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)
