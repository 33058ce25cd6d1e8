"""Says what several shapes say alike: tones, labels with their values, and rows."""

from __future__ import annotations

from bot.i18n import Voice
from bot.platforms.slack.lettering import filled
from handlers.message import Cell, Table, Tone
from handlers.phrase import Phrase, say

MARKS = {Tone.GOOD: "✓", Tone.WARN: "⚠", Tone.BAD: "✗", Tone.PRIMARY: "→"}
"""Slack colours no words; a tone is a sign before them."""

BLANK = say("none")
"""What a cell says that has nothing to say; a row that names its columns leaves it out."""

LONGEST_LABEL = 75
LONGEST_CELL = 200
LONGEST_VALUE = 1000
_WIDE_COLON = "："
"""Chinese sets no blank after it."""


def marked(text: str, tone: Tone) -> str:
    """Set the sign of a tone before a text that does not begin with it."""
    mark = MARKS.get(tone, "")
    return f"{mark} {text}" if mark and text and not text.startswith(mark) else text


def fact(label: Phrase, value: str, voice: Voice) -> tuple[str, str]:
    """Say a label with its colon, and the value as it follows."""
    name = filled(voice.speak(label), LONGEST_LABEL)
    said = voice.speak(say("slack-label", label=name))
    return said, value if said.endswith(_WIDE_COLON) else f" {value}"


def cell(one: Cell, voice: Voice) -> str:
    """Say a cell with the sign of its tone."""
    return filled(marked(voice.speak(one.text), one.tone), LONGEST_CELL)


def row(table: Table, cells: tuple[Cell, ...], voice: Voice) -> tuple[str, list[str]]:
    """Say a row: its first cell, and each other that says something, with its heading."""
    others = [
        "".join(fact(column, cell(one, voice), voice))
        for column, one in zip(table.columns[1:], cells[1:], strict=True)
        if one.text != BLANK
    ]
    return (cell(cells[0], voice) if cells else ""), others
