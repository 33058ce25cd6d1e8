"""What becomes of each message, whatever the platform and the process do."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, select, update

from bot.delivery import Delivery
from bot.pace import Pace
from handlers.message import Card, Sheet
from handlers.parcel import Patience
from handlers.people import Language, PersonId, Place, Role, Side
from handlers.phrase import say, verbatim
from handlers.work import About, IfUnsure
from storage.outbox import SqlOutbox
from storage.post_office import SqlPostOffice
from storage.schema import channels, outbox
from storage.work import Database
from tests.bot.fakes import FakePlatform, Killed, Mishap, MortalOffice, Step, a_card
from tests.builders import Clock, a_rep

SALES = Place.channel(Side.SALES)
MARKETING = Place.channel(Side.MARKETING)
ADA = Place.direct(PersonId("ada"))
ANSWER = About("answer", "q-1")


class House:
    """A running delivery, and everything around it that a test turns."""

    def __init__(self, engine: Engine, clock: Clock, **patience: timedelta) -> None:
        numbers = count(1)
        self.clock = clock
        self.engine = engine
        self.patience = Patience(**patience)  # type: ignore[arg-type]
        self.database = Database(engine, now=clock, new_id=lambda: f"key-{next(numbers)}")
        self.office = MortalOffice(
            SqlPostOffice(engine, now=clock, new_id=lambda: f"n-{next(numbers)}")
        )
        self.platform = FakePlatform()
        self.answer: Card | None = a_card("answer 1")
        self.draw: Callable[[str], Card | None] = self.drawn
        self.prepare: Callable[[datetime], None] = lambda _: None
        self._furnish()

    def drawn(self, subject: str) -> Card | None:
        return self.answer

    def _furnish(self) -> None:
        with self.engine.begin() as connection:
            for side, language in ((SALES, Language.POLISH), (MARKETING, Language.ENGLISH)):
                connection.execute(
                    channels.insert().values(
                        place=side.name,
                        platform="fake",
                        address=f"#{side.name}",
                        language=language.value,
                        zone="Europe/Warsaw",
                    )
                )
        with self.database.open_work() as work:
            work.people.add(a_rep("Ada Admin", role=Role.ADMINISTRATOR))
            work.people.give_account(PersonId("ada"), "fake", "@ada")
            work.commit()

    def post(self, place: Place, *texts: str, if_unsure: IfUnsure = IfUnsure.REPEAT) -> None:
        with self.database.open_work() as work:
            for one in texts:
                work.outbox.post(place, a_card(one), if_unsure=if_unsure)
            work.commit()

    def show(self, answer: str) -> None:
        self.answer = a_card(answer)
        self.do(lambda box: box.show(SALES, ANSWER))

    def do(self, deed: Callable[[SqlOutbox], object]) -> None:
        with self.database.open_work() as work:
            deed(work.outbox)
            work.commit()

    def delivery(self) -> Delivery:
        return Delivery(
            self.office,
            {"fake": self.platform},
            {"answer": self.draw},
            now=self.clock,
            patience=self.patience,
            prepare=self.prepare,
        )

    def deliver(self, *mishaps: Mishap) -> None:
        self.platform.mishaps.extend(mishaps)
        asyncio.run(self.delivery().empty())

    def die(self, *mishaps: Mishap) -> None:
        with pytest.raises(Killed):
            self.deliver(*mishaps)

    def wait_out(self) -> None:
        """Let leases, quarantines and rests pass, one after the other."""
        for _ in range(4):
            self.clock.move(minutes=6)
            self.deliver()

    def states(self) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(outbox.c.state).order_by(outbox.c.id)).scalars())

    def troubles(self) -> list[str]:
        with self.engine.connect() as connection:
            rows = connection.execute(select(outbox.c.trouble).where(outbox.c.trouble != ""))
            return list(rows.scalars())


@pytest.fixture
def house(engine: Engine, clock: Clock) -> House:
    return House(engine, clock)


def test_what_was_posted_arrives_in_order_in_the_readers_language(house: House) -> None:
    house.post(SALES, "one", "two")
    house.deliver()
    assert house.platform.sent() == ["one", "two"]
    assert {one.language for one in house.platform.log} == {"pl"}
    assert house.states() == ["sent", "sent"]


def test_what_follows_from_a_commit_is_put_into_the_outbox_and_leaves(house: House) -> None:
    follows = ["it follows"]

    def prepare(_: datetime) -> None:
        if follows:
            house.post(SALES, follows.pop())

    house.prepare = prepare
    house.deliver()
    assert house.platform.sent() == ["it follows"]


def test_what_cannot_be_prepared_holds_up_nothing(house: House) -> None:
    def prepare(_: datetime) -> None:
        raise RuntimeError("broken")

    house.prepare = prepare
    house.post(SALES, "all the same")
    house.deliver()
    assert house.platform.sent() == ["all the same"]


def test_a_sheet_arrives_as_a_file_in_the_readers_language(house: House) -> None:
    sheet = Sheet(verbatim("leads"), "leads", (say("outcome-converted"),), ((verbatim("Żółć"),),))
    house.do(lambda box: box.post(SALES, sheet))
    house.deliver()
    [file] = house.platform.files
    assert file.name == "leads.csv"
    assert "Żółć" in file.content.decode()


def test_a_live_message_is_posted_then_put_in_place_with_its_newest_state(house: House) -> None:
    house.show("answer 1")
    house.deliver()
    for number in (2, 3):
        house.show(f"answer {number}")
    house.clock.move(seconds=2)
    house.deliver()
    assert [(one.what, one.text) for one in house.platform.log] == [
        ("send", "answer 1"),
        ("replace", "answer 3"),
    ]


def test_a_live_message_that_should_vanish_is_taken_away(house: House) -> None:
    house.show("answer 1")
    house.deliver()
    house.answer = None
    house.do(lambda box: box.refresh(ANSWER))
    house.clock.move(seconds=2)
    house.deliver()
    assert house.platform.shown() == []
    assert house.states() == ["sent", "sent"]


def test_a_live_message_that_vanished_before_it_was_posted_never_appears(house: House) -> None:
    house.show("answer 1")
    house.answer = None
    house.deliver()
    assert house.platform.log == []
    assert house.states() == ["sent"]


@pytest.mark.parametrize(
    "mishap", [Mishap.LOST_ON_THE_WAY, Mishap.ACCEPTED_UNANSWERED, Mishap.BROKEN]
)
def test_an_unsure_message_arrives_exactly_once_where_the_platform_can_be_asked(
    house: House, mishap: Mishap
) -> None:
    house.post(SALES, "one", "two")
    house.deliver(mishap)
    assert house.states() == ["unsure", "waiting"]
    house.wait_out()
    assert house.platform.sent() == ["one", "two"]


@pytest.mark.parametrize("mishap", [Mishap.KILLED_BEFORE, Mishap.KILLED_AFTER])
def test_a_message_whose_sender_died_arrives_exactly_once(house: House, mishap: Mishap) -> None:
    house.post(SALES, "one", "two")
    house.die(mishap)
    house.wait_out()
    assert house.platform.sent() == ["one", "two"]


@pytest.mark.parametrize("step", Step)
def test_a_process_may_die_anywhere_between_claim_and_settlement(house: House, step: Step) -> None:
    house.post(SALES, "one", "two")
    house.office.dies = step
    house.die()
    house.wait_out()
    assert house.platform.sent() == ["one", "two"]


def test_a_quarantine_comes_before_the_question(house: House) -> None:
    """A slow request may land after its time-out; asked too early, the platform would deny it."""
    house.post(SALES, "one")
    house.deliver(Mishap.LOST_ON_THE_WAY)
    house.clock.move(seconds=44)
    house.deliver()
    assert house.platform.asked == 0
    house.clock.move(seconds=1)
    house.deliver()
    assert house.platform.asked == 1


@pytest.mark.parametrize(
    ("if_unsure", "arrived", "states"),
    [(IfUnsure.REPEAT, ["one", "one"], ["sent"]), (IfUnsure.LEAVE, ["one"], ["parked", "sent"])],
)
def test_where_the_platform_cannot_be_asked_the_message_itself_says_what_happens(
    house: House, if_unsure: IfUnsure, arrived: list[str], states: list[str]
) -> None:
    house.platform.finds = False
    house.post(SALES, "one", if_unsure=if_unsure)
    house.deliver(Mishap.ACCEPTED_UNANSWERED)
    house.wait_out()
    assert [one.text for one in house.platform.log if one.address == "#sales"] == arrived
    assert house.states() == states


def test_an_unsure_update_is_simply_made_again(house: House) -> None:
    house.platform.finds = False
    house.show("answer 1")
    house.deliver()
    house.show("answer 2")
    house.clock.move(seconds=2)
    house.deliver(Mishap.ACCEPTED_UNANSWERED)
    house.show("answer 3")
    house.wait_out()
    assert house.platform.sent() == ["answer 1"]
    assert house.platform.shown() == ["answer 3"]
    assert house.platform.asked == 0


def test_a_question_that_fails_is_asked_again(house: House) -> None:
    house.post(SALES, "one")
    house.deliver(Mishap.ACCEPTED_UNANSWERED)
    for mishap in (
        Mishap.THROTTLED,
        Mishap.NOT_YET,
        Mishap.UNAVAILABLE,
        Mishap.LOST_ON_THE_WAY,
        Mishap.BROKEN,
    ):
        house.clock.move(minutes=2)
        house.deliver(mishap)
    house.wait_out()
    assert house.platform.sent() == ["one"]
    assert house.states() == ["sent"]


def test_a_question_that_never_gets_an_answer_ends_with_the_administrator(house: House) -> None:
    house.post(SALES, "one")
    house.deliver(Mishap.ACCEPTED_UNANSWERED)
    house.clock.move(hours=24)
    house.deliver(Mishap.UNAVAILABLE)
    assert house.troubles() == ["unsure"]
    assert house.platform.sent() == ["one", "delivery-parked"]


def test_a_question_to_a_conversation_that_is_gone_ends_with_the_administrator(
    house: House,
) -> None:
    house.post(SALES, "one")
    house.deliver(Mishap.LOST_ON_THE_WAY)
    house.clock.move(minutes=2)
    house.deliver(Mishap.REFUSED)
    assert house.troubles() == ["unsure: channel_not_found"]


def test_a_throttled_destination_is_left_alone_until_the_time_the_platform_said(
    house: House,
) -> None:
    house.post(SALES, "one", "two")
    house.post(MARKETING, "three")
    house.deliver(Mishap.THROTTLED)
    assert house.platform.sent() == ["three"]
    house.clock.move(seconds=29)
    house.deliver()
    assert house.platform.sent() == ["three"]
    house.clock.move(seconds=1)
    house.deliver()
    assert house.platform.sent() == ["three", "one", "two"]


def test_a_message_that_has_to_wait_holds_up_nothing_else(house: House) -> None:
    house.show("answer 1")
    house.deliver()
    house.show("answer 2")
    house.clock.move(seconds=2)
    house.deliver(Mishap.NOT_YET)
    house.post(SALES, "two")
    house.post(MARKETING, "three")
    house.deliver()
    assert house.platform.shown() == ["answer 1", "three", "two"]
    house.clock.move(seconds=30)
    house.deliver()
    assert house.platform.shown() == ["answer 2", "three", "two"]


def test_messages_of_one_place_that_have_to_wait_stay_in_order(house: House) -> None:
    house.post(SALES, "one", "two")
    house.deliver(Mishap.NOT_YET)
    assert house.platform.sent() == []
    house.clock.move(seconds=30)
    house.deliver()
    assert house.platform.sent() == ["one", "two"]


def test_a_message_may_have_to_wait_for_days_and_is_not_given_up(house: House) -> None:
    house.post(SALES, "one")
    for _ in range(20):
        house.deliver(Mishap.NOT_YET)
        house.clock.move(hours=12)
    house.deliver()
    assert house.platform.sent() == ["one"]
    assert house.troubles() == []


def test_an_unavailable_platform_is_tried_again_with_growing_rests(house: House) -> None:
    house.post(SALES, "one")
    tries = 0
    for _ in range(60):
        house.deliver(Mishap.UNAVAILABLE)
        tries += not house.platform.mishaps
        house.platform.mishaps.clear()
        house.clock.move(seconds=10)
    assert 4 <= tries <= 12
    house.wait_out()
    assert house.platform.sent() == ["one"]


def test_what_a_platform_declines_for_a_day_is_parked(house: House) -> None:
    house.post(SALES, "one")
    house.clock.move(hours=24)
    house.deliver(Mishap.UNAVAILABLE)
    assert house.troubles() == ["unavailable"]


def test_what_a_platform_refuses_is_parked_and_told_once(house: House) -> None:
    house.post(SALES, "one", "two", "three")
    house.deliver(Mishap.REFUSED, Mishap.REFUSED)
    assert house.troubles() == ["refused: channel_not_found"] * 2
    assert sorted(house.platform.sent()) == ["delivery-parked", "three"]


def test_refused_notices_do_not_beget_notices(house: House) -> None:
    house.post(SALES, "one")
    house.deliver(*[Mishap.REFUSED] * 5)
    assert house.platform.sent() == []
    assert house.states() == ["parked", "parked"]


def test_a_card_that_cannot_be_drawn_holds_up_nobody_and_is_parked_in_the_end(
    house: House,
) -> None:
    def fail(subject: str) -> Card | None:
        raise KeyError(subject)

    house.draw = fail
    house.show("answer 1")
    house.post(SALES, "two")
    house.deliver()
    assert house.platform.sent() == ["two"]
    for _ in range(3):
        house.wait_out()
    assert house.troubles() == ["failed"]


def test_a_view_that_is_unknown_to_this_version_holds_up_nobody(house: House) -> None:
    house.do(lambda box: box.show(SALES, About("tomorrow.view", "1")))
    house.post(SALES, "two")
    house.deliver()
    assert house.platform.sent() == ["two"]


def test_what_was_held_up_too_long_is_not_sent_on_a_lease_that_may_end_meanwhile(
    house: House,
) -> None:
    def dawdle(subject: str) -> Card | None:
        house.clock.move(seconds=41)
        return a_card(subject)

    house.draw = dawdle
    house.show("answer 1")
    asyncio.run(once_around(house))
    assert house.platform.log == []
    assert house.states() == ["waiting"]


async def once_around(house: House) -> None:
    delivery = house.delivery()
    await delivery._start_some()
    await asyncio.gather(*delivery._tasks)


def test_a_platform_that_does_not_answer_in_time_leaves_the_message_unsure(
    engine: Engine, clock: Clock
) -> None:
    house = House(engine, clock, time_out=timedelta(seconds=0.05))

    class Stalled(FakePlatform):
        async def send(self, *args: object, **kwargs: object) -> str:
            await asyncio.sleep(60)
            return ""

    house.platform = Stalled()
    house.post(SALES, "one")
    house.deliver()
    assert house.states() == ["unsure"]


def test_what_became_of_a_message_is_written_down_even_if_the_database_stumbles(
    house: House,
) -> None:
    class Stumbling(MortalOffice):
        stumbles = 1

        def settle(self, *given: object) -> None:
            if self.stumbles:
                self.stumbles -= 1
                raise OSError
            super().settle(*given)  # type: ignore[arg-type]

    house.office = Stumbling(house.office)
    house.post(SALES, "one")
    house.deliver()
    assert house.states() == ["sent"]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - the condition lies in another thread or database
            await asyncio.sleep(0.01)


def test_the_loop_wakes_at_once_when_it_is_poked_from_another_thread(
    engine: Engine, clock: Clock
) -> None:
    house = House(engine, clock, poll=timedelta(minutes=10))

    async def story() -> None:
        stop, delivery = asyncio.Event(), house.delivery()
        delivery.poke()
        running = asyncio.create_task(delivery.run(stop))
        await asyncio.sleep(0.1)
        house.post(SALES, "one")
        threading.Thread(target=delivery.poke).start()
        await until(lambda: house.platform.sent() == ["one"])
        stop.set()
        await asyncio.wait_for(running, 5)
        delivery.poke()

    asyncio.run(story())
    assert house.states() == ["sent"]


def test_the_loop_outlives_a_database_that_is_away(house: House) -> None:
    class Away(MortalOffice):
        away = True

        def claim(self, *given: object) -> list[object]:  # type: ignore[override]
            if self.away:
                raise OSError
            return super().claim(*given)  # type: ignore[arg-type, return-value]

    house.office = office = Away(house.office)
    house.patience = Patience(poll=timedelta(seconds=0.02))
    house.post(SALES, "one")

    async def story() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(house.delivery().run(stop))
        await asyncio.sleep(0.1)
        office.away = False
        await until(lambda: house.platform.sent() == ["one"])
        stop.set()
        await running

    asyncio.run(story())


class Slow(FakePlatform):
    """Takes its time, and counts how many calls are under way at once."""

    under_way = 0
    most = 0
    seconds = 0.2

    async def send(self, address: str, *given: object, **named: object) -> str:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(self.seconds)
        self.under_way -= 1
        return await super().send(address, *given, **named)  # type: ignore[arg-type]


def test_a_stop_lets_what_is_under_way_end_and_starts_nothing_new(
    engine: Engine, clock: Clock
) -> None:
    house = House(engine, clock)
    house.platform = platform = Slow()
    house.post(SALES, "one", "two")

    async def story() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(house.delivery().run(stop))
        await until(lambda: platform.under_way == 1)
        stop.set()
        await running

    asyncio.run(story())
    assert platform.sent() == ["one"]
    assert house.states() == ["sent", "waiting"]


def test_what_does_not_end_within_the_drain_is_left_to_its_lease(
    engine: Engine, clock: Clock
) -> None:
    house = House(engine, clock, drain=timedelta(seconds=0.05))
    house.platform = platform = Slow(finds=True)
    platform.seconds = 60
    house.post(SALES, "one")

    async def story() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(house.delivery().run(stop))
        await until(lambda: platform.under_way == 1)
        stop.set()
        await asyncio.wait_for(running, 5)

    asyncio.run(story())
    assert house.states() == ["sending"]


def test_places_are_served_side_by_side_and_each_of_them_one_by_one(house: House) -> None:
    house.platform = platform = Slow()
    house.post(SALES, "one", "two")
    house.post(MARKETING, "three", "four")
    house.deliver()
    assert platform.most == 2
    assert sorted(platform.sent()) == ["four", "one", "three", "two"]


def test_a_destination_is_spoken_to_at_its_platforms_pace(house: House) -> None:
    house.platform = FakePlatform(pace=Pace(per_second=20, burst=1, redraw=timedelta()))
    house.post(SALES, "one", "two", "three")

    async def story() -> float:
        begun = asyncio.get_running_loop().time()
        await house.delivery().empty()
        return asyncio.get_running_loop().time() - begun

    assert asyncio.run(story()) >= 0.1


def test_two_replicas_say_nothing_twice(house: House) -> None:
    for number in range(20):
        house.post((SALES, MARKETING)[number % 2], f"{number:02}")

    async def both() -> None:
        await asyncio.gather(house.delivery().empty(), house.delivery().empty())

    asyncio.run(both())
    house.deliver()
    assert sorted(house.platform.sent()) == [f"{number:02}" for number in range(20)]


def test_a_message_of_another_version_is_parked_and_the_rest_goes_on(house: House) -> None:
    house.post(SALES, "one")
    with house.engine.begin() as connection:
        connection.execute(update(outbox).values(payload=b'{"_":"Hologram"}'))
    house.post(SALES, "two")
    house.deliver()
    assert sorted(house.platform.sent()) == ["delivery-parked", "two"]
