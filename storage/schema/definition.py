"""The agreed definition of a qualified lead, in versions."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text

from storage.moment import Moment
from storage.schema.ground import metadata, partial_index

definition_versions = Table(
    "definition_versions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", String(16), nullable=False),
    Column[str]("proposed_by", ForeignKey("people.id"), comment="null where Leadloop drafted it"),
    Column("proposed_at", Moment, nullable=False),
    Column("why", Text, nullable=False, server_default=""),
    Column("in_force_from", Moment),
    Column("in_force_until", Moment),
    Column("based_on", Integer, comment="the version in force from which it was made"),
    Column("revision", Integer, nullable=False, comment="grows with every change of the text"),
    Column("withdrawn_at", Moment),
    Column("withdrawn_why", Text, nullable=False, server_default=""),
    partial_index(
        "ix_definition_versions_in_force_from", "in_force_from", where="in_force_from IS NOT NULL"
    ),
    partial_index(
        "uq_definition_versions_in_force", "state", where="state = 'in-force'", unique=True
    ),
)

definition_criteria = Table(
    "definition_criteria",
    metadata,
    Column[int](
        "version", ForeignKey("definition_versions.number", ondelete="CASCADE"), primary_key=True
    ),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False, comment="the same through all versions that keep it"),
    Column("words", Text, nullable=False),
    Column("field", String(64), comment="null where only a person can tell"),
    Column("operator", String(16)),
    Column("operands", JSON, nullable=False),
    Column("covers", JSON, nullable=False, comment="the flag reasons that name a miss"),
)

definition_signatures = Table(
    "definition_signatures",
    metadata,
    Column[int](
        "version", ForeignKey("definition_versions.number", ondelete="CASCADE"), primary_key=True
    ),
    Column("side", String(16), primary_key=True),
    Column[str]("person_id", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
)
