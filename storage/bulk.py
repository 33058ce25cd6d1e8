"""Writes many rows into a table as fast as the driver can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any, cast

from sqlalchemy import Connection

Value = str | int | None

ROWS = 500
"""Rows in one SQLite statement; more do not make it faster."""
PARAMETERS = 32_000
"""SQLite takes 32,766 in a statement."""


def write_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    """Append rows to a table; the names of table and columns are the program's own."""
    if connection.dialect.name == "postgresql":
        _copy(connection, table, columns, rows)
    else:
        _insert(connection, table, columns, rows)


def _copy(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    driver = cast("Any", connection.connection.dbapi_connection)
    names = ", ".join(f'"{column}"' for column in columns)
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _insert(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    places = f"({', '.join('?' * len(columns))})"
    size = min(ROWS, PARAMETERS // len(columns))
    remaining = iter(rows)
    while chunk := list(islice(remaining, size)):
        many = ", ".join([places] * len(chunk))
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({names}) VALUES {many}",  # noqa: S608 - only our own names
            tuple(chain.from_iterable(chunk)),
        )
