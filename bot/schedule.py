"""Rings regularly and lets every job look whether something is due; the database knows what is."""

# APScheduler publishes no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from threading import Lock

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.faults import described
from handlers.work import Now

Job = Callable[[datetime], None]
"""Does what is due at a moment; due or not, it may be called as often as one likes."""

log = structlog.get_logger()


class Schedule:
    """A ticker in UTC. It keeps no due times, so a restart or a second replica changes nothing."""

    def __init__(
        self, jobs: Mapping[str, Job], *, now: Now, every: timedelta = timedelta(seconds=20)
    ) -> None:
        """Ring these jobs."""
        self._jobs = jobs
        self._now = now
        self._every = every
        self._one_at_a_time = Lock()
        self._ticker = AsyncIOScheduler(timezone=UTC)

    async def run(self, stop: asyncio.Event) -> None:
        """Ring until `stop`."""
        self.start()
        await stop.wait()
        await self.stop()

    def start(self) -> None:
        """Ring now, and from now on, in the running loop."""
        self._ticker.add_job(
            self.tick,
            "interval",
            seconds=self._every.total_seconds(),
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
        await asyncio.to_thread(self._one_at_a_time.acquire)
        self._one_at_a_time.release()

    async def tick(self) -> None:
        """Ring every job once, in a worker thread."""
        await asyncio.to_thread(self.ring)

    def ring(self) -> None:
        """Ring every job once; a job that fails does not stop the others. It may block."""
        with self._one_at_a_time:
            for name, job in self._jobs.items():
                try:
                    job(self._now())
                except Exception as error:  # noqa: BLE001 - the others must ring
                    log.warning("job-failed", job=name, error=described(error))
