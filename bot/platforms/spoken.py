"""Says in words what every platform says alike: tones, labels with values, rows, charts, cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from babel.numbers import format_decimal, format_percent

from bot.i18n import LOCALES, Voice
from bot.platforms.lettering import Size, counted, filled, shortened
from handlers.message import (
    Block,
    Buttons,
    Card,
    Cell,
    Chart,
    ChartKind,
    Divider,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Point,
    Table,
    Tone,
)
from handlers.phrase import Phrase, say

MARKS = {Tone.GOOD: "✓", Tone.WARN: "⚠", Tone.BAD: "✗", Tone.PRIMARY: "→"}
"""A tone is a sign before the words, for who cannot tell colours and where there are none."""

BLANK = say("none")
"""What a cell says that has nothing to say; a row that names its columns leaves it out."""

LONGEST_LABEL = 75
LONGEST_CELL = 200
LONGEST_VALUE = 1000
LONGEST_TITLE = 200
"""Letters of a chart's title."""
LONGEST_LINE = 1000
_WIDE_COLON = "："
"""Chinese sets no blank after it."""


def marked(text: str, tone: Tone) -> str:
    """Set the sign of a tone before a text that does not begin with it."""
    mark = MARKS.get(tone, "")
    return f"{mark} {text}" if mark and text and not text.startswith(mark) else text


def fact(label: Phrase, value: str, voice: Voice, *, size: Size = counted) -> tuple[str, str]:
    """Say a label with its colon, and the value as it follows."""
    name = filled(voice.speak(label), LONGEST_LABEL, size=size)
    said = voice.speak(say("chat-label", label=name))
    return said, value if said.endswith(_WIDE_COLON) else f" {value}"


def cell(one: Cell, voice: Voice, *, size: Size = counted) -> str:
    """Say a cell with the sign of its tone."""
    return filled(marked(voice.speak(one.text), one.tone), LONGEST_CELL, size=size)


def row(
    table: Table, cells: tuple[Cell, ...], voice: Voice, *, size: Size = counted
) -> tuple[str, list[str]]:
    """Say a row: its first cell, and each other that says something, with its heading."""
    others = [
        "".join(fact(column, cell(one, voice, size=size), voice, size=size))
        for column, one in zip(table.columns[1:], cells[1:], strict=True)
        if one.text != BLANK
    ]
    return (cell(cells[0], voice, size=size) if cells else ""), others


def told(chart: Chart, voice: Voice, *, size: Size = counted) -> list[str]:
    """Say a chart: its title, then each figure."""
    title = filled(voice.speak(chart.title), LONGEST_TITLE, size=size)
    figures = (figure(chart, point, voice, size=size) for point in chart.points)
    return [title, *map("".join, figures)]


def figure(chart: Chart, point: Point, voice: Voice, *, size: Size = counted) -> tuple[str, str]:
    """Say a figure: its label, and its value with, in a funnel, its size beside the first."""
    locale = LOCALES[voice.language]
    value = format_decimal(point.value, format="#,##0.##", locale=locale)
    first = chart.points[0]
    is_step = chart.kind is ChartKind.FUNNEL and point is not first
    if is_step and 0 <= point.value <= first.value > 0:
        value = f"{value} ({format_percent(point.value / first.value, locale=locale)})"
    label, said = fact(point.label, value, voice, size=size)
    return marked(label, point.tone), said


def lines(card: Card, voice: Voice, *, size: Size = counted) -> Iterator[str]:
    """Say a card line by line, title first."""
    for said in (voice.speak(card.title), *_all(card.blocks, voice, size)):
        for line in said.splitlines():
            if line.strip():
                yield shortened(line.strip(), LONGEST_LINE, size=size)


def _all(blocks: tuple[Block, ...], voice: Voice, size: Size) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, voice, size)


def _block(block: Block, voice: Voice, size: Size) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield voice.speak(block.text)
        case Note():
            yield marked(voice.speak(block.text), block.tone)
        case Facts():
            for label, value in block.pairs:
                yield "".join(fact(label, voice.speak(value), voice, size=size))
        case Items():
            for item in block.items:
                yield f"• {voice.speak(item)}"
        case Table():
            yield from _table(block, voice, size)
        case Chart():
            yield from told(block, voice, size=size)
        case Divider() | Buttons():
            return
        case _:
            assert_never(block)


def _table(table: Table, voice: Voice, size: Size) -> Iterator[str]:
    yield voice.speak(table.caption)
    for cells in table.rows:
        first, others = row(table, cells, voice, size=size)
        yield f"{first} – {'; '.join(others)}" if others else first
