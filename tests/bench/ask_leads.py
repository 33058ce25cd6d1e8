"""Times finding listed leads in a large house beside the best bare SQL that fetches the same columns.

``python -m tests.bench.ask_leads [leads]`` builds a house of its own; the whole bench hands one in.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from handlers.lead import LeadId, Wanted
from handlers.leads.understanding import understand
from storage.database import PRAGMAS, migrate, open_engine
from storage.leads import SqlLeads

LEADS = 1_000_000
ROUNDS = 15
SYLLABLES = "ka no wak ski sto li ma re ta vi ko le sza be du gar hen ir jan kov lu mi na os pe"
SOURCES = ("Webinar", "Paid search", "Organic search", "Referral", "Trade show", "LinkedIn")
STATUSES = ("new", "attempting", "connected", "converted", "disqualified")
FILLED = (
    *("id", "system", "external_id", "external_key", "name", "name_key", "surname_key"),
    *("company", "company_key", "email", "source", "campaign_id", "status", "status_raw"),
    *("created_at", "first_touch_at", "last_touch_at", "status_changed_at", "imported_at"),
)
COLUMNS = (
    "l.id, l.system, l.external_id, l.name, l.company, l.email, l.source, c.name, l.owner_id, "
    "l.status, l.status_raw, l.reason, l.reason_raw, l.next_step, l.created_at, l.assigned_at, "
    "l.first_touch_at, l.last_touch_at, l.status_changed_at, l.imported_at"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in milliseconds, and the baseline, where there is one."""

    what: str
    ours: float
    bare: float | None = None

    def __str__(self) -> str:
        """Say it in a line."""
        if self.bare is None:
            return f"{self.what:<44} {self.ours:9.2f} ms"
        times = f"{self.bare:9.2f} ms bare {self.ours / self.bare:6.2f} times"
        return f"{self.what:<44} {self.ours:9.2f} ms {times}"


def build(path: Path, count: int = LEADS) -> None:
    """Make a SQLite house with so many invented leads."""
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    with sqlite3.connect(path) as bare:
        bare.executemany(
            "INSERT INTO campaigns (id, system, key, name) VALUES (?, 'file', ?, ?)",
            [(number, f"campaign {number}", f"Campaign {number}") for number in range(1, 201)],
        )
        places = ", ".join("?" * len(FILLED))
        statement = f"INSERT INTO leads ({', '.join(FILLED)}) VALUES ({places})"  # noqa: S608 - our own names
        bare.executemany(statement, _rows(count))
        bare.execute("ANALYZE")
    bare.close()


def _rows(count: int) -> Iterator[tuple[object, ...]]:
    """Invent leads; few names are very frequent and many are rare, as among people."""
    chance = random.Random(7)

    def words(how_many: int, least: int, most: int) -> Sequence[str]:
        return [
            "".join(chance.choices(SYLLABLES.split(), k=chance.randint(least, most)))
            for _ in range(how_many)
        ]

    first, last = words(800, 1, 3), words(60_000, 2, 4)
    companies = [f"{one} {two}" for one, two in zip(words(200_000, 2, 4), words(200_000, 2, 3))]  # noqa: B905
    for number in range(1, count + 1):
        surname = last[int(len(last) * chance.random() ** 3)]
        name = f"{first[int(len(first) * chance.random() ** 2)]} {surname}"
        company = companies[int(len(companies) * chance.random() ** 2)]
        at = 1_650_000_000_000_000 + chance.randrange(110_000_000) * 1_000_000
        yield (
            *(number, "file", f"L-{number}", f"l-{number}", name.title(), name, surname),
            *(company.title(), company, f"{name.replace(' ', '.')}.{number}@mail.example"),
            *(chance.choice(SOURCES), chance.randint(1, 200), chance.choice(STATUSES), "raw"),
            *(at, at + 10**10, at + 10**11, at + 10**11, 1_790_000_000_000_000),
        )


def measure(path: Path) -> Iterator[Figure]:
    """Time look-ups of 20 and of 1,000 leads, names with typing errors, and words."""
    engine = open_engine(f"sqlite:///{path}")
    bare = sqlite3.connect(path)
    for pragma in PRAGMAS:
        bare.execute(pragma)
    with engine.connect().execution_options(reads_only=True) as connection:
        yield from _listed(connection, bare)
        yield from _described(SqlLeads(connection))
    bare.close()
    engine.dispose()


def _listed(connection: Connection, bare: sqlite3.Connection) -> Iterator[Figure]:
    count: int = bare.execute("SELECT max(id) FROM leads").fetchone()[0]
    for size in (20, 1_000):
        ids = [LeadId(id) for id in random.Random(size).sample(range(1, count + 1), size)]
        yield from _of_size(connection, bare, ids)


def _of_size(
    connection: Connection, bare: sqlite3.Connection, ids: Sequence[LeadId]
) -> Iterator[Figure]:
    """Time each way with leads not read before: a transaction remembers what it has read."""
    known = SqlLeads(connection).by_ids(ids).values()
    emails = [lead.email for lead in known]
    externals = [lead.external_id for lead in known]
    keys = [external.lower() for external in externals]
    text = "\n".join(emails)
    by_email = partial(_fetch, bare, "email", emails)
    today = date(2026, 1, 1)
    size = len(ids)
    yield _compared(
        f"{size} ids",
        lambda: SqlLeads(connection).by_ids(ids),
        partial(_fetch, bare, "id", ids),
    )
    yield _compared(
        f"{size} external ids",
        lambda: SqlLeads(connection).by_external_ids(externals),
        partial(_fetch, bare, "external_key", keys),
    )
    yield _compared(f"{size} addresses", lambda: SqlLeads(connection).by_emails(emails), by_email)
    yield _compared(
        f"{size} pasted addresses",
        lambda: understand(text, SqlLeads(connection), today=today),
        by_email,
    )


def _fetch(bare: sqlite3.Connection, column: str, values: Sequence[object]) -> Sequence[object]:
    places = ",".join("?" * len(values))
    indexed = " AND l.email <> ''" if column == "email" else ""
    return bare.execute(
        f"SELECT {COLUMNS} FROM leads l LEFT JOIN campaigns c ON c.id = l.campaign_id "  # noqa: S608 - our own names
        f"WHERE l.{column} IN ({places}){indexed}",
        values,
    ).fetchall()


def _described(leads: SqlLeads) -> Iterable[Figure]:
    chance = random.Random(3)
    some = leads.by_ids(LeadId(chance.randint(1, 100_000)) for _ in range(10)).values()
    alone = [Wanted(_mistyped(lead.name, chance)) for lead in some]
    placed = [Wanted(_mistyped(lead.name, chance), lead.company) for lead in some]
    words = "webinar leads from campaign 17 in April 2024"
    return (
        Figure("10 mistyped names", _median(lambda: leads.like_names(alone, 5), 3)),
        Figure("10 mistyped names, company", _median(lambda: leads.like_names(placed, 5), 3)),
        Figure("sources", _median(leads.sources, ROUNDS)),
        Figure(
            "campaign, source and period in words",
            _median(lambda: understand(words, leads, today=date(2025, 1, 1)), ROUNDS),
        ),
    )


def _mistyped(name: str, chance: random.Random) -> str:
    at = chance.randrange(len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _compared(what: str, ours: Callable[[], object], bare: Callable[[], object]) -> Figure:
    """Time both by turns, so that a noisy machine is noisy for both."""
    for warm_up in (ours, bare):
        warm_up()
    pairs = [(_once(ours), _once(bare)) for _ in range(ROUNDS)]
    return Figure(
        what,
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
    )


def _median(deed: Callable[[], object], rounds: int) -> float:
    deed()
    return statistics.median(_once(deed) for _ in range(rounds))


def _once(deed: Callable[[], object]) -> float:
    started = time.perf_counter()
    deed()
    return (time.perf_counter() - started) * 1000


def main(count: int) -> None:
    """Build a house, measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leads.sqlite3"
        build(path, count)
        for figure in measure(path):
            print(figure)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LEADS)
