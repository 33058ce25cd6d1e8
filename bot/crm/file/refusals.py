"""Keeps every refused line in a file beside the import, with its number and the reason."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from bot.crm.file.rows import BadRow
from bot.i18n import Voice
from handlers.errors import Refused
from handlers.phrase import say

_HEADINGS = ("file", "line", "reason")
_DANGEROUS = tuple("=+-@\t\r\n\0＝＋－＠")
"""What spreadsheets take for the beginning of a formula."""


class Refusals:
    """The refused lines of one import. The file comes into being with the first of them."""

    def __init__(self, first: Path, voice: Voice) -> None:
        """Stand ready beside the first file of the import."""
        self.count = 0
        self.file: Path | None = None
        self._first = first
        self._voice = voice
        self._open = ExitStack()
        self._text: TextIO | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file, where there is one."""
        self._open.close()

    def add(self, file: str, bad: Sequence[BadRow]) -> None:
        """Keep some lines of a file."""
        if not bad:
            return
        text = self._text or self._begun()
        rows = csv.writer(text)
        for row in bad:
            reason = self._voice.speak(row.reason)
            rows.writerow([*map(harmless, [file, str(row.line), reason, *row.cells])])
        self.count += len(bad)

    def _begun(self) -> TextIO:
        name = f"{self._first.name}.refused.csv"
        for folder in (self._first.parent, Path.cwd()):
            try:
                self._text = self._open.enter_context(
                    (folder / name).open("w", encoding="utf-8-sig", newline="")
                )
            except OSError:
                continue
            self.file = folder / name
            csv.writer(self._text).writerow(_HEADINGS)
            return self._text
        raise Refused(say("import-no-room", file=name))


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
