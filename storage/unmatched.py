"""Owners in the CRM whose leads nobody can be asked about, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, distinct, func, or_, select

from handlers.lead import Status
from handlers.naming import name_key
from handlers.people import Owner, OwnerId, Person, PersonId
from handlers.roster.model import Mismatch, Unmatched
from storage.people import SqlPeople
from storage.schema import accounts, leads, owners

CLOSED = (Status.CONVERTED.value, Status.DISQUALIFIED.value)
"""Nobody is asked about these any more."""


def _unmatched() -> Select[*tuple[Any, ...]]:
    """Select the owners of open leads who have no person, no account, or too many."""
    is_open = or_(leads.c.status.is_(None), leads.c.status.not_in(CLOSED))
    counted = (
        select(leads.c.owner_id, func.count().label("open_leads"))
        .where(leads.c.owner_id.is_not(None), is_open)
        .group_by(leads.c.owner_id)
        .subquery()
    )
    reach = (
        select(
            accounts.c.person_id,
            func.count().label("accounts"),
            func.count(distinct(accounts.c.platform)).label("platforms"),
        )
        .group_by(accounts.c.person_id)
        .subquery()
    )
    return (
        select(owners, counted.c.open_leads, reach.c.accounts)
        .join_from(owners, counted)
        .outerjoin(reach, reach.c.person_id == owners.c.person_id)
        .where(
            owners.c.gone_at.is_(None),
            or_(reach.c.accounts.is_(None), reach.c.accounts > reach.c.platforms),
        )
        .order_by(counted.c.open_leads.desc(), owners.c.name, owners.c.id)
    )


_UNMATCHED = _unmatched()


def unmatched(connection: Connection, people: SqlPeople) -> Sequence[Unmatched]:
    """List the owners of open leads that cannot be asked, those with most open leads first."""
    rows = connection.execute(_UNMATCHED).all()
    if not rows:
        return []
    everybody = people.everybody()
    persons = {person.id: person for person in everybody}
    called = _by_name(everybody)
    return [_missed(row, persons, called) for row in rows]


def _by_name(everybody: Iterable[Person]) -> Mapping[str, Sequence[Person]]:
    called: dict[str, list[Person]] = defaultdict(list)
    for person in everybody:
        called[name_key(person.name)].append(person)
    return called


def _missed(
    row: Row[*tuple[Any, ...]],
    persons: Mapping[PersonId, Person],
    called: Mapping[str, Sequence[Person]],
) -> Unmatched:
    """Say why an owner cannot be asked, and who they may be."""
    owner = owner_of(row)
    if owner.person is not None:
        mismatch = Mismatch.SEVERAL if row.accounts else Mismatch.NO_ACCOUNT
        return Unmatched(
            owner=owner, open_leads=row.open_leads, mismatch=mismatch, person=persons[owner.person]
        )
    key = name_key(owner.name)
    named = called.get(key, ()) if key else ()
    mismatch = {0: Mismatch.NO_PERSON, 1: Mismatch.OTHER_EMAIL}.get(len(named), Mismatch.SEVERAL)
    person = named[0] if len(named) == 1 else None
    return Unmatched(owner=owner, open_leads=row.open_leads, mismatch=mismatch, person=person)


def owner_of(row: Row[*tuple[Any, ...]]) -> Owner:
    """Make an owner of a row with all columns of theirs."""
    return Owner(
        id=OwnerId(row.id),
        name=row.name,
        email=row.email,
        person=None if row.person_id is None else PersonId(row.person_id),
    )
