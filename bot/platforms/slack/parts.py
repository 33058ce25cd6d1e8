"""What the door is made of, and what it hands back for a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Protocol

from slack_sdk.web.async_client import AsyncWebClient

from bot.i18n import Voice
from bot.lane import Press
from bot.platforms.errands import Errand, Errands
from bot.platforms.slack.events import Ourselves
from bot.platforms.slack.outside import Outside
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.send import SlackPlatform
from handlers.interaction import Handler
from handlers.message import Option
from handlers.people import Person, PersonId
from handlers.roster.model import Outsider
from handlers.work import NewId, Now


class Directory(Protocol):
    """Knows who a Slack user is."""

    async def actor(self, user: str, /) -> Person | Outsider:
        """Give the person, or why they are not let in."""
        ...

    async def forget(self, user: str, /) -> None:
        """Look again at somebody whose profile changed."""
        ...


def _no_options(_: PersonId, __: str, ___: str, ____: str) -> Sequence[Option]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slack:
    """What the door needs of the house; `route`, `read_list`, `voice_in` run in worker threads."""

    route: Handler
    directory: Directory
    client: AsyncWebClient
    """Bolt's, and the way to a Socket Mode connection."""
    platform: SlackPlatform
    """Puts cards in place, knows which channels may have them, and paces the calls of both."""
    outside: Outside
    replies: Replies
    """Where pressed messages are changed; the platform's own."""
    us: Ourselves
    signing_secrets: Sequence[str]
    """The current one first; none where Socket Mode is used."""
    read_list: Callable[[str, bytes], str]
    """Turns a file, by its name and content, into lines with a lead each, or raises `Refused`."""
    press: Press
    """Answers a pressed button as `route` does, where that costs least."""
    threads: Executor
    """Where everything else is answered."""
    now: Now
    new_id: NewId
    """Names incidents."""
    measured: Callable[[float], None]
    """Takes how many seconds an answer took."""
    is_passing: Callable[[Exception], bool]
    """Tells an error that may be over in a minute, such as a database out of reach, from a fault."""
    voice: Voice
    """For those whom we do not know."""
    voice_in: Callable[[str], Voice | None]
    """How a channel is spoken to, by its id; nothing for one that is no team's own."""
    suggest: Callable[[PersonId, str, str, str], Sequence[Option]] = _no_options
    """Options of a form's field for what somebody typed there: person, form, field, words."""
    errands: Errands = field(default_factory=Errands)
    """What is under way after an acknowledgement; its `run` is a service of the web front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """What Slack gets at once, and what is sent right after it."""

    status: int = 200
    body: Mapping[str, object] = field(default_factory=dict[str, object])
    after: tuple[Errand, ...] = ()
