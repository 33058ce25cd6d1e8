"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "campaigns",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text(), nullable=False, comment="the name, folded"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("system", "key", name=op.f("uq_campaigns_system_key")),
    )
    op.create_table(
        "channels",
        sa.Column("place", sa.String(length=255), nullable=False, comment="sales or marketing"),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_channels")),
    )
    op.create_table(
        "conversations",
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column(
            "address",
            sa.String(length=255),
            nullable=False,
            comment="a person's account, or a channel",
        ),
        sa.Column(
            "conversation", sa.Text(), nullable=False, comment="the platform's own name for it"
        ),
        sa.Column(
            "service_url",
            sa.Text(),
            nullable=False,
            comment="where the platform is called about it",
        ),
        sa.Column(
            "kind", sa.String(length=16), nullable=False, comment="personal, group or channel"
        ),
        sa.Column(
            "blocked_at",
            sa.BigInteger(),
            nullable=True,
            comment="when we were shut out; null while we may write",
        ),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "address", name=op.f("pk_conversations")),
        comment="how a platform is called about each conversation that it told us of",
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index(
            "ix_conversations_platform_kind_seen_at", ["platform", "kind", "seen_at"], unique=False
        )

    op.create_table(
        "crm_fields",
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False, comment="the CRM's own"),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False, comment="pairs of value and label"),
        sa.Column("writable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("system", "name", name=op.f("pk_crm_fields")),
        comment="the leads' fields as the CRM describes them",
    )
    op.create_table(
        "crm_streams",
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column(
            "at",
            sa.BigInteger(),
            nullable=True,
            comment="how far the changes were read; null before the first page",
        ),
        sa.Column("after_id", sa.Text(), server_default="", nullable=False),
        sa.Column("token", sa.Text(), server_default="", nullable=False, comment="the CRM's own"),
        sa.Column(
            "first_done_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the first load had brought everything",
        ),
        sa.Column(
            "succeeded_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the last look came to its end",
        ),
        sa.Column(
            "compared_at", sa.BigInteger(), nullable=True, comment="when the ids were compared last"
        ),
        sa.Column(
            "described_at",
            sa.BigInteger(),
            nullable=True,
            comment="when owners and fields were read last",
        ),
        sa.Column(
            "remembers_to",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
            comment="the lead up to which the CRM was asked for what it remembers",
        ),
        sa.Column(
            "remembers_until",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the last lead of the first load; later ones come with their past",
        ),
        sa.Column(
            "sighting_id",
            sa.BigInteger(),
            nullable=True,
            comment="of the leads that are compared together",
        ),
        sa.Column("failed_at", sa.BigInteger(), nullable=True),
        sa.Column("trouble", sa.String(length=16), server_default="", nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True, comment="the CRM asked us to wait"),
        sa.Column("held_until", sa.BigInteger(), nullable=True, comment="a replica is reading it"),
        sa.PrimaryKeyConstraint("system", name=op.f("pk_crm_streams")),
        comment="how far our copy of each CRM is",
    )
    op.create_table(
        "crm_words",
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="status, reason or field"),
        sa.Column("word", sa.Text(), nullable=False, comment="the CRM's own"),
        sa.Column(
            "means",
            sa.String(length=64),
            nullable=True,
            comment="ours; null where it is left out on purpose",
        ),
        sa.Column("writes", sa.Boolean(), nullable=False, comment="it may be written back"),
        sa.PrimaryKeyConstraint("system", "kind", "word", name=op.f("pk_crm_words")),
        comment="what the company said that the CRM's words and fields mean",
    )
    op.create_table(
        "digest_editions",
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column(
            "state", sa.String(length=16), nullable=False, comment="planned, held, sent, skipped"
        ),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "note_by", sa.String(length=16), nullable=True, comment="the side that signs the note"
        ),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("week", "side", name=op.f("pk_digest_editions")),
    )
    op.create_table(
        "digests",
        sa.Column("week", sa.String(length=8), nullable=False, comment="2026-W47"),
        sa.Column(
            "figures", sa.JSON(), nullable=False, comment="fit to be shown: no small group is in it"
        ),
        sa.PrimaryKeyConstraint("week", name=op.f("pk_digests")),
    )
    op.create_table(
        "due_slots",
        sa.Column("job", sa.String(length=64), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("destination", sa.String(length=255), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("job", "local_date", "destination", name=op.f("pk_due_slots")),
    )
    op.create_table(
        "findings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column(
            "subject_on",
            sa.String(length=16),
            nullable=False,
            comment="campaign, source or criterion",
        ),
        sa.Column("subject_key", sa.Text(), nullable=False),
        sa.Column("subject_name", sa.Text(), nullable=False),
        sa.Column("flags", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "since", sa.Date(), nullable=True, comment="the first day whose leads the rates count"
        ),
        sa.Column("promising", sa.Integer(), nullable=True),
        sa.Column("leads", sa.Integer(), nullable=True),
        sa.Column("promising_elsewhere", sa.Integer(), nullable=True),
        sa.Column("leads_elsewhere", sa.Integer(), nullable=True),
        sa.Column("counted_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_findings_subject",
            ["reason", "subject_on", "subject_key", "opened_at"],
            unique=False,
        )
        batch_op.create_index(
            "uq_findings_open",
            ["reason", "subject_on", "subject_key"],
            unique=True,
            sqlite_where=sa.text("state IN ('open', 'for-meeting')"),
            postgresql_where=sa.text("state IN ('open', 'for-meeting')"),
        )

    op.create_table(
        "flag_reasons",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("remedy", sa.String(length=16), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("crm_value", sa.Text(), server_default="", nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("first", sa.Boolean(), nullable=False, comment="on the first screen"),
        sa.Column("needs_note", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_flag_reasons")),
        comment="what the company changed of the reasons that come with Leadloop, and its own",
    )
    op.create_table(
        "messages",
        sa.Column("view", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("place", sa.String(length=255), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("drawn_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("view", "subject", "place", name=op.f("pk_messages")),
        comment="where each live message stands",
    )
    op.create_table(
        "nudge_rules",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("watch", sa.String(length=16), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("statuses", sa.JSON(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("paused_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "judged_since",
            sa.BigInteger(),
            nullable=True,
            comment="when somebody switched it on or changed it",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge_rules")),
        comment="what the company changed of the rules that come with Leadloop, and its own",
    )
    op.create_table(
        "once_keys",
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_once_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="also the order per destination",
        ),
        sa.Column("place", sa.String(length=255), nullable=False),
        sa.Column(
            "view",
            sa.String(length=64),
            nullable=True,
            comment="null for a message that is sent as it was written",
        ),
        sa.Column("subject", sa.String(length=64), nullable=True),
        sa.Column(
            "payload",
            sa.LargeBinary(),
            nullable=True,
            comment="the message as it was written; null for a live one",
        ),
        sa.Column("if_unsure", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column(
            "attempt",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="the fence: counted at each claim",
        ),
        sa.Column(
            "key",
            sa.String(length=64),
            nullable=False,
            comment="what the platform is asked for after an unsure attempt",
        ),
        sa.Column(
            "tries",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="attempts that crashed or ended unsure",
        ),
        sa.Column(
            "platform", sa.String(length=16), nullable=True, comment="where the last attempt went"
        ),
        sa.Column("address", sa.String(length=255), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "reference", sa.Text(), nullable=True, comment="the platform's own name for the message"
        ),
        sa.Column(
            "trouble",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="why it is parked, without names or texts",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_about",
            ["subject", "view"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
        )
        batch_op.create_index(
            "ix_outbox_open",
            ["place", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
        )
        batch_op.create_index(
            "ix_outbox_unsent",
            ["state"],
            unique=False,
            sqlite_where=sa.text("state <> 'sent'"),
            postgresql_where=sa.text("state <> 'sent'"),
        )
        batch_op.create_index(
            "uq_outbox_in_flight",
            ["place"],
            unique=True,
            sqlite_where=sa.text("state IN ('sending', 'unsure')"),
            postgresql_where=sa.text("state IN ('sending', 'unsure')"),
        )

    op.create_table(
        "paused_destinations",
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "address", name=op.f("pk_paused_destinations")),
        comment="destinations that a platform asked us to leave alone for a while",
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False, comment="digits, 0 is Monday"),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column(
            "chosen",
            sa.String(length=64),
            server_default="",
            nullable=False,
            comment="by themselves",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "seal_keys",
        sa.Column("platform", sa.String(length=32), nullable=False),
        sa.Column(
            "key",
            sa.LargeBinary(),
            nullable=False,
            comment="seals what the platform's buttons carry",
        ),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", name=op.f("pk_seal_keys")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "rhythm",
            sa.String(length=16),
            nullable=False,
            comment="weekly, fortnightly, monthly, quarterly",
        ),
        sa.Column("first_day", sa.Date(), nullable=False, comment="local, in the series' zone"),
        sa.Column("starts", sa.Time(), nullable=False, comment="by the wall clock of the zone"),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("room", sa.Text(), server_default="", nullable=False, comment="a room or a link"),
        sa.Column("state", sa.String(length=16), nullable=False, comment="running, ended"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(
            "uq_series_running",
            ["state"],
            unique=True,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )

    op.create_table(
        "sightings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column(
            "system",
            sa.String(length=32),
            nullable=True,
            comment="the CRM that keeps them in step; null for files",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sightings")),
        comment="when leads that are compared with their CRM together were compared last",
    )
    with op.batch_alter_table("sightings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sightings_system",
            ["system"],
            unique=False,
            sqlite_where=sa.text("system IS NOT NULL"),
            postgresql_where=sa.text("system IS NOT NULL"),
        )

    op.create_table(
        "waiting_files",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column(
            "address", sa.String(length=255), nullable=False, comment="who alone may have it"
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_files")),
        comment="files that a person has yet to accept",
    )
    with op.batch_alter_table("waiting_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_files_until"), ["until"], unique=False)

    op.create_table(
        "absences",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_absences_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_person_id"), ["person_id"], unique=False)

    op.create_table(
        "accounts",
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column(
            "proven_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the platform last said whose it is; null in doubt",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_accounts_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("platform", "address", name=op.f("pk_accounts")),
        comment="a person's chat self on a platform",
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accounts_person_id"), ["person_id"], unique=False)

    op.create_table(
        "definition_versions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column(
            "proposed_by",
            sa.String(length=64),
            nullable=True,
            comment="null where Leadloop drafted it",
        ),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("in_force_from", sa.BigInteger(), nullable=True),
        sa.Column("in_force_until", sa.BigInteger(), nullable=True),
        sa.Column(
            "based_on",
            sa.Integer(),
            nullable=True,
            comment="the version in force from which it was made",
        ),
        sa.Column(
            "revision", sa.Integer(), nullable=False, comment="grows with every change of the text"
        ),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["people.id"], name=op.f("fk_definition_versions_proposed_by")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_definition_versions")),
    )
    with op.batch_alter_table("definition_versions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_definition_versions_in_force_from",
            ["in_force_from"],
            unique=False,
            sqlite_where=sa.text("in_force_from IS NOT NULL"),
            postgresql_where=sa.text("in_force_from IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_definition_versions_in_force",
            ["state"],
            unique=True,
            sqlite_where=sa.text("state = 'in-force'"),
            postgresql_where=sa.text("state = 'in-force'"),
        )

    op.create_table(
        "digest_decisions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column(
            "week", sa.String(length=8), nullable=False, comment="in whose digest it stood first"
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "key", sa.String(length=32), nullable=False, comment="finding, amendment, debt, ..."
        ),
        sa.Column(
            "subject",
            sa.String(length=64),
            server_default="",
            nullable=False,
            comment="an id, by the key",
        ),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "state", sa.String(length=16), nullable=False, comment="open, taken, done, dropped"
        ),
        sa.Column("taken_by", sa.String(length=16), nullable=True, comment="a side"),
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_digest_decisions_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_decisions")),
        sa.UniqueConstraint(
            "week", "key", "subject", name=op.f("uq_digest_decisions_week_key_subject")
        ),
    )
    with op.batch_alter_table("digest_decisions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_digest_decisions_closed_at"), ["closed_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_digest_decisions_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            "ix_digest_decisions_unfinished",
            ["week"],
            unique=False,
            sqlite_where=sa.text("state IN ('open', 'taken')"),
            postgresql_where=sa.text("state IN ('open', 'taken')"),
        )

    op.create_table(
        "envelopes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="the person's local date"),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_envelopes_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_envelopes")),
        sa.UniqueConstraint("person_id", "day", name=op.f("uq_envelopes_person_id_day")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("series_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="local, as the rhythm gives it"),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "state", sa.String(length=16), nullable=False, comment="planned, held, cancelled"
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "seen",
            sa.String(length=64),
            server_default="",
            nullable=False,
            comment="the topics' fingerprint",
        ),
        sa.Column(
            "shown_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the agenda was posted to both channels",
        ),
        sa.Column(
            "minuted_at", sa.BigInteger(), nullable=True, comment="when the minutes were posted"
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_meetings_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("series_id", "day", name=op.f("uq_meetings_series_id_day")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index("ix_meetings_state_starts_at", ["state", "starts_at"], unique=False)

    op.create_table(
        "nudge_choices",
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("muted_until", sa.Date(), nullable=True, comment="null while nothing is muted"),
        sa.Column("weekly_cap", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_nudge_choices_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_nudge_choices")),
        comment="how much a rep wants to be asked about stale fields",
    )
    op.create_table(
        "owners",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column(
            "key", sa.Text(), nullable=False, comment="the CRM's id, e-mail address or name, folded"
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column(
            "gone_at",
            sa.BigInteger(),
            nullable=True,
            comment="when somebody or the CRM said that they left the company",
        ),
        sa.Column(
            "entra_id",
            sa.String(length=64),
            server_default="",
            nullable=False,
            comment="in lower case",
        ),
        sa.Column(
            "active",
            sa.Boolean(),
            nullable=True,
            comment="as the CRM said last; null where it never did",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_owners_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owners")),
        sa.UniqueConstraint("system", "key", name=op.f("uq_owners_system_key")),
    )
    with op.batch_alter_table("owners", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_owners_person_id"), ["person_id"], unique=False)

    op.create_table(
        "questions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("asker_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="outcome or delay"),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column(
            "remarks",
            sa.JSON(),
            nullable=False,
            comment="unknown and duplicate lines, and who may be meant",
        ),
        sa.Column(
            "described",
            sa.LargeBinary(),
            nullable=True,
            comment="the phrase that says what was understood of words",
        ),
        sa.Column("page", sa.Integer(), server_default="0", nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("owners_asked_at", sa.BigInteger(), nullable=True),
        sa.Column("closes_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["asker_id"], ["people.id"], name=op.f("fk_questions_asker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_questions_asker_id"), ["asker_id"], unique=False)
        batch_op.create_index(
            "ix_questions_closes_at",
            ["closes_at"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "trials",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("as_file", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "card",
            sa.LargeBinary(),
            nullable=True,
            comment="as the outbox keeps cards; null where it came to nothing",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_trials_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trials")),
        comment="rehearsals of the rules that somebody asked for, and what they showed",
    )
    with op.batch_alter_table("trials", schema=None) as batch_op:
        batch_op.create_index(
            "uq_trials_unfinished",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("done_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL"),
        )

    op.create_table(
        "actions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("meeting_id", sa.String(length=64), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=64), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False, comment="open, done, dropped"),
        sa.Column("agreed_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.Text(), server_default="", nullable=False, comment="it was given up"),
        sa.Column("told_at", sa.BigInteger(), nullable=True, comment="when its owner got it"),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_actions_meeting_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_actions_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
    )
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.create_index("ix_actions_closed_at", ["closed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_actions_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(
            "ix_actions_open",
            ["due"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.create_index("ix_actions_owner_id_state", ["owner_id", "state"], unique=False)

    op.create_table(
        "agenda_items",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("meeting_id", sa.String(length=64), nullable=False),
        sa.Column(
            "kind",
            sa.String(length=16),
            nullable=False,
            comment="flag, finding, amendment, debt, own",
        ),
        sa.Column(
            "subject",
            sa.String(length=64),
            server_default="",
            nullable=False,
            comment="an id, by the kind",
        ),
        sa.Column(
            "words",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="somebody's own, or what it is about",
        ),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False, comment="open, dropped, decided"),
        sa.Column("decision", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_agenda_items_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(
            "ix_agenda_items_meeting_id_position", ["meeting_id", "position"], unique=False
        )

    op.create_table(
        "definition_criteria",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "id",
            sa.String(length=64),
            nullable=False,
            comment="the same through all versions that keep it",
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column(
            "field",
            sa.String(length=64),
            nullable=True,
            comment="null where only a person can tell",
        ),
        sa.Column("operator", sa.String(length=16), nullable=True),
        sa.Column("operands", sa.JSON(), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False, comment="the flag reasons that name a miss"),
        sa.ForeignKeyConstraint(
            ["version"],
            ["definition_versions.number"],
            name=op.f("fk_definition_criteria_version"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version", "position", name=op.f("pk_definition_criteria")),
    )
    op.create_table(
        "definition_signatures",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_definition_signatures_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["definition_versions.number"],
            name=op.f("fk_definition_signatures_version"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version", "side", name=op.f("pk_definition_signatures")),
    )
    op.create_table(
        "leads",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("external_key", sa.Text(), nullable=False, comment="the CRM's id in lower case"),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("name_key", sa.Text(), server_default="", nullable=False),
        sa.Column("surname_key", sa.Text(), server_default="", nullable=False),
        sa.Column("company", sa.Text(), server_default="", nullable=False),
        sa.Column("company_key", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False, comment="in lower case"),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "status",
            sa.String(length=16),
            nullable=True,
            comment="ours; null where the CRM's word maps to none",
        ),
        sa.Column("status_raw", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "stage_raw",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="the CRM's word for a stage beside the status, as long as nobody knows it",
        ),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column("reason_raw", sa.Text(), server_default="", nullable=False),
        sa.Column("next_step", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "extra",
            sa.JSON(),
            nullable=True,
            comment="further columns of the file, by our name for them",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=True),
        sa.Column("assigned_at", sa.BigInteger(), nullable=True),
        sa.Column("first_touch_at", sa.BigInteger(), nullable=True),
        sa.Column("last_touch_at", sa.BigInteger(), nullable=True),
        sa.Column("converted_at", sa.BigInteger(), nullable=True),
        sa.Column("status_changed_at", sa.BigInteger(), nullable=True),
        sa.Column("reason_changed_at", sa.BigInteger(), nullable=True),
        sa.Column("owner_changed_at", sa.BigInteger(), nullable=True),
        sa.Column("next_step_changed_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "imported_at", sa.BigInteger(), nullable=False, comment="last written by an import"
        ),
        sa.Column(
            "sighting_id",
            sa.BigInteger(),
            nullable=True,
            comment="the row of sightings that notes later comparisons which changed nothing",
        ),
        sa.Column(
            "gone_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the CRM was seen not to have it any more",
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_leads_campaign_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["owners.id"], name=op.f("fk_leads_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
        sa.UniqueConstraint("external_key", "system", name=op.f("uq_leads_external_key_system")),
    )
    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.create_index(
            "ix_leads_campaign_id_created_at", ["campaign_id", "created_at"], unique=False
        )
        batch_op.create_index(
            "ix_leads_company_key",
            ["company_key"],
            unique=False,
            sqlite_where=sa.text("company_key <> ''"),
            postgresql_where=sa.text("company_key <> ''"),
        )
        batch_op.create_index("ix_leads_created_at", ["created_at"], unique=False)
        batch_op.create_index(
            "ix_leads_email",
            ["email"],
            unique=False,
            sqlite_where=sa.text("email <> ''"),
            postgresql_where=sa.text("email <> ''"),
        )
        batch_op.create_index("ix_leads_source_created_at", ["source", "created_at"], unique=False)
        batch_op.create_index(
            "ix_leads_surname_key_name_key",
            ["surname_key", "name_key"],
            unique=False,
            sqlite_where=sa.text("surname_key <> ''"),
            postgresql_where=sa.text("surname_key <> ''"),
        )

    op.create_table(
        "activities",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("system", sa.String(length=32), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False, comment="in, out or empty"),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_activities_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint("system", "external_id", name=op.f("uq_activities_system_external_id")),
    )
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.create_index("ix_activities_lead_id_at", ["lead_id", "at"], unique=False)

    op.create_table(
        "asks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="outcome or delay"),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("queued_at", sa.BigInteger(), nullable=False),
        sa.Column("envelope_id", sa.String(length=64), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("remind_at", sa.BigInteger(), nullable=True),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["envelope_id"], ["envelopes.id"], name=op.f("fk_asks_envelope_id")
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_asks_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_asks_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asks")),
    )
    with op.batch_alter_table("asks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asks_envelope_id"), ["envelope_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_asks_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_asks_open",
            ["person_id", "state", "remind_at", "expires_at"],
            unique=False,
            sqlite_where=sa.text("asks.state IN ('queued', 'asked')"),
            postgresql_where=sa.text("asks.state IN ('queued', 'asked')"),
        )
        batch_op.create_index(batch_op.f("ix_asks_person_id"), ["person_id"], unique=False)

    op.create_table(
        "crm_unremembered",
        sa.Column(
            "lead_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_crm_unremembered_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lead_id", name=op.f("pk_crm_unremembered")),
        comment="leads that changed together with too many others to be asked for their past at once",
    )
    op.create_table(
        "envelope_places",
        sa.Column("envelope_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False, comment="from 1 on"),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("worth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["envelope_id"],
            ["envelopes.id"],
            name=op.f("fk_envelope_places_envelope_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_envelope_places_lead_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("envelope_id", "place", name=op.f("pk_envelope_places")),
        comment="places that rows of any feature were given; a row that left keeps its place",
    )
    with op.batch_alter_table("envelope_places", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_envelope_places_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "flags",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("lead_label", sa.Text(), nullable=False),
        sa.Column(
            "campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("campaign_name", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("seen", sa.Text(), server_default="", nullable=False),
        sa.Column("would_help", sa.Text(), server_default="", nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column(
            "look_again_after", sa.Text(), server_default="", nullable=False, comment="a trigger"
        ),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("acknowledge_by", sa.BigInteger(), nullable=True),
        sa.Column("decide_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("change_what", sa.Text(), server_default="", nullable=False),
        sa.Column("change_remedy", sa.String(length=16), nullable=True),
        sa.Column("change_due", sa.Date(), nullable=True),
        sa.Column("change_done_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "reminded_at",
            sa.BigInteger(),
            nullable=True,
            comment="when marketing was reminded that its time is over",
        ),
        sa.Column(
            "effect_told_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the rep heard what the change did",
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_flags_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_flags_lead_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_flags_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flags")),
    )
    with op.batch_alter_table("flags", schema=None) as batch_op:
        batch_op.create_index(
            "ix_flags_cases_on_campaign",
            ["reason", "campaign_id", "raised_at"],
            unique=False,
            sqlite_where=sa.text("state <> 'withdrawn'"),
            postgresql_where=sa.text("state <> 'withdrawn'"),
        )
        batch_op.create_index(
            "ix_flags_cases_on_source",
            ["reason", "source", "raised_at"],
            unique=False,
            sqlite_where=sa.text("state <> 'withdrawn'"),
            postgresql_where=sa.text("state <> 'withdrawn'"),
        )
        batch_op.create_index(
            "ix_flags_effects",
            ["change_done_at"],
            unique=False,
            sqlite_where=sa.text("change_done_at IS NOT NULL AND effect_told_at IS NULL"),
            postgresql_where=sa.text("change_done_at IS NOT NULL AND effect_told_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_flags_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_flags_person_id_raised_at", ["person_id", "raised_at"], unique=False
        )
        batch_op.create_index("ix_flags_raised_at", ["raised_at"], unique=False)
        batch_op.create_index(
            "ix_flags_undecided",
            ["decide_by"],
            unique=False,
            sqlite_where=sa.text(
                "state IN ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')"
            ),
            postgresql_where=sa.text(
                "state IN ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')"
            ),
        )

    op.create_table(
        "lead_changes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "field", sa.String(length=64), nullable=False, comment="status, owner, extra:needs, ..."
        ),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False, comment="import, native, rep"),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_lead_changes_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_changes")),
    )
    with op.batch_alter_table("lead_changes", schema=None) as batch_op:
        batch_op.create_index("ix_lead_changes_at", ["at"], unique=False)
        batch_op.create_index("ix_lead_changes_lead_id_at", ["lead_id", "at"], unique=False)

    op.create_table(
        "nudges",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rule_id", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("envelope_id", sa.String(length=64), nullable=True),
        sa.Column("queued_at", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["envelope_id"], ["envelopes.id"], name=op.f("fk_nudges_envelope_id")
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_nudges_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_nudges_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
    )
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_nudges_envelope_id"), ["envelope_id"], unique=False)
        batch_op.create_index("ix_nudges_lead_id_queued_at", ["lead_id", "queued_at"], unique=False)
        batch_op.create_index("ix_nudges_person_id_state", ["person_id", "state"], unique=False)
        batch_op.create_index("ix_nudges_rule_id_closed_at", ["rule_id", "closed_at"], unique=False)
        batch_op.create_index(
            "uq_nudges_open",
            ["lead_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('queued', 'asked')"),
            postgresql_where=sa.text("state IN ('queued', 'asked')"),
        )

    op.create_table(
        "question_leads",
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_question_leads_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name=op.f("fk_question_leads_question_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", "position", name=op.f("pk_question_leads")),
    )
    with op.batch_alter_table("question_leads", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_leads_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "write_backs",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("becomes", sa.Text(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("now", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=True),
        sa.Column("undoes", sa.String(length=64), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "sent",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="the lead's version before it left; as long as it waits, it may have arrived",
        ),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_write_backs_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_write_backs_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_write_backs")),
        comment="the audit log of what was written to the CRM, for whom and why",
    )
    with op.batch_alter_table("write_backs", schema=None) as batch_op:
        batch_op.create_index("ix_write_backs_lead_id_field", ["lead_id", "field"], unique=False)
        batch_op.create_index("ix_write_backs_person_id_at", ["person_id", "at"], unique=False)
        batch_op.create_index(
            "ix_write_backs_waiting",
            ["at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "answers",
        sa.Column("ask_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("said", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column(
            "cause", sa.String(length=24), nullable=True, comment="why the first touch came late"
        ),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column(
            "replaced_at",
            sa.BigInteger(),
            nullable=True,
            comment="when a correction took its place",
        ),
        sa.Column(
            "told_at",
            sa.BigInteger(),
            nullable=True,
            comment="when the cards that show it were sent for",
        ),
        sa.ForeignKeyConstraint(
            ["ask_id"], ["asks.id"], name=op.f("fk_answers_ask_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_answers_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_answers_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("ask_id", "id", name=op.f("pk_answers")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.create_index(
            "ix_answers_untold",
            ["at"],
            unique=False,
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )
        batch_op.create_index(
            "uq_answers_standing",
            ["ask_id"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )

    op.create_table(
        "ask_followers",
        sa.Column("ask_id", sa.String(length=64), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["ask_id"], ["asks.id"], name=op.f("fk_ask_followers_ask_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name=op.f("fk_ask_followers_question_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("ask_id", "question_id", name=op.f("pk_ask_followers")),
        comment="which questions are filled by an ask's answer",
    )
    with op.batch_alter_table("ask_followers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ask_followers_question_id"), ["question_id"], unique=False
        )

    op.create_table(
        "flag_misses",
        sa.Column("flag_id", sa.String(length=64), nullable=False),
        sa.Column("criterion_id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False, comment="the flag's"),
        sa.Column("raised_at", sa.BigInteger(), nullable=False, comment="the flag's"),
        sa.ForeignKeyConstraint(
            ["flag_id"], ["flags.id"], name=op.f("fk_flag_misses_flag_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("flag_id", "criterion_id", name=op.f("pk_flag_misses")),
        comment="the criteria of the definition that the lead missed when the flag was raised",
    )
    with op.batch_alter_table("flag_misses", schema=None) as batch_op:
        batch_op.create_index(
            "ix_flag_misses_cases", ["criterion_id", "reason", "raised_at"], unique=False
        )

    op.create_table(
        "flag_rows",
        sa.Column("flag_id", sa.String(length=64), nullable=False),
        sa.Column(
            "version",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="the flag's when marketing asked; the row waits as long as it is the flag's own",
        ),
        sa.Column("envelope_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["envelope_id"],
            ["envelopes.id"],
            name=op.f("fk_flag_rows_envelope_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["flag_id"], ["flags.id"], name=op.f("fk_flag_rows_flag_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("flag_id", "version", name=op.f("pk_flag_rows")),
        comment="flags that wait in envelopes for the word of who raised them",
    )
    with op.batch_alter_table("flag_rows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_flag_rows_envelope_id"), ["envelope_id"], unique=False)

    op.create_table(
        "flag_steps",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("flag_id", sa.String(length=64), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, comment="the flag's after the step"),
        sa.Column(
            "told_at", sa.BigInteger(), nullable=True, comment="when the other side heard of it"
        ),
        sa.ForeignKeyConstraint(
            ["flag_id"], ["flags.id"], name=op.f("fk_flag_steps_flag_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_flag_steps_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag_steps")),
        sa.UniqueConstraint("flag_id", "version", name=op.f("uq_flag_steps_flag_id_version")),
        comment="the audit trail",
    )
    with op.batch_alter_table("flag_steps", schema=None) as batch_op:
        batch_op.create_index(
            "ix_flag_steps_untold",
            ["at"],
            unique=False,
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )

    op.create_table(
        "ungathered_flags",
        sa.Column("flag_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["flag_id"], ["flags.id"], name=op.f("fk_ungathered_flags_flag_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("flag_id", name=op.f("pk_ungathered_flags")),
        comment="which findings have yet to take into account",
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("ungathered_flags")
    with op.batch_alter_table("flag_steps", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_flag_steps_untold",
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )

    op.drop_table("flag_steps")
    with op.batch_alter_table("flag_rows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_flag_rows_envelope_id"))

    op.drop_table("flag_rows")
    with op.batch_alter_table("flag_misses", schema=None) as batch_op:
        batch_op.drop_index("ix_flag_misses_cases")

    op.drop_table("flag_misses")
    with op.batch_alter_table("ask_followers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ask_followers_question_id"))

    op.drop_table("ask_followers")
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_answers_standing",
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_answers_untold",
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )

    op.drop_table("answers")
    with op.batch_alter_table("write_backs", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_write_backs_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index("ix_write_backs_person_id_at")
        batch_op.drop_index("ix_write_backs_lead_id_field")

    op.drop_table("write_backs")
    with op.batch_alter_table("question_leads", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_leads_lead_id"))

    op.drop_table("question_leads")
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_nudges_open",
            sqlite_where=sa.text("state IN ('queued', 'asked')"),
            postgresql_where=sa.text("state IN ('queued', 'asked')"),
        )
        batch_op.drop_index("ix_nudges_rule_id_closed_at")
        batch_op.drop_index("ix_nudges_person_id_state")
        batch_op.drop_index("ix_nudges_lead_id_queued_at")
        batch_op.drop_index(batch_op.f("ix_nudges_envelope_id"))

    op.drop_table("nudges")
    with op.batch_alter_table("lead_changes", schema=None) as batch_op:
        batch_op.drop_index("ix_lead_changes_lead_id_at")
        batch_op.drop_index("ix_lead_changes_at")

    op.drop_table("lead_changes")
    with op.batch_alter_table("flags", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_flags_undecided",
            sqlite_where=sa.text(
                "state IN ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')"
            ),
            postgresql_where=sa.text(
                "state IN ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')"
            ),
        )
        batch_op.drop_index("ix_flags_raised_at")
        batch_op.drop_index("ix_flags_person_id_raised_at")
        batch_op.drop_index(batch_op.f("ix_flags_lead_id"))
        batch_op.drop_index(
            "ix_flags_effects",
            sqlite_where=sa.text("change_done_at IS NOT NULL AND effect_told_at IS NULL"),
            postgresql_where=sa.text("change_done_at IS NOT NULL AND effect_told_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_flags_cases_on_source",
            sqlite_where=sa.text("state <> 'withdrawn'"),
            postgresql_where=sa.text("state <> 'withdrawn'"),
        )
        batch_op.drop_index(
            "ix_flags_cases_on_campaign",
            sqlite_where=sa.text("state <> 'withdrawn'"),
            postgresql_where=sa.text("state <> 'withdrawn'"),
        )

    op.drop_table("flags")
    with op.batch_alter_table("envelope_places", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_envelope_places_lead_id"))

    op.drop_table("envelope_places")
    op.drop_table("crm_unremembered")
    with op.batch_alter_table("asks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_asks_person_id"))
        batch_op.drop_index(
            "ix_asks_open",
            sqlite_where=sa.text("asks.state IN ('queued', 'asked')"),
            postgresql_where=sa.text("asks.state IN ('queued', 'asked')"),
        )
        batch_op.drop_index(batch_op.f("ix_asks_lead_id"))
        batch_op.drop_index(batch_op.f("ix_asks_envelope_id"))

    op.drop_table("asks")
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_index("ix_activities_lead_id_at")

    op.drop_table("activities")
    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_leads_surname_key_name_key",
            sqlite_where=sa.text("surname_key <> ''"),
            postgresql_where=sa.text("surname_key <> ''"),
        )
        batch_op.drop_index("ix_leads_source_created_at")
        batch_op.drop_index(
            "ix_leads_email",
            sqlite_where=sa.text("email <> ''"),
            postgresql_where=sa.text("email <> ''"),
        )
        batch_op.drop_index("ix_leads_created_at")
        batch_op.drop_index(
            "ix_leads_company_key",
            sqlite_where=sa.text("company_key <> ''"),
            postgresql_where=sa.text("company_key <> ''"),
        )
        batch_op.drop_index("ix_leads_campaign_id_created_at")

    op.drop_table("leads")
    op.drop_table("definition_signatures")
    op.drop_table("definition_criteria")
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index("ix_agenda_items_meeting_id_position")

    op.drop_table("agenda_items")
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.drop_index("ix_actions_owner_id_state")
        batch_op.drop_index(
            "ix_actions_open",
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.drop_index(batch_op.f("ix_actions_meeting_id"))
        batch_op.drop_index("ix_actions_closed_at")

    op.drop_table("actions")
    with op.batch_alter_table("trials", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_trials_unfinished",
            sqlite_where=sa.text("done_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL"),
        )

    op.drop_table("trials")
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_questions_closes_at",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_questions_asker_id"))

    op.drop_table("questions")
    with op.batch_alter_table("owners", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_owners_person_id"))

    op.drop_table("owners")
    op.drop_table("nudge_choices")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index("ix_meetings_state_starts_at")

    op.drop_table("meetings")
    op.drop_table("envelopes")
    with op.batch_alter_table("digest_decisions", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_digest_decisions_unfinished",
            sqlite_where=sa.text("state IN ('open', 'taken')"),
            postgresql_where=sa.text("state IN ('open', 'taken')"),
        )
        batch_op.drop_index(batch_op.f("ix_digest_decisions_person_id"))
        batch_op.drop_index(batch_op.f("ix_digest_decisions_closed_at"))

    op.drop_table("digest_decisions")
    with op.batch_alter_table("definition_versions", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_definition_versions_in_force",
            sqlite_where=sa.text("state = 'in-force'"),
            postgresql_where=sa.text("state = 'in-force'"),
        )
        batch_op.drop_index(
            "ix_definition_versions_in_force_from",
            sqlite_where=sa.text("in_force_from IS NOT NULL"),
            postgresql_where=sa.text("in_force_from IS NOT NULL"),
        )

    op.drop_table("definition_versions")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accounts_person_id"))

    op.drop_table("accounts")
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absences_person_id"))

    op.drop_table("absences")
    with op.batch_alter_table("waiting_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waiting_files_until"))

    op.drop_table("waiting_files")
    with op.batch_alter_table("sightings", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_sightings_system",
            sqlite_where=sa.text("system IS NOT NULL"),
            postgresql_where=sa.text("system IS NOT NULL"),
        )

    op.drop_table("sightings")
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_series_running",
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )

    op.drop_table("series")
    op.drop_table("seal_keys")
    op.drop_table("people")
    op.drop_table("paused_destinations")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_outbox_in_flight",
            sqlite_where=sa.text("state IN ('sending', 'unsure')"),
            postgresql_where=sa.text("state IN ('sending', 'unsure')"),
        )
        batch_op.drop_index(
            "ix_outbox_unsent",
            sqlite_where=sa.text("state <> 'sent'"),
            postgresql_where=sa.text("state <> 'sent'"),
        )
        batch_op.drop_index(
            "ix_outbox_open",
            sqlite_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
        )
        batch_op.drop_index(
            "ix_outbox_about",
            sqlite_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
        )

    op.drop_table("outbox")
    op.drop_table("once_keys")
    op.drop_table("nudge_rules")
    op.drop_table("messages")
    op.drop_table("flag_reasons")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_findings_open",
            sqlite_where=sa.text("state IN ('open', 'for-meeting')"),
            postgresql_where=sa.text("state IN ('open', 'for-meeting')"),
        )
        batch_op.drop_index("ix_findings_subject")

    op.drop_table("findings")
    op.drop_table("due_slots")
    op.drop_table("digests")
    op.drop_table("digest_editions")
    op.drop_table("crm_words")
    op.drop_table("crm_streams")
    op.drop_table("crm_fields")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_platform_kind_seen_at")

    op.drop_table("conversations")
    op.drop_table("channels")
    op.drop_table("campaigns")
