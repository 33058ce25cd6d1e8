"""Reads what was said to us in Teams, and where we were taken in or out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.platforms.payload import Json, text, things
from bot.platforms.teams.deed import (
    HOME,
    PLATFORM,
    Attached,
    Deed,
    Heard,
    Kind,
    Left,
    Parted,
    Spot,
    ident,
    object_id,
    once,
    place_in,
)
from bot.platforms.teams.profile import Sender, sender_of
from bot.platforms.teams.words import plain, plain_html
from handlers.commands import HELP, HOME_OPENED, SAID, Wish, spoken
from handlers.parcel import Conversation
from handlers.parcel import Kind as Scope

JOINED = "channels.joined"

FILE = "application/vnd.microsoft.teams.file.download.info"
MOST_FILES = 5
"""Lists in one message that are read."""

MOST_PARTED = 50

_SCOPES = {"personal": Scope.PERSONAL, "groupChat": Scope.GROUP, "channel": Scope.CHANNEL}
_BOT = "28:"
_GONE = frozenset({"channelDeleted", "teamDeleted", "teamHardDeleted"})


@dataclass(frozen=True, slots=True)
class Here:
    """Where an activity comes from, and from whom."""

    sender: Sender
    spot: Spot
    once: str

    @property
    def place(self) -> str:
        """Name the conversation as a place; nothing for a personal chat, which is its person's."""
        return "" if self.spot.is_direct else place_in(self.spot.conversation, self.spot.thread)


def here(activity: Json, kind: Kind) -> Here | None:
    """Read where an activity comes from; nothing where it is not as Teams makes it."""
    whole, id = text(activity, "conversation", "id"), ident(activity, "id")
    conversation, _, thread = whole.partition(";messageid=")
    spot = Spot(
        kind=kind,
        scope=scope_of(activity),
        conversation=ident({"id": conversation}, "id"),
        thread=ident({"id": thread}, "id"),
    )
    if not id or not spot.conversation:
        return None
    return Here(sender_of(activity), spot, once(spot.conversation, id))


def scope_of(activity: Json) -> Scope:
    """Tell who reads a conversation; of what Teams does not name the id tells enough."""
    stated = _SCOPES.get(text(activity, "conversation", "conversationType"))
    if stated is not None:
        return stated
    id = text(activity, "conversation", "id").partition(";")[0]
    if id.endswith("@thread.tacv2"):
        return Scope.CHANNEL
    return Scope.GROUP if id.startswith("19:") else Scope.PERSONAL


def reference(activity: Json) -> Conversation | None:
    """Give where to speak to the conversation of an activity; nothing where it leads nowhere."""
    found, service_url = here(activity, Kind.SAID), text(activity, "serviceUrl")
    if found is None:
        return None
    is_personal = found.spot.scope is Scope.PERSONAL
    address = found.sender.object_id if is_personal else found.spot.conversation
    if not address or not service_url:
        return None
    return Conversation(
        platform=PLATFORM,
        address=address,
        conversation=found.spot.conversation,
        service_url=service_url,
        kind=found.spot.scope,
    )


def said_at(activity: Json) -> datetime | None:
    """Give when an activity happened, as Teams says; nothing where it does not."""
    try:
        at = datetime.fromisoformat(text(activity, "timestamp"))
    except ValueError:
        return None
    return at if at.tzinfo else None


# Messages


def said(activity: Json) -> Heard | None:
    """Read a message that somebody wrote; in a channel it is answered in its thread."""
    found = here(activity, Kind.SAID)
    if found is None:
        return None
    words = words_of(activity, ours_in(activity))
    files = _files(activity) if found.spot.is_direct else ()
    wish = Wish(SAID, words) if files else spoken(words)
    return Deed(
        sender=found.sender,
        does=wish.route,
        once=found.once,
        spot=found.spot,
        place=HOME if wish.route == HOME_OPENED else found.place,
        values=wish.values,
        text=wish.words,
        files=files,
    )


def ours_in(activity: Json) -> frozenset[str]:
    """Give the names by which an activity mentions us."""
    us = text(activity, "recipient", "id")
    return frozenset(
        text(one, "mentioned", "name").strip()
        for one in things(activity, "entities")
        if us and text(one, "type") == "mention" and text(one, "mentioned", "id") == us
    )


def words_of(activity: Json, ours: frozenset[str]) -> str:
    """Give the words of a message: of its HTML where it has any, for there tables are still tables."""
    html = [
        text(one, "content")
        for one in things(activity, "attachments")
        if text(one, "contentType") == "text/html" and text(one, "content").strip()
    ]
    words = "\n".join(plain_html(one, ours) for one in html).strip()
    return words or plain(text(activity, "text"), ours)


def _files(activity: Json) -> tuple[Attached, ...]:
    found = [one for one in things(activity, "attachments") if text(one, "contentType") == FILE]
    return tuple(
        Attached(text(one, "name") or "leads.csv", text(one, "content", "downloadUrl"))
        for one in found[:MOST_FILES]
    )


# In and out


def installed(activity: Json) -> Heard | None:
    """Read that the app was added to a conversation, or taken out of it; updates are no news."""
    match text(activity, "action"):
        case "add":
            return _joined(activity)
        case "remove":
            return _left(activity)
        case _:
            return None


def changed(activity: Json) -> Heard | None:
    """Read a change of a conversation that is about us, or that ends it."""
    if text(activity, "channelData", "eventType") in _GONE:
        channel = ident(activity, "channelData", "channel", "id")
        return Left(channel) if channel else _left(activity)
    us = text(activity, "recipient", "id")
    if _names(things(activity, "membersRemoved"), us):
        return _left(activity)
    if _names(things(activity, "membersAdded"), us) and scope_of(activity) is not Scope.PERSONAL:
        return _joined(activity)
    gone = tuple(object_id(one, "aadObjectId") for one in things(activity, "membersRemoved"))
    people = tuple(one for one in gone[:MOST_PARTED] if one)
    return Parted(people) if people else None


def _names(members: Sequence[Json], us: str) -> bool:
    return us.startswith(_BOT) and any(text(one, "id") == us for one in members)


def _joined(activity: Json) -> Heard | None:
    found = here(activity, Kind.JOINED)
    if found is None:
        return None
    return Deed(
        sender=found.sender,
        does=HELP if found.spot.is_direct else JOINED,
        once=found.once,
        spot=found.spot,
        place=found.place,
    )


def _left(activity: Json) -> Heard | None:
    found = reference(activity)
    return Left(found.address) if found else None
