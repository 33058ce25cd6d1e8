"""One question, two platforms: asked in one chat, answered in another, and in Teams alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot import commands
from bot.config import Settings
from tests.builders import MONDAY_MORNING
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Message
from tests.patience import running, until
from tests.stories.test_main_story import LEADS
from tests.stories.test_slack_story import serving, shown

pytestmark = pytest.mark.slow

ADA = "ada@northwind.example"
ENDPOINT = "/api/messages"
QUESTION = (
    "@{bot} what happened to these leads?\n"
    "anna@acme.example\njan@globex.example\neve@won.example\nghost@nowhere.example"
)


class Sales:
    """The sales team in Teams: two reps with the app, in the languages of their devices."""

    def __init__(self, teams: FakeTeams) -> None:
        self.teams = teams
        self.piotr = teams.member("Piotr Zając", email="piotr@northwind.example", locale="pl-PL")
        self.olga = teams.member("Olga Smirnova", email="olga@northwind.example", locale="ru-RU")
        self.channel = teams.channel("sales", members=[self.piotr, self.olga])

    def arrives(self) -> None:
        """Both add the app for themselves, as a setup policy would."""
        for rep in (self.piotr, self.olga):
            assert self.teams.install(rep).status == 200

    def sees(self, rep: Person, wanted: str) -> Message:
        """Wait until the bot's chat with a rep shows these words on a card of theirs."""
        found: Message = waits(
            lambda: self.teams.said_to(rep), lambda one: card_words(one, rep), wanted
        )
        return found

    def answers(self, rep: Person, lead: str, button: str) -> None:
        """Press an answer in the envelope, by `Action.Execute`."""
        envelope = self.sees(rep, lead)
        assert self.teams.press(rep, envelope, button).status == 200


def card_words(message: Message, person: Person) -> str:
    """Give every word of a message in Teams, as a person sees it."""
    return " ".join([message.text, *_words(message.card_for(person))])


def _words(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part[name] for name in ("text", "title") if isinstance(part.get(name), str)]
        return own + [word for value in part.values() for word in _words(value)]
    return [word for one in part for word in _words(one)] if isinstance(part, list) else []


def waits(messages: Callable[[], list[Any]], words: Callable[[Any], str], wanted: str) -> Any:
    found = until(lambda: [one for one in messages() if wanted in words(one)], within=20)
    assert found, f"{wanted!r} is not in {[words(one) for one in messages()]}"
    return found[-1]


def settings_for(tmp_path: Path, teams: FakeTeams, **more: Any) -> Settings:
    """A company that knows its tenant, with its leads brought in."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{tmp_path / 'leadloop.sqlite3'}",
        zone="Europe/Warsaw",
        domains=("northwind.example",),
        administrators={ADA: "sales"},  # type: ignore[dict-item]
        teams_app_id=teams.app_id,
        teams_tenant_id=teams.tenant_id,
        teams_app_secret=teams.app_secret,  # type: ignore[arg-type]
        teams_service_hosts=(teams.address.removeprefix("http://"),),
        teams_login_url=teams.login_url,  # type: ignore[arg-type]
        teams_graph_url=teams.graph_url,  # type: ignore[arg-type]
        teams_keys_url=teams.metadata_url,  # type: ignore[arg-type]
        **more,
    )
    leads = tmp_path / "leads.csv"
    leads.write_text(LEADS, encoding="utf-8")
    commands.import_leads(settings, commands.Import(files=[leads]))
    return settings


def crossed(
    tmp_path: Path, slack: FakeSlack, teams: FakeTeams, *, marketing: str, sales: str
) -> Settings:
    """The same company with its marketing channel in Slack and its sales channel in Teams."""
    return settings_for(
        tmp_path,
        teams,
        teams_sales_channel=sales,
        slack_bot_token=slack.bot_token,
        slack_signing_secret=slack.signing_secret,
        slack_marketing_channel=marketing,
        slack_api_url=slack.base_url,
    )


def reachable(settings: Settings) -> set[str]:
    """Give the addresses of those whose chat account Leadloop knows."""
    with commands.people_desk(settings) as desk:
        return {one.person.email for one in desk.registry.overview().people if one.accounts}


@pytest.fixture
def clock(slack: FakeSlack, teams: FakeTeams) -> Callable[[], datetime]:
    clock = running(MONDAY_MORNING)
    slack.now = teams.now = lambda: clock().timestamp()
    return clock


@pytest.fixture
def open_house() -> Iterator[Callable[..., str]]:
    """Run the whole of Leadloop for settings, and end it with the test."""
    with ExitStack() as stack:
        yield lambda settings, clock: stack.enter_context(serving(settings, clock))


def test_a_question_in_slack_is_answered_in_teams_and_the_slack_card_fills(
    slack: FakeSlack,
    teams: FakeTeams,
    tmp_path: Path,
    clock: Callable[[], datetime],
    open_house: Callable[..., str],
) -> None:
    maya = slack.member("Maya Green", email="maya@northwind.example", tz="Europe/Warsaw")
    slack.member("Ada Admin", email=ADA, tz="Europe/Warsaw")
    marketing = slack.channel("marketing", members=[maya])
    sales = Sales(teams)
    settings = crossed(tmp_path, slack, teams, marketing=marketing.id, sales=sales.channel.id)
    address = open_house(settings, clock)
    slack.door, teams.door = f"{address}/slack/events", f"{address}{ENDPOINT}"
    slack.eventually(lambda: len(slack.calls_of("auth.test")) >= 2)
    sales.arrives()
    assert until(lambda: reachable(settings) >= {sales.piotr.email, sales.olga.email}, within=20)

    asked = slack.say(maya, marketing, QUESTION.format(bot="leadloop"))
    assert asked is not None
    card = reads(slack, marketing, "3 leads: 1 converted and 2 unknown")
    assert card.thread_ts
    assert "Piotr" not in shown(card)
    slack.press(maya, card, "Ask the 2 owners")

    sales.answers(sales.piotr, "Anna Nowak", "W rozmowach")
    reads(slack, marketing, "1 in conversation")
    sales.sees(sales.piotr, "Twoja odpowiedź: w rozmowach")
    sales.answers(sales.olga, "Jan Kowalski", "Сконвертирован")
    reads(slack, marketing, "2 converted")
    told(slack, maya, "3 outcomes known")
    assert teams.refused_cards == []


def test_on_monday_each_side_reads_the_digest_where_it_sits_and_once(
    slack: FakeSlack,
    teams: FakeTeams,
    tmp_path: Path,
    clock: Callable[[], datetime],
    open_house: Callable[..., str],
) -> None:
    maya = slack.member("Maya Green", email="maya@northwind.example", tz="Europe/Warsaw")
    marketing, sales = slack.channel("marketing", members=[maya]), Sales(teams)
    settings = crossed(tmp_path, slack, teams, marketing=marketing.id, sales=sales.channel.id)
    open_house(settings, clock)
    here = reads(slack, marketing, "What marketing owes")
    there = waits(
        lambda: teams.said_in(sales.channel),
        lambda one: card_words(one, sales.piotr),
        "What sales owes",
    )
    assert "week 46" in shown(here)
    assert "week 46" in card_words(there, sales.piotr)
    assert [len(said) for said in (slack.said_in(marketing), teams.said_in(sales.channel))] == [
        1,
        1,
    ]
    assert teams.refused_cards == []


def reads(slack: FakeSlack, channel: Any, wanted: str) -> Any:
    return waits(lambda: slack.said_in(channel), shown, wanted)


def told(slack: FakeSlack, member: Member, wanted: str) -> Any:
    return waits(lambda: slack.said_to(member), shown, wanted)


def test_in_teams_alone_a_channel_asks_and_its_card_fills(
    teams: FakeTeams,
    tmp_path: Path,
    clock: Callable[[], datetime],
    open_house: Callable[..., str],
) -> None:
    maya = teams.member("Maya Green", email="maya@northwind.example", locale="en-GB")
    marketing = teams.channel("marketing", members=[maya])
    sales = Sales(teams)
    settings = settings_for(
        tmp_path,
        teams,
        teams_marketing_channel=marketing.id,
        teams_sales_channel=sales.channel.id,
    )
    teams.door = f"{open_house(settings, clock)}{ENDPOINT}"
    teams.install(maya)
    sales.arrives()
    assert until(lambda: len(reachable(settings)) >= 3, within=20)

    def seen(wanted: str) -> Message:
        found: Message = waits(
            lambda: teams.said_in(marketing), lambda one: card_words(one, maya), wanted
        )
        return found

    asked = teams.say(maya, marketing, QUESTION.format(bot=teams.bot_name))
    assert asked is not None
    assert asked.status == 200
    card = seen("3 leads: 1 converted and 2 unknown")
    assert card.root != card.id
    assert "Piotr" not in card_words(card, maya)
    teams.press(maya, card, "Ask the 2 owners")
    sales.answers(sales.piotr, "Anna Nowak", "W rozmowach")
    seen("1 in conversation")
    sales.answers(sales.olga, "Jan Kowalski", "Сконвертирован")
    seen("2 converted")
    waits(lambda: teams.said_to(maya), lambda one: card_words(one, maya), "3 outcomes known")
    assert teams.refused_cards == []


def test_a_question_in_teams_reaches_one_owner_there_and_the_other_in_slack(
    slack: FakeSlack,
    teams: FakeTeams,
    tmp_path: Path,
    clock: Callable[[], datetime],
    open_house: Callable[..., str],
) -> None:
    maya = teams.member("Maya Green", email="maya@northwind.example", locale="en-GB")
    olga = teams.member("Olga Smirnova", email="olga@northwind.example", locale="ru-RU")
    marketing = teams.channel("marketing", members=[maya, olga])
    piotr = slack.member("Piotr Zając", email="piotr@northwind.example", locale="pl-PL")
    settings = settings_for(
        tmp_path,
        teams,
        teams_marketing_channel=marketing.id,
        slack_bot_token=slack.bot_token,
        slack_signing_secret=slack.signing_secret,
        slack_api_url=slack.base_url,
    )
    address = open_house(settings, clock)
    slack.door, teams.door = f"{address}/slack/events", f"{address}{ENDPOINT}"
    for one in (maya, olga):
        assert teams.install(one).status == 200
    assert until(lambda: reachable(settings) >= {piotr.email, olga.email, maya.email}, within=20)

    def seen(person: Person, wanted: str) -> Message:
        place = marketing if person is maya else teams.personal(person)
        found: Message = waits(
            lambda: teams.said_in(place), lambda one: card_words(one, person), wanted
        )
        return found

    teams.say(maya, marketing, QUESTION.format(bot=teams.bot_name))
    card = seen(maya, "3 leads: 1 converted and 2 unknown")
    teams.press(maya, card, "Ask the 2 owners")
    slack.press(piotr, told(slack, piotr, "Anna Nowak"), "W rozmowach")
    seen(maya, "1 in conversation")
    teams.press(olga, seen(olga, "Jan Kowalski"), "Сконвертирован")
    seen(maya, "2 converted")
    assert teams.refused_cards == []


def test_a_guest_in_the_channel_gets_a_kind_word_and_no_lead(
    teams: FakeTeams,
    tmp_path: Path,
    clock: Callable[[], datetime],
    open_house: Callable[..., str],
) -> None:
    gustav = teams.guest("Gustav Guest")
    settings = settings_for(tmp_path, teams)
    teams.door = f"{open_house(settings, clock)}{ENDPOINT}"
    teams.install(gustav)
    teams.write(gustav, "anna@acme.example")
    waits(lambda: teams.said_to(gustav), lambda one: card_words(one, gustav), "guest")
    everything = " ".join(card_words(one, gustav) for one in teams.messages)
    assert "Anna Nowak" not in everything
    assert reachable(settings) == set()
