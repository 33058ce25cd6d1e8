"""The state of the fake tenant: plain objects that a test may read and set."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from tests.fakes.teams.faults import Faults, Limits
from tests.fakes.teams.people import HOME_TENANT, OTHER_TENANT, Person
from tests.fakes.teams.places import Conversation, Message, Team, split

APP_ID = "33333333-3333-4333-8333-333333333333"
CATALOGUE_ID = "44444444-4444-4444-8444-444444444444"
GRAPH_ROLES = (
    "AppCatalog.Read.All",
    "TeamsAppInstallation.ReadWriteSelfForUser.All",
    "User.Read.All",
)


class Refusal(Exception):
    """An error of the Connector or of Graph: its status and code, and what is said beside it."""

    def __init__(self, status: int, code: str, message: str = "") -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message or code


@dataclass
class Call:
    """One call the app made; `outcome` is "ok", an error's code, or the fault it met."""

    operation: str
    target: str
    body: Any
    at: float
    outcome: str = "ok"


Reads = Callable[[Mapping[str, Any], Conversation, Person], Mapping[str, Any]]
"""Opens what a button in a conversation carries to somebody; Teams itself looks at none of it."""


def _as_it_is(data: Mapping[str, Any], room: Conversation, person: Person) -> Mapping[str, Any]:
    """Read what is not sealed."""
    del room, person
    return data


@dataclass
class Dialog:
    """What a person has open: the card of the dialog, and whence it came."""

    person: Person
    card: dict[str, Any]
    title: str
    conversation: Conversation
    command: dict[str, Any] | None = None
    given: dict[str, Any] = field(default_factory=dict)
    edits: int = 0


@dataclass
class Unfurl:
    """A link preview that a person got."""

    url: str
    person: Person
    card: dict[str, Any]


@dataclass(eq=False)
class Stored:
    """A file on the fake's SharePoint."""

    id: str
    name: str
    content: bytes = b""
    size: int = 0
    open_for_upload: bool = False
    parts: list[bytes] = field(default_factory=list)


@dataclass(repr=False)
class Tenant:
    """One company's Teams with our bot in it."""

    tenant_id: str = HOME_TENANT
    app_id: str = APP_ID
    app_secret: str = "fake-app-secret"
    catalogue_id: str = CATALOGUE_ID
    in_catalogue: bool = True
    bot_name: str = "Leadloop"
    graph_roles: set[str] = field(default_factory=lambda: set(GRAPH_ROLES))
    certificate_name: str = "app-certificate"
    federated_issuers: set[str] = field(default_factory=set)
    now: Callable[[], float] = time.time
    signs_at: Callable[[], float] = time.time  # whoever checks a token looks at a real clock
    address: str = ""
    secure_address: str = ""
    people: list[Person] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    dialogs: dict[str, Dialog] = field(default_factory=dict)
    toasts: list[tuple[Person, str]] = field(default_factory=list)
    unfurls: list[Unfurl] = field(default_factory=list)
    files: dict[str, Stored] = field(default_factory=dict)
    tokens_at_files: list[str] = field(default_factory=list)
    issued: dict[str, tuple[str, float]] = field(default_factory=dict)
    installations: dict[str, Person] = field(default_factory=dict)
    refused_cards: list[str] = field(default_factory=list)
    reads: Reads = _as_it_is
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    calls: list[Call] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _numbers: Any = field(default_factory=lambda: count(1), repr=False)

    # ---- addresses and ids ----------------------------------------------------------------------

    @property
    def bot_id(self) -> str:
        """The bot as a member of conversations."""
        return f"28:{self.app_id}"

    @property
    def service_url(self) -> str:
        """What activities say as their serviceUrl."""
        return f"{self.address}/emea/{self.tenant_id}/"

    @property
    def login_url(self) -> str:
        """Entra's address, without the tenant, over plain HTTP."""
        return self.address

    @property
    def secure_login_url(self) -> str:
        """The same over TLS, as msal wants it; `ca_file` holds its certificate."""
        return self.secure_address

    @property
    def graph_url(self) -> str:
        """Graph's address, without the version."""
        return self.address

    @property
    def metadata_url(self) -> str:
        """Where the Connector's OpenID metadata is."""
        return f"{self.address}/v1/.well-known/openidconfiguration"

    @property
    def keys_url(self) -> str:
        """Where the Connector's keys are."""
        return f"{self.address}/v1/.well-known/keys"

    def number(self) -> int:
        """A number never given before."""
        with self.lock:
            number: int = next(self._numbers)
            return number

    def new_id(self) -> str:
        """An activity's id, as messages have it: a time in milliseconds, each its own."""
        return str(int(self.now()) * 1000 + self.number())

    def new_guid(self) -> str:
        """A GUID never given before."""
        return str(uuid.UUID(int=(0xA << 124) | (4 << 76) | (8 << 60) | self.number()))

    # ---- people ---------------------------------------------------------------------------------

    def member(self, name: str, *, email: str | None = None, **more: Any) -> Person:
        """An employee, known by name."""
        handle = name.lower().replace(" ", ".")
        mail = f"{handle}@example.com" if email is None else email
        fields: dict[str, Any] = {
            "object_id": self.new_guid(),
            "upn": mail or f"{handle}@example.com",
            "tenant_id": self.tenant_id,
        } | more
        person = Person(f"29:1fake{self.number():06d}", name=name, email=mail, **fields)
        self.people.append(person)
        return person

    def guest(self, name: str, **more: Any) -> Person:
        """Somebody invited from outside."""
        handle = name.lower().replace(" ", ".")
        fields = {"role": "guest", "upn": f"{handle}_elsewhere.example#EXT#@example.com"}
        return self.member(name, **({"email": f"{handle}@elsewhere.example"} | fields | more))

    def federated(self, name: str, **more: Any) -> Person:
        """Somebody of another company, met in a shared channel or an outside chat."""
        mail = f"{name.lower().replace(' ', '.')}@elsewhere.example"
        return self.member(name, **({"email": mail, "tenant_id": OTHER_TENANT} | more))

    def anonymous(self, name: str = "Anonymous") -> Person:
        """Somebody without an account."""
        return self.member(name, email="", object_id="", upn="", role="anonymous", tenant_id="")

    def deleted(self, name: str, **more: Any) -> Person:
        """Somebody whose account was deleted."""
        return self.member(name, deleted=True, **more)

    def find(self, name: str) -> Person | None:
        """The person of that id, object id, address or user principal name."""
        return next((one for one in self.people if one.is_called(name)), None)

    # ---- conversations --------------------------------------------------------------------------

    def team(self, name: str, *, members: Iterable[Person] = (), bot: bool = True) -> Team:
        """A team with its General channel; the bot is installed unless said otherwise."""
        id = f"19:team{self.number():04d}@thread.tacv2"
        made = Team(id, name, self.new_guid(), list(members), installed=bot)
        self.teams.append(made)
        general = Conversation(id, "channel", "General", team=made)
        made.channels.append(general)
        self.conversations[id] = general
        return made

    def channel(
        self,
        name: str,
        *,
        team: Team | None = None,
        members: Iterable[Person] = (),
        kind: Literal["standard", "private", "shared"] = "standard",
        bot: bool = True,
    ) -> Conversation:
        """A channel, in a team of its own unless one is given; members join both."""
        people = list(members)
        home = team or self.team(name.title(), members=people, bot=bot)
        if kind == "standard":
            home.members.extend(one for one in people if one not in home.members)
        made = Conversation(
            f"19:channel{self.number():04d}@thread.tacv2",
            "channel",
            name,
            members=people,
            team=home,
            channel_kind=kind,
            installed=bot,
        )
        home.channels.append(made)
        self.conversations[made.id] = made
        return made

    def group(self, *members: Person, name: str = "", bot: bool = True) -> Conversation:
        """A group chat."""
        id = f"19:group{self.number():04d}@thread.v2"
        made = Conversation(id, "groupChat", name, list(members), installed=bot)
        self.conversations[id] = made
        return made

    def personal(self, person: Person) -> Conversation:
        """The chat between the bot and a person; until installed, the bot may not write there."""
        for one in self.conversations.values():
            if one.kind == "personal" and one.members == [person]:
                return one
        number = self.number()
        made = Conversation(f"a:1personal{number:06d}", "personal", "", [person], installed=False)
        made.alias = f"19:{person.object_id}_{self.app_id}@unq.gbl.spaces"
        self.conversations[made.id] = made
        return made

    def reaches(self, person: Person) -> bool:
        """Whether the bot may open a chat with a person: installed there, or in a team of theirs."""
        teams = (one for one in self.teams if one.installed)
        return self.personal(person).installed or any(person in one.members for one in teams)

    def where(self, id: str) -> Conversation | None:
        """The conversation of that id; of a thread, the channel around it."""
        name = split(id)[0]
        found = self.conversations.get(name)
        by_alias = (one for one in self.conversations.values() if one.alias == name)
        return found or next(by_alias, None)

    # ---- what a test asks -----------------------------------------------------------------------

    @property
    def messages(self) -> list[Message]:
        """Every message that stands anywhere, in the order of posting."""
        with self.lock:
            found = [one for place in self.conversations.values() for one in place.messages]
        return sorted((one for one in found if not one.deleted), key=lambda one: int(one.id))

    def said_in(self, place: Conversation) -> list[Message]:
        """What the bot wrote in a conversation, threads too, in order."""
        return [one for one in place.messages if one.sender == self.bot_id and not one.deleted]

    def said_to(self, person: Person) -> list[Message]:
        """What the bot wrote into a person's chat, in order."""
        return self.said_in(self.personal(person))

    def told(self, person: Person) -> list[str]:
        """The short sentences that answers to presses showed to a person."""
        return [text for who, text in self.toasts if who is person]

    def dialog(self, person: Person) -> Dialog | None:
        """What a person has open."""
        return self.dialogs.get(person.id)

    def calls_of(self, operation: str) -> list[Call]:
        """The calls of one operation, in order."""
        with self.lock:
            return [call for call in self.calls if call.operation == operation]
