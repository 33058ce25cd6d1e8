"""What Leadloop needs of a chat platform."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.i18n import Voice
from handlers.message import Message


@dataclass(frozen=True, slots=True)
class Destination:
    """A conversation on a platform."""

    platform: str
    address: str
    """The platform's own name for the conversation."""


class Throttled(Exception):
    """The platform took nothing and asks us to leave this destination alone for a while."""

    def __init__(self, wait: timedelta) -> None:
        """Keep how long to wait."""
        super().__init__(f"throttled for {wait}")
        self.wait = wait


class Unavailable(Exception):
    """The platform certainly took nothing; it may be tried again."""


class Unsure(Exception):
    """The request left, and the answer did not tell whether it was accepted: time-out, reset, 5xx."""


class Undeliverable(Exception):
    """The platform will never take this message there; the reason names no person and quotes no text."""


class Platform(Protocol):
    """A chat platform. Every call may raise the four troubles above and nothing else."""

    name: str
    can_find: bool
    """Whether `find` can tell if a message with a key has arrived."""

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        """Post a message and give the platform's reference to it."""
        ...

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        """Put a message in place of an earlier one; repeating this does no harm."""
        ...

    async def remove(self, address: str, reference: str) -> None:
        """Take a message away; repeating this does no harm."""
        ...

    async def find(self, address: str, key: str) -> str | None:
        """Give the reference of the message that was sent with this key, if it arrived."""
        ...
