"""Things with a lifetime that tests share: databases, a clock; and what is alike wherever they run."""

from __future__ import annotations

import os
import shutil
import zoneinfo
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, text

from storage.database import migrate, open_engine
from storage.work import Database
from tests.builders import Clock
from tests.datasets import DATASETS
from tests.postgres import database_of, empty

POSTGRES = os.environ.get("LEADLOOP_TEST_POSTGRES", "")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
"""This process's name where several share the tests, such as gw0."""

settings.register_profile("patient", settings(), deadline=None)  # a busy machine is no fault
settings.load_profile("patient")


def pytest_configure() -> None:
    """Take the locked rules of time zones, here and in what tests start: each system has its own."""
    os.environ["PYTHONTZPATH"] = ""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skipped test into a failure where everything is required."""
    outcome = yield
    report: pytest.TestReport = outcome.get_result()  # type: ignore[attr-defined]
    required = os.environ.get("LEADLOOP_REQUIRE_ALL")
    if required and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what brings in the public data sets where they are not at hand."""
    if DATASETS.is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("datasets")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Ids that can be told in advance: id-1, id-2, ..."""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with today's schema, migrated once."""
    path = tmp_path_factory.mktemp("template") / "leadloop.sqlite3"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def sqlite_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """One engine for all tests, each of which puts a file of its own under it.

    SQLAlchemy spells a statement once for an engine; with an engine for each test that took a third
    of the time.
    """
    return open_engine(f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/leadloop.sqlite3")


def renew(path: Path, template: Path) -> None:
    """Put a new file in place; what an earlier test may still hold open is the old one."""
    for part in ("", "-wal", "-shm"):
        Path(f"{path}{part}").unlink(missing_ok=True)
    shutil.copy(template, path)


@pytest.fixture(scope="session")
def postgres() -> str:
    """The URL of a PostgreSQL database that no other process empties meanwhile."""
    if not POSTGRES:
        pytest.skip("LEADLOOP_TEST_POSTGRES names no database")
    return database_of(WORKER, POSTGRES) if WORKER else POSTGRES


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> Iterator[Engine]:
    """A PostgreSQL database with today's schema, migrated once and emptied before each test."""
    engine = open_engine(postgres)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An empty database; each test that asks for it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        engine = request.getfixturevalue("sqlite_engine")
        renew(Path(str(engine.url.database)), request.getfixturevalue("sqlite_template"))
        yield engine
        engine.dispose()
        return
    engine = request.getfixturevalue("postgres_template")
    empty(engine)
    yield engine


@pytest.fixture
def database(engine: Engine, clock: Clock, new_id: Callable[[], str]) -> Database:
    """An empty database behind the door that handlers use."""
    return Database(engine, now=clock, new_id=new_id)
