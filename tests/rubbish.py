"""Texts and files that nobody means well with. They must be answered or refused, and hold nobody up."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

BITES = (
    *("a", "@", "a@", "a.", "lorem ", "a,", "<", "<@", "<at>", "1", "-", "中", "a/", "&amp;", " "),
    *("2018 ", "what happened to ", "a@b.c, ", "\u200b", "(", "1. ", "of a ", "不", "🙂", "what? "),
    *("(a, ", "Ab and ", '"a', "1001 ", "leads: ", "和", "<a|", "„", "L-1 Anna Nowak ", "http://"),
    *("q1 ", "\t", "|", "Anna Nowak, Acme (x) - from y\n"),
)
"""What a pasted list may repeat without end."""

OWN_WORDS = (
    *("a," * 3000, "в апреле " * 500, "没" * 3000, "not " * 1000, "Acme Beta " * 400),
    *("\u0301" * 3000, "15.04 " * 600, "zzqxwv" * 500, "lostt deadd buddget " * 200),
    *("в " * 2000, "'" * 3000, "a'" * 1500),
)
"""What a rep may type instead of an answer."""


def repeated(bite: str, length: int) -> str:
    """Repeat a bite until the text is so long."""
    return (bite * length)[:length]


# Workbooks

BOOK: Mapping[str, bytes] = {
    "[Content_Types].xml": b"<Types/>",
    "xl/workbook.xml": b"<workbook/>",
}
SWOLLEN = 90_000_000
"""Bytes that a small part becomes."""


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Pack parts as a workbook is packed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def a_swelling_book(path: Path) -> Path:
    """Pack a part that becomes a thousand times as large."""
    return packed(path, {**BOOK, "xl/worksheets/sheet1.xml": b" " * SWOLLEN})


def a_lying_book(path: Path) -> Path:
    """Pack the same, and say that it is small."""
    content = a_swelling_book(path).read_bytes()
    path.write_bytes(content.replace(struct.pack("<I", SWOLLEN), struct.pack("<I", 1_000)))
    return path


def a_crowded_book(path: Path) -> Path:
    """Pack parts that are harmless alone, and too much together."""
    noise = bytes(range(256)) * 12_000
    return packed(path, {**BOOK, **{f"xl/{number}.xml": noise for number in range(40)}})


def a_book_of_many_parts(path: Path) -> Path:
    """Pack more parts than any workbook has."""
    return packed(path, {**BOOK, **{f"xl/{number}.xml": b"" for number in range(3_000)}})
