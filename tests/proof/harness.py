"""Writes messages as handlers do, and kills the senders meanwhile."""

from __future__ import annotations

import math
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random
from uuid import uuid4

from sqlalchemy import Connection, Engine, func, insert, select, text, update

from handlers.message import Card
from handlers.people import Place
from handlers.phrase import verbatim
from handlers.work import About
from storage.database import migrate, open_engine
from storage.outbox import SqlOutbox
from storage.schema import UNSENT, channels, outbox
from tests.jottings import jottings
from tests.proof import platform, worker
from tests.proof.judge import Verdict, Written, judge
from tests.proof.worker import POINTS, Life

PLACES = [f"c{number:03}" for number in range(150)]
LIVE_SHARE = 0.2
UPDATES_PER_LIVE = 2
NAMED_SHARE = 0.5
"""Of the deaths, those at a named point; the others come at random."""
MOST_OPEN = 400
"""So much may wait before the writer pauses: a day's load, not a year's."""
PATIENCE_SECONDS = 120.0

_OPEN_ROWS = select(func.count()).select_from(outbox).where(UNSENT)

FORKS = get_context("forkserver")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One run of the proof."""

    name: str
    database: str
    replicas: int
    messages: int
    kills: int
    can_find: bool = True
    seed: int = 1


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one run showed."""

    plan: Plan
    verdict: Verdict
    kills: int
    seconds: float
    parked: int
    unsure: int
    """Attempts after the first, as the outbox counted them."""


@dataclass
class Writer:
    """The bot's other half: commits messages, some of them live and changing."""

    engine: Engine
    plan: Plan
    chance: Random
    written: Written = field(default_factory=Written)

    def write_some(self) -> bool:
        """Commit a handful if there is room; false when all is written."""
        if self.written.messages >= self.plan.messages:
            return False
        if self.open_rows() < MOST_OPEN:
            for _ in range(10):
                with self.engine.begin() as connection:
                    self._write(connection)
        return True

    def open_rows(self) -> int:
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return (
                connection.execute(select(func.count()).select_from(outbox).where(UNSENT)).scalar()
                or 0
            )

    def _write(self, connection: Connection) -> None:
        box = SqlOutbox(connection, now=worker.now, new_id=lambda: str(uuid4()))
        for _ in range(min(5, self.plan.messages - self.written.messages)):
            if self.chance.random() < LIVE_SHARE:
                self._show(connection, box)
                self._change(connection, box)
            else:
                self._post(box)
        for _ in range(UPDATES_PER_LIVE):
            self._change(connection, box)

    def _post(self, box: SqlOutbox) -> None:
        place = self.chance.choice(PLACES)
        words = f"post-{self.written.messages}"
        box.post(Place(place), Card(verbatim(words), ()))
        self.written.posts[place].append(words)

    def _show(self, connection: Connection, box: SqlOutbox) -> None:
        place, subject = self.chance.choice(PLACES), f"live-{self.written.messages}"
        connection.execute(insert(jottings).values(name=subject, value=1))
        box.show(Place(place), About("live", subject))
        self.written.versions[place, subject] = 1

    def _change(self, connection: Connection, box: SqlOutbox) -> None:
        """Change one of the younger live messages, which may be under way right now."""
        if not self.written.versions:
            return
        place, subject = self.chance.choice(list(self.written.versions)[-30:])
        version = self.written.versions[place, subject] + 1
        connection.execute(update(jottings).where(jottings.c.name == subject).values(value=version))
        box.refresh(About("live", subject))
        self.written.versions[place, subject] = version
        self.written.updates += 1


@dataclass
class Killer:
    """Lets each sender live for a moment, then ends it: by signal, or at a named point."""

    life: Life
    replicas: int
    chance: Random
    kills: int = 0
    alive: list[tuple[ForkServerProcess, float]] = field(default_factory=list)

    def tend(self, kills: int) -> None:
        """End who is due, and start others in their place."""
        at = time.monotonic()
        for process, ends in self.alive[:]:
            if at >= ends or not process.is_alive():
                self._kill(process)
                self.alive.remove((process, ends))
        while len(self.alive) < self.replicas:
            self.alive.append(self._start(self._lifetime(kills)))

    @property
    def has_mortals(self) -> bool:
        """Whether one of those alive has an end set."""
        return any(ends < math.inf for _, ends in self.alive)

    def stop(self) -> None:
        """Ask those alive to drain, and insist that they do."""
        for process, _ in self.alive:
            process.terminate()
        for process, _ in self.alive:
            process.join(10)
            assert process.exitcode == 0, f"a worker did not drain: {process.exitcode}"

    def _lifetime(self, kills: int) -> float:
        return math.inf if self.kills >= kills else self.chance.uniform(0.15, 0.3)

    def _start(self, lasts: float) -> tuple[ForkServerProcess, float]:
        life = self.life
        if lasts < math.inf and self.chance.random() < NAMED_SHARE:
            life = replace(
                life, dies_at=self.chance.choice(POINTS), on_passage=self.chance.randint(1, 12)
            )
            lasts = 3.0
        process = FORKS.Process(target=worker.run, args=(life,), daemon=True)
        process.start()
        return process, time.monotonic() + lasts

    def _kill(self, process: ForkServerProcess) -> None:
        if process.is_alive() and process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        assert process.exitcode == -signal.SIGKILL, f"a worker died by itself: {process.exitcode}"
        self.kills += 1


def prove(plan: Plan, folder: Path) -> Finding:
    """Run one plan in an empty folder and an empty database."""
    began = time.monotonic()
    chance = Random(plan.seed)
    FORKS.set_forkserver_preload(["tests.proof.worker", "tests.proof.platform"])
    engine = _furnished(plan.database)
    log = folder / "accepted.jsonl"
    with _platform(log, plan.seed, folder / "port") as address:
        writer = Writer(engine, plan, chance)
        killer = Killer(Life(plan.database, address, plan.can_find), plan.replicas, chance)
        while writer.write_some() or killer.kills < plan.kills:
            killer.tend(plan.kills)
            time.sleep(0.01)
        _wait_until_empty(writer, killer)
        killer.stop()
    finding = Finding(
        plan=plan,
        verdict=judge(log, writer.written),
        kills=killer.kills,
        seconds=time.monotonic() - began,
        parked=_number(engine, "SELECT count(*) FROM outbox WHERE state <> 'sent'"),
        unsure=_number(engine, "SELECT sum(tries - 1) FROM outbox WHERE tries > 1"),
    )
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    jottings.drop(engine)
    engine.dispose()
    return finding


def _wait_until_empty(writer: Writer, killer: Killer) -> None:
    ends = time.monotonic() + PATIENCE_SECONDS
    while (writer.open_rows() or killer.has_mortals) and time.monotonic() < ends:
        killer.tend(0)
        time.sleep(0.05)


def _furnished(url: str) -> Engine:
    engine = open_engine(url)
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    migrate(engine)
    jottings.create(engine)
    rows = [
        {"place": name, "platform": "fake", "address": name, "language": "en", "zone": "UTC"}
        for name in PLACES
    ]
    with engine.begin() as connection:
        connection.execute(insert(channels), rows)
    return engine


@contextmanager
def _platform(log: Path, seed: int, port_file: Path) -> Iterator[str]:
    process = FORKS.Process(target=platform.run, args=(log, seed, port_file), daemon=True)
    process.start()
    try:
        while not port_file.exists():
            assert process.is_alive(), "the platform did not start"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port_file.read_text(encoding='ascii')}"
    finally:
        process.terminate()
        process.join()


def _number(engine: Engine, question: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(question)).scalar() or 0)
