"""The door on a real port, before the tests' own Slack, with a Leadloop that answers as told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

import uvicorn
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.i18n import Voice
from bot.metrics import Metrics
from bot.platforms.slack.app import slack_routes
from bot.platforms.slack.client import slack_client
from bot.platforms.slack.events import Ourselves
from bot.platforms.slack.limits import Allowance
from bot.platforms.slack.outside import Outside
from bot.platforms.slack.parts import Slack
from bot.platforms.slack.render import render_card
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.send import SlackPlatform
from bot.platforms.slack.socket import SlackSocket, socket_service
from bot.web import Front, Service, front
from handlers.errors import Refused
from handlers.interaction import Handler
from handlers.message import Card, Option
from handlers.people import Language, Person, PersonId
from handlers.phrase import verbatim
from handlers.roster.model import Outsider, Why
from tests.bot.platforms.demo.conftest import FakeLeadloop, no_backlog
from tests.builders import a_marketer, a_rep
from tests.fakes.slack.channels import Message
from tests.fakes.slack.door import SOCKET
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
from tests.presses import in_threads

PATIENCE = 10
APP_TOKEN = "xapp-fake-app-token"
HOST_THAT_IS_DOWN = "127.0.0.1:1"
"""Counts among Slack's own, and nobody is at home there."""
OLD_SECRET = "the-secret-of-last-month"


class Passing(Exception):
    """The database is out of reach."""


@dataclass
class FakeDirectory:
    """Knows the people a test brought in; everybody else is a stranger."""

    people: dict[str, Person | Outsider] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)
    broken: Exception | None = None

    async def actor(self, user: str) -> Person | Outsider:
        if self.broken:
            raise self.broken
        return self.people.get(user, Outsider(Why.STRANGER))

    async def forget(self, user: str) -> None:
        if self.broken:
            raise self.broken
        self.forgotten.append(user)


@dataclass
class House:
    """The door and everything round it."""

    slack: FakeSlack
    parts: Slack
    directory: FakeDirectory
    leadloop: FakeLeadloop
    durations: list[float]
    socket: SlackSocket | None

    def knows(self, member: Member, person: Person | Outsider | None = None) -> Member:
        """Let the directory know who a member of the workspace is."""
        self.directory.people[member.id] = person or a_marketer()
        return member

    def answers(self, route: str, answer: Handler) -> None:
        self.leadloop.answers[route] = answer

    def post(self, where: str, card: Card, *, thread: str = "", to: str = "") -> Message:
        """Post a card of ours, as delivery would; `to` whispers it to one person."""
        drawn = render_card(card, Voice(Language.ENGLISH, "UTC"))
        said = {"channel": where, "text": drawn.text, "blocks": list(drawn.blocks)}
        said |= {"thread_ts": thread} if thread else {}
        client = WebClient(self.slack.bot_token, base_url=self.slack.base_url)
        if to:
            client.chat_postEphemeral(user=to, **said)  # type: ignore[arg-type]
        else:
            client.chat_postMessage(**said)  # type: ignore[arg-type]
        return self.slack.messages[-1]

    @property
    def asked(self) -> Sequence[str]:
        return [one.name for one in self.leadloop.asked]

    def rest(self) -> None:
        """Wait until nothing is under way any more."""
        for _ in range(2):
            time.sleep(0.01)
            until(lambda: not self.parts.errands._tasks)


def until(holds: Callable[[], object]) -> None:
    """Wait for what happens after an acknowledgement."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


def parts_for(
    slack: FakeSlack, directory: FakeDirectory, route: Handler, measured: Callable[[float], None]
) -> Slack:
    client = slack_client(slack.bot_token, base_url=slack.base_url)
    host = urlsplit(slack.address).netloc
    outside = Outside(
        slack.bot_token,
        replies=frozenset({host}),
        files=frozenset({host, HOST_THAT_IS_DOWN}),
        schemes=frozenset({"http"}),
    )
    replies = Replies(outside, now=real_now)
    return Slack(
        route=route,
        directory=directory,
        client=client,
        platform=platform_for(client, replies),
        outside=outside,
        replies=replies,
        us=Ourselves(bot=slack.bot_user, link_hosts=frozenset({"crm.example"})),
        signing_secrets=(slack.signing_secret, OLD_SECRET),
        read_list=read_list,
        threads=ThreadPoolExecutor(4, thread_name_prefix="slack-test"),
        press=in_threads(route),
        now=real_now,
        new_id=lambda: "incident-7",
        measured=measured,
        is_passing=lambda error: isinstance(error, Passing),
        voice=Voice(Language.ENGLISH, "UTC"),
        voice_in=lambda _: None,
        suggest=suggest,
    )


def platform_for(client: AsyncWebClient, replies: Replies) -> SlackPlatform:
    return SlackPlatform(client, now=real_now, allowance=Allowance({}), replies=replies)


def real_now() -> datetime:
    return datetime.now(UTC)


def read_list(name: str, content: bytes) -> str:
    if not name.endswith(".csv"):
        raise Refused(verbatim("Please send a CSV file."))
    return content.decode()


def suggest(person: PersonId, form: str, field: str, typed: str) -> Sequence[Option]:
    return [Option(f"{form}/{field}", verbatim(f"{typed} for {person}"))]


@contextmanager
def opened(
    slack: FakeSlack, *, over: str = "http", route: Handler | None = None, wait: bool = True
) -> Iterator[House]:
    """Run the door in a thread, and let Slack know where it is."""
    leadloop, directory, durations = FakeLeadloop(), FakeDirectory(), list[float]()
    parts = parts_for(slack, directory, route or leadloop.route, durations.append)
    services: dict[str, Service] = {"errands": parts.errands.run}
    socket: SlackSocket | None = None
    if over == SOCKET:
        socket = socket_service(parts, APP_TOKEN)
        services["socket"] = socket.run
    with running(parts, services) as address:
        slack.door = SOCKET if socket else f"{address}/slack/events"
        if socket and wait:
            until(socket.holds)
        yield House(slack, parts, directory, leadloop, durations, socket)
    parts.threads.shutdown()


@contextmanager
def running(parts: Slack, services: Mapping[str, Service]) -> Iterator[str]:
    """Serve the web front on a free port."""
    app = front(Front(metrics=Metrics(no_backlog), routes=slack_routes(parts), services=services))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, name="door")
    thread.start()
    until(lambda: server.started)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)


def maya() -> Person:
    return a_marketer()


def piotr() -> Person:
    return a_rep("Piotr Nowak", language=Language.POLISH)
