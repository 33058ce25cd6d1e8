"""Draws the fields of a form as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import assert_never

from bot.i18n import Voice
from handlers.message import (
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
from handlers.phrase import Phrase, say

MOST_RADIOS = 7
"""More options than these are shown as a list that opens."""


def render_field(field: Field, voice: Voice, error: Phrase | None, *, id: str) -> str:
    """Draw a field with its label, its hint and what is wrong with it."""
    if isinstance(field, Switch):
        return _switch(field, voice, error, escape(id))
    id = escape(id)
    label = _text(field.label, voice) + _optional(field.required, voice)
    about = _hint(field.hint, voice, id) + _error(field.name, error, voice, id)
    if isinstance(field, Choices) or _is_radio(field):
        return (
            f'<fieldset class="field" aria-describedby="{id}-hint {id}-error">'
            f"<legend>{label}</legend>{about}{_control(field, voice, id)}</fieldset>"
        )
    return (
        f'<div class="field"><label for="{id}">{label}</label>'
        f"{about}{_control(field, voice, id)}</div>"
    )


def _control(field: Field, voice: Voice, id: str) -> str:
    match field:
        case ShortText():
            return f'<input type="text" {_named(field.name, id, required=field.required)} maxlength="{field.longest}" value="{escape(field.value)}" autocomplete="off">'
        case LongText():
            return f'<textarea {_named(field.name, id, required=field.required)} maxlength="{field.longest}" rows="4">{escape(field.value)}</textarea>'
        case Choice():
            if _is_radio(field):
                return _ticks("radio", field.name, field.options, {field.value}, voice)
            return _select(field, voice, id)
        case Choices():
            return _ticks("checkbox", field.name, field.options, set(field.value), voice)
        case Day():
            value = field.value.isoformat() if field.value else ""
            earliest = f' min="{field.earliest.isoformat()}"' if field.earliest else ""
            return f'<input type="date" {_named(field.name, id, required=field.required)} value="{value}"{earliest}>'
        case PersonPick():
            return f'<select {_named(field.name, id, required=field.required)} data-people data-value="{escape(field.value)}"><option value=""></option></select>'
        case Switch():
            checked = " checked" if field.value else ""
            return f'<input type="checkbox" role="switch" {_named(field.name, id, required=False)} value="on"{checked}>'
        case _:
            assert_never(field)


def _is_radio(field: Field) -> bool:
    return isinstance(field, Choice) and len(field.options) <= MOST_RADIOS


def _switch(field: Switch, voice: Voice, error: Phrase | None, id: str) -> str:
    about = _hint(field.hint, voice, id) + _error(field.name, error, voice, id)
    return (
        f'<div class="field"><label class="tick" for="{id}">{_control(field, voice, id)}'
        f"<span>{_text(field.label, voice)}</span></label>{about}</div>"
    )


def _ticks(kind: str, name: str, options: Sequence[Option], chosen: set[str], voice: Voice) -> str:
    ticks = "".join(
        f'<label class="tick"><input type="{kind}" name="{escape(name)}"'
        f' value="{escape(option.value)}"{" checked" if option.value in chosen else ""}>'
        f"<span>{_text(option.label, voice)}</span></label>"
        for option in options
    )
    return f'<div class="ticks">{ticks}</div>'


def _select(field: Choice, voice: Voice, id: str) -> str:
    options = "".join(
        f'<option value="{escape(option.value)}"{" selected" if option.value == field.value else ""}>'
        f"{_text(option.label, voice)}</option>"
        for option in field.options
    )
    return f'<select {_named(field.name, id, required=field.required)}><option value=""></option>{options}</select>'


def _named(name: str, id: str, *, required: bool) -> str:
    needed = ' aria-required="true"' if required else ""
    return f'name="{escape(name)}" id="{id}" aria-describedby="{id}-hint {id}-error"{needed}'


def _optional(required: bool, voice: Voice) -> str:  # noqa: FBT001 - the field's own word
    if required:
        return ""
    return f' <span class="optional">{_text(say("demo-optional"), voice)}</span>'


def _hint(hint: Phrase | None, voice: Voice, id: str) -> str:
    return f'<p class="hint" id="{id}-hint">{_text(hint, voice) if hint else ""}</p>'


def _error(name: str, error: Phrase | None, voice: Voice, id: str) -> str:
    said = _text(error, voice) if error else ""
    return (
        f'<p class="error" id="{id}-error" data-error-for="{escape(name)}" role="alert">{said}</p>'
    )


def _text(phrase: Phrase, voice: Voice) -> str:
    return escape(voice.speak(phrase))
