"""`leadloop check` names what is missing for Teams, in plain words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from bot.checkup import Finding, Grade, is_well
from bot.microsoft_tokens import Proof, Secret
from bot.platforms.teams.calls import new_client
from bot.platforms.teams.checkup import Tools, Wanted, checkup
from bot.platforms.teams.graph import Graph
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.members import Members
from bot.platforms.teams.profile import Tenant
from bot.platforms.teams.users import GraphUsers
from storage.work import Database
from tests.bot.platforms.teams import sending
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.faults import dropped

ADA = "ada@example.com"
Look = Callable[..., Sequence[Finding]]


@pytest.fixture
def wanted(teams: FakeTeams, database: Database) -> Wanted:
    """A tenant in which all is as the settings say."""
    ada = teams.member("Ada Admin", email=ADA)
    rooms = [teams.channel(name, members=[ada]) for name in ("marketing", "sales")]
    sending.met(teams, database, *rooms)
    return Wanted(
        app_id=teams.app_id,
        keys_url=teams.metadata_url,
        hosts=["leadloop.example.com"],
        channels={"marketing": rooms[0].id, "sales": rooms[1].id},
        administrators=[ADA],
    )


@pytest.fixture
def look(teams: FakeTeams, database: Database) -> Look:
    """Look at the tenant as `leadloop check` does."""

    async def whole(wanted: Wanted, proof: Proof | None, skew: timedelta) -> Sequence[Finding]:
        def now() -> datetime:
            return datetime.now(UTC) + skew

        tokens = sending.tokens_of(teams, proof)
        speaking = sending.speaking(teams, database, proof=proof)
        async with speaking as platform, new_client() as client:
            users = GraphUsers(client, tokens, url=teams.graph_url)
            members = Members(
                platform.connector,
                sending.references_of(database),
                tenant=Tenant(id=teams.tenant_id, domains=("example.com",)),
                now=now,
            )
            tools = Tools(
                tokens=tokens,
                keys=Keys(wanted.keys_url, now=now),
                platform=platform,
                members=members,
                graph=Graph(client, tokens, app=teams.app_id, url=teams.graph_url),
                users=users,
            )
            return await checkup(tools, wanted, now=now)

    def looked(
        wanted: Wanted, *, proof: Proof | None = None, skew: timedelta = timedelta()
    ) -> Sequence[Finding]:
        return asyncio.run(whole(wanted, proof, skew))

    return looked


def of_grade(findings: Sequence[Finding], grade: Grade) -> list[str]:
    return [one.told.key for one in findings if one.grade is grade]


def test_a_tenant_that_is_set_up_well_has_nothing_to_mend(
    teams: FakeTeams, wanted: Wanted, look: Look
) -> None:
    findings = look(wanted)
    assert of_grade(findings, Grade.WRONG) == []
    assert of_grade(findings, Grade.ADVICE) == []
    assert "check-teams-token" in of_grade(findings, Grade.WELL)
    assert is_well(findings)
    assert [call for call in teams.calls if call.operation in {"post", "put", "install"}] == []


def test_an_app_that_entra_refuses_is_told_with_entras_code(wanted: Wanted, look: Look) -> None:
    findings = look(wanted, proof=Secret("of-yesterday"))
    assert of_grade(findings, Grade.WRONG) == ["check-teams-refused"]
    assert "AADSTS" in str(findings[-1].told.args)
    assert "of-yesterday" not in str(findings)


def test_an_entra_that_cannot_be_reached_is_told(
    teams: FakeTeams, wanted: Wanted, look: Look
) -> None:
    for operation in ("token", "login"):
        teams.faults.always(operation, dropped())
    assert of_grade(look(wanted), Grade.WRONG) == ["check-teams-away"]


def test_keys_that_cannot_be_fetched_must_be_mended(wanted: Wanted, look: Look) -> None:
    nowhere = replace(wanted, keys_url="http://127.0.0.1:1/v1/.well-known/openidconfiguration")
    assert of_grade(look(nowhere), Grade.WRONG) == ["check-teams-no-keys"]


def test_without_a_public_name_teams_cannot_call(wanted: Wanted, look: Look) -> None:
    findings = look(replace(wanted, hosts=[]))
    assert of_grade(findings, Grade.ADVICE) == ["check-teams-no-endpoint"]


@pytest.mark.parametrize(
    ("left", "key"),
    [
        (timedelta(days=31), "check-teams-certificate"),
        (timedelta(days=29), "check-teams-certificate-soon"),
        (timedelta(seconds=-1), "check-teams-certificate-over"),
    ],
)
def test_a_certificate_is_told_of_before_it_ends(
    teams: FakeTeams, wanted: Wanted, look: Look, tmp_path: Path, left: timedelta, key: str
) -> None:
    file = tmp_path / "app.pem"
    file.write_bytes(teams.certificate)
    until = x509.load_pem_x509_certificate(file.read_bytes()).not_valid_after_utc
    findings = look(replace(wanted, certificate=file), skew=until - left - datetime.now(UTC))
    assert [one.told.key for one in findings if "certificate" in one.told.key] == [key]


def test_a_certificate_that_is_none_must_be_mended(
    wanted: Wanted, look: Look, tmp_path: Path
) -> None:
    for file in (tmp_path / "missing.pem", tmp_path / "odd.pem"):
        (tmp_path / "odd.pem").write_text("no certificate")
        findings = look(replace(wanted, certificate=file))
        assert of_grade(findings, Grade.WRONG) == ["check-teams-certificate-odd"]


def test_what_graph_does_not_allow_is_told(teams: FakeTeams, wanted: Wanted, look: Look) -> None:
    teams.graph_roles.clear()
    findings = look(wanted)
    assert of_grade(findings, Grade.WRONG) == ["check-teams-no-install"]
    assert of_grade(findings, Grade.ADVICE) == ["check-teams-no-users"]


def test_a_package_that_is_in_no_catalogue_must_be_mended(
    teams: FakeTeams, wanted: Wanted, look: Look
) -> None:
    teams.in_catalogue = False
    assert of_grade(look(wanted), Grade.WRONG) == ["check-teams-no-install"]


def test_a_channel_that_gets_no_leads_is_told_with_the_reason(
    teams: FakeTeams, wanted: Wanted, look: Look
) -> None:
    shared = teams.channel("partners", members=[teams.federated("Stan")], kind="shared")
    closed = teams.channel("closed", bot=False)
    rooms = {"marketing": shared.id, "sales": closed.id}
    assert of_grade(look(replace(wanted, channels=rooms)), Grade.WRONG) == [
        "check-teams-channel-shared",
        "check-teams-channel-closed",
    ]


def test_what_nobody_named_or_met_is_advice(wanted: Wanted, look: Look) -> None:
    bare = replace(
        wanted, channels={"marketing": "", "sales": ""}, administrators=["ghost@example.com"]
    )
    findings = look(bare)
    assert of_grade(findings, Grade.ADVICE) == [
        *["check-teams-no-channel"] * 2,
        "check-teams-administrator",
    ]
    assert is_well(findings)
