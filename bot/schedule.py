"""Rings regularly and lets every job look whether something is due; the database knows what is."""

# APScheduler publishes no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.faults import described
from handlers.work import Now

Job = Callable[[datetime], None]
"""Does what is due at a moment; due or not, it may be called as often as one likes."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Aside:
    """A job that somebody waits for and that may take long: it rings often, and holds no other up."""

    job: Job

    def __call__(self, at: datetime) -> None:
        """Do what is due."""
        self.job(at)


class Schedule:
    """A ticker in UTC. It keeps no due times, so a restart or a second replica changes nothing."""

    def __init__(
        self,
        jobs: Mapping[str, Job],
        *,
        now: Now,
        every: timedelta = timedelta(seconds=20),
        aside_every: timedelta = timedelta(seconds=2),
    ) -> None:
        """Ring these jobs; those that are `Aside` in a thread of their own."""
        aside = {name: job for name, job in jobs.items() if isinstance(job, Aside)}
        self._aside = _Peal(aside, now, aside_every)
        self._usual = _Peal({name: jobs[name] for name in jobs if name not in aside}, now, every)
        self._ticker = AsyncIOScheduler(timezone=UTC)

    async def run(self, stop: asyncio.Event) -> None:
        """Ring until `stop`."""
        self.start()
        await stop.wait()
        await self.stop()

    def start(self) -> None:
        """Ring now, and from now on, in the running loop."""
        for peal in (self._usual, self._aside):
            self._ticker.add_job(
                peal.tick,
                "interval",
                seconds=peal.every.total_seconds(),
                next_run_time=datetime.now(UTC),  # noqa: TID251 - APScheduler counts in real time
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
        self._ticker.start()

    async def stop(self) -> None:
        """Ring no more, and let a job that runs end."""
        if self._ticker.running:
            self._ticker.shutdown(wait=False)
        for peal in (self._usual, self._aside):
            await asyncio.to_thread(peal.let_end)

    async def tick(self) -> None:
        """Ring every job once, in a worker thread."""
        await asyncio.to_thread(self.ring)

    def ring(self) -> None:
        """Ring every job once; a job that fails does not stop the others. It may block."""
        self._usual.ring()
        self._aside.ring()


class _Peal:
    """Jobs that ring one after the other."""

    def __init__(self, jobs: Mapping[str, Job], now: Now, every: timedelta) -> None:
        self._jobs = jobs
        self._now = now
        self._one_at_a_time = Lock()
        self.every = every

    async def tick(self) -> None:
        """Ring in a worker thread, which a ticker that stops lets go of and `let_end` waits for."""
        with suppress(asyncio.CancelledError):  # APScheduler would tell of it as of a fault
            await asyncio.to_thread(self.ring)

    def ring(self) -> None:
        with self._one_at_a_time:
            for name, job in self._jobs.items():
                try:
                    job(self._now())
                except Exception as error:  # noqa: BLE001 - the others must ring
                    log.warning("job-failed", job=name, error=described(error))

    def let_end(self) -> None:
        self._one_at_a_time.acquire()
        self._one_at_a_time.release()
