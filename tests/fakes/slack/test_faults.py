"""What goes wrong on the way goes wrong as it does with Slack; accepted means kept."""

from __future__ import annotations

import http.client
import urllib.error
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.faults import (
    Fault,
    broken,
    dropped,
    empty,
    html,
    refused,
    slow,
    too_many,
)


@pytest.fixture
def post(slack: FakeSlack, client: Any) -> Callable[[], object]:
    place = slack.channel("sales")
    return lambda: client.chat_postMessage(channel=place.id, text="x")


def kept(slack: FakeSlack) -> int:
    return len(slack.messages)


def test_too_many_says_how_long_to_wait(slack: FakeSlack, post: Callable[[], object]) -> None:
    slack.faults.plan("chat.postMessage", too_many(7))
    with pytest.raises(SlackApiError) as caught:
        post()
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"
    assert caught.value.response["error"] == "ratelimited"
    assert kept(slack) == 0
    post()
    assert kept(slack) == 1


@pytest.mark.parametrize("fault", [broken(500), broken(503, kept=True), html(502, kept=True)])
def test_a_servers_error_may_hide_a_kept_message(
    slack: FakeSlack, post: Callable[[], object], fault: Fault
) -> None:
    slack.faults.plan("chat.postMessage", fault)
    with pytest.raises(SlackApiError) as caught:
        post()
    assert caught.value.response.status_code == fault.status
    assert kept(slack) == int(fault.kept)


@pytest.mark.parametrize("fault", [dropped(), dropped(kept=True)])
def test_a_dropped_connection_may_hide_a_kept_message(
    slack: FakeSlack, post: Callable[[], object], fault: Fault
) -> None:
    slack.faults.plan("chat.postMessage", fault)
    with pytest.raises((http.client.HTTPException, ConnectionError, urllib.error.URLError)):
        post()
    assert kept(slack) == int(fault.kept)


def test_an_empty_answer_is_no_answer(slack: FakeSlack, post: Callable[[], object]) -> None:
    slack.faults.plan("chat.postMessage", empty(kept=True))
    with pytest.raises(SlackApiError):
        post()
    assert kept(slack) == 1


def test_a_slow_answer_outlasts_patience_and_is_kept(slack: FakeSlack, client: Any) -> None:
    client.timeout = 0.2
    place = slack.channel("sales")
    slack.faults.plan("chat.postMessage", slow(0.5))
    with pytest.raises(TimeoutError):
        client.chat_postMessage(channel=place.id, text="x")
    assert kept(slack) == 1


def test_any_code_can_be_said(slack: FakeSlack, post: Callable[[], object]) -> None:
    slack.faults.always("chat.postMessage", refused("fatal_error"))
    for _ in range(2):
        with pytest.raises(SlackApiError, match="fatal_error"):
            post()
    slack.faults.clear()
    post()
    assert kept(slack) == 1


def test_chance_repeats_itself_from_its_seed(slack: FakeSlack, client: Any) -> None:
    def outcomes() -> list[bool]:
        slack.faults.by_chance(seed=5, share=0.5, faults=[refused("fatal_error")])
        found = list[bool]()
        for _ in range(20):
            try:
                found.append(bool(client.auth_test()["ok"]))
            except SlackApiError:
                found.append(False)
        return found

    first = outcomes()
    assert first == outcomes()
    assert 0 < sum(first) < 20


def test_a_channel_takes_one_message_a_second_after_a_short_burst(
    slack: FakeSlack, client: Any
) -> None:
    moment = 0.0
    slack.limits.clock = lambda: moment
    slack.limits.on = True
    one, other = slack.channel("one"), slack.channel("other")
    for _ in range(2):
        client.chat_postMessage(channel=one.id, text="x")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=one.id, text="x")
    assert caught.value.response.headers["Retry-After"] == "1"
    client.chat_postMessage(channel=other.id, text="x")
    moment = 1.0
    client.chat_postMessage(channel=one.id, text="x")
    assert kept(slack) == 4
    assert slack.limits.refusals == [("chat.postMessage", one.id)]


def test_each_method_has_its_calls_a_minute(slack: FakeSlack, client: Any) -> None:
    moment = 0.0
    slack.limits.clock = lambda: moment
    slack.limits.on = True
    for _ in range(20):
        client.users_list()
    with pytest.raises(SlackApiError) as caught:
        client.users_list()
    assert int(caught.value.response.headers["Retry-After"]) == 3
    moment = 3.0
    client.users_list()
