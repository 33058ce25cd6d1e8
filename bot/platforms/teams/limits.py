"""How often a conversation, and all of the tenant together, may be called."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.pace import Pace
from bot.platforms.lines import Line, Lines

HOUR = 3600

SPEAKING = Pace(per_second=1794 / HOUR, burst=6, redraw=timedelta(seconds=2.5))
"""Keeps within 7 in a second, 8 in two, 60 in thirty and 1800 in an hour at once: no window holds
more than `burst` + `per_second` times its length. Microsoft Learn, "Optimize your bot with rate
limiting": per bot and thread, for messages and for updates."""

LOOKING = Pace(per_second=3588 / HOUR, burst=12)
"""Likewise within 14, 16, 120 and 3600: who is a member of a conversation."""

TENANT = Pace(per_second=16, burst=4)
"""20 calls in any second, by all conversations together; the page grants 50, older copies 30."""


class Allowance:
    """The lines before each conversation and before the tenant."""

    def __init__(
        self,
        *,
        speaking: Pace = SPEAKING,
        looking: Pace = LOOKING,
        tenant: Pace = TENANT,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Keep these paces."""
        self._speaking = speaking
        self._looking = looking
        self._tenant = tenant
        self._lines = Lines(clock=clock, sleep=sleep)

    async def speak(self, conversation: str) -> None:
        """Come back when something may be said or changed there; raises `NotYet`."""
        said = ("teams", _whole(conversation))
        await self._lines.turn((said, self._speaking), self._everybody)

    async def look(self, conversation: str) -> None:
        """Come back when its members may be asked for; raises `NotYet`."""
        looked = ("teams-members", _whole(conversation))
        await self._lines.turn((looked, self._looking), self._everybody)

    async def open(self) -> None:
        """Come back when a conversation may be opened; raises `NotYet`."""
        await self._lines.turn(self._everybody)

    @property
    def _everybody(self) -> tuple[Line, Pace]:
        return ("teams", ""), self._tenant


def _whole(conversation: str) -> str:
    """Name the conversation whose threads share one limit."""
    return conversation.partition(";")[0]
