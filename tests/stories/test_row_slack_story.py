"""A stale field's row in Slack: found in the morning, mended where it stands, brought to HubSpot, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from signal import SIGKILL
from threading import Event

import pytest
from sqlalchemy import Engine

from bot.config import Settings
from tests.bot.crm.hubspot_peer import HubSpotPeer
from tests.fakes.crm.hubspot import TOKEN, FakeHubSpot
from tests.fakes.faults import dropped
from tests.fakes.slack.channels import Message
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
from tests.patience import until
from tests.stories.rows import (
    HALF_PAST_NINE,
    MONDAY,
    QUICK,
    Watch,
    audit,
    company_settings,
    live,
    loaded,
    may_be_written,
    owned,
    queued,
    row_of,
    sending,
    states,
)
from tests.stories.test_crossing_story import waits
from tests.stories.test_slack_story import serving, shown

pytestmark = pytest.mark.slow

STATUS = "hs_lead_status"
DOOR = "/slack/events"
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.stories.rows"])


@dataclass
class Office:
    """Piotr's mornings with HubSpot."""

    slack: FakeSlack
    hubspot: FakeHubSpot
    peer: HubSpotPeer
    engine: Engine
    settings: Settings
    watch: Watch
    piotr: Member
    owner: str

    def lead(self, name: str) -> str:
        """Have a lead in conversation since May."""
        named = {"firstname": name, "lastname": "Nowak", "email": f"{name.lower()}@acme.example"}
        values = {**named, STATUS: "IN_PROGRESS", "hubspot_owner_id": self.owner}
        return self.hubspot.portal.create("contacts", values)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Run Leadloop; people who reach it through Slack's signed door."""
        with serving(self.settings, self.watch, QUICK) as address:
            self.slack.door = f"{address}{DOOR}"
            yield

    def morning(self, leads: int) -> None:
        """Let a night pass, and a morning until the envelope has come."""
        assert loaded(self.engine, leads)
        self.arrives()
        assert owned(self.engine, leads)
        self.watch.set(MONDAY)
        assert queued(self.engine, leads)
        assert not any("Nowak" in shown(one) for one in self.slack.said_to(self.piotr))
        self.watch.set(MONDAY + HALF_PAST_NINE)
        self.sees("Nowak")

    def arrives(self) -> None:
        """Let Piotr look at his page once, by which Leadloop gets to know him."""
        self.slack.eventually(lambda: len(self.slack.calls_of("auth.test")) >= 2)
        self.slack.open_home(self.piotr)

    def sees(self, wanted: str) -> Message:
        """Wait until a message to Piotr shows these words."""
        found: Message = waits(lambda: self.slack.said_to(self.piotr), shown, wanted)
        return found

    def envelopes(self) -> list[Message]:
        """Give the messages with rows."""
        return [one for one in self.slack.said_to(self.piotr) if "Nowak: Status" in shown(one)]

    def presses(self, button: str, lead: str = "") -> None:
        """Press a button of the envelope; `lead` tells it from those of other rows."""
        row = row_of(self.engine, lead) if lead else None
        envelope = waits(self.envelopes, shown, button)
        assert self.slack.press(self.piotr, envelope, button, value=row).in_time
        self.watch.move(seconds=5)  # no card changes more often than every few seconds

    def history(self, lead: str) -> list[str]:
        """Give the values that the status had, newest first."""
        record = self.hubspot.portal.records["contacts"][lead]
        return [one["value"] for one in record.history[STATUS]]

    def has(self, lead: str, status: str) -> bool:
        return bool(until(lambda: self.peer.value(lead, STATUS) == status, within=20))


@pytest.fixture
def office(slack: FakeSlack, engine: Engine) -> Iterator[Office]:
    watch = Watch()
    slack.now = lambda: watch().timestamp()
    piotr = slack.member("Piotr Lis", email="piotr@northwind.example", tz="Europe/Warsaw")
    with FakeHubSpot() as hubspot:
        settings = company_settings(
            engine,
            slack_bot_token=slack.bot_token,
            slack_signing_secret=slack.signing_secret,
            slack_api_url=slack.base_url,
            hubspot_token=TOKEN,
            hubspot_url=hubspot.address,
        )
        peer = HubSpotPeer(hubspot)
        may_be_written(engine, "hubspot", STATUS, "status")
        owner = hubspot.add_owner(piotr.name, piotr.email)
        yield Office(slack, hubspot, peer, engine, settings, watch, piotr, owner)
        peer.close()


def test_a_row_is_mended_in_one_tap_written_once_and_taken_back_the_next_morning(
    office: Office,
) -> None:
    watch, lead = office.watch, office.lead("Anna")
    with office.at_work():
        office.morning(1)
        came = datetime.fromtimestamp(float(office.sees("Anna Nowak").ts), UTC)
        assert came >= MONDAY + timedelta(hours=2, minutes=30)

        office.hubspot.faults.plan("contacts/batch/update", dropped(kept=True))
        office.presses("Connected", "Anna")
        assert office.has(lead, "CONNECTED")
        assert [line[-2] for line in audit(office.engine)] == ["waiting"]
        watch.move(minutes=20)
        office.sees("Written to HubSpot")
        assert office.history(lead) == ["CONNECTED", "IN_PROGRESS"]
        (note,) = office.peer.notes(lead)
        assert "Piotr Lis" in note

        watch.move(hours=22)
        office.presses("Undo")
        office.sees("Taken back. HubSpot has the old value again.")
        assert office.history(lead) == ["IN_PROGRESS", "CONNECTED", "IN_PROGRESS"]
    assert audit(office.engine) == [
        ["Piotr Lis", "Anna Nowak", "Status", "CONNECTED", "IN_PROGRESS", "undo: written", ""],
        [
            "Piotr Lis",
            "Anna Nowak",
            "Status",
            "IN_PROGRESS",
            "CONNECTED",
            "written and taken back",
            "",
        ],
    ]


@dataclass
class Mortal:
    """Leadloop as a process of its own, which ends as a power cut ends it."""

    office: Office
    folder: Path
    _process: ForkServerProcess | None = None

    def start(self) -> None:
        """Start where the clock is; the next start is when nobody holds anything any more."""
        port = self.folder / "port"
        port.unlink(missing_ok=True)
        at, settings = self.office.watch(), self.office.settings
        self._process = FORKS.Process(target=live, args=(settings, at, port), daemon=True)
        self._process.start()
        address = until(lambda: port.read_text("ascii") if port.exists() else "", within=30)
        assert address, self._process.exitcode
        self.office.slack.door = f"{address}{DOOR}"

    def dies_of(self, button: str, lead: str, *, call: str) -> None:
        """Press a button, and pull the plug when HubSpot is called so; HubSpot does what it is asked to."""
        pressed = Event()

        def pull() -> None:
            if not sending(self.office.engine):  # the look at the beginning reads, too
                self.office.hubspot.before(call, pull)
                return
            assert pressed.wait(20)
            self.end()

        self.start()
        assert until(lambda: not sending(self.office.engine), within=30)
        self.office.hubspot.before(call, pull)
        self.office.presses(button, lead)
        pressed.set()
        assert until(self.is_dead, within=30)

    def end(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.join(20)

    def is_dead(self) -> bool:
        assert self._process is not None
        return self._process.exitcode == -SIGKILL


def test_what_was_confirmed_outlives_power_cuts_and_is_written_once(
    office: Office, tmp_path: Path
) -> None:
    anna, bea, mortal = office.lead("Anna"), office.lead("Bea"), Mortal(office, tmp_path)
    with office.at_work():
        office.morning(2)

    office.watch.move(minutes=5)
    mortal.dies_of("Connected", "Anna", call="contacts/batch/read")  # before anything is written
    assert office.peer.value(anna, STATUS) == "IN_PROGRESS"
    assert [line[-2] for line in audit(office.engine)] == ["waiting"]

    office.watch.move(minutes=20)
    mortal.dies_of("Connected", "Bea", call="notes/batch/create")  # before it is noted as written
    assert office.peer.value(bea, STATUS) == "CONNECTED"
    assert "waiting" in [line[-2] for line in audit(office.engine)]

    office.watch.move(minutes=20)
    with office.at_work():
        assert until(lambda: not sending(office.engine), within=20)
        office.watch.move(minutes=2)  # the card that was under way in the power cut waits a moment
        office.sees("Done, thank you: 2 leads answered")
    for lead in (anna, bea):
        assert office.history(lead) == ["CONNECTED", "IN_PROGRESS"]
        assert len(office.peer.notes(lead)) == 1
    assert [line[-2] for line in audit(office.engine)] == ["written", "written"]


def test_what_else_a_rep_may_say_and_what_the_next_mornings_make_of_it(office: Office) -> None:
    slack, piotr, watch = office.slack, office.piotr, office.watch
    for name in ("Anna", "Bea", "Cyd", "Dot", "Eve"):
        office.lead(name)
    with office.at_work():
        office.morning(5)
        office.presses("More …", "Dot")
        office.presses("Why am I asked?", "Dot")
        office.sees("the same for 10 working days")
        office.presses("This rule is wrong here", "Dot")
        office.sees("This rule does not ask about this lead any more")
        office.presses("Later …", "Bea")
        office.presses("Next working day", "Bea")
        office.sees("Comes again from")
        office.presses("Still right", "Anna")
        office.presses("Not mine", "Cyd")
        ended = ["asked", "not-mine", "rule-wrong", "snoozed", "still-right"]
        assert until(lambda: states(office.engine) == ended)

        slack.open_home(piotr)
        home = until(lambda: slack.home(piotr))
        assert home is not None
        slack.press(piotr, home, "Fewer or more …")
        wednesday = (MONDAY + timedelta(days=2)).date().isoformat()
        assert slack.submit(piotr, {"cap": "15", "until": wednesday}).in_time

        watch.set(MONDAY + timedelta(days=1) + HALF_PAST_NINE)
        assert until(lambda: states(office.engine) == sorted([*ended, "queued"]), within=20)
        assert row_of(office.engine, "Bea") != {}
        watch.set(MONDAY + timedelta(days=2) + HALF_PAST_NINE)
        assert until(lambda: len(office.envelopes()) == 2, within=20)
        envelope = office.envelopes()[-1]
        came = datetime.fromtimestamp(float(envelope.ts), UTC)
        assert came >= MONDAY + timedelta(days=2, hours=2, minutes=30)
        assert "Bea Nowak" in shown(envelope)
        assert not [name for name in ("Anna", "Cyd", "Dot", "Eve") if name in shown(envelope)]
    assert audit(office.engine) == []
