"""What leaves the house, and where it stands."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text, text

from storage.moment import Moment
from storage.schema.ground import RowId, metadata

OPEN = text("state IN ('waiting', 'sending', 'unsure')")
"""Spelled out, because SQLite uses a partial index only for the very words it was made with."""

IN_FLIGHT = text("state IN ('sending', 'unsure')")
"""At most one message of a place is under way, whatever two replicas do."""

UNSENT = text("state <> 'sent'")

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True, comment="also the order per destination"),
    Column("place", String(255), nullable=False),
    Column("view", String(64), comment="null for a message that is sent as it was written"),
    Column("subject", String(64)),
    Column("payload", LargeBinary, comment="the message as it was written; null for a live one"),
    Column("if_unsure", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column(
        "attempt",
        Integer,
        nullable=False,
        server_default="0",
        comment="the fence: counted at each claim",
    ),
    Column(
        "key",
        String(64),
        nullable=False,
        comment="what the platform is asked for after an unsure attempt",
    ),
    Column(
        "tries",
        Integer,
        nullable=False,
        server_default="0",
        comment="attempts that crashed or ended unsure",
    ),
    Column("platform", String(16), comment="where the last attempt went"),
    Column("address", String(255)),
    Column("lease_until", Moment),
    Column("not_before", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("reference", Text, comment="the platform's own name for the message"),
    Column(
        "trouble",
        Text,
        nullable=False,
        server_default="",
        comment="why it is parked, without names or texts",
    ),
    Index("ix_outbox_open", "place", "id", sqlite_where=OPEN, postgresql_where=OPEN),
    Index(
        "uq_outbox_in_flight",
        "place",
        unique=True,
        sqlite_where=IN_FLIGHT,
        postgresql_where=IN_FLIGHT,
    ),
    Index("ix_outbox_about", "subject", "view", sqlite_where=OPEN, postgresql_where=OPEN),
    Index("ix_outbox_unsent", "state", sqlite_where=UNSENT, postgresql_where=UNSENT),
)

messages = Table(
    "messages",
    metadata,
    Column("view", String(64), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("place", String(255), primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("address", String(255), nullable=False),
    Column("reference", Text, nullable=False),
    Column("drawn_at", Moment, nullable=False),
    comment="where each live message stands",
)

paused_destinations = Table(
    "paused_destinations",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("address", String(255), primary_key=True),
    Column("until", Moment, nullable=False),
    comment="destinations that a platform asked us to leave alone for a while",
)
