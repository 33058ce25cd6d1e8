"""What somebody did in Slack, as far as its payload says: who, what, where, and how to answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.platforms.payload import Json, text
from handlers.interaction import Interaction
from handlers.people import PersonId, Place

PLATFORM = "slack"
MOST_KEY = 255
"""Letters of a once-key."""

DEEPEST_STACK = 3
"""Views that Slack lays on top of each other."""

_ID = re.compile(r"[A-Za-z0-9._:|-]{1,120}")
_ADDRESS = re.compile(r"[CDG][A-Z0-9]{1,30}(?:/[0-9]{1,20}\.[0-9]{1,10})?")


class Kind(StrEnum):
    """On what somebody acted; it decides how they are answered."""

    SAID = "said"
    """A message to the bot."""
    JOINED = "joined"
    """The bot was taken into a channel."""
    LINK = "link"
    """A link to a lead in somebody's message."""
    MESSAGE = "message"
    """A message of ours that everybody there sees."""
    WHISPER = "whisper"
    """A message of ours that this person alone sees."""
    HOME = "home"
    MODAL = "modal"
    """A button in a form."""
    SENT = "sent"
    """A form."""
    COMMAND = "command"
    SHORTCUT = "shortcut"


EVENTS = frozenset({Kind.SAID, Kind.JOINED, Kind.LINK, Kind.HOME})
"""What Slack brings again if it is not acknowledged; a press on the home page carries a trigger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A link that Slack wants a card for."""

    url: str
    unfurl: str
    source: str
    ts: str
    channel: str
    is_ours: bool
    """The bot takes part in the conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a deed was done, and by what it can be answered; empty is what Slack did not give."""

    kind: Kind
    channel: str = ""
    thread: str = ""
    """The thread's first message, where this is in one."""
    message: str = ""
    """The message of ours that is meant, as ``<channel>/<ts>``."""
    trigger: str = ""
    """Opens one form within three seconds."""
    response_url: str = ""
    view: str = ""
    depth: int = 1
    """How many views lie on top of each other, this one included."""
    inputs: frozenset[str] = frozenset()
    """The fields of the form: beside these a sentence can stand."""
    preview: Preview | None = None

    @property
    def is_direct(self) -> bool:
        """Tell whether this is a conversation with one person alone."""
        return self.channel.startswith("D")

    @property
    def comes_again(self) -> bool:
        """Tell whether Slack repeats this if it is not acknowledged."""
        return self.kind in EVENTS and not self.trigger


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message; no address where we may not read it."""

    name: str
    url: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a Slack user did. Only the user is proven; all else may be of an older version or forged."""

    user: str
    does: str
    """The route; empty where the payload is not one that we would have made."""
    once: str
    spot: Spot
    place: str = ""
    """``at:slack:…`` or ``home``; else the person's direct message."""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    picked: Mapping[str, str] = field(default_factory=dict[str, str])
    """Fields in which a Slack user was picked, with their user ids."""
    text: str = ""
    files: tuple[Attached, ...] = ()
    is_shared: bool = False
    """Another company reads along, as Slack says."""

    def asked(self, person: PersonId) -> Interaction:
        """Say to the heart what this person did."""
        return Interaction(
            name=self.does,
            actor=person,
            place=self._place(person),
            id=self.once,
            values=self.values,
            text=self.text,
        )

    def _place(self, person: PersonId) -> Place:
        if self.place == HOME:
            return Place.home(person)
        return Place(self.place) if self.place else Place.direct(person)


HOME = "home"


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """Somebody's profile, rights or account changed."""

    user: str


@dataclass(frozen=True, slots=True)
class Revoked:
    """The workspace took our token back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggest:
    """Somebody types into a field whose options are too many to be sent along."""

    user: str
    form: str
    field: str
    typed: str


Heard = Deed | ProfileChanged | Revoked | Suggest


def once(*parts: str) -> str:
    """Spell the once-key of a deed."""
    return ":".join((PLATFORM, *parts))[:MOST_KEY]


def thread_of(channel: str, ts: str) -> str:
    """Name a thread as a place; no place where the ids are not Slack's."""
    return placed(f"at:{PLATFORM}:{channel}/{ts}" if ts else f"at:{PLATFORM}:{channel}")


def placed(name: str) -> str:
    """Let a place's name pass that a form may carry: a conversation, or the person's own home."""
    if name.startswith(f"{HOME}:"):
        return HOME
    prefix = f"at:{PLATFORM}:"
    address = name.removeprefix(prefix)
    return name if name.startswith(prefix) and _ADDRESS.fullmatch(address) else ""


def ident(thing: Json, *names: str) -> str:
    """Give the id under these names; an empty one where there is none, or none such as Slack makes."""
    found = text(thing, *names)
    return found if _ID.fullmatch(found) else ""
