"""What the door is made of, and what it hands back for an activity."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.i18n import Voice
from bot.lane import Press
from bot.platforms.errands import Errand, Errands
from bot.platforms.payload import Json
from bot.platforms.teams.deed import Sent
from bot.platforms.teams.gate import Gate
from bot.platforms.teams.outside import Outside
from bot.platforms.teams.profile import Sender
from bot.platforms.teams.recent import Recent
from bot.platforms.teams.seals import Seals
from bot.platforms.teams.tokens import Tokens
from handlers.interaction import Handler
from handlers.message import Form, Message, Option
from handlers.parcel import Conversation
from handlers.people import Person
from handlers.roster.model import Outsider
from handlers.work import NewId, Now

FORM_LIVES = timedelta(hours=2)
"""How long a dialog may stay open and still be corrected with all that was typed."""

MOST_FORMS = 2000


class Directory(Protocol):
    """Knows who acts in Teams."""

    async def actor(self, sender: Sender) -> Person | Outsider:
        """Give the person, or why they are not let in."""
        ...

    async def picked(self, object_id: str) -> Person | Outsider:
        """Give who was picked in a form, or why they do not count."""
        ...

    async def forget(self, object_id: str) -> None:
        """Look again at somebody who left a team."""
        ...


class Speaker(Protocol):
    """Speaks in Teams: what `TeamsPlatform` does for the door."""

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        """Post a message to a person or into a conversation."""
        ...

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        """Put a card in place of an earlier one."""
        ...

    async def check(self, address: str) -> None:
        """Raise `Undeliverable` where others than our own people read."""
        ...

    async def accepted(
        self, file: str, upload: Mapping[str, object], *, address: str, activity: str
    ) -> None:
        """Bring up a file that somebody took."""
        ...

    async def declined(self, file: str, *, address: str, activity: str) -> None:
        """Drop a file that somebody does not want."""
        ...


def _no_channels() -> Sequence[Option]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """What the door needs of the house.

    `route`, `saw`, `knows`, `gone`, `read_list`, `voice_in` and `channels` run in worker threads.
    """

    app_id: str
    tenant_id: str
    gate: Gate
    route: Handler
    directory: Directory
    platform: Speaker
    seals: Seals
    """Closes and opens what buttons carry."""
    outside: Outside
    tokens: Tokens
    """What the SDK is given; it asks for none as long as it sends nothing."""
    saw: Callable[[Conversation], None]
    """Keeps where to speak in a conversation from which something came just now."""
    knows: Callable[[str], bool]
    """Tells whether we can speak at an address already: who came to know us otherwise gets no hello."""
    gone: Callable[[str], None]
    """Notes that we were taken out of a conversation."""
    read_list: Callable[[str, bytes], str]
    """Turns a file, by its name and content, into lines with a lead each, or raises `Refused`."""
    press: Press
    """Answers a pressed button as `route` does, where that costs least."""
    threads: Executor
    """Where everything else is answered."""
    now: Now
    new_id: NewId
    """Names incidents and messages."""
    measured: Callable[[float], None]
    """Takes how many seconds an answer took."""
    voice: Voice
    """For those whom we do not know, and for what everybody reads."""
    voice_in: Callable[[str], Voice | None]
    """How a channel is spoken to, by its id; nothing for one that is no team's own."""
    forms: Recent[tuple[str, Sent], Form]
    """The dialogs that are open, by whose they are: Teams sends back what was typed, and no more."""
    channels: Callable[[], Sequence[Option]] = _no_channels
    """The channels that can be picked in a form."""
    errands: Errands = field(default_factory=Errands)
    """What is under way after an answer; its `run` is a service of the web front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """What Teams gets at once, and what is done right after it."""

    body: Json | None = None
    after: tuple[Errand, ...] = ()
