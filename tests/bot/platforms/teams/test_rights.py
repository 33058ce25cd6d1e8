"""Every action, by everybody, through Teams's door: with ids of their own, of others, stale, forged."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from structlog.testing import capture_logs

from bot.app import build
from bot.i18n import Voice
from bot.platforms.teams.seals import LIVES, SEALED, Seals
from bot.platforms.teams.wire import Press, spell_press
from handlers.commands import BRINGING
from handlers.interaction import Interaction, Reply
from handlers.message import Card
from handlers.people import Person
from handlers.phrase import say, verbatim
from handlers.roster.model import Company, Outsider, Why
from handlers.router import Router
from storage.schema import once_keys
from storage.work import Database
from tests.bot.platforms.teams.house import House, opened, until
from tests.bot.platforms.teams.sealing import KEY, real_now, seal_of
from tests.fakes.teams.door import Reply as Answered
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person as Member
from tests.fakes.teams.places import Conversation, Message
from tests.fakes.teams.screen import texts
from tests.handlers.home import test_rights as of_home
from tests.handlers.home.conftest import house as home
from tests.handlers.questions import test_rights as of_questions
from tests.handlers.questions.conftest import company
from tests.handlers.questions.conftest import company as company_of_questions
from tests.handlers.roster import test_rights as of_roster
from tests.handlers.roster.conftest import office
from tests.handlers.teamwork import test_rights as of_teamwork
from tests.handlers.teamwork.conftest import teams
from tests.handlers.upkeep import test_rights as of_upkeep
from tests.handlers.upkeep.conftest import house, upkeep

__all__ = ["company", "company_of_questions", "home", "house", "office", "teams", "upkeep"]

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""The actions themselves are tried on both databases beside their features."""

TABLES: Mapping[str, ModuleType] = {
    "company": of_questions,
    "home": of_home,
    "office": of_roster,
    "teams": of_teamwork,
    "upkeep": of_upkeep,
}
"""Each feature's own table of who may do what, by the fixture in which its actions live."""

REFUSALS = {
    *of_questions.REFUSALS,
    *of_home.REFUSALS,
    *of_teamwork.REFUSALS,
    *of_upkeep.REFUSALS,
    "people-only-administrators",
}
"""What somebody is told who may not."""


def tried(table: ModuleType, route: str) -> Sequence[Person]:
    """Choose who knocks: where there are many actions one who may and one who may not, else everybody."""
    if table not in {of_teamwork, of_upkeep}:
        return tuple(table.EVERYBODY)
    may = table.MAY[route]
    return (may[0], *[person for person in table.EVERYBODY if person not in may][:1])


CARD = Card(verbatim("A card"), ())

SOMEBODY = [
    pytest.param(fixture, route, person, id=f"{route}-{person.id}")
    for fixture, table in TABLES.items()
    for route in table.MAY
    for person in tried(table, route)
]
ACTIONS = [
    pytest.param(fixture, route, id=route)
    for fixture, table in TABLES.items()
    for route in table.MAY
]


@dataclass
class Corridor:
    """A door that stays open, and the features of one test behind it."""

    house: House
    router: Router = field(default_factory=lambda: Router({}))
    deeds: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def stands_before(self, feature: Any) -> Any:
        """Lead to these features; a feature's own helper knows its database."""
        self.router = getattr(feature, "company", feature).router
        self.house.directory.people.clear()
        return feature

    def enter(self, person: Person | Outsider) -> Member:
        name = person.name if isinstance(person, Person) else "Somebody Else"
        return self.house.somebody(person, name)

    def press(self, member: Member, route: str, given: Mapping[str, str]) -> Answered:
        channel = self.house.teams.channel("marketing", members=[member])
        message = self.house.post(channel, CARD)
        return self.press_with(member, message, seal_of(self.seals, channel)(says(route, given)))

    def press_with(self, member: Member, message: Message, data: Mapping[str, Any]) -> Answered:
        """Press what stands in a message, whatever it carries."""
        reply = self.house.teams.press_forged(member, message, "pressed", dict(data))
        self.answers.append(reply.body)
        return reply

    @property
    def seals(self) -> Seals:
        return self.house.parts.seals

    def told(self, member: Member) -> str:
        """Give what this person alone was told, beside the card or in their chat."""
        self.house.rest()
        sent = [line for one in self.house.teams.said_to(member) for line in texts(one.card)]
        return "\n".join([str(json.loads(self.answers[-1]).get("value")), *sent])

    def refuses(self, member: Member, person: Person) -> bool:
        told = self.told(member)
        return any(sentence in told for sentence in refusals(person))


def says(route: str, given: Mapping[str, str]) -> dict[str, object]:
    """Spell what a button of this action carries."""
    return spell_press(Press(does=route, values=given, n=1))


@pytest.fixture(scope="module")
def corridor() -> Iterator[Corridor]:
    """One door for all: only what lies behind it changes."""
    behind: list[Corridor] = []

    def route(asked: Interaction) -> Reply:
        behind[0].deeds.append(asked.name)
        return behind[0].router.route(asked)

    with FakeTeams() as teams, opened(teams, route=route) as house:
        behind.append(Corridor(house))
        yield behind[0]


def honest(fixture: str, feature: Any, route: str) -> dict[str, str]:
    """Give what an honest button of this action carries."""
    match fixture:
        case "company":
            return of_questions.ids(feature, route)
        case "home":
            return of_home.honest(feature)
        case "teams":
            return of_teamwork.honest(feature, route)
        case "upkeep":
            return of_upkeep.honest(feature, route)
        case _:
            return dict(of_roster.HONEST)


def refusals(person: Person) -> set[str]:
    voice = Voice(person.language, person.hours.zone)
    return {voice.speak(say(key)) for key in REFUSALS}


def test_every_action_has_a_row_in_a_table(database: Database) -> None:
    routes = build(database, at=database.now, company=Company()).routes
    rows = {route for table in TABLES.values() for route in table.MAY}
    assert routes.keys() - rows == set()


@pytest.mark.parametrize(("fixture", "route", "person"), SOMEBODY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    corridor: Corridor,
    engine: Engine,
    request: pytest.FixtureRequest,
    fixture: str,
    route: str,
    person: Person,
) -> None:
    feature = corridor.stands_before(request.getfixturevalue(fixture))
    member = corridor.enter(person)
    given = honest(fixture, feature, route)
    with capture_logs() as logged:
        assert corridor.press(member, route, given).in_time
        may = person in TABLES[fixture].MAY[route]
        until(lambda: may or corridor.refuses(member, person))
        assert corridor.refuses(member, person) is not may
    assert "teams-deed-failed" not in str(logged)


@pytest.mark.parametrize(("fixture", "route"), ACTIONS)
def test_a_second_press_on_what_has_changed_meanwhile_does_no_harm(
    corridor: Corridor, engine: Engine, request: pytest.FixtureRequest, fixture: str, route: str
) -> None:
    feature = corridor.stands_before(request.getfixturevalue(fixture))
    member = corridor.enter(TABLES[fixture].MAY[route][0])
    given = honest(fixture, feature, route)
    with capture_logs() as logged:
        for _ in range(2):
            assert corridor.press(member, route, given).in_time
    assert "teams-deed-failed" not in str(logged)


@pytest.mark.parametrize(("fixture", "route"), ACTIONS)
def test_forged_ids_are_answered_kindly(
    corridor: Corridor, engine: Engine, request: pytest.FixtureRequest, fixture: str, route: str
) -> None:
    feature = corridor.stands_before(request.getfixturevalue(fixture))
    member = corridor.enter(TABLES[fixture].MAY[route][0])
    names = honest(fixture, feature, route)
    with capture_logs() as logged:
        for forged in ("", "forged", "id-1'; DROP TABLE asks; --", "\0", "\ud800"):
            assert corridor.press(member, route, dict.fromkeys(names, forged)).in_time
    assert "teams-deed-failed" not in str(logged)


@pytest.mark.parametrize(("fixture", "route"), ACTIONS)
def test_an_outsider_reaches_no_action_at_all(
    corridor: Corridor, engine: Engine, request: pytest.FixtureRequest, fixture: str, route: str
) -> None:
    feature = corridor.stands_before(request.getfixturevalue(fixture))
    given = honest(fixture, feature, route)
    before = len(corridor.deeds)
    guest = corridor.enter(Outsider(Why.GUEST))
    assert corridor.press(guest, route, given).in_time
    until(lambda: corridor.told(guest))
    assert len(corridor.deeds) == before


# What buttons carry


def unfit(corridor: Corridor, room: Conversation, says: Mapping[str, object]) -> Iterator[Any]:
    """Give what a button of this room must not carry: of another, altered, too old, or in the clear."""
    teams, other = corridor.house.teams, corridor.enter(Outsider(Why.GUEST))
    elsewhere = teams.channel("sales", members=room.members)
    good = seal_of(corridor.seals, room)(says)
    token = str(good[SEALED])
    middle, tenant = len(token) // 2, teams.tenant_id
    changed = "B" if token[middle] == "A" else "A"
    yield seal_of(corridor.seals, elsewhere)(says)
    yield seal_of(corridor.seals, room, other)(says)
    yield seal_of(corridor.seals, teams.personal(other))(says)
    yield seal_of(corridor.seals, teams.personal(room.members[0]))(says)
    yield Seals(KEY, tenant="another", now=real_now).at(room.id)(says)
    yield Seals(bytes(32), tenant=tenant, now=real_now).at(room.id)(says)
    yield Seals(KEY, tenant=tenant, now=lambda: real_now() - LIVES).at(room.id)(says)
    yield {SEALED: f"{token[:middle]}{changed}{token[middle + 1 :]}"}
    yield {SEALED: token[:-4]}
    yield {SEALED: ""}
    yield {SEALED: 7}
    yield dict(says)


@pytest.mark.parametrize(("fixture", "route"), ACTIONS)
def test_no_action_is_done_by_a_button_that_is_not_for_here(
    corridor: Corridor, engine: Engine, request: pytest.FixtureRequest, fixture: str, route: str
) -> None:
    feature = corridor.stands_before(request.getfixturevalue(fixture))
    person = TABLES[fixture].MAY[route][0]
    member = corridor.enter(person)
    room = corridor.house.teams.channel("marketing", members=[member])
    unknown = Voice(person.language, person.hours.zone).speak(say("router-unknown"))
    message, before = corridor.house.post(room, CARD), len(corridor.deeds)
    carried = list(unfit(corridor, room, says(route, honest(fixture, feature, route))))
    with capture_logs() as logged:
        for data in carried:
            assert corridor.press_with(member, message, data).in_time
            assert json.loads(corridor.answers[-1])["value"] == unknown
    assert corridor.deeds[before:] == [""] * len(carried)
    assert "teams-deed-failed" not in str(logged)
    assert [one["event"] for one in logged].count("teams-seal-refused") == len(carried)


def done(engine: Engine) -> int:
    """Count what was ever done."""
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(once_keys)).scalar_one()


@pytest.mark.parametrize(("fixture", "route"), ACTIONS)
def test_a_button_has_its_effect_once(
    corridor: Corridor, engine: Engine, request: pytest.FixtureRequest, fixture: str, route: str
) -> None:
    feature = corridor.stands_before(request.getfixturevalue(fixture))
    person = TABLES[fixture].MAY[route][0]
    member = corridor.enter(person)
    room = corridor.house.teams.channel("marketing", members=[member])
    data = seal_of(corridor.seals, room)(says(route, honest(fixture, feature, route)))
    message, counts = corridor.house.post(room, CARD), [done(engine)]
    for _ in range(2):
        assert corridor.press_with(member, message, data).in_time
        counts.append(done(engine))
    first, second = counts[1] - counts[0], counts[2] - counts[1]
    told = Voice(person.language, person.hours.zone).speak(say("teams-done-before"))
    repeated = json.loads(corridor.answers[-1])["value"] == told
    assert second <= (first if route in BRINGING else 0)
    assert repeated is (first > 0 and route not in BRINGING)


def test_what_may_be_brought_again_is_a_route(database: Database) -> None:
    routes = build(database, at=database.now, company=Company()).routes
    assert routes.keys() >= BRINGING
