"""How large a file may be before it is refused unread."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is read at most; sizes are in bytes. The defaults suit whoever types `leadloop import`."""

    csv_size: int = 500 * MEGABYTE
    csv_rows: int = 2_000_000
    xlsx_size: int = 10 * MEGABYTE
    xlsx_expanded: int = 100 * MEGABYTE
    """The sum of the sizes of all parts, unpacked."""
    xlsx_ratio: int = 200
    """How many times its packed size a large part may have unpacked."""
    xlsx_parts: int = 2_000
    xlsx_rows: int = 50_000
    xlsx_seconds: float = 60
    xlsx_memory: int = 1_500 * MEGABYTE
    """The address space of the process that opens a workbook."""
    columns: int = 500
    cell: int = MEGABYTE
    """Characters in a cell; more is refused with its line."""
    word: int = 300
    """Characters in a name, an id, an address or any other cell that leads are found by."""


CHAT_LIMITS = Limits(csv_size=10 * MEGABYTE, csv_rows=50_000)
"""For a file that somebody sends to the bot."""
