"""Finds out how the letters of a text file are written."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

BLOCK = 1 << 20
SAMPLE = 64 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_CODE_PAGES = ["cp1250", "cp1251", "cp1252", "gb18030"]
_SIGNS_INSIDE_WORDS = re.compile(r"[^\W\d_][³¹¿œŸ¼¾£]|[³¹¿œŸ¼¾£][^\W\d_]")
"""What Polish and Czech letters look like when they are read as western European ones."""


def encoding_of(path: Path) -> str:
    """Name a file's encoding: by its mark, else UTF-8 where all of it is that, else the likeliest code page."""
    with path.open("rb") as file:
        start = file.read(4)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    foreign = _lines_that_are_not_utf8(path)
    if foreign is None:
        return _unmarked_utf16(start) or "utf-8"
    return _unmarked_utf16(start) or _likeliest(foreign)


def _unmarked_utf16(start: bytes) -> str | None:
    """Tell UTF-16 by the zero in every other byte of its first, Latin, letters."""
    if start[1::2] == b"\0\0" and b"\0" not in start[::2]:
        return "utf-16-le"
    if start[::2] == b"\0\0" and b"\0" not in start[1::2]:
        return "utf-16-be"
    return None


def _lines_that_are_not_utf8(path: Path) -> bytes | None:
    """Give a sample of the lines with letters beyond ASCII; nothing where the whole file is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample = bytearray()
    fits = True
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            fits = fits and _decodes(decoder, block)
            if not block.isascii() and len(sample) < SAMPLE:
                beyond = [line for line in block.splitlines() if not line.isascii()]
                sample += b"\n".join(beyond)[:SAMPLE]
            if not fits and len(sample) >= SAMPLE:
                break
    fits = fits and _decodes(decoder, b"", final=True)
    return None if fits else bytes(sample)


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _likeliest(sample: bytes) -> str:
    found = [match.encoding for match in from_bytes(sample, cp_isolation=_OLD_CODE_PAGES)]
    if "cp1250" in found and "cp1252" in found:
        western = sample.decode("cp1252", errors="replace")
        return "cp1250" if _SIGNS_INSIDE_WORDS.search(western) else "cp1252"
    return found[0] if found else "cp1252"
