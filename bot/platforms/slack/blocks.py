"""Draws the blocks of a card as Slack's, within all that a surface holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import assert_never, cast

from bot.i18n import Voice
from bot.platforms.lettering import within
from bot.platforms.slack import figures, shapes, spoken, tables
from bot.platforms.slack.lettering import filled, measured, pieces, shortened
from bot.platforms.slack.shapes import MOST_TEXT, Shape
from bot.platforms.slack.surface import Kit, Surface
from bot.platforms.slack.tables import rest
from bot.platforms.slack.wire import action_id, spell_values
from bot.platforms.spoken import LONGEST_VALUE, marked
from handlers.message import (
    MOST_BUTTONS,
    Block,
    Button,
    Buttons,
    Chart,
    Divider,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Table,
    Tone,
    read,
)
from handlers.phrase import Phrase

LONGEST_BUTTON = 75
LONGEST_ITEM = 1000
MOST_OF_ONE = 5000
"""Letters of one block of a card: a name of 40,000 must not push the buttons out."""
CONTAINER = 10
"""What Slack counts for a block besides its letters, near enough."""

_STYLES = {Tone.PRIMARY: "primary", Tone.BAD: "danger"}
_UNSEEN = frozenset({"type", "style", "action_id", "block_id", "value", "slack_file"})


@dataclass(frozen=True, slots=True)
class Pen:
    """Whom a card is drawn for, where, and with what."""

    voice: Voice
    surface: Surface
    kit: Kit


def drawn(blocks: Sequence[Block], pen: Pen) -> list[list[Shape]]:
    """Draw each block of a card; one that says nothing draws nothing."""
    own = _own(blocks, pen)
    return [_block(place, block, pen, own=place in own) for place, block in enumerate(blocks)]


def fitted(parts: Sequence[Sequence[Shape]], pen: Pen) -> list[Shape]:
    """Keep what the surface holds, and end with how much is left out."""
    everything = [shape for part in parts for shape in part]
    kept = _fitting(everything, pen.surface)
    if len(kept) == len(everything):
        return everything
    kept = _fitting(everything, pen.surface, rest(len(parts), pen.voice))
    return [*kept, *rest(_left(parts, len(kept)), pen.voice)]


def weight(shape: object) -> int:
    """Count the letters of a shape that people see or hear."""
    match shape:
        case str():
            return measured(shape)
        case dict():
            parts = cast("Shape", shape)
            return sum(weight(part) for name, part in parts.items() if name not in _UNSEEN)
        case list():
            return sum(map(weight, cast("list[object]", shape)))
        case _:
            return 0


def _fitting(
    shapes: Sequence[Shape], surface: Surface, reserved: Sequence[Shape] = ()
) -> list[Shape]:
    """Take as many shapes from the first on as the surface holds beside the reserved ones."""
    letters, size = surface.letters, surface.bytes
    for place, shape in enumerate([*reserved, *shapes]):
        letters -= weight(shape) + CONTAINER
        size -= len(json.dumps(shape)) + 1
        if place >= surface.blocks or letters < 0 or size < 0:
            return list(shapes[: max(0, place - len(reserved))])
    return list(shapes)


def _left(parts: Sequence[Sequence[Shape]], kept: int) -> int:
    """Count the parts of which something is left out, lines between them aside."""
    left, place = 0, 0
    for part in parts:
        place += len(part)
        left += place > kept and list(part) != [shapes.divider()]
    return max(1, left)


def _own(blocks: Sequence[Block], pen: Pen) -> frozenset[int]:
    """Choose which tables and charts are Slack's own: the first that the surface takes."""
    found = list(enumerate(blocks))
    own_tables = (at for at, one in found if isinstance(one, Table) and tables.fits(one))
    own_charts = (
        at for at, one in found if isinstance(one, Chart) and figures.fits(one, pen.voice)
    )
    return frozenset(
        [
            *islice(own_tables, pen.surface.tables if pen.kit.tables else 0),
            *islice(own_charts, pen.surface.charts if pen.kit.charts else 0),
        ]
    )


def _block(place: int, block: Block, pen: Pen, *, own: bool) -> list[Shape]:
    match block:
        case Heading():
            return [shapes.header(text) for text in _said(block.text, pen.voice, MOST_TEXT)]
        case Paragraph():
            return [shapes.section(text) for text in _texts(block.text, pen.voice)]
        case Note():
            return [shapes.context(text) for text in _texts(block.text, pen.voice, block.tone)]
        case Divider():
            return [shapes.divider()]
        case Facts():
            return _facts(block, pen.voice)
        case Items():
            return _items(block, pen.voice)
        case Table():
            draw = tables.own_table if own else tables.plain_table
            return draw(block, pen.voice)
        case Chart():
            return _chart(block, pen, own=own)
        case Buttons():
            return _buttons(block, pen.voice, first=place * MOST_BUTTONS)
        case _:
            assert_never(block)


def _said(phrase: Phrase, voice: Voice, most: int) -> Iterator[str]:
    """Say a phrase, unless it says nothing."""
    text = shortened(voice.speak(phrase).strip(), most)
    if text:
        yield text


def _texts(phrase: Phrase, voice: Voice, tone: Tone = Tone.NORMAL) -> Iterator[str]:
    """Say a phrase in texts that Slack takes."""
    for text in _said(phrase, voice, MOST_OF_ONE):
        yield from pieces(marked(text, tone), MOST_TEXT)


def _facts(facts: Facts, voice: Voice) -> list[Shape]:
    said = [_fact(label, value, voice) for label, value in facts.pairs]
    shown = within(said, MOST_OF_ONE, each=CONTAINER, size=measured)
    runs = [
        shape
        for place, (label, value) in enumerate(shown)
        for shape in (shapes.run(f"\n{label}" if place else label, bold=True), shapes.run(value))
    ]
    lines = [shapes.rich_text(shapes.line(*runs))] if runs else []
    return [*lines, *rest(len(said) - len(shown), voice)]


def _fact(label: Phrase, value: Phrase, voice: Voice) -> tuple[str, str]:
    said = filled(voice.speak(value), LONGEST_VALUE)
    return spoken.fact(label, said, voice)


def _items(items: Items, voice: Voice) -> list[Shape]:
    said = [(filled(voice.speak(item), LONGEST_ITEM),) for item in items.items]
    shown = within(said, MOST_OF_ONE, each=CONTAINER, size=measured)
    lines = [shapes.line(shapes.run(text)) for (text,) in shown]
    listed = [shapes.rich_text(shapes.listed(lines, ordered=items.ordered))] if lines else []
    return [*listed, *rest(len(said) - len(shown), voice)]


def _chart(chart: Chart, pen: Pen, *, own: bool) -> list[Shape]:
    if own:
        return figures.own_chart(chart, pen.voice)
    if chart in pen.kit.pictures:
        return [figures.picture(chart, pen.kit.pictures[chart], pen.voice)]
    return figures.lines(chart, pen.voice)


def _buttons(bar: Buttons, voice: Voice, *, first: int) -> list[Shape]:
    drawn = [
        shape
        for number, button in enumerate(bar.buttons, start=first)
        for shape in _button(button, voice, number)
    ]
    return [shapes.actions(drawn)] if drawn else []


def _button(button: Button, voice: Voice, number: int) -> Iterator[Shape]:
    """Draw a button; one that carries more than Slack takes could do nothing, and is left out."""
    with suppress(ValueError):
        style = _STYLES.get(button.tone)
        hint = voice.speak(button.hint).strip() if button.hint else ""
        yield {
            "type": "button",
            "action_id": action_id(button.does, number),
            "text": shapes.plain_text(voice.speak(button.label), LONGEST_BUTTON),
            "value": spell_values(read(button.values)),
            **({"style": style} if style else {}),
            **({"accessibility_label": shortened(hint, LONGEST_BUTTON)} if hint else {}),
        }
