"""Tokens come by secret, certificate and managed identity, and what proves us is never shown."""

from __future__ import annotations

import logging
from pathlib import Path

import jwt
import pytest

from bot.microsoft_tokens import Certificate, Federated, Identity, Proof, Secret, refusal
from bot.platforms.port import Unavailable
from bot.platforms.teams.errors import TokenRefused
from bot.platforms.teams.tokens import BOT, EntraTokens
from handlers.errors import Unusable
from tests.bot.platforms.teams.sending import tokens_of
from tests.fakes.teams import faults, keys
from tests.fakes.teams.fake import FakeTeams

pytestmark = pytest.mark.anyio

GRAPH = "https://graph.microsoft.com/.default"


def certified(teams: FakeTeams) -> str:
    name = teams.certificate_name
    return keys.certificate_pem(name).decode() + keys.pem(keys.private_key(name)).decode()


async def test_a_secret_gives_a_token_for_each_scope_and_is_asked_once(teams: FakeTeams) -> None:
    tokens = tokens_of(teams)
    first = await tokens.get(BOT)
    assert await tokens.get(BOT) == first
    assert teams.issued[first][0] == "https://api.botframework.com"
    other = await tokens.get(GRAPH)
    assert teams.issued[other][0] == "https://graph.microsoft.com"
    assert len(teams.calls_of("token")) == 2


async def test_the_sdk_gets_a_token_of_our_own_tenant_whichever_it_asks_for(
    teams: FakeTeams,
) -> None:
    tokens = tokens_of(teams)
    token = await tokens(BOT, "botframework.com")
    assert token == await tokens.get(BOT)
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["tid"] == teams.tenant_id


async def test_a_certificate_proves_us(teams: FakeTeams, tmp_path: Path) -> None:
    path = tmp_path / "app.pem"
    path.write_text(certified(teams))
    tokens = tokens_of(teams, Certificate.read(path))
    assert await tokens.get(BOT) in teams.issued


async def test_a_certificate_proves_us_by_the_thumbprint_of_the_portal(teams: FakeTeams) -> None:
    key = keys.pem(keys.private_key(teams.certificate_name)).decode()
    tokens = tokens_of(teams, Certificate(key, "A1" * 20))
    assert await tokens.get(BOT) in teams.issued


async def test_a_certificate_that_entra_does_not_know_is_refused_by_its_number(
    teams: FakeTeams,
) -> None:
    proof = Certificate(certified(teams))
    teams.certificate_name = "another"
    with pytest.raises(TokenRefused, match=r"^AADSTS700027$"):
        await tokens_of(teams, proof).get(BOT)


async def test_what_is_no_key_is_refused_and_not_quoted(teams: FakeTeams) -> None:
    with pytest.raises(TokenRefused, match=r"^unusable_proof$") as caught:
        await tokens_of(teams, Certificate("secret rubbish", "A1" * 20)).get(BOT)
    assert caught.value.__cause__ is None


def test_a_certificate_that_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be read"):
        Certificate.read(tmp_path / "missing.pem")


async def test_a_wrong_secret_is_refused_by_entras_number_and_a_right_one_works_at_once(
    teams: FakeTeams,
) -> None:
    tokens = tokens_of(teams)
    teams.app_secret = "another"
    for _ in range(2):
        with pytest.raises(TokenRefused, match=r"^AADSTS7000215$"):
            await tokens.get(BOT)
    assert len(teams.calls_of("token")) == 2
    teams.app_secret = "fake-app-secret"
    assert await tokens.get(BOT) in teams.issued


async def test_a_tenant_that_is_none_is_refused(teams: FakeTeams) -> None:
    tokens = EntraTokens(
        app=teams.app_id, tenant="nowhere", proof=Secret("x"), login=teams.login_url
    )
    with pytest.raises(TokenRefused):
        await tokens.get(BOT)


@pytest.mark.parametrize("fault", [faults.broken(503), faults.dropped(), faults.html(502)])
@pytest.mark.parametrize("operation", ["login", "token"])
async def test_entra_having_a_bad_day_is_no_refusal(
    teams: FakeTeams, fault: faults.Fault, operation: str
) -> None:
    teams.faults.plan(operation, fault)
    with pytest.raises(Unavailable):
        await tokens_of(teams).get(BOT)


@pytest.mark.parametrize("federated", [False, True])
async def test_a_managed_identity_speaks_for_us_or_proves_us(
    teams: FakeTeams, monkeypatch: pytest.MonkeyPatch, *, federated: bool
) -> None:
    teams.federated_issuers.add("https://identity.example/")
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"{teams.address}/msi/token")
    monkeypatch.setenv("IDENTITY_HEADER", "here")
    proof = (Federated if federated else Identity)("identity-1")
    asked = stood_in(monkeypatch)
    token = await tokens_of(teams, proof).get(BOT)
    if federated:
        assert asked == ["api://AzureADTokenExchange"]
        assert token in teams.issued
    else:
        assert asked == ["https://api.botframework.com"]
        assert token.count(".") == 2


def stood_in(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine in Azure, which msal asks for its identity's tokens by an address of the machine's own."""
    asked: list[str] = []

    def answered(self: object, *, resource: str) -> dict[str, str]:
        asked.append(resource)
        claims = {"iss": "https://identity.example/", "aud": resource}
        return {"access_token": jwt.encode(claims, "k" * 32, "HS256")}

    monkeypatch.setattr("msal.ManagedIdentityClient.acquire_token_for_client", answered)
    return asked


async def test_no_proof_shows_in_any_representation_log_or_error(
    teams: FakeTeams, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    proofs: list[Proof] = [Secret("hush-hush"), Certificate("hush-hush", "A1" * 20)]
    shown: list[str] = []
    for proof in proofs:
        tokens = tokens_of(teams, proof)
        with pytest.raises(TokenRefused) as caught:
            await tokens.get(BOT)
        shown += [repr(proof), repr(tokens), str(tokens), repr(caught.value)]
    token = await tokens_of(teams).get(BOT)
    written = "".join([*shown, caplog.text])
    assert "hush-hush" not in written
    assert teams.app_secret not in written
    assert token not in written


def test_entras_words_are_not_repeated_but_its_number_is() -> None:
    words = (
        "AADSTS7000222: The provided client secret keys for app 'x' are expired. anna@example.com"
    )
    assert refusal({"error": "invalid_client", "error_description": words}) == "AADSTS7000222"
    assert refusal({"error": "invalid_client"}) == "invalid_client"
    assert refusal({"error": "<b>Anna</b>"}) == "refused"
    assert refusal({}) == "refused"
