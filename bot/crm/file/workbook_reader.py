"""A program of its own: reads a workbook inside limits and writes its first filled sheet as CSV.

Arguments: workbook, text to write, bytes of address space, rows, columns. Exit status: 0 done,
3 damaged or protected, 4 too many rows, 5 too many columns, 6 nothing in it.
"""

from __future__ import annotations

import csv
import resource
import sys
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

DAMAGED, TOO_LONG, TOO_WIDE, EMPTY = 3, 4, 5, 6


def main(book: str, text: str, memory: str, rows: str, columns: str) -> int:
    """Convert one workbook and give the exit status."""
    resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    try:
        sheet = _first_filled(CalamineWorkbook.from_object(book))  # pyright: ignore[reportUnknownMemberType] - its own
        if sheet is None:
            return EMPTY
        if sheet.total_height > int(rows) + 1:
            return TOO_LONG
        if sheet.total_width > int(columns):
            return TOO_WIDE
        _write(Path(text), sheet.to_python(skip_empty_area=False))
    except CalamineError:
        return DAMAGED
    return 0


def _first_filled(book: CalamineWorkbook) -> CalamineSheet | None:
    for known in book.sheets_metadata:
        if known.visible is SheetVisibleEnum.Visible:
            sheet = book.get_sheet_by_name(known.name)
            if sheet.height:
                return sheet
    return None


def _write(path: Path, rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([map(_text, row) for row in rows])


def _text(cell: object) -> str:
    match cell:
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return " ".join(str(cell).split())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
