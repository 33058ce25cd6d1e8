"""The real delivery, the real outbox and the fake Connector's answers: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from bot.delivery import Delivery
from bot.platforms.teams.send import TeamsPlatform
from handlers.message import Card, Sheet
from handlers.parcel import Destination
from handlers.people import PersonId, Place, Role, Side
from handlers.phrase import verbatim
from handlers.work import About, IfUnsure
from storage.outbox import SqlOutbox
from storage.post_office import SqlPostOffice
from storage.schema import conversations, outbox
from storage.work import Database
from tests.bot.platforms.teams.sending import (
    card,
    file_of,
    headline,
    met,
    references_of,
    speaking,
)
from tests.builders import Clock, a_rep
from tests.fakes.teams import faults
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation

SALES = Place.channel(Side.SALES)
MARKETING = Place.channel(Side.MARKETING)
ANNA = Place.direct(PersonId("anna"))
ANSWER = About("answer", "q-1")

Deed = Callable[[TeamsPlatform], Any]


class House:
    """Two channels, Anna and an administrator in Teams, and an outbox."""

    def __init__(self, engine: Engine, clock: Clock, teams: FakeTeams) -> None:
        numbers = count(1)
        self.engine, self.clock, self.teams = engine, clock, teams
        self.new_id = lambda: f"key-{next(numbers)}"
        self.database = Database(engine, now=clock, new_id=self.new_id)
        self.answer: Card | None = card("answer 1")
        self.sales = teams.channel("sales")
        self.marketing = teams.channel("marketing")
        self.anna, self.ada = teams.member("Anna"), teams.member("Ada")
        with self.database.open_work() as work:
            for place, room in ((SALES, self.sales), (MARKETING, self.marketing)):
                work.people.set_channel(place, Destination(platform="teams", address=room.id))
            work.people.add(a_rep("Anna Rep"))
            work.people.add(a_rep("Ada Admin", role=Role.ADMINISTRATOR))
            work.people.give_account(PersonId("anna"), "teams", self.anna.object_id)
            work.people.give_account(PersonId("ada"), "teams", self.ada.object_id)
            work.commit()
        self.meet(self.sales, self.marketing, self.anna, self.ada)

    def meet(self, *whom: Person | Conversation) -> None:
        met(self.teams, self.database, *whom)

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
        async with speaking(self.teams, self.database) as platform:
            delivery = Delivery(
                SqlPostOffice(self.engine, now=self.clock, new_id=self.new_id),
                {"teams": platform},
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

    def said(self, where: Person | Conversation) -> list[str]:
        room = self.teams.personal(where) if isinstance(where, Person) else where
        return [headline(message) for message in self.teams.said_in(room)]


@pytest.fixture
def house(engine: Engine, clock: Clock, teams: FakeTeams) -> House:
    return House(engine, clock, teams)


def test_a_429_holds_up_its_destination_and_no_other(house: House, teams: FakeTeams) -> None:
    teams.faults.plan("post", faults.too_many(30))
    house.post(SALES, "one", "two")
    house.deliver()
    house.post(MARKETING, "three")
    house.post(ANNA, "four")
    house.deliver()
    assert house.said(house.sales) == []
    assert house.said(house.marketing) == ["three"]
    assert house.said(house.anna) == ["four"]
    house.deliver(29)
    assert house.said(house.sales) == []
    house.deliver(2)
    assert house.said(house.sales) == ["one", "two"]


@pytest.mark.parametrize(
    "fault",
    [
        faults.dropped(kept=True),
        faults.broken(412, kept=True),
        faults.broken(502, kept=True),
        faults.broken(504, kept=True),
        faults.empty(kept=True),
    ],
)
@pytest.mark.parametrize(
    ("if_unsure", "times", "troubles"),
    [(IfUnsure.REPEAT, 2, []), (IfUnsure.LEAVE, 1, ["unsure"])],
)
def test_teams_cannot_be_asked_so_the_message_itself_says_what_happens_when_its_answer_got_lost(
    house: House,
    teams: FakeTeams,
    fault: faults.Fault,
    if_unsure: IfUnsure,
    times: int,
    troubles: list[str],
) -> None:
    teams.faults.plan("post", fault)
    house.post(ANNA, "one", if_unsure=if_unsure)
    house.deliver()
    assert house.states() == ["unsure"]
    house.deliver(60)
    assert house.said(house.anna) == ["one"] * times
    assert house.troubles() == troubles


def test_an_update_whose_answer_got_lost_is_simply_made_again(
    house: House, teams: FakeTeams
) -> None:
    house.show("answer 1", ANNA)
    house.deliver()
    teams.faults.plan("put", faults.dropped(kept=True))
    house.show("answer 2", ANNA)
    house.deliver(5, 10)
    assert house.said(house.anna) == ["answer 2"]
    assert house.states() == ["sent", "sent"]


def test_a_live_card_is_updated_in_place_and_changes_in_between_are_merged(
    house: House, teams: FakeTeams
) -> None:
    house.show("answer 1", ANNA)
    house.deliver()
    for number in range(2, 9):
        house.show(f"answer {number}", ANNA)
    house.deliver(2.5)
    assert house.said(house.anna) == ["answer 8"]
    assert len(teams.calls_of("put")) == 1


def test_a_question_is_answered_in_its_thread(house: House, teams: FakeTeams) -> None:
    house.post(SALES, "one")
    house.deliver()
    [first] = teams.said_in(house.sales)
    house.show("answer 1", Place.at("teams", f"{house.sales.id}/{first.id}"))
    house.deliver()
    house.answer = card("answer 2")
    house.do(lambda box: box.refresh(ANSWER))
    house.deliver(5)
    assert house.said(house.sales) == ["one", "answer 2"]
    assert {message.root for message in teams.said_in(house.sales)} == {first.id}


def test_a_home_is_posted_once_and_kept_up_to_date(house: House, teams: FakeTeams) -> None:
    home = Place.home(PersonId("anna"))
    house.show("answer 1", home)
    house.deliver()
    house.show("answer 2", home)
    house.deliver(2.5)
    assert house.said(house.anna) == ["answer 2"]
    assert house.states() == ["sent", "sent"]


def test_a_sheet_is_offered_as_a_file(house: House, teams: FakeTeams) -> None:
    sheet = Sheet(verbatim("leads"), "leads", (verbatim("a"),), ((verbatim("b"),),))
    house.do(lambda box: box.post(ANNA, sheet))
    house.deliver()
    [message] = teams.said_to(house.anna)
    assert message.consent is not None
    assert message.attachments[0]["name"] == "leads.csv"
    id = file_of(teams, house.anna, message.consent["acceptContext"])
    file = references_of(house.database).file(id, house.anna.object_id)
    assert file is not None
    assert b"b" in file.content


# shut out


def test_a_block_ends_with_the_administrator_and_nothing_more_is_sent_until_heard_of(
    house: House, teams: FakeTeams
) -> None:
    teams.block(house.anna)
    house.post(ANNA, "one", "two")
    house.deliver()
    assert house.troubles() == ["refused: MessageWritesBlocked", "refused: blocked, or uninstalled"]
    assert len(teams.calls_of("post")) == 2
    [told] = teams.said_to(house.ada)
    assert "They may have blocked or removed Leadloop" in told.summary
    teams.unblock(house.anna)
    house.meet(house.anna)
    house.post(ANNA, "three")
    house.deliver()
    assert house.said(house.anna) == ["three"]


def test_after_an_uninstallation_nothing_is_sent_and_the_administrator_knows(
    house: House, teams: FakeTeams
) -> None:
    references_of(house.database).blocked(house.anna.object_id)
    house.post(ANNA, "one")
    house.deliver()
    assert house.troubles() == ["refused: blocked, or uninstalled"]
    assert [call.target for call in teams.calls_of("post")] == [teams.personal(house.ada).id]


def test_an_uninstallation_we_did_not_hear_of_is_found_out(house: House, teams: FakeTeams) -> None:
    teams.personal(house.anna).installed = False
    house.post(ANNA, "one")
    house.deliver()
    assert house.troubles() == ["refused: BotNotInConversationRoster"]
    found = references_of(house.database).of(house.anna.object_id)
    assert found is not None
    assert found.blocked_at is not None


def test_a_channel_that_a_guest_joined_between_the_writing_and_the_sending_gets_nothing(
    house: House, teams: FakeTeams
) -> None:
    house.show("answer 1")
    house.deliver()
    house.show("answer 2")
    house.post(SALES, "three")
    house.sales.roster.append(teams.guest("Otto"))
    house.deliver(5)
    assert house.said(house.sales) == ["answer 1"]
    assert house.troubles() == ["refused: people of other companies can read there"] * 2
    assert len(teams.said_to(house.ada)) == 1


def test_a_service_url_that_was_tampered_with_gets_nothing_and_the_administrator_hears_of_it(
    house: House, teams: FakeTeams
) -> None:
    with house.engine.begin() as connection:
        connection.execute(
            update(conversations)
            .where(conversations.c.address == house.anna.object_id)
            .values(service_url="https://evil.example/")
        )
    house.post(ANNA, "one")
    house.deliver()
    assert house.troubles() == ["refused: service URL is not on the allowed hosts"]
    assert len(teams.said_to(house.ada)) == 1


# the secret


def test_a_revoked_secret_keeps_everything_and_all_leaves_when_it_is_taken_again(
    house: House, teams: FakeTeams
) -> None:
    house.post(ANNA, *[f"{number}" for number in range(3)])
    house.post(SALES, "four")
    house.show("answer 1", MARKETING)
    secret = teams.app_secret

    async def it_is_revoked(platform: TeamsPlatform) -> None:
        del platform
        teams.app_secret = "another"
        teams.issued.clear()
        house.post(ANNA, "five")

    async def days_pass(platform: TeamsPlatform) -> None:
        assert not platform.holds()
        house.clock.move(days=3)
        await platform.probe()

    async def it_is_taken_again(platform: TeamsPlatform) -> None:
        assert house.states().count("waiting") == 1
        teams.app_secret = secret
        await platform.probe()
        assert platform.holds()
        house.clock.move(minutes=2)

    house.deliver(it_is_revoked, days_pass, days_pass, it_is_taken_again)
    assert house.said(house.anna) == ["0", "1", "2", "five"]
    assert house.said(house.sales) == ["four"]
    assert house.said(house.marketing) == ["answer 1"]
    assert house.troubles() == []
