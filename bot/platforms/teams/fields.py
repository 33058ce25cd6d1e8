"""Draws the fields of a form as inputs; `wire.read_form` reads what was given in them.

Labels, choices and sentences may be read as Markdown by some clients, so they are escaped; hints
and errors are runs of letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from bot.i18n import Voice
from bot.platforms.lettering import counted, filled, shortened, typed
from bot.platforms.spoken import marked
from bot.platforms.teams.lettering import escaped
from bot.platforms.teams.options import Drawn, drawn_options
from bot.platforms.teams.shapes import Shape, Size, line, run
from bot.platforms.teams.tables import rest
from bot.platforms.teams.wire import PLATFORM, Kind, field_id
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
    Tone,
)
from handlers.naming import shown
from handlers.phrase import Phrase, say

MOST_OPEN = 6
"""More options than these, of which one is chosen, are a menu."""
MOST_TICKS = 10
"""Likewise where several may be."""
MOST_LISTED = 30
"""In a longer menu one types to find."""
LONGEST_LABEL = 300
LONGEST_GIVEN = 3000
LONGEST_HINT = 1000

_PERSON = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PEOPLE = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
"""The company's people, as the client finds them in its directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What fields are drawn with besides themselves."""

    given: Mapping[str, str] | None = None
    """What was given before, by the fields' names; nothing when a form is drawn for the first time."""
    errors: Mapping[str, Phrase] = field(default_factory=dict[str, Phrase])
    """Sentences that stand beside fields."""
    channels: Sequence[Option] = ()
    """The channels that can be picked, each by what is sent back for it: ``teams:19:…``."""


EMPTY = Filled()
"""Of a form that is drawn for the first time."""


def field_shapes(field: Field, voice: Voice, filled_in: Filled) -> list[Shape]:
    """Draw a field, its hint and what is wrong with it; nothing where there is nothing to choose."""
    given = None if filled_in.given is None else filled_in.given.get(field.name, "")
    control = _control(field, voice, given, filled_in.channels)
    if not control.shape:
        return _no_choice(field, voice)
    named = control.shape | {"label": _words(field.label, voice)} | _asked(field, voice)
    wrong = filled_in.errors.get(field.name)
    return [
        named,
        *_small(field.hint, voice),
        *rest(control.left, voice),
        *([] if wrong is None else [error_line(wrong, voice)]),
    ]


def error_line(sentence: Phrase, voice: Voice) -> Shape:
    """Say what is wrong."""
    said = marked(filled(voice.speak(sentence), LONGEST_HINT), Tone.BAD)
    return line(run(said, Tone.BAD, bold=True), close=True)


def _no_choice(field: Field, voice: Voice) -> list[Shape]:
    """Say why no channel can be picked; any other field without options asks nothing."""
    if not isinstance(field, ChannelPick):
        return []
    label = line(run(filled(voice.speak(field.label), LONGEST_LABEL), bold=True))
    return [label, *_small(say("teams-no-channels"), voice)]


def _small(hint: Phrase | None, voice: Voice) -> list[Shape]:
    said = shortened(voice.speak(hint).strip(), LONGEST_HINT) if hint else ""
    return [line(run(said, Tone.QUIET, size=Size.SMALL), close=True)] if said else []


def _words(phrase: Phrase, voice: Voice) -> str:
    return escaped(filled(voice.speak(phrase), LONGEST_LABEL))


def _asked(field: Field, voice: Voice) -> Shape:
    """Say whether a field must be filled in, and what the client says until it is as it must be."""
    if isinstance(field, Switch):
        return {}
    is_early = isinstance(field, Day) and field.earliest is not None
    if not field.required and not is_early:
        return {}
    earliest = field.earliest if isinstance(field, Day) else None
    sentence = say("chat-earliest", day=earliest) if earliest else say("teams-required")
    must: Shape = {"isRequired": True} if field.required else {}
    return must | {"errorMessage": _words(sentence, voice)}


def _control(field: Field, voice: Voice, given: str | None, channels: Sequence[Option]) -> Drawn:
    match field:
        case ShortText() | LongText():
            return Drawn(_text(field, given))
        case Choice():
            return _choice(field, voice, field.value if given is None else given)
        case Choices():
            return _choices(field, voice, field.value if given is None else given.splitlines())
        case Day():
            return Drawn(_day(field, given))
        case PersonPick():
            return Drawn(_person(field, voice, given))
        case ChannelPick():
            return _channel(field, voice, field.value if given is None else given, channels)
        case Switch():
            return Drawn(_switch(field, voice, given))
        case _:
            assert_never(field)


def _text(field: ShortText | LongText, given: str | None) -> Shape:
    longest = max(1, min(field.longest, LONGEST_GIVEN))
    value = field.value if given is None else given
    value = shown(value) if isinstance(field, ShortText) else typed(value)
    value = value if counted(value) <= longest else shortened(value, longest)
    return {
        "type": "Input.Text",
        "id": field_id(Kind.TEXT, field.name),
        "isMultiline": isinstance(field, LongText),
        "maxLength": longest,
        **({"value": value} if value else {}),
    }


def _choice(field: Choice, voice: Voice, chosen: str) -> Drawn:
    options = field.options
    if options and not field.required and not any(option.value == "" for option in options):
        options = (Option("", say("none")), *options)  # what was chosen can be taken back
    drawn = drawn_options(options, voice, {chosen})
    return Drawn(
        _menu(drawn.choices, field_id(Kind.ONE, field.name), voice) | drawn.first, drawn.left
    )


def _channel(field: ChannelPick, voice: Voice, chosen: str, channels: Sequence[Option]) -> Drawn:
    known = [option for option in channels if option.value.startswith(f"{PLATFORM}:")]
    drawn = drawn_options(known, voice, {chosen})
    menu = _menu(drawn.choices, field_id(Kind.CHANNEL, field.name), voice, most_open=0)
    return Drawn(menu | drawn.first, drawn.left) if menu else Drawn(menu)


def _menu(choices: Sequence[Shape], id: str, voice: Voice, *, most_open: int = MOST_OPEN) -> Shape:
    """Show a few options at once, more in a menu, and many in one that is searched by typing."""
    if not choices:
        return {}
    shape: Shape = {"type": "Input.ChoiceSet", "id": id, "choices": list(choices), "wrap": True}
    if len(choices) <= most_open:
        return shape | {"style": "expanded"}
    style = "compact" if len(choices) <= MOST_LISTED else "filtered"
    return shape | {"style": style, "placeholder": voice.speak(say("chat-choose"))}


def _choices(field: Choices, voice: Voice, chosen: Sequence[str]) -> Drawn:
    drawn = drawn_options(field.options, voice, set(chosen))
    if not drawn.choices:
        return Drawn({})
    id = field_id(Kind.MANY, field.name)
    menu = _menu(drawn.choices, id, voice, most_open=MOST_TICKS)
    style = {"style": "expanded"} if menu["style"] == "expanded" else {"style": "compact"}
    return Drawn(menu | style | {"isMultiSelect": True} | drawn.first, drawn.left)


def _day(field: Day, given: str | None) -> Shape:
    value = field.value if given is None else _date(given)
    is_early = value and field.earliest and value < field.earliest
    return {
        "type": "Input.Date",
        "id": field_id(Kind.DAY, field.name),
        **({"min": field.earliest.isoformat()} if field.earliest else {}),
        **({"value": value.isoformat()} if value and not is_early else {}),
    }


def _date(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _person(field: PersonPick, voice: Voice, given: str | None) -> Shape:
    chosen = (field.value if given is None else given).lower()
    return {
        "type": "Input.ChoiceSet",
        "id": field_id(Kind.PERSON, field.name),
        "choices": [],
        "choices.data": dict(_PEOPLE),
        "placeholder": voice.speak(say("chat-choose")),
        **({"value": chosen} if _PERSON.fullmatch(chosen) else {}),
    }


def _switch(field: Switch, voice: Voice, given: str | None) -> Shape:
    is_on = field.value if given is None else given == "on"
    return {
        "type": "Input.Toggle",
        "id": field_id(Kind.SWITCH, field.name),
        "title": voice.speak(say("chat-yes")),
        "valueOn": "on",
        "valueOff": "off",
        "value": "on" if is_on else "off",
        "wrap": True,
    }
