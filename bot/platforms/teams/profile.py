"""Reads whom an activity comes from, and what Teams and Entra say of that person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from handlers.roster.model import Profile, is_ours

TEAMS = "teams"
"""The name of the platform."""

BOTS = "28:"
"""How the Connector's ids of bots begin; people's begin with ``29:``."""

EXTERNAL = "#ext#"
"""Stands in the user name of everybody who was invited from another tenant."""

Told = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Room:
    """A conversation whose roster can be asked, at the service URL it was met at."""

    conversation: str
    service_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who an activity says it comes from, or where somebody was found; the room's roster knows more."""

    object_id: str
    """Entra's id in lower case; empty for people without an account, such as anonymous guests."""
    member: str
    """The Connector's id of the person in this room."""
    room: Room
    locale: str = ""
    """As the person's Teams is set: ``pl-PL``."""
    zone: str = ""
    """IANA zone of the person's machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """What makes somebody one of the company's own."""

    id: str
    """Entra's id of the company's tenant."""
    domains: Collection[str]
    """The company's own e-mail domains."""


def sender_of(activity: Told) -> Sender:
    """Read the sender of an activity that the gate let in; odd parts are read as empty."""
    account, client = _part(activity, "from"), _client_info(activity)
    conversation = _text(_part(activity, "conversation"), "id")
    return Sender(
        object_id=_text(account, "aadObjectId").lower(),
        member=_text(account, "id"),
        room=Room(conversation.partition(";")[0], _text(activity, "serviceUrl")),
        locale=_text(activity, "locale") or _text(client, "locale"),
        zone=_text(client, "timezone") or _text(activity, "localTimezone"),
    )


def profile_of(member: Told, *, tenant: Tenant, sender: Sender | None = None) -> Profile:
    """Give what a roster says of a member, with the language and zone that their device told.

    Only what is plainly said opens a door: a member without a role or a tenant stays outside.
    """
    user_name = _text(member, "userPrincipalName")
    return Profile(
        platform=TEAMS,
        address=object_id_of(member),
        name=_name(member),
        email=_email(_text(member, "email"), user_name, tenant),
        zone=sender.zone if sender else "",
        language=sender.locale if sender else "",
        is_full_member=_says(member, "userRole", "user") and EXTERNAL not in user_name.lower(),
        is_bot=_text(member, "id").startswith(BOTS),
        is_stranger=not _says(member, "tenantId", tenant.id),
    )


def profile_of_user(user: Told, *, tenant: Tenant, sender: Sender | None = None) -> Profile:
    """Give what Microsoft Graph says of a user, whom only our own tenant's directory lists."""
    user_name = _text(user, "userPrincipalName")
    return Profile(
        platform=TEAMS,
        address=_text(user, "id").lower(),
        name=_text(user, "displayName"),
        email=_email(_text(user, "mail"), user_name, tenant),
        zone=sender.zone if sender else "",
        language=(sender.locale if sender else "") or _text(user, "preferredLanguage"),
        is_full_member=_says(user, "userType", "member") and EXTERNAL not in user_name.lower(),
        is_active=user.get("accountEnabled") is True,
    )


def object_id_of(member: Told) -> str:
    """Give Entra's id of a member of a roster; older rosters call it otherwise."""
    return (_text(member, "aadObjectId") or _text(member, "objectId")).lower()


def addresses_of(member: Told) -> tuple[str, ...]:
    """List the addresses under which a member of a roster may be looked for."""
    told = (_text(member, "email"), _text(member, "userPrincipalName"))
    return tuple(address for address in told if address)


def _email(email: str, user_name: str, tenant: Tenant) -> str:
    """Take the address on a domain of ours: many tenants have it as user name or as e-mail only."""
    ours = (one for one in (email, user_name) if is_ours(one, tenant.domains))
    return next(ours, email or user_name)


def _name(member: Told) -> str:
    parts = (_text(member, "givenName"), _text(member, "surname"))
    return _text(member, "name") or " ".join(part for part in parts if part)


def _says(told: Told, name: str, wanted: str) -> bool:
    return bool(wanted) and _text(told, name).lower() == wanted.lower()


def _client_info(activity: Told) -> Told:
    entities = activity.get("entities")
    given = cast("list[object]", entities) if isinstance(entities, list) else []
    parts = (cast("Told", one) for one in given if isinstance(one, dict))
    return next((one for one in parts if one.get("type") == "clientInfo"), dict[str, object]())


def _part(told: Told, name: str) -> Told:
    value = told.get(name)
    return cast("Told", value) if isinstance(value, dict) else {}


def _text(told: Told, name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
