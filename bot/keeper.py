"""Runs the keeping of a CRM in threads of its own, so that neither the schedule nor a press ever waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial
from threading import Event

import structlog

from bot.faults import described
from bot.keeping import EVERY, HELD, Keeping
from handlers.lead import LeadId

MOST_WAITING = 100
"""Questions whose leads wait to be read again; the leads of further ones come with the next look."""

log = structlog.get_logger()


class Keeper:
    """A service of the web front: a look every few minutes, and the leads of questions as they are asked."""

    def __init__(self, keeping: Keeping, *, every: timedelta = EVERY) -> None:
        """Keep this CRM in step."""
        self._keeping = keeping
        self._every = every.total_seconds()
        self._again = min(every, HELD).total_seconds()
        self._stopping = Event()
        self._wanted: asyncio.Queue[Sequence[LeadId]] = asyncio.Queue(MOST_WAITING)
        self._loop: asyncio.AbstractEventLoop | None = None
        keeping.stopped = self._stopping.is_set

    def refresh(self, leads: Sequence[LeadId]) -> None:
        """Have leads read again soon; may be called from any thread, and never waits."""
        loop = self._loop
        if loop is not None and leads:
            with suppress(
                RuntimeError
            ):  # the loop has just ended, and with it everybody's questions
                loop.call_soon_threadsafe(self._want, tuple(leads))

    def _want(self, leads: Sequence[LeadId]) -> None:
        with suppress(asyncio.QueueFull):
            self._wanted.put_nowait(leads)

    async def run(self, stop: asyncio.Event) -> None:
        """Keep in step until `stop`; what is under way then ends at its next breath."""
        self._loop = asyncio.get_running_loop()
        threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="crm")
        work = [
            asyncio.create_task(self._look_regularly(threads, stop)),
            asyncio.create_task(self._refresh_as_asked(threads)),
        ]
        try:
            await stop.wait()
        finally:
            self._stopping.set()
            self._loop = None
            for one in work:
                one.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            await asyncio.to_thread(threads.shutdown, cancel_futures=True)

    async def _look_regularly(self, threads: ThreadPoolExecutor, stop: asyncio.Event) -> None:
        while not stop.is_set():
            done = await self._in_thread(threads, self._keeping.look)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self._every if done else self._again)

    async def _refresh_as_asked(self, threads: ThreadPoolExecutor) -> None:
        while True:
            leads = await self._wanted.get()
            await self._in_thread(threads, partial(self._keeping.refresh, leads))

    async def _in_thread(self, threads: ThreadPoolExecutor, deed: Callable[[], object]) -> object:
        try:
            return await asyncio.get_running_loop().run_in_executor(threads, deed)
        except Exception as error:  # noqa: BLE001 - the next look may well succeed
            log.warning("crm-look-failed", error=described(error))
            return None
