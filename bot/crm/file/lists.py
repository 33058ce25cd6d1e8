"""Turns a table that somebody sent to the bot into the text of a lead list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.crm.file import cells
from bot.crm.file.headings import claimed, kind_of, system_of, understood
from bot.crm.file.limits import CHAT_LIMITS, Limits
from bot.crm.file.opening import open_sheet
from bot.crm.file.rows import Sheet, is_total
from handlers.errors import Refused
from handlers.naming import shown
from handlers.phrase import say

_NAMES = ("lead_id", "id", "email", "name", "first_name", "last_name", "company")

LONGEST_NAME = 80
"""Characters of a file's name that are repeated to the person."""


def read_lead_list(name: str, content: bytes, limits: Limits = CHAT_LIMITS) -> str:
    """Give one line per row: the id, else the e-mail address, else name and company; or raise `Refused`.

    A file without any heading that we know is given as its text, since it may well be a list of addresses.
    A row that cannot be read, or names no lead, is given as it stands: the answer lists what it does not know.
    """
    called = shown(Path(name).name)[-LONGEST_NAME:] or "leads.csv"
    if len(content) > max(limits.csv_size, limits.xlsx_size):
        raise Refused(say("import-too-large", file=called, limit=limits.csv_size // 1_000_000))
    with TemporaryDirectory(prefix="leadloop-") as folder:
        path = Path(folder) / "list"
        path.write_bytes(content)
        try:
            sheet = open_sheet(path, Path(folder), limits, understood)
            return "\n".join(_lines(sheet))
        except Refused as refused:
            named = {**dict(refused.phrase.args), "file": called}
            raise Refused(say(refused.phrase.key, **named)) from refused


def _lines(sheet: Sheet) -> Iterator[str]:
    kind = kind_of(sheet.headings)
    fields = claimed("lead" if kind == "session" else kind, sheet.headings, {})
    known = [name for name in _NAMES if name in fields]
    if not known:
        yield from _as_it_stands(sheet)
        return
    for rows in sheet.batches():
        for row in rows.cells:
            told = {name: cells.clean(row[fields[name]]) for name in known}
            line = _line(told, system_of(sheet.headings)) or _in_one_line(row)
            if line and not is_total(row):
                yield line
        yield from (_in_one_line(bad.cells) for bad in rows.bad)


def _as_it_stands(sheet: Sheet) -> Iterator[str]:
    yield ", ".join(filter(None, sheet.headings))
    for rows in sheet.batches():
        every = (*rows.cells, *(bad.cells for bad in rows.bad))
        yield from (", ".join(filter(None, map(cells.tidy, row))) for row in every)


def _in_one_line(row: Sequence[str]) -> str:
    """Write a row so that none of its commas parts it: it is one line of the list, known or not."""
    return " ".join(filter(None, (cells.clean(cell).replace(",", " ") for cell in row)))


def _line(told: dict[str, str], system: str) -> str:
    id = told.get("lead_id") or told.get("id", "")
    if id:
        return cells.salesforce_id(id) if system == "salesforce" else id
    if email := cells.address(told.get("email", "")):
        return email
    name = told.get("name") or cells.full_name(
        told.get("first_name", ""), told.get("last_name", "")
    )
    return ", ".join(filter(None, (name, told.get("company", ""))))
