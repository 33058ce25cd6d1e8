"""A person's page through the demo's real HTTP door: opened, answered, asked from, set up anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.stories.test_main_story import Visitor, buttons, press, text_of
from tests.stories.test_main_story import demo as demo_with_leads

demo = demo_with_leads


def page_of(visitor: Visitor) -> str:
    return f"home:{visitor.home}"


def open_page(visitor: Visitor, wanted: str) -> Any:
    """Open the page, and give its card once it shows these words."""
    visitor.post("press", conversation=page_of(visitor), does="home.opened", values={})
    return visitor.sees(page_of(visitor), wanted)


def submit(visitor: Visitor, form: str, keep: str = "{}", **values: str) -> Any:
    return visitor.post(
        "submit", conversation=page_of(visitor), form=form, keep=json.loads(keep), values=values
    )


def test_a_rep_answers_on_the_page_and_the_askers_card_fills(
    demo: Callable[[str], Visitor],
) -> None:
    maya, piotr = demo("maya"), demo("piotr")
    open_page(piotr, "Nic nie czeka")
    maya.say("@Leadloop anna@acme.example", "marketing")
    press(maya, maya.sees("marketing", "1 lead: 1 unknown"), "Ask the owner")
    piotr.sees(piotr.home, "Anna Nowak")
    card = open_page(piotr, "Anna Nowak")
    press(piotr, card, "W rozmowach")
    maya.sees("marketing", "1 lead: 1 in conversation")
    open_page(piotr, "Nic nie czeka")
    assert len(piotr.messages(page_of(piotr))) == 1


def test_leads_are_asked_about_from_the_page(demo: Callable[[str], Visitor]) -> None:
    maya = demo("maya")
    card = open_page(maya, "You have not asked anything yet")
    opened = press(maya, card, "Ask about leads")
    assert opened["kind"] == "open"
    told = submit(maya, "questions.asked", leads="anna@acme.example\neve@won.example")
    assert "direct messages" in text_of(told["html"])
    maya.sees(maya.home, "2 leads: 1 converted and 1 unknown")
    listed = maya.sees(page_of(maya), "1 of 2 known")
    told = press(maya, listed, "Send it to me again")
    assert told["kind"] == "whisper"


def test_new_settings_change_the_language_of_everything_one_sees(
    demo: Callable[[str], Visitor],
) -> None:
    maya = demo("maya")
    card = open_page(maya, "Your settings")
    form = press(maya, card, "Change settings")["html"]
    assert "UTC+1 · Warsaw" in form
    values = {
        "language": "pl",
        "zone": "Europe/Warsaw",
        "start": "08:00",
        "end": "16:00",
        "weekdays": "0\n1\n2\n3",
        "country": "PL",
        "away-first": "",
        "away-last": "",
    }
    wrong = submit(maya, "settings.mine-saved", **(values | {"end": "07:00"}))
    assert wrong["errors"] == {"end": "Work must end later than it begins."}
    assert submit(maya, "settings.mine-saved", **values)["kind"] == "nothing"
    changed = maya.sees(page_of(maya), "Twoje ustawienia")
    assert "poniedziałek, wtorek, środa i czwartek, 08:00–16:00" in text_of(changed["html"])
    state = maya.client.get("/demo/state", params={"as": "maya"}).json()
    assert next(one for one in state["people"] if one["id"] == "maya")["language"] == "pl"


def test_an_administrator_gives_a_channel_another_language(
    demo: Callable[[str], Visitor],
) -> None:
    ada, maya = demo("ada"), demo("maya")
    form = press(ada, open_page(ada, "For administrators"), "Channels")["html"]
    assert 'data-channels data-value="demo:marketing"' in form
    usual = {"language": "en", "zone": "Europe/Warsaw"}
    values = {
        f"{side}-{name}": value for side in ("marketing", "sales") for name, value in usual.items()
    }
    values |= {"marketing": "demo:marketing", "sales": "demo:sales", "marketing-language": "pl"}
    assert submit(ada, "settings.channels-saved", **values)["kind"] == "nothing"
    maya.say("@Leadloop anna@acme.example", "marketing")
    maya.sees("marketing", "1 lead: 1 bez informacji")
    assert "Channels" not in buttons(open_page(maya, "Your settings")["html"])
