"""Judging actions: what a card of a bot may offer to press, and what it sends when pressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.judging import Check, Spot, flag, kinds, many, only_on, string, thing
from tests.fakes.teams import card_elements
from tests.fakes.teams.card_words import (
    NAME,
    TEXT,
    element,
    exact,
    later,
    link,
    picture,
    requirements,
    since,
    word,
)

MOST_ACTIONS = 5


def _fallback(value: Any, spot: Spot) -> Iterator[str]:
    if value != "drop":
        yield from ACTION(value, spot)


SHARED: dict[str, Check] = {
    "id": NAME,
    "iconUrl": picture,
    "style": word("default", "positive", "destructive"),
    "tooltip": since("1.5", string()),
    "isEnabled": since("1.5", flag),
    "mode": since("1.5", word("primary", "secondary")),
    "requires": requirements,
    "fallback": _fallback,
}
TITLE: dict[str, Check] = {"title": string()}
INPUTS: dict[str, Check] = {"associatedInputs": since("1.3", word("auto", "none"))}

TEAMS = kinds(
    {
        "task/fetch": thing({"type": exact("task/fetch")}),
        "messageBack": thing(
            {"type": exact("messageBack")},
            {"text": TEXT, "displayText": TEXT, "value": lambda _value, _spot: iter(())},
        ),
        "imBack": thing({"type": exact("imBack"), "value": string()}),
    },
    what="msteams action",
)


def sent(value: Any, spot: Spot) -> Iterator[str]:
    """What an action sends: an object, so that inputs can be put into it."""
    if not isinstance(value, dict):
        yield f"{spot}: must be an object, or inputs cannot be sent with it"
    elif "msteams" in value:
        yield from TEAMS(value["msteams"], spot.at("msteams"))


def _executed(value: Any, spot: Spot) -> Iterator[str]:
    yield from sent(value, spot)
    if isinstance(value, dict) and "msteams" in value:
        yield f"{spot}: Action.Execute opens no dialog; that is for Action.Submit"


def _drawn_anywhere(value: Any, spot: Spot) -> Iterator[str]:
    """Universal actions need a fallback where a client is too old for them."""
    inner = value.get("fallback")
    if not isinstance(inner, dict) or inner.get("type") != "Action.Submit":
        yield f"{spot}: Action.Execute needs a fallback of Action.Submit"


EXECUTE_ALONE: Check = element(
    "Action.Execute", {}, SHARED | INPUTS | TITLE | {"verb": TEXT, "data": _executed}
)
EXECUTE = since(
    "1.4",
    only_on(
        element(
            "Action.Execute",
            TITLE,
            SHARED | INPUTS | {"verb": TEXT, "data": _executed},
            _drawn_anywhere,
        ),
        "message",
    ),
)
SUBMIT_KEYS = SHARED | INPUTS | {"data": sent}
SUBMIT = element("Action.Submit", TITLE, SUBMIT_KEYS)
OPEN_URL = element("Action.OpenUrl", TITLE | {"url": link}, SHARED)
SHOW_CARD = element(
    "Action.ShowCard", TITLE | {"card": later(lambda: card_elements.INNER_CARD)}, SHARED
)
ACTION: Check = kinds(
    {
        "Action.Execute": EXECUTE,
        "Action.Submit": SUBMIT,
        "Action.OpenUrl": OPEN_URL,
        "Action.ShowCard": SHOW_CARD,
    },
    what="action",
)
ON_TAP: Check = kinds(
    {
        "Action.Execute": since("1.4", only_on(EXECUTE_ALONE, "message")),
        "Action.Submit": element("Action.Submit", {}, SUBMIT_KEYS | TITLE),
        "Action.OpenUrl": element("Action.OpenUrl", {"url": link}, SHARED | TITLE),
    },
    what="action on a tap",
)
BAR: Check = many(ACTION, 1, MOST_ACTIONS)
