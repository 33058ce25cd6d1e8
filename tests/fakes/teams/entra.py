"""Entra: where the app gets its tokens, by secret, certificate or federated credential."""

from __future__ import annotations

from typing import Any

import jwt

from tests.fakes.teams import keys
from tests.fakes.teams.tenant import Tenant

ENTRA_KEY = "entra-key"
TRACE = "Trace ID: 00000000-0000-0000-0000-000000000000 Correlation ID: 00000000-0000-0000-0000-000000000000"
BOTS = "https://api.botframework.com/.default"
GRAPH = "https://graph.microsoft.com/.default"
JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LIFETIME = 3599
Told = tuple[int, dict[str, Any]]


class AADSTS(Exception):
    """A refusal of Entra."""

    def __init__(self, status: int, error: str, code: int, text: str) -> None:
        super().__init__(text)
        self.told: Told = (
            status,
            {
                "error": error,
                "error_description": f"AADSTS{code}: {text} {TRACE}",
                "error_codes": [code],
                "timestamp": "2026-11-22 09:00:00Z",
                "trace_id": "00000000-0000-0000-0000-000000000000",
                "correlation_id": "00000000-0000-0000-0000-000000000000",
                "error_uri": f"https://login.microsoftonline.com/error?code={code}",
            },
        )


def metadata(tenant: Tenant, name: str, host: str) -> Told:
    """A tenant's OpenID configuration; its addresses are https, for msal takes no others."""
    if name not in {tenant.tenant_id, "botframework.com", "common", "organizations"}:
        text = f"Tenant '{name}' not found."
        return AADSTS(400, "invalid_tenant", 90002, text).told
    home = f"https://{host}/{name}"
    return 200, {
        "token_endpoint": f"{home}/oauth2/v2.0/token",
        "authorization_endpoint": f"{home}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{home}/oauth2/v2.0/devicecode",
        "jwks_uri": f"{home}/discovery/v2.0/keys",
        "issuer": f"https://login.microsoftonline.com/{name}/v2.0",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"],
        "response_types_supported": ["code"],
        "scopes_supported": ["openid"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
    }


def discovery(host: str) -> dict[str, Any]:
    """The list of Entra's own hosts, this one among them."""
    alias = {"preferred_network": host, "preferred_cache": host, "aliases": [host]}
    endpoint = f"https://{host}/common/v2.0/.well-known/openid-configuration"
    return {"tenant_discovery_endpoint": endpoint, "api-version": "1.1", "metadata": [alias]}


def token(tenant: Tenant, name: str, form: dict[str, str], endpoint: str) -> Told:
    """A token for an app that proves itself; else Entra's own error."""
    try:
        _admit(tenant, name, form, endpoint)
        made = issue(tenant, form.get("scope", ""))
    except AADSTS as refusal:
        return refusal.told
    told = {"token_type": "Bearer", "expires_in": LIFETIME, "ext_expires_in": LIFETIME}
    return 200, told | {"access_token": made}


def issue(tenant: Tenant, scope: str) -> str:
    """A token of the app for a scope, as Entra would sign it; the fake knows it again."""
    audiences = {BOTS: "https://api.botframework.com", GRAPH: "https://graph.microsoft.com"}
    resource = scope.removesuffix("/.default")
    if not scope.endswith("/.default"):
        raise AADSTS(400, "invalid_scope", 1002012, f"The provided value for scope {scope} is bad.")
    now = int(tenant.now())
    claims: dict[str, Any] = {
        "aud": audiences.get(scope, resource),
        "iss": f"https://sts.windows.net/{tenant.tenant_id}/",
        "iat": now,
        "nbf": now,
        "exp": now + LIFETIME,
        "appid": tenant.app_id,
        "tid": tenant.tenant_id,
        "uti": str(tenant.number()),
    }
    if scope == GRAPH:
        claims["roles"] = sorted(tenant.graph_roles)
    made = jwt.encode(claims, keys.private_key(ENTRA_KEY), "RS256", headers={"kid": ENTRA_KEY})
    tenant.issued[made] = (claims["aud"], float(claims["exp"]))
    return made


def accepts(tenant: Tenant, authorization: str, audience: str) -> bool:
    """Whether a header carries a token that was issued for this audience and is still good."""
    aud, until = tenant.issued.get(authorization.removeprefix("Bearer "), ("", 0.0))
    return authorization.startswith("Bearer ") and aud == audience and until > tenant.now()


def _admit(tenant: Tenant, name: str, form: dict[str, str], endpoint: str) -> None:
    client = form.get("client_id", "")
    if form.get("grant_type") != "client_credentials":
        raise AADSTS(400, "unsupported_grant_type", 70003, "The grant type is not supported.")
    if client != tenant.app_id or name != tenant.tenant_id:
        text = f"Application with identifier '{client}' was not found in the directory '{name}'."
        raise AADSTS(400, "unauthorized_client", 700016, text)
    if "client_assertion" in form:
        _assertion(tenant, form, endpoint)
    elif form.get("client_secret") != tenant.app_secret or not tenant.app_secret:
        text = f"Invalid client secret provided for app '{client}'."
        raise AADSTS(401, "invalid_client", 7000215, text)


def _assertion(tenant: Tenant, form: dict[str, str], endpoint: str) -> None:
    if form.get("client_assertion_type") != JWT_BEARER:
        raise AADSTS(400, "invalid_request", 900144, "The client_assertion_type is missing.")
    told = form["client_assertion"]
    try:
        claims = jwt.decode(told, options={"verify_signature": False})
    except jwt.InvalidTokenError:
        raise AADSTS(401, "invalid_client", 50027, "The token is invalid.") from None
    if claims.get("iss") in tenant.federated_issuers:
        return
    _by_certificate(tenant, told, endpoint)


def _by_certificate(tenant: Tenant, told: str, endpoint: str) -> None:
    key = keys.private_key(tenant.certificate_name).public_key()
    try:
        jwt.decode(
            told,
            key,
            algorithms=["RS256", "PS256"],
            audience=endpoint,
            issuer=tenant.app_id,
            options={"require": ["exp", "iss", "aud", "jti"]},
        )
    except jwt.InvalidTokenError:
        text = "The certificate with this identifier is not registered for the application."
        raise AADSTS(401, "invalid_client", 700027, text) from None
