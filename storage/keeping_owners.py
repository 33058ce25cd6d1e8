"""Who owns leads in a CRM: their names, whether they still work there, and which chat account is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, exists, func, insert, select, update

from handlers.connector import RemoteOwner
from storage.people import SqlPeople
from storage.schema import accounts, owners


def keep_owners(
    connection: Connection, system: str, told: Sequence[RemoteOwner], at: datetime
) -> None:
    """Bring the owners up to date; who is not told of any more stays as they are."""
    rows = connection.execute(select(owners).where(owners.c.system == system)).mappings()
    known = {row["key"]: dict(row) for row in rows}
    for one in told:
        key = one.id.casefold()
        values = _values(one, known.get(key, {}), at)
        if key not in known:
            connection.execute(insert(owners).values(system=system, key=key, **values))
        elif any(known[key][name] != value for name, value in values.items()):
            connection.execute(update(owners).where(owners.c.id == known[key]["id"]).values(values))
    _match_by_entra(connection)
    SqlPeople(connection).link_by_email()


def _values(one: RemoteOwner, known: dict[str, Any], at: datetime) -> dict[str, Any]:
    """Spell an owner; whether they are there is only taken over when the CRM changes its word."""
    values: dict[str, Any] = {
        "name": one.name or one.email or one.id,
        "email": one.email if one.is_person else "",  # a team's address is no person's
        "entra_id": one.entra_id.lower(),
        "active": one.is_active,
    }
    was = known.get("active")
    if was is not one.is_active and (was is not None or not one.is_active):
        values["gone_at"] = None if one.is_active else known.get("gone_at") or at
    return values


def _match_by_entra(connection: Connection) -> None:
    """Recognise owners by their Entra object id, by which Teams knows its people."""
    same = and_(
        owners.c.entra_id != "",
        accounts.c.platform == "teams",
        func.lower(accounts.c.address) == owners.c.entra_id,
    )
    person = select(func.min(accounts.c.person_id)).where(same).scalar_subquery()
    free = (owners.c.person_id.is_(None), owners.c.gone_at.is_(None))
    connection.execute(update(owners).where(*free, exists().where(same)).values(person_id=person))
