"""Files for one person: offered in their chat, and brought up once they accept."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import quote

import httpx

from bot.platforms.port import Unavailable, Undeliverable
from bot.platforms.teams.errors import WHATEVER, Told
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.references import TEAMS, References
from bot.platforms.teams.seals import Seal
from handlers.message import File
from handlers.parcel import WaitingFile

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"

TIME_OUT = httpx.Timeout(20, connect=3, pool=3)

FILE = "file"
"""Under this name a consent card carries the file's id, sealed."""

_WORD = re.compile(r"[A-Za-z0-9_.{}-]{1,100}")


class Files:
    """Teams takes a bot's file only so: ask first, then bring it where Teams says."""

    def __init__(self, references: References, client: httpx.AsyncClient, hosts: Hosts) -> None:
        """Keep what waits; bring it to these hosts alone, and without any token."""
        self._references = references
        self._client = client
        self._hosts = hosts

    async def offer(self, file: File, title: str, *, id: str, address: str, seal: Seal) -> Told:
        """Keep a file, and give the message that asks its reader whether they want it."""
        kept = WaitingFile(
            id=id, platform=TEAMS, address=address, name=file.name, content=file.content
        )
        await asyncio.to_thread(self._references.keep_file, kept)
        content = {
            "description": title,
            "sizeInBytes": len(file.content),
            "acceptContext": seal({FILE: id}),
            "declineContext": seal({FILE: id}),
        }
        return _message(title, {"contentType": CONSENT, "name": file.name, "content": content})

    async def bring(self, id: str, upload: Mapping[str, object], *, address: str) -> Told:
        """Bring up a file that its reader accepted, and give the message that shows it.

        Raises `Undeliverable` where it is not theirs, not there any more, or to go to a foreign host.
        """
        file = await asyncio.to_thread(self._references.file, id, address)
        if file is None:
            raise Undeliverable("no such file")
        to, shown = _url(upload, "uploadUrl"), _url(upload, "contentUrl")
        if not (self._hosts.allow(to) and self._hosts.allow(shown)):
            raise Undeliverable("a foreign upload address")
        await self._put(to, file.content)
        content = {"uniqueId": _word(upload, "uniqueId"), "fileType": _word(upload, "fileType")}
        attachment = {"contentType": INFO, "contentUrl": shown, "name": file.name}
        return _message(file.name, {**attachment, "content": content})

    async def forget(self, id: str, *, address: str) -> None:
        """Drop a file that its reader has got, or does not want."""
        await asyncio.to_thread(self._references.drop_file, id, address)

    async def _put(self, url: str, content: bytes) -> None:
        """Upload in one piece; doing it again does no harm."""
        last, all_of_it = max(len(content) - 1, 0), len(content)
        headers = {
            "Content-Range": f"bytes 0-{last}/{all_of_it}",
            "Content-Type": "application/octet-stream",
        }
        try:
            answer = await self._client.put(
                url, content=content, headers=headers, timeout=TIME_OUT, follow_redirects=False
            )
        except WHATEVER as error:
            raise Unavailable(type(error).__name__) from None
        status = answer.status_code
        if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unavailable(f"HTTP {status}")
        if status not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            raise Undeliverable(f"HTTP {status}")


def _message(summary: str, attachment: Told) -> Told:
    return {"type": "message", "summary": summary, "attachments": [attachment]}


def _url(upload: Mapping[str, object], name: str) -> str:
    """Read an address; SharePoint writes blanks and letters of all languages into them plainly."""
    given = upload.get(name)
    return quote(given, safe="%/:?&=#+,;@!$'()*~[]\\") if isinstance(given, str) else ""


def _word(upload: Mapping[str, object], name: str) -> str:
    given = upload.get(name)
    return given if isinstance(given, str) and _WORD.fullmatch(given) else ""
