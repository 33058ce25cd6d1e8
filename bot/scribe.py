"""Runs the queue to a CRM in a thread of its own, so that neither the schedule nor a press ever waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Event
from typing import Protocol

import structlog

from bot.faults import described

EVERY = timedelta(seconds=5)
REST = timedelta(seconds=0.2)
"""Between two looks, however much is committed meanwhile."""

log = structlog.get_logger()


class Brings(Protocol):
    """Brings to a CRM what was confirmed."""

    def bring(self) -> int:
        """Bring everything that may leave now, and count it."""
        ...


class Scribe:
    """A service of the web front: brings what was confirmed when it is woken, and every few seconds besides."""

    def __init__(
        self, writer: Callable[[Callable[[], bool]], Brings], *, every: timedelta = EVERY
    ) -> None:
        """Bring by this writer, which is told how to ask whether it has to stop."""
        self._stopping = Event()
        self._writer = writer(self._stopping.is_set)
        self._every = every.total_seconds()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Bring until `stop`; what is under way ends after the calls it is in, and a kill does no harm."""
        threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scribe")
        loop = self._loop = asyncio.get_running_loop()
        rounds = asyncio.create_task(self._rounds(loop, threads))
        try:
            await stop.wait()
        finally:
            self._stopping.set()
            rounds.cancel()
            await asyncio.gather(rounds, return_exceptions=True)
            await asyncio.to_thread(threads.shutdown, cancel_futures=True)

    async def _rounds(self, loop: asyncio.AbstractEventLoop, threads: ThreadPoolExecutor) -> None:
        # Asked anew: Python 3.11 may lose a cancellation that meets a wake-up.
        while not self._stopping.is_set():
            self._wake.clear()
            await loop.run_in_executor(threads, self._round)
            await asyncio.sleep(min(REST.total_seconds(), self._every))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), self._every)

    def poke(self) -> None:
        """Say, from any thread, that something was committed that may have to be brought."""
        if self._loop is not None and not self._wake.is_set():
            with suppress(RuntimeError):  # the loop has ended, and so has the scribe
                self._loop.call_soon_threadsafe(self._wake.set)

    def _round(self) -> None:
        """Bring once; a fault is written to the log, and the next round tries again."""
        try:
            self._writer.bring()
        except Exception as error:  # noqa: BLE001 - the queue outlives any one lead
            log.warning("crm-writing-failed", error=described(error))
