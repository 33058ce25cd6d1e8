"""The whole tale through the demo's real HTTP door: ask, owners reply, the card fills."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot import demo as app
from bot.clock import MovableClock
from tests.builders import MONDAY_MORNING
from tests.patience import running, until

HOME = "http://127.0.0.1:8080"

LEADS = """\
Record ID,First Name,Last Name,Email,Company Name,Contact owner,Contact owner email,Lead Status
1,Anna,Nowak,anna@acme.example,Acme,Piotr Zając,piotr@northwind.example,
2,Jan,Kowalski,jan@globex.example,Globex,Olga Smirnova,olga@northwind.example,
3,Mei,Chen,mei@polar.example,Polar Freight,Zhang Wei,zhang@northwind.example,
4,Eve,Won,eve@won.example,Won,Piotr Zając,piotr@northwind.example,Converted
5,Nobody,Owns,nobody@owns.example,Owns,,,
"""


@dataclass
class Visitor:
    """Somebody at the demo's page."""

    client: TestClient
    person: str
    deeds: Iterator[int] = field(default_factory=lambda: count(1_000_000))

    def post(self, name: str, **body: object) -> Any:
        state = self.client.get("/demo/state", params={"as": self.person}).json()
        headers = {"X-Leadloop-Token": state["token"], "Origin": HOME}
        deed = f"{self.person}-{next(self.deeds)}"
        sent = self.client.post(
            f"/demo/{name}",
            params={"as": self.person},
            json={"deed": deed, **body},
            headers=headers,
        )
        assert sent.status_code == 200, sent.text
        return sent.json()

    def say(self, text: str, conversation: str) -> Any:
        return self.post("say", conversation=conversation, text=text)

    def messages(self, conversation: str) -> list[Any]:
        asked = {"as": self.person, "conversation": conversation}
        found: list[Any] = self.client.get("/demo/messages", params=asked).json()["messages"]
        return found

    def sees(self, conversation: str, wanted: str) -> Any:
        """Wait until a message of Leadloop's shows these words, and give the newest that does."""
        if message := until(lambda: self._newest(conversation, wanted)):
            return message
        shown = [text_of(message["html"]) for message in self.messages(conversation)]
        raise AssertionError(f"{wanted!r} is not in {shown}")

    def _newest(self, conversation: str, wanted: str) -> Any:
        messages = reversed(self.messages(conversation))
        return next((one for one in messages if wanted in text_of(one["html"])), None)

    @property
    def home(self) -> str:
        return f"person:{self.person}"


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def buttons(html: str) -> dict[str, dict[str, object]]:
    """Give what each button of a card does, by its label."""
    found: dict[str, dict[str, object]] = {}
    for attributes, label in re.findall(r"<button([^>]*)>(.*?)</button>", html, re.DOTALL):
        told = dict(re.findall(r'data-(\w+)="([^"]*)"', attributes))
        if "does" in told:
            found.setdefault(text_of(label), {name: unescape(v) for name, v in told.items()})
    return found


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Callable[[str], Visitor]]:
    """A demo on real databases, at ten on a Monday morning in Warsaw."""
    data = tmp_path / "leads.csv"
    data.write_text(LEADS, encoding="utf-8")
    clock = MovableClock(running(MONDAY_MORNING), tmp_path / "clock")
    opened = app.open_demo(tmp_path, clock, [data])
    with TestClient(opened.web, base_url=HOME) as client:
        yield lambda person: Visitor(client, person)
    opened.listeners.close()


def press(visitor: Visitor, message: Any, label: str) -> Any:
    """Press a button of a message, as the page would."""
    button = buttons(message["html"])[label]
    return visitor.post(
        "press",
        conversation=message["conversation"],
        message=message["id"],
        does=button["does"],
        values=json.loads(str(button["values"])),
    )


def test_marketing_asks_and_the_card_fills_as_the_owners_answer(
    demo: Callable[[str], Visitor],
) -> None:
    maya, piotr, olga = demo("maya"), demo("piotr"), demo("olga")
    maya.say(
        "@Leadloop what happened to these leads?\n"
        "anna@acme.example\njan@globex.example\neve@won.example\nnobody@owns.example\n"
        "ghost@nowhere.example\nanna@acme.example\nrubbish rubbish rubbish",
        "marketing",
    )
    card = maya.sees("marketing", "4 leads: 1 converted and 3 unknown")
    shown = text_of(card["html"])
    assert "ghost@nowhere.example" in shown
    assert "rubbish rubbish rubbish" in shown
    assert "Piotr" not in shown

    press(maya, card, next(label for label in buttons(card["html"]) if label.startswith("Ask the")))
    envelope = piotr.sees(piotr.home, "Anna Nowak")
    press(piotr, envelope, "W rozmowach")
    maya.sees("marketing", "1 in conversation")

    envelope = olga.sees(olga.home, "Jan Kowalski")
    widened = press(olga, envelope, "Не подошёл…")
    assert widened["kind"] == "show"
    press(olga, {**envelope, "html": widened["html"]}, "нет бюджета")
    maya.sees("marketing", "1 disqualified (1 no budget)")


def test_a_sent_press_that_is_repeated_counts_once(demo: Callable[[str], Visitor]) -> None:
    maya, piotr = demo("maya"), demo("piotr")
    maya.say("@Leadloop anna@acme.example", "marketing")
    card = maya.sees("marketing", "1 lead: 1 unknown")
    press(maya, card, "Ask the owner")
    envelope = piotr.sees(piotr.home, "Anna Nowak")
    button = buttons(envelope["html"])["W rozmowach"]
    body = {
        "conversation": piotr.home,
        "message": envelope["id"],
        "does": button["does"],
        "values": json.loads(str(button["values"])),
        "deed": "the-same-deed",
    }
    piotr.post("press", **body)
    changed = piotr.sees(piotr.home, "Twoja odpowiedź: w rozmowach")
    press(piotr, changed, "Zmień")
    press(piotr, piotr.sees(piotr.home, "Skonwertowany"), "Skonwertowany")
    piotr.sees(piotr.home, "Twoja odpowiedź: skonwertowany")
    assert piotr.post("press", **body)["kind"] == "nothing"
    maya.say("@Leadloop anna@acme.example", "marketing")
    maya.sees("marketing", "1 lead: 1 converted")
    piotr.sees(piotr.home, "Twoja odpowiedź: skonwertowany")


def test_the_rep_in_shanghai_is_asked_in_the_morning(demo: Callable[[str], Visitor]) -> None:
    maya, wei = demo("maya"), demo("zhang")
    maya.say("@Leadloop mei@polar.example", "marketing")
    card = maya.sees("marketing", "1 lead: 1 unknown")
    press(maya, card, "Ask the owner")
    assert wei.messages(wei.home) == [] or "Mei Chen" not in str(wei.messages(wei.home))
    wei.post("clock", jump="tomorrow")
    envelope = wei.sees(wei.home, "Mei Chen")
    press(wei, envelope, "已转化")
    maya.sees("marketing", "1 lead: 1 converted")
    maya.sees(maya.home, "1 outcome known")


def test_own_words_are_confirmed_before_they_count(demo: Callable[[str], Visitor]) -> None:
    maya, piotr = demo("maya"), demo("piotr")
    maya.say("@Leadloop anna@acme.example", "marketing")
    press(maya, maya.sees("marketing", "1 lead: 1 unknown"), "Ask the owner")
    envelope = piotr.sees(piotr.home, "Anna Nowak")
    opened = press(piotr, envelope, "Własnymi słowami…")
    assert opened["kind"] == "open"
    sent = piotr.post(
        "submit",
        conversation=piotr.home,
        form="questions.propose",
        keep=kept(opened["html"]),
        values={"words": "martwy, budżet zamrożony do kwietnia"},
    )
    assert sent["kind"] == "open"
    chosen = dict(
        re.findall(
            r'<select[^>]*name="([^"]+)".*?<option value="([^"]*)" selected',
            sent["html"],
            re.DOTALL,
        )
    )
    days = dict(re.findall(r'<input[^>]*name="(day-[^"]+)"[^>]*value="([^"]*)"', sent["html"]))
    assert "disqualified" in chosen.values()
    assert "no-budget" in chosen.values()
    piotr.post(
        "submit",
        conversation=piotr.home,
        form="questions.confirm",
        keep=kept(sent["html"]),
        values=chosen | days,
    )
    maya.sees("marketing", "1 disqualified (1 no budget)")


def kept(html: str) -> Any:
    """Read the ids that a form carries back."""
    return json.loads(unescape(re.findall(r'data-keep="([^"]*)"', html)[0]))
