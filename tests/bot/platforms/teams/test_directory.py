"""Who acts in Teams: asked of the room's roster when they act, and never guessed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Engine
from structlog.testing import capture_logs

from bot.platforms.directory import Directory
from bot.platforms.teams.calls import Connector, new_client
from bot.platforms.teams.directory import Reception
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.limits import Allowance
from bot.platforms.teams.members import Members, Met
from bot.platforms.teams.profile import Room, Sender, Tenant, sender_of
from bot.platforms.teams.users import GraphUsers
from handlers.lead import Lead
from handlers.people import Chosen, Language, Owner, OwnerId, Person, Role
from handlers.roster.model import Outsider, Why
from storage.work import Database
from tests.bot.platforms.teams import sending
from tests.builders import Clock, a_lead
from tests.fakes.teams import payloads
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.faults import Fault, broken, dropped, empty, html, refused, slow, too_many
from tests.fakes.teams.people import Person as Somebody
from tests.fakes.teams.places import Conversation
from tests.handlers.roster.conftest import Office, open_office
from tests.population import settle

IN_VAIN = [
    broken(500),
    broken(503),
    dropped(),
    html(502),
    too_many(5),
    refused(401, "Unauthorized"),
    refused(409, "Conflict"),
]
"""Whatever the Connector answers that tells nothing of the person."""


@dataclass
class Desk:
    """The directory with everything round it."""

    teams: FakeTeams
    office: Office
    directory: Directory
    reception: Reception
    clock: Clock
    naps: list[float]

    async def actor(self, person: Somebody, place: Conversation | None = None) -> Person | Outsider:
        room = place or self.teams.personal(person)
        room.installed = True
        activity = payloads.activity(self.teams, "message", person, room)
        return await self.reception.actor(sender_of(activity))

    async def person(self, person: Somebody, place: Conversation | None = None) -> Person:
        found = await self.actor(person, place)
        assert isinstance(found, Person), found
        return found

    def asked(self, operation: str = "member") -> int:
        return len(self.teams.calls_of(operation))

    def accounts(self) -> set[str]:
        with self.office.database.look() as work:
            everybody = work.roster.everybody()
        return {account.address for one in everybody for account in one.accounts}

    def met(self, *whom: Somebody | Conversation) -> None:
        sending.met(self.teams, self.office.database, *whom)


Story = Callable[[Desk], Awaitable[None]]
Tell = Callable[..., None]


@pytest.fixture
def tell(
    teams: FakeTeams,
    engine: Engine,
    database: Database,
    clock: Clock,
    new_id: Callable[[], str],
) -> Tell:
    """Run a story with a directory before the fake Teams."""
    office = open_office(engine, database, clock, new_id)

    @asynccontextmanager
    async def desk(*, by_graph: bool, allowance: Allowance | None) -> AsyncGenerator[Desk]:
        naps: list[float] = []
        tokens = sending.tokens_of(teams)

        async def nap(seconds: float) -> None:
            naps.append(seconds)
            await teams_time.wait(seconds)

        async with new_client() as client:
            hosts = Hosts([sending.host(teams)])
            connector = Connector(
                client, tokens, hosts=hosts, allowance=allowance or sending.unpaced()
            )
            members = Members(
                connector,
                sending.references_of(database),
                tenant=Tenant(id=teams.tenant_id, domains=("example.com",)),
                now=clock,
                users=GraphUsers(client, tokens, url=teams.graph_url) if by_graph else None,
            )
            directory = Directory(members, office.enrolment, now=clock, sleep=nap)
            reception = Reception(members, directory)
            yield Desk(teams, office, directory, reception, clock, naps)

    def run(story: Story, *, by_graph: bool = False, allowance: Allowance | None = None) -> None:
        async def whole() -> None:
            async with desk(by_graph=by_graph, allowance=allowance) as one:
                await story(one)

        asyncio.run(whole())

    return run


class TeamsTime:
    """Seconds that pass only while somebody waits."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    async def wait(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)


teams_time = TeamsTime()


# Who may come in


def test_a_member_becomes_a_person_with_the_language_and_zone_of_their_device(
    tell: Tell, teams: FakeTeams
) -> None:
    anna = teams.member("Anna Nowak", timezone="Asia/Shanghai", locale="pl-PL")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        assert (person.name, person.email) == ("Anna Nowak", "anna.nowak@example.com")
        assert (person.language, person.hours.zone) == (Language.POLISH, "Asia/Shanghai")
        assert desk.accounts() == {anna.object_id}

    tell(story)


def test_somebody_may_be_known_by_their_user_name_alone(tell: Tell, teams: FakeTeams) -> None:
    anna = teams.member("Anna Nowak", email="", upn="ANowak@example.com")
    ola = teams.member("Ola Stara", email="ola@example.com", upn="ola@example.onmicrosoft.com")

    async def story(desk: Desk) -> None:
        assert (await desk.person(anna)).email == "anowak@example.com"
        assert (await desk.person(ola)).email == "ola@example.com"

    tell(story)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda teams: teams.guest("Gustav Guest"), Why.GUEST),
        (lambda teams: teams.guest("Greta Guest", email="greta@example.com"), Why.GUEST),
        (lambda teams: teams.federated("Stan Stranger"), Why.STRANGER),
        (lambda teams: teams.federated("Sly", email="sly@example.com"), Why.STRANGER),
        (lambda teams: teams.deleted("Dora Gone"), Why.STRANGER),
        (
            lambda teams: teams.member("Ed", email="ed@x.example", upn="ed@y.example"),
            Why.FOREIGN_DOMAIN,
        ),
        (lambda teams: teams.member("Nora", email="", upn=""), Why.NO_EMAIL),
    ],
)
def test_everybody_else_stays_outside_and_leaves_no_trace(
    tell: Tell, teams: FakeTeams, make: Callable[[FakeTeams], Somebody], why: Why
) -> None:
    somebody = make(teams)

    async def story(desk: Desk) -> None:
        assert await desk.actor(somebody) == Outsider(why)
        asked = desk.asked()
        assert await desk.actor(somebody) == Outsider(why)
        assert desk.asked() == asked
        assert desk.accounts() == set()

    tell(story)


def test_somebody_without_an_account_is_not_even_asked_for(tell: Tell, teams: FakeTeams) -> None:
    nobody = teams.anonymous()

    async def story(desk: Desk) -> None:
        assert await desk.actor(nobody) == Outsider(Why.GUEST)
        assert desk.asked() == 0

    tell(story)


def test_an_id_that_belongs_to_somebody_else_in_the_room_opens_no_door(
    tell: Tell, teams: FakeTeams
) -> None:
    anna, eve = teams.member("Anna Nowak"), teams.guest("Eve Guest")
    group = teams.group(anna, eve)

    async def story(desk: Desk) -> None:
        claimed = sender_of(payloads.activity(teams, "message", anna, group))
        forged = replace(claimed, object_id=eve.object_id)
        assert isinstance(await desk.reception.actor(forged), Outsider)

    tell(story)


# How long a proof holds


def test_the_roster_is_asked_once_in_ten_minutes(tell: Tell, teams: FakeTeams) -> None:
    anna = teams.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        for _ in range(9):
            await desk.person(anna)
            desk.clock.move(minutes=1)
        assert desk.asked() == 1
        desk.clock.move(minutes=1)
        await desk.person(anna)
        assert desk.asked() == 2

    tell(story)


def test_a_new_language_or_zone_of_the_device_counts_at_once_unless_they_chose(
    tell: Tell, teams: FakeTeams
) -> None:
    anna = teams.member("Anna Nowak", locale="en-GB", timezone="Europe/London")

    async def story(desk: Desk) -> None:
        assert (await desk.person(anna)).language is Language.ENGLISH
        anna.locale, anna.timezone = "ru-RU", "Europe/Warsaw"
        person = await desk.person(anna)
        assert (person.language, person.hours.zone) == (Language.RUSSIAN, "Europe/Warsaw")
        assert desk.asked() == 2
        with desk.office.database.open_work() as work:
            chosen = frozenset({Chosen.LANGUAGE, Chosen.ZONE})
            work.people.add(replace(person, language=Language.CHINESE, chosen=chosen))
            work.commit()
        desk.clock.move(minutes=1)
        assert (await desk.person(anna)).language is Language.CHINESE
        assert desk.asked() == 2

    tell(story)


def test_a_language_that_we_do_not_speak_costs_no_second_look(tell: Tell, teams: FakeTeams) -> None:
    anna = teams.member("Anna Nowak", locale="fi-FI", timezone="Nowhere/Land")
    anna.timezone = "UTC"

    async def story(desk: Desk) -> None:
        for _ in range(3):
            assert (await desk.person(anna)).language is Language.POLISH
        assert desk.asked() == 1

    tell(story)


# Where Teams cannot be asked


@pytest.mark.parametrize("fault", IN_VAIN, ids=lambda fault: f"{fault.kind}-{fault.status}")
def test_somebody_known_goes_on_for_a_day_and_nobody_else_comes_in(
    tell: Tell, teams: FakeTeams, fault: Fault
) -> None:
    anna, new = teams.member("Anna Nowak"), teams.member("Nela Nowa")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        teams.faults.always("member", fault)
        desk.clock.move(hours=23)
        assert await desk.actor(anna) == person
        assert await desk.actor(new) == Outsider(Why.UNCHECKED)
        desk.clock.move(hours=1)
        assert await desk.actor(anna) == Outsider(Why.UNCHECKED)
        assert desk.accounts() == {anna.object_id}

    tell(story)


@pytest.mark.parametrize("fault", [empty(), html(200)], ids=["empty", "html"])
def test_an_answer_that_is_none_lets_nobody_in(tell: Tell, teams: FakeTeams, fault: Fault) -> None:
    new = teams.member("Nela Nowa")

    async def story(desk: Desk) -> None:
        teams.faults.always("member", fault)
        assert isinstance(await desk.actor(new), Outsider)
        assert desk.accounts() == set()

    tell(story)


@pytest.mark.slow
def test_nobody_waits_long_for_a_slow_roster(tell: Tell, teams: FakeTeams) -> None:
    anna = teams.member("Anna Nowak")

    async def story(desk: Desk) -> None:
        person = await desk.person(anna)
        teams.faults.always("member", slow(3))
        desk.clock.move(minutes=20)
        async with asyncio.timeout(4):
            assert await desk.actor(anna) == person
            assert await desk.actor(anna) == person

    tell(story)


def test_no_log_names_anybody(tell: Tell, teams: FakeTeams) -> None:
    anna = teams.member("Canary Nowak", email="canary@example.com")
    channel = teams.channel("sales", members=[anna])

    async def story(desk: Desk) -> None:
        desk.met(channel)
        for fault in (one for one in IN_VAIN if one.status != 401):
            for operation in ("member", "members", "users"):
                teams.faults.plan(operation, fault)
            await desk.actor(anna)
            await desk.directory.match_owners()
            teams.faults.clear()
            desk.clock.move(minutes=11)
        await desk.person(anna)
        teams.graph_roles.clear()
        await desk.directory.match_owners()

    with capture_logs() as lines:
        tell(story, by_graph=True)
    assert lines
    assert "anary" not in str(lines)


# Who left


def test_who_left_loses_the_account_within_a_day(tell: Tell, teams: FakeTeams) -> None:
    anna, ola = teams.member("Anna Nowak"), teams.member("Ola Stara")

    async def story(desk: Desk) -> None:
        desk.met(anna, ola)
        await desk.person(anna)
        await desk.person(ola)
        anna.deleted = True
        assert await desk.directory.prove_accounts() == 0
        desk.clock.move(days=1, minutes=1)
        assert await desk.directory.prove_accounts() == 2
        assert desk.accounts() == {ola.object_id}

    tell(story)


def test_who_took_the_app_away_is_still_found_in_a_team(tell: Tell, teams: FakeTeams) -> None:
    anna = teams.member("Anna Nowak")
    sales = teams.channel("sales", members=[anna])

    async def story(desk: Desk) -> None:
        desk.met(anna, sales)
        await desk.person(anna)
        teams.personal(anna).installed = False
        await desk.reception.forget(anna.object_id)
        assert desk.accounts() == {anna.object_id}
        assert sales.team is not None
        sales.team.members.remove(anna)
        await desk.reception.forget(anna.object_id.upper())
        assert desk.accounts() == set()

    tell(story)


def test_where_there_is_no_room_to_ask_in_nobody_is_signed_out(
    tell: Tell, teams: FakeTeams
) -> None:
    anna = teams.member("Anna Nowak")

    async def first(desk: Desk) -> None:
        await desk.person(anna)

    async def after_a_restart(desk: Desk) -> None:
        desk.clock.move(days=2)
        assert await desk.directory.prove_accounts() == 0
        assert desk.accounts() == {anna.object_id}

    tell(first)
    tell(after_a_restart)


# Picked in a form


def test_whoever_is_picked_is_looked_up_like_anybody_else(tell: Tell, teams: FakeTeams) -> None:
    anna, greta = teams.member("Anna Nowak"), teams.guest("Greta Guest")
    sales = teams.channel("sales", members=[anna, greta])

    async def story(desk: Desk) -> None:
        desk.met(sales)
        picked = await desk.reception.picked(anna.object_id.upper())
        assert isinstance(picked, Person)
        assert picked.email == anna.email
        assert await desk.reception.picked(greta.object_id) == Outsider(Why.GUEST)

    tell(story)


# In the background


def owners(count: int) -> tuple[tuple[Owner, ...], list[Lead]]:
    numbers = range(1, count + 1)
    owning = tuple(
        Owner(id=OwnerId(n), name=f"Owner {n}", email=f"owner{n}@example.com") for n in numbers
    )
    return owning, [a_lead(n, owner=OwnerId(n)) for n in numbers]


def test_owners_are_found_in_the_teams_and_told_apart_from_guests(
    tell: Tell, teams: FakeTeams, engine: Engine
) -> None:
    owning, leads = owners(5)
    settle(engine, owning=owning, having=leads)
    first = teams.member("First Owner", email="Owner1@example.com")
    second = teams.member("Second Owner", email="", upn="owner2@example.com")
    guest = teams.guest("Third Owner", email="owner3@example.com")
    thief = teams.federated("Fourth Owner", email="owner4@example.com")
    fourth = teams.member("Fourth Owner", email="owner4@example.com")
    boss = teams.member("Boss", email="boss@example.com")
    sales = teams.channel("sales", members=[first, second, guest, thief, fourth, boss])

    async def story(desk: Desk) -> None:
        desk.met(sales)
        assert await desk.directory.match_owners() == 4
        found = {first.object_id, second.object_id, fourth.object_id, boss.object_id}
        assert desk.accounts() == found
        assert desk.office.unmatched() == [3, 5]
        assert desk.asked("members") == 1
        assert await desk.directory.match_owners() == 0
        assert desk.asked("members") == 1
        assert (await desk.person(boss)).role is Role.ADMINISTRATOR
        fifth = teams.member("Fifth Owner", email="owner5@example.com")
        assert sales.team is not None
        sales.team.members.append(fifth)
        desk.clock.move(days=1)
        assert await desk.directory.match_owners() == 1

    tell(story)


def test_an_owner_in_no_team_is_found_by_graph_where_that_is_allowed(
    tell: Tell, teams: FakeTeams, engine: Engine
) -> None:
    owning, leads = owners(2)
    settle(engine, owning=owning, having=leads)
    first = teams.member("First Owner", email="owner1@example.com")
    teams.guest("Second Owner", email="owner2@example.com")

    async def alone(desk: Desk) -> None:
        assert await desk.directory.match_owners() == 0
        desk.clock.move(days=1)

    async def with_graph(desk: Desk) -> None:
        assert await desk.directory.match_owners() == 1
        assert desk.accounts() == {first.object_id}
        assert desk.office.unmatched() == [2]
        desk.clock.move(days=2)
        first.deleted = True
        assert await desk.directory.prove_accounts() == 1
        assert desk.accounts() == set()

    tell(alone)
    tell(with_graph, by_graph=True)


def test_without_the_right_to_read_users_the_teams_still_do(
    tell: Tell, teams: FakeTeams, engine: Engine
) -> None:
    owning, leads = owners(3)
    settle(engine, owning=owning, having=leads)
    third = teams.member("Third Owner", email="owner3@example.com")
    sales = teams.channel("sales", members=[third])
    teams.graph_roles.clear()

    async def story(desk: Desk) -> None:
        desk.met(sales)
        assert await desk.directory.match_owners() == 1
        assert desk.accounts() == {third.object_id}

    tell(story, by_graph=True)


def test_a_look_up_in_vain_is_made_up_for_in_the_next_round(
    tell: Tell, teams: FakeTeams, engine: Engine
) -> None:
    owning, leads = owners(2)
    settle(engine, owning=owning, having=leads)
    people = [teams.member(f"Owner {n}", email=f"owner{n}@example.com") for n in (1, 2)]
    sales = teams.channel("sales", members=people)

    async def story(desk: Desk) -> None:
        desk.met(sales)
        for fault in (broken(500), too_many(3600), dropped()):
            teams.faults.plan("members", fault)
            assert await desk.directory.match_owners() == 0
        teams.faults.plan("members", too_many(7))
        assert await desk.directory.match_owners() == 2
        assert desk.naps == [7.0]

    tell(story)


def test_a_team_that_we_are_in_no_more_hides_no_other(
    tell: Tell, teams: FakeTeams, engine: Engine
) -> None:
    owning, leads = owners(1)
    settle(engine, owning=owning, having=leads)
    first = teams.member("First Owner", email="owner1@example.com")
    sales, left = teams.channel("sales", members=[first]), teams.channel("left")

    async def story(desk: Desk) -> None:
        desk.met(sales, left)
        assert left.team is not None
        left.team.installed = False
        assert await desk.directory.match_owners() == 1

    tell(story)


def test_many_owners_are_proven_within_teams_limits(
    tell: Tell, teams: FakeTeams, engine: Engine
) -> None:
    owning, leads = owners(60)
    settle(engine, owning=owning, having=leads)
    people = [teams.member(f"Owner {n}", email=f"owner{n}@example.com") for n in range(1, 61)]
    sales = teams.channel("sales", members=people)
    teams.limits.on = True
    teams.limits.clock = teams_time

    async def story(desk: Desk) -> None:
        desk.met(sales)
        assert await desk.directory.match_owners() == 60
        assert teams.limits.refusals == []

    tell(story, allowance=Allowance(clock=teams_time, sleep=teams_time.wait))


def test_where_people_were_met_is_remembered_for_a_bounded_number() -> None:
    met = Met(most=2)
    for id in ("a", "b", "a", "c"):
        met.keep(Sender(object_id=id, member=id, room=Room("r", "s")))
    assert [met.get(id) is not None for id in ("a", "b", "c")] == [True, False, True]
