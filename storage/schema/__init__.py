"""Every table, a file for each part of the house. What changes here needs a migration."""

from __future__ import annotations

from storage.schema.deeds import due_slots, once_keys, settings
from storage.schema.ground import RowId, metadata
from storage.schema.leads import activities, campaigns, lead_changes, leads, sightings
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
    answers,
    ask_followers,
    asks,
    envelopes,
    question_leads,
    questions,
)

__all__ = [
    "IN_FLIGHT",
    "OPEN",
    "UNSENT",
    "RowId",
    "absences",
    "accounts",
    "activities",
    "answers",
    "ask_followers",
    "asks",
    "campaigns",
    "channels",
    "conversations",
    "due_slots",
    "envelopes",
    "lead_changes",
    "leads",
    "messages",
    "metadata",
    "once_keys",
    "outbox",
    "owners",
    "paused_destinations",
    "people",
    "question_leads",
    "questions",
    "settings",
    "sightings",
    "waiting_files",
]
