"""Says a card in plain words: what notifications show and screen readers read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bot.i18n import Voice
from bot.platforms.slack import figures, spoken
from bot.platforms.slack.lettering import ELLIPSIS, NOTHING, escaped, measured, shortened
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
)

MOST_WORDS = 3900
"""Letters; ``chat.update`` refuses 4,000."""
LONGEST_LINE = 1000


def in_words(card: Card, voice: Voice) -> str:
    """Say a card line by line, title first, as far as Slack takes it, its markup made harmless."""
    kept: list[str] = []
    room = MOST_WORDS - len(f"\n{ELLIPSIS}")
    for said in _lines(card, voice):
        room -= measured(said) + 1
        if room < 0:
            kept.append(ELLIPSIS)
            break
        kept.append(escaped(said))
    return "\n".join(kept) or NOTHING


def _lines(card: Card, voice: Voice) -> Iterator[str]:
    for said in (voice.speak(card.title), *_all(card.blocks, voice)):
        for line in said.splitlines():
            if line.strip():
                yield shortened(line.strip(), LONGEST_LINE)


def _all(blocks: tuple[Block, ...], voice: Voice) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, voice)


def _block(block: Block, voice: Voice) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield voice.speak(block.text)
        case Note():
            yield spoken.marked(voice.speak(block.text), block.tone)
        case Facts():
            for label, value in block.pairs:
                yield "".join(spoken.fact(label, voice.speak(value), voice))
        case Items():
            for item in block.items:
                yield f"• {voice.speak(item)}"
        case Table():
            yield from _table(block, voice)
        case Chart():
            yield from figures.told(block, voice)
        case Divider() | Buttons():
            return
        case _:
            assert_never(block)


def _table(table: Table, voice: Voice) -> Iterator[str]:
    yield voice.speak(table.caption)
    for cells in table.rows:
        first, others = spoken.row(table, cells, voice)
        yield f"{first} – {'; '.join(others)}" if others else first
