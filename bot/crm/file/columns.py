"""The cells of one batch, field by field, and what is wrong with some of its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import compress

from bot.crm.file import cells
from bot.crm.file.dates import DateReader, Unreadable
from bot.crm.file.rows import BadRow, Rows
from handlers.crm import Batch, Cell, Column, RecordKind
from handlers.phrase import Phrase, say

Texts = Sequence[str]


@dataclass(slots=True)
class Cleaners:
    """How the columns of one file are read; what is remembered lasts from batch to batch."""

    dates: Mapping[str, DateReader]
    """By field."""
    ids: Callable[[str], str]
    word_limit: int
    texts: dict[str, cells.Remembered] = field(default_factory=dict[str, cells.Remembered])


class Columns:
    """One batch of rows under known fields. A field that the file lacks is not there."""

    def __init__(
        self, rows: Rows, fields: Mapping[str, int], headings: Texts, cleaners: Cleaners
    ) -> None:
        """Turn the rows on their side."""
        self.size = len(rows.lines)
        self.bad: dict[int, Phrase | None] = {}
        """What is wrong with a row, by its place; None where it is to be passed over without a word."""
        self._rows = rows
        self._fields = fields
        self._headings = headings
        self._cleaners = cleaners
        self._raw = list(zip(*rows.cells, strict=True))

    def has(self, name: str) -> bool:
        """Tell whether the file has a field."""
        return name in self._fields

    def raw(self, name: str) -> Texts:
        """Give a field's cells as they stand, or empty ones."""
        return self._raw[self._fields[name]] if name in self._fields else [""] * self.size

    def text(self, name: str, clean: Callable[[str], str] = cells.clean) -> Texts:
        """Give a field's cells clean; for texts of which many are alike."""
        if name not in self._fields:
            return [""] * self.size
        known = self._cleaners.texts.setdefault(name, cells.Remembered(clean))
        return [known[cell] for cell in self._raw[self._fields[name]]]

    def word(self, name: str, clean: Callable[[str], str] = cells.clean) -> Texts:
        """Give the cells of a field that leads are found by, and refuse what is too long to be one."""
        return self.checked(self.text(name, clean), name)

    def id(self, name: str) -> Texts:
        """Give the cells of a field of ids, as the CRM writes them in full."""
        lengthen = self._cleaners.ids
        return self.checked([lengthen(cells.clean(cell)) for cell in self.raw(name)], name)

    def checked(self, column: Texts, name: str) -> Texts:
        """Refuse the rows whose text is too long for a word."""
        limit = self._cleaners.word_limit
        if cells.longest(column) > limit:
            for place, text in enumerate(column):
                if len(text) > limit:
                    self.refuse(place, say("import-refused-long", heading=self.heading(name)))
        return column

    def moment(self, name: str) -> Sequence[datetime | None]:
        """Give a field's cells as moments, and refuse the rows where that cannot be."""
        reader = self._cleaners.dates[name]
        if (whole := reader.read_all(self.raw(name))) is not None:
            return whole
        read, found = reader.read, list[datetime | None]()
        for place, cell in enumerate(self.raw(name)):
            try:
                found.append(read(cell) if cell else None)
            except Unreadable:
                found.append(self._read_clean(place, name, cell))
        return found

    def _read_clean(self, place: int, name: str, cell: str) -> datetime | None:
        """Read a date with blanks around it, or a placeholder of one."""
        text = cells.clean(cell)
        try:
            return self._cleaners.dates[name].read(text) if text else None
        except Unreadable:
            heading = self.heading(name)
            self.refuse(place, say("import-refused-date", heading=heading, value=text[:80]))
            return None

    def heading(self, name: str) -> str:
        """Give the heading of a field, or the field's own name where the file lacks it."""
        return self._headings[self._fields[name]] if name in self._fields else name

    def names(self, start: str) -> Texts:
        """List the file's fields whose names begin like this."""
        return [name for name in self._fields if name.startswith(start)]

    def refuse(self, place: int, reason: Phrase | None) -> None:
        """Say what is wrong with a row; the first fault counts."""
        self.bad.setdefault(place, reason)

    def row(self, place: int) -> Texts:
        """Give all cells of a row as they stand."""
        return self._rows.cells[place]

    def bad_rows(self) -> Sequence[BadRow]:
        """List the rows with something wrong, as they stand in the file."""
        return [
            BadRow(self._rows.lines[place], reason, self.row(place))
            for place, reason in sorted(self.bad.items())
            if reason is not None
        ]

    def batch(self, kind: RecordKind, file: int, columns: Mapping[Column, Sequence[Cell]]) -> Batch:
        """Put together the records of the good rows."""
        lines: Sequence[int] = self._rows.lines
        if self.bad:
            good = [place not in self.bad for place in range(self.size)]
            lines = list(compress(lines, good))
            columns = {name: list(compress(column, good)) for name, column in columns.items()}
        return Batch(kind=kind, file=file, lines=lines, columns=columns)
