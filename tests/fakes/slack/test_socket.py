"""Socket Mode as Slack's own client meets it: hello, envelopes, acknowledgements, goodbye."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.fake import FakeSlack


class Listening:
    """An app in a thread that connects, and acknowledges what it hears."""

    def __init__(self, slack: FakeSlack) -> None:
        self.heard: list[SocketModeRequest] = []
        self.silent = False
        self.answer: dict[str, Any] | None = None
        self._slack = slack
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._client = self._do(self._connected())

    def close(self) -> None:
        self._do(self._client.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _connected(self) -> SocketModeClient:
        web = AsyncWebClient(base_url=self._slack.base_url)
        client = SocketModeClient(self._slack.app_token, web_client=web)
        client.socket_mode_request_listeners.append(self._hear)
        await client.connect()  # type: ignore[no-untyped-call]
        return client

    async def _hear(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        self.heard.append(request)
        if not self.silent:
            answer = SocketModeResponse(envelope_id=request.envelope_id, payload=self.answer)
            await client.send_socket_mode_response(answer)

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)


@pytest.fixture
def app(slack: FakeSlack) -> Iterator[Listening]:
    slack.door = "socket"
    app = Listening(slack)
    slack.socket.wait_for_connection()
    yield app
    app.close()


def test_events_commands_and_interactions_come_in_envelopes(
    slack: FakeSlack, app: Listening
) -> None:
    anna = slack.member("Anna Nowak")
    assert slack.write(anna, "help") is not None
    slack.command(anna, "help")
    slack.shortcut(anna, "ask")
    assert [one.type for one in app.heard] == ["events_api", "slash_commands", "interactive"]
    assert app.heard[0].payload["event"]["text"] == "help"
    assert [one.status for one in slack.replies] == [200, 200, 200]


def test_an_acknowledgement_may_carry_an_answer(slack: FakeSlack, app: Listening) -> None:
    anna = slack.member("Anna Nowak")
    app.answer = {"text": "Here is help"}
    slack.command(anna, "help")
    assert [one.text for one in slack.whispers(anna)] == ["Here is help"]


def test_a_retry_is_marked(slack: FakeSlack, app: Listening) -> None:
    slack.write(slack.member("Anna Nowak"), "help")
    slack.redeliver(reason="timeout")
    assert app.heard[1].payload == app.heard[0].payload
    assert (app.heard[1].retry_attempt, app.heard[1].retry_reason) == (1, "timeout")


def test_a_client_that_is_sent_away_comes_back(slack: FakeSlack, app: Listening) -> None:
    slack.socket.disconnect()
    slack.socket.wait_for_connection()
    slack.write(slack.member("Anna Nowak"), "still there?")
    assert app.heard[-1].payload["event"]["text"] == "still there?"


def test_what_nobody_acknowledges_has_no_reply(slack: FakeSlack, app: Listening) -> None:
    app.silent = True
    slack.patience = 0.2
    reply = slack.write(slack.member("Anna Nowak"), "help")
    assert reply is not None
    assert (reply.status, reply.in_time) == (0, False)
