"""Tells the operator of requests that were turned away at a platform's door."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from handlers.work import Now

TELL_EVERY = timedelta(minutes=1)

log = structlog.get_logger()


class Refusals:
    """Tells that requests were turned away, however many, once a minute."""

    def __init__(self, platform: str, now: Now) -> None:
        """Have turned nobody away yet."""
        self._event = f"{platform}-requests-refused"
        self._now = now
        self._count = 0
        self._told_at: datetime | None = None

    def add(self, status: int) -> None:
        """Count a request that got this status, and tell if the last time is long ago."""
        self._count += 1
        at = self._now()
        if self._told_at is None or at - self._told_at >= TELL_EVERY:
            log.warning(self._event, count=self._count, status=status)
            self._count, self._told_at = 0, at
