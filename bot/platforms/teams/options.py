"""Draws the options of a field, as far as a form has room for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.i18n import Voice
from bot.platforms.lettering import filled
from bot.platforms.teams.lettering import escaped
from bot.platforms.teams.shapes import Shape, weight
from bot.platforms.teams.wire import option_value
from handlers.message import Option

LONGEST_OPTION = 75
LONGEST_VALUE = 150
MOST_WEIGHT = 9000
"""Letters of all options of a field; the other fields need room too."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An input; empty where there is nothing to choose from."""

    shape: Shape
    left: int = 0
    """How many options are left out."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The options of an input."""

    choices: Sequence[Shape]
    first: Shape
    """What is chosen from the start."""
    left: int
    """How many are left out."""


def drawn_options(options: Sequence[Option], voice: Voice, chosen: Collection[str]) -> Offered:
    """Draw options, each value once; one with a value too long to be carried is left out."""
    spelled: dict[str, Shape] = {}
    for option in options:
        value = option_value(option.value)
        if len(value) <= LONGEST_VALUE and value not in spelled:
            spelled[value] = {"title": _title(option, voice), "value": value}
    choices = _fitting(list(spelled.values()))
    wanted = {option_value(value) for value in chosen}
    ticked = [str(choice["value"]) for choice in choices if choice["value"] in wanted]
    first: Shape = {"value": ",".join(ticked)} if ticked else {}
    return Offered(choices, first, len(spelled) - len(choices))


def _fitting(choices: Sequence[Shape]) -> Sequence[Shape]:
    room = MOST_WEIGHT
    for place, choice in enumerate(choices):
        room -= weight(choice) + 2
        if room < 0:
            return choices[:place]
    return choices


def _title(option: Option, voice: Voice) -> str:
    return escaped(filled(voice.speak(option.label), LONGEST_OPTION))
