"""Stale fields' rows in Teams, with people at work in Dynamics too: conflicts, a refusal, a row that leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.config import Settings
from tests.bot.crm.dynamics_peer import DynamicsPeer
from tests.bot.platforms.teams.sealing import reading_with_key_of
from tests.fakes.crm.dynamics import APP, TENANT, FakeDynamics
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Message
from tests.patience import until
from tests.stories.rows import (
    HALF_PAST_NINE,
    MONDAY,
    QUICK,
    Watch,
    audit,
    company_settings,
    loaded,
    may_be_written,
    owned,
    queued,
    row_of,
    states,
)
from tests.stories.test_crossing_story import ENDPOINT, card_words, waits
from tests.stories.test_slack_story import serving

pytestmark = pytest.mark.slow

WORDS = "qualificationcomments"
"""Where this company keeps the lead's situation."""
CONTACTED = 2
A_WEEK_BEFORE = datetime(2026, 11, 6, 9, 0, tzinfo=UTC)


@dataclass
class Office:
    """Piotr's morning with Dynamics."""

    teams: FakeTeams
    dynamics: FakeDynamics
    peer: DynamicsPeer
    engine: Engine
    settings: Settings
    watch: Watch
    piotr: Person
    owner: str

    def lead(self, name: str) -> str:
        """Have a lead in conversation since the week before, of whose situation nothing is said."""
        named = {"fullname": f"{name} Nowak", "lastname": "Nowak", "companyname": "Acme"}
        values = {**named, "statuscode": CONTACTED, "_ownerid_value": self.owner}
        return self.dynamics.org.create(values)

    def situation(self, lead: str) -> str:
        return self.peer.value(lead, WORDS)

    def is_edited(self, lead: str, words: str) -> None:
        self.peer.edit([lead], {WORDS: words})

    def sees(self, wanted: str) -> Message:
        """Wait until the envelope, the only message that there is, shows these words."""
        found: Message = waits(
            lambda: self.teams.said_to(self.piotr),
            lambda one: card_words(one, self.piotr),
            wanted,
        )
        return found

    def fills_in(self, lead: str, words: str) -> None:
        """Open the form of a lead's row, and send it."""
        row = row_of(self.engine, lead)
        self.teams.press(self.piotr, self.sees(lead), "Fill in …", value=row)
        assert self.teams.submit(self.piotr, {"Situation": words}).in_time
        self.watch.move(seconds=5)  # no card changes more often than every few seconds

    def presses(self, wanted: str, button: str) -> None:
        assert self.teams.press(self.piotr, self.sees(wanted), button).in_time
        self.watch.move(seconds=5)

    def has(self, lead: str, words: str) -> bool:
        return bool(until(lambda: self.situation(lead) == words, within=20))


@pytest.fixture
def office(teams: FakeTeams, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    watch = Watch()
    teams.now = lambda: watch().timestamp()
    piotr = teams.member("Piotr Lis", email="piotr@northwind.example", locale="en-GB")
    with FakeDynamics() as dynamics:
        monkeypatch.setenv("IDENTITY_ENDPOINT", f"{dynamics.login}/msi/token")
        monkeypatch.setenv("IDENTITY_HEADER", "proof")
        settings = company_settings(
            engine,
            teams_app_id=teams.app_id,
            teams_tenant_id=teams.tenant_id,
            teams_app_secret=teams.app_secret,
            teams_service_hosts=(teams.address.removeprefix("http://"),),
            teams_login_url=teams.login_url,
            teams_graph_url=teams.graph_url,
            teams_keys_url=teams.metadata_url,
            dynamics_tenant_id=TENANT,
            dynamics_app_id=APP,
            dynamics_managed_identity=APP,
        ).model_copy(update={"dynamics_url": dynamics.address})  # only https is let through else
        dynamics.org.at = A_WEEK_BEFORE
        may_be_written(engine, "dynamics", WORDS, "extra:situation")
        owner = dynamics.org.add_user(piotr.name, piotr.email)
        peer = DynamicsPeer(dynamics)
        yield Office(teams, dynamics, peer, engine, settings, watch, piotr, owner)
        peer.close()
    assert teams.refused_cards == []


def test_people_at_work_in_the_crm_are_not_written_over_and_its_refusal_is_heard(
    office: Office,
) -> None:
    teams, watch = office.teams, office.watch
    anna, bea, cyd, dot = (office.lead(name) for name in ("Anna", "Bea", "Cyd", "Dot"))
    with serving(office.settings, watch, QUICK) as address:
        teams.door = f"{address}{ENDPOINT}"
        assert loaded(office.engine, 4)
        teams.reads = reading_with_key_of(office.settings, watch)
        assert teams.install(office.piotr).status == 200
        assert owned(office.engine, 4)

    watch.set(MONDAY + HALF_PAST_NINE - timedelta(minutes=2))
    with serving(office.settings, watch, QUICK) as address:
        teams.door = f"{address}{ENDPOINT}"
        assert queued(office.engine, 4)
        watch.move(minutes=2)
        office.sees("4 fields to look at")

        office.is_edited(anna, "Edited after the envelope")
        office.fills_in("Anna", "Opens a branch in May")
        card = card_words(office.sees("Edited after the envelope"), office.piotr)
        assert "Opens a branch in May" in card
        assert office.situation(anna) == "Edited after the envelope"
        office.presses("Edited after the envelope", "Write mine")
        assert office.has(anna, "Opens a branch in May")

        office.dynamics.before("PATCH leads", lambda: office.is_edited(bea, "Edited just now"))
        office.fills_in("Bea", "Has a budget")
        office.presses("Edited just now", "Leave Dynamics 365 as it is")
        office.sees("Dynamics 365 keeps its value.")
        assert office.situation(bea) == "Edited just now"

        office.peer.add_rule(cyd, "Only managers may change this.")
        office.fills_in("Cyd", "Wants a demo")
        office.sees("Dynamics 365 says: Only managers may change this.")
        assert office.situation(cyd) == ""
    assert states(office.engine) == ["asked", "asked", "fixed", "fixed"]
    said = [card_words(one, office.piotr) for one in teams.said_to(office.piotr)]
    assert len([one for one in said if "Nowak" in one]) == 1  # nothing is shown twice

    office.is_edited(dot, "Filled in by a colleague")
    with serving(office.settings, watch, QUICK) as address:
        teams.door = f"{address}{ENDPOINT}"
        assert until(lambda: "Dot" not in card_words(office.sees("Cyd"), office.piotr), within=20)
    assert [line[-2:] for line in audit(office.engine)] == [
        ["refused", "Only managers may change this."],
        ["CRM’s value stands", "Edited just now"],
        ["written", ""],
        ["newer answer counts", "Edited after the envelope"],
    ]
