"""How often each of Slack's methods may be called, by all conversations together."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from bot.pace import Pace
from bot.platforms.lines import Line, Lines

MINUTE = 60

POSTS_A_MINUTE = 240
"""Messages posted in a workspace. Slack grants one a second to each channel and "several hundred
a minute" to the workspace (docs.slack.dev/apis/web-api/rate-limits, chat.postMessage)."""


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
    """A line before each method."""

    def __init__(
        self,
        paces: Mapping[str, Pace],
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Keep these paces; a method that has none is called at once."""
        self._paces = paces
        self._lines = Lines(clock=clock, sleep=sleep)

    async def turn(self, method: str) -> None:
        """Come back when the method may be called; raise `NotYet` where that is far off."""
        if pace := self._paces.get(method):
            await self._lines.turn((_line(method), pace))

    def close(self, method: str, wait: timedelta) -> None:
        """Let nobody call the method for so long."""
        if pace := self._paces.get(method):
            self._lines.close(_line(method), pace, wait)


def _line(method: str) -> Line:
    return ("slack", method)
