"""A connected CRM: HubSpot's leads are answered about in Slack, and the card follows what HubSpot says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.config import Settings
from tests.bot.crm.hubspot_peer import HubSpotPeer
from tests.builders import MONDAY_MORNING
from tests.fakes.crm.hubspot import TOKEN, FakeHubSpot
from tests.fakes.slack.fake import FakeSlack
from tests.patience import running, until
from tests.stories.test_slack_story import Company, serving, shown


@pytest.fixture
def hubspot() -> Iterator[FakeHubSpot]:
    with FakeHubSpot() as account:
        yield account


@pytest.fixture
def company(slack: FakeSlack, hubspot: FakeHubSpot, tmp_path: Path) -> Company:
    clock = running(MONDAY_MORNING)
    slack.now = lambda: clock().timestamp()
    maya = slack.member("Maya Green", email="maya@northwind.example", tz="Europe/Warsaw")
    piotr = slack.member("Piotr Zając", email="piotr@northwind.example", tz="Europe/Warsaw")
    ada = slack.member("Ada Admin", email="ada@northwind.example", tz="Europe/Warsaw")
    marketing = slack.channel("marketing", members=[maya, ada])
    hubspot.add_owner("Piotr Zając", piotr.email)
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
    )
    return Company(slack, settings, maya, piotr, piotr, ada, marketing)


def test_a_lead_of_the_crm_is_answered_about_and_the_card_follows_the_crm(
    company: Company, hubspot: FakeHubSpot
) -> None:
    peer, slack = HubSpotPeer(hubspot), company.slack
    named = {"firstname": "Anna", "lastname": "Nowak", "email": "anna@acme.example"}
    lead = peer.add({**named, "hs_lead_status": "IN_PROGRESS"})
    base, passed = running(MONDAY_MORNING), [timedelta(0)]

    def clock() -> datetime:
        return base() + passed[-1]

    with serving(company.settings, clock) as address:
        slack.door = f"{address}/slack/events"
        until(lambda: slack.calls_of("auth.test"), within=20)
        until(lambda: "contacts" in " ".join(hubspot.calls), within=20)

        def asked() -> bool:
            slack.say(
                company.maya, company.marketing, "@leadloop what happened to anna@acme.example?"
            )
            return bool(
                until(
                    lambda: [
                        one
                        for one in slack.said_in(company.marketing)
                        if "1 in conversation" in shown(one)
                    ],
                    within=5,
                )
            )

        assert until(asked, within=60)
        peer.edit([lead], {"hs_lead_status": "UNQUALIFIED"})
        passed.append(timedelta(minutes=4))
        slack.say(company.maya, company.marketing, "@leadloop what happened to anna@acme.example?")
        company.reads("1 disqualified")
    peer.close()
