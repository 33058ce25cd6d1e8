"""The one client through which everything is asked of Slack."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

SLACK = "https://slack.com/api/"

CONNECT = timedelta(seconds=3)
ANSWER = timedelta(seconds=8)
"""For a whole call: two of them, and a turn between, fit into delivery's time-out."""

GLANCE = 0.02
"""Seconds between two looks whether calls are still under way."""


class Client(AsyncWebClient):
    """The SDK's client; it knows whether somebody still waits for an answer."""

    under_way: int = 0
    """Calls that have no answer yet."""

    async def _request(
        self, *, http_verb: str, api_url: str, req_args: dict[str, Any]
    ) -> dict[str, Any]:
        self.under_way += 1
        try:
            return await super()._request(  # pyright: ignore[reportUnknownMemberType]
                http_verb=http_verb, api_url=api_url, req_args=req_args
            )
        finally:
            self.under_way -= 1


def slack_client(token: str, *, base_url: str = SLACK) -> Client:
    """Make the client; it repeats nothing by itself, for that posts messages twice."""
    return Client(
        token=token,
        base_url=base_url,
        timeout=int(ANSWER.total_seconds()),
        retry_handlers=[],
        logger=_silent(),
    )


def new_session() -> ClientSession:
    """Open connections that give up in time."""
    limits = ClientTimeout(total=ANSWER.total_seconds(), sock_connect=CONNECT.total_seconds())
    return ClientSession(timeout=limits)


@asynccontextmanager
async def connected(client: Client) -> AsyncGenerator[None]:
    """Keep connections open between calls, and close none before its answer has come.

    Without this, and after it, each call opens a connection of its own.
    """
    async with new_session() as session:
        client.session = session
        try:
            yield
        finally:
            client.session = None
            while client.under_way:  # noqa: ASYNC110 - each of them gives up in time
                await asyncio.sleep(GLANCE)


def _silent() -> logging.Logger:
    """Write no line: the SDK's debug lines hold whole messages."""
    logger = logging.getLogger("leadloop.slack")
    logger.setLevel(logging.CRITICAL)
    return logger
