"""Draws tables: Slack's own, or a small block for each row, which every client shows."""

from __future__ import annotations

from collections.abc import Iterator

from bot.i18n import Voice
from bot.platforms.slack.lettering import filled, measured
from bot.platforms.slack.shapes import Shape, context, line, rich_text, run
from bot.platforms.slack.spoken import cell, row
from bot.platforms.spoken import LONGEST_CELL, LONGEST_LABEL
from handlers.message import Cell, Table
from handlers.phrase import say

MOST_COLUMNS = 20
MOST_ROWS = 100
MOST_LETTERS = 6000
"""Slack takes 10,000 in a table; the rest of the message needs room too."""
MOST_PLAIN_ROWS = 20
PAGE = 10
"""Rows that are seen at once."""


def fits(table: Table) -> bool:
    """Tell whether a table can be Slack's own."""
    return bool(table.rows) and 1 <= len(table.columns) <= MOST_COLUMNS


def own_table(table: Table, voice: Voice) -> list[Shape]:
    """Draw a table as Slack's own, as far as it holds it."""
    head = [filled(voice.speak(column), LONGEST_LABEL) for column in table.columns]
    rows = list(_fitting(table, voice, MOST_LETTERS - sum(map(measured, head))))
    drawn: Shape = {
        "type": "data_table",
        "caption": filled(voice.speak(table.caption), LONGEST_CELL),
        "page_size": PAGE,
        "rows": [[_raw(text) for text in texts] for texts in (head, *rows)],
    }
    return [drawn, *rest(len(table.rows) - len(rows), voice)]


def plain_table(table: Table, voice: Voice) -> list[Shape]:
    """Draw each row as a block: its first cell in bold, the others below with their headings."""
    caption = voice.speak(table.caption)
    above = [context(caption)] if caption else []
    rows = [_block(table, cells, voice) for cells in table.rows[:MOST_PLAIN_ROWS]]
    return [*above, *rows, *rest(len(table.rows) - len(rows), voice)]


def rest(left: int, voice: Voice) -> list[Shape]:
    """Say how many are left out, where any are."""
    return [context(voice.speak(say("chat-more", count=left)))] if left else []


def _fitting(table: Table, voice: Voice, room: int) -> Iterator[list[str]]:
    for cells in table.rows[:MOST_ROWS]:
        texts = [cell(one, voice) for one in cells]
        room -= sum(map(measured, texts))
        if room < 0:
            return
        yield texts


def _raw(text: str) -> Shape:
    return {"type": "raw_text", "text": text}


def _block(table: Table, cells: tuple[Cell, ...], voice: Voice) -> Shape:
    first, others = row(table, cells, voice)
    below = "".join(f"\n{other}" for other in others)
    runs = [run(first, bold=True), *([run(below)] if below else [])]
    return rich_text(line(*runs))
