"""The joint meeting: its series, its agenda, its actions."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from storage.moment import Moment
from storage.schema.ground import metadata, partial_index

series = Table(
    "series",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("rhythm", String(16), nullable=False, comment="weekly, fortnightly, monthly, quarterly"),
    Column("first_day", Date, nullable=False, comment="local, in the series' zone"),
    Column("starts", Time, nullable=False, comment="by the wall clock of the zone"),
    Column("zone", String(64), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("room", Text, nullable=False, server_default="", comment="a room or a link"),
    Column("state", String(16), nullable=False, comment="running, ended"),
    Column("version", Integer, nullable=False),
    Column("ended_at", Moment),
    partial_index("uq_series_running", "state", where="state = 'running'", unique=True),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("series_id", ForeignKey("series.id"), nullable=False),
    Column("day", Date, nullable=False, comment="local, as the rhythm gives it"),
    Column("starts_at", Moment, nullable=False),
    Column("state", String(16), nullable=False, comment="planned, held, cancelled"),
    Column("version", Integer, nullable=False),
    Column(
        "seen", String(64), nullable=False, server_default="", comment="the topics' fingerprint"
    ),
    Column("shown_at", Moment, comment="when the agenda was posted to both channels"),
    Column("minuted_at", Moment, comment="when the minutes were posted"),
    UniqueConstraint("series_id", "day"),
    Index("ix_meetings_state_starts_at", "state", "starts_at"),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False, comment="flag, finding, amendment, debt, own"),
    Column("subject", String(64), nullable=False, server_default="", comment="an id, by the kind"),
    Column(
        "words",
        Text,
        nullable=False,
        server_default="",
        comment="somebody's own, or what it is about",
    ),
    Column("minutes", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", String(16), nullable=False, comment="open, dropped, decided"),
    Column("decision", Text, nullable=False, server_default=""),
    Column("at", Moment, nullable=False),
    Index("ix_agenda_items_meeting_id_position", "meeting_id", "position"),
)

actions = Table(
    "actions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column[str]("meeting_id", ForeignKey("meetings.id"), index=True),
    Column("what", Text, nullable=False),
    Column[str]("owner_id", ForeignKey("people.id"), nullable=False),
    Column("side", String(16), nullable=False),
    Column("due", Date, nullable=False),
    Column("state", String(16), nullable=False, comment="open, done, dropped"),
    Column("agreed_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("why", Text, nullable=False, server_default="", comment="it was given up"),
    Column("told_at", Moment, comment="when its owner got it"),
    Column("reminded_at", Moment),
    Index("ix_actions_closed_at", "closed_at"),
    partial_index("ix_actions_open", "due", where="state = 'open'"),
    Index("ix_actions_owner_id_state", "owner_id", "state"),
)
