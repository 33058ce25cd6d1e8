"""Draws the fields of a form as input blocks; `wire.read_state` reads what was given in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from bot.i18n import Voice
from bot.platforms.lettering import counted, typed
from bot.platforms.slack.lettering import shortened
from bot.platforms.slack.shapes import Shape, plain_text
from bot.platforms.slack.wire import GIVEN, MOST_ID, PLATFORM, fitting, option_value
from handlers.message import (
    ChannelPick,
    Choice,
    Choices,
    Day,
    Field,
    LongText,
    Option,
    PersonPick,
    ShortText,
    Switch,
)
from handlers.naming import shown
from handlers.phrase import say

MOST_TICKS = 10
"""More options than these are a menu."""
MOST_IN_GROUP = 100
MOST_GROUPS = 100
LONGEST_LABEL = 2000
LONGEST_OPTION = 75
LONGEST_OPTION_VALUE = 150
LONGEST_GIVEN = 3000

_OPEN = frozenset({"plain_text_input", "radio_buttons", "checkboxes"})
"""What stands open from the start."""
_PERSON = re.compile(r"[UW][A-Z0-9]{2,20}")
_CHANNEL = re.compile(rf"{PLATFORM}:([CG][A-Z0-9]{{2,20}})")
_NO_DIRECT_NO_FOREIGN = {
    "include": ["public", "private"],
    "exclude_external_shared_channels": True,
    "exclude_bot_users": True,
}
"""Which conversations may be picked: no direct messages, none shared with another company."""


def field_blocks(field: Field, voice: Voice) -> list[Shape]:
    """Draw a field with its label and hint; one without anything to choose from draws nothing."""
    control = _control(field, voice)
    if not control:
        return []
    hint = _hint(field, voice)
    return [
        {
            "type": "input",
            "block_id": fitting(field.name, MOST_ID),
            "label": plain_text(voice.speak(field.label), LONGEST_LABEL),
            "optional": isinstance(field, Switch) or not field.required,
            "element": control | _prompt(control, voice) | {"action_id": GIVEN},
            **({"hint": plain_text(hint, LONGEST_LABEL)} if hint else {}),
        }
    ]


def _prompt(control: Shape, voice: Voice) -> Shape:
    """Say in the reader's language what a menu says before anything is chosen."""
    if control["type"] in _OPEN:
        return {}
    return {"placeholder": plain_text(voice.speak(say("chat-choose")))}


def _hint(field: Field, voice: Voice) -> str:
    """Say the hint, and what Slack's calendar cannot be told: the earliest day."""
    said = [voice.speak(field.hint)] if field.hint else []
    if isinstance(field, Day) and field.earliest:
        said.append(voice.speak(say("chat-earliest", day=field.earliest)))
    return " ".join(said).strip()


def _control(field: Field, voice: Voice) -> Shape:
    match field:
        case ShortText() | LongText():
            return _text(field)
        case Choice():
            return _choice(field, voice)
        case Choices():
            return _choices(field, voice)
        case Day():
            return _day(field)
        case PersonPick():
            known = _PERSON.fullmatch(field.value)
            return {"type": "users_select", **({"initial_user": field.value} if known else {})}
        case ChannelPick():
            return _channel(field)
        case Switch():
            yes = _option(Option("on", say("chat-yes")), voice)
            first = {"initial_options": [yes]} if field.value else {}
            return {"type": "checkboxes", "options": [yes], **first}
        case _:
            assert_never(field)


def _text(field: ShortText | LongText) -> Shape:
    longest = max(1, min(field.longest, LONGEST_GIVEN))
    given = shown(field.value) if isinstance(field, ShortText) else typed(field.value)
    given = given if counted(given) <= longest else shortened(given, longest)
    return {
        "type": "plain_text_input",
        "multiline": isinstance(field, LongText),
        "max_length": longest,
        **({"initial_value": given} if given else {}),
    }


def _choice(field: Choice, voice: Voice) -> Shape:
    options = _options(field.options, voice)
    chosen = _chosen(options, {field.value})
    first = {"initial_option": chosen[0]} if chosen else {}
    return _menu("radio_buttons", "static_select", options) | first if options else {}


def _choices(field: Choices, voice: Voice) -> Shape:
    options = _options(field.options, voice)
    chosen = _chosen(options, set(field.value))
    first = {"initial_options": chosen} if chosen else {}
    return _menu("checkboxes", "multi_static_select", options) | first if options else {}


def _menu(few: str, many: str, options: Sequence[Shape]) -> Shape:
    """Show a few options at once, more in a menu, and more than a hundred in its groups."""
    if len(options) <= MOST_TICKS:
        return {"type": few, "options": options}
    if len(options) <= MOST_IN_GROUP:
        return {"type": many, "options": options}
    starts = range(0, len(options), MOST_IN_GROUP)
    return {"type": many, "option_groups": [_group(options, start) for start in starts]}


def _group(options: Sequence[Shape], start: int) -> Shape:
    group = options[start : start + MOST_IN_GROUP]
    return {"label": plain_text(f"{start + 1}–{start + len(group)}"), "options": group}


def _options(options: Sequence[Option], voice: Voice) -> list[Shape]:
    """Draw options, each value once; one with a value that Slack cannot carry is left out."""
    spelled: dict[str, Shape] = {}
    for option in options[: MOST_GROUPS * MOST_IN_GROUP]:
        if len(option.value) <= LONGEST_OPTION_VALUE:
            spelled.setdefault(option_value(option.value), _option(option, voice))
    return list(spelled.values())


def _option(option: Option, voice: Voice) -> Shape:
    text = plain_text(voice.speak(option.label), LONGEST_OPTION)
    return {"text": text, "value": option_value(option.value)}


def _chosen(options: Sequence[Shape], values: set[str]) -> list[Shape]:
    wanted = {option_value(value) for value in values}
    return [option for option in options if option["value"] in wanted]


def _day(field: Day) -> Shape:
    is_early = field.value and field.earliest and field.value < field.earliest
    if field.value is None or is_early:
        return {"type": "datepicker"}
    return {"type": "datepicker", "initial_date": field.value.isoformat()}


def _channel(field: ChannelPick) -> Shape:
    known = _CHANNEL.fullmatch(field.value)
    first = {"initial_conversation": known[1]} if known else {}
    return {"type": "conversations_select", "filter": _NO_DIRECT_NO_FOREIGN, **first}
