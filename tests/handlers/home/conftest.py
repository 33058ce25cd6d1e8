"""The small company of the questions, with everybody's page put together as the demo has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from bot.pages import Pages
from bot.teamwork import Together
from handlers.interaction import Reply
from handlers.message import Card
from handlers.parcel import Destination, Sent
from handlers.people import Person, Place
from handlers.router import Router, merged
from handlers.work import Draw
from storage.post_office import SqlPostOffice
from storage.schema import outbox
from storage.work import Database
from tests.builders import Clock
from tests.handlers.questions.conftest import Company
from tests.handlers.questions.conftest import company as company_of_questions

company = company_of_questions
USUAL = Destination(platform="", address="", zone="Europe/Warsaw")


@dataclass
class House:
    """The company with its pages."""

    company: Company
    draw: Draw
    heard: list[Person] = field(default_factory=list[Person])
    """Whose new settings were told of."""

    def do(
        self,
        name: str,
        by: Person,
        given: Mapping[str, str] | None = None,
        *,
        place: Place | None = None,
        once: str | None = None,
        **more: str,
    ) -> Reply:
        """Press something, on one's own page unless another place is given."""
        values = {**(given or {}), **more}
        return self.company.do(name, by, values, place=place or Place.home(by.id), once=once)

    def page(self, person: Person) -> Card:
        card = self.draw(person.id)
        assert card is not None
        return card

    def person(self, person: Person) -> Person:
        with self.company.database.look() as work:
            return work.people.get(person.id)

    def deliver(self) -> None:
        """Let everything arrive that waits."""
        company = self.company
        office = SqlPostOffice(company.engine, now=company.clock, new_id=lambda: "key")
        while parcels := office.claim({"demo": timedelta()}, 50):
            for parcel in parcels:
                office.settle(parcel, Sent(f"message-{parcel.id}"))

    def live(self, person: Person) -> list[tuple[str, str]]:
        """List the live messages that wait to be drawn for somebody: place and view."""
        waiting = select(outbox.c.place, outbox.c.view).where(outbox.c.state == "waiting")
        with self.company.engine.connect() as connection:
            rows = connection.execute(waiting.order_by(outbox.c.id))
            own = {Place.direct(person.id).name, Place.home(person.id).name}
            return [(place, view) for place, view in rows if place in own and view is not None]


@pytest.fixture
def house(engine: Engine, database: Database, clock: Clock, company: Company) -> House:
    """Everybody's page on the company's database."""
    heard = list[Person]()
    pages = Pages(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        said=company.asking.said,
        usual=USUAL,
        changed=heard.append,
        waiting=company.envelopes.drawing.section,
        together=Together(routes={}, views={}, jobs={}),
    )
    routes, views = pages.put_together()
    company.router = Router(merged([company.router.routes, routes]))
    return House(company, views["home.card"], heard)
