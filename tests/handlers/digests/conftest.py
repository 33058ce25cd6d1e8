"""A company whose digest is due, on a database, with a clock that moves through the weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, select, update

from bot.digests import Digests
from bot.teamwork import Teamwork, Together
from handlers.digests.editions import Decision, Edition
from handlers.digests.model import Figures, Week
from handlers.interaction import Interaction, Reply
from handlers.lead import Status
from handlers.message import Card
from handlers.people import Person, Place, Role, Side
from handlers.router import Router
from handlers.working_time import WorkingHours
from storage.schema import channels, leads, outbox
from storage.wire import decode
from storage.work import Database
from tests.builders import Clock, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle

PIOTR = a_rep()
MAYA = a_marketer()
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
HELEN = a_marketer("Helen Head", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
PEOPLE = (PIOTR, MAYA, MAREK, HELEN, ADA)

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")
WEEK = Week(2026, 47)
"""16 to 22 November 2026; the tests' clock begins on its Monday."""

SALES, MARKETING = Place.channel(Side.SALES), Place.channel(Side.MARKETING)


def moment(text: str) -> datetime:
    """Read a moment by Warsaw's clock: ``2026-11-23 09:00``."""
    there = datetime.fromisoformat(text)
    return COMPANY.at_local(there.date(), there.time())


@dataclass
class House:
    """The digest's side of the house."""

    engine: Engine
    database: Database
    clock: Clock
    together: Together
    router: Router
    deeds: count[int] = field(default_factory=lambda: count(1))

    def do(
        self,
        name: str,
        by: Person,
        given: Mapping[str, str] | None = None,
        *,
        place: Place = SALES,
        once: str | None = None,
        **more: str,
    ) -> Reply:
        """Press or send something."""
        return self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=place,
                id=once or f"deed-{next(self.deeds)}",
                values={**(given or {}), **more},
            )
        )

    def ring(self) -> None:
        """Let everything happen that is due."""
        for job in self.together.jobs.values():
            job(self.clock())

    def at(self, text: str) -> None:
        """Move the clock to a moment in Warsaw, and let everything happen that is due."""
        self.clock.at = moment(text)
        self.ring()

    # what there is

    def figures(self, week: Week = WEEK) -> Figures:
        with self.database.look() as work:
            return work.digests.figures(week, at=self.clock(), company=COMPANY)

    def decisions(self, week: Week = WEEK) -> list[Decision]:
        with self.database.look() as work:
            return list(work.digests.decisions_of(week))

    def editions(self, week: Week = WEEK) -> dict[Side, Edition]:
        with self.database.look() as work:
            return {one.side: one for one in work.digests.editions(week)}

    def card(self, side: Side = Side.SALES, week: Week = WEEK) -> Card:
        card = self.together.views["digests.card"](f"{week}:{side}")
        assert card is not None
        return card

    def preview(self, side: Side = Side.SALES, week: Week = WEEK) -> Card:
        card = self.together.views["digests.preview"](f"{week}:{side}")
        assert card is not None
        return card

    # what was said

    def sent(self, side: Side) -> list[str]:
        """List the weeks whose digest left for a side's channel, oldest first, repeats included."""
        wanted = select(outbox.c.subject).where(
            outbox.c.view == "digests.card", outbox.c.place == side.value
        )
        with self.engine.connect() as connection:
            rows = connection.execute(wanted.order_by(outbox.c.id)).scalars()
            return [str(subject).partition(":")[0] for subject in rows]

    def previews(self, person: Person) -> list[str]:
        return self._live("digests.preview", Place.direct(person.id))

    def answers(self, person: Person) -> list[str]:
        return self._live("questions.answer", Place.direct(person.id))

    def _live(self, view: str, place: Place) -> list[str]:
        wanted = select(outbox.c.subject).where(outbox.c.view == view, outbox.c.place == place.name)
        with self.engine.connect() as connection:
            return list(connection.execute(wanted.order_by(outbox.c.id)).scalars())

    def posted(self, person: Person) -> list[Card]:
        """List the cards that were posted to somebody as written, oldest first."""
        wanted = select(outbox.c.payload).where(
            outbox.c.payload.is_not(None), outbox.c.place == Place.direct(person.id).name
        )
        with self.engine.connect() as connection:
            rows = connection.execute(wanted.order_by(outbox.c.id)).scalars()
            return [one for one in map(decode, rows) if isinstance(one, Card)]

    def arrived(self) -> None:
        """Let everything that waits have arrived."""
        with self.engine.begin() as connection:
            connection.execute(update(outbox).values(state="sent"))

    # what happens

    def come(self, number: int, at: datetime, *, first: int = 1, **changes: object) -> None:
        """Let so many leads come in at a moment."""
        new = [
            a_lead(first + place, created_at=at, status=Status.NEW, **changes)
            for place in range(number)
        ]
        settle(self.engine, having=new)

    def change(self, lead: int, **values: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(update(leads).where(leads.c.id == lead).values(**values))

    def move_channel(self, side: Side, zone: str) -> None:
        with self.engine.begin() as connection:
            mine = update(channels).where(channels.c.place == side.value)
            connection.execute(mine.values(zone=zone))


@pytest.fixture
def house(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> House:
    """It is Monday, 10:00 in Warsaw; two heads, a rep, a marketer and an administrator are at work."""
    settle(engine, people=PEOPLE)
    open_channels(engine)
    open_work, look = database.open_work, database.look
    teams = Teamwork(open_work=open_work, look=look, now=clock, new_id=new_id, hours=COMPANY)
    digests = Digests(open_work=open_work, look=look, now=clock, new_id=new_id, company=COMPANY)
    together = digests.put_together()
    routes = together.beside(teams.put_together()).routes
    return House(
        engine=engine,
        database=database,
        clock=clock,
        together=together,
        router=Router(routes),
    )


@pytest.fixture
def full(house: House) -> House:
    """A week in which forty leads came in."""
    house.come(40, datetime(2026, 11, 18, 10, 0, tzinfo=UTC), first=1)
    house.clock.at = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    return house


def days(number: float) -> timedelta:
    return timedelta(days=number)
