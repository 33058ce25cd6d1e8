"""Says what several shapes say alike, in letters as Slack counts them."""

from __future__ import annotations

from bot.i18n import Voice
from bot.platforms import spoken
from bot.platforms.slack.lettering import measured
from handlers.message import Cell, Table
from handlers.phrase import Phrase


def fact(label: Phrase, value: str, voice: Voice) -> tuple[str, str]:
    """Say a label with its colon, and the value as it follows."""
    return spoken.fact(label, value, voice, size=measured)


def cell(one: Cell, voice: Voice) -> str:
    """Say a cell with the sign of its tone."""
    return spoken.cell(one, voice, size=measured)


def row(table: Table, cells: tuple[Cell, ...], voice: Voice) -> tuple[str, list[str]]:
    """Say a row: its first cell, and each other that says something, with its heading."""
    return spoken.row(table, cells, voice, size=measured)
