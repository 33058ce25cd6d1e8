"""What stands on a person's own page, and what Leadloop tells them it knows of them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Divider,
    Items,
    Note,
    Paragraph,
    Tone,
)
from handlers.phrase import Phrase, say

Part = tuple[Block, ...]
"""What one feature has to say on the page; an empty one is left out."""


def home_card(parts: Sequence[Part], closing: Sequence[Button]) -> Card:
    """Show somebody what waits for them and what they can do; it is never empty."""
    blocks: list[Block] = [Paragraph(say("home-what"))]
    for part in parts:
        if part:
            blocks += [Divider(), *part]
    knows = Button(label=say("home-knows"), does="home.knows", tone=Tone.QUIET)
    return Card(
        title=say("home-title"),
        blocks=(*blocks, Divider(), Note(say("home-private")), Buttons((*closing, knows))),
    )


def known_card(lines: Sequence[Phrase]) -> Card:
    """List for a person what Leadloop keeps about them."""
    return Card(
        title=say("home-known-title"),
        blocks=(Items(tuple(lines)), Note(say("home-known-help"))),
    )
