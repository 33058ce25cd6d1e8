"""Draws the fields of a form as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import assert_never

from bot.i18n import Voice
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
from handlers.phrase import Phrase, say

MOST_RADIOS = 7
"""More options than these are shown as a list that opens."""


def render_field(field: Field, voice: Voice, error: Phrase | None, *, id: str) -> str:
    """Draw a field with its label, its hint and what is wrong with it."""
    if isinstance(field, Switch):
        return _switch(field, voice, error, escape(id))
    id = escape(id)
    label = spoken(field.label, voice) + _optional(field, voice)
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
    named = _named(field, id)
    match field:
        case ShortText():
            most = f'maxlength="{field.longest}" autocomplete="off"'
            return f'<input type="text" {named} {most} value="{escape(field.value)}">'
        case LongText():
            most = f'maxlength="{field.longest}" rows="4"'
            return f"<textarea {named} {most}>\n{escape(field.value)}</textarea>"
        case Choice():
            if _is_radio(field):
                return _ticks("radio", field.name, field.options, {field.value}, voice)
            return f'<select {named}><option value=""></option>{_options(field, voice)}</select>'
        case Choices():
            return _ticks("checkbox", field.name, field.options, set(field.value), voice)
        case Day():
            value = field.value.isoformat() if field.value else ""
            earliest = field.earliest.isoformat() if field.earliest else ""
            return f'<input type="date" {named} value="{value}" min="{earliest}">'
        case PersonPick():
            chosen = f'data-people data-value="{escape(field.value)}"'
            return f'<select {named} {chosen}><option value=""></option></select>'
        case ChannelPick():
            chosen = f'data-channels data-value="{escape(field.value)}"'
            return f'<select {named} {chosen}><option value=""></option></select>'
        case Switch():
            checked = " checked" if field.value else ""
            return f'<input type="checkbox" role="switch" {named} value="on"{checked}>'
        case _:
            assert_never(field)


def _is_radio(field: Field) -> bool:
    return isinstance(field, Choice) and len(field.options) <= MOST_RADIOS


def _switch(field: Switch, voice: Voice, error: Phrase | None, id: str) -> str:
    about = _hint(field.hint, voice, id) + _error(field.name, error, voice, id)
    return (
        f'<div class="field"><label class="tick" for="{id}">{_control(field, voice, id)}'
        f"<span>{spoken(field.label, voice)}</span></label>{about}</div>"
    )


def _ticks(kind: str, name: str, options: Sequence[Option], chosen: set[str], voice: Voice) -> str:
    ticks = "".join(
        f'<label class="tick"><input type="{kind}" name="{escape(name)}"'
        f' value="{escape(option.value)}"{" checked" if option.value in chosen else ""}>'
        f"<span>{spoken(option.label, voice)}</span></label>"
        for option in options
    )
    return f'<div class="ticks">{ticks}</div>'


def _options(field: Choice, voice: Voice) -> str:
    return "".join(
        f'<option value="{escape(option.value)}"'
        f"{' selected' if option.value == field.value else ''}>"
        f"{spoken(option.label, voice)}</option>"
        for option in field.options
    )


def _named(field: Field, id: str) -> str:
    needed = "" if isinstance(field, Switch) or not field.required else ' aria-required="true"'
    return f'name="{escape(field.name)}" id="{id}" aria-describedby="{id}-hint {id}-error"{needed}'


def _optional(field: Field, voice: Voice) -> str:
    """Say that a field may stay empty; radios with one chosen cannot be."""
    is_chosen = isinstance(field, Choice) and _is_radio(field) and field.value
    if isinstance(field, Switch) or field.required or is_chosen:
        return ""
    return f' <span class="optional">{spoken(say("demo-optional"), voice)}</span>'


def _hint(hint: Phrase | None, voice: Voice, id: str) -> str:
    return f'<p class="hint" id="{id}-hint">{spoken(hint, voice) if hint else ""}</p>'


def _error(name: str, error: Phrase | None, voice: Voice, id: str) -> str:
    said = spoken(error, voice) if error else ""
    return (
        f'<p class="error" id="{id}-error" data-error-for="{escape(name)}" role="alert">{said}</p>'
    )


def spoken(phrase: Phrase, voice: Voice) -> str:
    """Say a phrase as text of a page."""
    return escape(voice.speak(phrase))
