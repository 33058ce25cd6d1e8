# ruff: noqa: S608 - every name in the statements is our own
"""Times the import of many leads beside the best bare upsert of the same columns into the same table.

Ours reads the CSV, maps it, keeps history and writes. The baseline gets ready-made tuples and only writes.
Each side runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from bot.crm.file.importing import import_files
from storage.database import PRAGMAS, migrate, open_engine
from storage.imports import SqlImport
from storage.schema import campaigns, owners

ROWS = 1_000_000
CHUNK = 5_000
STATEMENT = 500
HEADINGS = (
    *("Lead ID", "First Name", "Last Name", "Company", "Email", "Phone", "Job Title"),
    *("Lead Source", "Campaign", "Lead Owner", "Lead Status", "Disqualification Reason"),
    *("Created Date", "Last Touch Date"),
)
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
FILLED = (
    *("system", "external_id", "external_key", "name", "name_key", "surname_key", "company"),
    *("company_key", "email", "phone", "title", "source", "campaign_id", "owner_id", "status"),
    *("status_raw", "reason", "reason_raw", "created_at", "last_touch_at", "status_changed_at"),
    "imported_at",
)
"""What our import of such a file fills."""
NOT_COMPARED = frozenset({"system", "external_id", "external_key", "imported_at"})
SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ra",
    "to",
    "ve",
    "su",
    "na",
    "di",
    "po",
    "re",
    "za",
    "łu",
    "żó",
    "mü",
)
STATUSES = (
    *("Open - Not Contacted", "Working - Contacted", "Closed - Converted"),
    *("Closed - Not Converted", "Nurturing", "Qualified"),
)

Figure = tuple[str, float, float, float]
"""What was measured, ours, the baseline, and ours divided by it; rows a second, except for memory in MB."""


def run(rows: int = ROWS, postgres: str = "") -> list[Figure]:
    """Measure on SQLite, and on PostgreSQL where a URL names an empty database."""
    with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder:
        file = Path(folder) / "leads.csv"
        write_leads(file, rows)
        figures = _measured("SQLite", f"sqlite:///{folder}/ours.sqlite3", file, folder)
        if postgres:
            figures += _measured("PostgreSQL", postgres, file, folder)
    return figures


def _measured(name: str, url: str, file: Path, folder: str) -> list[Figure]:
    ours = _apart("ours", url, str(file))
    again = _apart("again", url, str(file))
    bare = _apart("bare", url, f"{folder}/bare.sqlite3")
    rows = ours["rows"]
    return [
        (f"{name}: import, rows/s", *_rates(rows, ours["seconds"], bare["seconds"])),
        (f"{name}: import again, rows/s", *_rates(rows, again["seconds"], bare["seconds"])),
        (
            f"{name}: peak memory, MB",
            ours["memory"],
            bare["memory"],
            ours["memory"] / bare["memory"],
        ),
    ]


def _rates(rows: float, ours: float, bare: float) -> tuple[float, float, float]:
    return rows / ours, rows / bare, bare / ours


def _apart(*arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.import_leads", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def write_leads(path: Path, rows: int, seed: int = 7) -> None:
    """Write a CSV of invented leads."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(_invented(chance, number) for number in range(rows))


def _invented(chance: random.Random, number: int) -> list[str]:
    first, last, company = (_word(chance) for _ in range(3))
    return [
        f"00Q{chance.getrandbits(60):015x}",
        first,
        last,
        f"{company} {chance.choice(['Inc', 'GmbH', 'Sp. z o.o.', 'Ltd'])}",
        f"{first}.{last}{number}@{company}.example".lower(),
        f"+48 {chance.randrange(10**9):09d}",
        chance.choice(["CEO", "CTO", "Buyer", "Head of Sales"]),
        chance.choice(["Web", "Webinar", "Paid Search", "Trade Show", "Referral", "Email"]),
        f"Campaign {chance.randrange(200)}",
        f"Rep {chance.randrange(60)}",
        chance.choice(STATUSES),
        chance.choice(["", "", "", "No budget", "Competitor", "Duplicate"]),
        _moment(chance),
        _moment(chance),
    ]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).title()


def _moment(chance: random.Random) -> str:
    day = f"2026-{chance.randrange(1, 11):02d}-{chance.randrange(1, 28):02d}"
    clock = chance.randrange(86_400)
    return f"{day} {clock // 3600:02d}:{clock // 60 % 60:02d}:{clock % 60:02d}"


# Each of these runs in a process of its own.


def ours(url: str, file: str) -> dict[str, float]:
    """Import into an empty house."""
    engine = open_engine(url)
    if engine.dialect.name == "postgresql":
        _empty(engine)
    migrate(engine)
    return again(url, file)


def again(url: str, file: str) -> dict[str, float]:
    """Import once more."""
    start = time.perf_counter()
    imported = import_files([Path(file)], SqlImport(open_engine(url), lambda: NOW))
    return _told(imported.read, time.perf_counter() - start)


def bare(url: str, path: str) -> dict[str, float]:
    """Upsert what our import wrote into an empty table of the same make."""
    engine = open_engine(url)
    return _bare_sqlite(engine, path) if engine.dialect.name == "sqlite" else _bare_postgres(engine)


def _told(rows: int, seconds: float) -> dict[str, float]:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"rows": rows, "seconds": seconds, "memory": memory}


def _empty(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def _upsert(columns: Sequence[str], source: str) -> str:
    names = ", ".join(columns)
    compared = [name for name in columns if name not in NOT_COMPARED]
    new = ", ".join(f"{name} = excluded.{name}" for name in [*compared, "imported_at"])
    differs = " OR ".join(f"leads.{name} IS DISTINCT FROM excluded.{name}" for name in compared)
    return (
        f"INSERT INTO leads ({names}) {source} "
        f"ON CONFLICT (external_key, system) DO UPDATE SET {new} WHERE {differs}"
    )


def _chunks(connection: Any, columns: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    names = ", ".join(columns)
    cursor = connection.execute(f"SELECT {names} FROM leads ORDER BY id")
    while rows := cursor.fetchmany(CHUNK):
        yield rows


def _bare_sqlite(engine: Engine, path: str) -> dict[str, float]:
    target = open_engine(f"sqlite:///{path}")
    migrate(target)
    target.dispose()
    columns = FILLED
    source = sqlite3.connect(engine.url.database or "")
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (*PRAGMAS, "PRAGMA cache_size=-80000", "PRAGMA mmap_size=0"):
        connection.execute(pragma)
    for table in (campaigns, owners):
        rows = source.execute(f"SELECT * FROM {table.name}").fetchall()
        places = ", ".join("?" * len(table.columns))
        connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
    place = f"({', '.join('?' * len(columns))})"
    statement = _upsert(columns, f"VALUES {', '.join([place] * STATEMENT)}")
    statement = statement.replace("IS DISTINCT FROM", "IS NOT")
    seconds, count = 0.0, 0
    connection.execute("BEGIN IMMEDIATE")
    for rows in _chunks(source, columns):
        flat = [
            tuple(chain.from_iterable(rows[start : start + STATEMENT]))
            for start in range(0, len(rows), STATEMENT)
        ]
        begun = time.perf_counter()
        connection.executemany(statement, flat)
        seconds += time.perf_counter() - begun
        count += len(rows)
    begun = time.perf_counter()
    connection.execute("COMMIT")
    return _told(count, seconds + time.perf_counter() - begun)


def _bare_postgres(engine: Engine) -> dict[str, float]:
    columns = FILLED
    names = ", ".join(columns)
    raw: Any = engine.raw_connection().driver_connection
    with raw.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE ready AS SELECT {names} FROM leads ORDER BY id")
        cursor.execute("TRUNCATE leads CASCADE")
        cursor.execute(f"CREATE TEMP TABLE given AS SELECT {names} FROM ready WHERE false")
        raw.commit()
        cursor.execute("SELECT count(*) FROM ready")
        (count,) = cursor.fetchone()
        seconds = 0.0
        with raw.cursor("ready_rows") as ready, raw.cursor() as writer:
            ready.execute(f"SELECT {names} FROM ready")
            while rows := ready.fetchmany(CHUNK):
                begun = time.perf_counter()
                with writer.copy(f"COPY given ({names}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
                seconds += time.perf_counter() - begun
        begun = time.perf_counter()
        cursor.execute(_upsert(columns, f"SELECT {names} FROM given WHERE true"))
        raw.commit()
        return _told(count, seconds + time.perf_counter() - begun)


def main(arguments: Sequence[str]) -> None:
    """Run one side where the arguments name it, else all of them."""
    sides = {"ours": ours, "again": again, "bare": bare}
    if arguments and arguments[0] in sides:
        print(json.dumps(sides[arguments[0]](*arguments[1:])))
        return
    rows = int(arguments[0]) if arguments else ROWS
    for name, we, they, ratio in run(rows, os.environ.get("LEADLOOP_TEST_POSTGRES", "")):
        print(f"{name:36} {we:>12,.0f} {they:>12,.0f} {ratio:>8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
