"""Whom Leadloop lets in, what a newcomer becomes, and why an owner in the CRM has no match."""

from __future__ import annotations

import string
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from handlers.naming import shown
from handlers.people import Chosen, Language, Owner, Person, PersonId, Role, Side
from handlers.phrase import Phrase, say
from handlers.working_time import WorkingHours

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a chat platform's own sign-in says of an account."""

    platform: str
    address: str
    """The platform's own name for the account."""
    name: str = ""
    email: str = ""
    """Empty where the platform hides it or has not confirmed it."""
    zone: str = ""
    language: str = ""
    """As the platform writes it: ``pl-PL``."""
    is_full_member: bool = False
    """Neither a guest nor somebody who was only invited."""
    is_bot: bool = False
    is_active: bool = True
    is_stranger: bool = False
    """From another company, met in a shared channel."""


class Why(StrEnum):
    """Why somebody is not let in."""

    BOT = "bot"
    DEACTIVATED = "deactivated"
    STRANGER = "stranger"
    GUEST = "guest"
    NO_DOMAINS = "no-domains"
    """Nobody has said yet which e-mail domains are the company's."""
    NO_EMAIL = "no-email"
    FOREIGN_DOMAIN = "foreign-domain"
    UNCHECKED = "unchecked"
    """The platform could not be asked who this is."""


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody who gets no lead data."""

    reason: Why

    @property
    def sentence(self) -> Phrase:
        """Tell them kindly why."""
        return say(f"people-outsider-{self.reason}")


def admit(profile: Profile, domains: Collection[str]) -> Profile | Outsider:
    """Let in full members whose e-mail address is on one of the company's own domains."""
    if profile.is_bot:
        return Outsider(Why.BOT)
    if not profile.is_active:
        return Outsider(Why.DEACTIVATED)
    if profile.is_stranger:
        return Outsider(Why.STRANGER)
    if not profile.is_full_member:
        return Outsider(Why.GUEST)
    if not domains:
        return Outsider(Why.NO_DOMAINS)
    if not domain_of(profile.email):
        return Outsider(Why.NO_EMAIL)
    if not is_ours(profile.email, domains):
        return Outsider(Why.FOREIGN_DOMAIN)
    return profile


def email_key(email: str) -> str:
    """Fold an e-mail address for comparison.

    Only the letters A to Z have a case here: folding others would make one address of two that look
    alike, such as those with a K and with a Kelvin sign.
    """
    return email.strip().translate(_LOWER)


def domain_of(email: str) -> str:
    """Give the domain of an e-mail address; empty where it is none."""
    name, _, domain = email_key(email).rpartition("@")
    whole = name + domain
    odd = "@" in name or not whole.isprintable() or any(letter.isspace() for letter in whole)
    return "" if odd or not name else domain


def is_ours(email: str, domains: Collection[str]) -> bool:
    """Tell whether an address is on one of these very domains; a sub-domain is another domain."""
    domain = domain_of(email)
    return bool(domain) and domain in {email_key(ours) for ours in domains}


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What somebody has whose profile does not say otherwise."""

    language: Language = Language.ENGLISH
    hours: WorkingHours = field(default_factory=WorkingHours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed:
    """Who was named in the settings, by e-mail address, and on which side they are."""

    administrators: Mapping[str, Side] = field(default_factory=dict[str, Side])
    managers: Mapping[str, Side] = field(default_factory=dict[str, Side])

    def post_of(self, email: str) -> tuple[Role, Side] | None:
        """Give what somebody was named; who was named twice is an administrator."""
        for role, named in (
            (Role.ADMINISTRATOR, self.administrators),
            (Role.MANAGER, self.managers),
        ):
            for address, side in named.items():
                if email_key(address) == email_key(email):
                    return role, side
        return None

    def installed_it(self, email: str) -> bool:
        """Tell whether this is who runs Leadloop: the administrator that was named first."""
        first = next(iter(self.administrators), "")
        return bool(first) and email_key(first) == email_key(email)

    @property
    def emails(self) -> tuple[str, ...]:
        """List everybody named, administrators first."""
        return (*self.administrators, *self.managers)


def post_of(email: str, appointed: Appointed, *, owns_leads: bool) -> tuple[Role, Side]:
    """Decide what a newcomer is: as named in the settings, a rep if the CRM has them, or a marketer."""
    if named := appointed.post_of(email):
        return named
    return (Role.REP, Side.SALES) if owns_leads else (Role.MARKETER, Side.MARKETING)


def newcomer(
    profile: Profile, *, id: PersonId, post: tuple[Role, Side], company: Company
) -> Person:
    """Make a person of a profile; what it does not tell is the company's."""
    role, side = post
    unnamed = Person(
        id=id,
        name=email_key(profile.email).partition("@")[0],
        email=email_key(profile.email),
        role=role,
        side=side,
        language=company.language,
        hours=company.hours,
    )
    return renewed(unnamed, profile)


def renewed(person: Person, profile: Profile) -> Person:
    """Take over what a profile says, but for what the person has chosen themselves.

    Role and side stay: the settings and the CRM are asked about newcomers only.
    """
    language = None if Chosen.LANGUAGE in person.chosen else language_of(profile.language)
    return replace(
        person,
        name=shown(profile.name) or person.name,
        email=email_key(profile.email),
        language=language or person.language,
        hours=person.hours if Chosen.ZONE in person.chosen else _moved(person.hours, profile.zone),
    )


def language_of(tag: str) -> Language | None:
    """Read a language tag, such as ``pl-PL``; nothing for a language we do not speak."""
    spoken = tag.replace("_", "-").partition("-")[0].strip().lower()
    return Language(spoken) if spoken in set(Language) else None


def _moved(hours: WorkingHours, zone: str) -> WorkingHours:
    """Keep the same hours in another zone; what is no zone changes nothing."""
    try:
        return replace(hours, zone=zone)
    except ValueError:
        return hours


# The CRM's owners


class Mismatch(StrEnum):
    """Why nobody can be asked about an owner's leads."""

    NO_PERSON = "no-person"
    """Nobody in chat has this address or this name."""
    OTHER_EMAIL = "other-email"
    """Somebody in chat has this name, and another address."""
    SEVERAL = "several"
    """Several people or several accounts could be meant."""
    NO_ACCOUNT = "no-account"
    """It is known who this is, and they cannot be reached in chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """An owner in the CRM whose leads nobody can be asked about."""

    owner: Owner
    open_leads: int
    mismatch: Mismatch
    person: Person | None = None
    """Who they are, or may be."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's chat self on a platform."""

    platform: str
    address: str


@dataclass(frozen=True, slots=True)
class Known:
    """Whose account it is, and when the platform last said so; never, where that is in doubt."""

    person: Person
    proven_at: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the roster, with where they can be reached."""

    person: Person
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything there is to know about who is who."""

    people: tuple[Listed, ...]
    unmatched: tuple[Unmatched, ...]
    gone: tuple[Owner, ...]
    """Owners of whom an administrator said that they left the company."""
