"""Opens the door once Slack has told who we are; until then nothing is lost and all is closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.faults import described
from bot.platforms.health import PROBE_EVERY
from bot.platforms.slack.app import PATH, HttpDoor
from bot.platforms.slack.client import Client, connected
from bot.platforms.slack.parts import Slack
from bot.platforms.slack.security import LARGEST_BODY
from bot.platforms.slack.send import SlackPlatform
from bot.platforms.slack.socket import socket_service
from bot.web import Service

CLOSED = Response(status_code=503, headers={"Retry-After": "60"})
"""Slack sends an event again; a press is answered with Slack's own sentence."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in the workspace."""

    bot: str
    """The user id of our bot."""
    team: str
    """The workspace's id."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The door, and what else runs as long as it is open."""

    slack: Slack
    services: Mapping[str, Service]


class Arrival:
    """Asks Slack who we are until it tells, then opens the door as `build` makes it."""

    def __init__(
        self,
        client: Client,
        platform: SlackPlatform,
        build: Callable[[Identity], Opened],
        *,
        app_token: str = "",
    ) -> None:
        """With an app-level token the door is a connection of ours (Socket Mode), else HTTP."""
        self._client = client
        self._platform = platform
        self._build = build
        self._app_token = app_token
        self._door: HttpDoor | None = None
        self._holds: Callable[[], bool] = lambda: False

    def routes(self) -> Sequence[BaseRoute]:
        """Give the one address that Slack calls; none where we call Slack."""
        if self._app_token:
            return []
        return [Route(PATH, self._answer, methods=["POST"], max_body_size=LARGEST_BODY)]

    def holds(self) -> bool:
        """Tell whether Slack takes our token and the door is open."""
        return self._platform.holds() and self._holds()

    async def run(self, stop: asyncio.Event) -> None:
        """Keep the door open until `stop`."""
        async with connected(self._client):
            watching = asyncio.create_task(self._platform.watch(stop))
            identity = await self._told(stop)
            if identity is not None:
                await self._open(self._build(identity), stop)
            await watching

    async def _answer(self, request: Request) -> Response:
        return CLOSED if self._door is None else await self._door.answer(request)

    async def _told(self, stop: asyncio.Event) -> Identity | None:
        """Ask who we are, at once and then every minute."""
        while not stop.is_set():
            try:
                told = await self._platform.calls.ask("auth.test")
                return Identity(bot=str(told["user_id"]), team=str(told["team_id"]))
            except Exception as error:  # noqa: BLE001 - whatever it is, the next minute may fare better
                log.warning("slack-not-open-yet", error=described(error))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), PROBE_EVERY.total_seconds())
        return None

    async def _open(self, opened: Opened, stop: asyncio.Event) -> None:
        services = dict(opened.services)
        if self._app_token:
            socket = socket_service(opened.slack, self._app_token)
            services["socket"], self._holds = socket.run, socket.holds
        else:
            self._door, self._holds = HttpDoor(opened.slack), lambda: True
        log.info("slack-open", socket_mode=bool(self._app_token))
        async with asyncio.TaskGroup() as running:  # one that fails ends them all, and is told
            for name, service in services.items():
                running.create_task(service(stop), name=name)
