"""The parts of Adaptive Cards that Leadloop draws with.

Every text is a run of letters, which no client parses; headings that a screen reader shall find are
text blocks, and only where Markdown could make nothing of them. Plain dicts, since the library's
models refuse nothing that Teams would.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum

from bot.platforms.lettering import NOTHING, counted
from bot.platforms.teams.lettering import is_harmless, literal
from handlers.message import Tone

Shape = dict[str, object]

COLOURS = {
    Tone.GOOD: "Good",
    Tone.WARN: "Warning",
    Tone.BAD: "Attention",
    Tone.PRIMARY: "Accent",
}


class Size(StrEnum):
    """How large letters are."""

    SMALL = "Small"
    DEFAULT = "Default"
    MEDIUM = "Medium"


def run(
    text: str, tone: Tone = Tone.NORMAL, *, bold: bool = False, size: Size = Size.DEFAULT
) -> Shape:
    """Write letters that mean nothing but themselves, in the colour of a tone."""
    return {
        "type": "TextRun",
        "text": literal(text) or NOTHING,
        **({"weight": "Bolder"} if bold else {}),
        **({"size": size.value} if size is not Size.DEFAULT else {}),
        **({"color": COLOURS[tone]} if tone in COLOURS else {}),
        **({"isSubtle": True} if tone is Tone.QUIET else {}),
    }


def line(*runs: Shape, close: bool = False) -> Shape:
    """Set runs beside each other; a line that is close belongs to the one above."""
    shape: Shape = {"type": "RichTextBlock", "inlines": list(runs)}
    return shape | {"spacing": "Small"} if close else shape


def heading(text: str, size: Size = Size.DEFAULT, *, is_marked: bool) -> Shape:
    """Open a part in bold; where it may be marked as one, screen readers jump from one to the next."""
    if not is_harmless(text):
        return line(run(text, bold=True, size=size))
    return {
        "type": "TextBlock",
        "text": text,
        "wrap": True,
        "weight": "Bolder",
        **({"size": size.value} if size is not Size.DEFAULT else {}),
        **({"style": "heading"} if is_marked else {}),
    }


def container(shapes: Sequence[Shape], *, is_parted: bool = False) -> Shape:
    """Keep shapes together, under a line where they are parted from those above."""
    shape: Shape = {"type": "Container", "items": list(shapes)}
    return shape | {"separator": True} if is_parted else shape


def parted(shape: Shape) -> Shape:
    """Draw a line above a shape."""
    return shape | {"separator": True, "spacing": "Medium"}


def weight(shape: object) -> int:
    """Count the letters that a shape takes of a message, as Teams counts them in UTF-16."""
    return counted(json.dumps(shape, ensure_ascii=False))
