"""The tokens that activities come with: the Connector's own, and every kind that is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import jwt

from tests.fakes.teams import keys
from tests.fakes.teams.people import OTHER_TENANT
from tests.fakes.teams.tenant import Tenant

CONNECTOR_KEY = "connector-key"
OTHER_KEY = "another-channel-key"
STRANGER_KEY = "stranger-key"
ENTRA_KEY = "entra-key"
ISSUER = "https://api.botframework.com"
AGENT_365 = "5a807f24-c9de-44ee-a3a7-329e88a00ffc"
LIFETIME = 3600


def key_set() -> dict[str, Any]:
    """The Connector's keys: one good for Teams, one for other channels."""
    ours = public(CONNECTOR_KEY, ["msteams", "skype", "directline"])
    return {"keys": [ours, public(OTHER_KEY, ["webchat", "emulator"])]}


def public(name: str, endorsements: list[str]) -> dict[str, Any]:
    """One key, with the channels it is good for."""
    return keys.public_jwk(name, endorsements=endorsements)


def metadata(tenant: Tenant) -> dict[str, Any]:
    """The Connector's OpenID metadata."""
    return {
        "issuer": ISSUER,
        "authorization_endpoint": "https://invalid.botframework.com",
        "jwks_uri": tenant.keys_url,
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
    }


def claims(tenant: Tenant) -> dict[str, Any]:
    """What the Connector says in its tokens."""
    now = int(tenant.signs_at())
    return {
        "serviceurl": tenant.service_url,
        "nbf": now,
        "exp": now + LIFETIME,
        "iss": ISSUER,
        "aud": tenant.app_id,
    }


def signed(told: Mapping[str, Any], *, key: str = CONNECTOR_KEY, kid: str = "") -> str:
    """Claims signed by the key of that name."""
    headers = {"kid": kid or key, "x5t": kid or key}
    return jwt.encode(dict(told), keys.private_key(key), "RS256", headers=headers)


def genuine(tenant: Tenant, **changes: Any) -> str:
    """A token as the Connector makes it, with other claims where given; None takes one away."""
    told = claims(tenant) | changes
    return signed({key: one for key, one in told.items() if one is not None})


def _hmac(tenant: Tenant) -> str:
    secret = keys.private_key(CONNECTOR_KEY).public_key().public_numbers().n.to_bytes(256, "big")
    return jwt.encode(claims(tenant), secret, "HS256", headers={"kid": CONNECTOR_KEY})


def _unsigned(tenant: Tenant) -> str:
    return jwt.encode(claims(tenant), "", "none", headers={"kid": CONNECTOR_KEY})


def _entra(tenant: Tenant, of: str, **more: Any) -> str:
    told = claims(tenant) | {
        "iss": f"https://login.microsoftonline.com/{of}/v2.0",
        "tid": of,
        "azp": "99999999-9999-4999-8999-999999999999",
        "ver": "2.0",
    }
    told.pop("serviceurl")
    return signed(told | more, key=ENTRA_KEY)


def _torn(tenant: Tenant) -> str:
    head, body, proof = genuine(tenant).split(".")
    return f"{head}.{body}.{proof[::-1]}"


def _now(tenant: Tenant) -> int:
    return int(tenant.signs_at())


WRONG: Mapping[str, Callable[[Tenant], str]] = {
    "no token": lambda _: "",
    "not a token": lambda _: "abc",
    "wrong audience": lambda t: genuine(t, aud="99999999-9999-4999-8999-999999999999"),
    "audience as api uri": lambda t: genuine(t, aud=f"api://{t.app_id}"),
    "no audience": lambda t: genuine(t, aud=None),
    "wrong issuer": lambda t: genuine(t, iss="https://api.botframework.example"),
    "no issuer": lambda t: genuine(t, iss=None),
    "wrong key": lambda t: signed(claims(t), key=STRANGER_KEY, kid=CONNECTOR_KEY),
    "unknown kid": lambda t: signed(claims(t), key=STRANGER_KEY),
    "kid is a path": lambda t: signed(claims(t), kid="../../../../dev/null"),
    "torn signature": _torn,
    "HS256": _hmac,
    "alg none": _unsigned,
    "key of another channel": lambda t: signed(claims(t), key=OTHER_KEY),
    "expired": lambda t: genuine(t, exp=_now(t) - 600, nbf=_now(t) - 4200),
    "not yet valid": lambda t: genuine(t, nbf=_now(t) + 3600, exp=_now(t) + 7200),
    "no expiry": lambda t: genuine(t, exp=None),
    "no service url": lambda t: genuine(t, serviceurl=None),
    "another service url": lambda t: genuine(t, serviceurl="https://smba.trafficmanager.net/x/"),
    "Entra of this tenant": lambda t: _entra(t, t.tenant_id),
    "Entra of another tenant": lambda t: _entra(t, OTHER_TENANT),
    "Entra for Agent 365": lambda t: _entra(t, OTHER_TENANT, azp=AGENT_365, appid=AGENT_365),
}
