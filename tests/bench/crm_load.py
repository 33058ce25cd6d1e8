"""Keeping a CRM in step: the first load of many leads, and looks that find a few changes among them.

The CRM is in the same process and makes its pages as it goes, so that only our own work is measured.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.keeping import TOGETHER, Keeping
from handlers.connector import (
    Capabilities,
    CrmError,
    Cursor,
    Fate,
    FieldChange,
    Guard,
    History,
    Page,
    Remote,
    RemoteField,
    RemoteOwner,
    Touched,
    Write,
)
from storage.database import migrate, open_engine
from storage.keeping import SqlKeeping
from tests.bench import bare_import
from tests.bench.finding import Finding

LEADS = 1_000_000
FEWEST_A_SECOND = 5_000
MOST_MB = 250
MOST_GROWTH_MB = 25
"""Of the second half of the leads."""
PAGE = 1_000
REPS = 400
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
STATUSES = ("NEW", "ATTEMPTED_TO_CONTACT", "CONNECTED", "OPEN_DEAL", "UNQUALIFIED", "BAD_TIMING")
CHANGED = (100, 1_000, 10_000)
SYLLABLES = ("an", "ko", "ri", "mu", "tel", "sa", "vo", "nek", "li", "dor", "pa", "zi", "bre", "ga")

Told = dict[str, float]


class GeneratedCrm:
    """Leads made up page by page; some of them changed since."""

    system = "hubspot"
    capabilities = Capabilities(
        history=History.NONE,
        guard=Guard.NONE,
        tells_deleted=True,
        page=PAGE,
        read_at_once=100,
        write_at_once=100,
        overlap=timedelta(minutes=2),
    )

    def __init__(self, leads: int) -> None:
        self._leads = leads
        self._changed: Sequence[int] = ()
        self._changed_at = NOW
        self.seconds = 0.0
        """Spent on making the pages up, which is no work of ours."""

    def change(self, numbers: Sequence[int], at: datetime) -> None:
        """Let these leads have been worked on."""
        self._changed, self._changed_at = numbers, at

    def changes(self, since: Cursor | None) -> Page:
        began = time.perf_counter()
        is_later = since is not None and since.at >= BEGIN + timedelta(seconds=self._leads)
        page = self._later(since) if is_later else self._first(since)
        self.seconds += time.perf_counter() - began
        return page

    def _first(self, since: Cursor | None) -> Page:
        start = 0 if since is None else int(since.id or 0)
        end = min(start + PAGE, self._leads)
        is_last = end == self._leads
        at = NOW if is_last else BEGIN + timedelta(seconds=end - 1)
        return Page(
            leads=[self._lead(number, 0) for number in range(start, end)],
            next=Cursor(at, "" if is_last else str(end)),
            is_last=is_last,
        )

    def _later(self, since: Cursor | None) -> Page:
        start = int(since.id or 0) if since else 0
        told = self._changed[start : start + PAGE]
        is_last = start + PAGE >= len(self._changed)
        return Page(
            leads=[self._lead(number, 1) for number in told],
            next=Cursor(self._changed_at, "" if is_last else str(start + PAGE)),
            is_last=is_last,
        )

    def _lead(self, number: int, moved: int) -> Remote:
        chance = random.Random(number)
        first, last, company = (_word(chance) for _ in range(3))
        at = self._changed_at if moved else BEGIN + timedelta(seconds=number)
        values = {
            "firstname": first,
            "lastname": last,
            "company": f"{company} GmbH",
            "email": f"{first}.{last}{number}@{company}.example".lower(),
            "phone": f"+48 {chance.randrange(10**9):09d}",
            "jobtitle": chance.choice(("CEO", "CTO", "Buyer")),
            "hs_analytics_source": chance.choice(("PAID_SEARCH", "REFERRALS", "DIRECT_TRAFFIC")),
            "hubspot_owner_id": str(chance.randrange(REPS)),
            "hs_lead_status": STATUSES[(number + moved) % len(STATUSES)],
            "createdate": (BEGIN + timedelta(seconds=number)).isoformat(),
            "notes_last_contacted": at.isoformat() if number % 2 else "",
        }
        return Remote(id=str(10**9 + number), version=at.isoformat(), modified_at=at, values=values)

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        return {id: self._lead(int(id) - 10**9, 1) for id in leads}

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        return ()

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        return ()

    def ids(self) -> Iterable[str]:
        return (str(10**9 + number) for number in range(self._leads))

    def owners(self) -> Sequence[RemoteOwner]:
        return [RemoteOwner(id=str(one), name=f"Rep {one}") for one in range(REPS)]

    def fields(self) -> Sequence[RemoteField]:
        return ()

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        return {}

    def close(self) -> None:
        """Hold nothing."""


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).title()


def measure(leads: int, postgres: str) -> Iterator[Finding]:
    """Load everything once, then look at few and many changes; on both databases."""
    with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder:
        yield from _findings("SQLite", f"sqlite:///{folder}/kept.sqlite3", leads)
    if postgres:
        yield from _findings("PostgreSQL", postgres, leads)


def _findings(name: str, url: str, leads: int) -> Iterator[Finding]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.crm_load", url, str(leads)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    told: Told = json.loads(done.stdout)
    fewest, most = FEWEST_A_SECOND, MOST_MB
    first = told["first"]
    yield Finding(what=f"{name}: first load", unit="leads/s", ours=first, at_least=fewest)
    growth = told["memory"] - told["memory_at_half"]
    yield Finding(what=f"{name}: peak memory", unit="MB", ours=told["memory"], at_most=most)
    what = f"{name}: growth in the second half"
    yield Finding(what=what, unit="MB", ours=max(growth, 0.1), at_most=MOST_GROWTH_MB)
    for count in CHANGED:
        what = f"{name}: a look that finds {count:,} changes"
        yield Finding(what=what, unit="ms", ours=told[f"changed {count}"])
    yield Finding(what=f"{name}: a look that finds none", unit="ms", ours=told["none"])


def ours(url: str, leads: int) -> Told:
    """Load into an empty house, then look again and again."""
    engine = open_engine(url)
    bare_import.empty(engine)
    migrate(engine)
    clock = [NOW]
    told: Told = defaultdict(float)
    crm = GeneratedCrm(leads)

    def checked() -> bool:
        if not told["memory_at_half"] and len(taken) >= leads // TOGETHER // 2:
            told["memory_at_half"] = _memory()
        taken.append(1)
        return False

    taken: list[int] = []
    store = SqlKeeping(engine, lambda: clock[0])
    keeping = Keeping(connector=crm, store=store, now=lambda: clock[0], stopped=checked)
    told["first"] = leads / _timed(keeping, crm)
    told["memory"] = _memory()
    told["memory_at_half"] = told["memory_at_half"] or told["memory"]
    chance = random.Random(5)
    for count in CHANGED:
        clock[0] += timedelta(minutes=5)
        crm.change(sorted(chance.sample(range(leads), min(count, leads))), clock[0])
        told[f"changed {count}"] = 1000 * _timed(keeping, crm)
    crm.change((), clock[0])
    clock[0] += timedelta(minutes=5)
    told["none"] = 1000 * _timed(keeping, crm)
    return told


def _timed(keeping: Keeping, crm: GeneratedCrm) -> float:
    """Look, and give the seconds without those that the CRM took."""
    crm.seconds = 0.0
    began = time.perf_counter()
    if not keeping.look():
        raise RuntimeError("the look did not come to its end")
    return time.perf_counter() - began - crm.seconds


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main(arguments: Sequence[str]) -> None:
    """Run one database where the arguments name it, else all."""
    if len(arguments) == 2:  # a process of its own
        print(json.dumps(ours(arguments[0], int(arguments[1]))))
        return
    leads = int(arguments[0]) if arguments else LEADS
    for finding in measure(leads, os.environ.get("LEADLOOP_TEST_POSTGRES", "")):
        print(finding, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
