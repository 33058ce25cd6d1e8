"""Runs the queue to a CRM in a thread of its own, so that neither the schedule nor a press ever waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.faults import described

EVERY = timedelta(seconds=10)

log = structlog.get_logger()


class Scribe:
    """A service of the web front: brings what was confirmed, every few seconds."""

    def __init__(self, bring: Callable[[], int], *, every: timedelta = EVERY) -> None:
        """Call this, `Writer.bring`, again and again."""
        self._bring = bring
        self._every = every.total_seconds()

    async def run(self, stop: asyncio.Event) -> None:
        """Bring until `stop`; what is under way comes to its end, and a kill does no harm either."""
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="scribe") as threads:
            while not stop.is_set():
                await loop.run_in_executor(threads, self._round)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), self._every)

    def _round(self) -> None:
        """Bring once; a fault is written to the log, and the next round tries again."""
        try:
            self._bring()
        except Exception as error:  # noqa: BLE001 - the queue outlives any one lead
            log.warning("crm-writing-failed", error=described(error))
