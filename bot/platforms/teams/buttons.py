"""Draws buttons, each as its surface lets it be pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from bot.platforms.lettering import filled, shortened
from bot.platforms.teams.shapes import Shape
from bot.platforms.teams.surface import Pen
from bot.platforms.teams.wire import PRESSED, Press, spell_press
from handlers.message import Button, Buttons, Tone, read

LONGEST_BUTTON = 75
LONGEST_HINT = 200

_STYLES = {Tone.PRIMARY: "positive", Tone.GOOD: "positive", Tone.BAD: "destructive"}


def drawn_buttons(bar: Buttons, pen: Pen, *, first: int) -> list[Shape]:
    """Draw a bar; its buttons are numbered from `first` on."""
    if not pen.surface.has_buttons:
        return []
    actions = [
        action
        for number, button in enumerate(bar.buttons, start=first)
        for action in _button(button, pen, number)
    ]
    return [{"type": "ActionSet", "actions": actions}] if actions else []


def _button(button: Button, pen: Pen, number: int) -> Iterator[Shape]:
    """Draw a button; one that carries more than we take could do nothing, and is left out."""
    with suppress(ValueError):
        press = Press(does=button.does, values=read(button.values), n=number)
        yield _action(button, pen, pen.seal(spell_press(press))) | _looks(button, pen)


def _action(button: Button, pen: Pen, data: Shape) -> Shape:
    title = filled(pen.voice.speak(button.label), LONGEST_BUTTON)
    submit: Shape = {"type": "Action.Submit", "title": title}
    if not pen.surface.executes:
        return submit | {"data": data, "associatedInputs": "none"}
    if button.opens:
        opening = {"dialog_id": PRESSED, "msteams": {"type": "task/fetch"}}
        return submit | {"data": {**data, **opening}}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": PRESSED,
        "data": data,
        "fallback": submit | {"data": data},
    }


def _looks(button: Button, pen: Pen) -> Shape:
    style = _STYLES.get(button.tone)
    hint = shortened(pen.voice.speak(button.hint).strip(), LONGEST_HINT) if button.hint else ""
    return {**({"style": style} if style else {}), **({"tooltip": hint} if hint else {})}
