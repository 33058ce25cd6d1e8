"""Draws tables: Teams' own where they are narrow, else a small block for each row.

Teams can hide a wide table from narrow screens (`targetWidth`), but its iOS app shows both drawings;
so a table of more than three columns is rows everywhere, which read well on a telephone too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.i18n import Voice
from bot.platforms.lettering import filled
from bot.platforms.spoken import BLANK, LONGEST_LABEL, cell, fact
from bot.platforms.teams.shapes import Shape, Size, container, line, run, weight
from bot.platforms.teams.surface import Pen
from handlers.message import Cell, Table, Tone
from handlers.phrase import say

MOST_COLUMNS = 3
MOST_ROWS = 50
MOST_WEIGHT = 12_000
"""Letters of a table, its fallback included; the rest of the message needs room too."""
_BETWEEN = "  ·  "


def drawn_table(table: Table, pen: Pen) -> list[Shape]:
    """Draw a table as far as one block of a card may reach, and say how many rows are left out."""
    is_own = pen.surface.is_new and bool(table.rows) and 1 <= len(table.columns) <= MOST_COLUMNS
    caption = pen.voice.speak(table.caption).strip()
    above = [line(run(caption, Tone.QUIET, size=Size.SMALL))] if caption else []
    rows = list(_fitting(table, pen.voice, is_own=is_own))
    left = rest(len(table.rows) - len(rows), pen.voice)
    if is_own and rows:
        return [*above, _own(table, rows, pen.voice), *left]
    return [*above, *_stacked(table, rows, pen.voice), *left]


def rest(left: int, voice: Voice) -> list[Shape]:
    """Say how many are left out, where any are."""
    if not left:
        return []
    return [line(run(voice.speak(say("chat-more", count=left)), Tone.QUIET, size=Size.SMALL))]


def _fitting(table: Table, voice: Voice, *, is_own: bool) -> Iterator[tuple[Cell, ...]]:
    room = MOST_WEIGHT - weight(_head(table, voice))
    for cells in table.rows[:MOST_ROWS]:
        room -= weight(_block(table, cells, voice))
        room -= weight(_row(cells, voice)) if is_own else 0
        if room < 0:
            return
        yield cells


def _own(table: Table, rows: Sequence[tuple[Cell, ...]], voice: Voice) -> Shape:
    """Draw a table with columns of one width: some telephones show no others."""
    return {
        "type": "Table",
        "columns": [{"width": 1} for _ in table.columns],
        "showGridLines": True,
        "rows": [_head(table, voice), *(_row(cells, voice) for cells in rows)],
        "fallback": container(_stacked(table, rows, voice)),
    }


def _head(table: Table, voice: Voice) -> Shape:
    said = [filled(voice.speak(column), LONGEST_LABEL) for column in table.columns]
    return {"type": "TableRow", "cells": [_cell(run(text, bold=True)) for text in said]}


def _row(cells: Sequence[Cell], voice: Voice) -> Shape:
    drawn = [_cell(run(cell(one, voice), one.tone)) for one in cells]
    return {"type": "TableRow", "cells": drawn}


def _cell(words: Shape) -> Shape:
    return {"type": "TableCell", "items": [line(words)]}


def _stacked(table: Table, rows: Sequence[tuple[Cell, ...]], voice: Voice) -> list[Shape]:
    return [_block(table, cells, voice) for cells in rows]


def _block(table: Table, cells: tuple[Cell, ...], voice: Voice) -> Shape:
    """Draw a row: its first cell in bold, the others below with their headings."""
    first = run(cell(cells[0], voice), cells[0].tone, bold=True) if cells else run("")
    others = list(_others(table, cells, voice))
    below = [line(*others, close=True)] if others else []
    return container([line(first), *below], is_parted=True)


def _others(table: Table, cells: tuple[Cell, ...], voice: Voice) -> Iterator[Shape]:
    between = ""
    for column, one in zip(table.columns[1:], cells[1:], strict=True):
        if one.text != BLANK:
            label, value = fact(column, cell(one, voice), voice)
            yield run(f"{between}{label}", Tone.QUIET)
            yield run(value, one.tone)
            between = _BETWEEN
