"""Fetches the lists that people send in their chat, from SharePoint and from nowhere else."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from http import HTTPStatus

import httpx

from bot.platforms.port import Unavailable
from bot.platforms.teams.hosts import SHAREPOINT, Hosts

DOWNLOAD = timedelta(seconds=2.5)
"""For one file; Teams waits for our answer meanwhile."""

LARGEST_FILE = 8_000_000
"""Bytes of a lead list; whoever reads it checks what is inside."""


class NoAccess(Exception):
    """Nobody lets us read the file: it is gone, or lies where we do not go."""


class TooLarge(Exception):
    """The file is larger than any lead list."""


class Outside:
    """Fetches by the signed addresses that Teams gives: no token of ours goes along, no redirect counts."""

    def __init__(self, hosts: Hosts | None = None) -> None:
        """Fetch from these hosts alone; tests name their own."""
        self._hosts = hosts or Hosts(SHAREPOINT)

    async def download(self, url: str) -> bytes:
        """Fetch a file; raises `NoAccess`, `TooLarge`, and `Unavailable` when it may come later."""
        if not self._hosts.allow(url):
            raise NoAccess
        seconds = DOWNLOAD.total_seconds()
        try:
            async with httpx.AsyncClient(timeout=seconds, follow_redirects=False) as client:
                return await _fetched(client, url)
        except (TimeoutError, httpx.HTTPError) as error:
            raise Unavailable(type(error).__name__) from error
        except httpx.InvalidURL as error:
            raise NoAccess from error


async def _fetched(client: httpx.AsyncClient, url: str) -> bytes:
    """Read at most as much as a lead list has; the whole of it within the time."""
    content = bytearray()
    async with asyncio.timeout(DOWNLOAD.total_seconds()), client.stream("GET", url) as answer:
        _check(answer)
        async for piece in answer.aiter_bytes():
            content += piece
            if len(content) > LARGEST_FILE:
                raise TooLarge
    return bytes(content)


def _check(answer: httpx.Response) -> None:
    if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS or answer.is_server_error:
        raise Unavailable(f"HTTP {answer.status_code}")
    if answer.status_code != HTTPStatus.OK:
        raise NoAccess
