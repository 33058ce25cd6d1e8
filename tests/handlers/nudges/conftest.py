"""A rep with leads in a CRM that may be written to, and stale fields in their envelope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from bot.envelopes import Envelopes, RowWork
from bot.writing import Writer
from handlers.connector import RemoteField
from handlers.interaction import Interaction, Nothing, Reply
from handlers.keeping import Word, WordKind
from handlers.lead import LeadId
from handlers.message import Button, Buttons, Card
from handlers.nudges.fixing import Fixing
from handlers.nudges.following import told
from handlers.nudges.limits import Limits
from handlers.nudges.model import Nudge, NudgeId
from handlers.people import Owner, OwnerId, Person, Place, Role
from handlers.router import Router, merged
from handlers.writing.confirming import Confirming
from handlers.writing.deciding import Deciding
from handlers.writing.model import Allowed, WriteBack
from handlers.writing.settling import Settling
from storage.mapping import keep_fields
from storage.schema import envelopes, leads, outbox
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock, a_marketer, a_rep
from tests.fakes.crm.memory import MemoryCrm
from tests.population import settle
from tests.storage.stale import a_nudge, a_stale_lead, having, keep

PIOTR, ANNA = a_rep(), a_rep("Anna Rep")
MAYA = a_marketer()
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)

STATUS = RemoteField(
    name="hs_status",
    label="Status",
    kind="choice",
    options=(("Working", "Working"), ("Talking", "In talks"), ("Won", "Won"), ("Lost", "Lost")),
)
FIELDS = {
    "status": STATUS,
    "next_step": RemoteField(name="next_step", label="Next step", kind="text"),
    "extra:budget": RemoteField(name="budget", label="Budget", kind="number"),
    "extra:close": RemoteField(name="close", label="Close", kind="date"),
    "extra:agreed": RemoteField(name="agreed", label="Agreed", kind="yes-no"),
}


@dataclass
class House:
    """Everything that a nudge meets between the scan and the CRM."""

    engine: Engine
    database: Database
    clock: Clock
    new_id: Callable[[], str]
    allowed: Allowed = field(default_factory=lambda: Allowed(is_on=True))
    crm: MemoryCrm = field(default_factory=MemoryCrm)
    deeds: count[int] = field(default_factory=lambda: count(1))

    @property
    def envelopes(self) -> Envelopes:
        database = self.database
        return Envelopes.of(
            open_work=database.open_work,
            look=database.look,
            now=self.clock,
            new_id=self.new_id,
            allowed=self.allowed,
        )

    @property
    def router(self) -> Router:
        database = self.database
        door: dict[str, Any] = {
            "open_work": database.open_work,
            "look": database.look,
            "now": self.clock,
        }
        confirming = Confirming(allowed=self.allowed, now=self.clock, new_id=self.new_id)
        drawing = self.envelopes.drawing
        fixing: Fixing[RowWork] = Fixing(**door, confirming=confirming, draw=drawing.card)
        deciding = Deciding(**door, new_id=self.new_id, allowed=self.allowed, told=told())
        return Router(merged(one.routes() for one in (fixing, Limits(**door), deciding)))

    # the morning

    def find(self, *stale: Nudge, **told: Any) -> None:
        """Keep stale leads with these nudges, in our copy and in the CRM, and fill the envelopes."""
        with self.database.open_work() as work:
            for nudge in stale or (a_nudge(),):
                id = str(nudge.lead)
                told_of = {"system": "memory", "external_id": id, "name": f"Lead {id}"}
                having(work, a_stale_lead(nudge.lead, **told_of | told))
                keep(work, replace(nudge, queued_at=self.clock()))
                self.crm.put(id, hs_status="Working", next_step="", budget="", close="", agreed="")
            work.commit()
        self.fill()

    def fill(self) -> None:
        self.envelopes.filling.fill(self.clock())

    # people

    def press(
        self,
        does: str,
        by: Person = PIOTR,
        given: Mapping[str, str] | None = None,
        *,
        once: str = "",
        at_home: bool = False,
        **values: str,
    ) -> Reply:
        """Press a button or send a form; without more, of the first nudge."""
        place = Place.home(by.id) if at_home else Place.direct(by.id)
        return self.router.route(
            Interaction(
                name=does,
                actor=by.id,
                place=place,
                id=once or f"deed-{next(self.deeds)}",
                values={"nudge": "nudge-1", **(given or {}), **values},
            )
        )

    def change(self, **columns: object) -> None:
        """Let our copy of the first lead be another by now."""
        with self.engine.begin() as connection:
            connection.execute(update(leads).where(leads.c.id == 1).values(columns))

    # the CRM

    def bring(self) -> None:
        """Bring what was confirmed to the CRM."""
        Writer(
            connector=self.crm,
            open_work=self.database.open_work,
            look=self.database.look,
            settling=Settling(open_work=self.database.open_work, now=self.clock, told=told()),
            allowed=self.allowed,
            now=self.clock,
            spoken=lambda phrase: phrase.key,
        ).bring()

    def writes(self) -> list[WriteBack]:
        with self.database.look() as work:
            return list(reversed(work.writes.newest(100)))

    # what is seen

    def nudge(self, number: int = 1) -> Nudge:
        with self.database.open_work() as work:
            return work.nudges.get(NudgeId(f"nudge-{number}"))

    def state(self, number: int = 1) -> str:
        return self.nudge(number).state.value

    def asked(self, number: int = 1) -> bool:
        return self.nudge(number).asked_at is not None

    def card(self) -> Card:
        """Draw Piotr's newest envelope."""
        with self.engine.connect() as connection:
            newest = select(envelopes.c.id).order_by(envelopes.c.day.desc()).limit(1)
            found: str = connection.execute(newest).scalar_one()
        card = self.envelopes.drawing.draw(found)
        assert card is not None
        return card

    def page(self, person: Person = PIOTR) -> Card:
        with self.database.look() as work:
            blocks = self.envelopes.drawing.section(work, person)
        return Card(title=blocks[0].text, blocks=blocks)  # type: ignore[union-attr]

    def refreshed(self) -> set[str]:
        """Name the live messages that are to be brought up to date."""
        with self.engine.connect() as connection:
            return set(connection.execute(select(outbox.c.view)).scalars())


def buttons(card: Card) -> list[Button]:
    bars = [block for block in card.blocks if isinstance(block, Buttons)]
    return [button for bar in bars for button in bar.buttons]


def press_of(card: Card, does: str, **wanted: str) -> dict[str, str]:
    """Give what the button carries that does this, and carries these values."""
    carried = [dict(one.values) for one in buttons(card) if one.does == does]
    [found] = [one for one in carried if one.items() >= wanted.items()]
    return found


@pytest.fixture
def house(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> House:
    """It is Monday, 10:00 in Warsaw; all fields may be written; nothing is stale yet."""
    assert clock() == MONDAY_MORNING
    owning = [
        Owner(id=OwnerId(1), name="Piotr", person=PIOTR.id),
        Owner(id=OwnerId(2), name="Anna", person=ANNA.id),
    ]
    settle(engine, people=[PIOTR, ANNA, MAYA, MAREK, ADA], owning=owning)
    with engine.begin() as connection:
        keep_fields(connection, "memory", list(FIELDS.values()))
    with database.open_work() as work:
        for ours, theirs in FIELDS.items():
            word = Word(kind=WordKind.FIELD, word=theirs.name, means=ours, writes=True)
            work.mappings.keep("memory", word)
        work.commit()
    return House(engine, database, clock, new_id)


def a_missing(number: int = 1, field: str = "next_step", **changes: Any) -> Nudge:
    """Make a nudge about a field that says nothing."""
    return a_nudge(number, **{"rule": "next-step", "field": field, "was": ""} | changes)


def of(number: int) -> LeadId:
    return LeadId(number)


def whispered(reply: Reply) -> str:
    """Name what a person is told; nothing where it is simply done."""
    return "" if reply == Nothing() else reply.card.title.key  # type: ignore[union-attr]
