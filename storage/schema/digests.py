"""The weekly digest: the figures of each week, what became of its editions, and decisions."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.moment import Moment
from storage.schema.ground import metadata, partial_index

UNFINISHED = "state IN ('open', 'taken')"

digests = Table(
    "digests",
    metadata,
    Column("week", String(8), primary_key=True, comment="2026-W47"),
    Column("figures", JSON, nullable=False, comment="fit to be shown: no small group is in it"),
)

digest_editions = Table(
    "digest_editions",
    metadata,
    Column("week", String(8), primary_key=True),
    Column("side", String(16), primary_key=True),
    Column("state", String(16), nullable=False, comment="planned, held, sent, skipped"),
    Column("note", Text, nullable=False, server_default=""),
    Column("note_by", String(16), comment="the side that signs the note"),
    Column("sent_at", Moment),
)

digest_decisions = Table(
    "digest_decisions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("week", String(8), nullable=False, comment="in whose digest it stood first"),
    Column("position", Integer, nullable=False),
    Column("key", String(32), nullable=False, comment="finding, amendment, debt, ..."),
    Column("subject", String(64), nullable=False, server_default="", comment="an id, by the key"),
    Column("about", Text, nullable=False, server_default=""),
    Column("state", String(16), nullable=False, comment="open, taken, done, dropped"),
    Column("taken_by", String(16), comment="a side"),
    Column[str]("person_id", ForeignKey("people.id"), index=True),
    Column("due", Date),
    Column("closed_at", Moment, index=True),
    UniqueConstraint("week", "key", "subject"),
    partial_index("ix_digest_decisions_unfinished", "week", where=UNFINISHED),
)
