"""How often Leadloop at work looks whether there is something to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """The pauses between two looks. What is due is known in the database, so a pause costs patience only."""

    ring: timedelta = timedelta(seconds=20)
    """Of the schedule."""
    write: timedelta = timedelta(seconds=5)
    """At what is to be brought to a CRM."""
    read: timedelta | None = None
    """At what changed in a CRM; None for what the settings say."""
