"""Measures, shortens and splits texts between the letters that a reader sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from handlers.naming import shown

ELLIPSIS = "…"
NOTHING = "–"
"""What stands where a text is empty, which no platform takes."""

LONGEST_CLUSTER = 32
"""Marks on one letter beyond which it is cut all the same."""

JOINER = "\u200d"

Size = Callable[[str], int]
"""How a platform counts the letters of a text; of two texts together it is the sum."""


def counted(text: str) -> int:
    """Count letters as JavaScript does: those beyond the first 65,536 of Unicode are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, most: int, *, size: Size = counted) -> str:
    """Cut a text that is too long, between two letters as a reader sees them, and say so."""
    if size(text) <= most:
        return text
    return text[: _cut(text, most - len(ELLIPSIS), size)].rstrip(f" \n{JOINER}") + ELLIPSIS


def pieces(text: str, most: int, *, size: Size = counted) -> list[str]:
    """Split a text into pieces of at most so many letters, between words where there are any."""
    found: list[str] = []
    while size(text) > most:
        at = _cut(text, most, size)
        blank = max(text.rfind("\n", at // 2, at), text.rfind(" ", at // 2, at))
        at = blank + 1 if blank > 0 else at
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [piece for piece in (*found, text) if piece]


def filled(text: str, most: int, *, size: Size = counted) -> str:
    """Shorten a text that must not be empty."""
    return shortened(text.strip(), most, size=size) or NOTHING


def typed(text: str) -> str:
    """Clean what stands in a field of several lines."""
    return "\n".join(shown(line) for line in text.splitlines())


def _cut(text: str, most: int, size: Size) -> int:
    """Find the last place where a text can be cut to so many letters."""
    room, at = most, 0
    for letter in text:
        room -= size(letter)
        if room < 0:
            break
        at += 1
    for earlier in range(at, max(0, at - LONGEST_CLUSTER), -1):
        if not _belong_together(text, earlier):
            return earlier
    return at


def _belong_together(text: str, at: int) -> bool:
    """Tell whether the letters before and after a place are one to a reader."""
    if at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if _is_flag(before) and _is_flag(after):
        first = next((n for n in range(at, 0, -1) if not _is_flag(text[n - 1])), 0)
        return (at - first) % 2 == 1
    return JOINER in {before, after} or _is_mark(after)


def _is_mark(letter: str) -> bool:
    is_skin = "\U0001f3fb" <= letter <= "\U0001f3ff"
    return is_skin or unicodedata.category(letter).startswith("M")


def _is_flag(letter: str) -> bool:
    """Tell whether a letter is one of the pair that makes a flag."""
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def within(
    said: Sequence[tuple[str, ...]], most: int, *, each: int, size: Size = counted
) -> Sequence[tuple[str, ...]]:
    """Take as many entries from the first on as fit; `each` is what one costs beside its letters."""
    for place, texts in enumerate(said):
        most -= sum(map(size, texts)) + each
        if most < 0:
            return said[:place]
    return said
