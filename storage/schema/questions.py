"""Questions, asks and answers."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.moment import Moment
from storage.schema.ground import metadata, partial_index

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
    partial_index("ix_questions_closes_at", "closes_at", where="closed_at IS NULL"),
)

question_leads = Table(
    "question_leads",
    metadata,
    Column[str]("question_id", ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False, index=True),
)

OPEN_ASKS = "asks.state IN ('queued', 'asked')"
"""Conditions name it as it stands here, or SQLite does not see that the index serves them."""

asks = Table(
    "asks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False, index=True),
    Column[str](
        "person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("kind", String(16), nullable=False, comment="outcome or delay"),
    Column("state", String(16), nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column[str]("envelope_id", ForeignKey("envelopes.id"), index=True),
    Column("asked_at", Moment),
    Column("remind_at", Moment),
    Column("reminded_at", Moment),
    Column("expires_at", Moment),
    Column("closed_at", Moment),
    partial_index("ix_asks_open", "person_id", "state", "remind_at", "expires_at", where=OPEN_ASKS),
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
    Column[str]("ask_id", ForeignKey("asks.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column[int]("lead_id", ForeignKey("leads.id", ondelete="CASCADE"), nullable=False),
    Column[str]("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("said", String(24), nullable=False),
    Column("reason", String(24)),
    Column("cause", String(24), comment="why the first touch came late"),
    Column("look_again_on", Date),
    Column("note", Text, nullable=False, server_default=""),
    Column("at", Moment, nullable=False),
    Column("replaced_at", Moment, comment="when a correction took its place"),
    Column("told_at", Moment, comment="when the cards that show it were sent for"),
    partial_index("uq_answers_standing", "ask_id", where="replaced_at IS NULL", unique=True),
    partial_index("ix_answers_untold", "at", where="told_at IS NULL"),
    sqlite_with_rowid=False,
)
"""Written at every press: SQLite keeps an ask's answers side by side, in the tree of their key."""
