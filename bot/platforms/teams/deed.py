"""What somebody did in Teams, as far as its activity says: who, what, where, and how to answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from bot.platforms.payload import Json, text
from bot.platforms.teams.profile import Sender
from handlers.commands import BRINGING
from handlers.interaction import Interaction
from handlers.parcel import Kind as Scope
from handlers.people import PersonId, Place

PLATFORM = "teams"
HOME = "home"
MOST_KEY = 255
"""Letters of a once-key."""

_ID = re.compile(r"[A-Za-z0-9:_.@=+-]{1,250}")
_OBJECT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Kind(StrEnum):
    """On what somebody acted; it decides how they are answered."""

    SAID = "said"
    """A message to the bot."""
    JOINED = "joined"
    """The bot was taken into a channel, a group chat or somebody's personal chat."""
    EXECUTED = "executed"
    """A press that is answered at once: on a card of ours, seen by everybody there."""
    SUBMITTED = "submitted"
    """The same press from a client that knows no `Action.Execute`: it comes as a message."""
    OPENED = "opened"
    """A press that opens a dialog."""
    SENT = "sent"
    """A dialog's form, or a button in a dialog."""
    ACTION = "action"
    """A command on somebody's message; it opens a dialog."""
    LINK = "link"
    """A link to a lead that somebody is writing."""


DIALOGS = frozenset({Kind.OPENED, Kind.SENT, Kind.ACTION})
"""Answered in a dialog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Which form was sent: its route, and what it kept, by name."""

    name: str
    keep: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a deed was done, and by what it can be answered; empty is what Teams did not give."""

    kind: Kind
    scope: Scope = Scope.PERSONAL
    conversation: str = ""
    """Without the thread."""
    thread: str = ""
    """The first message of a channel's thread, where this is in one."""
    message: str = ""
    """The message of ours that is meant, as ``<conversation>|<activity>``."""
    form: Sent | None = None
    link: str = ""

    @property
    def room(self) -> str:
        """Name the conversation as seals do: a person's chat with us is known by the person."""
        return "" if self.is_direct else self.conversation

    @property
    def is_direct(self) -> bool:
        """Tell whether this is the conversation with one person alone."""
        return self.scope is Scope.PERSONAL


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message; no address where Teams gave none."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody did. Only the sender is proven; all else may be of an older version or forged."""

    sender: Sender
    does: str
    """The route; empty where the activity is not one that we would have made."""
    once: str
    """Names the activity, and so its repeats."""
    spot: Spot
    nonce: str = ""
    """Names the sealed button or form that was used; empty where none was."""
    place: str = ""
    """``at:teams:…`` or ``home``; else the person's direct message."""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    picked: Mapping[str, str] = field(default_factory=dict[str, str])
    """Fields in which somebody of the company was picked, with their Entra object ids."""
    text: str = ""
    files: tuple[Attached, ...] = ()

    def asked(self, person: PersonId) -> Interaction:
        """Say to the heart what this person did."""
        return Interaction(
            name=self.does,
            actor=person,
            place=self._place(person),
            id=self._counted(person),
            values=self.values,
            text=self.text,
        )

    def _counted(self, person: PersonId) -> str:
        """Name what counts once: of a button its effect by each person, of anything else the deed."""
        if not self.nonce or self.does in BRINGING:
            return self.once
        return once(f"sealed:{self.nonce}", person)

    def _place(self, person: PersonId) -> Place:
        if self.place == HOME:
            return Place.home(person)
        return Place(self.place) if self.place else Place.direct(person)


@dataclass(frozen=True, slots=True)
class Left:
    """We were taken out of a conversation, or it is no more."""

    address: str


@dataclass(frozen=True, slots=True)
class Parted:
    """Some of our people were taken out of a team: who they are has to be looked at again."""

    people: tuple[str, ...]
    """Their Entra object ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Somebody takes a file that we offered in their chat, or does not."""

    sender: Sender
    spot: Spot
    once: str
    file: str
    """The opaque id under which the file waits."""
    takes: bool
    upload: Json = field(default_factory=dict[str, object])
    """Where Teams wants it brought; may be forged."""


Heard = Deed | Left | Parted | Consent


def once(conversation: str, activity: str) -> str:
    """Spell the once-key of a deed; one that would be too long is told by its digest."""
    spelled = f"{PLATFORM}:{conversation}:{activity}"
    if len(spelled) <= MOST_KEY:
        return spelled
    return f"{PLATFORM}:{sha256(spelled.encode()).hexdigest()}"


def place_in(conversation: str, thread: str = "") -> str:
    """Name a conversation, or a thread in it, as a place."""
    if not conversation:
        return ""
    return f"at:{PLATFORM}:{conversation}/{thread}" if thread else f"at:{PLATFORM}:{conversation}"


def placed(name: str, conversation: str) -> str:
    """Let a place's name pass that a form may carry: the home, or the conversation it is open in."""
    if name.startswith(f"{HOME}:"):
        return HOME
    here = place_in(conversation)
    address, slash, thread = name.partition("/")
    if not here or address != here or (slash and not _ID.fullmatch(thread)):
        return ""
    return name


def ident(thing: Json, *names: str) -> str:
    """Give the id under these names; an empty one where there is none, or none such as Teams makes."""
    found = text(thing, *names)
    return found if _ID.fullmatch(found) else ""


def object_id(thing: Json, *names: str) -> str:
    """Give the Entra object id under these names, in lower case; an empty one where there is none."""
    found = text(thing, *names).lower()
    return found if _OBJECT.fullmatch(found) else ""
