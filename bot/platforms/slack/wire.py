"""How what we ask for is spelled in Slack's payloads, and read back from what Slack sends.

Whatever comes back may be forged or of an older version: what is not as we spell it is `Odd`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

MOST_VALUE = 2000
"""Letters of a button's value."""
MOST_ID = 255
"""Letters of an action's, a block's or a view's own id."""
MOST_METADATA = 3000
"""Letters of a view's private metadata."""

GIVEN = "given"
"""The action id of every field: its name is the block's id."""

NO_VALUE = "∅"
"""Stands for an option without a value, which Slack refuses."""

PLATFORM = "slack"

_ACTION_ID = re.compile(r"(.+)#[0-9]{1,6}", re.DOTALL)
_MARKUP = {"&": "\\u0026", "<": "\\u003c", ">": "\\u003e"}

Json = Mapping[str, object]


class Odd(Exception):
    """What came from Slack is not as we spell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a view carries until it is sent: opaque ids, and where it was opened."""

    place: str
    """The name of the place in which the person acted."""
    message: str = ""
    """The message whose button was pressed, as ``<channel>/<ts>``; empty where there was none."""
    keep: Mapping[str, str] = field(default_factory=dict[str, str])
    """The form's own ids."""


def action_id(does: str, number: int) -> str:
    """Name a button: the route it does, and a number that no other button of the message has.

    A name longer than Slack takes is a `ValueError`.
    """
    return fitting(f"{does}#{number}", MOST_ID)


def route_of(action: object) -> str:
    """Give the route of a pressed button."""
    found = _ACTION_ID.fullmatch(action) if isinstance(action, str) else None
    if found is None:
        raise Odd("an action's id")
    return found[1]


def fitting(text: str, most: int) -> str:
    """Pass on what Slack carries; anything longer is a `ValueError`."""
    if len(text) > most:
        raise ValueError(f"{len(text)} letters are more than the {most} that Slack carries")
    return text


def spell_values(carried: Mapping[str, str]) -> str:
    """Spell what a button carries; more than Slack takes is a `ValueError`."""
    return _spelled(dict(carried), MOST_VALUE)


def read_values(text: object) -> Mapping[str, str]:
    """Read what a button carried; one without a value carried nothing."""
    return {} if text is None else _texts(_object(text))


def spell_metadata(metadata: Metadata) -> str:
    """Spell what a view carries; more than Slack takes is a `ValueError`."""
    carried = {
        "keep": dict(metadata.keep),
        "place": metadata.place,
        "message": metadata.message,
    }
    return _spelled(carried, MOST_METADATA)


def read_metadata(text: object) -> Metadata:
    """Read what a view carried."""
    carried = _object(text)
    return Metadata(
        place=_text(carried.get("place")),
        message=_text(carried.get("message", "")),
        keep=_texts(_mapping(carried.get("keep", {}))),
    )


def read_state(state: object) -> Mapping[str, str]:
    """Read a view's ``state``: each field's name with what was given in it.

    Several choices are parted by line breaks, a switch is ``on`` or empty, a day is in ISO's
    spelling, a person is Slack's user id, a channel is ``slack:C0123``.
    """
    blocks = _mapping(_mapping(state).get("values", {}))
    return {
        name: _given(_mapping(actions[GIVEN]))
        for name, actions in ((name, _mapping(block)) for name, block in blocks.items())
        if GIVEN in actions
    }


def _given(element: Json) -> str:
    match element.get("type"):
        case "plain_text_input":
            return _optional(element.get("value"))
        case "radio_buttons" | "static_select" | "external_select":
            chosen = element.get("selected_option")
            return "" if chosen is None else _choice(chosen)
        case "checkboxes" | "multi_static_select" | "multi_external_select":
            return "\n".join(_choice(one) for one in _list(element.get("selected_options") or []))
        case "datepicker":
            return _optional(element.get("selected_date"))
        case "users_select":
            return _optional(element.get("selected_user"))
        case "conversations_select":
            conversation = _optional(element.get("selected_conversation"))
            return f"{PLATFORM}:{conversation}" if conversation else ""
        case _:
            raise Odd("a field of an unknown kind")


def option_value(value: str) -> str:
    """Spell an option's value, which must not be empty."""
    return value or NO_VALUE


def _choice(option: object) -> str:
    value = _text(_mapping(option).get("value"))
    return "" if value == NO_VALUE else value


def _spelled(carried: Json, most: int) -> str:
    """Spell as JSON without the three letters that Slack escapes on the way."""
    text = json.dumps(carried, separators=(",", ":"))
    for letter, spelling in _MARKUP.items():
        text = text.replace(letter, spelling)
    return fitting(text, most)


def _object(text: object) -> Json:
    try:
        return _mapping(json.loads(_text(text)))
    except (ValueError, RecursionError) as error:
        raise Odd("not JSON") from error


def _mapping(thing: object) -> Json:
    if not isinstance(thing, dict):
        raise Odd("not an object")
    return cast("Json", thing)


def _list(thing: object) -> list[object]:
    if not isinstance(thing, list):
        raise Odd("not a list")
    return cast("list[object]", thing)


def _texts(thing: Json) -> Mapping[str, str]:
    return {name: _text(value) for name, value in thing.items()}


def _optional(thing: object) -> str:
    return "" if thing is None else _text(thing)


def _text(thing: object) -> str:
    if not isinstance(thing, str):
        raise Odd("not a text")
    return thing
