"""A demo with a small company, and a Leadloop that answers as a test tells it to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.crm.demo.records import Records
from bot.i18n import Voice
from bot.metrics import Metrics
from bot.platforms.demo.answer import Demo
from bot.platforms.demo.app import demo_routes
from bot.platforms.demo.chat import Chat
from bot.platforms.demo.crm import CrmDesk
from bot.platforms.demo.live import Listeners
from bot.platforms.demo.send import DemoPlatform
from bot.web import Front, front
from handlers.errors import AlreadyDone, Refused
from handlers.interaction import Handler, Interaction, Nothing, Open, Reply
from handlers.message import Card, Example
from handlers.parcel import Backlog
from handlers.people import Language, Person
from handlers.phrase import verbatim
from handlers.router import Router
from handlers.working_time import WorkingHours
from tests.builders import Clock, a_marketer, a_rep
from tests.presses import in_threads

HOME = "http://127.0.0.1:8080"


@dataclass
class FakeLeadloop:
    """Answers each route as it is told, and a repeated deed not at all; to open a form is no deed."""

    answers: dict[str, Handler] = field(default_factory=dict[str, Handler])
    asked: list[Interaction] = field(default_factory=list[Interaction])
    done: set[str] = field(default_factory=set[str])

    def route(self, asked: Interaction) -> Reply:
        return Router({asked.name: self._once}).route(asked)

    def _once(self, asked: Interaction) -> Reply:
        if asked.id in self.done:
            raise AlreadyDone
        answer = self.answers.get(asked.name)
        reply = answer(asked) if answer else Nothing()
        if not isinstance(reply, Open):
            self.done.add(asked.id)
        self.asked.append(asked)
        return reply


@dataclass
class Browser:
    """A page of the demo in which somebody acts."""

    client: TestClient
    person: str
    numbers: Iterator[int] = field(default_factory=lambda: count(10_000_000))

    def state(self) -> Any:
        return self.client.get("/demo/state", params={"as": self.person}).json()

    def messages(self, conversation: str) -> Any:
        asked = {"as": self.person, "conversation": conversation}
        return self.client.get("/demo/messages", params=asked).json()["messages"]

    def post(self, name: str, body: object, **headers: str) -> Any:
        sent = {"X-Leadloop-Token": self.state()["token"], "Origin": HOME} | headers
        return self.client.post(
            f"/demo/{name}", params={"as": self.person}, json=body, headers=sent
        )

    def press(self, does: str, conversation: str = "sales", **more: object) -> Any:
        body = {"does": does, "conversation": conversation, "deed": self.deed(), "values": {}}
        return self.post("press", body | more)

    def submit(self, form: str, conversation: str = "sales", **more: object) -> Any:
        body = {"form": form, "conversation": conversation, "deed": self.deed()}
        return self.post("submit", body | {"values": {}, "keep": {}} | more)

    def say(self, text: str, conversation: str = "sales", **more: object) -> Any:
        body = {"text": text, "conversation": conversation, "deed": self.deed()}
        return self.post("say", body | more)

    def send(self, name: str, content: bytes, conversation: str | None = None, **more: str) -> Any:
        asked = {
            "as": self.person,
            "conversation": conversation or f"person:{self.person}",
            "deed": self.deed(),
            "name": name,
        }
        token = {"X-Leadloop-Token": self.state()["token"]}
        return self.client.post("/demo/file", params=asked | more, content=content, headers=token)

    def deed(self) -> str:
        return str(next(self.numbers))


@dataclass
class Asked:
    """The leads about which somebody is asked now."""

    leads: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def get(self, person: Person) -> list[str]:
        return self.leads.get(person.id, [])


@dataclass
class House:
    """The demo with all that belongs to it."""

    demo: Demo
    platform: DemoPlatform
    leadloop: FakeLeadloop
    clock: Clock
    client: TestClient
    durations: list[float]
    records: Records
    """What stands in the CRM; nothing, until a test puts something there."""
    asked: Asked
    looks: list[datetime]
    """When Leadloop was made to look at the CRM."""

    def browser(self, person: str = "piotr") -> Browser:
        return Browser(self.client, person)


def the_people() -> Mapping[Any, Person]:
    people = [
        a_marketer(),
        a_rep("Piotr Nowak", language=Language.POLISH),
        a_rep("Li Wei", language=Language.CHINESE, hours=WorkingHours(zone="Asia/Shanghai")),
    ]
    return {person.id: person for person in people}


def read_list(name: str, content: bytes) -> str:
    if not name.endswith(".csv"):
        raise Refused(verbatim("Please send a CSV file."))
    return content.decode()


@pytest.fixture
def house(tmp_path: Path, clock: Clock) -> Iterator[House]:
    """The demo behind its web front."""
    chat, listeners, leadloop = Chat(tmp_path / "chat.sqlite3"), Listeners(), FakeLeadloop()
    people, durations, looks = the_people(), list[float](), list[datetime]()
    records, asked = Records(tmp_path / "crm.sqlite3"), Asked()
    demo = Demo(
        route=leadloop.route,
        press=in_threads(leadloop.route),
        chat=chat,
        listeners=listeners,
        people=lambda: people,
        channels={
            "marketing": Voice(Language.ENGLISH, "Europe/Warsaw"),
            "sales": Voice(Language.RUSSIAN, "Europe/Warsaw"),
        },
        read_list=read_list,
        sample=lambda person, place: f"what happened, asks {person.name} in {place.name}",
        sample_flag=lambda person: f"flag a lead of {person.name}",
        examples=lambda: [Example("a card", Card(verbatim("A card"), ()))],
        now=clock,
        move_clock=lambda to: setattr(clock, "at", to),
        crm=CrmDesk(records=records, asked=asked.get, look=lambda: looks.append(clock())),
        new_id=lambda: "incident-7",
        measured=durations.append,
    )
    platform = DemoPlatform(
        chat=chat,
        listeners=listeners,
        now=clock,
        knows=lambda address: (
            address in {"marketing", "sales", "person:piotr", "home:person:piotr"}
        ),
    )
    app = front(Front(metrics=Metrics(no_backlog), routes=demo_routes(demo), home="/demo"))
    with TestClient(app, base_url=HOME) as client:
        yield House(demo, platform, leadloop, clock, client, durations, records, asked, looks)
    chat.close()
    records.close()


def no_backlog() -> Backlog:
    return Backlog(waiting=0, sending=0, unsure=0, parked=0, oldest=timedelta())
