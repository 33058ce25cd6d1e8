"""Who a Slack user is: asked of Slack when they act, and never guessed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from structlog.testing import capture_logs

from bot.platforms.directory import Directory
from bot.platforms.memory import Memory
from bot.platforms.slack.directory import SlackUsers
from bot.platforms.slack.limits import Allowance, paces
from handlers.interaction import Interaction, Nothing, Reply
from handlers.lead import Lead
from handlers.people import Chosen, Language, Owner, OwnerId, Person, Place, Role, Side
from handlers.roster.model import Account, Outsider, Why
from storage.work import Database
from tests.bot.platforms.slack.sending import speaking
from tests.builders import MONDAY_MORNING, Clock, a_lead, a_rep
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.faults import (
    Fault,
    broken,
    dropped,
    empty,
    html,
    refused,
    slow,
    too_many,
)
from tests.fakes.slack.people import Member
from tests.handlers.roster.conftest import Office, open_office
from tests.population import settle

IN_VAIN = [
    broken(500),
    broken(503),
    dropped(),
    html(502),
    html(200),
    empty(),
    too_many(5),
    refused("internal_error"),
    refused("ratelimited"),
    refused("missing_scope", needed="users:read"),
    refused("invalid_auth"),
    refused("a_code_of_next_year"),
]
"""Whatever Slack answers that tells nothing of the person."""


@dataclass
class Desk:
    """The directory with everything round it."""

    slack: FakeSlack
    office: Office
    directory: Directory
    clock: Clock
    naps: list[float]
    rested: asyncio.Event

    async def actor(self, member: Member) -> Person | Outsider:
        return await self.directory.actor(member.id)

    async def person(self, member: Member) -> Person:
        found = await self.actor(member)
        assert isinstance(found, Person), found
        return found

    def asked(self, method: str = "users.info") -> int:
        return len(self.slack.calls_of(method))

    def accounts(self) -> list[str]:
        with self.office.database.look() as work:
            everybody = work.roster.everybody()
        return [account.address for one in everybody for account in one.accounts]


Story = Callable[[Desk], Awaitable[None]]
Tell = Callable[..., None]


@pytest.fixture
def tell(
    slack: FakeSlack,
    engine: Engine,
    database: Database,
    clock: Clock,
    new_id: Callable[[], str],
) -> Tell:
    """Run a story with a directory before the fake Slack."""
    office = open_office(engine, database, clock, new_id)

    @asynccontextmanager
    async def desk(allowance: Allowance | None) -> AsyncGenerator[Desk]:
        naps: list[float] = []
        rested = asyncio.Event()

        async def nap(seconds: float) -> None:
            naps.append(seconds)
            rested.set()
            slack_time.move(seconds)
            await asyncio.sleep(0)

        async with speaking(slack, clock=clock, allowance=allowance) as platform:
            users = SlackUsers(platform.calls, team=slack.team_id)
            directory = Directory(users, office.enrolment, now=clock, sleep=nap)
            yield Desk(slack, office, directory, clock, naps, rested)

    def run(story: Story, allowance: Allowance | None = None) -> None:
        async def whole() -> None:
            async with desk(allowance) as one:
                await story(one)

        asyncio.run(whole())

    return run


class SlackTime:
    """Seconds that pass only while somebody waits."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def move(self, seconds: float) -> None:
        self.seconds += seconds

    async def wait(self, seconds: float) -> None:
        self.move(seconds)
        await asyncio.sleep(0)


slack_time = SlackTime()


# Who may come in


def test_a_full_member_becomes_a_person_with_their_own_language_and_zone(
    tell: Tell, slack: FakeSlack
) -> None:
    anna = slack.member("Anna Nowak", tz="Asia/Shanghai", locale="pl-PL")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        assert (person.name, person.email) == ("Anna Nowak", "anna.nowak@example.com")
        assert (person.language, person.hours.zone) == (Language.POLISH, "Asia/Shanghai")
        assert desk.accounts() == [anna.id]

    tell(story)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda slack: slack.guest("Gustav Guest"), Why.GUEST),
        (lambda slack: slack.guest("Greta Guest", single_channel=True), Why.GUEST),
        (lambda slack: slack.stranger("Stan Stranger"), Why.STRANGER),
        (lambda slack: slack.bot_person("Robot"), Why.BOT),
        (lambda slack: slack.deleted("Dora Gone"), Why.DEACTIVATED),
        (lambda slack: slack.member("Ed", email="ed@elsewhere.example"), Why.FOREIGN_DOMAIN),
        (lambda slack: slack.member("Nora", email=""), Why.NO_EMAIL),
        (lambda slack: slack.people["USLACKBOT"], Why.BOT),
        (lambda slack: Member("U0NOBODY", "Nobody"), Why.STRANGER),
    ],
)
def test_everybody_else_stays_outside_and_leaves_no_trace(
    tell: Tell, slack: FakeSlack, make: Callable[[FakeSlack], Member], why: Why
) -> None:
    member = make(slack)

    async def story(desk: Desk) -> None:
        assert await desk.actor(member) == Outsider(why)
        assert await desk.actor(member) == Outsider(why)
        assert desk.asked() == 1
        assert desk.accounts() == []

    tell(story)


def test_without_the_scope_for_addresses_nobody_is_mistaken_for_somebody(
    tell: Tell, slack: FakeSlack
) -> None:
    slack.scopes.discard("users:read.email")
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        assert await desk.actor(anna) == Outsider(Why.NO_EMAIL)

    tell(story)


# How long a proof holds


def test_slack_is_asked_once_in_ten_minutes(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        for _ in range(9):
            await desk.person(anna)
            desk.clock.move(minutes=1)
        assert desk.asked() == 1
        desk.clock.move(minutes=1)
        await desk.person(anna)
        assert desk.asked() == 2

    tell(story)


def test_a_restart_asks_nothing_anew(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        await desk.person(anna)

    tell(story)
    tell(story)
    assert len(slack.calls_of("users.info")) == 1


def test_what_another_replica_wrote_is_seen_within_a_minute(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        desk.office.registry.appoint(person.email, Role.MANAGER, Side.SALES)
        desk.clock.move(minutes=1)
        assert (await desk.person(anna)).role is Role.MANAGER
        desk.office.enrolment.sign_out(Account("slack", anna.id))
        desk.clock.move(minutes=1)
        await desk.person(anna)
        assert desk.asked() == 2

    tell(story)


def test_a_new_language_is_spoken_from_the_press_on_by_which_it_was_chosen(
    tell: Tell, slack: FakeSlack
) -> None:
    anna = slack.member("Anna Nowak", locale="pl-PL")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)

        def save(asked: Interaction) -> Reply:
            with desk.office.database.open_work() as work:
                chosen = frozenset({Chosen.LANGUAGE})
                work.people.add(replace(person, language=Language.RUSSIAN, chosen=chosen))
                work.commit()
            return Nothing()

        route = desk.directory.renewing(save)
        place = Place.direct(person.id)
        await asyncio.to_thread(
            route, Interaction(name="settings.mine-saved", actor=person.id, place=place, id="1")
        )
        assert (await desk.person(anna)).language is Language.RUSSIAN
        desk.clock.move(minutes=11)
        assert (await desk.person(anna)).language is Language.RUSSIAN
        assert desk.asked() == 2

    tell(story)


def test_the_memory_is_bounded_and_forgets_whom_it_did_not_see_for_longest() -> None:
    memory, at = Memory(most=2), MONDAY_MORNING
    later = at + timedelta(minutes=1)
    for user in ("U1", "U2"):
        memory.keep(user, Outsider(Why.GUEST), later)
    assert memory.get("U1", at)
    memory.keep("U3", a_rep(), later)
    assert [memory.get(user, at) is not None for user in ("U1", "U2", "U3")] == [True, False, True]
    assert memory.get("U1", later) is None
    memory.drop_person(a_rep().id)
    assert memory.get("U3", at) is None


# Where Slack cannot be asked


@pytest.mark.parametrize("fault", IN_VAIN, ids=lambda fault: f"{fault.kind}-{fault.code}")
def test_somebody_known_goes_on_for_a_day_and_nobody_else_comes_in(
    tell: Tell, slack: FakeSlack, fault: Fault
) -> None:
    anna, new = slack.member("Anna Nowak"), slack.member("Nela Nowa")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        slack.faults.always("users.info", fault)
        desk.clock.move(hours=23)
        assert await desk.actor(anna) == person
        assert await desk.actor(new) == Outsider(Why.UNCHECKED)
        desk.clock.move(hours=1)
        assert await desk.actor(anna) == Outsider(Why.UNCHECKED)
        assert desk.accounts() == [anna.id]

    tell(story)


def test_once_slack_answers_again_everybody_comes_in(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        slack.faults.always("users.info", broken(503))
        for _ in range(5):
            assert await desk.actor(anna) == Outsider(Why.UNCHECKED)
        assert desk.asked() == 1
        slack.faults.clear()
        desk.clock.move(seconds=30)
        await desk.person(anna)

    tell(story)


@pytest.mark.slow
def test_nobody_waits_long_for_a_slow_slack(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        slack.faults.always("users.info", slow(3))
        desk.clock.move(minutes=20)
        async with asyncio.timeout(4):
            assert await desk.actor(anna) == person
            assert await desk.actor(anna) == person

    tell(story)


def test_no_log_names_anybody(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Canary Nowak", email="canary@example.com")

    async def story(desk: Desk) -> None:
        for fault in (one for one in IN_VAIN if one.code != "invalid_auth"):
            slack.faults.plan("users.info", fault)
            await desk.actor(anna)
            await desk.directory.match_owners()
            desk.clock.move(minutes=1)
        slack.faults.clear()
        await desk.person(anna)
        slack.faults.always("users.info", dropped())
        await desk.directory.forget(anna.id)

    with capture_logs() as lines:
        tell(story)
    assert lines
    assert "anary" not in str(lines)


# What Slack tells by itself


@pytest.mark.parametrize(
    "change", [{"deleted": True}, {"is_restricted": True}, {"email": "anna@elsewhere.example"}]
)
def test_who_leaves_loses_the_account_at_once(
    tell: Tell, slack: FakeSlack, engine: Engine, change: dict[str, Any]
) -> None:
    anna = slack.member("Anna Nowak", email="anna@example.com")
    owner = Owner(id=OwnerId(1), name="Anna Nowak", email="anna@example.com")
    settle(engine, owning=(owner,), having=[a_lead(1, owner=OwnerId(1))])

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        assert desk.office.unmatched() == []
        slack.change(anna, **change)
        await desk.directory.forget(anna.id)
        assert desk.accounts() == []
        assert desk.office.unmatched() == [1]
        assert desk.office.owner(1).person == person.id
        assert isinstance(await desk.actor(anna), Outsider)

    slack.subscribed.clear()
    tell(story)


def test_a_change_of_profile_is_taken_over_at_once(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak", locale="pl-PL")

    async def story(desk: Desk) -> None:
        await desk.person(anna)
        slack.change(anna, locale="ru-RU", name="Anna Kowalska")
        await desk.directory.forget(anna.id)
        person = await desk.person(anna)
        assert (person.language, person.name) == (Language.RUSSIAN, "Anna Kowalska")
        assert desk.asked() == 2

    slack.subscribed.clear()
    tell(story)


def test_who_is_in_doubt_has_no_grace_and_is_looked_at_first(tell: Tell, slack: FakeSlack) -> None:
    anna, ola = slack.member("Anna Nowak"), slack.member("Ola Stara")

    async def story(desk: Desk) -> None:
        await desk.person(anna)
        await desk.person(ola)
        slack.change(anna, deleted=True)
        slack.faults.always("users.info", dropped())
        await desk.directory.forget(anna.id)
        assert await desk.actor(anna) == Outsider(Why.UNCHECKED)
        assert isinstance(await desk.actor(ola), Person)
        slack.faults.clear()
        assert await desk.directory.prove_accounts() == 1
        assert desk.accounts() == [ola.id]

    slack.subscribed.clear()
    tell(story)


def test_changes_of_people_we_do_not_know_cost_no_call(tell: Tell, slack: FakeSlack) -> None:
    anna = slack.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        await desk.directory.forget(anna.id)
        assert desk.asked() == 0

    tell(story)


# In the background


def owners(count: int) -> tuple[tuple[Owner, ...], list[Lead]]:
    numbers = range(1, count + 1)
    owning = tuple(
        Owner(id=OwnerId(n), name=f"Owner {n}", email=f"owner{n}@example.com") for n in numbers
    )
    return owning, [a_lead(n, owner=OwnerId(n)) for n in numbers]


def test_owners_are_found_by_their_address_and_told_apart_from_guests(
    tell: Tell, slack: FakeSlack, engine: Engine
) -> None:
    owning, leads = owners(4)
    settle(engine, owning=owning, having=leads)
    first = slack.member("First Owner", email="Owner1@example.com", locale="zh-CN")
    slack.guest("Second Owner", email="owner2@example.com")
    slack.deleted("Third Owner", email="owner3@example.com")
    boss = slack.member("Boss", email="boss@example.com")

    async def story(desk: Desk) -> None:
        assert await desk.directory.match_owners() == 2
        assert set(desk.accounts()) == {first.id, boss.id}
        assert desk.office.unmatched() == [2, 3, 4]
        asked = desk.asked("users.lookupByEmail")
        assert await desk.directory.match_owners() == 0
        assert desk.asked("users.lookupByEmail") == asked == 6
        infos = desk.asked()
        assert (await desk.person(first)).language is Language.CHINESE
        assert desk.asked() == infos
        desk.clock.move(days=1)
        slack.member("Fourth Owner", email="owner4@example.com")
        assert await desk.directory.match_owners() == 1

    tell(story)


def test_a_look_up_in_vain_is_made_up_for_in_the_next_round(
    tell: Tell, slack: FakeSlack, engine: Engine
) -> None:
    owning, leads = owners(2)
    settle(engine, owning=owning, having=leads)
    for number in (1, 2):
        slack.member(f"Owner {number}", email=f"owner{number}@example.com")

    async def story(desk: Desk) -> None:
        for fault in (broken(500), too_many(3600), refused("missing_scope")):
            slack.faults.plan("users.lookupByEmail", fault)
            assert await desk.directory.match_owners() == 0
        slack.faults.plan("users.lookupByEmail", too_many(7))
        assert await desk.directory.match_owners() == 2
        assert desk.naps == [7.0]

    tell(story)


def test_many_look_ups_keep_to_slacks_pace(tell: Tell, slack: FakeSlack, engine: Engine) -> None:
    owning, leads = owners(80)
    settle(engine, owning=owning, having=leads)
    for number in range(1, 81, 2):
        slack.member(f"Owner {number}", email=f"owner{number}@example.com")
    slack.limits.on = True
    slack.limits.clock = slack_time
    allowance = Allowance(paces(), clock=slack_time, sleep=slack_time.wait)

    async def story(desk: Desk) -> None:
        assert await desk.directory.match_owners() == 40
        assert slack.limits.refusals == []
        assert desk.asked("users.lookupByEmail") == 82

    tell(story, allowance)


def test_an_account_whose_end_nobody_told_us_is_found_within_a_day(
    tell: Tell, slack: FakeSlack
) -> None:
    anna, ola = slack.member("Anna Nowak"), slack.member("Ola Stara")

    async def story(desk: Desk) -> None:
        await desk.person(anna)
        await desk.person(ola)
        slack.change(anna, deleted=True)
        assert await desk.directory.prove_accounts() == 0
        desk.clock.move(days=1, minutes=1)
        assert await desk.directory.prove_accounts() == 2
        assert desk.accounts() == [ola.id]

    slack.subscribed.clear()
    tell(story)


def test_the_rounds_go_on_after_a_failure_and_end_when_they_are_told_to(
    tell: Tell, slack: FakeSlack
) -> None:
    boss = slack.member("Boss", email="boss@example.com")

    async def story(desk: Desk) -> None:
        slack.faults.plan("users.lookupByEmail", dropped())
        stop = asyncio.Event()
        running = asyncio.create_task(desk.directory.run(stop))
        async with asyncio.timeout(10):
            while not desk.accounts():
                desk.rested.clear()
                await desk.rested.wait()
        stop.set()
        async with asyncio.timeout(5):
            await running
        assert desk.accounts() == [boss.id]

    tell(story)


# Nobody without domains


def test_without_domains_nobody_comes_in_and_the_log_names_the_setting(
    slack: FakeSlack,
    engine: Engine,
    database: Database,
    clock: Clock,
    new_id: Callable[[], str],
) -> None:
    anna = slack.member("Anna Nowak")
    office = open_office(engine, database, clock, new_id, domains=())

    async def story() -> None:
        async with speaking(slack, clock=clock) as platform:
            users = SlackUsers(platform.calls, team=slack.team_id)
            directory = Directory(users, office.enrolment, now=clock)
            assert await directory.actor(anna.id) == Outsider(Why.NO_DOMAINS)
            assert await directory.match_owners() == 0

    with capture_logs() as lines:
        asyncio.run(story())
    assert [line["missing"] for line in lines if "missing" in line] == ["LEADLOOP_DOMAINS"]
