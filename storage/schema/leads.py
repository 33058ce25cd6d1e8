"""Our copy of the leads, with its history."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.moment import Moment
from storage.schema.ground import RowId, metadata, partial_index

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("system", String(32), nullable=False),
    Column("key", Text, nullable=False, comment="the name, folded"),
    Column("name", Text, nullable=False),
    UniqueConstraint("system", "key"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("system", String(32), comment="the CRM that keeps them in step; null for files"),
    comment="when leads that are compared with their CRM together were compared last",
)

leads = Table(
    "leads",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("system", String(32), nullable=False),
    Column("external_id", Text, nullable=False),
    Column("external_key", Text, nullable=False, comment="the CRM's id in lower case"),
    Column("name", Text, nullable=False, server_default=""),
    Column("name_key", Text, nullable=False, server_default=""),
    Column("surname_key", Text, nullable=False, server_default=""),
    Column("company", Text, nullable=False, server_default=""),
    Column("company_key", Text, nullable=False, server_default=""),
    Column("email", Text, nullable=False, server_default="", comment="in lower case"),
    Column("phone", Text, nullable=False, server_default=""),
    Column("title", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    Column[int]("campaign_id", ForeignKey("campaigns.id")),
    Column[int]("owner_id", ForeignKey("owners.id")),
    Column("status", String(16), comment="ours; null where the CRM's word maps to none"),
    Column("status_raw", Text, nullable=False, server_default=""),
    Column(
        "stage_raw",
        Text,
        nullable=False,
        server_default="",
        comment="the CRM's word for a stage beside the status, as long as nobody knows it",
    ),
    Column("reason", String(24)),
    Column("reason_raw", Text, nullable=False, server_default=""),
    Column("next_step", Text, nullable=False, server_default=""),
    Column("extra", JSON, comment="further columns of the file, by our name for them"),
    Column("created_at", Moment),
    Column("assigned_at", Moment),
    Column("first_touch_at", Moment),
    Column("last_touch_at", Moment),
    Column("converted_at", Moment),
    Column("status_changed_at", Moment),
    Column("reason_changed_at", Moment),
    Column("owner_changed_at", Moment),
    Column("next_step_changed_at", Moment),
    Column("imported_at", Moment, nullable=False, comment="last written by an import"),
    Column(
        "sighting_id",
        BigInteger,  # no foreign key: to check it would cost PostgreSQL a tenth of an import
        comment="the row of sightings that notes later comparisons which changed nothing",
    ),
    Column("gone_at", Moment, comment="when the CRM was seen not to have it any more"),
    UniqueConstraint("external_key", "system"),
)
partial_index("ix_sightings_system", sightings.c.system, where="system IS NOT NULL")
partial_index("ix_leads_email", leads.c.email, where="email <> ''")
partial_index(
    "ix_leads_surname_key_name_key",
    leads.c.surname_key,
    leads.c.name_key,
    where="surname_key <> ''",
)
partial_index("ix_leads_company_key", leads.c.company_key, where="company_key <> ''")
Index("ix_leads_campaign_id_created_at", leads.c.campaign_id, leads.c.created_at)
Index("ix_leads_source_created_at", leads.c.source, leads.c.created_at)
Index("ix_leads_created_at", leads.c.created_at)

lead_changes = Table(
    "lead_changes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column("field", String(64), nullable=False, comment="status, owner, extra:needs, ..."),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("origin", String(16), nullable=False, comment="import, native, rep"),
    Index("ix_lead_changes_lead_id_at", "lead_id", "at"),
    Index("ix_lead_changes_at", "at"),
)

activities = Table(
    "activities",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("system", String(32), nullable=False),
    Column("external_id", Text, nullable=False),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("direction", String(8), nullable=False, comment="in, out or empty"),
    Column("outcome", Text, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("system", "external_id"),
    Index("ix_activities_lead_id_at", "lead_id", "at"),
)
