"""What is sent to a platform after it was acknowledged: few at once, in order, and ended at shutdown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog

from bot.faults import described
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure

AT_ONCE = 16
MOST = 1000
"""Errands that may wait; beyond it something is badly wrong, and the newest are dropped."""

TRIES = 3
LONGEST_WAIT = timedelta(seconds=30)
"""Longest rest that the platform may ask of an errand; after it nobody waits for a whisper any more."""
REST = timedelta(seconds=1)
DRAIN = timedelta(seconds=15)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Errand:
    """One call of the platform that nobody waits for; made twice it does no harm."""

    key: str
    """The conversation or the page it changes: errands of one key keep their order."""
    run: Callable[[], Awaitable[object]]


class Errands:
    """Runs errands; as a service of the web front it ends them before the process does."""

    def __init__(self) -> None:
        """Have nothing to do yet."""
        self._room = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._last: dict[str, asyncio.Task[None]] = {}

    def start(self, errand: Errand) -> None:
        """Send somebody off, behind the earlier errands of the same key."""
        if len(self._tasks) >= MOST:
            log.warning("errand-dropped", waiting=len(self._tasks))
            return
        task = asyncio.create_task(self._run(errand, self._last.get(errand.key)))
        self._tasks.add(task)
        self._last[errand.key] = task
        task.add_done_callback(partial(self._ended, errand.key))

    async def run(self, stop: asyncio.Event) -> None:
        """Wait for the end, and then for what is under way."""
        await stop.wait()
        await self.drain()

    async def drain(self, patience: timedelta = DRAIN) -> None:
        """Let what is under way end, and give up what takes too long."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience.total_seconds())
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _ended(self, key: str, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._last.get(key) is task:
            del self._last[key]

    async def _run(self, errand: Errand, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        async with self._room:
            for number in range(TRIES):
                rest = await _tried(errand, is_last=number == TRIES - 1)
                if rest is None:
                    return
                await asyncio.sleep(rest.total_seconds())


async def _tried(errand: Errand, *, is_last: bool) -> timedelta | None:
    """Try an errand; give how long to rest before the next try, nothing when it is over."""
    try:
        await errand.run()
    except Exception as error:  # noqa: BLE001 - nobody waits for an errand: the boundary
        rest = None if is_last else _rest_after(error)
        if rest is None or rest > LONGEST_WAIT:
            reason = str(error) if isinstance(error, Undeliverable) else ""
            log.warning("errand-failed", error=described(error), reason=reason)
            return None
        return rest
    return None


def _rest_after(error: Exception) -> timedelta | None:
    """Tell how long to rest; nothing where another try would end the same."""
    if isinstance(error, Throttled | NotYet):
        return error.wait
    return REST if isinstance(error, Unavailable | Unsure) else None
