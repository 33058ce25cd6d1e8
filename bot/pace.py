"""Each conversation's turn: no faster than its platform likes to be spoken to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

BREATH, LONGEST_BREATH = 0.03, 0.5
"""Seconds for which several commits are gathered into one look at the outbox."""

SHARE = 0.02
"""How much of the time may go into looking."""


def breath_before(look: float, rested: float) -> float:
    """Tell how long to gather commits before a look, after one that took so many seconds.

    `rested` is the time since then, in seconds. Where presses are many, a look takes longer, and
    takes the interpreter from them. After a silence the next one comes at once, and a card never
    waits for it longer than the longest breath.
    """
    gap = min(look * (1 - SHARE) / SHARE, LONGEST_BREATH)
    return max(BREATH, gap - rested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a platform wants to be spoken to, per conversation."""

    per_second: float = 1.0
    burst: int = 1
    """Calls that may follow each other at once after a silence."""
    redraw: timedelta = timedelta(seconds=2)
    """Shortest time between two forms of a live message; changes in between cost one drawing."""


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
        rest = self.take(conversation, pace)
        if rest > 0:
            await self._sleep(rest)

    def take(self, conversation: tuple[str, str], pace: Pace) -> float:
        """Take a turn, and give the seconds until it comes."""
        rest = self.ahead(conversation, pace)
        gap = 1 / pace.per_second
        self._full_at[conversation] = self._full(conversation) + gap
        return rest

    def ahead(self, conversation: tuple[str, str], pace: Pace) -> float:
        """Tell how many seconds a call would wait that took its turn now."""
        gap = 1 / pace.per_second
        return max(0.0, self._full(conversation) + gap - self._clock() - gap * pace.burst)

    def close(self, conversation: tuple[str, str], pace: Pace, seconds: float) -> None:
        """Give nobody a turn for so long, and after that one by one."""
        until = self._clock() + seconds + (pace.burst - 1) / pace.per_second
        self._full_at[conversation] = max(self._full(conversation), until)

    def _full(self, conversation: tuple[str, str]) -> float:
        now = self._clock()
        return max(self._full_at.get(conversation, now), now)
