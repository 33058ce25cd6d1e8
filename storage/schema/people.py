"""People, where they are spoken to, and the owners in the CRM."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from storage.moment import Moment
from storage.schema.ground import RowId, metadata

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("side", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("weekdays", String(7), nullable=False, comment="digits, 0 is Monday"),
    Column("country", String(2), nullable=False),
    Column("chosen", String(64), nullable=False, server_default="", comment="by themselves"),
)

absences = Table(
    "absences",
    metadata,
    Column("id", RowId, primary_key=True),
    Column[str](
        "person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("address", String(255), primary_key=True),
    Column[str](
        "person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("proven_at", Moment, comment="when the platform last said whose it is; null in doubt"),
    comment="a person's chat self on a platform",
)

channels = Table(
    "channels",
    metadata,
    Column("place", String(255), primary_key=True, comment="sales or marketing"),
    Column("platform", String(16), nullable=False),
    Column("address", String(255), nullable=False),
    Column("language", String(8), nullable=False),
    Column("zone", String(64), nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("address", String(255), primary_key=True, comment="a person's account, or a channel"),
    Column("conversation", Text, nullable=False, comment="the platform's own name for it"),
    Column("service_url", Text, nullable=False, comment="where the platform is called about it"),
    Column("kind", String(16), nullable=False, comment="personal, group or channel"),
    Column("blocked_at", Moment, comment="when we were shut out; null while we may write"),
    Column("seen_at", Moment, nullable=False),
    Index("ix_conversations_platform_kind_seen_at", "platform", "kind", "seen_at"),
    comment="how a platform is called about each conversation that it told us of",
)

waiting_files = Table(
    "waiting_files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("address", String(255), nullable=False, comment="who alone may have it"),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("until", Moment, nullable=False, index=True),
    comment="files that a person has yet to accept",
)

owners = Table(
    "owners",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("system", String(32), nullable=False),
    Column("key", Text, nullable=False, comment="the CRM's id, e-mail address or name, folded"),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, server_default=""),
    Column[str]("person_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("gone_at", Moment, comment="when somebody or the CRM said that they left the company"),
    Column("entra_id", String(64), nullable=False, server_default="", comment="in lower case"),
    Column("active", Boolean, comment="as the CRM said last; null where it never did"),
    UniqueConstraint("system", "key"),
)
