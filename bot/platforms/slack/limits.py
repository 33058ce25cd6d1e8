"""How often each of Slack's methods may be called, by all conversations together."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from bot.pace import Pace, Turns
from bot.platforms.port import NotYet

MINUTE = 60

POSTS_A_MINUTE = 240
"""Messages posted in a workspace. Slack grants one a second to each channel and "several hundred
a minute" to the workspace (docs.slack.dev/apis/web-api/rate-limits, chat.postMessage)."""

LONGEST_LINE = 1.0
"""Seconds that a call waits for its turn; one that had to wait longer is asked to come back."""


def a_minute(calls: int, *, burst: int) -> Pace:
    """Allow so many calls within any minute, however they bunch."""
    return Pace(per_second=(calls - burst) / MINUTE, burst=burst)


TIER_3 = a_minute(50, burst=10)
TIER_4 = a_minute(100, burst=20)
"""docs.slack.dev/apis/web-api/rate-limits: per method, app and workspace."""


def paces(posts_a_minute: int = POSTS_A_MINUTE) -> Mapping[str, Pace]:
    """Give the pace of every method that is paced."""
    return {
        "chat.postMessage": a_minute(posts_a_minute, burst=20),
        "chat.update": TIER_3,
        "chat.delete": TIER_3,
        "conversations.info": TIER_3,
        "conversations.open": TIER_3,
        "conversations.history": TIER_3,
        "conversations.replies": TIER_3,
        "files.delete": TIER_3,
        "files.getUploadURLExternal": TIER_4,
        "files.completeUploadExternal": TIER_4,
        "files.info": TIER_4,
        "users.info": TIER_4,
        "users.lookupByEmail": TIER_3,
        "views.publish": TIER_4,
    }


class Allowance:
    """A token bucket per method. It lets nobody wait long: a message that waits holds a sender."""

    def __init__(
        self,
        paces: Mapping[str, Pace],
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Keep these paces; a method that has none is called at once."""
        self._paces = paces
        self._clock = clock
        self._sleep = sleep
        self._turns = Turns(clock=clock)
        self._promised: dict[str, float] = {}

    async def turn(self, method: str) -> None:
        """Come back when the method may be called; raise `NotYet` where that is far off."""
        pace = self._paces.get(method)
        if pace is None:
            return
        ahead = self._turns.ahead(_bucket(method), pace)
        if ahead > LONGEST_LINE:
            raise NotYet(timedelta(seconds=self._promise(method, ahead, pace)))
        rest = self._turns.take(_bucket(method), pace)
        if rest > 0:
            await self._sleep(rest)

    def close(self, method: str, wait: timedelta) -> None:
        """Let nobody call the method for so long."""
        if pace := self._paces.get(method):
            self._turns.close(_bucket(method), pace, wait.total_seconds())

    def _promise(self, method: str, ahead: float, pace: Pace) -> float:
        """Send those who come too early away to one moment each, lest all come back at once."""
        now = self._clock()
        last = self._promised.get(method, 0.0)
        self._promised[method] = max(last + 1 / pace.per_second, now + ahead)
        return self._promised[method] - now


def _bucket(method: str) -> tuple[str, str]:
    return ("slack", method)
