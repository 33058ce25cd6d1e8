"""Files in Slack: brought up, shared, processed, taken away."""

from __future__ import annotations

import asyncio
import json
from hashlib import blake2s
from itertools import count
from pathlib import PurePath
from typing import cast

from bot.platforms.slack.calls import Calls
from bot.platforms.slack.errors import Declined, Told

FIRST_LOOK = 0.2
LONGEST_REST = 2.0
"""Seconds between two looks whether Slack has processed a file."""

_GONE = frozenset({"file_not_found", "file_deleted"})


def marked(name: str, key: str) -> str:
    """Work a mark of the message's key into a file's name: nothing else of ours stays with a file."""
    return f"{PurePath(name).stem}-{mark(key)}{PurePath(name).suffix}"


def mark(key: str) -> str:
    """Give the mark by which a file is known again."""
    return blake2s(key.encode(), digest_size=4).hexdigest()


class Files:
    """Brings files up in Slack's three steps: an address, the content, and who may see it."""

    def __init__(self, calls: Calls) -> None:
        """Work through these calls."""
        self._calls = calls

    async def bring_up(self, content: bytes, *, name: str) -> str:
        """Give Slack the content, and get the file's id; nobody sees it yet."""
        told = await self._calls.ask(
            "files.getUploadURLExternal", filename=name, length=len(content)
        )
        await self._calls.bring(str(told.get("upload_url")), content)
        return str(told.get("file_id"))

    async def share(self, file: str, title: str, *, channel: str, thread: str = "") -> None:
        """Show a file in a conversation."""
        where = {"channel_id": channel, "thread_ts": thread}
        await self._complete(file, title, **{name: one for name, one in where.items() if one})

    async def keep(self, file: str, title: str) -> None:
        """Finish a file that only we see, until a message shows it."""
        await self._complete(file, title)

    async def until_ready(self, file: str) -> None:
        """Come back when Slack has processed a picture; the caller says how long that may take."""
        for look in count():
            told = await self._calls.ask("files.info", file=file)
            about = told.get("file")
            if isinstance(about, dict) and cast("Told", about).get("mimetype"):
                return
            await asyncio.sleep(min(FIRST_LOOK * 2**look, LONGEST_REST))

    async def delete(self, file: str) -> None:
        """Take a file away; one that is gone stays gone."""
        try:
            await self._calls.hand("files.delete", file=file)
        except Declined as declined:
            if declined.code not in _GONE:
                raise

    async def _complete(self, file: str, title: str, **where: str) -> None:
        files = json.dumps([{"id": file, "title": title}])
        await self._calls.hand("files.completeUploadExternal", files=files, **where)
