"""Calls Slack's methods, at the pace of each, and says in the port's words what went wrong."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.health import Health
from bot.platforms.port import Throttled, Unavailable, Unsure
from bot.platforms.slack.client import new_session
from bot.platforms.slack.errors import WHATEVER, TokenRefused, Told, trouble
from bot.platforms.slack.limits import Allowance

POST = "chat.postMessage"
"""Its limit is each channel's own, so a 429 holds up that channel and no other."""


class Calls:
    """Every call of the sending half; any of them may raise the port's troubles."""

    def __init__(self, client: AsyncWebClient, allowance: Allowance, health: Health) -> None:
        """Call through this client."""
        self._client = client
        self._allowance = allowance
        self._health = health

    async def do(self, method: str, **said: Any) -> Told:
        """Change something in Slack; `Unsure` where nobody knows whether it was done."""
        return await self._call(method, writes=True, json=said)

    async def hand(self, method: str, **said: Any) -> Told:
        """Do what `do` does, by one of the methods that read no JSON."""
        return await self._call(method, writes=True, params=said)

    async def ask(self, method: str, **asked: Any) -> Told:
        """Ask Slack for something that is harmless to ask for again."""
        return await self._call(method, writes=False, params=asked)

    async def bring(self, url: str, content: bytes) -> None:
        """Bring a file's content where Slack told us to, and to nobody else's host."""
        self._health.insist()
        if not self._is_slacks(url):
            raise Unavailable("a foreign upload address")
        try:
            status = await self._upload(url, content)
        except WHATEVER as error:
            raise Unavailable(type(error).__name__) from error
        if status != HTTPStatus.OK:
            raise Unavailable(f"HTTP {status}")

    async def watch(self, stop: asyncio.Event) -> None:
        """Try the token at the start, and every minute while Slack refuses it, until `stop`."""
        await self._health.watch(self.probe, stop)

    async def probe(self) -> None:
        """Try the token; an answer that tells nothing of it changes nothing."""
        with suppress(Throttled, Unavailable):
            try:
                await self._answer("auth.test", writes=False)
            except TokenRefused as refusal:
                self._health.fall(str(refusal))
            else:
                self._health.recover()

    async def _call(self, method: str, *, writes: bool, **given: dict[str, Any]) -> Told:
        self._health.insist()
        await self._allowance.turn(method)
        try:
            return await self._answer(method, writes=writes, **given)
        except TokenRefused as refusal:
            raise self._health.fall(str(refusal)) from None
        except Throttled as throttled:
            if method != POST:
                self._allowance.close(method, throttled.wait)
            raise

    async def _answer(self, method: str, *, writes: bool, **given: dict[str, Any]) -> Told:
        try:
            response: Any = await self._client.api_call(  # pyright: ignore[reportUnknownMemberType]
                method, json=given.get("json"), params=given.get("params")
            )
        except SlackApiError as error:
            raise trouble(error, writes=writes) from None  # its text quotes the whole answer
        except WHATEVER as error:
            raise trouble(error, writes=writes) from error
        body: object = response.data
        if not isinstance(body, dict):
            raise Unsure("no JSON") if writes else Unavailable("no JSON")
        return cast("Told", body)

    async def _upload(self, url: str, content: bytes) -> int:
        session = self._client.session
        if session is not None and not session.closed:
            return await self._posted(session, url, content)
        async with new_session() as own:
            return await self._posted(own, url, content)

    async def _posted(self, session: ClientSession, url: str, content: bytes) -> int:
        answer = session.post(url, data=content, proxy=self._client.proxy, allow_redirects=False)
        async with answer as response:
            return response.status

    def _is_slacks(self, url: str) -> bool:
        ours, theirs = urlsplit(self._client.base_url), urlsplit(url)
        host, slacks = theirs.hostname or "", ours.hostname or ""
        return theirs.scheme == ours.scheme and (host == slacks or host.endswith(f".{slacks}"))
