"""A lead is flagged, decided and heard of in the demo, through its real HTTP door."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot import demo as app
from bot.clock import MovableClock
from tests.builders import MONDAY_MORNING
from tests.patience import running
from tests.stories.test_main_story import HOME, Visitor, buttons, kept, press, text_of

pytestmark = pytest.mark.slow

FLAG = "flag jonas.muller.1074@kite-robotics.example"

Meet = Callable[[str], Visitor]


@pytest.fixture
def meet(tmp_path: Path) -> Iterator[Meet]:
    """The invented company, with all that it has agreed on and flagged before."""
    clock = MovableClock(running(MONDAY_MORNING), tmp_path / "clock")
    opened = app.open_demo(tmp_path, clock)
    with TestClient(opened.web, base_url=HOME) as client:
        yield lambda person: Visitor(client, person)
    opened.listeners.close()


def send(visitor: Visitor, opened: Any, conversation: str, **values: str) -> Any:
    """Send the form that is open, with what it keeps."""
    form = re.search(r'data-form="([^"]+)"', opened["html"])
    assert form is not None, opened
    body = {"form": form[1], "keep": kept(opened["html"]), "values": values}
    return visitor.post("submit", conversation=conversation, **body)


def flag(visitor: Visitor, said: str, *, reason: str, seen: str = "") -> Any:
    """Flag a lead by words in the composer, and give what the visitor is told."""
    offered = visitor.say(said, visitor.home)
    assert offered["kind"] == "whisper"
    [button] = buttons(offered["html"]).values()
    opened = visitor.post(
        "press",
        conversation=visitor.home,
        message=None,
        does=button["does"],
        values=json.loads(str(button["values"])),
    )
    asked = send(visitor, opened, visitor.home, kind="reject")
    return send(visitor, asked, visitor.home, reason=reason, seen=seen)


def test_a_third_flag_makes_a_finding_and_who_flagged_hears_what_was_decided(meet: Meet) -> None:
    tom, maya = meet("tom"), meet("maya")
    told = flag(tom, FLAG, reason="not-the-role", seen="Only collects prices for others")
    assert "marketing has it" in text_of(told["html"])
    card = maya.sees("marketing", "Only collects prices for others")
    assert "Jonas Müller" in text_of(card["html"])
    assert "Tom" not in text_of(card["html"])
    finding = maya.sees("marketing", "3 flags")
    assert "Search ads" in text_of(finding["html"])

    opened = press(maya, card, "Accept…")
    sent = send(maya, opened, "marketing", words="The form asks for the role", remedy="targeting")
    assert sent["kind"] == "nothing"
    maya.sees("marketing", "What changes: “The form asks for the role”")
    tom.sees(tom.home, "You said, we did")


def test_two_marketers_press_and_the_second_hears_how_it_stands(meet: Meet) -> None:
    tom, maya, kasia = meet("tom"), meet("maya"), meet("kasia")
    flag(tom, FLAG, reason="duplicate", seen="The same person came twice")
    card = maya.sees("marketing", "The same person came twice")
    assert press(maya, card, "Acknowledge")["kind"] == "nothing"
    late = press(kasia, card, "Acknowledge")
    assert late["kind"] == "whisper"
    assert "Jego stan to teraz: Przyjęte do wiadomości" in text_of(late["html"])
    maya.sees("marketing", "Seen · decision due by")


def test_a_rep_decides_nothing_and_a_marketer_sees_no_name(meet: Meet) -> None:
    tom, maya = meet("tom"), meet("maya")
    flag(tom, FLAG, reason="low-intent", seen="Wanted a picture of a robot")
    card = maya.sees("marketing", "Wanted a picture of a robot")
    assert press(tom, card, "Acknowledge")["kind"] == "whisper"
    history = press(maya, card, "History")
    assert "Tom" not in text_of(history["html"])


def test_what_both_teams_agreed_on_is_one_word_away(meet: Meet) -> None:
    tom, piotr = meet("tom"), meet("piotr")
    definition = tom.say("definition", tom.home)
    assert "Decides about buying" in text_of(definition["html"])
    assert "Helen Marsh" in text_of(definition["html"])
    in_polish = piotr.say("Definicja", piotr.home)
    assert in_polish["kind"] == "whisper"
    assert definition["html"] != in_polish["html"]


def test_the_agenda_shows_what_waits_and_comes_to_both_channels_before_the_meeting(
    meet: Meet,
) -> None:
    maya, tom = meet("maya"), meet("tom")
    maya.post("clock", jump="hour")
    maya.say("@Leadloop agenda", "marketing")
    agenda = maya.sees("marketing", "Sales and marketing")
    shown = text_of(agenda["html"])
    assert "Jonas Müller" not in shown
    assert not {"Tom", "Olga", "Piotr", "Maya"} & set(shown.split())
    assert tom.messages("sales") == []
    for _ in range(4):
        maya.post("clock", jump="workdays")
    tom.sees("sales", "Sales and marketing")


def test_what_the_meeting_decides_comes_to_both_channels_as_minutes(meet: Meet) -> None:
    helen, tom = meet("helen"), meet("tom")
    helen.post("clock", jump="hour")
    helen.say("@Leadloop agenda", "marketing")
    agenda = helen.sees("marketing", "Lukas Nowak")
    decided = send(helen, press(helen, agenda, "Decided …"), "marketing", words="Ask for the role")
    assert decided["kind"] == "nothing"
    agenda = helen.sees("marketing", "Ask for the role")
    opened = press(helen, agenda, "Agree an action …")
    due = "2026-12-01"
    send(helen, opened, "marketing", what="Change the form", owner="maya", due=due)
    helen.sees("marketing", "Change the form")
    for _ in range(5):
        helen.post("clock", jump="workdays")
    for channel in ("marketing", "sales"):
        minutes = text_of(tom.sees(channel, "Minutes: Sales and marketing")["html"])
        assert "Ask for the role" in minutes
        assert "Change the form" in minutes


def test_a_company_called_agenda_is_asked_about(meet: Meet) -> None:
    maya = meet("maya")
    maya.say("@Leadloop Agenda\nGlobex", "marketing")
    maya.sees("marketing", "Agenda")
    assert "Sales and marketing" not in str(maya.messages("marketing"))
