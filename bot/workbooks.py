"""Turns tables into an XLSX file in the reader's language; nothing in it is ever run."""

# xlsxwriter publishes no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.i18n import Voice
from bot.sheets import harmless
from handlers.message import File, Tab, Workbook
from handlers.phrase import Phrase

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

LONGEST_NAME = 31
"""Letters that Excel takes in the name of a tab."""
LONGEST_CELL = 32_767
WIDEST = 320
"""Of a column, in pixels."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_HARMLESS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def as_file(workbook: Workbook, voice: Voice) -> File:
    """Write a workbook."""
    paper = io.BytesIO()
    book = Book(paper, _HARMLESS)
    made_at = workbook.made_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": voice.speak(workbook.title)[:255], "created": made_at})
    names = _names([voice.speak(tab.title) for tab in workbook.tabs])
    bold, quoted = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    for tab, name in zip(workbook.tabs, names, strict=True):
        sheet = book.add_worksheet(name)
        _fill(sheet, tab, voice, bold=bold, quoted=quoted)
    book.close()
    return File(
        title=workbook.title,
        name=f"{workbook.name}.xlsx",
        media_type=MEDIA_TYPE,
        content=paper.getvalue(),
    )


def _fill(sheet: Worksheet, tab: Tab, voice: Voice, *, bold: Format, quoted: Format) -> None:
    for place, column in enumerate(tab.columns):
        sheet.write_string(0, place, _said(column, voice), bold)
    for line, row in enumerate(tab.rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, Phrase):
                _write(sheet, line, place, _said(cell, voice), quoted)
            else:
                sheet.write_number(line, place, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofit(WIDEST)


def _write(sheet: Worksheet, line: int, place: int, text: str, quoted: Format) -> None:
    """Write a text; one that looks like a formula stays a text even when somebody edits it."""
    looks_live = harmless(text) != text
    sheet.write_string(line, place, text, quoted if looks_live else None)


def _said(phrase: Phrase, voice: Voice) -> str:
    return voice.speak(phrase)[:LONGEST_CELL]


def _names(titles: Sequence[str]) -> Sequence[str]:
    """Make names that Excel takes: short, without its own signs, each another."""
    names: list[str] = []
    for place, title in enumerate(titles, start=1):
        name = _NOT_IN_NAMES.sub(" ", title).strip()[:LONGEST_NAME] or str(place)
        taken = {one.casefold() for one in names}
        names.append(f"{name[: LONGEST_NAME - 4]} {place}" if name.casefold() in taken else name)
    return names
