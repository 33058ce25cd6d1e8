"""A card in a terminal: all that it says, without the buttons that nobody could press there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from bot.charts import rows
from bot.i18n import Voice
from bot.platforms.spoken import marked
from handlers.message import (
    Block,
    Buttons,
    Card,
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

STYLES = {
    Tone.NORMAL: "",
    Tone.PRIMARY: "",
    Tone.GOOD: "green",
    Tone.WARN: "yellow",
    Tone.BAD: "red",
    Tone.QUIET: "dim",
}

BAR = "▆"
LONGEST_BAR = 24


def card_in_terminal(card: Card, voice: Voice) -> RenderableType:
    """Draw a card from top to bottom."""
    title = Text(voice.speak(card.title), style="bold")
    return Group(title, *(drawn for block in card.blocks for drawn in _drawn(block, voice)))


def _drawn(block: Block, voice: Voice) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield from (Text(), Text(voice.speak(block.text), style="bold"))
        case Paragraph():
            yield Text(voice.speak(block.text))
        case Note():
            yield Text(voice.speak(block.text), style=STYLES[block.tone])
        case Divider():
            yield Rule(style="dim")
        case Facts():
            yield _pairs(block.pairs, voice)
        case Items():
            yield from _items(block, voice)
        case Table():
            yield Text(voice.speak(block.caption), style="dim")
            yield _table(block, voice)
        case Chart():
            yield from _points(block, voice)
        case Buttons():
            return
        case _:
            assert_never(block)


def _pairs(pairs: Sequence[tuple[Phrase, Phrase]], voice: Voice) -> RenderableType:
    grid = _grid(headed=False)
    for label, text in pairs:
        grid.add_row(Text(voice.speak(label), style="dim"), Text(voice.speak(text)))
    return grid


def _items(block: Items, voice: Voice) -> Iterator[RenderableType]:
    for number, item in enumerate(block.items, start=1):
        sign = f"{number}. " if block.ordered else "• "
        yield Padding(Text(sign + voice.speak(item)), (0, 0, 0, 2), expand=False)


def _table(block: Table, voice: Voice) -> RenderableType:
    grid = _grid(headed=True)
    for column in block.columns:
        grid.add_column(voice.speak(column), overflow="fold")
    for row in block.rows:
        grid.add_row(*(Text(voice.speak(cell.text), style=STYLES[cell.tone]) for cell in row))
    return grid


def _points(chart: Chart, voice: Voice) -> Iterator[RenderableType]:
    yield Text(voice.speak(chart.title), style="dim")
    grid = _grid(headed=False)
    for row in rows(chart, voice):
        bar = BAR * round(max(0.0, row.width) * LONGEST_BAR)
        figure = Text(marked(row.value, row.tone), style="bold")
        grid.add_row(Text(row.label), figure, Text(row.share), Text(bar, style=STYLES[row.tone]))
    yield grid


def _grid(*, headed: bool) -> Grid:
    return Grid(
        box=None, show_header=headed, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False
    )
