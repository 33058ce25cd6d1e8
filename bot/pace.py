"""Each conversation's turn: no faster than its platform likes to be spoken to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.platforms.port import Pace


class Turns:
    """A token bucket per conversation, kept as the one moment at which it would be full again."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Count the seconds of this clock."""
        self._clock = clock
        self._sleep = sleep
        self._full_at: dict[tuple[str, str], float] = {}

    async def wait(self, conversation: tuple[str, str], pace: Pace) -> None:
        """Come back when it is this call's turn: first come, first served."""
        gap = 1 / pace.per_second
        now = self._clock()
        full_at = max(self._full_at.get(conversation, now), now) + gap
        self._full_at[conversation] = full_at
        rest = full_at - now - gap * pace.burst
        if rest > 0:
            await self._sleep(rest)
