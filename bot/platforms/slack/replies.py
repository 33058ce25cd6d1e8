"""Where Slack lets us change a message that was just pressed, outside the limit of `chat.update`."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.platforms.port import Throttled, Unavailable, Undeliverable
from bot.platforms.slack.outside import Outside
from bot.platforms.slack.render import Drawn
from handlers.work import Now

LIVES = timedelta(minutes=29)
USES = 4
"""Slack takes five answers within thirty minutes; a whisper may need one."""

MOST = 2000
"""Messages that are remembered; the oldest press is forgotten first."""


class Replies:
    """Keeps the address that came with the last press of each message.

    `chat.update` has fifty calls a minute for the whole workspace. In the morning every rep answers
    five rows, so the envelope somebody holds in their hands is redrawn by the press's own address.
    """

    def __init__(self, outside: Outside, *, now: Now) -> None:
        """Answer through this way out."""
        self._outside = outside
        self._now = now
        self._known: OrderedDict[str, tuple[str, datetime, int]] = OrderedDict()

    def remember(self, message: str, url: str) -> None:
        """Keep the address of a press."""
        self._known.pop(message, None)
        self._known[message] = (url, self._now() + LIVES, USES)
        if len(self._known) > MOST:
            self._known.popitem(last=False)

    async def put(self, message: str, drawn: Drawn) -> bool:
        """Put a card in place of a pressed message, and tell whether Slack took it there."""
        url = self._take(message)
        if url is None:
            return False
        body = {"replace_original": True, "text": drawn.text, "blocks": list(drawn.blocks)}
        try:
            await self._outside.reply(url, body)
        except (Throttled, Unavailable, Undeliverable):  # `chat.update` says what is wrong
            return False
        return True

    def _take(self, message: str) -> str | None:
        url, until, left = self._known.pop(message, ("", self._now(), 0))
        if not left or until <= self._now():
            return None
        self._known[message] = (url, until, left - 1)
        return url
