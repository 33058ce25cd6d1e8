"""The parts of Block Kit that Leadloop draws with.

Every text is ``plain_text`` or a letter-by-letter piece of ``rich_text``: Slack parses neither, so
nothing that somebody wrote can mention, link or format. Plain dicts, since the library's models
know neither tables nor charts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.platforms.lettering import NOTHING
from bot.platforms.slack.lettering import filled, measured, shortened

Shape = dict[str, object]

MOST_TEXT = 3000
MOST_HEADER = 75
"""Slack takes 150, but more than two lines of a telephone are not read well that large."""


def plain_text(text: str, most: int = MOST_TEXT) -> Shape:
    """Spell a text object; ``:tada:`` stays what it is."""
    return {"type": "plain_text", "text": filled(text, most), "emoji": False}


def header(text: str) -> Shape:
    """Open a part; what is too long for a header stands in bold."""
    if measured(text) > MOST_HEADER:
        return rich_text(line(run(text, bold=True)))
    return {"type": "header", "text": plain_text(text, MOST_HEADER)}


def section(text: str) -> Shape:
    """Say a sentence or a few."""
    return {"type": "section", "text": plain_text(text)}


def context(text: str) -> Shape:
    """Say something in small print."""
    return {"type": "context", "elements": [plain_text(text)]}


def divider() -> Shape:
    """Draw a line."""
    return {"type": "divider"}


def actions(buttons: Sequence[Shape]) -> Shape:
    """Set buttons side by side."""
    return {"type": "actions", "elements": list(buttons)}


def rich_text(*parts: Shape) -> Shape:
    """Set lines and lists below each other."""
    return {"type": "rich_text", "elements": list(parts)}


def line(*runs: Shape) -> Shape:
    """Set runs of letters beside each other."""
    return {"type": "rich_text_section", "elements": list(runs)}


def listed(lines: Iterable[Shape], *, ordered: bool) -> Shape:
    """Set lines in a list."""
    style = "ordered" if ordered else "bullet"
    return {"type": "rich_text_list", "style": style, "elements": list(lines)}


def run(text: str, *, bold: bool = False, most: int = MOST_TEXT) -> Shape:
    """Write letters that mean nothing but themselves."""
    letters: Shape = {"type": "text", "text": shortened(text, most) or NOTHING}
    return letters | {"style": {"bold": True}} if bold else letters
