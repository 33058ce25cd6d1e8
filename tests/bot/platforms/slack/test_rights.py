"""Every action, by everybody, through Slack's door: with ids of their own, of others, stale, forged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Engine
from structlog.testing import capture_logs

from bot.app import build
from bot.i18n import Voice
from bot.platforms.slack.wire import action_id, spell_values
from handlers.interaction import Interaction, Reply
from handlers.message import Card
from handlers.people import Person
from handlers.phrase import say, verbatim
from handlers.roster.model import Company, Outsider, Why
from handlers.router import Router
from storage.work import Database
from tests.bot.platforms.slack.house import House, opened, until
from tests.fakes.slack.door import Reply as Answered
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
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

    def stands_before(self, feature: Any) -> Any:
        """Lead to these features; a feature's own helper knows its database."""
        self.router = getattr(feature, "company", feature).router
        self.house.directory.people.clear()
        self.house.slack.ephemerals.clear()
        return feature

    def enter(self, person: Person | Outsider) -> Member:
        name = person.name if isinstance(person, Person) else "Somebody Else"
        return self.house.knows(self.house.slack.member(name), person)

    def press(self, member: Member, route: str, given: Mapping[str, str]) -> Answered:
        channel = self.house.slack.channel("marketing", members=[member])
        message = self.house.post(channel.id, Card(verbatim("A card"), ()))
        spelled = {"action_id": action_id(route, 1), "value": spell_values(given)}
        return self.house.slack.press_forged(member, message, **spelled)

    def told(self, member: Member) -> str:
        """Give what this person alone was told."""
        self.house.rest()
        return "\n".join(one.text for one in self.house.slack.whispers(member))

    def refuses(self, member: Member, person: Person) -> bool:
        told = self.told(member)
        return any(sentence in told for sentence in refusals(person))


@pytest.fixture(scope="module")
def corridor() -> Iterator[Corridor]:
    """One door for all: only what lies behind it changes."""
    behind: list[Corridor] = []

    def route(asked: Interaction) -> Reply:
        behind[0].deeds.append(asked.name)
        return behind[0].router.route(asked)

    with FakeSlack() as slack, opened(slack, route=route) as house:
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
    assert "slack-deed-failed" not in str(logged)


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
    assert "slack-deed-failed" not in str(logged)


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
    assert "slack-deed-failed" not in str(logged)


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
