"""What stands on a card for a person to read, press and fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

UNSEEN = {"fallback", "data", "msteams", "refresh", "requires"}
READ = ("text", "title", "label", "placeholder", "altText", "errorMessage", "value", "legend")
NUMERIC = re.compile(r"-?\d+(\.\d+)?")


def visible(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a card that is drawn, outermost first."""
    if isinstance(value, dict):
        if value.get("isVisible") is False:
            return
        yield value
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inside:
        if key not in UNSEEN and isinstance(one, dict | list):
            yield from visible(one)


def texts(card: Any) -> list[str]:
    """What a card says, in order: for asking whether something stands there."""
    found = list[str]()
    for one in visible(card or {}):
        found.extend(str(one[key]) for key in READ if isinstance(one.get(key), str | int | float))
        found.extend(run for run in one.get("inlines", []) if isinstance(run, str))
    return found


def buttons(card: Any) -> list[dict[str, Any]]:
    """Everything on a card that can be pressed."""
    return [one for one in visible(card or {}) if str(one.get("type")).startswith("Action.")]


def fields(card: Any) -> list[dict[str, Any]]:
    """Everything on a card that can be filled in."""
    return [one for one in visible(card or {}) if str(one.get("type")).startswith("Input.")]


def found_button(
    card: Any,
    name: str,
    value: Mapping[str, Any] | None = None,
    read: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict,
) -> dict[str, Any]:
    """The one button of that label, verb or route; nothing, or several, fail the test.

    `read` opens what a button carries.
    """
    there = [(one, _carried(one, read)) for one in buttons(card)]
    names = [_names(*one) for one in there]
    found = [one for one, data in there if name in _names(one, data) and _has(data, value)]
    assert found, f"there is no {name!r} to press; there are {names}"
    assert len(found) == 1, f"there are {len(found)} of {name!r}; tell them apart by value"
    assert found[0].get("isEnabled", True), f"{name!r} is greyed out"
    return found[0]


def filled(card: Any, values: Mapping[str, Any], *, check: bool = True) -> dict[str, Any]:
    """What inputs send: what was put in, else what stood there; held back as Teams' client does."""
    inputs = fields(card)
    told = {one["id"]: one.get("value", _untouched(one)) for one in inputs}
    for name, answer in values.items():
        element = _field(inputs, name)
        told[element["id"]] = _answer(element, answer)
    for one in inputs if check else []:
        held = _client_refuses(one, told[one["id"]])
        assert not held, f"{one['id']}: {held}"
    return {key: str(one) for key, one in told.items() if one is not None}


def _carried(
    action: dict[str, Any], read: Callable[[Mapping[str, Any]], Mapping[str, Any]]
) -> Mapping[str, Any]:
    data = action.get("data")
    return read(data) if isinstance(data, dict) else {}


def _names(action: dict[str, Any], data: Mapping[str, Any]) -> list[str]:
    told = [action.get("title"), action.get("verb"), action.get("id"), data.get("does")]
    return [one for one in told if isinstance(one, str) and one]


def _has(data: Mapping[str, Any], value: Mapping[str, Any] | None) -> bool:
    inside = data.get("values", {})
    return value is None or all({**data, **inside}.get(key) == one for key, one in value.items())


def _field(inputs: list[dict[str, Any]], name: str) -> dict[str, Any]:
    for one in inputs:
        if name in (one["id"], one.get("label"), one.get("title")):
            return one
    raise AssertionError(f"there is no field {name!r}; there are {[one['id'] for one in inputs]}")


def _untouched(element: dict[str, Any]) -> str | None:
    if element["type"] == "Input.Toggle":
        return str(element.get("valueOff", "false"))
    return None if element["type"] == "Input.ChoiceSet" else ""


def _answer(element: dict[str, Any], answer: Any) -> str:
    if element["type"] == "Input.Toggle":
        yes = str(element.get("valueOn", "true"))
        return yes if answer in (True, yes) else str(element.get("valueOff", "false"))
    if element["type"] == "Input.ChoiceSet":
        several = answer if isinstance(answer, list | tuple) else [answer]
        return ",".join(_choice(element, one) for one in several)
    return "" if answer is None else str(answer)


def _choice(element: dict[str, Any], wanted: Any) -> str:
    for one in element.get("choices", []):
        if wanted in (one["value"], one["title"]):
            return str(one["value"])
    if "choices.data" in element:
        return str(wanted)
    shown = [one["title"] for one in element.get("choices", [])]
    raise AssertionError(f"there is no choice {wanted!r}; there are {shown}")


def _client_refuses(element: dict[str, Any], value: Any) -> str:
    if value in (None, "") or (element["type"] == "Input.Toggle" and value == "false"):
        return str(element.get("errorMessage", "required")) if element.get("isRequired") else ""
    match element["type"]:
        case "Input.Text" if len(value) > element.get("maxLength", len(value)):
            return "the text is too long"
        case "Input.Text" if "regex" in element and not re.search(element["regex"], value):
            return str(element.get("errorMessage", "the text does not fit"))
        case "Input.Number" if not NUMERIC.fullmatch(str(value)):
            return "that is no number"
        case "Input.Date" | "Input.Time" | "Input.Number" if not _inside(element, value):
            return str(element.get("errorMessage", "outside the range"))
    return ""


def _inside(element: dict[str, Any], value: Any) -> bool:
    if element["type"] == "Input.Number":
        number = float(value)
        return float(element.get("min", number)) <= number <= float(element.get("max", number))
    return str(element.get("min", value)) <= str(value) <= str(element.get("max", value))
