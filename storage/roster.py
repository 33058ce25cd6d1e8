"""Who is who: proven accounts, and which owner in the CRM is which person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    func,
    or_,
    select,
    text,
    update,
)

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.errors import NotFound
from handlers.naming import name_key
from handlers.people import Owner, OwnerId, Person, PersonId
from handlers.phrase import say
from handlers.roster.model import Account, Known, Listed, Unmatched, email_key
from storage import due
from storage.people import SqlPeople
from storage.schema import accounts, due_slots, owners, people
from storage.unmatched import owner_of, unmatched

LOOK_UP = "people-look-up"
"""The job whose slots keep an address from being looked up more than once a day."""

ROSTER_LOCK = 7_301_911_541
"""Any number that is not the migrations'."""

_THIS = (accounts.c.platform == bindparam("on"), accounts.c.address == bindparam("at_address"))
_KNOWN = select(accounts.c.person_id, accounts.c.proven_at).where(*_THIS)
_DROP = delete(accounts).where(*_THIS)
_DOUBT = update(accounts).where(*_THIS).values(proven_at=None)
_NEW = insert(accounts)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=[accounts.c.platform, accounts.c.address],
    set_={"person_id": _NEW.excluded.person_id, "proven_at": _NEW.excluded.proven_at},
)
_DROP_OTHERS = delete(accounts).where(
    accounts.c.person_id == bindparam("person"),
    accounts.c.platform == bindparam("on"),
    accounts.c.address != bindparam("at_address"),
)


class SqlRoster:
    """Who is who, inside one transaction."""

    def __init__(self, connection: Connection, kept: SqlPeople) -> None:
        """Work inside this transaction, beside the people it keeps."""
        self._connection = connection
        self._people = kept

    # accounts

    def hold(self) -> None:
        """Let no other transaction sign anybody in until this one ends; SQLite has seen to it."""
        if self._connection.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(:number)")
            self._connection.execute(lock, {"number": ROSTER_LOCK})

    def known(self, account: Account) -> Known | None:
        """Give whose account this is."""
        row = self._connection.execute(_KNOWN, _named(account)).first()
        if row is None:
            return None
        return Known(self._people.get(PersonId(row.person_id)), row.proven_at)

    def with_email(self, email: str) -> Sequence[Person]:
        """List the people with this address, in any case."""
        key = email_key(email)
        alike = or_(people.c.email == key, func.lower(people.c.email) == key)
        rows = self._connection.execute(select(people.c.id, people.c.email).where(alike))
        same = [PersonId(row.id) for row in rows if key and email_key(row.email) == key]
        found = self._people.by_ids(same)
        return [found[id] for id in sorted(same)]

    def renew(self, person: Person) -> None:
        """Keep name, address, language and zone, unless the person has chosen anew meanwhile."""
        seen = ",".join(sorted(person.chosen))
        self._connection.execute(
            update(people)
            .where(people.c.id == person.id, people.c.chosen == seen)
            .values(
                name=person.name,
                email=person.email,
                language=person.language.value,
                zone=person.hours.zone,
            )
        )

    def keep_account(self, person: PersonId, account: Account, at: datetime) -> None:
        """Keep a proven account; it takes the place of their other accounts on that platform."""
        self._connection.execute(_DROP_OTHERS, {"person": person, **_named(account)})
        row = {"platform": account.platform, "address": account.address}
        self._connection.execute(_KEEP, {**row, "person_id": person, "proven_at": at})

    def drop_account(self, account: Account) -> None:
        """Forget an account, if it is known; its person and all they said stay."""
        self._connection.execute(_DROP, _named(account))

    def doubt(self, account: Account) -> None:
        """Forget that an account was ever proven."""
        self._connection.execute(_DOUBT, _named(account))

    def unproven(self, platform: str, since: datetime, limit: int) -> Sequence[Account]:
        """List the accounts that were not proven since a moment, the longest ago first."""
        proven = accounts.c.proven_at
        rows = self._connection.execute(
            select(accounts.c.address)
            .where(accounts.c.platform == platform, or_(proven.is_(None), proven < since))
            .order_by(proven.is_not(None), proven, accounts.c.address)
            .limit(limit)
        )
        return [Account(platform, address) for (address,) in rows]

    # owners

    def owns_leads(self, email: str) -> bool:
        """Tell whether the CRM has an owner with this address."""
        rows = self._connection.execute(_owners_with(email))
        return any(email_key(row.email) == email_key(email) for row in rows)

    def recognise(self, person: Person) -> int:
        """Match the person with the CRM's owners of the same address, and count them."""
        free = (owners.c.person_id.is_(None), owners.c.gone_at.is_(None))
        rows = self._connection.execute(_owners_with(person.email).where(*free))
        same = [row.id for row in rows if email_key(row.email) == email_key(person.email)]
        if same:
            mine = update(owners).where(owners.c.id.in_(same)).values(person_id=person.id)
            self._connection.execute(mine)
        return len(same)

    def owner(self, owner: OwnerId) -> Owner:
        """Give an owner, or raise `NotFound`."""
        row = self._connection.execute(select(owners).where(owners.c.id == owner)).first()
        if row is None:
            raise NotFound(say("people-owner-unknown"))
        return owner_of(row)

    def owned_by(self, person: PersonId) -> Sequence[Owner]:
        """List the owners that somebody is, by name."""
        mine = select(owners).where(owners.c.person_id == person)
        return [owner_of(row) for row in self._connection.execute(mine.order_by(owners.c.name))]

    def owners_called(self, words: str) -> Sequence[Owner]:
        """List the owners with this number, address or name, whoever has left included."""
        found = [owner for owner in self._people.all_owners() if _is_called(owner, words)]
        numbered = [owner for owner in found if str(owner.id) == words.strip()]
        return numbered or found

    def match(self, owner: OwnerId, person: PersonId) -> None:
        """Say which person an owner is; whoever had left is back."""
        self._set(owner, person_id=person, gone_at=None)

    def leave(self, owner: OwnerId, at: datetime) -> None:
        """Say that an owner left the company: their leads count as nobody's."""
        self._set(owner, person_id=None, gone_at=at)

    def come_back(self, owner: OwnerId) -> None:
        """Say that an owner did not leave the company after all."""
        self._set(owner, gone_at=None)

    def _set(self, owner: OwnerId, **values: object) -> None:
        self._connection.execute(update(owners).where(owners.c.id == owner).values(values))

    def gone(self) -> Sequence[Owner]:
        """List the owners who have left the company, by name."""
        left = select(owners).where(owners.c.gone_at.is_not(None))
        return [owner_of(row) for row in self._connection.execute(left.order_by(owners.c.name))]

    def unmatched(self) -> Sequence[Unmatched]:
        """List the owners of open leads that cannot be asked, those with most open leads first."""
        return unmatched(self._connection, self._people)

    # everybody

    def everybody(self) -> Sequence[Listed]:
        """List all people by name, with their accounts."""
        of: dict[str, list[Account]] = defaultdict(list)
        rows = self._connection.execute(
            select(accounts).order_by(accounts.c.platform, accounts.c.address)
        )
        for row in rows:
            of[row.person_id].append(Account(row.platform, row.address))
        return [Listed(person, tuple(of[person.id])) for person in self._people.everybody()]

    def looked_up(self, emails: Collection[str], *, platform: str, at: datetime) -> Collection[str]:
        """Tell which of these a platform was asked for on this day of the moment, in UTC."""
        done = select(due_slots.c.destination).where(
            due_slots.c.job == LOOK_UP, due_slots.c.local_date == at.date()
        )
        marks = set(self._connection.execute(done).scalars())
        return frozenset(email for email in emails if _mark(platform, email) in marks)

    def note_look_up(self, email: str, *, platform: str, at: datetime) -> None:
        """Remember that a platform was asked for an address on this day, in UTC."""
        due.take(
            self._connection,
            job=LOOK_UP,
            local_date=at.date(),
            destination=_mark(platform, email),
            at=at,
        )


def _named(account: Account) -> Mapping[str, str]:
    return {"on": account.platform, "at_address": account.address}


def _mark(platform: str, email: str) -> str:
    """Spell an address so that nobody reads it where no person is kept."""
    return sha256(f"{platform} {email_key(email)}".encode()).hexdigest()


def _owners_with(email: str) -> Select[*tuple[Any, ...]]:
    """Select what the database holds for the same address; databases fold more letters than we."""
    key = email_key(email)
    alike = or_(owners.c.email == key, func.lower(owners.c.email) == key)
    return select(owners.c.id, owners.c.email).where(alike, owners.c.email != "")


def _is_called(owner: Owner, words: str) -> bool:
    wanted = words.strip()
    return bool(wanted) and (
        str(owner.id) == wanted
        or (bool(owner.email) and email_key(owner.email) == email_key(wanted))
        or (bool(name_key(wanted)) and name_key(owner.name) == name_key(wanted))
    )
