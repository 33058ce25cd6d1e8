"""A company with two heads, some leads, and a way to press what the definition's cards offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, select

from handlers.definition.agreeing import Agreeing
from handlers.definition.at_home import DefinitionAtHome
from handlers.definition.drafting import Drafting
from handlers.definition.drift import DriftRadar
from handlers.definition.model import Criterion, Version
from handlers.definition.work import DefinitionWork, Nameable
from handlers.interaction import Correct, Interaction, Open, Reply, Show, Whisper
from handlers.message import Card, Form, Option
from handlers.people import Person, Place, Role
from handlers.phrase import verbatim
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from storage.schema import outbox
from storage.work import Database
from tests.builders import Clock, a_marketer, a_rep
from tests.handlers.questions.conftest import presses
from tests.population import open_channels, settle

PIOTR = a_rep()
MAYA = a_marketer()
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
NINA = a_marketer("Nina Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
WARSAW = WorkingHours(zone="Europe/Warsaw")

REASONS = (
    Option("not-the-role", verbatim("not the role")),
    Option("low-intent", verbatim("low intent")),
    Option("no-budget", verbatim("no budget")),
)
OFFERED = {"not-the-role", "low-intent"}
"""Of the other one a definition is not offered to speak."""


def reasons(_: DefinitionWork) -> Nameable:
    return Nameable({one.value: one.label for one in REASONS}, OFFERED)


@dataclass
class Round:
    """Both sides at one table."""

    engine: Engine
    database: Database
    clock: Clock
    agreeing: Agreeing
    router: Router
    radar: DriftRadar
    deeds: count[int] = field(default_factory=lambda: count(1))

    def do(
        self,
        name: str,
        by: Person,
        given: Mapping[str, str] | None = None,
        *,
        once: str | None = None,
        **more: object,
    ) -> Reply:
        values = {**(given or {}), **{key: str(value) for key, value in more.items()}}
        return self.router.route(
            Interaction(
                name=f"definition.{name}",
                actor=by.id,
                place=Place.channel(by.side),
                id=once or f"deed-{next(self.deeds)}",
                values=values,
            )
        )

    def draft(self, by: Person) -> int:
        """Begin a proposal and give its number."""
        self.do("propose", by)
        return self.versions()[0].number

    def add(self, by: Person, version: int, words: str, **given: str) -> None:
        """Add a criterion that a person judges, or one with a test."""
        reply = self.do("worded", by, {"field": "a-person"} | given, version=version, words=words)
        assert isinstance(reply, Show), reply

    def add_test(self, by: Person, version: int, words: str, field: str, **given: str) -> Reply:
        opened = self.do("worded", by, version=version, words=words, field=field)
        assert isinstance(opened, Open)
        return self.do("tested", by, dict(opened.form.keep) | given)

    def propose(self, by: Person, *words: str, why: str = "because") -> int:
        """Put a proposal forward that adds these criteria."""
        version = self.draft(by)
        for one in words:
            self.add(by, version, one)
        self.do("proposed", by, version=version, why=why)
        return version

    def sign(self, by: Person, version: int) -> Reply:
        """Press the button of the card as it is drawn now."""
        [carried] = presses(self.card(version), "definition.sign")
        return self.do("sign", by, carried)

    def agree(self, *words: str) -> int:
        """Bring a version into force."""
        version = self.propose(MAYA, *words)
        self.sign(MAREK, version)
        self.sign(NINA, version)
        return version

    def card(self, version: int) -> Card:
        card = self.agreeing.draw(str(version))
        assert card is not None
        return card

    def version(self, number: int) -> Version:
        with self.database.look() as work:
            return work.definitions.get(number)

    def versions(self) -> Sequence[Version]:
        with self.database.look() as work:
            return work.definitions.all()

    def in_force(self) -> int | None:
        with self.database.look() as work:
            version = work.definitions.in_force(self.clock())
            return version.number if version else None

    def criteria(self, number: int) -> list[str]:
        return [one.words for one in self.version(number).criteria]

    def criterion(self, number: int, place: int = -1) -> Criterion:
        return self.version(number).criteria[place]

    def home(self, person: Person) -> Card:
        with self.database.look() as work:
            blocks = DefinitionAtHome().section(work, person)
        return Card(title=verbatim("home"), blocks=blocks)

    def waiting(self, view: str = "definition.card") -> list[tuple[str, str]]:
        """List the live messages that wait to be drawn: place and subject."""
        with self.engine.connect() as connection:
            found = select(outbox.c.place, outbox.c.subject).where(
                outbox.c.view == view, outbox.c.state == "waiting"
            )
            return sorted({(place, subject) for place, subject in connection.execute(found)})


def whispered(reply: Reply) -> Card:
    assert isinstance(reply, Whisper), reply
    return reply.card


def said(reply: Reply) -> str:
    """Give the key of the one sentence that was whispered."""
    return whispered(reply).title.key


def form(reply: Reply) -> Form:
    assert isinstance(reply, Open), reply
    return reply.form


def wrong(reply: Reply) -> dict[str, str]:
    assert isinstance(reply, Correct), reply
    return {name: phrase.key for name, phrase in reply.errors.items()}


@pytest.fixture
def table(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> Round:
    """Marek heads sales and Nina marketing; it is Monday, 10:00 in Warsaw."""
    settle(engine, people=(PIOTR, MAYA, MAREK, NINA, ADA))
    open_channels(engine)
    agreeing = Agreeing(
        open_work=database.open_work, look=database.look, now=clock, reasons=reasons
    )
    drafting = Drafting(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        reasons=reasons,
    )
    radar = DriftRadar(
        open_work=database.open_work,
        look=database.look,
        new_id=new_id,
        reasons=reasons,
        hours=WARSAW,
    )
    router = Router(merged([agreeing.routes(), drafting.routes()]))
    return Round(engine, database, clock, agreeing, router, radar)


DAY = timedelta(days=1)
