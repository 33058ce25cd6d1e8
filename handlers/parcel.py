"""What leaves the house, on its way: parcels, where they go, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from handlers.message import Card, Message, Paper, Paragraph
from handlers.people import Language, Place
from handlers.phrase import Phrase, say, verbatim
from handlers.work import About, IfUnsure


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A conversation on a platform, and how its readers are spoken to."""

    platform: str
    address: str
    """The platform's own name for the conversation; a thread's follows after a slash."""
    language: Language = Language.ENGLISH
    zone: str = "UTC"

    @property
    def conversation(self) -> str:
        """Name the whole conversation, whose threads share one rate limit."""
        return self.address.partition("/")[0]


class Kind(StrEnum):
    """Who reads a conversation."""

    PERSONAL = "personal"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """How a platform is called about a conversation that it told us of."""

    platform: str
    address: str
    """Ours: a person's account for their personal chat, else the conversation's own name."""
    conversation: str
    """The platform's own name for it."""
    service_url: str
    kind: Kind
    blocked_at: datetime | None = None
    """When we were shut out or taken away; nothing is sent there until it is heard of again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFile:
    """A file that waits until the person at this address accepts it."""

    id: str
    platform: str
    address: str
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One message, claimed for one attempt, or for a look at what became of an attempt."""

    id: int
    attempt: int
    """The fence: what a later attempt has overtaken can change nothing any more."""
    key: str
    """Opaque, the same in every attempt: the platform is asked for it after an unsure one."""
    place: Place
    to: Destination
    content: Message | Paper | About
    reference: str | None
    """The platform's name for the live message that stands there already."""
    if_unsure: IfUnsure
    unsure: bool
    """Nobody knows whether the last attempt arrived; look before it is sent again."""
    held_until: datetime
    """Until then nobody else takes it."""
    created_at: datetime


class Trouble(StrEnum):
    """Why a message is parked."""

    NO_DESTINATION = "no-destination"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    UNSURE = "unsure"
    FAILED = "failed"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived, and this is the platform's name for it."""

    reference: str


@dataclass(frozen=True, slots=True)
class Gone:
    """There is nothing to say any more, and nothing stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """It did not arrive and is sent again."""

    at: datetime
    counts: bool
    """Whether it counts towards `most_tries`; what the platform declined unread does not."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The platform asks us to leave the destination alone."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Nobody knows whether it arrived; worth a look at this moment."""

    look_at: datetime


@dataclass(frozen=True, slots=True)
class Parked:
    """It is given up, and the administrator hears why."""

    trouble: Trouble
    detail: str = ""
    """The platform's own word for it, without names and texts."""


Fate = Sent | Gone | Later | Paused | Doubtful | Parked


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long delivery holds on, and when it gives up. The lease must outlast the time-out."""

    time_out: timedelta = timedelta(seconds=20)
    """For one call of a platform."""
    lease: timedelta = timedelta(seconds=60)
    """How long one attempt may take with its drawing, its turn and its call."""
    quarantine: timedelta = timedelta(seconds=45)
    """How long an unsure attempt rests before the look, for a slow request to land."""
    most_tries: int = 8
    """Attempts that crash or end unsure before a message is parked."""
    give_up: timedelta = timedelta(hours=24)
    """Age at which a message is parked that its platform keeps declining."""
    poll: timedelta = timedelta(seconds=1)
    """How often we look for what another replica wrote, or whose time has come."""
    drain: timedelta = timedelta(seconds=20)
    """How long what is under way may take to end when the process is asked to stop."""
    at_once: int = 16
    """Messages under way at the same time, each to another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How far delivery lags behind."""

    waiting: int
    sending: int
    unsure: int
    parked: int
    oldest: timedelta
    """Age of the oldest message that should have left; zero when there is none."""


def trouble_phrase(trouble: Trouble, *, personal: bool) -> Phrase:
    """Say why a message is parked, and what to do: a person may have shut Leadloop out, a channel not."""
    if personal and trouble is Trouble.REFUSED:
        return say("delivery-trouble-refused-person")
    return say(f"delivery-trouble-{trouble.value}")


def parked_card(who: Phrase, parked: Parked, *, personal: bool) -> Card:
    """Tell an administrator that something did not reach a channel or a person, and what to do."""
    reasons = [Paragraph(trouble_phrase(parked.trouble, personal=personal))]
    if parked.detail:
        reasons.append(Paragraph(say("delivery-detail", detail=verbatim(parked.detail))))
    return Card(title=say("delivery-parked", who=who), blocks=tuple(reasons))
