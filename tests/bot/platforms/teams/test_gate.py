"""The gate: what is not the Connector's, not for us or not of our tenant gets nowhere."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.platforms.teams.app import UNGUARDED, check_guarded, teams_routes
from bot.platforms.teams.gate import (
    LARGEST_BODY,
    LONGEST_TOKEN,
    Gate,
    Refusal,
    Wanted,
    read_body,
)
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.keys import REST, Keys
from handlers.errors import Unusable
from tests.bot.platforms.teams.house import House, opened
from tests.builders import Clock
from tests.fakes.teams.connector_tokens import genuine
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.malformed import WRONG_TOKENS


@pytest.fixture(scope="module")
def gatehouse() -> Iterator[House]:
    """One door for all: whoever is refused leaves nothing behind."""
    with FakeTeams() as teams, opened(teams) as one:
        yield one


@pytest.fixture
def house(gatehouse: House) -> House:
    gatehouse.leadloop.asked.clear()
    return gatehouse


# What the SDK lets in or out, and what we do (facts 1.3 and 1.4)


def test_what_is_the_connectors_and_ours_is_let_in(house: House) -> None:
    house.somebody(name="Harmless")
    assert house.teams.deliver(house.teams.harmless(text="L-1")).status == 200
    assert house.asked == ["said"]


@pytest.mark.parametrize("kind", WRONG_TOKENS)
def test_a_token_that_is_not_the_connectors_is_refused(house: House, kind: str) -> None:
    house.somebody(name="Harmless")
    reply = house.teams.wrong_token(kind)
    assert (reply.status, reply.body) == (401, "")
    assert house.asked == []


@pytest.mark.parametrize("exp", [-301, -299])
def test_clocks_may_differ_by_five_minutes(house: House, exp: int) -> None:
    now = int(house.teams.now())
    reply = house.teams.token_with(exp=now + exp + (1 if exp == -299 else 0), nbf=now - 4000)
    assert reply.status == (401 if exp == -301 else 200)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"serviceUrl": None}, 401),
        ({"serviceUrl": ""}, 401),
        ({"serviceUrl": 7}, 401),
        ({"serviceUrl": "https://smba.trafficmanager.net/other/"}, 401),
        ({"channelId": "webchat"}, 403),
        ({"channelId": None}, 403),
        ({"channelData": None}, 403),
        ({"channelData": {"tenant": {}}}, 403),
        ({"channelData": {"tenant": "11111111-1111-4111-8111-111111111111"}}, 403),
        ({"conversation": {"id": "a:1", "tenantId": 7}}, 403),
    ],
)
def test_a_body_that_is_not_what_was_signed_for_is_refused(
    house: House, changes: dict[str, Any], status: int
) -> None:
    reply = house.teams.changed(**changes)
    assert (reply.status, reply.body) == (status, "")
    assert house.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net:8443/",
        "https://evil.example/smba.trafficmanager.net",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://52.112.0.1/",
        "https://[::1]/",
        "http://127.0.0.1:1/",
        "http://169.254.169.254/",
        "ftp://smba.trafficmanager.net/",
        "smba.trafficmanager.net",
    ],
)
def test_a_service_url_on_a_foreign_host_is_refused_even_if_signed(house: House, url: str) -> None:
    assert house.teams.service_url_elsewhere(url).status == 401


def test_another_tenant_is_refused(house: House) -> None:
    assert house.teams.of_another_tenant().status == 403
    assert house.teams.tenants_disagree().status == 403


def test_the_tenant_may_be_written_in_capitals(house: House) -> None:
    assert house.teams.of_another_tenant(house.teams.tenant_id.upper()).status == 200


# Before anything is read


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("text/plain", 415),
        ("", 415),
        ("application/x-www-form-urlencoded", 415),
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
    ],
)
def test_only_json_is_read(house: House, content_type: str, status: int) -> None:
    assert house.teams.wrong_content_type(content_type).status == status


@pytest.mark.parametrize(
    "body", [b"", b"{not json", b"[]", b'"text"', b"\xff", b'{"a": NaN}', b"[" * 100_000]
)
def test_a_body_that_is_no_object_is_refused(house: House, body: bytes) -> None:
    assert house.teams.raw(body).status == 400


def test_a_body_that_is_too_large_is_refused(house: House) -> None:
    assert house.teams.huge_body(LARGEST_BODY).status == 413


def test_the_largest_body_is_read_and_no_larger_one() -> None:
    assert read_body(json.dumps({"a": "x" * (LARGEST_BODY - 20)}).encode()) is not None
    assert read_body(json.dumps({"a": "x" * LARGEST_BODY}).encode()) is None


@given(st.dictionaries(st.sampled_from(["authorization", "content-type"]), st.text(max_size=60)))
def test_no_header_at_all_gets_past_without_a_token(headers: dict[str, str]) -> None:
    wanted = Wanted(app_id="app", tenants=frozenset(), hosts=Hosts(()))
    gate = Gate(wanted, Keys("http://127.0.0.1:1/openidconfiguration", now=Clock()))
    assert gate.refusal(headers) in {Refusal.UNPROVEN, Refusal.OF_ANOTHER_KIND}


def test_a_token_of_any_length_is_not_read(house: House) -> None:
    long = f"{genuine(house.teams)}{'x' * LONGEST_TOKEN}"
    assert house.teams.deliver(house.teams.harmless(), token=long).status == 401


def test_no_other_way_to_say_the_token_is_taken(house: House) -> None:
    body = json.dumps(house.teams.harmless()).encode()
    for proof in (f"bearer {genuine(house.teams)}", genuine(house.teams), "Bearer  a.b.c"):
        headers = {"Content-Type": "application/json", "Authorization": proof}
        assert house.teams._door.post(body, headers).status == 401


# Twice the same


def test_a_replay_has_no_effect(house: House) -> None:
    harmless = house.teams.harmless(house.somebody(name="Replayed"), text="L-1")
    reply = house.teams.deliver(harmless)
    for _ in range(3):
        assert house.teams.redeliver(reply).status == 200
    assert house.asked == ["said"]


def test_what_is_older_than_ten_minutes_is_not_done(house: House) -> None:
    anna = house.somebody()
    for minutes, done in ((11, 0), (9, 1)):
        at = datetime.now(UTC) - timedelta(minutes=minutes)
        activity = house.teams.harmless(anna, text="L-1") | {"timestamp": at.isoformat()}
        assert house.teams.deliver(activity).status == 200
        assert len(house.asked) == done


# Logs, and switches


def test_refusals_are_told_without_what_was_sent(teams: FakeTeams) -> None:
    with opened(teams), capture_logs() as logged:
        for kind in WRONG_TOKENS:
            teams.wrong_token(kind)
        teams.of_another_tenant()
    assert [line["event"] for line in logged] == ["teams-requests-refused"]
    assert "harmless" not in str(logged).lower()


def test_there_is_no_start_where_the_sdk_was_told_to_trust_everybody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(UNGUARDED, "1")
    with pytest.raises(Unusable, match=UNGUARDED):
        teams_routes(house.parts)
    check_guarded({})


# Keys


def asked_for_keys(teams: FakeTeams) -> int:
    return len(teams.calls_of("keys"))


def test_made_up_key_ids_do_not_make_us_ask_again_and_again(teams: FakeTeams, clock: Clock) -> None:
    keys = Keys(teams.metadata_url, now=clock)

    async def ask() -> list[bool]:
        return [await keys.get(f"made-up-{n}") is None for n in range(20)]

    assert all(asyncio.run(ask()))
    assert asked_for_keys(teams) == 1
    clock.at += REST
    asyncio.run(keys.get("made-up"))
    assert asked_for_keys(teams) == 2


def test_many_at_once_ask_for_the_keys_once(teams: FakeTeams, clock: Clock) -> None:
    keys = Keys(teams.metadata_url, now=clock)

    async def ask() -> list[bool]:
        found = await asyncio.gather(*(keys.get("connector-key") for _ in range(20)))
        return [one is not None for one in found]

    assert all(asyncio.run(ask()))
    assert asked_for_keys(teams) == 1


def test_the_last_keys_serve_for_a_day_while_none_can_be_had(clock: Clock) -> None:
    with FakeTeams() as teams:
        keys = Keys(teams.metadata_url, now=clock)
        assert asyncio.run(keys.get("connector-key")) is not None
    clock.move(hours=23)
    assert asyncio.run(keys.get("connector-key")) is not None
    clock.move(hours=2)
    assert asyncio.run(keys.get("connector-key")) is None
    assert not asyncio.run(keys.reach())
