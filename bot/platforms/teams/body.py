"""Draws the blocks of a card as Teams' elements, within all that a message holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from bot.i18n import Voice
from bot.platforms.lettering import counted, filled, shortened, within
from bot.platforms.spoken import LONGEST_VALUE, fact, marked
from bot.platforms.teams.buttons import drawn_buttons
from bot.platforms.teams.charts import drawn_chart
from bot.platforms.teams.shapes import Shape, Size, heading, line, parted, run, weight
from bot.platforms.teams.surface import Pen
from bot.platforms.teams.tables import drawn_table, rest
from handlers.message import (
    MOST_BUTTONS,
    Block,
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
)
from handlers.phrase import Phrase

LONGEST_HEADING = 1000
LONGEST_ITEM = 1000
MOST_OF_ONE = 5000
"""Letters of one block of a card: a name of 40,000 must not push the buttons out."""
CONTAINER = 80
"""What spelling a line takes besides its letters, near enough."""
COMMA = 2


def drawn(blocks: Sequence[Block], pen: Pen) -> list[list[Shape]]:
    """Draw each block of a card; one that says nothing draws nothing, a divider a line above the next."""
    parts: list[list[Shape]] = []
    is_parted = False
    for place, block in enumerate(blocks):
        shapes = _block(place, block, pen)
        if shapes and is_parted:
            shapes = [parted(shapes[0]), *shapes[1:]]
        is_parted = isinstance(block, Divider) or (is_parted and not shapes)
        parts.append(shapes)
    return parts


def fitted(parts: Sequence[Sequence[Shape]], room: int, voice: Voice) -> list[Shape]:
    """Keep in order what `room` letters hold, and end with how much is left out."""
    everything = [shape for part in parts for shape in part]
    if len(_fitting(everything, room)) == len(everything):
        return everything
    kept = _fitting(everything, room - sum(map(weight, rest(len(parts), voice))) - COMMA)
    return [*kept, *rest(_left(parts, len(kept)), voice)]


def _fitting(shapes: Sequence[Shape], room: int) -> Sequence[Shape]:
    for place, shape in enumerate(shapes):
        room -= weight(shape) + COMMA
        if room < 0:
            return shapes[:place]
    return shapes


def _left(parts: Sequence[Sequence[Shape]], kept: int) -> int:
    """Count the parts of which something is left out."""
    left, place = 0, 0
    for part in parts:
        place += len(part)
        left += bool(part) and place > kept
    return left


def _block(place: int, block: Block, pen: Pen) -> list[Shape]:
    match block:
        case Heading():
            said = _said(block.text, pen.voice, LONGEST_HEADING)
            return [heading(text, is_marked=pen.surface.is_new) for text in said]
        case Paragraph():
            return _lines(block.text, pen.voice)
        case Note():
            return _lines(block.text, pen.voice, block.tone, Size.SMALL)
        case Divider():
            return []
        case Facts():
            return _facts(block, pen.voice)
        case Items():
            return _items(block, pen.voice)
        case Table():
            return drawn_table(block, pen)
        case Chart():
            return drawn_chart(block, pen)
        case Buttons():
            return drawn_buttons(block, pen, first=place * MOST_BUTTONS)
        case _:
            assert_never(block)


def _said(phrase: Phrase, voice: Voice, most: int) -> Iterator[str]:
    """Say a phrase, unless it says nothing."""
    text = shortened(voice.speak(phrase).strip(), most)
    if text:
        yield text


def _lines(
    phrase: Phrase, voice: Voice, tone: Tone = Tone.NORMAL, size: Size = Size.DEFAULT
) -> list[Shape]:
    """Say a phrase line by line: not every client breaks a line inside a run."""
    said = [
        one.strip()
        for text in _said(phrase, voice, MOST_OF_ONE)
        for one in marked(text, tone).splitlines()
        if one.strip()
    ]
    return [line(run(text, tone, size=size), close=place > 0) for place, text in enumerate(said)]


def _facts(facts: Facts, voice: Voice) -> list[Shape]:
    said = [_fact(label, value, voice) for label, value in facts.pairs]
    shown = within(said, MOST_OF_ONE, each=CONTAINER, size=counted)
    lines = [
        line(run(label, bold=True), run(value), close=place > 0)
        for place, (label, value) in enumerate(shown)
    ]
    return [*lines, *rest(len(said) - len(shown), voice)]


def _fact(label: Phrase, value: Phrase, voice: Voice) -> tuple[str, str]:
    return fact(label, filled(voice.speak(value), LONGEST_VALUE), voice)


def _items(items: Items, voice: Voice) -> list[Shape]:
    said = [(filled(voice.speak(item), LONGEST_ITEM),) for item in items.items]
    shown = within(said, MOST_OF_ONE, each=CONTAINER, size=counted)
    lines = [
        line(run(f"{f'{number}.' if items.ordered else '•'} {text}"), close=number > 1)
        for number, (text,) in enumerate(shown, start=1)
    ]
    return [*lines, *rest(len(said) - len(shown), voice)]
