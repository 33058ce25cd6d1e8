"""The two addresses outside the Web API that Slack gives us: a reply's, and a file's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp

from bot.platforms.port import Unavailable, Undeliverable
from bot.platforms.slack.errors import throttled

REPLIES = frozenset({"hooks.slack.com"})
FILES = frozenset({"files.slack.com"})

TIME_OUT = timedelta(seconds=10)
DOWNLOAD = timedelta(seconds=2.5)
"""A file must be here before the event is acknowledged, and Slack waits three seconds."""
LARGEST_FILE = 8_000_000
"""Bytes of a lead list; whoever reads it checks what is inside."""


class NoAccess(Exception):
    """Slack does not let us read the file: a scope is missing, or the file is gone."""


class TooLarge(Exception):
    """The file is larger than any lead list."""


class Outside:
    """Speaks to Slack's hosts and to no other, never along a redirect."""

    def __init__(
        self,
        token: str,
        *,
        replies: frozenset[str] = REPLIES,
        files: frozenset[str] = FILES,
        schemes: frozenset[str] = frozenset({"https"}),
    ) -> None:
        """Take the bot's token, which files want to see; tests name hosts and schemes of their own.

        A host is written as it stands in an address, with its port where that is not the usual one.
        """
        self._token = token
        self._replies = replies
        self._files = files
        self._schemes = schemes

    def may_reply(self, url: str) -> bool:
        """Tell whether an address to reply to is Slack's own."""
        return self._is_at(url, self._replies)

    async def reply(self, url: str, message: Mapping[str, object]) -> None:
        """Answer by a ``response_url``; raises the port's troubles."""
        if not self.may_reply(url):
            raise Undeliverable("not an address of Slack's")
        try:
            async with (
                _session(TIME_OUT) as session,
                session.post(url, json=message, allow_redirects=False) as answer,
            ):
                _check_taken(answer)
        except (TimeoutError, aiohttp.ClientError) as error:
            raise Unavailable(type(error).__name__) from error

    async def download(self, url: str) -> bytes:
        """Fetch a file; raises `NoAccess`, `TooLarge`, and `Unavailable` when it may come later."""
        if not self._is_at(url, self._files):
            raise NoAccess
        try:
            return await self._fetched(url)
        except (TimeoutError, aiohttp.ClientError) as error:
            raise Unavailable(type(error).__name__) from error

    async def _fetched(self, url: str) -> bytes:
        headers = {"Authorization": f"Bearer {self._token}"}
        async with (
            _session(DOWNLOAD) as session,
            session.get(url, headers=headers, allow_redirects=False) as answer,
        ):
            _check_file(answer)
            content = bytearray()
            async for piece in answer.content.iter_any():
                content += piece
                if len(content) > LARGEST_FILE:
                    raise TooLarge
            return bytes(content)

    def _is_at(self, url: str, hosts: frozenset[str]) -> bool:
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return parts.scheme in self._schemes and parts.netloc in hosts


def _session(time_out: timedelta) -> aiohttp.ClientSession:
    """Open a connection for one call; through the company's proxy, where the system names one."""
    limit = aiohttp.ClientTimeout(total=time_out.total_seconds())
    return aiohttp.ClientSession(timeout=limit, trust_env=True)


def _check_taken(answer: aiohttp.ClientResponse) -> None:
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise throttled(answer.headers.get("Retry-After"))
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Unavailable(f"HTTP {answer.status}")
    if answer.status != HTTPStatus.OK:
        raise Undeliverable(f"HTTP {answer.status}")


def _check_file(answer: aiohttp.ClientResponse) -> None:
    """Refuse what is not the file: without the scope Slack sends its sign-in page instead."""
    is_busy = answer.status == HTTPStatus.TOO_MANY_REQUESTS
    if is_busy or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Unavailable(f"HTTP {answer.status}")
    if answer.status != HTTPStatus.OK or answer.content_type == "text/html":
        raise NoAccess
