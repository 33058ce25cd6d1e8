"""How what we ask for is spelled in cards, and read back from what Teams sends.

Whatever comes back may be forged or of an older version: what is not as we spell it is `Odd`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from bot.platforms.lettering import counted

PLATFORM = "teams"

PRESSED = "pressed"
"""What Teams is told that any button does; what it does stands under its seal."""

MOST_CARRIED = 2000
"""Letters of what a button or a form carries."""
MOST_NAME = 255
"""Letters of a route's or a field's name."""
MOST_FIELDS = 100

NO_VALUE = "∅"
"""Stands for an option without a value, which looks like nothing chosen."""
_ON = "on"

Json = Mapping[str, object]


class Odd(Exception):
    """What came from Teams is not as we spell it."""


class Kind(StrEnum):
    """What a field's id begins with: all fields come back as mere texts."""

    TEXT = "text"
    ONE = "one"
    MANY = "many"
    DAY = "day"
    PERSON = "person"
    CHANNEL = "channel"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What a pressed button says."""

    does: str
    """The route."""
    values: Mapping[str, str]
    n: int
    """Which button of its message it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a form carries until it is sent: opaque ids, and where it was opened."""

    place: str
    """The name of the place in which the person acted."""
    message: str = ""
    """The message whose button was pressed; empty where there was none."""
    keep: Mapping[str, str] = field(default_factory=dict[str, str])
    """The form's own ids."""


# Buttons


def spell_press(press: Press) -> dict[str, object]:
    """Spell what a button carries; more than we want to carry is a `ValueError`."""
    return {
        "does": fitting(press.does, MOST_NAME),
        "values": _carried(press.values),
        "n": press.n,
    }


def read_press(data: object) -> Press:
    """Read the data of a pressed button, be it Action.Execute's or Action.Submit's."""
    carried = _mapping(data)
    number = carried.get("n", 0)
    if not isinstance(number, int) or isinstance(number, bool):
        raise Odd("not a number")
    return Press(
        does=_name(carried.get("does")),
        values=_texts(_mapping(carried.get("values", {}))),
        n=number,
    )


# Forms


def spell_form(name: str, metadata: Metadata) -> dict[str, object]:
    """Spell what a form carries; more than we want to carry is a `ValueError`."""
    return {
        "form": fitting(name, MOST_NAME),
        "keep": _carried(metadata.keep),
        "place": fitting(metadata.place, MOST_CARRIED),
        "message": fitting(metadata.message, MOST_CARRIED),
    }


def with_fields(content: Json, data: Json) -> Json:
    """Put what a form carried together with what was given in its fields, and nothing else."""
    return {key: value for key, value in data.items() if _kind_and_name(key)} | dict(content)


def is_form(data: object) -> bool:
    """Tell whether data is a sent form's, and not a pressed button's."""
    return isinstance(data, dict) and "form" in data


def read_form(data: object) -> tuple[str, Mapping[str, str]]:
    """Read a sent form: its route, and each field's name with what was given in it.

    What the form kept stands among the fields and before them. Several choices are parted by line
    breaks, a switch is ``on`` or empty, a day is in ISO's spelling, a person is an Entra object id
    in small letters, a channel is ``teams:19:…@thread.tacv2``.
    """
    carried = _mapping(data)
    given = {name: _given(kind, value) for kind, name, value in _fields(carried)}
    return _name(carried.get("form")), {**given, **read_metadata(carried).keep}


def read_metadata(data: object) -> Metadata:
    """Read what a form carried."""
    carried = _mapping(data)
    return Metadata(
        place=_text(carried.get("place")),
        message=_text(carried.get("message", "")),
        keep=_texts(_mapping(carried.get("keep", {}))),
    )


def read_people(data: object) -> Mapping[str, str]:
    """Give the fields of a sent form in which somebody was picked, with their Entra object ids."""
    found = _fields(_mapping(data))
    people = {name: _given(kind, value) for kind, name, value in found if kind is Kind.PERSON}
    return {name: person for name, person in people.items() if person}


def field_id(kind: Kind, name: str) -> str:
    """Spell a field's id; a name that is too long is a `ValueError`."""
    return f"{kind}.{fitting(name, MOST_NAME)}"


def option_value(value: str) -> str:
    """Spell an option's value: not empty, and without the comma that parts several."""
    return value.replace("%", "%25").replace(",", "%2C") or NO_VALUE


def fitting(text: str, most: int) -> str:
    """Pass on what we want to carry; anything longer is a `ValueError`."""
    if counted(text) > most:
        raise ValueError(f"{counted(text)} letters are more than the {most} that we carry")
    return text


def _fields(carried: Json) -> list[tuple[Kind, str, object]]:
    """Give the fields among a form's data: their kind, name, and what was given."""
    found: list[tuple[Kind, str, object]] = []
    for key, value in carried.items():
        field = _kind_and_name(key)
        if field is not None:
            found.append((*field, value))
    if len(found) > MOST_FIELDS:
        raise Odd("too many fields")
    return found


def _kind_and_name(key: str) -> tuple[Kind, str] | None:
    """Read a field's id; nothing where a key is none."""
    kind, dot, name = key.partition(".")
    return (Kind(kind), name) if dot and name and kind in set(Kind) else None


def _given(kind: Kind, value: object) -> str:
    text = _optional(value)
    match kind:
        case Kind.ONE | Kind.CHANNEL:
            return _choice(text)
        case Kind.MANY:
            return "\n".join(_choice(one) for one in text.split(",") if one)
        case Kind.PERSON:
            return text.lower()
        case Kind.SWITCH:
            return _ON if text == _ON else ""
        case Kind.TEXT | Kind.DAY:
            return "\n".join(text.splitlines())


def _choice(value: str) -> str:
    return "" if value == NO_VALUE else value.replace("%2C", ",").replace("%25", "%")


def _carried(values: Mapping[str, str]) -> dict[str, str]:
    fitting(json.dumps(dict(values), ensure_ascii=False), MOST_CARRIED)
    return dict(values)


def _mapping(thing: object) -> Json:
    if not isinstance(thing, dict):
        raise Odd("not an object")
    return cast("Json", thing)


def _texts(thing: Json) -> Mapping[str, str]:
    return {name: _text(value) for name, value in thing.items()}


def _optional(thing: object) -> str:
    return "" if thing is None else _text(thing)


def _name(thing: object) -> str:
    name = _text(thing)
    if not 1 <= len(name) <= MOST_NAME:
        raise Odd("not a name")
    return name


def _text(thing: object) -> str:
    if not isinstance(thing, str):
        raise Odd("not a text")
    return thing
