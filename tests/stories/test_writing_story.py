"""What a rep answers in Slack arrives in HubSpot: once, with their name, and never over somebody's edit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot import commands
from bot.app import open_database
from bot.config import Settings
from handlers.keeping import Word, WordKind
from tests.bot.crm.hubspot_peer import HubSpotPeer
from tests.builders import MONDAY_MORNING
from tests.fakes.crm.hubspot import TOKEN, FakeHubSpot
from tests.fakes.faults import dropped
from tests.fakes.slack.channels import Message
from tests.fakes.slack.fake import FakeSlack
from tests.patience import running, until
from tests.stories.test_slack_story import Company, serving, shown

pytestmark = pytest.mark.slow

STATUS = "hs_lead_status"


@pytest.fixture
def hubspot() -> Iterator[FakeHubSpot]:
    with FakeHubSpot() as account:
        yield account


@dataclass
class Story:
    """Maya asks, Piotr answers, HubSpot has the leads; time is let go by."""

    company: Company
    hubspot: FakeHubSpot
    peer: HubSpotPeer
    passed: timedelta = field(default_factory=timedelta)

    def __post_init__(self) -> None:
        self._clock = running(MONDAY_MORNING)

    def clock(self) -> datetime:
        return self._clock() + self.passed

    def lead(self, name: str, owner: str) -> str:
        named = {"firstname": name, "email": f"{name.lower()}@acme.example"}
        values = {**named, "hubspot_owner_id": owner}
        return self.hubspot.portal.create("contacts", values)

    def ask(self, *names: str) -> None:
        """Ask about leads, and have their owner asked."""
        slack, maya = self.company.slack, self.company.maya
        addresses = "\n".join(f"{one.lower()}@acme.example" for one in names)
        wanted = f"{len(names)} unknown"
        earlier = {one.ts for one in slack.said_in(self.company.marketing)}

        def answered() -> list[Message]:
            slack.open_home(self.company.piotr)
            slack.say(maya, self.company.marketing, f"@leadloop what happened to\n{addresses}")
            return until(lambda: self._cards(wanted, earlier), within=3)

        found = until(answered, within=40)
        assert found, [shown(one) for one in slack.said_in(self.company.marketing)]
        slack.press(maya, found[-1], "Ask the owner")

    def _cards(self, wanted: str, earlier: Collection[str]) -> list[Message]:
        """Give the new cards: an earlier one may not show yet what was answered just now."""
        there = self.company.slack.said_in(self.company.marketing)
        said = [one for one in there if one.ts not in earlier]
        return [one for one in said if wanted in shown(one) and "Ask the owner" in shown(one)]

    def disqualifies(self, name: str) -> None:
        """Let Piotr answer, with the reason that the answer needs."""
        slack, piotr = self.company.slack, self.company.piotr
        envelope = self.company.sees(piotr, name)
        slack.press(piotr, envelope, "Disqualified …")
        widened = self.company.sees(piotr, "What was the main reason?")
        slack.press(piotr, widened, "no need")

    def presses(self, wanted: str, button: str) -> None:
        card = self.company.sees(self.company.piotr, wanted)
        self.company.slack.press(self.company.piotr, card, button)

    def has(self, lead: str, status: str) -> bool:
        return bool(until(lambda: self.peer.value(lead, STATUS) == status, within=30))

    def log(self) -> list[list[str]]:
        with commands.audit_desk(self.company.settings) as desk:
            lines = desk.sheet().rows
        return [[desk.voice.speak(cell) for cell in line] for line in lines]


@pytest.fixture
def story(slack: FakeSlack, hubspot: FakeHubSpot, tmp_path: Path) -> Iterator[Story]:
    warsaw = {"tz": "Europe/Warsaw"}
    maya = slack.member("Maya Green", email="maya@northwind.example", **warsaw)
    piotr = slack.member("Piotr Zając", email="piotr@northwind.example", **warsaw)
    ada = slack.member("Ada Admin", email="ada@northwind.example", **warsaw)
    marketing = slack.channel("marketing", members=[maya, ada])
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{tmp_path / 'leadloop.sqlite3'}",
        zone="Europe/Warsaw",
        domains=("northwind.example",),
        administrators={"ada@northwind.example": "sales"},  # type: ignore[dict-item]
        slack_bot_token=slack.bot_token,  # type: ignore[arg-type]
        slack_signing_secret=slack.signing_secret,  # type: ignore[arg-type]
        slack_marketing_channel=marketing.id,
        slack_api_url=slack.base_url,  # type: ignore[arg-type]
        hubspot_token=TOKEN,  # type: ignore[arg-type]
        hubspot_url=hubspot.address,  # type: ignore[arg-type]
        crm_write=True,
        crm_write_answers=True,
    )
    company = Company(slack, settings, maya, piotr, piotr, ada, marketing)
    peer = HubSpotPeer(hubspot)
    whole = Story(company, hubspot, peer)
    slack.now = lambda: whole.clock().timestamp()
    database = open_database(settings.database_url)
    with database.open_work() as work:
        word = Word(kind=WordKind.FIELD, word=STATUS, means="status", writes=True)
        work.mappings.keep("hubspot", word)
        work.commit()
    database.close()
    yield whole
    peer.close()


def test_an_answer_reaches_the_crm_once_with_the_persons_name_and_is_taken_back(
    story: Story,
) -> None:
    owner = story.hubspot.add_owner("Piotr Zając", story.company.piotr.email)
    lead = story.lead("Anna", owner)
    with serving(story.company.settings, story.clock) as address:
        story.company.slack.door = f"{address}/slack/events"
        story.ask("Anna")
        story.hubspot.faults.plan("contacts/batch/update", dropped(kept=True))
        story.disqualifies("Anna")
        assert story.has(lead, "UNQUALIFIED")
    assert [line[6] for line in story.log()] == ["waiting"]

    story.passed += timedelta(minutes=20)
    with serving(story.company.settings, story.clock) as address:
        story.company.slack.door = f"{address}/slack/events"
        assert until(lambda: [line[6] for line in story.log()] == ["written"], within=30)
        record = story.hubspot.portal.records["contacts"][lead]
        assert len(record.history[STATUS]) == 1
        (note,) = story.peer.notes(lead)
        assert "Piotr Zając" in note

        slack, piotr = story.company.slack, story.company.piotr
        slack.open_home(piotr)
        assert until(lambda: slack.home(piotr), within=20)
        home = slack.home(piotr)
        assert home is not None
        slack.press(piotr, home, "What I changed in the CRM")
        listed = slack.modal(piotr)
        assert listed is not None
        slack.press(piotr, listed, "Undo")
        assert story.has(lead, "")
        assert until(lambda: len(story.log()) == 2, within=30)
    assert {line[6] for line in story.log()} == {"undo: written", "written and taken back"}


def test_an_edit_in_the_crm_is_shown_beside_the_persons_value_and_a_refusal_in_its_words(
    story: Story,
) -> None:
    owner = story.hubspot.add_owner("Piotr Zając", story.company.piotr.email)
    anna, jan = story.lead("Anna", owner), story.lead("Jan", owner)
    with serving(story.company.settings, story.clock) as address:
        story.company.slack.door = f"{address}/slack/events"
        story.ask("Anna")
        story.peer.edit([anna], {STATUS: "IN_PROGRESS"})
        story.disqualifies("Anna")
        card = story.company.sees(story.company.piotr, "the CRM has another value by now")
        assert "Unqualified" in shown(card)
        assert "In progress" in shown(card)
        assert story.peer.value(anna, STATUS) == "IN_PROGRESS"
        story.presses("the CRM has another value by now", "Write mine")
        assert story.has(anna, "UNQUALIFIED")
        story.company.sees(story.company.piotr, "your newer answer counts")

        story.peer.add_rule(jan, "Only managers may change this.")
        story.ask("Jan")
        story.disqualifies("Jan")
        story.presses("Only managers may change this.", "Leave it")
        assert until(lambda: len(story.log()) == 3, within=30)
        assert until(
            lambda: (
                {line[6] for line in story.log()}
                == {"written", "newer answer counts", "CRM’s value stands"}
            ),
            within=30,
        )
    assert story.peer.value(jan, STATUS) == ""
