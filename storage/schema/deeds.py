"""What happens once."""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary, String, Table

from storage.moment import Moment
from storage.schema.ground import metadata

once_keys = Table(
    "once_keys",
    metadata,
    Column("key", String(255), primary_key=True),
    Column("at", Moment, nullable=False),
    sqlite_with_rowid=False,
)
"""Written at every press: SQLite keeps it as one tree, and the night's cleaning reads all of it."""

due_slots = Table(
    "due_slots",
    metadata,
    Column("job", String(64), primary_key=True),
    Column("local_date", Date, primary_key=True),
    Column("destination", String(255), primary_key=True),
    Column("at", Moment, nullable=False),
)

seal_keys = Table(
    "seal_keys",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("key", LargeBinary, nullable=False, comment="seals what the platform's buttons carry"),
    Column("made_at", Moment, nullable=False),
)
