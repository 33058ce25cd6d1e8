"""The door on a real port, before the tests' own Teams, with a Leadloop that answers as told."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self, TypeVar

import httpx
import uvicorn

from bot.i18n import Voice
from bot.metrics import Metrics
from bot.platforms.teams.app import teams_routes
from bot.platforms.teams.calls import Connector, new_client
from bot.platforms.teams.contact import Contacts
from bot.platforms.teams.files import Files
from bot.platforms.teams.gate import Gate, Wanted
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.outside import Outside
from bot.platforms.teams.parts import FORM_LIVES, Teams
from bot.platforms.teams.profile import Sender
from bot.platforms.teams.recent import Recent
from bot.platforms.teams.references import References
from bot.platforms.teams.render import render_card
from bot.platforms.teams.send import TeamsPlatform
from bot.web import Front, Service, front
from handlers.errors import Refused
from handlers.interaction import Handler
from handlers.message import Card, Option
from handlers.parcel import Conversation, Kind, WaitingFile
from handlers.people import Language, Person
from handlers.phrase import verbatim
from handlers.roster.model import Outsider, Why
from tests.bot.platforms.demo.conftest import FakeLeadloop, no_backlog
from tests.bot.platforms.teams.sealing import reading, real_now, seal_of, seals_for
from tests.bot.platforms.teams.sending import host, unpaced
from tests.builders import a_marketer
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person as Member
from tests.fakes.teams.places import CARD, Message
from tests.fakes.teams.places import Conversation as Room
from tests.presses import in_threads

T = TypeVar("T")

PATIENCE = 10
ENGLISH = Voice(Language.ENGLISH, "UTC")


@dataclass
class FakeDirectory:
    """Knows the people a test brought in; everybody else is a stranger."""

    people: dict[str, Person | Outsider] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)
    broken: Exception | None = None

    async def actor(self, sender: Sender) -> Person | Outsider:
        if self.broken:
            raise self.broken
        return await self.picked(sender.object_id) if sender.object_id else Outsider(Why.GUEST)

    async def picked(self, object_id: str) -> Person | Outsider:
        return self.people.get(object_id, Outsider(Why.STRANGER))

    async def forget(self, object_id: str) -> None:
        if self.broken:
            raise self.broken
        self.forgotten.append(object_id)


@dataclass
class FakeMemory:
    """What the database keeps of conversations and files, without one."""

    known: dict[str, Conversation] = field(default_factory=dict)
    files: dict[str, WaitingFile] = field(default_factory=dict)

    @property
    def conversations(self) -> Self:
        return self

    @property
    def waiting_files(self) -> FakeFiles:
        return FakeFiles(self.files)

    def of(self, platform: str, address: str) -> Conversation | None:
        return self.known.get(address)

    def last_seen(self, platform: str, address: str) -> datetime | None:
        return None

    def saw(self, seen: Conversation, at: datetime) -> None:
        self.known[seen.address] = seen

    def blocked(self, platform: str, address: str, at: datetime) -> None:
        self.known.pop(address, None)

    def newest(
        self, platform: str, limit: int, *, kind: Kind | None = None
    ) -> Sequence[Conversation]:
        return [one for one in self.known.values() if kind in {None, one.kind}][:limit]

    def commit(self) -> None:
        """Everything is kept at once."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is undone."""


@dataclass
class FakeFiles:
    """Files that wait, each for one person."""

    files: dict[str, WaitingFile]

    def keep(self, file: WaitingFile, until: datetime) -> None:
        self.files[file.id] = file

    def of(self, id: str, platform: str, address: str, at: datetime) -> WaitingFile | None:
        found = self.files.get(id)
        return found if found and found.address == address else None

    def drop(self, id: str, platform: str, address: str) -> None:
        self.files.pop(id, None)


@dataclass
class FakeTokens:
    """A token that the fake takes."""

    teams: FakeTeams

    async def get(self, scope: str) -> str:
        return self.teams.app_token(scope)

    def forget(self) -> None:
        """The next one is new anyway."""


@dataclass
class House:
    """The door and everything round it."""

    teams: FakeTeams
    parts: Teams
    directory: FakeDirectory
    leadloop: FakeLeadloop
    memory: FakeMemory
    durations: list[float]
    loops: list[asyncio.AbstractEventLoop]

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the door's own loop do something."""
        return asyncio.run_coroutine_threadsafe(work, self.loops[0]).result(PATIENCE)

    def knows(self, member: Member, person: Person | Outsider | None = None) -> Member:
        """Let the directory know who somebody is."""
        self.directory.people[member.object_id] = person or a_marketer()
        return member

    def somebody(self, person: Person | Outsider | None = None, name: str = "Anna Nowak") -> Member:
        """Somebody with Leadloop in a chat of their own."""
        member = self.knows(self.teams.member(name), person)
        self.has_app(member)
        return member

    def has_app(self, member: Member) -> None:
        room = self.teams.personal(member)
        room.installed = True
        self.memory.known[member.object_id] = Conversation(
            platform="teams",
            address=member.object_id,
            conversation=room.id,
            service_url=self.teams.service_url,
            kind=Kind.PERSONAL,
        )

    def answers(self, route: str, answer: Handler) -> None:
        self.leadloop.answers[route] = answer

    def post(self, room: Room, card: Card, *, root: str = "") -> Message:
        """Post a card of ours, as delivery would."""
        drawn = render_card(card, ENGLISH, seal=seal_of(self.parts.seals, room))
        message = Message(self.teams.new_id(), room.id, self.teams.bot_id, summary=drawn.summary)
        message.root = root or (message.id if room.kind == "channel" else "")
        message.attachments.append({"contentType": CARD, "content": dict(drawn.content)})
        room.messages.append(message)
        return message

    @property
    def asked(self) -> Sequence[str]:
        return [one.name for one in self.leadloop.asked]

    def rest(self) -> None:
        """Wait until nothing is under way any more."""
        for _ in range(2):
            time.sleep(0.01)
            until(lambda: not self.parts.errands._tasks)


def until(holds: Callable[[], object]) -> None:
    """Wait for what happens after an answer."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


def read_list(name: str, content: bytes) -> str:
    if not name.endswith(".csv"):
        raise Refused(verbatim("Please send a CSV file."))
    return content.decode()


def channels() -> Sequence[Option]:
    return [Option("teams:19:one@thread.tacv2", verbatim("Marketing"))]


def platform_for(teams: FakeTeams, memory: FakeMemory, client: httpx.AsyncClient) -> TeamsPlatform:
    hosts, tokens = Hosts([host(teams)]), FakeTokens(teams)
    references = References(open_work=lambda: memory, look=lambda: memory, now=real_now)
    connector = Connector(client, tokens, hosts=hosts, allowance=unpaced())
    contacts = Contacts(
        connector,
        references,
        app=teams.app_id,
        tenant=teams.tenant_id,
        service_url=teams.service_url,
    )
    return TeamsPlatform(
        connector, contacts, Files(references, client, hosts), references, seals_for(teams)
    )


def gate_for(teams: FakeTeams, now: Callable[[], datetime] = real_now) -> Gate:
    wanted = Wanted(
        app_id=teams.app_id,
        tenants=frozenset({teams.tenant_id}),
        hosts=Hosts([host(teams), "smba.trafficmanager.net"]),
    )
    return Gate(wanted, Keys(teams.metadata_url, now=now))


def parts_for(
    teams: FakeTeams,
    directory: FakeDirectory,
    memory: FakeMemory,
    client: httpx.AsyncClient,
    route: Handler,
    measured: Callable[[float], None],
) -> Teams:
    def saw(seen: Conversation) -> None:
        memory.saw(seen, real_now())

    return Teams(
        app_id=teams.app_id,
        tenant_id=teams.tenant_id,
        gate=gate_for(teams),
        route=route,
        directory=directory,
        platform=platform_for(teams, memory, client),
        seals=seals_for(teams),
        outside=Outside(Hosts([host(teams)])),
        tokens=FakeTokens(teams),
        saw=saw,
        knows=lambda address: address in memory.known,
        gone=lambda address: memory.blocked("teams", address, real_now()),
        read_list=read_list,
        threads=ThreadPoolExecutor(4, thread_name_prefix="teams-test"),
        press=in_threads(route),
        now=real_now,
        new_id=lambda: "incident-7",
        measured=measured,
        voice=ENGLISH,
        voice_in=lambda _: None,
        forms=Recent(FORM_LIVES, now=real_now),
        channels=channels,
    )


@contextmanager
def opened(teams: FakeTeams, *, route: Handler | None = None) -> Iterator[House]:
    """Run the door in a thread, and let Teams know where it is."""
    leadloop, directory, memory = FakeLeadloop(), FakeDirectory(), FakeMemory()
    durations, client = list[float](), new_client()
    parts = parts_for(teams, directory, memory, client, route or leadloop.route, durations.append)

    teams.reads = reading(parts.seals)
    loops: list[asyncio.AbstractEventLoop] = []

    async def connections(stop: asyncio.Event) -> None:
        loops.append(asyncio.get_running_loop())
        await stop.wait()
        await client.aclose()

    services: dict[str, Service] = {"errands": parts.errands.run, "connections": connections}
    with running(parts, services) as address:
        teams.door = f"{address}/api/messages"
        yield House(teams, parts, directory, leadloop, memory, durations, loops)
    parts.threads.shutdown()


@contextmanager
def running(parts: Teams, services: Mapping[str, Service]) -> Iterator[str]:
    """Serve the web front on a free port."""
    app = front(Front(metrics=Metrics(no_backlog), routes=teams_routes(parts), services=services))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, name="door")
    thread.start()
    until(lambda: server.started)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
