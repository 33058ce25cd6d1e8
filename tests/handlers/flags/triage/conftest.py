"""A small company with a few leads and a flag, on a database, and a way to press what cards offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.envelopes import Envelopes
from handlers.flags.clock import started
from handlers.flags.model import Flag, FlagId, State, Step, StepId, Stepped
from handlers.flags.rounds import Rounds
from handlers.flags.triage import Triage
from handlers.flags.triage_forms import SENT
from handlers.interaction import Correct, Interaction, Reply, Whisper
from handlers.lead import Lead
from handlers.message import Block, Button, Buttons, Card
from handlers.people import Language, Owner, OwnerId, Person, Place, Role, Side
from handlers.phrase import Phrase, say
from handlers.router import Router
from handlers.working_time import WorkingHours
from handlers.writing.model import Allowed
from storage.schema import envelopes as sent
from storage.schema import outbox
from storage.wire import decode
from storage.work import Database
from tests.builders import Clock, a_flag, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle

TEAM = WorkingHours(zone="Europe/Warsaw")

MAYA = a_marketer()
KASIA = a_marketer("Kasia Marketer")
PIOTR = a_rep()
OLA = a_rep("Ola Rep")
WEI = a_rep("Wei Rep", language=Language.CHINESE, hours=WorkingHours(zone="Asia/Shanghai"))
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
PEOPLE = (MAYA, KASIA, PIOTR, OLA, WEI, MAREK, ADA)

WORDS = {"words": "The form asks for the role now.", "remedy": "data"}

WALKS = {
    State.RAISED: (),
    State.ACKNOWLEDGED: (Step.ACKNOWLEDGE,),
    State.NEEDS_MORE: (Step.ASK,),
    State.FOR_MEETING: (Step.TO_MEETING,),
    State.ACCEPTED: (Step.ACCEPT,),
    State.DECLINED: (Step.DECLINE,),
    State.DONE: (Step.ACCEPT, Step.FINISH),
    State.REOPENED: (Step.DECLINE, Step.REOPEN),
    State.WITHDRAWN: (Step.WITHDRAW,),
}
"""A way to each state."""


@dataclass
class Desk:
    """Marketing's desk, and the reps' side of it."""

    engine: Engine
    database: Database
    clock: Clock
    triage: Triage
    rounds: Rounds
    envelopes: Envelopes
    router: Router

    def __post_init__(self) -> None:
        self._deeds = count(1)

    def raised(self, number: int = 1, *, by: Person = PIOTR, told: bool = True, **has: Any) -> Flag:
        """Keep a flag as if it had just been raised; marketing has its card already if `told`."""
        flag = a_flag(number, by=by.id, raised_at=self.clock(), **has)
        flag = started(flag, self.clock(), TEAM)
        line = Stepped(
            id=StepId(f"raise-{number}"),
            flag=flag.id,
            step=Step.RAISE,
            by=by.id,
            at=self.clock(),
            told_at=self.clock() if told else None,
        )
        with self.database.open_work() as work:
            work.flags.add(flag, line)
            work.commit()
        return flag

    def in_state(self, state: State, number: int = 1, **has: Any) -> Flag:
        """Keep Piotr's flag that has come as far as this, step by step."""
        flag = self.raised(number, **has)
        for step in WALKS[state]:
            flag = self.taken(step, PIOTR if step is Step.WITHDRAW else MAYA, flag)
        return flag

    def do(self, name: str, by: Person, *, once: str | None = None, **given: Any) -> Reply:
        """Press or send something."""
        return self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=Place.channel(Side.MARKETING),
                id=once or f"deed-{next(self._deeds)}",
                values={key: str(value) for key, value in given.items()},
            )
        )

    def take(self, step: Step, by: Person, flag: Flag, **given: Any) -> Reply:
        """Take a step with a flag as this card showed it, its form filled in."""
        carried = {"flag": flag.id, "version": flag.version, **given}
        if step not in SENT:
            return self.do(f"triage.{step}", by, **carried)
        filled = {**WORDS, "day": self.clock().date().isoformat(), **carried}
        return self.do(SENT[step], by, **filled)

    def taken(self, step: Step, by: Person, flag: Flag, **given: Any) -> Flag:
        """Take a step that is possible, and give the flag as it is then."""
        reply = self.take(step, by, flag, **given)
        assert not isinstance(reply, Correct), reply
        after = self.flag(flag.id)
        assert after.version == flag.version + 1, reply
        return after

    def flag(self, flag: FlagId = FlagId("flag-1")) -> Flag:  # noqa: B008 - a word
        with self.database.look() as work:
            return work.flags.get(flag)

    def trail(self, flag: FlagId = FlagId("flag-1")) -> Sequence[Stepped]:  # noqa: B008 - a word
        with self.database.look() as work:
            return work.flags.trail(flag)

    def card(self, flag: FlagId = FlagId("flag-1")) -> Card:  # noqa: B008 - a word
        card = self.triage.draw(flag)
        assert card is not None
        return card

    def posted(self, place: Place) -> list[Card]:
        """List the cards that were posted as written to a place."""
        written = select(outbox.c.payload).where(
            outbox.c.place == place.name, outbox.c.payload.is_not(None)
        )
        with self.engine.connect() as connection:
            found = [decode(payload) for payload in connection.execute(written).scalars()]
        assert all(isinstance(one, Card) for one in found)
        return [one for one in found if isinstance(one, Card)]

    def receipts(self, person: Person) -> list[Card]:
        return self.posted(Place.direct(person.id))

    def envelope(self, person: Person) -> Card | None:
        """Fill the envelopes, and give somebody's newest as it is now."""
        self.envelopes.filling.fill(self.clock())
        own = select(sent.c.id).where(sent.c.person_id == person.id).order_by(sent.c.day.desc())
        with self.engine.connect() as connection:
            newest = connection.execute(own).scalars().first()
        return None if newest is None else self.envelopes.drawing.draw(newest)

    def reminders(self) -> list[Card]:
        return self.posted(Place.channel(Side.MARKETING))

    def shown_live(self) -> set[tuple[str, str | None, str | None]]:
        """List where which live messages are on their way to."""
        live = select(outbox.c.place, outbox.c.view, outbox.c.subject)
        with self.engine.connect() as connection:
            rows = connection.execute(live.where(outbox.c.view.is_not(None)))
            return {(row.place, row.view, row.subject) for row in rows}


def buttons(card: Card) -> list[Button]:
    """List all that a card offers."""
    return [
        button for block in card.blocks if isinstance(block, Buttons) for button in block.buttons
    ]


def does(card: Card) -> list[str]:
    return [button.does for button in buttons(card)]


def texts(blocks: Sequence[Block]) -> list[Phrase]:
    """List the phrases that blocks with one text say."""
    return [text for block in blocks if isinstance(text := getattr(block, "text", None), Phrase)]


def keys(card: Card) -> list[str]:
    return [phrase.key for phrase in texts(card.blocks)]


def whispered(reply: Reply) -> Phrase:
    assert isinstance(reply, Whisper)
    return reply.card.title


def changed(state: State) -> Phrase:
    """What somebody hears whose card shows an older version."""
    return say("triage-changed", state=say(f"triage-state-{state}"))


def warsaw(day: int, hour: int, minute: int = 0) -> datetime:
    """Give a moment of November 2026 by Warsaw's clock, in UTC."""
    return datetime.fromisoformat(f"2026-11-{day:02}T{hour:02}:{minute:02}:00+01:00")


def leads() -> list[Lead]:
    mine = [
        a_lead(number, owner=OwnerId(1), campaign="Spring webinar", source="Webinar")
        for number in range(1, 31)
    ]
    return [*mine, a_lead(40, source="Fair"), a_lead(41)]


@pytest.fixture
def desk(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> Desk:
    """Maya and Kasia are in marketing, Piotr and Ola raise flags; it is Monday, 10:00 in Warsaw."""
    owner = Owner(id=OwnerId(1), name="Piotr Rep", person=PIOTR.id)
    settle(engine, people=PEOPLE, owning=(owner,), having=leads())
    open_channels(engine)
    triage = Triage(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        team_hours=TEAM,
    )
    rounds = Rounds(open_work=database.open_work, look=database.look, team_hours=TEAM)
    envelopes = Envelopes.of(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        allowed=Allowed(),
    )
    return Desk(engine, database, clock, triage, rounds, envelopes, Router(triage.routes()))
