"""Slack's other door: Socket Mode, where we call Slack and need no address of our own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import cast

import structlog
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.platforms.payload import Json
from bot.platforms.slack.app import bolt, dispatch, silent
from bot.platforms.slack.parts import Slack

CONNECTIONS = 2
"""While Slack renews one, the other goes on; Slack sends each event to one of them."""

PING_EVERY = timedelta(seconds=5)
LOOK_EVERY = timedelta(seconds=0.25)
DRAIN = timedelta(seconds=10)
NOT_MEASURED = 0.0
"""When an envelope came: Bolt only writes it into a debug line."""

log = structlog.get_logger()


class SlackSocket:
    """Holds connections to Slack as a service of the web front, and tells whether one stands."""

    def __init__(self, slack: Slack, app_token: str) -> None:
        """Connect with an app-level token once it runs."""
        self._slack = slack
        self._token = app_token
        self._busy: set[asyncio.Task[None]] = set()
        self._is_up: bool | None = None

    def holds(self) -> bool:
        """Tell whether Slack reached us lately."""
        return self._is_up is True

    async def run(self, stop: asyncio.Event) -> None:
        """Answer what comes until `stop`, then let what is under way end."""
        app = bolt(self._slack)
        clients = [self._client(app) for _ in range(CONNECTIONS)]
        connecting = [asyncio.create_task(_connect(client)) for client in clients]
        try:
            await self._watch(clients, stop)
        finally:
            self._is_up = False
            await self._end(clients, connecting)

    def _client(self, app: AsyncApp) -> SocketModeClient:
        client = SocketModeClient(
            app_token=self._token,
            logger=silent(),
            web_client=self._slack.client,
            ping_interval=PING_EVERY.total_seconds(),
        )

        async def answer(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
            await self._tracked(client, request, app)

        client.socket_mode_request_listeners.append(answer)
        return client

    async def _tracked(
        self, client: AsyncBaseSocketModeClient, request: SocketModeRequest, app: AsyncApp
    ) -> None:
        """Answer an envelope; shutdown waits for it, and a lost connection does not undo it."""
        task = asyncio.create_task(self._answer(client, request, app))
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)
        await asyncio.wait([task])

    async def _answer(
        self, client: AsyncBaseSocketModeClient, request: SocketModeRequest, app: AsyncApp
    ) -> None:
        """Do what was asked, acknowledge, and send the rest; without a 200 Slack sends it again."""
        headers = _texts(build_headers(request) or {})
        payload = cast("Json", request.payload)  # pyright: ignore[reportUnknownMemberType]
        answer, after = await dispatch(app, payload, headers)
        with suppress(ConnectionError):  # the connection is gone, and Slack will ask again
            await send_async_response(client, request, answer, NOT_MEASURED)
        for errand in after:
            self._slack.errands.start(errand)

    async def _watch(self, clients: list[SocketModeClient], stop: asyncio.Event) -> None:
        """Look again and again whether a connection stands, and tell when that changes."""
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY.total_seconds())
            is_up = any([await client.is_connected() for client in clients])
            if is_up is not self._is_up:
                log.info("slack-socket", connected=is_up)
            self._is_up = is_up

    async def _end(
        self, clients: list[SocketModeClient], connecting: list[asyncio.Task[None]]
    ) -> None:
        if self._busy:
            await asyncio.wait(self._busy, timeout=DRAIN.total_seconds())
        for task in connecting:
            task.cancel()
        await asyncio.gather(*connecting, return_exceptions=True)
        for client in clients:
            await client.close()  # type: ignore[no-untyped-call]


async def _connect(client: SocketModeClient) -> None:
    """Connect, and try again for as long as it takes."""
    await client.connect()  # type: ignore[no-untyped-call]


def socket_service(slack: Slack, app_token: str) -> SlackSocket:
    """Prepare Socket Mode: `run` is a service of the web front, `holds` one of its checks."""
    return SlackSocket(slack, app_token)


def _texts(headers: Mapping[str, object]) -> Mapping[str, str]:
    return {name: str(value) for name, value in headers.items()}
