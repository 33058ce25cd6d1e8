"""The real delivery, the real outbox and Slack's real answers: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.delivery import Delivery
from bot.platforms.slack.search import Reconcile
from bot.platforms.slack.send import PACE, SlackPlatform
from handlers.message import Card, Sheet
from handlers.parcel import Destination
from handlers.people import PersonId, Place, Role, Side
from handlers.phrase import verbatim
from handlers.work import About, IfUnsure
from storage.outbox import SqlOutbox
from storage.post_office import SqlPostOffice
from storage.schema import outbox
from storage.work import Database
from tests.bot.platforms.slack.sending import card, speaking
from tests.builders import Clock, a_rep
from tests.fakes.slack import faults
from tests.fakes.slack.fake import FakeSlack

SALES = Place.channel(Side.SALES)
MARKETING = Place.channel(Side.MARKETING)
ANNA = Place.direct(PersonId("anna"))
ANSWER = About("answer", "q-1")

UNPACED = replace(PACE, per_second=1e6, burst=1_000_000)

Deed = Callable[[SlackPlatform], Any]


class House:
    """Two channels, Anna and an administrator in a Slack, and an outbox."""

    def __init__(self, engine: Engine, clock: Clock, slack: FakeSlack) -> None:
        numbers = count(1)
        self.engine, self.clock, self.slack = engine, clock, slack
        self.new_id = lambda: f"key-{next(numbers)}"
        self.database = Database(engine, now=clock, new_id=self.new_id)
        self.reconcile = Reconcile.DIRECT
        self.answer: Card | None = card("answer 1")
        self.sales = slack.channel("sales")
        self.marketing = slack.channel("marketing")
        self.anna = slack.member("Anna")
        self.ada = slack.member("Ada")
        with self.database.open_work() as work:
            for place, room in ((SALES, self.sales), (MARKETING, self.marketing)):
                work.people.set_channel(place, Destination(platform="slack", address=room.id))
            work.people.add(a_rep("Anna Rep"))
            work.people.add(a_rep("Ada Admin", role=Role.ADMINISTRATOR))
            work.people.give_account(PersonId("anna"), "slack", self.anna.id)
            work.people.give_account(PersonId("ada"), "slack", self.ada.id)
            work.commit()

    def post(self, place: Place, *texts: str, if_unsure: IfUnsure = IfUnsure.REPEAT) -> None:
        with self.database.open_work() as work:
            for text in texts:
                work.outbox.post(place, card(text), if_unsure=if_unsure)
            work.commit()

    def show(self, answer: str, place: Place = SALES) -> None:
        self.answer = card(answer)
        self.do(lambda box: box.show(place, ANSWER))

    def do(self, deed: Callable[[SqlOutbox], object]) -> None:
        with self.database.open_work() as work:
            deed(work.outbox)
            work.commit()

    def deliver(self, *between: Deed | float) -> None:
        """Deliver what may leave; then again after each deed, or after so many seconds."""
        asyncio.run(self._deliver(between))

    async def _deliver(self, between: tuple[Deed | float, ...]) -> None:
        async with speaking(self.slack, clock=self.clock, reconcile=self.reconcile) as platform:
            platform.pace = UNPACED
            delivery = Delivery(
                SqlPostOffice(self.engine, now=self.clock, new_id=self.new_id),
                {"slack": platform},
                {"answer": lambda _: self.answer},
                now=self.clock,
            )
            await delivery.empty()
            for deed in between:
                if isinstance(deed, int | float):
                    self.clock.move(seconds=deed)
                else:
                    await deed(platform)
                await delivery.empty()

    def states(self) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(outbox.c.state).order_by(outbox.c.id)).scalars())

    def troubles(self) -> list[str]:
        with self.engine.connect() as connection:
            rows = connection.execute(select(outbox.c.trouble).where(outbox.c.trouble != ""))
            return list(rows.scalars())

    def said(self, where: Any) -> list[str]:
        messages = self.slack.said_in(where)
        return [one.text.partition("\n")[0] for one in messages]


@pytest.fixture
def house(engine: Engine, clock: Clock, slack: FakeSlack) -> House:
    return House(engine, clock, slack)


def test_a_429_parks_its_destination_and_no_other(house: House, slack: FakeSlack) -> None:
    slack.faults.plan("chat.postMessage", faults.too_many(30))
    house.post(SALES, "one", "two")
    house.deliver()
    house.post(MARKETING, "three")
    house.post(ANNA, "four")
    house.deliver()
    assert house.said(house.sales) == []
    assert house.said(house.marketing) == ["three"]
    assert house.said(slack.direct(house.anna)) == ["four"]
    house.deliver(29)
    assert house.said(house.sales) == []
    house.deliver(2)
    assert house.said(house.sales) == ["one", "two"]


@pytest.mark.parametrize(
    "fault",
    [
        faults.dropped(kept=True),
        faults.broken(503, kept=True),
        faults.html(502, kept=True),
        faults.empty(kept=True),
    ],
)
def test_a_message_whose_answer_got_lost_is_found_in_the_direct_message_and_not_repeated(
    house: House, slack: FakeSlack, fault: faults.Fault
) -> None:
    slack.faults.plan("chat.postMessage", fault)
    house.post(ANNA, "one", "two")
    house.deliver()
    assert house.states() == ["unsure", "waiting"]
    house.deliver(60)
    assert house.said(slack.direct(house.anna)) == ["one", "two"]
    assert house.states() == ["sent", "sent"]


def test_a_message_that_never_arrived_is_sent_again(house: House, slack: FakeSlack) -> None:
    slack.faults.plan("chat.postMessage", faults.dropped())
    house.post(ANNA, "one")
    house.deliver(60)
    assert house.said(slack.direct(house.anna)) == ["one"]


def test_a_file_whose_answer_got_lost_is_found_and_not_repeated(
    house: House, slack: FakeSlack
) -> None:
    slack.faults.plan("files.completeUploadExternal", faults.dropped(kept=True))
    sheet = Sheet(verbatim("leads"), "leads", (verbatim("a"),), ((verbatim("b"),),))
    house.do(lambda box: box.post(ANNA, sheet))
    house.deliver(60)
    assert len(slack.said_to(house.anna)) == 1
    assert house.states() == ["sent"]


@pytest.mark.parametrize(
    ("if_unsure", "times", "troubles"),
    [(IfUnsure.REPEAT, 2, []), (IfUnsure.LEAVE, 1, ["unsure"])],
)
def test_in_a_channel_where_we_may_not_look_the_message_itself_says_what_happens(
    house: House, slack: FakeSlack, if_unsure: IfUnsure, times: int, troubles: list[str]
) -> None:
    slack.faults.plan("chat.postMessage", faults.dropped(kept=True))
    house.post(SALES, "one", if_unsure=if_unsure)
    house.deliver(60)
    assert house.said(house.sales) == ["one"] * times
    assert house.troubles() == troubles
    assert slack.calls_of("conversations.history") == []


def test_where_the_right_to_look_is_missing_the_message_says_what_happens_after_the_second_look(
    house: House, slack: FakeSlack
) -> None:
    slack.scopes -= {"im:history"}
    slack.faults.plan("chat.postMessage", faults.dropped(kept=True))
    house.post(ANNA, "one", if_unsure=IfUnsure.LEAVE)
    house.deliver(60, 60)
    assert house.troubles() == ["unsure"]
    assert len(slack.calls_of("conversations.history")) == 1


def test_a_revoked_token_keeps_everything_and_all_leaves_when_it_is_taken_again(
    house: House, slack: FakeSlack
) -> None:
    house.post(ANNA, *[f"{number}" for number in range(3)])
    house.post(SALES, "four")
    house.show("answer 1", MARKETING)
    slack.token_fault = "token_revoked"

    async def days_pass(platform: SlackPlatform) -> None:
        assert not platform.holds()
        house.clock.move(days=3)

    async def the_token_is_taken_again(platform: SlackPlatform) -> None:
        assert slack.messages == []
        assert house.states() == ["waiting"] * 5
        slack.token_fault = None
        await platform.probe()
        assert platform.holds()
        house.clock.move(minutes=1)

    house.deliver(days_pass, days_pass, the_token_is_taken_again)
    assert house.said(slack.direct(house.anna)) == ["0", "1", "2"]
    assert house.said(house.sales) == ["four"]
    assert house.said(house.marketing) == ["answer 1"]
    assert house.troubles() == []


def test_a_dead_token_is_tried_no_second_time(house: House, slack: FakeSlack) -> None:
    slack.token_fault = "invalid_auth"
    house.post(ANNA, "one", "two")
    house.deliver(60, 60, 60)
    assert len(slack.calls) == 1


def test_a_live_card_is_updated_in_place_and_changes_in_between_are_merged(
    house: House, slack: FakeSlack
) -> None:
    house.show("answer 1", ANNA)
    house.deliver()
    for number in range(2, 9):
        house.show(f"answer {number}", ANNA)
    house.deliver(2.5)
    assert house.said(slack.direct(house.anna)) == ["answer 8"]
    assert len(slack.calls_of("chat.update")) == 1


def test_a_channel_that_became_foreign_between_the_writing_and_the_sending_gets_nothing(
    house: House, slack: FakeSlack
) -> None:
    house.show("answer 1")
    house.deliver()
    house.show("answer 2")
    house.post(SALES, "three")
    house.sales.is_ext_shared = True
    house.deliver(5)
    assert house.said(house.sales) == ["answer 1"]
    assert house.troubles() == ["refused: shared with another company"] * 2
    assert len(slack.said_to(house.ada)) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_archived": True}, "is_archived"),
        ({"members": []}, "not_in_channel"),
    ],
)
def test_a_channel_we_cannot_write_to_ends_with_the_administrator(
    house: House, slack: FakeSlack, change: dict[str, Any], reason: str
) -> None:
    for name, value in change.items():
        setattr(house.sales, name, value)
    house.post(SALES, "one")
    house.deliver()
    assert house.troubles() == [f"refused: {reason}"]
    assert len(slack.said_to(house.ada)) == 1
    assert house.states() == ["parked", "sent"]


def test_a_home_is_published_and_kept_up_to_date(house: House, slack: FakeSlack) -> None:
    home = Place.home(PersonId("anna"))
    house.show("answer 1", home)
    house.deliver()
    house.show("answer 2", home)
    house.deliver(2.5)
    assert "answer 2" in str(slack.homes[house.anna.id].blocks)
    assert house.states() == ["sent", "sent"]
