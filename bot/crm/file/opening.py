"""Opens a file that somebody exported: finds its letters, its delimiter and its headings."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from bot.crm.file.encodings import encoding_of
from bot.crm.file.limits import Limits
from bot.crm.file.rows import Sheet
from bot.crm.file.workbook import is_workbook, unpacked
from handlers.errors import Refused
from handlers.phrase import say

LOOKED_AT = 50
"""Lines from which the delimiter is told."""
PREAMBLE = 20
"""Lines of title that may stand above the headings."""
BLOCK = 1 << 20

_DELIMITERS = ",;\t|"
_SEPARATOR_HINT = "sep="
_SPREADSHEETS_OF_OLD = b"\xd0\xcf\x11\xe0"


def open_sheet(
    path: Path, folder: Path, limits: Limits, understood: Callable[[Sequence[str]], int]
) -> Sheet:
    """Open a CSV or XLSX file, or raise `Refused` with the reason.

    A workbook is turned into text in `folder`. `understood` tells how many of some headings it knows,
    so that a report's title is not taken for them.
    """
    csv.field_size_limit(limits.cell)
    _check_there(path)
    if is_workbook(path):
        text = unpacked(path, folder, limits)
        return _sheet(text, path.name, limits, understood, encoding="utf-8", delimiter=",")
    _check_text(path, limits)
    return _sheet(path, path.name, limits, understood, encoding=encoding_of(path), delimiter="")


def _check_there(path: Path) -> None:
    if not path.is_file():
        raise Refused(say("import-no-file", file=path.name))
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise Refused(say("import-unreadable", file=path.name)) from error
    if not start:
        raise Refused(say("import-empty", file=path.name))
    if start == _SPREADSHEETS_OF_OLD:
        raise Refused(say("import-old-workbook", file=path.name))


def _check_text(path: Path, limits: Limits) -> None:
    if path.stat().st_size > limits.csv_size:
        raise Refused(say("import-too-large", file=path.name, limit=limits.csv_size // 1_000_000))
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            if len(block) == BLOCK and b"\n" not in block and b"\r" not in block:
                raise Refused(say("import-no-table", file=path.name))


def _sheet(
    path: Path,
    name: str,
    limits: Limits,
    understood: Callable[[Sequence[str]], int],
    *,
    encoding: str,
    delimiter: str,
) -> Sheet:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        lines = list(islice(file, LOOKED_AT))
    hinted = lines and lines[0].lower().startswith(_SEPARATOR_HINT)
    skipped = 1 if hinted else 0
    delimiter = delimiter or (lines[0][4:5] if hinted else _delimiter(lines))
    headings, end = _headings(lines[skipped:], delimiter, understood)
    _check_headings(headings, name, limits)
    return Sheet(
        path=path,
        name=name,
        encoding=encoding,
        delimiter=delimiter,
        headings=headings,
        heading_line=skipped + end,
        row_limit=limits.csv_rows if path.name == name else limits.xlsx_rows,
    )


def _check_headings(headings: Sequence[str], name: str, limits: Limits) -> None:
    if not any(headings):
        raise Refused(say("import-empty", file=name))
    if len(headings) > limits.columns:
        raise Refused(say("import-too-many-columns", file=name, limit=limits.columns))
    if any("\0" in heading for heading in headings):
        raise Refused(say("import-no-table", file=name))


def _delimiter(lines: Sequence[str]) -> str:
    """Choose the delimiter that cuts most lines into the same number of cells, more than one."""
    best = max(_DELIMITERS, key=lambda one: _evenness(lines, one))
    return best if _evenness(lines, best) > (0, 0) else ","


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    widths = Counter(len(row) for row in _records(lines, delimiter) if any(row))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return (0, 0)
    width, count = max(wide.items(), key=lambda one: (one[1], one[0]))
    return (round(count / widths.total(), 1), width)


def _headings(
    lines: Sequence[str], delimiter: str, understood: Callable[[Sequence[str]], int]
) -> tuple[tuple[str, ...], int]:
    """Find the row of headings below a title, and the line it ends on."""
    reader = csv.reader(iter(lines), delimiter=delimiter)
    candidates: list[tuple[int, tuple[str, ...], int]] = []
    try:
        for row in islice(reader, PREAMBLE):
            headings = tuple(cell.strip().lstrip("\ufeff") for cell in row)
            if any(headings):
                candidates.append((understood(headings), headings, reader.line_num))
    except csv.Error:
        candidates = candidates or [(0, ("",), 0)]
    if not candidates:
        return ("",), 0
    _, headings, end = max(candidates, key=lambda one: one[0])
    return headings, end


def _records(lines: Sequence[str], delimiter: str) -> Sequence[Sequence[str]]:
    try:
        return list(csv.reader(io.StringIO("".join(lines), newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in lines]
