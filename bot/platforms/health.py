"""Whether a platform takes our token; while it does not, nothing is sent and everything is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.platforms.port import NotYet

PROBE_EVERY = timedelta(minutes=1)

log = structlog.get_logger()


class Health:
    """Green until the platform refuses the token, and again once it has taken it."""

    def __init__(self, platform: str) -> None:
        """Trust the token until the platform of this name says otherwise."""
        self._refused = f"{platform}-refuses-the-token"
        self._taken = f"{platform}-takes-the-token-again"
        self._holds = True

    def holds(self) -> bool:
        """Tell whether the platform took the token when it last saw it."""
        return self._holds

    def insist(self) -> None:
        """Raise `NotYet` while the platform refuses the token."""
        if not self._holds:
            raise NotYet(PROBE_EVERY)

    def fall(self, code: str) -> NotYet:
        """Turn red, for the reason that the platform gave."""
        if self._holds:
            log.error(self._refused, code=code)
        self._holds = False
        return NotYet(PROBE_EVERY)

    def recover(self) -> None:
        """Turn green."""
        if not self._holds:
            log.info(self._taken)
        self._holds = True

    async def watch(self, probe: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
        """Try the token at the start, and every minute while it is refused, until `stop`."""
        await probe()
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), PROBE_EVERY.total_seconds())
            if not (stop.is_set() or self._holds):
                await probe()
