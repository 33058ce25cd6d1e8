"""Seals for the tests of Teams: one that shows what it holds, and real ones with a key of the tests'."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.app import open_database
from bot.config import Settings
from bot.platforms.teams.seals import SEALED, Seal, Seals
from bot.tenant import seals_of
from handlers.work import Now
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation
from tests.fakes.teams.tenant import Reads

KEY = bytes(range(32))
TENANT = "0b8d7e2a-1111-4222-8333-444455556666"


def clear(content: Mapping[str, object]) -> dict[str, object]:
    """Seal nothing: what a button carries stands in the snapshots as it is."""
    return dict(content)


def real_now() -> datetime:
    return datetime.now(UTC)


def seals_for(teams: FakeTeams, *, now: Now = real_now) -> Seals:
    """Seal as the house of the tests does."""
    return Seals(KEY, tenant=teams.tenant_id, now=now)


def seal_of(seals: Seals, room: Conversation, person: Person | None = None) -> Seal:
    """Give the seal of what all read in a conversation, or of what this person alone does."""
    if room.kind == "personal":
        return seals.at("", room.members[0].object_id)
    return seals.at(room.id, person.object_id if person else "")


def reading(seals: Seals) -> Reads:
    """Let the fake's people tell buttons apart by what they do, which Teams itself cannot see."""

    def read(data: Mapping[str, Any], room: Conversation, person: Person) -> Mapping[str, Any]:
        if SEALED not in data:
            return data
        where = "" if room.kind == "personal" else room.id
        return seals.opened(data, room=where, person=person.object_id).content

    return read


def reading_with_key_of(settings: Settings, now: Now) -> Reads:
    """Read with the key in a Leadloop's database."""
    database = open_database(settings.database_url, at=now)
    seals = seals_of(database, settings, now)
    database.close()
    return reading(seals)
