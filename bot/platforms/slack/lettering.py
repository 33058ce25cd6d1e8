"""Measures texts as Slack may, and spells the one kind that Slack would parse."""

from __future__ import annotations

import re

from bot.platforms import lettering

ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
LOOK_ALIKES = str.maketrans({"*": "∗", "~": "∼", "`": "ˋ"})
"""Harmless twins of the letters that would format a message."""
_LOOSE_LINE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_QUOTE = re.compile(r"^(\s*)>", re.MULTILINE)
_EMOJI_CODE = re.compile(r":(?=[\w+'-]+:)")


def measured(text: str) -> int:
    """Count letters as Slack may at the strictest, with ``&``, ``<`` and ``>`` escaped."""
    entities = 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))
    return lettering.counted(text) + entities


def shortened(text: str, most: int) -> str:
    """Cut a text that is too long for Slack, and say so."""
    return lettering.shortened(text, most, size=measured)


def pieces(text: str, most: int) -> list[str]:
    """Split a text into pieces that Slack takes."""
    return lettering.pieces(text, most, size=measured)


def filled(text: str, most: int) -> str:
    """Shorten a text that must not be empty."""
    return lettering.filled(text, most, size=measured)


def escaped(text: str) -> str:
    """Spell a text so that Slack's own markup says nothing but its letters: for fallback texts.

    Formatting letters become their harmless twins: Slack has no way to escape them.
    """
    plain = _EMOJI_CODE.sub("∶", _QUOTE.sub(r"\1›", text))
    return _LOOSE_LINE.sub("ˍ", plain).translate(LOOK_ALIKES).translate(ENTITIES)
