"""A small company with a few leads, on a database, and a way to press what its cards offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from itertools import count

import pytest
from sqlalchemy import Engine, select

from bot.envelopes import Envelopes, RowWork
from handlers.interaction import Interaction, Reply
from handlers.lead import Lead, Status
from handlers.message import Buttons, Card
from handlers.people import Language, Owner, OwnerId, Person, PersonId, Place, Role, Side
from handlers.phrase import Phrase
from handlers.questions.answering import Answering
from handlers.questions.asking import Asking
from handlers.questions.rounds import Rounds
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from handlers.writing.model import Allowed
from storage.schema import envelopes, outbox, questions
from storage.wire import decode
from storage.work import Database
from tests.builders import Clock, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle

MAYA = a_marketer()
PIOTR = a_rep()
WEI = a_rep("Wei Rep", language=Language.CHINESE, hours=WorkingHours(zone="Asia/Shanghai"))
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
KASIA = a_marketer("Kasia Marketer")
KAROL = a_rep("Karol Away")
"""Has no chat account."""

OWNERS = (
    Owner(id=OwnerId(1), name="Piotr Rep", person=PIOTR.id),
    Owner(id=OwnerId(2), name="Wei Rep", person=WEI.id),
    Owner(id=OwnerId(3), name="Karol Away", person=KAROL.id),
)


def leads() -> list[Lead]:
    """Of leads 1 to 7, Piotr's, and 8, Wei's, the CRM knows nothing; 20 and 21 it knows."""
    unknown = [a_lead(n, name=f"Lead Number{n}", owner=OwnerId(1)) for n in range(1, 8)]
    return [
        *unknown,
        a_lead(8, name="Li Na", owner=OwnerId(2)),
        a_lead(9, name="Nobody's Lead"),
        a_lead(10, name="Karol's Lead", owner=OwnerId(3)),
        a_lead(20, name="Won Already", owner=OwnerId(1), status=Status.CONVERTED),
        a_lead(21, name="Not Touched", owner=OwnerId(1), status=Status.NEW),
    ]


@dataclass
class Company:
    """The people's side of the house."""

    engine: Engine
    database: Database
    clock: Clock
    asking: Asking[RowWork]
    answering: Answering[RowWork]
    rounds: Rounds
    envelopes: Envelopes
    router: Router

    def __post_init__(self) -> None:
        self._deeds = count(1)

    def do(
        self,
        name: str,
        by: Person,
        values: Mapping[str, str] | None = None,
        *,
        text: str = "",
        once: str | None = None,
        place: Place | None = None,
    ) -> Reply:
        """Press or say something, and let what follows from it be done."""
        reply = self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=place or Place.channel(Side.MARKETING),
                id=once or f"deed-{next(self._deeds)}",
                values=values or {},
                text=text,
            )
        )
        self.rounds.tell(self.clock())
        return reply

    def ask(self, *numbers: int, by: Person = MAYA) -> str:
        """Ask about leads by their ids, and give the question's id."""
        ids = "\n".join(f"L-{number}" for number in numbers)
        self.do("said", by, text=f"what happened to these leads?\n{ids}")
        with self.engine.connect() as connection:
            newest = select(questions.c.id).order_by(questions.c.asked_at.desc(), questions.c.id)
            known: list[str] = list(connection.execute(newest).scalars())
        wanted = [f"L-{number}" for number in numbers]
        return next(id for id in reversed(known) if self.rows(id) == wanted)

    def newest_question(self) -> str:
        with self.engine.connect() as connection:
            found: list[str] = list(connection.execute(select(questions.c.id)).scalars())
        return found[-1]

    def rows(self, question: str) -> list[str]:
        with self.database.look() as work:
            found = work.questions.get(question)  # type: ignore[arg-type]
            kept = work.leads.by_ids(found.leads)
        return [kept[lead].external_id for lead in found.leads]

    def ask_owners(self, question: str, by: Person = MAYA) -> Reply:
        return self.do("questions.ask-owners", by, {"question": question})

    def envelope(self, person: Person) -> Card:
        card = self.envelopes.drawing.draw(self.envelope_ids(person)[-1])
        assert card is not None
        return card

    def envelope_ids(self, person: Person) -> list[str]:
        with self.engine.connect() as connection:
            of = select(envelopes.c.id).where(envelopes.c.person_id == person.id)
            return list(connection.execute(of.order_by(envelopes.c.day)).scalars())

    def answer_card(self, question: str) -> Card:
        card = self.asking.draw(question)
        assert card is not None
        return card

    def posted(self, person: PersonId | None = None) -> list[Card]:
        """List the cards that were posted as written to a person, or to anybody."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(outbox).where(outbox.c.payload.is_not(None)))
            written = [(row.place, decode(row.payload)) for row in rows]
        wanted = None if person is None else Place.direct(person).name
        return [
            message  # type: ignore[misc]
            for place, message in written
            if wanted is None or place == wanted
        ]


def presses(card: Card, does: str) -> list[dict[str, str]]:
    """List what the buttons of a card carry that do this."""
    return [
        dict(button.values)
        for block in card.blocks
        if isinstance(block, Buttons)
        for button in block.buttons
        if button.does == does
    ]


def phrases(shown: object) -> set[str]:
    """List the keys of all phrases in a card or a form."""
    found: set[str] = set()
    _collect(shown, found)
    return found


def _collect(part: object, found: set[str]) -> None:
    if isinstance(part, Phrase):
        found.add(part.key)
    if isinstance(part, tuple):
        for one in part:
            _collect(one, found)
    elif is_dataclass(part):
        for field in fields(part):
            _collect(getattr(part, field.name), found)


@pytest.fixture
def company(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> Company:
    """Maya asks; Piotr in Warsaw and Wei in Shanghai own leads; it is Monday, 10:00 in Warsaw."""
    people = (MAYA, KASIA, PIOTR, WEI, MAREK, ADA)
    settle(engine, people=people, accountless=(KAROL,), owning=OWNERS, having=leads())
    open_channels(engine)
    envelopes = Envelopes.of(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        allowed=Allowed(),
    )
    asking: Asking[RowWork] = Asking(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        fill=envelopes.filling.fill_for,
        team_hours=WorkingHours(zone="Europe/Warsaw"),
    )
    answering: Answering[RowWork] = Answering(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        draw=envelopes.drawing.card,
    )
    rounds = Rounds(open_work=database.open_work, look=database.look)
    router = Router(merged([asking.routes(), answering.routes()]))
    return Company(engine, database, clock, asking, answering, rounds, envelopes, router)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Give a moment of November 2026, in UTC."""
    return datetime.fromisoformat(f"2026-11-{day:02}T{hour:02}:{minute:02}:00+00:00")
