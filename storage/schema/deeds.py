"""What happens once."""

from __future__ import annotations

from sqlalchemy import Column, Date, String, Table

from storage.moment import Moment
from storage.schema.ground import metadata

once_keys = Table(
    "once_keys",
    metadata,
    Column("key", String(255), primary_key=True),
    Column("at", Moment, nullable=False, index=True),
)

due_slots = Table(
    "due_slots",
    metadata,
    Column("job", String(64), primary_key=True),
    Column("local_date", Date, primary_key=True),
    Column("destination", String(255), primary_key=True),
    Column("at", Moment, nullable=False),
)
