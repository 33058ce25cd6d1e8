"""A company whose teams meet, on a database, with a clock that moves through the weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, insert, select, update

from handlers.agenda.agreeing import Agreeing
from handlers.agenda.arranging import Arranging
from handlers.agenda.at_home import AgendaAtHome
from handlers.agenda.model import Action, Item, Meeting
from handlers.agenda.rounds import AgendaRounds
from handlers.agenda.scheduling import Scheduling
from handlers.interaction import Interaction, Reply, Whisper
from handlers.message import Block, Buttons, Calendar, Card, Document
from handlers.people import Person, Place, Role, Side
from handlers.phrase import Phrase
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from storage.schema import flags, outbox
from storage.wire import decode
from storage.work import Database
from tests.builders import Clock, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle

PIOTR = a_rep()
MAYA = a_marketer()
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
NINA = a_rep("Nina New", hours=WorkingHours(zone="America/New_York"))
PEOPLE = (PIOTR, MAYA, MAREK, ADA, NINA)

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")

SERIES_FORM = {
    "title": "Sales and marketing",
    "rhythm": "fortnightly",
    "first-day": "2026-11-18",
    "starts": "10:00",
    "zone": "Europe/Warsaw",
    "minutes": "30",
    "room": "Room 4",
}
"""Filled in by a manager on Monday, 16 November 2026."""

TICK = timedelta(hours=4)


@dataclass
class House:
    """The joint meeting's side of the house."""

    engine: Engine
    database: Database
    clock: Clock
    arranging: Arranging
    rounds: AgendaRounds
    at_home: AgendaAtHome
    router: Router
    deeds: count[int] = field(default_factory=lambda: count(1))

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
        """Press or send something, in sales' channel unless another place is given."""
        return self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=place or Place.channel(Side.SALES),
                id=once or f"deed-{next(self.deeds)}",
                values={**(given or {}), **more},
            )
        )

    def tick(self) -> None:
        """Let everything happen that is due."""
        at = self.clock()
        self.rounds.keep_agenda(at)
        self.rounds.keep_agenda(at)
        self.rounds.post_minutes(at)
        self.rounds.tell_owners(at)
        self.rounds.remind(at)

    def until(self, moment: datetime) -> None:
        """Let time pass, ringing every four hours, and stop at the moment."""
        while self.clock.at + TICK < moment:
            self.clock.at += TICK
            self.tick()
        self.clock.at = moment
        self.tick()

    def set_up(self, **changes: str) -> Reply:
        reply = self.do("agenda.series-saved", MAREK, {**SERIES_FORM, **changes})
        self.tick()
        return reply

    # what there is

    def upcoming(self) -> Meeting:
        with self.database.look() as work:
            found = work.agenda.upcoming()
        assert found is not None
        return found

    def meeting(self, id: str) -> Meeting:
        with self.database.look() as work:
            return work.agenda.get(id)  # type: ignore[arg-type]

    def items(self, meeting: Meeting | None = None) -> list[Item]:
        with self.database.look() as work:
            return list(work.agenda.items((meeting or self.upcoming()).id))

    def open_actions(self) -> list[Action]:
        with self.database.look() as work:
            return list(work.agenda.open_actions())

    def card(self, meeting: Meeting | None = None) -> Card:
        card = self.arranging.draw((meeting or self.upcoming()).id)
        assert card is not None
        return card

    def page(self, person: Person) -> tuple[Block, ...]:
        with self.database.look() as work:
            return self.at_home.section(work, person)

    def here(self, item: Item | None = None) -> dict[str, str]:
        """Spell what a button of the agenda carries."""
        meeting = self.upcoming() if item is None else self.meeting(item.meeting)
        carried = {"meeting": meeting.id, "version": str(meeting.version)}
        return carried if item is None else {**carried, "item": item.id, "state": item.state.value}

    # what was said

    def posted(self, place: Place) -> list[Card]:
        """List the cards that were posted as written to a place, oldest first."""
        return [one for one in self._sent(place) if isinstance(one, Card)]

    def files(self, person: Person) -> list[Calendar | Document]:
        sent = self._sent(Place.direct(person.id))
        return [one for one in sent if isinstance(one, Calendar | Document)]

    def _sent(self, place: Place) -> list[object]:
        wanted = select(outbox.c.payload).where(
            outbox.c.payload.is_not(None), outbox.c.place == place.name
        )
        with self.engine.connect() as connection:
            rows = connection.execute(wanted.order_by(outbox.c.id)).scalars()
            return [decode(payload) for payload in rows]

    def live(self) -> set[tuple[str, str, str]]:
        """List the live messages that wait to be drawn: place, view and subject."""
        wanted = select(outbox.c.place, outbox.c.view, outbox.c.subject)
        with self.engine.connect() as connection:
            rows = connection.execute(wanted.where(outbox.c.view.is_not(None)))
            return {(row.place, row.view, row.subject) for row in rows}

    def forget_sent(self) -> None:
        """Let everything that waits have arrived."""
        with self.engine.begin() as connection:
            connection.execute(update(outbox).values(state="sent"))

    # what asks for the meeting's time

    def flag(self, id: str = "flag", **changes: object) -> None:
        """Keep an undecided flag."""
        row = {
            "id": id,
            "lead_id": 1,
            "lead_label": "Anna Nowak · Acme",
            "person_id": PIOTR.id,
            "kind": "reject",
            "reason": "not-the-role",
            "state": "raised",
            "version": 1,
            "raised_at": self.clock(),
            "decide_by": self.clock() + timedelta(days=7),
        }
        with self.engine.begin() as connection:
            connection.execute(insert(flags), row | changes)

    def decide_flag(self, id: str = "flag", state: str = "accepted") -> None:
        with self.engine.begin() as connection:
            connection.execute(update(flags).where(flags.c.id == id).values(state=state))


@pytest.fixture
def house(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> House:
    """Piotr sells, Maya does marketing, Marek manages; it is Monday, 10:00 in Warsaw."""
    settle(engine, people=PEOPLE, having=[a_lead(1)])
    open_channels(engine)
    open_work, look = database.open_work, database.look
    arranging = Arranging(open_work=open_work, look=look, now=clock, new_id=new_id, company=COMPANY)
    agreeing = Agreeing(
        open_work=open_work,
        look=look,
        now=clock,
        new_id=new_id,
        company=COMPANY,
        arranging=arranging,
    )
    scheduling = Scheduling(
        open_work=open_work, look=look, now=clock, new_id=new_id, company=COMPANY
    )
    return House(
        engine=engine,
        database=database,
        clock=clock,
        arranging=arranging,
        rounds=AgendaRounds(open_work=open_work, look=look, new_id=new_id, company=COMPANY),
        at_home=AgendaAtHome(now=clock, company=COMPANY),
        router=Router(merged([arranging.routes(), agreeing.routes(), scheduling.routes()])),
    )


def presses(shown: Card | tuple[Block, ...], does: str) -> list[dict[str, str]]:
    """List what the buttons carry that do this."""
    blocks = shown.blocks if isinstance(shown, Card) else shown
    return [
        dict(button.values)
        for block in blocks
        if isinstance(block, Buttons)
        for button in block.buttons
        if button.does == does
    ]


def phrases(shown: object) -> list[Phrase]:
    """List all phrases in a card or a form, from top to bottom."""
    if isinstance(shown, Phrase):
        inner = [one for _, value in shown.args for one in phrases(value)]
        return [shown, *inner]
    if isinstance(shown, tuple):
        return [one for part in shown for one in phrases(part)]
    if is_dataclass(shown):
        return [one for part in fields(shown) for one in phrases(getattr(shown, part.name))]
    return []


def keys(shown: object) -> list[str]:
    """List the keys of all phrases, from top to bottom."""
    return [phrase.key for phrase in phrases(shown)]


def words(shown: object) -> set[str]:
    """List every text that goes into the phrases."""
    return {str(value) for one in phrases(shown) for _, value in one.args}


def told(reply: Reply) -> str:
    """Give the key of the sentence that was whispered."""
    assert isinstance(reply, Whisper)
    return reply.card.title.key
