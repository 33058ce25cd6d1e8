"""Tokens by every credential through msal itself, and what Graph lets the app do with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import msal
import pytest
import requests

from tests.fakes.teams import entra
from tests.fakes.teams.an_app import AnApp
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person


def token(teams: FakeTeams, credential: Any, *, tenant: str = "") -> dict[str, Any]:
    """What Microsoft's own client is told, trusting the fake's certificate."""
    with requests.Session() as session:
        session.trust_env, session.verify = False, str(teams.ca_file)
        client = msal.ConfidentialClientApplication(
            teams.app_id,
            authority=f"{teams.secure_login_url}/{tenant or teams.tenant_id}",
            client_credential=credential,
            instance_discovery=False,
            http_client=session,
        )
        return dict(client.acquire_token_for_client([entra.BOTS]) or {})


def by_certificate(teams: FakeTeams) -> dict[str, Any]:
    key = teams.certificate.decode().partition("-----END CERTIFICATE-----\n")[2]
    return {"private_key": key, "thumbprint": teams.thumbprint}


CREDENTIALS: list[Callable[[FakeTeams], Any]] = [
    lambda teams: teams.app_secret,
    by_certificate,
    lambda teams: {"client_assertion": teams.federated_assertion},
]


@pytest.mark.parametrize("credential", CREDENTIALS, ids=["secret", "certificate", "federated"])
def test_msal_gets_a_token_by_every_credential(
    teams: FakeTeams, credential: Callable[[FakeTeams], Any]
) -> None:
    told = token(teams, credential(teams))
    assert entra.accepts(teams, f"Bearer {told['access_token']}", "https://api.botframework.com")
    assert not entra.accepts(teams, f"Bearer {told['access_token']}", "https://graph.microsoft.com")


def test_a_wrong_secret_and_a_wrong_certificate_get_entras_own_errors(teams: FakeTeams) -> None:
    told = token(teams, "wrong")
    assert told["error_codes"] == [7000215]
    assert told["error_description"].startswith("AADSTS7000215: ")
    proof = by_certificate(teams)
    teams.certificate_name = "another-certificate"
    told = token(teams, proof)
    assert told["error_codes"] == [700027]


def test_an_unknown_tenant_has_no_metadata_and_another_has_no_such_app(teams: FakeTeams) -> None:
    with pytest.raises(ValueError, match="tenant"):
        token(teams, teams.app_secret, tenant="nobody.example")
    told = token(teams, teams.app_secret, tenant="botframework.com")
    assert told["error_codes"] == [700016]


# ---- Graph --------------------------------------------------------------------------------------


def bind(teams: FakeTeams) -> dict[str, str]:
    app = f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{teams.catalogue_id}"
    return {"teamsApp@odata.bind": app}


def test_people_are_found_by_mail_and_by_user_principal_name(
    teams: FakeTeams, graph: httpx.Client
) -> None:
    anna = teams.member("Anna O'Hara", email="anna.o'hara@example.com")
    wanted = "mail eq 'anna.o''hara@example.com' or userPrincipalName eq 'x@example.com'"
    found = graph.get("/users", params={"$filter": wanted}).json()["value"]
    assert [one["id"] for one in found] == [anna.object_id]
    assert graph.get(f"/users/{anna.upn}").json()["displayName"] == anna.name
    assert graph.get("/users/nobody@example.com").status_code == 404


def test_graph_refuses_what_no_role_allows_and_tokens_for_others(
    teams: FakeTeams, graph: httpx.Client, connector: httpx.Client
) -> None:
    teams.graph_roles.clear()
    assert graph.get("/users/x").json()["error"]["code"] == "Authorization_RequestDenied"
    wrong = dict(connector.headers)
    assert httpx.get(f"{teams.graph_url}/v1.0/users/x", headers=wrong).status_code == 401


def test_an_installation_for_a_user_is_told_to_the_app_a_moment_later(
    teams: FakeTeams, graph: httpx.Client, app: AnApp, anna: Person
) -> None:
    address = f"/users/{anna.object_id}/teamwork/installedApps"
    assert graph.post(address, json=bind(teams)).status_code == 201
    teams.eventually(lambda: app.heard)
    told = app.last
    assert (told["type"], told["action"]) == ("installationUpdate", "add")
    assert told["conversation"]["id"] == teams.personal(anna).id
    assert graph.post(address, json=bind(teams)).status_code == 409
    mine = graph.get(address).json()["value"][0]["id"]
    chat = graph.get(f"{address}/{mine}/chat").json()["id"]
    assert teams.where(chat) is teams.personal(anna)


def test_an_app_that_is_not_in_the_catalogue_cannot_be_installed(
    teams: FakeTeams, graph: httpx.Client, anna: Person
) -> None:
    wanted = {"$filter": f"externalId eq '{teams.app_id}'"}
    assert graph.get("/appCatalogs/teamsApps", params=wanted).json()["value"]
    teams.in_catalogue = False
    assert graph.get("/appCatalogs/teamsApps", params=wanted).json()["value"] == []
    address = f"/users/{anna.object_id}/teamwork/installedApps"
    assert graph.post(address, json=bind(teams)).status_code == 404
