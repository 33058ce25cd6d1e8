"""What Leadloop needs of a chat platform."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from bot.i18n import Voice
from bot.pace import Pace
from handlers.message import Message


class Throttled(Exception):
    """The platform took nothing and asks us to leave this destination alone for a while."""

    def __init__(self, wait: timedelta) -> None:
        """Keep how long to wait."""
        super().__init__(f"throttled for {wait}")
        self.wait = wait


class NotYet(Exception):
    """The platform was not called: this message has to wait, whatever its conversation.

    Its quota for such calls is used up, or it takes none from us at present. Unlike `Throttled` this
    holds up nothing else that goes to the same place, and a message may wait like this for ever.
    """

    def __init__(self, wait: timedelta) -> None:
        """Keep how long to wait."""
        super().__init__(f"not yet for {wait}")
        self.wait = wait


class Unavailable(Exception):
    """The platform certainly took nothing; it may be tried again."""


class Unsure(Exception):
    """The request left, and no answer tells whether it was accepted: time-out, reset, 5xx."""


class Undeliverable(Exception):
    """The platform never takes this message there; the reason names nobody and quotes no text."""


class Platform(Protocol):
    """A chat platform. Every call may raise the five troubles above and nothing else."""

    @property
    def name(self) -> str:
        """What the platform is called in our tables: ``slack``."""
        ...

    @property
    def pace(self) -> Pace:
        """How fast it wants to be spoken to."""
        ...

    def can_find(self, address: str) -> bool:
        """Tell whether `find` can say there if a message with a key has arrived."""
        ...

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
