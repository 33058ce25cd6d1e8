"""Draws cards, forms and notices as Adaptive Cards, for any card and form, within Teams' limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.i18n import Voice
from bot.platforms.lettering import filled
from bot.platforms.teams.body import drawn, fitted
from bot.platforms.teams.fields import EMPTY, Filled, error_line, field_shapes
from bot.platforms.teams.seals import Seal
from bot.platforms.teams.shapes import Shape, Size, heading, line, run, weight
from bot.platforms.teams.summary import in_words
from bot.platforms.teams.surface import DIALOG, MESSAGE, MOST_LETTERS, UNFOLD, Pen, Surface
from bot.platforms.teams.wire import Metadata, spell_form
from handlers.message import Card, Form, Table
from handlers.phrase import Phrase

LONGEST_HEADLINE = 1000
LONGEST_TITLE = 60
"""Letters of a dialog's title that are seen on a telephone."""
LONGEST_SUBMIT = 40


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message as Teams takes it."""

    summary: str
    """The same in plain words, for notifications and screen readers."""
    content: Shape
    """The Adaptive Card."""


def render_card(card: Card, voice: Voice, *, seal: Seal) -> Drawn:
    """Draw a card as a message; its buttons carry what they do under a seal."""
    said = in_words(card, voice)
    return Drawn(said, _card(card, Pen(voice, MESSAGE, seal), said))


def render_preview(card: Card, voice: Voice) -> Drawn:
    """Draw a card as what a link unfolds to; it has no buttons."""
    said = in_words(card, voice)
    return Drawn(said, _card(card, Pen(voice, UNFOLD, dict), said))


def render_notice(card: Card, voice: Voice, *, seal: Seal) -> Shape:
    """Draw a card as a dialog that only tells something; `dialog_title` gives what stands above."""
    return _card(card, Pen(voice, DIALOG, seal), in_words(card, voice))


def render_form(
    form: Form,
    voice: Voice,
    *,
    metadata: Metadata,
    seal: Seal,
    filled_in: Filled = EMPTY,
) -> Shape:
    """Draw a form as the card of a dialog; what it keeps comes back, sealed, with what was given.

    To have it corrected, fill it in with the sentences by the names of their fields, and what was
    given, as `wire.read_form` read it. Ids longer than we carry are a `ValueError`: names are short.
    """
    pen = Pen(voice, DIALOG, seal)
    fields = [field_shapes(field, voice, filled_in) for field in form.fields]
    body = [_elsewhere(form, filled_in.errors, voice), *drawn(form.intro, pen), *fields]
    data = seal(spell_form(form.name, replace(metadata, keep=dict(form.keep))))
    title = filled(voice.speak(form.submit), LONGEST_SUBMIT)
    whole = _envelope(pen) | {
        "actions": [{"type": "Action.Submit", "title": title, "style": "positive", "data": data}]
    }
    needs_title = not any(body) or dialog_title(form.title, voice) != voice.speak(form.title)
    above = [_headline(form.title, pen)] if needs_title else []
    return _with_body(whole, [above, *body], pen)


def dialog_title(title: Phrase, voice: Voice) -> str:
    """Say what stands above a dialog; a form repeats in its card what did not fit there."""
    return filled(voice.speak(title), LONGEST_TITLE)


def _card(card: Card, pen: Pen, said: str) -> Shape:
    is_wide = pen.surface is MESSAGE and any(isinstance(block, Table) for block in card.blocks)
    whole = _envelope(pen) | {
        "speak": said,
        "fallbackText": said.partition("\n")[0],
        **({"msteams": {"width": "Full"}} if is_wide else {}),
    }
    title = filled(pen.voice.speak(card.title), LONGEST_HEADLINE)
    first = _headline(card.title, pen) if card.blocks else line(run(title))
    return _with_body(whole, [[first], *drawn(card.blocks, pen)], pen)


def _envelope(pen: Pen) -> Shape:
    surface: Surface = pen.surface
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": surface.version,
        "lang": pen.voice.language.value,
    }


def _with_body(whole: Shape, parts: Sequence[Sequence[Shape]], pen: Pen) -> Shape:
    empty: Shape = {"body": []}
    room = MOST_LETTERS - weight(whole | empty)
    return whole | {"body": fitted(parts, room, pen.voice)}


def _headline(title: Phrase, pen: Pen) -> Shape:
    said = filled(pen.voice.speak(title), LONGEST_HEADLINE)
    return heading(said, Size.MEDIUM, is_marked=pen.surface.is_new)


def _elsewhere(form: Form, errors: Mapping[str, Phrase], voice: Voice) -> list[Shape]:
    """Say above a form what is wrong where there is no field."""
    names = {field.name for field in form.fields}
    return [error_line(phrase, voice) for name, phrase in errors.items() if name not in names]
