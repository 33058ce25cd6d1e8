"""Every table, a file for each part of the house. What changes here needs a migration."""

from __future__ import annotations

from storage.schema.agenda import actions, agenda_items, meetings, series
from storage.schema.crm import (
    crm_fields,
    crm_streams,
    crm_unremembered,
    crm_words,
    write_backs,
)
from storage.schema.deeds import due_slots, once_keys, seal_keys
from storage.schema.definition import (
    definition_criteria,
    definition_signatures,
    definition_versions,
)
from storage.schema.digests import UNFINISHED, digest_decisions, digest_editions, digests
from storage.schema.envelopes import envelope_places, envelopes
from storage.schema.flags import (
    STANDING,
    UNDECIDED,
    UNDECIDED_FINDINGS,
    findings,
    flag_misses,
    flag_reasons,
    flag_rows,
    flag_steps,
    flags,
    ungathered_flags,
)
from storage.schema.ground import RowId, metadata
from storage.schema.leads import activities, campaigns, lead_changes, leads, sightings
from storage.schema.nudges import (
    OPEN_NUDGES,
    UNFINISHED_TRIALS,
    nudge_choices,
    nudge_rules,
    nudges,
    trials,
)
from storage.schema.outbox import IN_FLIGHT, OPEN, UNSENT, messages, outbox, paused_destinations
from storage.schema.people import (
    absences,
    accounts,
    channels,
    conversations,
    owners,
    people,
    waiting_files,
)
from storage.schema.questions import (
    OPEN_ASKS,
    answers,
    ask_followers,
    asks,
    question_leads,
    questions,
)

__all__ = [
    "IN_FLIGHT",
    "OPEN",
    "OPEN_ASKS",
    "OPEN_NUDGES",
    "STANDING",
    "UNDECIDED",
    "UNDECIDED_FINDINGS",
    "UNFINISHED",
    "UNFINISHED_TRIALS",
    "UNSENT",
    "RowId",
    "absences",
    "accounts",
    "actions",
    "activities",
    "agenda_items",
    "answers",
    "ask_followers",
    "asks",
    "campaigns",
    "channels",
    "conversations",
    "crm_fields",
    "crm_streams",
    "crm_unremembered",
    "crm_words",
    "definition_criteria",
    "definition_signatures",
    "definition_versions",
    "digest_decisions",
    "digest_editions",
    "digests",
    "due_slots",
    "envelope_places",
    "envelopes",
    "findings",
    "flag_misses",
    "flag_reasons",
    "flag_rows",
    "flag_steps",
    "flags",
    "lead_changes",
    "leads",
    "meetings",
    "messages",
    "metadata",
    "nudge_choices",
    "nudge_rules",
    "nudges",
    "once_keys",
    "outbox",
    "owners",
    "paused_destinations",
    "people",
    "question_leads",
    "questions",
    "seal_keys",
    "series",
    "sightings",
    "trials",
    "ungathered_flags",
    "waiting_files",
    "write_backs",
]
