"""Spells texts so that Teams shows their letters and nothing else.

A text run is no Markdown, and all that Teams would still read in it is a date function. Labels of
inputs, choices and error messages are Markdown in some clients and not in others, and a backslash
is shown by some of them, so what would format there becomes its harmless twin.
"""

from __future__ import annotations

import re

LOOK_ALIKES = str.maketrans(
    {"*": "∗", "`": "ˋ", "~": "∼", "<": "‹", ">": "›", "[": "［", "]": "］", "\\": "＼", "|": "｜"}
)
"""Harmless twins of the letters that would format, link or mention."""
_LOOSE_LINE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_HEADING = re.compile(r"^\s*#(?=#*(?:\s|$))", re.MULTILINE)
_BULLET = re.compile(r"^\s*-(?=[-\s]|$)", re.MULTILINE)
_PLUS = re.compile(r"^\s*\+(?=\s|$)", re.MULTILINE)
_NUMBER = re.compile(r"^(\s*\d+)(?:\.|(\)))(?=\s|$)", re.MULTILINE)
_UNDERLINE = re.compile(r"^\s*=(?==*\s*$)", re.MULTILINE)
_ADDRESS = re.compile(r"://")
_FUNCTION = re.compile(r"\{\{(?=\s*(?:DATE|TIME)\s*\()", re.IGNORECASE)

_SAFE = re.compile(r"""(?:[^\W_]|[ ,.;:!?'"()/%+=–—…’‘“”«»„·•→✓✗⚠，。：；！？（）、×−-])*""")
_SAFE_START = re.compile(r"""(?!\d+[.)](?:\s|$))(?:[^\W_]|['"(«“„‘✓✗⚠→…（])""")
_UNSAFE = re.compile(r"://|\bwww\.|[^\W\d_]\.[^\W\d_]|:\w+:", re.IGNORECASE)


def literal(text: str) -> str:
    """Spell what stands in a text run: a date function stays the letters that it is written in."""
    return _FUNCTION.sub("｛｛", text)


def escaped(text: str) -> str:
    """Spell what may be read as Markdown so that it says nothing but its letters."""
    spelled = _ENTITY.sub("＆", literal(text)).translate(LOOK_ALIKES)
    spelled = _LOOSE_LINE.sub("ˍ", spelled)
    spelled = _PLUS.sub("＋", _BULLET.sub("–", _HEADING.sub("＃", spelled)))
    spelled = _NUMBER.sub(_numbered, _UNDERLINE.sub("＝", spelled))
    return _ADDRESS.sub(":∕∕", spelled)


def is_harmless(text: str) -> bool:
    """Tell whether a line says the same as Markdown and as plain letters."""
    return bool(_SAFE_START.match(text) and _SAFE.fullmatch(text)) and not _UNSAFE.search(text)


def _numbered(found: re.Match[str]) -> str:
    return f"{found[1]}）" if found[2] else f"{found[1]}․"
