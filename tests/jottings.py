"""A table of the tests' own, for what a database must do whatever is kept in it."""

from __future__ import annotations

from sqlalchemy import JSON, Column, MetaData, String, Table

jottings = Table(
    "jottings",
    MetaData(),
    Column("name", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)
