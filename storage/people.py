"""People, their absences and accounts, and the CRM's owners of leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Row,
    String,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from handlers.errors import NotFound
from handlers.parcel import Destination
from handlers.people import (
    Chosen,
    Language,
    Owner,
    OwnerId,
    Person,
    PersonId,
    Place,
    Respondent,
    Role,
    Side,
)
from handlers.phrase import say
from handlers.working_time import Away, WorkingHours
from storage.lead_rows import Lists, Rows
from storage.schema import absences, accounts, channels, owners, people

AsGiven = Any
"""A date or a time as the driver gives it; `_hours` reads it once for everybody who keeps the same."""

Span = tuple[AsGiven, AsGiven]
"""First and last day of an absence."""

_HOURS = (
    people.c.zone,
    type_coerce(people.c.starts, String),
    type_coerce(people.c.ends, String),
    people.c.weekdays,
    people.c.country,
    type_coerce(absences.c.first, String),
    type_coerce(absences.c.last, String),
)
"""When a person works, and one of their absences."""

_PEOPLE: Rows = (
    select(
        people.c.id,
        people.c.name,
        people.c.email,
        people.c.role,
        people.c.side,
        people.c.language,
        people.c.chosen,
        *_HOURS,
    )
    .outerjoin_from(people, absences)
    .order_by(people.c.name, people.c.id)
)
_BEHIND_OWNERS: Rows = (
    select(
        owners.c.id,
        people.c.id,
        type_coerce(exists().where(accounts.c.person_id == people.c.id), Integer),
        *_HOURS,
    )
    .outerjoin_from(owners, people)  # an inner join would let SQLite begin with everybody
    .outerjoin(absences)
)
_OWNERS: Rows = select(owners).where(owners.c.gone_at.is_(None))


class SqlPeople:
    """Everybody Leadloop knows, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._lists = Lists(connection)

    def get(self, person: PersonId) -> Person:
        """Give a person, or raise `NotFound`."""
        found = self.by_ids([person]).get(person)
        if found is None:
            raise NotFound(say("people-unknown"))
        return found

    def by_ids(self, wanted: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        """Give the people of these ids that exist."""
        found = self._lists.by(_PEOPLE, people.c.id, list(wanted))
        return {person.id: person for person in _persons(found)}

    def with_role(self, role: Role) -> Sequence[Person]:
        """List the people of one role by name."""
        return _persons(self._connection.execute(_PEOPLE.where(people.c.role == role.value)))

    def everybody(self) -> Sequence[Person]:
        """List all people by name."""
        return _persons(self._connection.execute(_PEOPLE))

    def owners(self, wanted: Iterable[OwnerId]) -> Mapping[OwnerId, Owner]:
        """Give the CRM's owners of these ids; who has left the company is left out."""
        found = self._lists.by(_OWNERS, owners.c.id, list(wanted))
        return {OwnerId(row.id): _owner(row) for row in found}

    def behind(self, wanted: Iterable[OwnerId]) -> Mapping[OwnerId, Respondent]:
        """Give the person whom each of these owners is, where that is known."""
        rows = self._lists.by(_BEHIND_OWNERS, owners.c.id, list(wanted))
        return _respondents(rows)

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
        linked = update(owners).where(
            owners.c.person_id.is_(None), owners.c.gone_at.is_(None), exists().where(same)
        )
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


def _persons(rows: Iterable[Sequence[Any]]) -> Sequence[Person]:
    """Make people of rows with an absence each, or with none."""
    known: dict[str, Sequence[Any]] = {}
    away: dict[str, set[Span]] = defaultdict(set)
    for *person, first, last in rows:
        known[person[0]] = person
        if first is not None:
            away[person[0]].add((first, last))
    return [_person(row, tuple(sorted(away[id]))) for id, row in known.items()]


def _respondents(rows: Iterable[Sequence[Any]]) -> Mapping[OwnerId, Respondent]:
    """Make respondents of rows with an absence each, or with none."""
    known: dict[OwnerId, tuple[Any, ...]] = {}
    away: dict[OwnerId, list[Span]] = defaultdict(list)
    for owner, *person, first, last in rows:
        known[owner] = tuple(person)
        if first is not None:
            away[owner].append((first, last))
    return {
        owner: _respondent(person, tuple(sorted(away[owner])))
        for owner, person in known.items()
        if person[0] is not None
    }


@lru_cache(maxsize=1024)
def _respondent(row: tuple[Any, ...], away: tuple[Span, ...]) -> Respondent:
    """Make a respondent once: the same few are behind the leads of every list."""
    person, reachable, *hours = row
    return Respondent(id=PersonId(person), hours=_hours(*hours, away), reachable=bool(reachable))


def _person(row: Sequence[Any], away: tuple[Span, ...]) -> Person:
    id, name, email, role, side, language, chosen, *hours = row
    return Person(
        id=PersonId(id),
        name=name,
        email=email,
        role=Role(role),
        side=Side(side),
        language=Language(language),
        hours=_hours(*hours, away),
        chosen=frozenset(Chosen(one) for one in chosen.split(",") if one),
    )


@lru_cache(maxsize=1024)
def _hours(
    zone: str, starts: AsGiven, ends: AsGiven, weekdays: str, country: str, away: tuple[Span, ...]
) -> WorkingHours:
    """Make working hours once for everybody who keeps the same."""
    return WorkingHours(
        zone=zone,
        start=time.fromisoformat(str(starts)),
        end=time.fromisoformat(str(ends)),
        weekdays=frozenset(int(day) for day in weekdays),
        country=country,
        away=tuple(Away(_date(first), _date(last)) for first, last in away),
    )


def _date(given: AsGiven) -> date:
    return date.fromisoformat(str(given))


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
        "chosen": ",".join(sorted(person.chosen)),
    }


def _owner(row: Row[Any]) -> Owner:
    return Owner(
        id=OwnerId(row.id),
        name=row.name,
        email=row.email,
        person=None if row.person_id is None else PersonId(row.person_id),
    )
