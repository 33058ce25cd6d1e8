"""Turns a sheet into the CSV file that a spreadsheet of the reader's country opens as a table."""

from __future__ import annotations

import csv
import io

from bot.i18n import Voice
from handlers.message import File, Sheet
from handlers.people import Language

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something older."""

SEMICOLON = frozenset({Language.POLISH, Language.RUSSIAN})
"""Where the comma is the decimal sign, spreadsheets part columns by semicolons."""

FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠|%")
"""Beginnings that make spreadsheets run a cell instead of showing it (OWASP, CSV injection)."""


def as_file(sheet: Sheet, voice: Voice) -> File:
    """Write a sheet in the reader's language."""
    paper = io.StringIO()
    delimiter = ";" if voice.language in SEMICOLON else ","
    writer = csv.writer(paper, delimiter=delimiter)
    for row in (sheet.columns, *sheet.rows):
        writer.writerow(harmless(voice.speak(cell)) for cell in row)
    content = (BYTE_ORDER_MARK + paper.getvalue()).encode()
    return File(title=sheet.title, name=f"{sheet.name}.csv", media_type="text/csv", content=content)


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if cell and cell.lstrip(" ")[:1] in FORMULA_STARTS else cell
