"""Everything that people do in Teams, through its real door, with all of Leadloop behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import open_engine
from storage.schema import outbox
from tests.bot.crm.exports import a_csv, an_xlsx
from tests.bot.platforms.teams.sealing import reading_with_key_of
from tests.builders import MONDAY_MORNING
from tests.fakes.teams import faults, screen
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation, Message
from tests.patience import running, until
from tests.stories.test_crossing_story import ENDPOINT, card_words, reachable, settings_for, waits
from tests.stories.test_slack_story import serving

pytestmark = pytest.mark.slow

LINK = "https://app.hubspot.com/contacts/42/record/0-1/1"


@dataclass
class Company:
    """Everybody in Teams, and Leadloop at work."""

    teams: FakeTeams
    maya: Person
    piotr: Person
    olga: Person
    marketing: Conversation

    def told(self, person: Person, wanted: str) -> Message:
        """Wait until the bot's chat with somebody shows these words."""
        return self._shown(self.teams.personal(person), person, wanted)

    def in_marketing(self, wanted: str) -> Message:
        """Wait until marketing's channel shows these words."""
        return self._shown(self.marketing, self.maya, wanted)

    def asks_the_owners(self) -> None:
        """Let marketing ask about one lead of each rep, and then those."""
        text = f"@{self.teams.bot_name} anna@acme.example\njan@globex.example"
        self.teams.say(self.maya, self.marketing, text)
        card = self.in_marketing("2 leads")
        self.teams.press(self.maya, card, "Ask the 2 owners")

    def _shown(self, place: Conversation, reader: Person, wanted: str) -> Message:
        found: Message = waits(
            lambda: self.teams.said_in(place), lambda one: card_words(one, reader), wanted
        )
        return found


@pytest.fixture
def company(teams: FakeTeams, tmp_path: Path) -> Iterator[Company]:
    clock: Callable[[], datetime] = running(MONDAY_MORNING)
    teams.now = lambda: clock().timestamp()
    maya = teams.member("Maya Green", email="maya@northwind.example", locale="en-GB")
    piotr = teams.member("Piotr Zając", email="piotr@northwind.example", locale="pl-PL")
    olga = teams.member("Olga Smirnova", email="olga@northwind.example", locale="ru-RU")
    marketing = teams.channel("marketing", members=[maya])
    settings = settings_for(
        tmp_path, teams, teams_marketing_channel=marketing.id, crm_hosts=("app.hubspot.com",)
    )
    with serving(settings, clock) as address:
        teams.door = f"{address}{ENDPOINT}"
        teams.app_token()  # its keys are made now, and not while somebody waits
        for one in (maya, piotr, olga):
            assert teams.install(one).status == 200
        assert until(lambda: len(reachable(settings)) >= 3, within=20)
        teams.reads = reading_with_key_of(settings, clock)
        yield Company(teams, maya, piotr, olga, marketing)
    assert teams.refused_cards == []


@pytest.mark.parametrize("name", ["leads.csv", "leads.xlsx"])
def test_a_list_that_was_uploaded_is_answered_and_the_whole_list_comes_back_as_a_file(
    company: Company, tmp_path: Path, name: str
) -> None:
    teams, maya = company.teams, company.maya
    rows = [("Email",), ("anna@acme.example",), ("eve@won.example",)]
    file = (an_xlsx if name.endswith("xlsx") else a_csv)(tmp_path, rows, name=name)
    teams.upload(maya, name, file.read_bytes())
    card = company.told(maya, "2 leads: 1 converted and 1 unknown")
    teams.press(maya, card, "questions.sheet")
    offered = until(lambda: [one for one in teams.said_to(maya) if one.consent], within=20)
    teams.accept(maya, offered[0])
    brought = until(lambda: [one for one in teams.files.values() if one.content and one.parts])
    sheet = csv.reader(io.StringIO(brought[0].content.decode("utf-8-sig")))
    assert {"Anna Nowak", "Eve Won"} <= {cell for row in sheet for cell in row}
    assert teams.tokens_at_files == []


def test_what_may_be_done_again_can_be_and_nothing_has_its_effect_twice(company: Company) -> None:
    teams, maya, piotr = company.teams, company.maya, company.piotr
    company.asks_the_owners()
    envelope = company.told(piotr, "Anna Nowak")
    first = screen.found_button(teams.seen(piotr, envelope), "W rozmowach")
    teams.press(piotr, envelope, "W rozmowach")
    company.told(piotr, "Twoja odpowiedź: w rozmowach")
    repeated = teams.press_forged(piotr, envelope, "pressed", first["data"])
    assert "już zostało zrobione" in repeated.json["value"]
    teams.press(piotr, envelope, "questions.change")
    company.told(piotr, "Skonwertowany")
    repeated = teams.press_forged(piotr, envelope, "pressed", first["data"])
    assert "już zostało zrobione" in repeated.json["value"]
    teams.press(piotr, envelope, "Skonwertowany")
    card = company.in_marketing("1 converted")
    for _ in range(2):
        teams.press(maya, card, "questions.sheet")
    assert until(lambda: len([one for one in teams.said_to(maya) if one.consent]) == 2, within=20)


def test_settings_go_back_and_forth_in_the_home(company: Company) -> None:
    teams, maya = company.teams, company.maya
    for _ in range(2):
        teams.write(maya, "home")
        for _ in range(2):
            home = company.told(maya, "Away until …")
            teams.press(maya, home, "settings.away")
            teams.submit(maya, {"Last day away": "2026-11-30"})
            home = company.told(maya, "I am back")
            teams.press(maya, home, "settings.back")
    company.told(maya, "Away until …")


def test_an_old_client_answers_by_the_buttons_fallback(company: Company) -> None:
    teams, piotr = company.teams, company.piotr
    company.asks_the_owners()
    envelope = company.told(piotr, "Anna Nowak")
    assert teams.press(piotr, envelope, "W rozmowach", old_client=True).status == 200
    company.in_marketing("1 in conversation")
    company.told(piotr, "Twoja odpowiedź: w rozmowach")


def test_what_is_wrong_in_a_dialog_stands_beside_its_field_until_it_is_right(
    company: Company,
) -> None:
    teams, piotr = company.teams, company.piotr
    company.asks_the_owners()
    teams.press(piotr, company.told(piotr, "Anna Nowak"), "questions.say")
    field = "Co słychać w sprawie tych leadów?"
    teams.submit(piotr, {field: " "}, check=False)
    dialog = teams.dialog(piotr)
    assert dialog is not None
    said = screen.texts(dialog.card)
    assert "✗ Najpierw napisz kilka słów." in said[said.index(field) :]
    teams.submit(piotr, {field: "w rozmowach"})
    proposed = teams.dialog(piotr)
    assert proposed is not None
    teams.submit(piotr, {})
    assert teams.dialog(piotr) is None
    company.in_marketing("1 in conversation")


def test_help_is_there_in_every_language(company: Company) -> None:
    teams, maya = company.teams, company.maya
    for word in ("help", "pomoc", "помощь", "帮助"):
        teams.personal(maya).messages.clear()
        teams.write(maya, word)
        company.told(maya, "Ask about leads")


def test_a_link_to_a_lead_unfolds_without_a_word_about_it(company: Company) -> None:
    teams, maya = company.teams, company.maya
    for anonymous in (False, True):
        teams.link(maya, company.marketing, LINK, anonymous=anonymous)
    assert len(teams.unfurls) == 1
    assert "Anna" not in str(teams.unfurls[0].card)


def test_what_happened_is_asked_about_a_message(company: Company) -> None:
    teams, maya = company.teams, company.maya
    message = teams.post(maya, company.marketing, "new ones: anna@acme.example, eve@won.example")
    teams.message_action(maya, message, "what_happened")
    company.told(maya, "2 leads: 1 converted and 1 unknown")


def test_what_is_on_its_way_when_leadloop_stops_arrives_and_is_known_to_have(
    teams: FakeTeams, tmp_path: Path
) -> None:
    maya = teams.member("Maya Green", email="maya@northwind.example", locale="en-GB")
    settings = settings_for(tmp_path, teams)
    with serving(settings, running(MONDAY_MORNING)) as address:
        teams.door = f"{address}{ENDPOINT}"
        teams.app_token()
        teams.install(maya)
        assert until(lambda: reachable(settings) and teams.said_to(maya), within=20)
        greeted = len(teams.calls_of("post"))
        teams.faults.plan("post", faults.slow(3))
        teams.write(maya, "anna@acme.example")
        assert until(lambda: len(teams.calls_of("post")) > greeted)
    assert "1 lead" in card_words(teams.said_to(maya)[-1], maya)
    engine = open_engine(settings.database_url)
    with engine.connect() as connection:
        assert set(connection.execute(select(outbox.c.state)).scalars()) == {"sent"}
    engine.dispose()
