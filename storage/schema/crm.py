"""The CRMs that are kept in step, and what is written back to them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.moment import Moment
from storage.schema.ground import RowId, metadata, partial_index

crm_streams = Table(
    "crm_streams",
    metadata,
    Column("system", String(32), primary_key=True),
    Column("at", Moment, comment="how far the changes were read; null before the first page"),
    Column("after_id", Text, nullable=False, server_default=""),
    Column("token", Text, nullable=False, server_default="", comment="the CRM's own"),
    Column("first_done_at", Moment, comment="when the first load had brought everything"),
    Column("succeeded_at", Moment, comment="when the last look came to its end"),
    Column("compared_at", Moment, comment="when the ids were compared last"),
    Column("described_at", Moment, comment="when owners and fields were read last"),
    Column(
        "remembers_to",
        RowId,
        nullable=False,
        server_default="0",
        comment="the lead up to which the CRM was asked for what it remembers",
    ),
    Column(
        "remembers_until",
        RowId,
        comment="the last lead of the first load; later ones come with their past",
    ),
    Column("sighting_id", BigInteger, comment="of the leads that are compared together"),
    Column("failed_at", Moment),
    Column("trouble", String(16), nullable=False, server_default=""),
    Column("not_before", Moment, comment="the CRM asked us to wait"),
    Column("held_until", Moment, comment="a replica is reading it"),
    comment="how far our copy of each CRM is",
)

crm_unremembered = Table(
    "crm_unremembered",
    metadata,
    Column[int](
        "lead_id",
        RowId,
        ForeignKey("leads.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    comment="leads that changed together with too many others to be asked for their past at once",
)

crm_fields = Table(
    "crm_fields",
    metadata,
    Column("system", String(32), primary_key=True),
    Column("name", String(128), primary_key=True, comment="the CRM's own"),
    Column("label", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("options", JSON, nullable=False, comment="pairs of value and label"),
    Column("writable", Boolean, nullable=False),
    comment="the leads' fields as the CRM describes them",
)

crm_words = Table(
    "crm_words",
    metadata,
    Column("system", String(32), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="status, reason or field"),
    Column("word", Text, primary_key=True, comment="the CRM's own"),
    Column("means", String(64), comment="ours; null where it is left out on purpose"),
    Column("writes", Boolean, nullable=False, comment="it may be written back"),
    comment="what the company said that the CRM's words and fields mean",
)

write_backs = Table(
    "write_backs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column("field", String(64), nullable=False),
    Column("was", Text, nullable=False),
    Column("becomes", Text, nullable=False),
    Column[str]("person_id", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("now", Text, nullable=False, server_default=""),
    Column("words", Text, nullable=False, server_default=""),
    Column("written_at", Moment),
    Column("undoes", String(64)),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column(
        "sent",
        Text,
        nullable=False,
        server_default="",
        comment="the lead's version before it left; as long as it waits, it may have arrived",
    ),
    Column("not_before", Moment),
    Column("held_until", Moment),
    partial_index("ix_write_backs_waiting", "at", where="state = 'waiting'"),
    Index("ix_write_backs_lead_id_field", "lead_id", "field"),
    Index("ix_write_backs_person_id_at", "person_id", "at"),
    comment="the audit log of what was written to the CRM, for whom and why",
)
