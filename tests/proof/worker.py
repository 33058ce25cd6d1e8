"""The sender in a process of its own: real outbox, real delivery, and points where it dies."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
from sqlalchemy import Engine, event, select

from bot.delivery import Delivery
from bot.i18n import Voice
from bot.pace import Pace
from bot.platforms.port import Throttled, Unavailable, Unsure
from handlers.message import Card, Message
from handlers.parcel import Fate, Parcel, Patience
from handlers.phrase import verbatim
from storage.database import open_engine
from storage.post_office import SqlPostOffice
from tests.jottings import jottings

POINTS = (
    "before-claim-commit",
    "after-claim-commit",
    "before-send",
    "after-send",
    "before-mark-commit",
    "after-mark",
)

HURRIED = Patience(
    time_out=timedelta(seconds=0.25),
    lease=timedelta(seconds=0.7),
    quarantine=timedelta(seconds=0.5),
    most_tries=20,
    poll=timedelta(seconds=0.05),
    drain=timedelta(seconds=2),
)
"""Seconds for minutes. Time-out plus quarantine outlasts the platform's slowest answer."""

UNPACED = Pace(per_second=1e6, burst=1_000_000, redraw=timedelta())


@dataclass(frozen=True)
class Life:
    """How a worker lives, and where it ends if nobody kills it before."""

    database: str
    platform: str
    can_find: bool
    dies_at: str = ""
    on_passage: int = 0


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Fuse:
    """Kills this very process, as SIGKILL does, at a named point."""

    life: Life
    passages: int = 0

    def reach(self, point: str) -> None:
        if point == self.life.dies_at:
            self.passages += 1
            if self.passages == self.life.on_passage:
                os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class HttpPlatform:
    """The fake platform behind the port that Slack and Teams implement."""

    client: httpx.AsyncClient
    finds: bool
    fuse: Fuse
    name: str = "fake"
    pace: Pace = UNPACED

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        return await self._post("/send", address=address, key=key, text=text_of(message))

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        await self._post("/replace", address=address, reference=reference, text=text_of(message))

    async def remove(self, address: str, reference: str) -> None:
        await self._post("/replace", address=address, reference=reference, text="")

    def can_find(self, address: str) -> bool:
        del address
        return self.finds

    async def find(self, address: str, key: str) -> str | None:
        try:
            answer = await self.client.get("/find", params={"address": address, "key": key})
        except httpx.HTTPError as error:
            raise Unavailable from error
        found = answer.json()["reference"]
        return None if found is None else str(found)

    async def _post(self, path: str, **said: str) -> str:
        self.fuse.reach("before-send")
        try:
            answer = await self.client.post(path, json=said)
        except httpx.ConnectError as error:
            raise Unavailable from error
        except httpx.HTTPError as error:
            raise Unsure from error
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise Throttled(timedelta(seconds=answer.json()["retry_after"]))
        if answer.status_code != httpx.codes.OK:
            raise Unsure
        self.fuse.reach("after-send")
        return str(answer.json()["reference"])


@dataclass
class MortalOffice:
    """The real office; the process may end on either side of its commits."""

    office: SqlPostOffice
    fuse: Fuse
    doing: str = ""

    def claim(self, running: Mapping[str, timedelta], room: int) -> Sequence[Parcel]:
        self.doing = "claim"
        parcels = self.office.claim(running, room)
        if parcels:
            self.fuse.reach("after-claim-commit")
        return parcels

    def settle(self, parcel: Parcel, fate: Fate) -> None:
        self.doing = "mark"
        self.office.settle(parcel, fate)
        self.fuse.reach("after-mark")

    def before_commit(self, connection: object) -> None:
        del connection
        self.fuse.reach(f"before-{self.doing}-commit")


def text_of(message: Message) -> str:
    return str(dict(message.title.args)["text"])


def draw(engine: Engine, subject: str) -> Card:
    """Draw a live message: its subject and the newest version of it."""
    with engine.connect().execution_options(reads_only=True) as connection:
        version = select(jottings.c.value).where(jottings.c.name == subject)
        return Card(verbatim(f"{subject} {connection.execute(version).scalar()}"), ())


def run(life: Life) -> None:
    """Deliver until SIGTERM or death."""
    asyncio.run(_run(life))


async def _run(life: Life) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    engine = open_engine(life.database)
    fuse = Fuse(life)
    office = MortalOffice(
        SqlPostOffice(engine, now=now, new_id=lambda: str(uuid4()), patience=HURRIED), fuse
    )
    event.listen(engine, "commit", office.before_commit)
    # a call that is cut off may keep its place in httpx's pool for ever (encode/httpcore#1093)
    no_places = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=life.platform, timeout=None, limits=no_places) as client:  # noqa: S113 - delivery sets it
        delivery = Delivery(
            office,
            {"fake": HttpPlatform(client, life.can_find, fuse)},
            {"live": lambda subject: draw(engine, subject)},
            now=now,
            patience=HURRIED,
        )
        await delivery.run(stop)
    engine.dispose()
