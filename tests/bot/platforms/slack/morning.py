"""Half past nine: every owner's envelope is due at once, and leaves at the speed Slack allows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import Engine, select

from bot.delivery import Delivery
from bot.envelopes import Envelopes, RowWork
from bot.platforms.port import Platform
from bot.platforms.slack.limits import Allowance, paces
from handlers.interaction import Interaction
from handlers.parcel import Destination, Patience
from handlers.people import Owner, OwnerId, PersonId, Place, Side
from handlers.questions.answering import Answering
from handlers.questions.asking import Asking
from handlers.questions.rounds import Rounds
from handlers.router import Router, merged
from handlers.work import Views
from handlers.working_time import WorkingHours
from handlers.writing.model import Allowed
from storage.post_office import SqlPostOffice
from storage.schema import questions
from storage.work import Database
from tests.bot.platforms.slack.sending import speaking, until
from tests.builders import a_lead, a_marketer, a_rep
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
from tests.population import settle

HALF_PAST_NINE = datetime(2026, 11, 16, 8, 30, tzinfo=UTC)
"""In Warsaw, on a Monday."""
WARSAW = WorkingHours(zone="Europe/Warsaw")


class Racing:
    """A clock that runs so many times as fast as the real one, from the moment it is set to."""

    def __init__(self, times: float, at: datetime) -> None:
        self.times = times
        self.set(at)

    def set(self, at: datetime) -> None:
        self._at, self._since = at, time.monotonic()

    def __call__(self) -> datetime:
        return self._at + timedelta(seconds=(time.monotonic() - self._since) * self.times)

    def seconds(self) -> float:
        return time.monotonic() * self.times

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The questions, on a database."""

    database: Database
    asking: Asking[RowWork]
    answering: Answering[RowWork]
    rounds: Rounds
    envelopes: Envelopes

    @staticmethod
    def on(database: Database) -> House:
        open_work, look, new_id = database.open_work, database.look, database.new_id
        now = database.now
        envelopes = Envelopes.of(
            open_work=open_work, look=look, now=now, new_id=new_id, allowed=Allowed()
        )
        return House(
            database=database,
            asking=Asking(
                open_work=open_work,
                look=look,
                now=now,
                new_id=new_id,
                fill=envelopes.filling.fill_for,
                team_hours=WARSAW,
            ),
            answering=Answering(
                open_work=open_work, look=look, now=now, new_id=new_id, draw=envelopes.drawing.card
            ),
            rounds=Rounds(open_work=open_work, look=look),
            envelopes=envelopes,
        )

    @property
    def router(self) -> Router:
        return Router(merged([self.asking.routes(), self.answering.routes()]))

    @property
    def views(self) -> Views:
        return {
            "questions.answer": self.asking.draw,
            "envelopes.card": self.envelopes.drawing.draw,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """How it went; seconds are those of the day, not of the race."""

    owners: int
    early: int
    """Envelopes that were posted before half past nine."""
    lost: int
    repeated: int
    refused: int
    """Calls that Slack answered with 429."""
    seconds: float
    """From half past nine to the last envelope."""
    fewest_seconds: float
    """How long that many posts must take at the pace we allow ourselves."""


def half_past_nine(
    engine: Engine,
    *,
    owners: int = 500,
    posts_a_minute: int = 240,
    times: float = 1.0,
) -> Morning:
    """Ask so many owners one lead each, and let their envelopes out at half past nine.

    Slack's limits are switched on: one post a second and channel, so many a minute in the
    workspace, and each method's tier. `times` lets the day run faster than the clock on the wall.
    """
    clock = Racing(times, HALF_PAST_NINE - timedelta(minutes=30))
    with FakeSlack() as slack:
        slack.limits.on = True
        slack.limits.clock = clock.seconds
        slack.limits.workspace_a_minute = posts_a_minute
        reps = [slack.member(f"Rep Number{number}") for number in range(owners)]
        room = slack.channel("marketing").id
        house = company(
            engine,
            clock,
            Accounts("slack", room, slack.member("Maya").id, {rep.name: rep.id for rep in reps}),
        )
        allowance = Allowance(paces(posts_a_minute), clock=clock.seconds, sleep=clock.sleep)
        return asyncio.run(_live(engine, clock, slack, reps, house, allowance))


async def _live(
    engine: Engine,
    clock: Racing,
    slack: FakeSlack,
    reps: list[Member],
    house: House,
    allowance: Allowance,
) -> Morning:
    async with speaking(slack, allowance=allowance) as platform:
        delivery = delivering(engine, clock, platform, house)
        clock.set(HALF_PAST_NINE - timedelta(minutes=1))
        house.envelopes.filling.fill(clock())
        await delivery.empty()
        early = sum(bool(slack.said_to(rep)) for rep in reps)
        clock.set(HALF_PAST_NINE)
        house.envelopes.filling.fill(clock())
        stop = asyncio.Event()
        running = asyncio.create_task(delivery.run(stop))
        await until(lambda: all(map(slack.said_to, reps)) or clock() > too_late(len(reps)))
        seconds = (clock() - HALF_PAST_NINE).total_seconds()
        stop.set()
        await running
    posted = [len(slack.said_to(rep)) for rep in reps]
    post = allowance._paces["chat.postMessage"]
    return Morning(
        owners=len(reps),
        early=early,
        lost=posted.count(0),
        repeated=sum(many > 1 for many in posted),
        refused=len(slack.limits.refusals),
        seconds=seconds,
        fewest_seconds=(len(reps) - post.burst) / post.per_second,
    )


def too_late(owners: int) -> datetime:
    return HALF_PAST_NINE + timedelta(minutes=10 + owners)


def delivering(engine: Engine, clock: Racing, platform: Platform, house: House) -> Delivery:
    """Wait as long as usual on the wall, however fast the day runs."""
    patience = Patience(
        lease=timedelta(seconds=60) * clock.times,
        quarantine=timedelta(seconds=45) * clock.times,
        poll=timedelta(seconds=1) / clock.times,
    )
    office = SqlPostOffice(engine, now=clock, new_id=_ids("note"), patience=patience)
    return Delivery(
        office,
        {platform.name: platform},
        house.views,
        now=clock,
        patience=patience,
        prepare=house.rounds.tell,
    )


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who the people of the morning are on a platform."""

    platform: str
    room: str
    asker: str
    reps: Mapping[str, str]
    """Addresses by name."""


def company(engine: Engine, clock: Racing, on: Accounts) -> House:
    """Settle the reps, each the owner of a lead that the CRM knows nothing of, and ask them."""
    maya = a_marketer()
    people = {
        address: a_rep(name, id=PersonId(f"rep-{number}"), email=f"{number}@example.com")
        for number, (name, address) in enumerate(on.reps.items(), 1)
    }
    owning = [
        Owner(id=OwnerId(number), name=person.name, person=person.id)
        for number, person in enumerate(people.values(), 1)
    ]
    having = [a_lead(number, owner=OwnerId(number)) for number in range(1, len(people) + 1)]
    settle(engine, accountless=(maya, *people.values()), owning=owning, having=having)
    database = Database(engine, now=clock, new_id=_ids("id"))
    with database.open_work() as work:
        work.people.give_account(maya.id, on.platform, on.asker)
        for address, person in people.items():
            work.people.give_account(person.id, on.platform, address)
        place = Place.channel(Side.MARKETING)
        work.people.set_channel(place, Destination(platform=on.platform, address=on.room))
        work.commit()
    house = House.on(database)
    _ask(house, maya.id, len(people))
    return house


def _ask(house: House, by: PersonId, leads: int) -> None:
    router = house.router
    place = Place.channel(Side.MARKETING)
    words = "\n".join(["what happened to these leads?", *(f"L-{n}" for n in range(1, leads + 1))])
    router.route(Interaction(name="said", actor=by, place=place, id="deed-1", text=words))
    with house.database.engine.connect() as connection:
        question = connection.execute(select(questions.c.id)).scalar_one()
    router.route(
        Interaction(
            name="questions.ask-owners",
            actor=by,
            place=place,
            id="deed-2",
            values={"question": question},
        )
    )


def _ids(prefix: str) -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"
