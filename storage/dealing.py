"""Gives a visitor's own leads to the demo's invented reps, who can be asked about them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select, update

from handlers.people import Person
from storage.schema import leads, owners

SYSTEM = "demo"


def deal(connection: Connection, reps: Sequence[Person]) -> tuple[int, int]:
    """Make each owner one of the reps, deal the leads without an owner, and count both."""
    strangers = (
        select(owners.c.id).where(owners.c.person_id.is_(None)).order_by(owners.c.name, owners.c.id)
    )
    met = connection.execute(strangers).scalars().all()
    for number, owner in enumerate(met):
        rep = reps[number % len(reps)]
        connection.execute(update(owners).where(owners.c.id == owner).values(person_id=rep.id))
    return len(met), _deal_ownerless(connection, reps)


def _deal_ownerless(connection: Connection, reps: Sequence[Person]) -> int:
    nobodys = leads.c.owner_id.is_(None)
    count: int = connection.execute(select(func.count()).where(nobodys)).scalar_one()
    if count:
        for number, rep in enumerate(reps):
            share = nobodys & (leads.c.id % len(reps) == number)
            connection.execute(update(leads).where(share).values(owner_id=_owner(connection, rep)))
    return count


def _owner(connection: Connection, rep: Person) -> int:
    known = select(owners.c.id).where(owners.c.system == SYSTEM, owners.c.key == rep.id)
    found: int | None = connection.execute(known).scalar_one_or_none()
    if found is not None:
        return found
    made = insert(owners).values(
        system=SYSTEM, key=rep.id, name=rep.name, email=rep.email, person_id=rep.id
    )
    new: int = connection.execute(made.returning(owners.c.id)).scalar_one()
    return new
