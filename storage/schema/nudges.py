"""Rules about stale fields, and the nudges that they led to."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.moment import Moment
from storage.schema.ground import metadata, partial_index

OPEN_NUDGES = "state IN ('queued', 'asked')"

nudge_rules = Table(
    "nudge_rules",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("watch", String(16), nullable=False),
    Column("field", String(64), nullable=False),
    Column("statuses", JSON, nullable=False),
    Column("days", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("paused_at", Moment),
    Column("judged_since", Moment, comment="when somebody switched it on or changed it"),
    comment="what the company changed of the rules that come with Leadloop, and its own",
)

nudges = Table(
    "nudges",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("rule_id", String(64), nullable=False),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("field", String(64), nullable=False),
    Column("was", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("value", Integer, nullable=False),
    Column[str]("envelope_id", ForeignKey("envelopes.id"), index=True),
    Column("queued_at", Moment, nullable=False),
    Column("asked_at", Moment),
    Column("closed_at", Moment),
    Column("snoozed_until", Date),
    Index("ix_nudges_lead_id_queued_at", "lead_id", "queued_at"),
    Index("ix_nudges_person_id_state", "person_id", "state"),
    Index("ix_nudges_rule_id_closed_at", "rule_id", "closed_at"),
    partial_index("uq_nudges_open", "lead_id", where=OPEN_NUDGES, unique=True),
)

nudge_choices = Table(
    "nudge_choices",
    metadata,
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("muted_until", Date, comment="null while nothing is muted"),
    Column("weekly_cap", Integer, nullable=False),
    comment="how much a rep wants to be asked about stale fields",
)

UNFINISHED_TRIALS = "done_at IS NULL"

trials = Table(
    "trials",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("days", Integer, nullable=False),
    Column("as_file", Boolean, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("begun_at", Moment),
    Column("attempts", Integer, nullable=False),
    Column("done_at", Moment),
    Column("card", LargeBinary, comment="as the outbox keeps cards; null where it came to nothing"),
    partial_index("uq_trials_unfinished", "person_id", where=UNFINISHED_TRIALS, unique=True),
    comment="rehearsals of the rules that somebody asked for, and what they showed",
)
