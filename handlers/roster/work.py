"""What the roster remembers, and the transaction it does it in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from handlers.people import Owner, OwnerId, Person, PersonId
from handlers.roster.model import Account, Known, Listed, Unmatched
from handlers.work import Work


class Roster(Protocol):
    """Whose account is whose, and which owner in the CRM is which person."""

    def hold(self) -> None:
        """Let no other transaction sign anybody in until this one ends."""
        ...

    def known(self, account: Account) -> Known | None:
        """Give whose account this is."""
        ...

    def with_email(self, email: str) -> Sequence[Person]:
        """List the people with this address, in any case."""
        ...

    def owns_leads(self, email: str) -> bool:
        """Tell whether the CRM has an owner with this address."""
        ...

    def renew(self, person: Person) -> None:
        """Keep name, address, language and zone, unless the person has chosen anew meanwhile."""
        ...

    def keep_account(self, person: PersonId, account: Account, at: datetime) -> None:
        """Keep a proven account; it takes the place of their other accounts on that platform."""
        ...

    def drop_account(self, account: Account) -> None:
        """Forget an account, if it is known; its person and all they said stay."""
        ...

    def doubt(self, account: Account) -> None:
        """Forget that an account was ever proven."""
        ...

    def unproven(self, platform: str, since: datetime, limit: int) -> Sequence[Account]:
        """List the accounts that were not proven since a moment, the longest ago first."""
        ...

    def recognise(self, person: Person) -> int:
        """Match the person with the CRM's owners of the same address, and count them."""
        ...

    def owner(self, owner: OwnerId) -> Owner:
        """Give an owner, or raise `NotFound`."""
        ...

    def owned_by(self, person: PersonId) -> Sequence[Owner]:
        """List the owners that somebody is, by name."""
        ...

    def owners_called(self, words: str) -> Sequence[Owner]:
        """List the owners with this number, address or name, whoever has left included."""
        ...

    def match(self, owner: OwnerId, person: PersonId) -> None:
        """Say which person an owner is; whoever had left is back."""
        ...

    def leave(self, owner: OwnerId, at: datetime) -> None:
        """Say that an owner left the company: their leads count as nobody's."""
        ...

    def come_back(self, owner: OwnerId) -> None:
        """Say that an owner did not leave the company after all."""
        ...

    def unmatched(self) -> Sequence[Unmatched]:
        """List the owners of open leads that cannot be asked, those with most open leads first."""
        ...

    def gone(self) -> Sequence[Owner]:
        """List the owners who have left the company, by name."""
        ...

    def everybody(self) -> Sequence[Listed]:
        """List all people by name, with their accounts."""
        ...

    def looked_up(self, emails: Collection[str], *, platform: str, at: datetime) -> Collection[str]:
        """Tell which of these a platform was asked for on this day of the moment, in UTC."""
        ...

    def note_look_up(self, email: str, *, platform: str, at: datetime) -> None:
        """Remember that a platform was asked for an address on this day, in UTC."""
        ...


class RosterWork(Work, Protocol):
    """A transaction that knows who is who."""

    @property
    def roster(self) -> Roster:
        """Who is who."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> RosterWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], RosterWork]
"""Begins a transaction that only reads."""


def reachable(work: RosterWork, owner: OwnerId) -> bool:
    """Tell whether the person behind an owner has a chat account."""
    behind = work.people.behind([owner]).get(owner)
    return behind is not None and behind.reachable
