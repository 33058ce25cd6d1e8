"""Sales in Slack, marketing in Teams: a lead is flagged here, decided there, and both sides sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot import commands
from tests.builders import MONDAY_MORNING
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
from tests.fakes.slack.workspace import View
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Message
from tests.patience import running, until
from tests.stories.test_crossing_story import ENDPOINT, card_words, reachable, settings_for, waits
from tests.stories.test_slack_story import serving, shown

pytestmark = pytest.mark.slow

LEADS = "Record ID,First Name,Last Name,Email,Company Name,Contact owner email,Campaign\n" + "".join(
    f"{number},{first},Buyer,{first.lower()}@acme.example,Acme,{owner}@northwind.example,Search ads\n"
    for number, first, owner in [
        (101, "Ann", "piotr"), (102, "Bea", "olga"), (103, "Cyd", "piotr"), (104, "Dot", "olga"),
    ]
)  # fmt: skip
HELEN, MAREK = "helen@northwind.example", "marek@northwind.example"


@dataclass
class Company:
    """Sales with its reps and its head in Slack, marketing in Teams, and Leadloop at work between."""

    slack: FakeSlack
    teams: FakeTeams
    piotr: Member
    olga: Member
    marek: Member
    sales: Any
    maya: Person
    kasia: Person
    helen: Person
    marketing: Any

    def told(self, member: Member, wanted: str) -> Any:
        """Wait until somebody in Slack is told these words by the bot, and give the message."""
        return waits(lambda: self.slack.said_to(member), shown, wanted)

    def in_sales(self, wanted: str) -> Any:
        """Wait until the channel of sales shows these words."""
        return waits(lambda: self.slack.said_in(self.sales), shown, wanted)

    def in_marketing(self, wanted: str, reader: Person | None = None) -> Message:
        """Wait until the channel of marketing shows these words."""
        someone = reader or self.maya
        found: Message = waits(
            lambda: self.teams.said_in(self.marketing),
            lambda one: card_words(one, someone),
            wanted,
        )
        return found

    def fill_in(self, member: Member, *, reason: str, seen: str = "") -> None:
        """Go through the forms of a flag, the first of which is open."""
        assert self.slack.submit(member, {"kind": "reject"}).in_time
        assert self.slack.submit(member, {"reason": reason, "seen": seen}).in_time
        assert "marketing has it" in view_words(self.slack.modal(member))

    def flag(self, member: Member, lead: str, *, reason: str, seen: str = "") -> None:
        """Flag a lead by ``/leads flag``."""
        assert self.slack.command(member, f"flag {lead}").in_time
        self.fill_in(member, reason=reason, seen=seen)


def view_words(view: View | None) -> str:
    assert view is not None
    return str(view.content)


@pytest.fixture
def company(slack: FakeSlack, teams: FakeTeams, tmp_path: Path) -> Iterator[Company]:
    clock: Callable[[], datetime] = running(MONDAY_MORNING)
    slack.now = teams.now = lambda: clock().timestamp()
    piotr, olga, marek = (
        slack.member(name, email=f"{name.split()[0].lower()}@northwind.example", tz="Europe/Warsaw")
        for name in ("Piotr Lis", "Olga Sova", "Marek Head")
    )
    maya, kasia, helen = (
        teams.member(name, email=f"{name.split()[0].lower()}@northwind.example", locale="en-GB")
        for name in ("Maya Green", "Kasia Brown", "Helen Head")
    )
    sales = slack.channel("sales", members=[piotr, olga, marek])
    marketing = teams.channel("marketing", members=[maya, kasia, helen])
    settings = settings_for(
        tmp_path,
        teams,
        managers={HELEN: "marketing", MAREK: "sales"},
        teams_marketing_channel=marketing.id,
        slack_bot_token=slack.bot_token,
        slack_signing_secret=slack.signing_secret,
        slack_sales_channel=sales.id,
        slack_api_url=slack.base_url,
    )
    leads = tmp_path / "search-ads.csv"
    leads.write_text(LEADS, encoding="utf-8")
    commands.import_leads(settings, commands.Import(files=[leads]))
    with serving(settings, clock) as address:
        slack.door, teams.door = f"{address}/slack/events", f"{address}{ENDPOINT}"
        slack.eventually(lambda: len(slack.calls_of("auth.test")) >= 2)
        for one in (maya, kasia, helen):
            assert teams.install(one).status == 200
        everybody = {one.email for one in (piotr, olga, maya, kasia, helen)}
        assert until(lambda: reachable(settings) >= everybody, within=20)
        yield Company(
            slack, teams, piotr, olga, marek, sales, maya, kasia, helen, marketing
        )  # fmt: skip
    assert teams.refused_cards == []


def test_a_flag_from_a_message_in_slack_is_decided_in_teams_and_heard_of_in_slack(
    company: Company,
) -> None:
    slack, teams, piotr, maya = company.slack, company.teams, company.piotr, company.maya
    message = slack.post(piotr, company.sales, "look at ann@acme.example, nobody answers there")
    slack.shortcut(piotr, "flag_lead", message)
    assert "Ann Buyer" in view_words(slack.modal(piotr))
    company.fill_in(piotr, reason="bad-contact-data", seen="The mail came back")

    card = company.in_marketing("The mail came back")
    assert "Piotr" not in card_words(card, maya)
    teams.press(maya, card, "Accept…")
    teams.submit(maya, {"What changes?": "The form checks addresses"})
    company.in_marketing("What changes: “The form checks addresses”")
    receipt = company.told(piotr, "You said, we did")
    assert "The form checks addresses" in shown(receipt)
    assert "Maya" not in shown(receipt)


def test_where_no_form_can_be_opened_the_leads_are_offered(company: Company) -> None:
    slack, piotr = company.slack, company.piotr
    slack.write(piotr, "flag ann@acme.example")
    offer = company.told(piotr, "Flag this lead?")
    slack.press(piotr, offer, "Ann Buyer · Acme")
    company.fill_in(piotr, reason="duplicate", seen="Came twice")
    company.in_marketing("Came twice")

    slack.say(piotr, company.sales, "@leadloop flag bea@acme.example")
    assert until(lambda: slack.whispers(piotr))
    assert "Bea Buyer" in str(slack.whispers(piotr)[-1].blocks)
    assert "Bea" not in " ".join(map(shown, slack.said_in(company.sales)))


def test_the_third_flag_on_a_campaign_makes_one_finding_that_marketing_decides(
    company: Company,
) -> None:
    for member, lead in ((company.piotr, "ann"), (company.olga, "bea"), (company.piotr, "cyd")):
        company.flag(member, f"{lead}@acme.example", reason="not-the-role")
    finding = company.in_marketing("3 flags")
    said = card_words(finding, company.maya)
    assert "Search ads" in said
    assert not {"Piotr", "Olga", "Ann"} & set(said.split())
    company.flag(company.olga, "dot@acme.example", reason="not-the-role")
    company.in_marketing("4 flags")
    findings = [
        one
        for one in company.teams.said_in(company.marketing)
        if "flags on the campaign" in card_words(one, company.maya)
    ]
    assert len(findings) == 1


def test_of_two_marketers_who_press_at_once_one_decides_and_the_other_hears_of_it(
    company: Company,
) -> None:
    teams = company.teams
    company.flag(company.piotr, "ann@acme.example", reason="low-intent", seen="Only a download")
    card = company.in_marketing("Only a download")
    with ThreadPoolExecutor(2) as both:
        presses = [
            both.submit(teams.press, one, card, "For the meeting")
            for one in (company.maya, company.kasia)
        ]
    assert all(one.result().status == 200 for one in presses)
    told = [text for _, text in teams.toasts if text]
    assert len([one for one in told if "moved on" in one]) == 1
    company.told(company.piotr, "to be discussed at the joint meeting")


def test_in_teams_a_lead_is_flagged_from_a_message_and_by_words(company: Company) -> None:
    teams, maya = company.teams, company.maya
    message = teams.post(company.kasia, company.marketing, "ann@acme.example is a perfect fit")
    teams.message_action(maya, message, "flag_lead")
    dialog = teams.dialog(maya)
    assert dialog is not None
    assert "Ann Buyer" in str(dialog.card)
    teams.submit(maya, {"What would you like to say?": "praise"})
    teams.submit(maya, {"Reason": "right-role", "What worked?": "She asked for a call herself"})
    company.in_marketing("She asked for a call herself")

    teams.write(maya, "flag bea@acme.example, cyd@acme.example")
    offer = waits(
        lambda: teams.said_to(maya), lambda one: card_words(one, maya), "2 leads found"
    )  # fmt: skip
    teams.press(maya, offer, "Cyd Buyer · Acme")
    dialog = teams.dialog(maya)
    assert dialog is not None
    assert "Cyd Buyer" in str(dialog.card)


def test_what_was_agreed_is_one_command_away_even_before_anything_was(company: Company) -> None:
    slack, teams = company.slack, company.teams
    assert "no agreed definition" in slack.command(company.piotr, "definition").body.lower()
    assert "no joint meeting" in slack.command(company.piotr, "agenda").body.lower()
    for words in ("definition", "agenda"):
        teams.write(company.maya, words)
    waits(
        lambda: teams.said_to(company.maya),
        lambda one: card_words(one, company.maya).lower(),
        "no joint meeting",
    )


def test_the_definition_comes_into_force_when_the_heads_have_signed_on_two_platforms(
    company: Company,
) -> None:
    slack, teams, marek, helen = company.slack, company.teams, company.marek, company.helen
    slack.write(marek, "definition")
    slack.press(marek, company.told(marek, "Propose a change"), "Propose a change")
    draft = company.told(marek, "Add a criterion")
    slack.press(marek, draft, "Add a criterion")
    slack.submit(marek, {"words": "Decides about buying", "field": "a-person"})
    draft = company.told(marek, "Decides about buying")
    slack.press(marek, draft, "Show it to both teams")
    slack.submit(marek, {"why": "So that we mean the same"})

    company.in_marketing("So that we mean the same", helen)
    slack.press(marek, company.in_sales("So that we mean the same"), "Sign")
    signed = company.in_marketing("Marek Head", helen)
    teams.press(helen, signed, "Sign")
    company.in_sales("Helen Head")
    teams.write(company.maya, "definition")
    waits(
        lambda: teams.said_to(company.maya),
        lambda one: card_words(one, company.maya),
        "Decides about buying",
    )
