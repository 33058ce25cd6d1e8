"""Who works here, on which side, in which language and hours, and where they can be spoken to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, Protocol

from handlers.working_time import WorkingHours

PersonId = NewType("PersonId", str)
OwnerId = NewType("OwnerId", int)


class Language(StrEnum):
    """A language Leadloop speaks."""

    ENGLISH = "en"
    POLISH = "pl"
    RUSSIAN = "ru"
    CHINESE = "zh"


class Side(StrEnum):
    """A team of the two that Leadloop goes between."""

    SALES = "sales"
    MARKETING = "marketing"


class Role(StrEnum):
    """What a person is to Leadloop."""

    REP = "rep"
    MARKETER = "marketer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class Chosen(StrEnum):
    """What somebody may decide for themselves; from then on their chat profile does not."""

    LANGUAGE = "language"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who uses Leadloop in chat."""

    id: PersonId
    name: str
    email: str
    role: Role
    side: Side
    language: Language = Language.ENGLISH
    hours: WorkingHours = field(default_factory=WorkingHours)
    chosen: frozenset[Chosen] = frozenset()
    """What they decided themselves, and no profile changes any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whom the CRM names as the owner of leads; `person` is their chat self, where one is known."""

    id: OwnerId
    name: str
    email: str = ""
    person: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """The person behind an owner, as much of them as it takes to ask."""

    id: PersonId
    hours: WorkingHours
    reachable: bool
    """They have a chat account."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: a side's channel, a person's direct message or home, or any thread."""

    name: str
    """``sales``, ``marketing``, ``person:<id>``, ``home:<id>`` or ``at:<platform>:<address>``."""

    @staticmethod
    def channel(side: Side) -> Place:
        """Name a side's channel."""
        return Place(side.value)

    @staticmethod
    def direct(person: PersonId) -> Place:
        """Name a person's direct message."""
        return Place(f"person:{person}")

    @staticmethod
    def home(person: PersonId) -> Place:
        """Name the page that a person alone opens in the bot's profile."""
        return Place(f"home:{person}")

    @staticmethod
    def at(platform: str, address: str) -> Place:
        """Name a conversation or a thread by a platform's own address: where somebody spoke to us."""
        return Place(f"at:{platform}:{address}")

    @property
    def person(self) -> PersonId | None:
        """Whose direct message this is; nobody's for a channel."""
        kind, _, who = self.name.partition(":")
        return PersonId(who) if kind == "person" else None


class People(Protocol):
    """Everybody Leadloop knows."""

    def get(self, person: PersonId) -> Person:
        """Give a person, or raise `NotFound`."""
        ...

    def by_ids(self, wanted: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        """Give the people of these ids that exist."""
        ...

    def with_role(self, role: Role) -> Sequence[Person]:
        """List the people of one role by name."""
        ...

    def owners(self, wanted: Iterable[OwnerId]) -> Mapping[OwnerId, Owner]:
        """Give the CRM's owners of these ids; who has left the company is left out."""
        ...

    def behind(self, wanted: Iterable[OwnerId]) -> Mapping[OwnerId, Respondent]:
        """Give the person whom each of these owners is, where that is known."""
        ...

    def add(self, person: Person) -> None:
        """Keep a new person, or their newest form."""
        ...
