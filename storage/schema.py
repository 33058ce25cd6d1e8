"""Every table. What changes here needs a migration in `storage/migrations`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from storage.moment import Moment


def _partial(name: str, *columns: Column[Any] | str, where: str) -> Index:
    """Index only some rows, on both databases."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


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

# People and where they are spoken to

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

owners = Table(
    "owners",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("system", String(32), nullable=False),
    Column("key", Text, nullable=False, comment="the CRM's id, e-mail address or name, folded"),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, server_default=""),
    Column[str]("person_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    UniqueConstraint("system", "key"),
)

# Leads

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("system", String(32), nullable=False),
    Column("key", Text, nullable=False, comment="the name, folded"),
    Column("name", Text, nullable=False),
    UniqueConstraint("system", "key"),
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
    Column("imported_at", Moment, nullable=False, comment="last compared with the CRM"),
    UniqueConstraint("external_key", "system"),
)
_partial("ix_leads_email", leads.c.email, where="email <> ''")
_partial(
    "ix_leads_surname_key_name_key",
    leads.c.surname_key,
    leads.c.name_key,
    where="surname_key <> ''",
)
_partial("ix_leads_company_key", leads.c.company_key, where="company_key <> ''")
Index("ix_leads_campaign_id_created_at", leads.c.campaign_id, leads.c.created_at)
Index("ix_leads_source_created_at", leads.c.source, leads.c.created_at)
Index("ix_leads_created_at", leads.c.created_at)

lead_changes = Table(
    "lead_changes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column("field", String(32), nullable=False, comment="status, reason, owner, next_step, ..."),
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

# Questions

questions = Table(
    "questions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("asker_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("place", String(255), nullable=False),
    Column("kind", String(16), nullable=False, comment="outcome or delay"),
    Column("words", Text, nullable=False),
    Column(
        "remarks", JSON, nullable=False, comment="unknown and duplicate lines, and who may be meant"
    ),
    Column("described", LargeBinary, comment="the phrase that says what was understood of words"),
    Column("page", Integer, nullable=False, server_default="0"),
    Column("asked_at", Moment, nullable=False),
    Column("owners_asked_at", Moment),
    Column("closes_at", Moment),
    Column("closed_at", Moment),
    _partial("ix_questions_closes_at", "closes_at", where="closed_at IS NULL"),
)

question_leads = Table(
    "question_leads",
    metadata,
    Column[str]("question_id", ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False, index=True),
)

envelopes = Table(
    "envelopes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("day", Date, nullable=False, comment="the person's local date"),
    Column("sent_at", Moment, nullable=False),
    UniqueConstraint("person_id", "day"),
)

asks = Table(
    "asks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False, index=True),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False, comment="outcome or delay"),
    Column("state", String(16), nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column[str]("envelope_id", ForeignKey("envelopes.id"), index=True),
    Column("asked_at", Moment),
    Column("remind_at", Moment),
    Column("reminded_at", Moment),
    Column("expires_at", Moment),
    Column("closed_at", Moment),
    Index("ix_asks_person_id_state", "person_id", "state"),
    Index("ix_asks_state_remind_at", "state", "remind_at"),
    Index("ix_asks_state_expires_at", "state", "expires_at"),
)

ask_followers = Table(
    "ask_followers",
    metadata,
    Column[str]("ask_id", ForeignKey("asks.id", ondelete="CASCADE"), primary_key=True),
    Column[str](
        "question_id", ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True, index=True
    ),
    comment="which questions are filled by an ask's answer",
)

answers = Table(
    "answers",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("ask_id", ForeignKey("asks.id", ondelete="CASCADE"), nullable=False, index=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("said", String(24), nullable=False),
    Column("reason", String(24)),
    Column("cause", String(24), comment="why the first touch came late"),
    Column("look_again_on", Date),
    Column("note", Text, nullable=False, server_default=""),
    Column("at", Moment, nullable=False),
    Column("replaced_at", Moment, comment="when a correction took its place"),
    _partial("ix_answers_lead_id_at", "lead_id", "at", where="replaced_at IS NULL"),
)

# What leaves the house

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

# Things that happen once

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

settings = Table(
    "settings",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)
