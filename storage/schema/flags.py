"""Flags, their triage, and the findings they make."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.moment import Moment
from storage.schema.ground import metadata, partial_index

UNDECIDED = "state IN ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')"
STANDING = "state <> 'withdrawn'"
UNDECIDED_FINDINGS = "state IN ('open', 'for-meeting')"

flag_reasons = Table(
    "flag_reasons",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("remedy", String(16), nullable=False),
    Column("label", Text, nullable=False, server_default=""),
    Column("crm_value", Text, nullable=False, server_default=""),
    Column("hidden", Boolean, nullable=False),
    Column("first", Boolean, nullable=False, comment="on the first screen"),
    Column("needs_note", Boolean, nullable=False),
    comment="what the company changed of the reasons that come with Leadloop, and its own",
)

flags = Table(
    "flags",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="SET NULL"), index=True),
    Column("lead_label", Text, nullable=False),
    Column[int]("campaign_id", ForeignKey("campaigns.id")),
    Column("campaign_name", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    Column[str]("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reason", String(64), nullable=False),
    Column("seen", Text, nullable=False, server_default=""),
    Column("would_help", Text, nullable=False, server_default=""),
    Column("look_again_on", Date),
    Column("look_again_after", Text, nullable=False, server_default="", comment="a trigger"),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("raised_at", Moment, nullable=False),
    Column("acknowledge_by", Moment),
    Column("decide_by", Moment),
    Column("decided_at", Moment),
    Column("change_what", Text, nullable=False, server_default=""),
    Column("change_remedy", String(16)),
    Column("change_due", Date),
    Column("change_done_at", Moment),
    Column("reminded_at", Moment, comment="when marketing was reminded that its time is over"),
    Column("effect_told_at", Moment, comment="when the rep heard what the change did"),
    Index("ix_flags_person_id_raised_at", "person_id", "raised_at"),
    Index("ix_flags_raised_at", "raised_at"),
    partial_index(
        "ix_flags_cases_on_campaign", "reason", "campaign_id", "raised_at", where=STANDING
    ),
    partial_index("ix_flags_cases_on_source", "reason", "source", "raised_at", where=STANDING),
    partial_index("ix_flags_undecided", "decide_by", where=UNDECIDED),
    partial_index(
        "ix_flags_effects",
        "change_done_at",
        where="change_done_at IS NOT NULL AND effect_told_at IS NULL",
    ),
)

flag_misses = Table(
    "flag_misses",
    metadata,
    Column[str]("flag_id", ForeignKey("flags.id", ondelete="CASCADE"), primary_key=True),
    Column("criterion_id", String(64), primary_key=True),
    Column("reason", String(64), nullable=False, comment="the flag's"),
    Column("raised_at", Moment, nullable=False, comment="the flag's"),
    Index("ix_flag_misses_cases", "criterion_id", "reason", "raised_at"),
    comment="the criteria of the definition that the lead missed when the flag was raised",
)

# a mark on the flag itself would be written into each of its indexes
ungathered_flags = Table(
    "ungathered_flags",
    metadata,
    Column[str]("flag_id", ForeignKey("flags.id", ondelete="CASCADE"), primary_key=True),
    comment="which findings have yet to take into account",
)

flag_steps = Table(
    "flag_steps",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("flag_id", ForeignKey("flags.id", ondelete="CASCADE"), nullable=False),
    Column("step", String(16), nullable=False),
    Column[str]("person_id", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("version", Integer, nullable=False, comment="the flag's after the step"),
    Column("told_at", Moment, comment="when the other side heard of it"),
    UniqueConstraint("flag_id", "version"),
    partial_index("ix_flag_steps_untold", "at", where="told_at IS NULL"),
    comment="the audit trail",
)

flag_rows = Table(
    "flag_rows",
    metadata,
    Column[str]("flag_id", ForeignKey("flags.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "version",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="the flag's when marketing asked; the row waits as long as it is the flag's own",
    ),
    Column[str](
        "envelope_id", ForeignKey("envelopes.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    comment="flags that wait in envelopes for the word of who raised them",
)

findings = Table(
    "findings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("reason", String(64), nullable=False),
    Column("subject_on", String(16), nullable=False, comment="campaign, source or criterion"),
    Column("subject_key", Text, nullable=False),
    Column("subject_name", Text, nullable=False),
    Column("flags", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("words", Text, nullable=False, server_default=""),
    Column("since", Date, comment="the first day whose leads the rates count"),
    Column("promising", Integer),
    Column("leads", Integer),
    Column("promising_elsewhere", Integer),
    Column("leads_elsewhere", Integer),
    Column("counted_at", Moment),
    Index("ix_findings_subject", "reason", "subject_on", "subject_key", "opened_at"),
    partial_index(
        "uq_findings_open",
        "reason",
        "subject_on",
        "subject_key",
        where=UNDECIDED_FINDINGS,
        unique=True,
    ),
)
