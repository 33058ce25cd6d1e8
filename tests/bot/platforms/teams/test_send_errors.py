"""Whatever the Connector answers comes out in the port's words, and quotes nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import structlog
from sqlalchemy import update

from bot.platforms.health import PROBE_EVERY
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure
from bot.platforms.teams import calls
from storage.schema import conversations
from storage.work import Database
from tests.bot.platforms.teams.sending import (
    card,
    met,
    references_of,
    replaced,
    sent,
    speaking,
    until,
)
from tests.fakes.teams import faults
from tests.fakes.teams.fake import FakeTeams

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (faults.too_many(7), Throttled),
        (faults.dropped(), Unsure),
        (faults.dropped(kept=True), Unsure),
        (faults.empty(kept=True), Unsure),
        (faults.html(502), Unsure),
        (faults.broken(412), Unsure),
        (faults.broken(500), Unsure),
        (faults.broken(502, kept=True), Unsure),
        (faults.broken(504), Unsure),
        (faults.broken(302), Unavailable),
        (faults.refused(404, "ConversationNotFound"), Undeliverable),
        (faults.refused(413, "MessageSizeTooBig"), Undeliverable),
        (faults.refused(400, "BadSyntax"), Undeliverable),
        (faults.refused(403, "ForbiddenOperationException"), Undeliverable),
        (faults.refused(403, "<b>Anna</b>"), Undeliverable),
    ],
)
async def test_a_post_that_goes_wrong_is_named(
    teams: FakeTeams, database: Database, fault: faults.Fault, trouble: type[Exception]
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    teams.faults.plan("post", fault)
    async with speaking(teams, database) as platform:
        with pytest.raises(trouble) as caught:
            await sent(platform, anna.object_id)
        assert platform.holds()
    assert type(caught.value) is trouble or isinstance(caught.value, Undeliverable)
    assert "Anna" not in str(caught.value)
    assert len(teams.calls_of("post")) == 1


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (faults.too_many(7), Throttled),
        (faults.dropped(kept=True), Unavailable),
        (faults.broken(412), Unavailable),
        (faults.broken(502, kept=True), Unavailable),
        (faults.broken(504), Unavailable),
        (faults.refused(404, "ActivityNotFoundInConversation"), Undeliverable),
    ],
)
async def test_an_update_that_goes_wrong_is_harmless_to_repeat(
    teams: FakeTeams, database: Database, fault: faults.Fault, trouble: type[Exception]
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id)
        teams.faults.plan("put", fault)
        with pytest.raises(trouble):
            await replaced(platform, anna.object_id, reference)
        await replaced(platform, anna.object_id, reference)
    assert len(teams.said_to(anna)) == 1


async def test_an_answer_that_takes_too_long_leaves_a_post_unsure(
    teams: FakeTeams, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id)
        monkeypatch.setattr(calls, "TIME_OUT", 0.1)
        teams.faults.plan("post", faults.slow(1))
        teams.faults.plan("put", faults.slow(1))
        with pytest.raises(Unsure):
            await sent(platform, anna.object_id)
        with pytest.raises(Unavailable):
            await replaced(platform, anna.object_id, reference)


async def test_a_request_that_never_left_is_simply_tried_again(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        await platform.probe()
        move(database, "http://127.0.0.1:9/")
        platform.connector._hosts = AnyHost()  # type: ignore[assignment]
        with pytest.raises(Unavailable):
            await sent(platform, anna.object_id)


class AnyHost:
    def allow(self, url: str) -> bool:
        return True


def move(database: Database, service_url: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(update(conversations).values(service_url=service_url))


@pytest.mark.parametrize("wait", [timedelta(seconds=7), timedelta(days=30)])
async def test_retry_after_is_kept_and_never_forever(
    teams: FakeTeams, database: Database, wait: timedelta
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    teams.faults.plan("post", faults.too_many(int(wait.total_seconds())))
    async with speaking(teams, database) as platform:
        with pytest.raises(Throttled) as caught:
            await sent(platform, anna.object_id)
    assert caught.value.wait == min(wait, timedelta(hours=1))


# shut out


@pytest.mark.parametrize("code", ["BotNotInConversationRoster", "MessageWritesBlocked"])
async def test_whoever_shut_us_out_is_not_called_again_until_heard_of(
    teams: FakeTeams, database: Database, code: str
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    teams.faults.plan("post", faults.refused(403, code))
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable, match=code):
            await sent(platform, anna.object_id)
        with pytest.raises(Undeliverable, match="blocked"):
            await sent(platform, anna.object_id)
        assert len(teams.calls_of("post")) == 1
        met(teams, database, anna)
        await sent(platform, anna.object_id)
    assert len(teams.said_to(anna)) == 1


async def test_another_403_shuts_nobody_out(teams: FakeTeams, database: Database) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    teams.faults.plan("post", faults.refused(403, "ForbiddenOperationException"))
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable):
            await sent(platform, anna.object_id)
        await sent(platform, anna.object_id)


# a stored address that was tampered with


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "http://169.254.169.254/latest/",
        "https://smba.trafficmanager.net.evil.example/",
        "http://user@127.0.0.1/",
        "",
    ],
)
async def test_our_token_goes_to_no_stored_address_that_is_not_the_connectors(
    teams: FakeTeams, database: Database, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, sales = teams.member("Anna"), teams.channel("sales")
    met(teams, database, anna, sales)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id)
        before = len(teams.calls)
        move(database, url)
        called: list[object] = []
        client = platform.connector._client
        monkeypatch.setattr(client, "request", called.append)
        attempts: list[Callable[[], object]] = [
            lambda: sent(platform, anna.object_id),
            lambda: sent(platform, sales.id),
            lambda: replaced(platform, anna.object_id, reference),
            lambda: platform.remove(anna.object_id, reference),
            lambda: platform.check(sales.id),
        ]
        for attempt in attempts:
            with pytest.raises(Undeliverable, match="allowed hosts"):
                await attempt()  # type: ignore[misc]
        await platform.probe()
    assert called == []
    assert len(teams.calls) == before


# the token


async def test_a_wrong_secret_shows_entras_number_and_keeps_the_message(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        teams.app_secret = "another"
        with structlog.testing.capture_logs() as logs, pytest.raises(NotYet) as caught:
            await sent(platform, anna.object_id)
        assert caught.value.wait == PROBE_EVERY
        assert not platform.holds()
        assert logs == [
            {"event": "teams-refuses-the-token", "log_level": "error", "code": "AADSTS7000215"}
        ]
        asked = len(teams.calls_of("token"))
        with pytest.raises(NotYet):
            await sent(platform, anna.object_id)
        assert len(teams.calls_of("token")) == asked
        teams.app_secret = "fake-app-secret"
        await platform.probe()
        assert platform.holds()
        await sent(platform, anna.object_id)


async def test_a_token_that_the_connector_takes_no_more_turns_us_red_until_it_takes_one(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id)
        teams.issued.clear()
        with pytest.raises(NotYet):
            await sent(platform, anna.object_id)
        assert not platform.holds()
        teams.faults.plan("members", faults.refused(401, "Unauthorized"))
        await platform.probe()
        assert not platform.holds()
        await platform.probe()
        assert platform.holds()
        await sent(platform, anna.object_id)
    assert len(teams.said_to(anna)) == 2


async def test_a_wrong_secret_shows_at_once_and_is_tried_again_each_minute(
    teams: FakeTeams, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.health.PROBE_EVERY", timedelta(seconds=0.02))
    secret, teams.app_secret = teams.app_secret, "another"
    stop = asyncio.Event()
    async with speaking(teams, database) as platform:
        platform.connector._tokens._entra._proof = replace(  # type: ignore[attr-defined]
            platform.connector._tokens._entra._proof,  # type: ignore[attr-defined]
            value=secret,
        )
        watching = asyncio.create_task(platform.watch(stop))
        await until(lambda: len(teams.calls_of("token")) > 2)
        assert not platform.holds()
        teams.app_secret = secret
        await until(platform.holds)
        stop.set()
        await watching


async def test_entra_having_a_bad_day_keeps_us_as_we_are(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    teams.faults.plan("login", faults.broken(503), faults.broken(503))
    async with speaking(teams, database) as platform:
        await platform.probe()
        assert platform.holds()
        with pytest.raises(Unavailable):
            await sent(platform, anna.object_id)
        await sent(platform, anna.object_id)


async def test_nothing_of_people_texts_tokens_and_addresses_is_logged(
    teams: FakeTeams, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "leadloop")
    anna = teams.member("Anna Nowak")
    met(teams, database, anna)
    teams.faults.plan("post", faults.dropped(), faults.refused(403, "MessageWritesBlocked"))
    with structlog.testing.capture_logs() as logs:
        async with speaking(teams, database) as platform:
            for trouble in (Unsure, Undeliverable):
                with pytest.raises(trouble) as caught:
                    await sent(platform, anna.object_id, card("a secret word"))
                assert caught.value.__cause__ is None
    written = caplog.text + str(logs)
    for word in ("Anna", anna.object_id, "secret word", *teams.issued):
        assert word not in written
    found = references_of(database).of(anna.object_id)
    assert found is not None
    assert found.blocked_at is not None
