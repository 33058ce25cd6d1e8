"""The schema comes about by migrations alone, and what was kept in it survives each of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, inspect, select, text, types

from handlers.errors import Unusable
from storage import database, schema
from storage.database import migrate

HOUSE = Path(__file__).parents[2]
SCRIPTS = ScriptDirectory.from_config(database._alembic())
STEPS = [step.revision for step in reversed([*SCRIPTS.walk_revisions()])]


@pytest.fixture
def bare(engine: Engine) -> Iterator[Engine]:
    """A database without any table; today's schema is put back afterwards for the other tests."""
    _clear(engine)
    yield engine
    _clear(engine)
    migrate(engine)


def _clear(engine: Engine) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        else:
            there = MetaData()
            there.reflect(connection)
            there.drop_all(connection)


def test_the_migrated_schema_is_the_one_the_code_speaks_of(engine: Engine) -> None:
    told = engine.dialect.name == "postgresql"  # SQLite tells an empty default in other words
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": told})
        assert compare_metadata(context, schema.metadata) == []


def test_partial_indexes_are_partial(engine: Engine) -> None:
    """Alembic does not compare an index's condition, so it is looked for here."""
    wanted = {
        index.name
        for table in schema.metadata.sorted_tables
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }
    looks = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE indexdef LIKE '% WHERE %'"
        " AND schemaname = 'public'",
    }
    with engine.connect() as connection:
        found = set(connection.scalars(text(looks[engine.dialect.name])))
    assert found == wanted != set()


def test_every_constraint_has_a_name(engine: Engine) -> None:
    look = inspect(engine)
    for table in schema.metadata.tables:
        assert look.get_pk_constraint(table)["name"] == f"pk_{table}"
        named = [*look.get_foreign_keys(table), *look.get_unique_constraints(table)]
        assert all(constraint["name"] for constraint in named), table


def test_migrations_outlive_the_code_of_their_day() -> None:
    for step in STEPS:
        code = Path(SCRIPTS.get_revision(step).path).read_text(encoding="utf-8")
        assert not any(house in code for house in ("storage", "handlers", "bot.")), step


def test_data_survives_every_step(bare: Engine) -> None:
    """Walk the revisions one by one, with a row in every table since it was made."""
    kept: dict[str, dict[str, Any]] = {}
    for step in STEPS:
        migrate(bare, step)
        with bare.begin() as connection:
            for table in _tables(connection):
                if table.name not in kept:
                    kept[table.name] = _fill(connection, table)
            _check(connection, kept)
    migrate(bare)
    with bare.connect() as connection:
        _check(connection, kept)
    assert set(kept) == set(schema.metadata.tables)


def _tables(connection: Connection) -> list[Table]:
    there = MetaData()
    there.reflect(connection)
    return [table for table in there.sorted_tables if table.name != "alembic_version"]


def _fill(connection: Connection, table: Table) -> dict[str, Any]:
    """Put one row into a table, as its columns were on that day."""
    row = {column.name: _sample(column.type) for column in table.columns}
    row |= {
        next(iter(key.columns)).name: _kept_in(connection, next(iter(key.elements)).column.table)
        for key in table.foreign_key_constraints
    }
    connection.execute(table.insert().values(row))
    return row


def _kept_in(connection: Connection, table: Table) -> Any:
    return connection.execute(select(next(iter(table.primary_key)))).scalar_one()


def _sample(kind: types.TypeEngine[Any]) -> Any:
    samples: dict[type[types.TypeEngine[Any]], Any] = {
        types.Integer: 7,
        types.String: "7",
        types.Date: date(2026, 11, 16),
        types.Time: time(9, 30),
        types.JSON: {"Łódź": [1, None]},
        types.LargeBinary: b"\x00\xff",
        types.Boolean: True,
        types.Float: 0.5,
    }
    return next(sample for known, sample in samples.items() if isinstance(kind, known))


def _check(connection: Connection, kept: dict[str, dict[str, Any]]) -> None:
    """Columns may come and go, rows may not; what is still there is unchanged."""
    for table in _tables(connection):
        if table.name in kept:
            found = connection.execute(select(table)).mappings().one()
            still = set(kept[table.name]) & set(found)
            assert {name: found[name] for name in still} == {
                name: kept[table.name][name] for name in still
            }


def test_every_step_can_be_taken_back(bare: Engine) -> None:
    migrate(bare)
    with bare.begin() as connection:
        config = database._alembic()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(bare).get_table_names() == ["alembic_version"]


def test_migrating_again_changes_nothing(bare: Engine) -> None:
    migrate(bare)
    with bare.begin() as connection:
        _fill(connection, schema.people)
    migrate(bare)
    with bare.connect() as connection:
        assert len(connection.execute(select(schema.people)).all()) == 1


MIGRATES = """
import sys
from storage.database import migrate, open_engine
engine = open_engine(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
migrate(engine)
"""


@pytest.mark.slow
def test_processes_that_start_together_migrate_once(bare: Engine) -> None:
    url = bare.url.render_as_string(hide_password=False)
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATES, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=HOUSE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in starting:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in starting:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    errors = [process.communicate(timeout=60)[1] for process in starting]
    assert errors == ["", "", ""]
    assert set(inspect(bare).get_table_names()) == {*schema.metadata.tables, "alembic_version"}


def test_a_database_of_a_newer_leadloop_is_refused_and_left_alone(bare: Engine) -> None:
    migrate(bare)
    with bare.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unusable, match=rf"newer Leadloop.*9999.*{STEPS[-1]}.*older backup"):
        migrate(bare)
    with bare.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"
