"""Turns a card into a Markdown file in the reader's language; what can be pressed is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from bot.i18n import Voice
from bot.platforms.spoken import marked, told
from handlers.message import (
    Block,
    Buttons,
    Card,
    Cell,
    Chart,
    Divider,
    Document,
    Facts,
    File,
    Heading,
    Items,
    Note,
    Paragraph,
    Table,
)
from handlers.phrase import Phrase, say

MEDIA_TYPE = "text/markdown"

WIDE_COLON = "："
"""Chinese sets no blank after it."""

_MEANINGFUL = re.compile(r"""([\\`*_{}\[\]()#+\-.!|<>&~^=$:@/"'])""")
"""What Markdown, its dialects or HTML would take for more than a letter."""


def as_file(document: Document, voice: Voice) -> File:
    """Write a card as Markdown."""
    parts = [f"# {_said(document.card.title, voice)}", *_parts(document.card, voice)]
    content = "\n\n".join(parts) + "\n"
    return File(
        title=document.card.title,
        name=f"{document.name}.md",
        media_type=MEDIA_TYPE,
        content=content.encode(),
    )


def _parts(card: Card, voice: Voice) -> Iterator[str]:
    for block in card.blocks:
        part = _block(block, voice)
        if part:
            yield part


def _block(block: Block, voice: Voice) -> str:
    match block:
        case Heading():
            return f"## {_said(block.text, voice)}"
        case Paragraph():
            return _said(block.text, voice)
        case Note():
            return marked(_said(block.text, voice), block.tone)
        case Facts():
            return _list(_fact(label, value, voice) for label, value in block.pairs)
        case Items():
            return _list((_said(item, voice) for item in block.items), ordered=block.ordered)
        case Table():
            return _table(block, voice)
        case Chart():
            title, *figures = (escaped(line) for line in told(block, voice))
            return f"{title}\n\n{_list(iter(figures))}"
        case Divider():
            return "---"
        case Buttons():
            return ""
        case _:
            assert_never(block)


def _said(phrase: Phrase, voice: Voice) -> str:
    return " ".join(voice.speak(phrase, escaped).split())


def _fact(label: Phrase, value: Phrase, voice: Voice) -> str:
    name = _said(say("chat-label", label=label), voice)
    blank = "" if name.endswith(WIDE_COLON) else " "
    return f"**{name}**{blank}{_said(value, voice)}"


def _list(lines: Iterator[str], *, ordered: bool = False) -> str:
    marks = (f"{number}." if ordered else "-" for number in range(1, 1_000_000))
    return "\n".join(f"{mark} {line}" for mark, line in zip(marks, lines, strict=False))


def _table(table: Table, voice: Voice) -> str:
    columns = [_said(column, voice) for column in table.columns]
    rows = [[_cell(cell, voice) for cell in cells] for cells in table.rows]
    lines = [_row(columns), _row(["---"] * len(columns)), *map(_row, rows)]
    return f"{_said(table.caption, voice)}\n\n" + "\n".join(lines)


def _cell(cell: Cell, voice: Voice) -> str:
    return marked(_said(cell.text, voice), cell.tone)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Take its meaning from everything that Markdown or HTML would read as more than a letter."""
    return _MEANINGFUL.sub(r"\\\1", text)
