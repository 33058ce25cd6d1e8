"""Judging inputs: what people fill in, named, labelled, and with a sentence when it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.judging import (
    Check,
    Spot,
    different,
    flag,
    many,
    number,
    string,
    thing,
    whole,
)
from tests.fakes.teams import card_actions, card_elements
from tests.fakes.teams.card_words import (
    EVERYWHERE,
    NAME,
    TEXT,
    element,
    exact,
    later,
    since,
    word,
)


def _looks(expression: str, example: str) -> Check:
    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not isinstance(value, str) or re.fullmatch(expression, value) is None:
            yield f"{spot}: must look like {example}"

    return check


DATE = _looks(r"\d{4}-\d\d-\d\d", "2026-11-22")
TIME = _looks(r"\d\d:\d\d", "09:30")


SHARED = dict(EVERYWHERE) | {
    "isRequired": flag,
    "errorMessage": string(),
    "fallback": later(lambda: card_elements.FALLBACK),
}
ID: dict[str, Check] = {"id": NAME}
LABELLED: dict[str, Check] = ID | {"label": string()}


def _said_when_missing(value: Any, spot: Spot) -> Iterator[str]:
    if value.get("isRequired") and "errorMessage" not in value:
        yield f"{spot}: a required input needs an errorMessage"


def _short_enough(value: Any, spot: Spot) -> Iterator[str]:
    if "maxLength" in value and len(value.get("value", "")) > value["maxLength"]:
        yield f"{spot}: the value is longer than maxLength"


INPUT_TEXT = element(
    "Input.Text",
    LABELLED,
    SHARED
    | {
        "isMultiline": flag,
        "maxLength": whole(1),
        "placeholder": TEXT,
        "regex": since("1.3", string()),
        "style": word("text", "tel", "url", "email", "password"),
        "inlineAction": later(lambda: card_actions.ACTION),
        "value": TEXT,
    },
    _said_when_missing,
    _short_enough,
)
INPUT_NUMBER = element(
    "Input.Number",
    LABELLED,
    SHARED | {"min": number(), "max": number(), "placeholder": TEXT, "value": number()},
    _said_when_missing,
)
INPUT_DATE = element(
    "Input.Date",
    LABELLED,
    SHARED | {"min": DATE, "max": DATE, "placeholder": TEXT, "value": DATE},
    _said_when_missing,
)
INPUT_TIME = element(
    "Input.Time",
    LABELLED,
    SHARED | {"min": TIME, "max": TIME, "placeholder": TEXT, "value": TIME},
    _said_when_missing,
)
INPUT_TOGGLE = element(
    "Input.Toggle",
    ID | {"title": string()},
    SHARED | {"label": string(), "value": TEXT, "valueOn": TEXT, "valueOff": TEXT, "wrap": flag},
    _said_when_missing,
)
CHOICE = thing({"title": string(), "value": string()})
QUERY = since(
    "1.6",
    thing(
        {"type": exact("Data.Query"), "dataset": string()},
        {
            "value": TEXT,
            "count": whole(1),
            "skip": whole(0),
            "associatedInputs": word("auto", "none"),
        },
    ),
)


def _chosen(value: Any, spot: Spot) -> Iterator[str]:
    values = [one["value"] for one in value.get("choices", [])]
    yield from different(values, spot, "the choice")
    several = value.get("isMultiSelect", False)
    given = str(value.get("value", ""))
    chosen = [one for one in (given.split(",") if several else [given]) if one]
    if several and any("," in one for one in values):
        yield f"{spot}: a value with a comma cannot be one of several"
    if "choices.data" not in value and any(one not in values for one in chosen):
        yield f"{spot}: the value is none of the choices"
    if "choices.data" not in value and not values:
        yield f"{spot}: there is nothing to choose from"


INPUT_CHOICE_SET = element(
    "Input.ChoiceSet",
    LABELLED,
    SHARED
    | {
        "choices": many(CHOICE, 0),
        "choices.data": QUERY,
        "isMultiSelect": flag,
        "style": word("compact", "expanded", "filtered"),
        "value": TEXT,
        "placeholder": TEXT,
        "wrap": flag,
    },
    _said_when_missing,
    _chosen,
)
INPUTS: dict[str, Check] = {
    "Input.Text": INPUT_TEXT,
    "Input.Number": INPUT_NUMBER,
    "Input.Date": INPUT_DATE,
    "Input.Time": INPUT_TIME,
    "Input.Toggle": INPUT_TOGGLE,
    "Input.ChoiceSet": INPUT_CHOICE_SET,
}
