"""Lets through what the Bot Connector says for our tenant, and refuses everything else unread.

There is no way to turn any of it off. What the Teams SDK checks is less (it does not ask for an
expiry or a service URL, knows no hosts and no tenants), so nothing reaches it that has not passed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import cast

import jwt
import structlog

from bot.platforms.payload import Json, part, text
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.keys import Keys

LARGEST_BODY = 256 * 1024
"""Bytes of an activity; a long message with a form's fields stays far below it."""

LONGEST_TOKEN = 8192
LONGEST_KID = 200
LEEWAY = timedelta(minutes=5)
"""By how much the Connector's clock and ours may differ."""

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
JSON = "application/json"

_BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)")

Headers = Mapping[str, str]

log = structlog.get_logger()


class Refusal(IntEnum):
    """The HTTP status with which a request is turned away."""

    UNREADABLE = 400
    UNPROVEN = 401
    FOREIGN = 403
    """Proven to be the Connector's, and none of our tenant's or of Teams'."""
    OF_ANOTHER_KIND = 415


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """For whom we are here."""

    app_id: str
    tenants: frozenset[str]
    """In lower case."""
    hosts: Hosts
    """The Connector's own; they alone may name themselves as the service to answer to."""
    issuer: str = ISSUER
    """Sovereign clouds have another."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a token says that the Connector signed."""

    service_url: str


class Gate:
    """Knows the Connector by its signature, and our tenant by what it signed for."""

    def __init__(self, wanted: Wanted, keys: Keys) -> None:
        """Take whom to let in; no tenant at all lets nothing through."""
        self._wanted = wanted
        self._keys = keys

    def refusal(self, headers: Headers) -> Refusal | None:
        """Tell from the headers alone why a request cannot be the Connector's, if it cannot."""
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != JSON:
            return Refusal.OF_ANOTHER_KIND
        return None if bearer(headers) else Refusal.UNPROVEN

    async def proof(self, headers: Headers) -> Proof | None:
        """Give what the Connector signed for us; nothing where it did not."""
        token = bearer(headers)
        try:
            kid = _kid(token)
            key = await self._keys.get(kid) if kid else None
            if key is None or CHANNEL not in key.endorsements:
                return None
            claims = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=self._wanted.app_id,
                issuer=self._wanted.issuer,
                leeway=LEEWAY,
                options={"require": ["exp", "iss", "aud", "serviceurl"], "strict_aud": True},
            )
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            return None
        service_url = claims["serviceurl"]
        return Proof(service_url) if isinstance(service_url, str) and service_url else None

    def misfit(self, proof: Proof, activity: Json) -> Refusal | None:
        """Tell why an activity is not what was signed for, if it is not."""
        service_url = text(activity, "serviceUrl")
        if service_url.rstrip("/") != proof.service_url.rstrip("/"):
            return Refusal.UNPROVEN
        if not self._wanted.hosts.allow(service_url):
            return Refusal.UNPROVEN
        return None if self._is_ours(activity) else Refusal.FOREIGN

    def _is_ours(self, activity: Json) -> bool:
        """Tell whether this is from Teams, and all of it from one tenant that is on the list."""
        tenant = text(activity, "channelData", "tenant", "id").lower()
        stated = part(activity, "conversation").get("tenantId")
        agree = stated is None or (isinstance(stated, str) and stated.lower() == tenant)
        return text(activity, "channelId") == CHANNEL and agree and tenant in self._wanted.tenants


def read_body(body: bytes) -> Json | None:
    """Read an activity; nothing where this is no JSON object, or too large a one."""
    if len(body) > LARGEST_BODY:
        return None
    try:
        found: object = json.loads(body.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return cast("Json", found) if isinstance(found, dict) else None


def bearer(headers: Headers) -> str:
    """Give the token of a request; an empty one where there is none such as the Connector's."""
    given = headers.get("authorization", "")
    found = _BEARER.fullmatch(given) if len(given) <= LONGEST_TOKEN else None
    return found[1] if found else ""


def _kid(token: str) -> str:
    """Give the id of the key that a token names; nothing where it is signed in another way."""
    header = jwt.get_unverified_header(token)
    kid = header.get("kid")
    is_plain = header.get("alg") == "RS256" and "crit" not in header
    return kid if is_plain and isinstance(kid, str) and len(kid) <= LONGEST_KID else ""


def _no_number(_: str) -> float:
    raise ValueError("NaN and infinities are no JSON")
