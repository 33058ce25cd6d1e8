"""Who may do what to the definition; a head is a side's manager."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.definition.model import State, Version
from handlers.definition.work import DefinitionWork
from handlers.errors import Refused, Stale
from handlers.people import Person, PersonId, Role, Side
from handlers.phrase import say
from handlers.work import home_view

MOST_DIGITS = 9
"""Longer numbers are no version's."""


def signing_side(work: DefinitionWork, person: Person) -> Side | None:
    """Give the side for which somebody may sign: a manager's own; an administrator's without one."""
    if person.role is Role.MANAGER:
        return person.side
    if person.role is not Role.ADMINISTRATOR:
        return None
    managed = {manager.side for manager in work.people.with_role(Role.MANAGER)}
    return None if person.side in managed else person.side


def heads(work: DefinitionWork) -> Sequence[PersonId]:
    """List whose page may ask for a signature."""
    roles = (Role.MANAGER, Role.ADMINISTRATOR)
    return [person.id for role in roles for person in work.people.with_role(role)]


def tell_heads(work: DefinitionWork, *others: PersonId) -> None:
    """Bring the pages up to date that show what waits for a signature."""
    for person in sorted({*heads(work), *others}):
        work.outbox.refresh(home_view(person))


def version_in(work: DefinitionWork, values: Mapping[str, str]) -> Version:
    """Give the version that a press names, or raise `NotFound`."""
    return work.definitions.get(number_in(values, "version"))


def number_in(values: Mapping[str, str], name: str) -> int:
    """Read a number that a press carries; -1, which no version has, for anything else."""
    text = values.get(name, "")
    is_number = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if is_number else -1


def current(work: DefinitionWork) -> Version | None:
    """Give the version in force, whatever the clock of this replica says."""
    found = work.definitions.ever_in_force()
    return next((one for one in found if one.state is State.IN_FORCE), None)


def may_word(work: DefinitionWork, person: Person, version: Version) -> bool:
    """Tell whose text this is: the proposer's; the heads' where Leadloop drafted it."""
    if version.proposed_by is None:
        return signing_side(work, person) is not None
    return version.proposed_by == person.id


def check_wording(work: DefinitionWork, person: Person, version: Version) -> None:
    """Refuse a change of the text by others, and of one that stands for good."""
    if not may_word(work, person, version):
        raise Refused(say("definition-not-yours"))
    check_open(version)
    if version.is_frozen:
        raise Stale(say("definition-frozen", number=version.number))


def check_open(version: Version) -> None:
    """Refuse what a version cannot become any more."""
    if not version.is_open:
        raise Stale(say(f"definition-closed-{version.state}", number=version.number))


def check_side(work: DefinitionWork, person: Person) -> Side:
    """Give the side for which somebody may sign, or refuse."""
    side = signing_side(work, person)
    if side is None:
        raise Refused(say("definition-only-heads"))
    return side
