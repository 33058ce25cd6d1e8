"""The one message of a rep's working day, and its places."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, UniqueConstraint

from storage.moment import Moment
from storage.schema.ground import metadata

envelopes = Table(
    "envelopes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("day", Date, nullable=False, comment="the person's local date"),
    Column("sent_at", Moment, nullable=False),
    UniqueConstraint("person_id", "day"),
)

envelope_places = Table(
    "envelope_places",
    metadata,
    Column[str]("envelope_id", ForeignKey("envelopes.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False, comment="from 1 on"),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="SET NULL"), index=True),
    Column("worth", Integer, nullable=False),
    comment="places that rows of any feature were given; a row that left keeps its place",
)
