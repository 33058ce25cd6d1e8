"""Graph: people by address, and the app installed for somebody who has not met it."""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.teams.people import Person
from tests.fakes.teams.tenant import Refusal, Tenant

FILTER = re.compile(r"(mail|userPrincipalName) eq '((?:[^']|'')*)'")
EXTERNAL = re.compile(r"externalId eq '([^']*)'")
BIND = "teamsApp@odata.bind"
Body = dict[str, Any]


def need(tenant: Tenant, role: str) -> None:
    """Refuse what the app's roles do not allow."""
    if role not in tenant.graph_roles:
        text = f"Missing role permissions on the request. API requires one of '{role}'."
        raise Refusal(403, "Authorization_RequestDenied", text)


def users(tenant: Tenant, query: dict[str, str]) -> Body:
    """GET users?$filter=mail eq '…' or userPrincipalName eq '…'."""
    need(tenant, "User.Read.All")
    wanted = FILTER.findall(query.get("$filter", ""))
    if not wanted:
        raise Refusal(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter.")
    return {"value": [one.user() for one in _employees(tenant) if _fits(one, wanted)]}


def user(tenant: Tenant, name: str) -> Body:
    """GET users/{object id or user principal name}."""
    need(tenant, "User.Read.All")
    return _user(tenant, name).user()


def catalogue(tenant: Tenant, query: dict[str, str]) -> Body:
    """GET appCatalogs/teamsApps?$filter=externalId eq '…': ours, once it was uploaded."""
    need(tenant, "AppCatalog.Read.All")
    wanted = EXTERNAL.search(query.get("$filter", ""))
    ours = tenant.in_catalogue and wanted is not None and wanted[1] == tenant.app_id
    return {"value": [_app(tenant)] if ours else []}


def install(tenant: Tenant, name: str, body: Body) -> Person:
    """POST users/{id}/teamwork/installedApps; who must now be told of is given back."""
    need(tenant, "TeamsAppInstallation.ReadWriteSelfForUser.All")
    person = _user(tenant, name)
    bind = str(body.get(BIND, ""))
    if not tenant.in_catalogue or bind.rpartition("/")[2] != tenant.catalogue_id:
        raise Refusal(404, "NotFound", "The app was not found in the organization's catalogue.")
    if "/appCatalogs/teamsApps/" not in bind:
        raise Refusal(400, "BadRequest", "Bad teamsApp@odata.bind.")
    if person in tenant.installations.values():
        raise Refusal(409, "Conflict", "App entitlement already exists.")
    tenant.installations[f"installation-{tenant.number()}"] = person
    return person


def installed(tenant: Tenant, name: str) -> Body:
    """GET users/{id}/teamwork/installedApps: this app's installation, if any."""
    need(tenant, "TeamsAppInstallation.ReadWriteSelfForUser.All")
    person = _user(tenant, name)
    ids = [key for key, one in tenant.installations.items() if one is person]
    return {"value": [{"id": one, "teamsApp": _app(tenant)} for one in ids]}


def chat(tenant: Tenant, name: str, installation: str) -> Body:
    """GET users/{id}/teamwork/installedApps/{id}/chat: the conversation, under its other name."""
    need(tenant, "TeamsAppInstallation.ReadWriteSelfForUser.All")
    person = tenant.installations.get(installation)
    if person is None or person is not _user(tenant, name):
        raise Refusal(404, "NotFound", "There is no such installation.")
    return {"id": tenant.personal(person).alias, "chatType": "oneOnOne"}


def _app(tenant: Tenant) -> Body:
    told = {"id": tenant.catalogue_id, "externalId": tenant.app_id}
    return told | {"displayName": tenant.bot_name, "distributionMethod": "organization"}


def _employees(tenant: Tenant) -> list[Person]:
    inside = [one for one in tenant.people if one.tenant_id == tenant.tenant_id]
    return [one for one in inside if one.object_id and not one.deleted]


def _user(tenant: Tenant, name: str) -> Person:
    wanted = name.lower()
    for one in _employees(tenant):
        if wanted in {one.object_id.lower(), one.upn.lower()}:
            return one
    text = f"Resource '{name}' does not exist or one of its queried references is not present."
    raise Refusal(404, "Request_ResourceNotFound", text)


def _fits(person: Person, wanted: list[tuple[str, str]]) -> bool:
    told = {"mail": person.email.lower(), "userPrincipalName": person.upn.lower()}
    return any(told[key] == one.replace("''", "'").lower() for key, one in wanted)
