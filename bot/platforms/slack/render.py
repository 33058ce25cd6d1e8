"""Draws cards, forms and the home as Block Kit, for any card and form, within Slack's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.i18n import Voice
from bot.platforms.slack import shapes
from bot.platforms.slack.blocks import Pen, drawn, fitted
from bot.platforms.slack.fields import field_blocks
from bot.platforms.slack.lettering import filled, measured
from bot.platforms.slack.plain import in_words
from bot.platforms.slack.shapes import Shape, plain_text
from bot.platforms.slack.surface import EVERYTHING, HOME, MESSAGE, MODAL, Kit
from bot.platforms.slack.wire import MOST_ID, Metadata, fitting, spell_metadata
from handlers.message import Card, Form
from handlers.phrase import Phrase, say

NAME = "Leadloop"
LONGEST_TITLE = 24
"""Letters of a view's title and of its two buttons."""
LONGEST_HEADLINE = 1000


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message as Slack takes it."""

    text: str
    """The same in plain words, for notifications and screen readers."""
    blocks: Sequence[Shape]


def render_card(card: Card, voice: Voice, kit: Kit = EVERYTHING) -> Drawn:
    """Draw a card as a message."""
    pen = Pen(voice, MESSAGE, kit)
    return Drawn(in_words(card, voice), _card(card, pen))


def render_home(card: Card, voice: Voice, kit: Kit = EVERYTHING) -> Shape:
    """Draw a card as a person's App Home."""
    return {"type": "home", "blocks": _card(card, Pen(voice, HOME, kit))}


def render_notice(card: Card, voice: Voice, kit: Kit = EVERYTHING) -> Shape:
    """Draw a card as a modal that only tells something."""
    return {
        "type": "modal",
        "title": plain_text(NAME, LONGEST_TITLE),
        "close": _short(say("slack-close"), voice),
        "blocks": _card(card, Pen(voice, MODAL, kit)),
    }


def render_form(form: Form, voice: Voice, *, metadata: Metadata) -> Shape:
    """Draw a form as a modal; what it keeps comes back in its private metadata.

    Ids longer than Slack takes are a `ValueError`: names of routes and fields are short.
    """
    pen = Pen(voice, MODAL, EVERYTHING)
    fields = [field_blocks(field, voice) for field in form.fields]
    body = [*drawn(form.intro, pen), *fields]
    kept = replace(metadata, keep=dict(form.keep))
    return {
        "type": "modal",
        "callback_id": fitting(form.name, MOST_ID),
        "private_metadata": spell_metadata(kept),
        "title": _short(form.title, voice),
        "submit": _short(form.submit, voice),
        "close": _short(say("slack-cancel"), voice),
        "blocks": fitted([_whole_title(form.title, voice, is_needed=not any(body)), *body], pen),
    }


def _card(card: Card, pen: Pen) -> list[Shape]:
    title = filled(pen.voice.speak(card.title), LONGEST_HEADLINE)
    draw = shapes.header if card.blocks else shapes.section
    return fitted([[draw(title)], *drawn(card.blocks, pen)], pen)


def _short(phrase: Phrase, voice: Voice) -> Shape:
    return plain_text(voice.speak(phrase), LONGEST_TITLE)


def _whole_title(title: Phrase, voice: Voice, *, is_needed: bool) -> list[Shape]:
    """Say a form's title once more where the bar above it holds only its beginning."""
    said = voice.speak(title).strip()
    return [shapes.header(said)] if is_needed or measured(said) > LONGEST_TITLE else []
