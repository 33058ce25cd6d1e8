"""Who may do what with the digest."""

from __future__ import annotations

from handlers.digests.shown import DigestingWork
from handlers.errors import Refused
from handlers.interaction import Interaction
from handlers.people import Person, Role
from handlers.phrase import say

_MANAGING = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


def may_manage(person: Person) -> bool:
    """Tell whether somebody may see the digest before the others, hold it, and take it as a file."""
    return person.role in _MANAGING


def check_managing(work: DigestingWork, asked: Interaction) -> Person:
    """Let managers and administrators pass, and nobody else."""
    person = work.people.get(asked.actor)
    if not may_manage(person):
        raise Refused(say("digests-only-managers"))
    return person
