"""Tiny exports, and a store that only remembers what it was given."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from bot.crm.file.importing import Imported, Options, import_files
from handlers.crm import Batch, Column, RecordKind, Settled, Written

Row = Sequence[object]


def text_of(rows: Iterable[Row], delimiter: str = ",", end: str = "\r\n") -> str:
    """Write rows as text, quoted where they must be."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


def a_csv(
    folder: Path,
    rows: Iterable[Row] | str,
    *,
    name: str = "leads.csv",
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> Path:
    """Write a text file of rows, or of text that no writer would write."""
    path = folder / name
    text = rows if isinstance(rows, str) else text_of(rows, delimiter)
    path.write_bytes(text.encode(encoding))
    return path


def an_xlsx(folder: Path, rows: Iterable[Row], *, name: str = "leads.xlsx") -> Path:
    """Write a workbook of one sheet; dates become real dates."""
    path = folder / name
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm"})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


class Gathered:
    """An import store that writes nothing and remembers every record."""

    def __init__(self) -> None:
        self.system = ""
        self.records: list[dict[str, Any]] = []
        self.written = False

    def begin(self, system: str) -> Self:
        self.system = system
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return

    def add(self, batch: Batch) -> None:
        for place, line in enumerate(batch.lines):
            told = {name.value: column[place] for name, column in batch.columns.items()}
            self.records.append({"kind_of_record": batch.kind, "line": line, **told})

    def settle(self) -> Settled:
        return Settled(repeated=0, without_lead=[])

    def write(self) -> Written:
        self.written = True
        return Written(new=len(self.records), changed=0, unchanged=0, activities=0)

    def of(self, kind: RecordKind) -> list[dict[str, Any]]:
        return [record for record in self.records if record["kind_of_record"] is kind]

    def column(self, name: Column) -> list[Any]:
        return [record.get(name.value) for record in self.records]


def gathered(*paths: Path, **options: Any) -> tuple[Gathered, Imported]:
    """Import files into a store that only remembers."""
    store = Gathered()
    return store, import_files(paths, store, options=Options(**options))
