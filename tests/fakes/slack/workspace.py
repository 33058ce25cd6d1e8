"""The state of the fake workspace: plain objects that a test may read and set."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.fakes.slack.channels import Channel, Ephemeral, Message
from tests.fakes.slack.faults import Faults, Limits
from tests.fakes.slack.people import SLACKBOT, Member

SCOPES = (
    "app_mentions:read",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "links:read",
    "links:write",
    "users:read",
    "users:read.email",
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_archive",
    "channel_left",
    "channel_rename",
    "channel_shared",
    "channel_unshared",
    "group_archive",
    "group_left",
    "group_rename",
    "link_shared",
    "member_joined_channel",
    "message.im",
    "tokens_revoked",
    "user_change",
)
PICTURES = ("image/png", "image/jpeg", "image/gif")
TRIGGER_SECONDS = 3.0
RESPONSE_SECONDS = 30 * 60
RESPONSE_USES = 5


class SlackSays(Exception):
    """Slack's refusal of a call: its code, and what stands beside it."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more


@dataclass
class Call:
    """One call of the Web API, as it came in and as it was answered."""

    method: str
    args: dict[str, Any]
    at: float
    outcome: str = ""


@dataclass
class Trigger:
    """The right to open one view within three seconds."""

    user: str
    at: float
    view: str = ""
    used: bool = False


@dataclass
class ResponseUrl:
    """The right to answer an interaction five times in half an hour."""

    channel: str
    user: str
    at: float
    ts: str = ""
    uses: int = 0


@dataclass
class Unfurl:
    """What was shown under links that somebody posted, or is writing."""

    channel: str
    ts: str
    unfurl_id: str
    unfurls: dict[str, Any]


@dataclass
class View:
    """A modal or a home, as one person sees it now; `edits` counts how often it was replaced."""

    id: str
    user: str
    content: dict[str, Any]
    hash: str
    root: str = ""
    previous: str | None = None
    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    edits: int = 0

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """What the view shows."""
        blocks: list[dict[str, Any]] = self.content["blocks"]
        return blocks


@dataclass
class File:
    """A file: begun, then uploaded, then complete, then, some polls later, processed."""

    id: str
    user: str
    name: str
    size: int
    title: str = ""
    mimetype: str = ""
    alt_text: str = ""
    content: bytes | None = None
    complete: bool = False
    channels: list[str] = field(default_factory=list)
    polls_left: int = 0

    @property
    def processed(self) -> bool:
        """Whether Slack knows what it is, so that it can be shown in a message."""
        return self.complete and self.polls_left <= 0


@dataclass
class SharedLinks:
    """Links the bot was told of and may therefore unfurl."""

    channel: str
    ts: str
    unfurl_id: str
    source: str
    urls: tuple[str, ...]


@dataclass(repr=False)
class Workspace:
    """One company's Slack with our bot in it."""

    team_id: str = "T0HOME"
    domain: str = "example"
    app_id: str = "A0LEADLOOP"
    bot_id: str = "B0LEADLOOP"
    bot_user: str = "U0LEADLOOP"
    bot_name: str = "leadloop"
    bot_token: str = "xoxb-fake-bot-token"
    app_token: str = "xapp-fake-app-token"
    signing_secret: str = "fake-signing-secret"
    token_fault: str | None = None
    scopes: set[str] = field(default_factory=lambda: set(SCOPES))
    subscribed: set[str] = field(default_factory=lambda: set(EVENTS))
    unfurl_domains: set[str] = field(default_factory=lambda: {"crm.example"})
    unsupported: set[str] = field(default_factory=set)
    now: Callable[[], float] = time.time
    address: str = ""
    people: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    stacks: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    polls_until_processed: int = 2
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    ephemerals: list[Ephemeral] = field(default_factory=list)
    links: list[SharedLinks] = field(default_factory=list)
    unfurls: list[Unfurl] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _numbers: Any = field(default_factory=lambda: count(1), repr=False)

    def __post_init__(self) -> None:
        """Begin with the bot itself and Slack's own."""
        team = self.team_id
        bot = Member(self.bot_user, self.bot_name, is_bot=True, team_id=team)
        slackbot = Member(SLACKBOT, "Slackbot", is_bot=False, team_id=team)
        self.people = {bot.id: bot, slackbot.id: slackbot}

    # ---- names and times ------------------------------------------------------------------------

    def new(self, prefix: str) -> str:
        """An id of Slack's look that was never given before."""
        with self.lock:
            return f"{prefix}{next(self._numbers):08d}"

    def new_ts(self) -> str:
        """A message's time, unique in its channel."""
        with self.lock:
            return f"{int(self.now())}.{next(self._numbers):06d}"

    def new_trigger(self, user: str, *, view: str = "") -> str:
        """A trigger that this person's deed gives."""
        name = f"{self.new('')}.{self.new('')}.trigger"
        self.triggers[name] = Trigger(user, self.now(), view)
        return name

    def take_trigger(self, name: object) -> Trigger:
        """Use up a trigger, or say why it is not good."""
        trigger = self.triggers.get(str(name))
        if trigger is None:
            raise SlackSays("invalid_trigger_id")
        if trigger.used:
            raise SlackSays("exchanged_trigger_id")
        if self.now() - trigger.at > TRIGGER_SECONDS:
            raise SlackSays("expired_trigger_id")
        trigger.used = True
        return trigger

    def new_response_url(self, channel: str, user: str, ts: str = "") -> str:
        """An address at which an interaction can be answered."""
        name = self.new("R")
        self.response_urls[name] = ResponseUrl(channel, user, self.now(), ts)
        return f"{self.address}/actions/{self.team_id}/{name}"

    # ---- people ---------------------------------------------------------------------------------

    def member(self, name: str, *, email: str | None = None, **more: Any) -> Member:
        """A full member, known by name."""
        given = f"{name.lower().replace(' ', '.')}@example.com" if email is None else email
        fields: dict[str, Any] = {"team_id": self.team_id} | more
        person = Member(self.new("U"), name, given, **fields)
        self.people[person.id] = person
        return person

    def guest(self, name: str, *, single_channel: bool = False, **more: Any) -> Member:
        """A guest of one or several channels."""
        flags: dict[str, Any] = {"is_restricted": True, "is_ultra_restricted": single_channel}
        return self.member(name, **(flags | more))

    def stranger(self, name: str, **more: Any) -> Member:
        """Somebody of another company, met in a connected channel; Slack tells no e-mail."""
        flags: dict[str, Any] = {"is_stranger": True, "team_id": "T0OTHER", "email": ""}
        return self.member(name, **(flags | more))

    def bot_person(self, name: str, **more: Any) -> Member:
        """Another app's bot."""
        flags: dict[str, Any] = {"is_bot": True, "email": ""}
        return self.member(name, **(flags | more))

    def deleted(self, name: str, **more: Any) -> Member:
        """Somebody whose account was switched off."""
        flags: dict[str, Any] = {"deleted": True}
        return self.member(name, **(flags | more))

    def person(self, user: str | Member) -> Member:
        """The person of that id."""
        return user if isinstance(user, Member) else self.people[user]

    # ---- conversations --------------------------------------------------------------------------

    def channel(
        self, name: str, *, members: Iterable[Member] = (), bot: bool = True, **more: Any
    ) -> Channel:
        """A channel; public, with the bot in it, and shared with nobody, unless said otherwise."""
        ids = [person.id for person in members] + ([self.bot_user] if bot else [])
        made = Channel(self.new("C"), name, members=ids, **more)
        self.channels[made.id] = made
        return made

    def direct(self, user: str | Member) -> Channel:
        """The direct message between the bot and a person, opened when there is none."""
        person = self.person(user)
        for one in self.channels.values():
            if one.kind == "im" and one.user == person.id:
                return one
        made = Channel(self.new("D"), kind="im", members=[person.id, self.bot_user], user=person.id)
        self.channels[made.id] = made
        return made

    def where(self, channel: str | Channel) -> Channel:
        """The conversation of that id or name."""
        if isinstance(channel, Channel):
            return channel
        if channel in self.channels:
            return self.channels[channel]
        return next(one for one in self.channels.values() if one.name == channel.lstrip("#"))

    # ---- views and files ------------------------------------------------------------------------

    def modal(self, user: str | Member) -> View | None:
        """The modal on top of what a person has open."""
        stack = self.stacks.get(self.person(user).id, [])
        return stack[-1] if stack else None

    def home(self, user: str | Member) -> View | None:
        """A person's App Home, once published."""
        return self.homes.get(self.person(user).id)

    def view(self, view_id: str) -> View | None:
        """The open modal or the home of that id."""
        open_ones = [one for stack in self.stacks.values() for one in stack]
        return next((one for one in [*open_ones, *self.homes.values()] if one.id == view_id), None)

    def is_picture(self, file_id: str) -> bool:
        """Whether a file may stand in an image block: it is processed, and a picture."""
        file = self.files.get(file_id)
        return file is not None and file.processed and file.mimetype in PICTURES

    # ---- what a test asks -----------------------------------------------------------------------

    @property
    def messages(self) -> list[Message]:
        """Every message that stands anywhere, in the order of posting."""
        with self.lock:
            all_of_them = [one for place in self.channels.values() for one in place.messages]
        return sorted(all_of_them, key=lambda one: one.ts.partition(".")[2])

    def said_to(self, user: str | Member) -> list[Message]:
        """What the bot wrote into a person's direct message, in order."""
        return [one for one in self.direct(user).messages if one.user == self.bot_user]

    def said_in(self, channel: str | Channel) -> list[Message]:
        """What the bot wrote in a channel, threads too, in order."""
        return [one for one in self.where(channel).messages if one.user == self.bot_user]

    def whispers(self, user: str | Member) -> list[Ephemeral]:
        """What was shown to a person alone."""
        return [one for one in self.ephemerals if one.user == self.person(user).id]

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        with self.lock:
            return [call for call in self.calls if call.method == method]
