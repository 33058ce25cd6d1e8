"""Whatever Slack answers, delivery hears one of the port's troubles, and the right one."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.platforms.health import PROBE_EVERY
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure
from bot.platforms.slack.errors import LONGEST_WAIT, USUAL_WAIT, throttled
from tests.bot.platforms.slack.sending import card, replaced, sent, speaking, until
from tests.fakes.slack import faults
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.faults import Fault

pytestmark = pytest.mark.anyio

UNCLEAR = [
    faults.dropped(),
    faults.dropped(kept=True),
    faults.broken(500),
    faults.broken(503, kept=True),
    faults.html(200),
    faults.html(502),
    faults.empty(kept=True),
    faults.refused("internal_error"),
    faults.refused("fatal_error", kept=True),
    faults.refused("service_unavailable"),
]
DECLINED = [
    "channel_not_found",
    "is_archived",
    "not_in_channel",
    "restricted_action",
    "user_disabled",
    "cannot_dm_bot",
    "msg_too_long",
    "some_code_of_tomorrow",
]
DEAD = ["invalid_auth", "token_revoked", "account_inactive", "not_authed", "token_expired"]


def id_of(fault: Fault) -> str:
    return f"{fault.kind} {fault.status} {fault.code}{' kept' if fault.kept else ''}"


@pytest.mark.parametrize("fault", UNCLEAR, ids=id_of)
async def test_an_unclear_answer_to_a_message_leaves_us_unsure(
    slack: FakeSlack, fault: Fault
) -> None:
    anna = slack.member("Anna")
    slack.faults.plan("chat.postMessage", fault)
    async with speaking(slack) as platform:
        with pytest.raises(Unsure):
            await sent(platform, anna.id)
    assert len(slack.said_to(anna)) == fault.kept
    assert len(slack.calls_of("chat.postMessage")) == 1


@pytest.mark.parametrize("fault", UNCLEAR, ids=id_of)
async def test_an_unclear_answer_to_a_question_before_the_message_is_no_reason_to_doubt(
    slack: FakeSlack, fault: Fault
) -> None:
    room = slack.channel("sales")
    slack.faults.plan("conversations.info", fault)
    async with speaking(slack) as platform:
        with pytest.raises(Unavailable):
            await sent(platform, room.id)
    assert slack.said_in(room) == []


@pytest.mark.parametrize("fault", UNCLEAR, ids=id_of)
async def test_an_unclear_answer_to_an_update_leaves_us_unsure(
    slack: FakeSlack, fault: Fault
) -> None:
    anna = slack.member("Anna")
    slack.faults.plan("chat.update", fault)
    async with speaking(slack) as platform:
        reference = await sent(platform, anna.id)
        with pytest.raises(Unsure):
            await replaced(platform, anna.id, reference)


async def test_an_answer_that_comes_too_late_leaves_us_unsure(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.slack.client.ANSWER", timedelta(seconds=1))
    anna = slack.member("Anna")
    slack.faults.plan("chat.postMessage", faults.slow(5))
    async with speaking(slack) as platform:
        with pytest.raises(Unsure):
            await sent(platform, anna.id)
    assert len(slack.said_to(anna)) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/api/", "http://nowhere.invalid/api/"])
async def test_what_never_left_was_certainly_not_taken(slack: FakeSlack, address: str) -> None:
    async with speaking(slack, base_url=address) as platform:
        with pytest.raises(Unavailable):
            await sent(platform, "U123")


async def test_a_call_works_before_connections_were_opened_and_after(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        await sent(platform, anna.id)
    await sent(platform, anna.id)
    assert len(slack.said_to(anna)) == 2


async def test_what_is_under_way_gets_its_answer_before_connections_are_closed(
    slack: FakeSlack,
) -> None:
    anna = slack.member("Anna")
    slack.faults.plan("chat.postMessage", faults.slow(0.3))
    async with speaking(slack) as platform:
        under_way = asyncio.create_task(sent(platform, anna.id))
        await until(lambda: bool(slack.said_to(anna)))
    assert await under_way == slack.said_to(anna)[0].reference


# ---- not so fast


async def test_a_429_says_how_long_to_wait(slack: FakeSlack) -> None:
    slack.faults.plan("chat.postMessage", faults.too_many(17))
    async with speaking(slack) as platform:
        with pytest.raises(Throttled) as caught:
            await sent(platform, slack.member("Anna").id)
    assert caught.value.wait == timedelta(seconds=17)


@pytest.mark.parametrize("code", ["ratelimited", "rate_limited"])
async def test_a_limit_in_the_body_is_one_too(slack: FakeSlack, code: str) -> None:
    slack.faults.plan("chat.postMessage", faults.refused(code))
    async with speaking(slack) as platform:
        with pytest.raises(Throttled) as caught:
            await sent(platform, slack.member("Anna").id)
    assert caught.value.wait == USUAL_WAIT


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        (None, USUAL_WAIT),
        ("", USUAL_WAIT),
        ("soon", USUAL_WAIT),
        ("-4", USUAL_WAIT),
        ("٣", USUAL_WAIT),
        ("9" * 400, USUAL_WAIT),
        ("999999999", LONGEST_WAIT),
        ("0", timedelta()),
        ("30", timedelta(seconds=30)),
    ],
)
async def test_a_retry_after_is_believed_within_reason(header: str | None, wait: timedelta) -> None:
    assert throttled(header).wait == wait


# ---- no


@pytest.mark.parametrize("code", DECLINED)
async def test_what_slack_declines_is_undeliverable_in_slacks_own_word(
    slack: FakeSlack, code: str
) -> None:
    slack.faults.plan("chat.postMessage", faults.refused(code))
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable) as caught:
            await sent(platform, slack.member("Anna").id)
    assert str(caught.value) == code


@pytest.mark.parametrize("code", ["message_not_found", "cant_update_message", "edit_window_closed"])
async def test_an_update_that_slack_declines_is_undeliverable(slack: FakeSlack, code: str) -> None:
    anna = slack.member("Anna")
    slack.faults.plan("chat.update", faults.refused(code))
    async with speaking(slack) as platform:
        reference = await sent(platform, anna.id)
        with pytest.raises(Undeliverable, match=code):
            await replaced(platform, anna.id, reference)


async def test_a_missing_right_is_named(slack: FakeSlack) -> None:
    slack.scopes.discard("chat:write")
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable) as caught:
            await sent(platform, slack.member("Anna").id)
    assert str(caught.value) == "missing_scope: chat:write"


@pytest.mark.parametrize("code", ["Anna Nowak <anna@acme.example>", "", None, 7, ["x"], "x" * 500])
async def test_a_reason_that_is_no_code_is_not_passed_on(slack: FakeSlack, code: object) -> None:
    slack.faults.plan("chat.postMessage", faults.refused("", error=code))
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable) as caught:
            await sent(platform, slack.member("Anna").id)
    assert str(caught.value) == "refused"


@pytest.mark.parametrize(
    "more", [{"channel": None}, {"ts": 17}, {"channel": ["C1"], "ts": "17.1"}, {}]
)
async def test_a_yes_without_a_reference_leaves_us_unsure(
    slack: FakeSlack, more: dict[str, Any]
) -> None:
    slack.faults.plan("chat.postMessage", faults.refused("", ok=True, **more))
    async with speaking(slack) as platform:
        with pytest.raises(Unsure):
            await sent(platform, slack.member("Anna").id)


# ---- the token


@pytest.mark.parametrize("code", DEAD)
async def test_a_dead_token_stops_everything_and_a_probe_brings_it_back(
    slack: FakeSlack, code: str
) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        slack.token_fault = code
        with pytest.raises(NotYet) as caught:
            await sent(platform, anna.id)
        assert caught.value.wait == PROBE_EVERY
        assert not platform.holds()
        for address in (anna.id, f"home:{anna.id}", slack.channel("sales").id):
            with pytest.raises(NotYet):
                await sent(platform, address)
        with pytest.raises(NotYet):
            await platform.find(anna.id, "k-1")
        assert len(slack.calls) == 1
        await platform.probe()
        assert not platform.holds()
        slack.token_fault = None
        await platform.probe()
        assert platform.holds()
        await sent(platform, anna.id)
    assert [call.method for call in slack.calls][1:3] == ["auth.test", "auth.test"]


async def test_an_event_that_takes_the_token_away_stops_everything_too(slack: FakeSlack) -> None:
    async with speaking(slack) as platform:
        platform.fall("tokens_revoked")
        assert not platform.holds()
        with pytest.raises(NotYet):
            await sent(platform, "U123")
    assert slack.calls == []


async def test_a_probe_that_learns_nothing_changes_nothing(slack: FakeSlack) -> None:
    async with speaking(slack) as platform:
        for fault in (faults.broken(500), faults.too_many(5), faults.dropped()):
            slack.faults.plan("auth.test", fault)
            await platform.probe()
            assert platform.holds()
        platform.fall("tokens_revoked")
        slack.faults.plan("auth.test", faults.broken(500))
        await platform.probe()
        assert not platform.holds()


async def test_a_wrong_token_shows_at_once_and_is_tried_again_each_minute(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.health.PROBE_EVERY", timedelta(seconds=0.02))
    slack.token_fault = "invalid_auth"
    async with speaking(slack) as platform, asyncio.timeout(5):
        stop = asyncio.Event()
        watching = asyncio.create_task(platform.watch(stop))
        await until(lambda: not platform.holds() and len(slack.calls) > 2)
        slack.token_fault = None
        await until(platform.holds)
        tried = len(slack.calls)
        await asyncio.sleep(0.1)
        assert len(slack.calls) == tried
        stop.set()
        await watching


# ---- nothing that was said gets out


async def test_no_trouble_quotes_a_message_a_name_or_the_token(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    anna = slack.member("Anna")
    secret = card("canary-4711")
    told: list[str] = []
    async with speaking(slack) as platform:
        await sent(platform, anna.id, secret)
        for fault in (*UNCLEAR, faults.refused("is_archived"), faults.refused("invalid_auth")):
            slack.faults.plan("chat.postMessage", fault)
            with pytest.raises((Unsure, Undeliverable, NotYet)) as caught:
                await sent(platform, anna.id, secret)
            told += [repr(caught.value), repr(caught.value.__cause__)]
    said = capsys.readouterr()
    everything = " ".join([*told, caplog.text, said.out, said.err])
    assert "slack-refuses-the-token" in everything
    for secret_word in ("canary-4711", slack.bot_token, anna.id):
        assert secret_word not in everything
