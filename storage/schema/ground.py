"""What every table stands on: the metadata, row numbers and partial indexes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, text


def partial_index(
    name: str, *columns: Column[Any] | str, where: str, unique: bool = False
) -> Index:
    """Index only some rows, on both databases."""
    condition = text(where)
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


RowId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite gives numbers by itself only to a column that is called INTEGER."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
