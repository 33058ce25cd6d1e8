"""The main story in Slack: the whole house behind its signed door, and through Socket Mode."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr

from bot import commands
from bot.config import Settings
from bot.rhythm import Rhythm
from bot.run import at_work
from handlers.errors import Refused
from tests.builders import MONDAY_MORNING
from tests.fakes.slack.channels import Message
from tests.fakes.slack.door import SOCKET
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member
from tests.patience import running, until
from tests.stories.test_main_story import LEADS


@dataclass
class Company:
    """A workspace with its people, and Leadloop at work in it."""

    slack: FakeSlack
    settings: Settings
    maya: Member
    piotr: Member
    olga: Member
    ada: Member
    marketing: Any
    address: str = ""

    def sees(self, member: Member, wanted: str) -> Message:
        """Wait until a direct message shows these words."""
        return self._waits(lambda: self.slack.said_to(member), wanted)

    def reads(self, wanted: str) -> Message:
        """Wait until a message in marketing's channel shows these words."""
        return self._waits(lambda: self.slack.said_in(self.marketing), wanted)

    def reachable(self) -> set[str]:
        """Give the addresses of those whose Slack account Leadloop has found by itself."""
        with commands.people_desk(self.settings) as desk:
            return {one.person.email for one in desk.registry.overview().people if one.accounts}

    def _waits(self, messages: Callable[[], list[Message]], wanted: str) -> Message:
        found = until(lambda: [one for one in messages() if wanted in shown(one)], within=20)
        assert found, f"{wanted!r} is not in {[shown(one) for one in messages()]}"
        return found[-1]


def shown(message: Message) -> str:
    """Give every word of a message."""
    return " ".join([message.text, *_words(message.blocks)])


def _words(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["text"]] if isinstance(part.get("text"), str) else []
        return own + [word for value in part.values() for word in _words(value)]
    return [word for one in part for word in _words(one)] if isinstance(part, list) else []


@contextmanager
def serving(
    settings: Settings,
    clock: Callable[[], datetime],
    rhythm: Rhythm = Rhythm(),  # noqa: B008 - frozen
) -> Iterator[str]:
    """Run the whole of Leadloop on a free port."""
    server = uvicorn.Server(
        uvicorn.Config(
            at_work(settings, at=clock, rhythm=rhythm),
            port=0,
            log_config=None,
            access_log=False,
            proxy_headers=False,
        )
    )
    thread = threading.Thread(target=server.run, name="leadloop")
    thread.start()
    assert until(lambda: server.started)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(60)


@pytest.fixture(params=["http", SOCKET])
def company(request: pytest.FixtureRequest, slack: FakeSlack, tmp_path: Path) -> Iterator[Company]:
    clock = running(MONDAY_MORNING)
    slack.now = lambda: clock().timestamp()
    warsaw = {"tz": "Europe/Warsaw"}
    maya = slack.member("Maya Green", email="maya@northwind.example", **warsaw)
    piotr = slack.member("Piotr Zając", email="piotr@northwind.example", locale="pl-PL", **warsaw)
    olga = slack.member("Olga Smirnova", email="olga@northwind.example", locale="ru-RU", **warsaw)
    ada = slack.member("Ada Admin", email="ada@northwind.example", **warsaw)
    marketing = slack.channel("marketing", members=[maya, ada])
    over_http = request.param == "http"
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{tmp_path / 'leadloop.sqlite3'}",
        zone="Europe/Warsaw",
        domains=("northwind.example",),
        administrators={"ada@northwind.example": "sales"},  # type: ignore[dict-item]
        slack_bot_token=slack.bot_token,  # type: ignore[arg-type]
        slack_app_token="" if over_http else slack.app_token,  # type: ignore[arg-type]
        slack_signing_secret=slack.signing_secret if over_http else "",  # type: ignore[arg-type]
        slack_marketing_channel=marketing.id,
        slack_api_url=slack.base_url,  # type: ignore[arg-type]
    )
    leads = tmp_path / "leads.csv"
    leads.write_text(LEADS, encoding="utf-8")
    commands.import_leads(settings, commands.Import(files=[leads]))
    with serving(settings, clock) as address:
        slack.door = f"{address}/slack/events" if over_http else SOCKET
        if over_http:
            slack.eventually(lambda: len(slack.calls_of("auth.test")) >= 2)
        else:
            slack.socket.wait_for_connection()
        whole = Company(slack, settings, maya, piotr, olga, ada, marketing, address)
        slack.eventually(lambda: whole.reachable() >= {piotr.email, olga.email})
        yield whole


def test_marketing_asks_in_a_thread_and_the_card_fills_as_the_owners_answer(
    company: Company,
) -> None:
    slack = company.slack
    asked = slack.say(
        company.maya,
        company.marketing,
        "@leadloop what happened to these leads?\n"
        "anna@acme.example\njan@globex.example\neve@won.example\nghost@nowhere.example",
    )
    assert asked is not None
    assert asked.status == 200
    card = company.reads("3 leads: 1 converted and 2 unknown")
    assert card.thread_ts
    assert "ghost@nowhere.example" in shown(card)
    assert "Piotr" not in shown(card)

    slack.press(company.maya, card, "Ask the 2 owners")
    envelope = company.sees(company.piotr, "Anna Nowak")
    slack.press(company.piotr, envelope, "W rozmowach")
    company.reads("1 in conversation")
    company.sees(company.piotr, "Twoja odpowiedź: w rozmowach")

    second = company.sees(company.olga, "Jan Kowalski")
    slack.press(company.olga, second, "Сконвертирован")
    company.reads("2 converted")
    company.sees(company.maya, "3 outcomes known")


def test_a_token_that_was_taken_away_shows_red_to_whoever_runs_leadloop(company: Company) -> None:
    def ready() -> httpx.Response:
        return httpx.get(f"{company.address}/ready")

    assert until(lambda: ready().status_code == 200)
    company.slack.revoke()
    assert until(lambda: ready().status_code == 503)
    assert ready().json()["slack"] is False


def test_without_a_door_or_a_platform_leadloop_says_what_is_missing(tmp_path: Path) -> None:
    bare = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{tmp_path / 'leadloop.sqlite3'}",
    )
    with pytest.raises(Refused) as refused:
        at_work(bare)
    assert refused.value.phrase.key == "run-no-platform"
    with pytest.raises(Refused) as refused:
        at_work(bare.model_copy(update={"slack_bot_token": _secret("xoxb-1")}))
    assert refused.value.phrase.key == "run-slack-no-door"


def _secret(text: str) -> Any:
    return SecretStr(text)
