"""Times the import of many leads beside the best bare upsert of the same columns into the same table.

First into an empty house, then the same leads again of which some have moved on, so that history is
written. Ours reads the CSV, maps it, compares, keeps history and writes; the baseline is handed ready
tuples, and the history that it may keep is not held in its favour. The sides take turns, each in a
process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import func, select

from bot.crm.file.importing import import_files
from storage.database import migrate, open_engine
from storage.imports import SqlImport
from storage.schema import lead_changes
from tests.bench import bare_import
from tests.bench.finding import Finding

ROWS = 1_000_000
ROUNDS = 3
FEWEST_ROWS_KEPT = 0.5
MOST_MB = 300
MOVED = 0.3
"""So many leads have another status in the second file; every other one of these has another owner too."""
HEADINGS = (
    *("Lead ID", "First Name", "Last Name", "Company", "Email", "Phone", "Job Title"),
    *("Lead Source", "Campaign", "Lead Owner", "Lead Status", "Disqualification Reason"),
    *("Created Date", "Last Touch Date"),
)
OWNER, STATUS, TOUCHED = (
    HEADINGS.index(one) for one in ("Lead Owner", "Lead Status", "Last Touch Date")
)
REPS = 60
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
SYLLABLES = (
    *("ka", "lo", "mi", "ra", "to", "ve", "su", "na", "di", "po", "re", "za"),
    *("łu", "żó", "mü"),
)
STATUSES = (
    *("Open - Not Contacted", "Working - Contacted", "Closed - Converted"),
    *("Closed - Not Converted", "Nurturing", "Qualified"),
)

Told = dict[str, float]
"""What a side tells of itself: rows, seconds, memory in MB, and how much history it wrote."""


def measure(rows: int = ROWS, postgres: str = "", rounds: int = ROUNDS) -> Iterator[Finding]:
    """Measure on SQLite, and on PostgreSQL where a URL names a database, which is emptied."""
    with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder:
        files = Path(folder) / "leads.csv", Path(folder) / "moved.csv"
        write_leads(files[0], rows)
        move_leads(*files)
        bare = f"{folder}/bare.sqlite3"
        yield from _Sides("SQLite", f"sqlite:///{folder}/ours.sqlite3", bare).findings(
            files, rounds
        )
        if postgres:
            yield from _Sides("PostgreSQL", postgres, "bare").findings(files, rounds)


class _Sides:
    """Both sides on one database."""

    def __init__(self, name: str, url: str, bare: str) -> None:
        self._name = name
        self._url = url
        self._bare = bare
        self._told: dict[str, list[Told]] = defaultdict(list)

    def findings(self, files: tuple[Path, Path], rounds: int) -> Iterator[Finding]:
        """Measure some rounds, and tell the medians."""
        fresh, moved = map(str, files)
        for _ in range(rounds):
            self._run("fresh", "ours", fresh, "0")
            self._run("fresh", "bare", self._bare, "0")
            self._run("moved", "ours", moved, "1")
            self._run("moved", "bare", self._bare, "1")
        self._run("again", "ours", moved, "2")
        yield self._speed("import", "fresh", FEWEST_ROWS_KEPT)
        (changes,) = {told["changes"] for told in self._told["moved ours"]}
        yield self._speed(f"import that keeps {changes:,.0f} changes", "moved", FEWEST_ROWS_KEPT)
        yield self._speed("the same, kept by the baseline too", "moved", time="with_history")
        yield self._speed("import again, nothing changed", "again")
        ours, bare = (self._memory(side) for side in ("ours", "bare"))
        what = f"{self._name}: peak memory"
        yield Finding(what=what, unit="MB", ours=ours, bare=bare, at_most=MOST_MB)

    def _run(self, what: str, side: str, *given: str) -> None:
        """Let one side work in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.import_leads", side, self._url, *given],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._told[f"{what} {side}"].append(json.loads(done.stdout))

    def _speed(
        self, what: str, which: str, at_least: float | None = None, time: str = "seconds"
    ) -> Finding:
        what, ours = f"{self._name}: {what}", self._per_second(f"{which} ours")
        if f"{which} bare" not in self._told:
            return Finding(what=what, unit="rows/s", ours=ours)
        bare = self._per_second(f"{which} bare", time)
        ratio = ours / bare
        return Finding(
            what=what, unit="rows/s", ours=ours, bare=bare, ratio=ratio, at_least=at_least
        )

    def _per_second(self, which: str, time: str = "seconds") -> float:
        return median(told["rows"] / told[time] for told in self._told[which])

    def _memory(self, side: str) -> float:
        told = (one for which, some in self._told.items() if which.endswith(side) for one in some)
        return max(one["memory"] for one in told)


# The leads


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
        f"Rep {chance.randrange(REPS)}",
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


def move_leads(path: Path, moved: Path, seed: int = 11) -> None:
    """Write the file anew, as if some leads had been worked on since."""
    chance = random.Random(seed)
    with (
        path.open(encoding="utf-8", newline="") as old,
        moved.open("w", encoding="utf-8", newline="") as new,
    ):
        reader, writer = csv.reader(old), csv.writer(new)
        writer.writerow(next(reader))
        for row in reader:
            if chance.random() < MOVED:
                _move(row, chance)
            writer.writerow(row)


def _move(row: list[str], chance: random.Random) -> None:
    row[STATUS] = STATUSES[(STATUSES.index(row[STATUS]) + 1) % len(STATUSES)]
    row[TOUCHED] = "2026-11" + row[TOUCHED][len("2026-11") :]
    if chance.random() < 1 / 2:
        row[OWNER] = f"Rep {chance.randrange(REPS)}"


# Each of these runs in a process of its own.


def ours(url: str, file: str, day: str) -> Told:
    """Import a file; on day 0 into an empty house."""
    engine = open_engine(url)
    if day == "0":
        bare_import.empty(engine)
        migrate(engine)
    at = NOW + timedelta(days=int(day))
    began = time.perf_counter()
    imported = import_files([Path(file)], SqlImport(engine, lambda: at))
    seconds = time.perf_counter() - began
    bare_import.tidy(engine)
    with engine.connect() as connection:
        kept = connection.execute(select(func.count()).select_from(lead_changes)).scalar_one()
    return _told(imported.read, seconds) | {"changes": kept}


def bare(url: str, where: str, day: str) -> Told:
    """Upsert what our last import wrote into a table of the same make; on day 0 into an empty one."""
    done = bare_import.upsert(open_engine(url), where, anew=day == "0")
    with_history = done.seconds + done.history_seconds
    return _told(done.rows, done.seconds) | {"with_history": with_history}


def _told(rows: int, seconds: float) -> Told:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"rows": rows, "seconds": seconds, "memory": memory}


def main(arguments: Sequence[str]) -> None:
    """Run one side where the arguments name it, else all of them."""
    sides = {"ours": ours, "bare": bare}
    if arguments and arguments[0] in sides:
        print(json.dumps(sides[arguments[0]](*arguments[1:])))
        return
    rows = int(arguments[0]) if arguments else ROWS
    for finding in measure(rows, os.environ.get("LEADLOOP_TEST_POSTGRES", "")):
        print(finding, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
