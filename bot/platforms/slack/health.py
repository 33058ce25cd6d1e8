"""Whether Slack takes our token; while it does not, nothing is sent and everything is kept."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bot.platforms.port import NotYet

PROBE_EVERY = timedelta(minutes=1)

log = structlog.get_logger()


class Health:
    """Green until Slack refuses the token, and again once it has taken it."""

    def __init__(self) -> None:
        """Trust the token until Slack says otherwise."""
        self._holds = True

    def holds(self) -> bool:
        """Tell whether Slack took the token when it last saw it."""
        return self._holds

    def insist(self) -> None:
        """Raise `NotYet` while Slack refuses the token."""
        if not self._holds:
            raise NotYet(PROBE_EVERY)

    def fall(self, code: str) -> NotYet:
        """Turn red, for the reason that Slack gave in an answer or an event."""
        if self._holds:
            log.error("slack-refuses-the-token", code=code)
        self._holds = False
        return NotYet(PROBE_EVERY)

    def recover(self) -> None:
        """Turn green."""
        if not self._holds:
            log.info("slack-takes-the-token-again")
        self._holds = True
