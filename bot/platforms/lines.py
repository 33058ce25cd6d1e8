"""Lines before what a platform limits; nobody waits long in one, for who waits holds a sender."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.pace import Pace, Turns
from bot.platforms.port import NotYet

LONGEST_LINE = 1.0
"""Seconds that a call waits for its turn; one that had to wait longer is asked to come back."""

Line = tuple[str, str]


class Lines:
    """A token bucket per line."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Count the seconds of this clock."""
        self._clock = clock
        self._sleep = sleep
        self._turns = Turns(clock=clock)
        self._promised: dict[Line, float] = {}

    async def turn(self, *lines: tuple[Line, Pace]) -> None:
        """Come back when it is our turn in each of them; raise `NotYet` where that is far off."""
        for line, pace in lines:
            ahead = self._turns.ahead(line, pace)
            if ahead > LONGEST_LINE:
                raise NotYet(timedelta(seconds=self._promise(line, ahead, pace)))
        rest = max(self._turns.take(line, pace) for line, pace in lines)
        if rest > 0:
            await self._sleep(rest)

    def close(self, line: Line, pace: Pace, wait: timedelta) -> None:
        """Let nobody through for so long."""
        self._turns.close(line, pace, wait.total_seconds())

    def _promise(self, line: Line, ahead: float, pace: Pace) -> float:
        """Send those who come too early away to one moment each, lest all come back at once."""
        now = self._clock()
        last = self._promised.get(line, 0.0)
        self._promised[line] = max(last + 1 / pace.per_second, now + ahead)
        return self._promised[line] - now
