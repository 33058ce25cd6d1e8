"""People, their absences and accounts, and the CRM's owners of leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, func, insert, select, update

from handlers.errors import NotFound
from handlers.parcel import Destination
from handlers.people import Language, Owner, OwnerId, Person, PersonId, Place, Role, Side
from handlers.phrase import say
from handlers.working_time import Away, WorkingHours
from storage.schema import absences, accounts, channels, owners, people


class SqlPeople:
    """Everybody Leadloop knows, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def get(self, person: PersonId) -> Person:
        """Give a person, or raise `NotFound`."""
        found = self.by_ids([person]).get(person)
        if found is None:
            raise NotFound(say("people-unknown"))
        return found

    def by_ids(self, wanted: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        """Give the people of these ids that exist."""
        ids = list(wanted)
        rows = self._connection.execute(select(people).where(people.c.id.in_(ids))).all()
        return {person.id: person for person in self._with_absences(rows)}

    def with_role(self, role: Role) -> Sequence[Person]:
        """List the people of one role by name."""
        return self._with_absences(
            self._connection.execute(
                select(people).where(people.c.role == role.value).order_by(people.c.name)
            ).all()
        )

    def everybody(self) -> Sequence[Person]:
        """List all people by name."""
        return self._with_absences(
            self._connection.execute(select(people).order_by(people.c.name)).all()
        )

    def owners(self, wanted: Iterable[OwnerId]) -> Mapping[OwnerId, Owner]:
        """Give the CRM's owners of these ids."""
        rows = self._connection.execute(select(owners).where(owners.c.id.in_(list(wanted))))
        return {OwnerId(row.id): _owner(row) for row in rows}

    def reachable(self, wanted: Iterable[PersonId]) -> frozenset[PersonId]:
        """Tell which of these people have a chat account."""
        rows = self._connection.execute(
            select(accounts.c.person_id).where(accounts.c.person_id.in_(list(wanted)))
        )
        return frozenset(PersonId(row.person_id) for row in rows)

    def add(self, person: Person) -> None:
        """Keep a new person, or their newest form."""
        values = _values(person)
        changed = self._connection.execute(
            people.update().where(people.c.id == person.id).values(values)
        )
        if changed.rowcount == 0:
            self._connection.execute(insert(people).values(values))
        self._connection.execute(delete(absences).where(absences.c.person_id == person.id))
        if person.hours.away:
            rows = [
                {"person_id": person.id, "first": away.first, "last": away.last}
                for away in person.hours.away
            ]
            self._connection.execute(insert(absences), rows)

    def give_account(self, person: PersonId, platform: str, address: str) -> None:
        """Say where a person is spoken to on a platform."""
        self._connection.execute(
            delete(accounts).where(accounts.c.platform == platform, accounts.c.address == address)
        )
        self._connection.execute(
            insert(accounts).values(platform=platform, address=address, person_id=person)
        )

    def set_channel(self, place: Place, to: Destination) -> None:
        """Say where a side's channel is."""
        self._connection.execute(delete(channels).where(channels.c.place == place.name))
        self._connection.execute(
            insert(channels).values(
                place=place.name,
                platform=to.platform,
                address=to.address,
                language=to.language.value,
                zone=to.zone,
            )
        )

    def link_by_email(self) -> int:
        """Recognise the CRM's owners by the e-mail addresses of people, and count them."""
        same = and_(owners.c.email != "", func.lower(people.c.email) == func.lower(owners.c.email))
        person = select(func.min(people.c.id)).where(same).scalar_subquery()
        linked = update(owners).where(owners.c.person_id.is_(None), exists().where(same))
        return self._connection.execute(linked.values(person_id=person)).rowcount

    def with_account(self, platform: str, address: str) -> PersonId | None:
        """Tell whose account this is."""
        found = self._connection.execute(
            select(accounts.c.person_id).where(
                accounts.c.platform == platform, accounts.c.address == address
            )
        ).scalar_one_or_none()
        return None if found is None else PersonId(found)

    def all_owners(self) -> Sequence[Owner]:
        """List the CRM's owners by name."""
        return [
            _owner(row)
            for row in self._connection.execute(select(owners).order_by(owners.c.name, owners.c.id))
        ]

    def link_owner(self, owner: OwnerId, person: PersonId | None) -> None:
        """Say which person an owner in the CRM is."""
        self._connection.execute(
            owners.update().where(owners.c.id == owner).values(person_id=person)
        )

    def _with_absences(self, rows: Sequence[Row[Any]]) -> Sequence[Person]:
        away: dict[str, list[Away]] = {}
        if rows:
            found = (
                select(absences)
                .where(absences.c.person_id.in_([row.id for row in rows]))
                .order_by(absences.c.first)
            )
            for absence in self._connection.execute(found):
                away.setdefault(absence.person_id, []).append(Away(absence.first, absence.last))
        return [_person(row, tuple(away.get(row.id, ()))) for row in rows]


def _person(row: Row[Any], away: tuple[Away, ...]) -> Person:
    return Person(
        id=PersonId(row.id),
        name=row.name,
        email=row.email,
        role=Role(row.role),
        side=Side(row.side),
        language=Language(row.language),
        hours=WorkingHours(
            zone=row.zone,
            start=row.starts,
            end=row.ends,
            weekdays=frozenset(int(day) for day in row.weekdays),
            country=row.country,
            away=away,
        ),
    )


def _values(person: Person) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "role": person.role.value,
        "side": person.side.value,
        "language": person.language.value,
        "zone": person.hours.zone,
        "starts": person.hours.start,
        "ends": person.hours.end,
        "weekdays": "".join(str(day) for day in sorted(person.hours.weekdays)),
        "country": person.hours.country,
    }


def _owner(row: Row[Any]) -> Owner:
    return Owner(
        id=OwnerId(row.id),
        name=row.name,
        email=row.email,
        person=None if row.person_id is None else PersonId(row.person_id),
    )
