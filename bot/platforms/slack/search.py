"""Finds out whether a message arrived whose sending got no answer."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import cast

from bot.platforms.port import Unavailable
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.channels import Conversations, Spot
from bot.platforms.slack.errors import Declined, Told
from bot.platforms.slack.files import mark

EVENT = "leadloop"
KEY = "key"

PAGE = 200
MOST_PAGES = 5


class Reconcile(StrEnum):
    """Where Leadloop may look for its own messages; looking needs rights to read."""

    OFF = "off"
    DIRECT = "direct"
    """In direct messages with it: ``im:history``, which it needs anyway, and ``im:write``."""
    ALL = "all"
    """In channels too: ``channels:history`` and ``groups:history``, which read whole channels."""


def metadata(key: str) -> dict[str, object]:
    """Spell what a message carries to be known again; any member and app may read it."""
    return {"event_type": EVENT, "event_payload": {KEY: key}}


class Search:
    """Looks through the newest messages of a conversation for one of ours."""

    def __init__(self, calls: Calls, conversations: Conversations, where: Reconcile) -> None:
        """Look only where we may."""
        self._calls = calls
        self._conversations = conversations
        self._where = where
        self._blind: set[bool] = set()

    def can(self, spot: Spot) -> bool:
        """Tell whether we may look there, and were not refused before."""
        if spot.home:
            return True
        allowed = self._where is Reconcile.ALL or (
            self._where is Reconcile.DIRECT and spot.is_direct
        )
        return allowed and spot.is_direct not in self._blind

    async def find(self, spot: Spot, key: str) -> str | None:
        """Give the reference of the message with this key; a home is simply drawn again."""
        if spot.home:
            return None
        try:
            return await self._found(spot, key)
        except Declined as declined:
            if declined.code != "missing_scope":
                raise
            self._blind.add(spot.is_direct)
            raise Unavailable(str(declined)) from declined

    async def _found(self, spot: Spot, key: str) -> str | None:
        channel = await self._conversations.own_name(spot)
        cursor = ""
        for _ in range(MOST_PAGES):
            told = await self._page(channel, spot.thread, cursor)
            for message in _objects(told.get("messages")):
                if name := _name(message, key):
                    return f"{channel}/{name}"
            cursor = _cursor(told)
            if not cursor:
                break
        return None

    async def _page(self, channel: str, thread: str, cursor: str) -> Told:
        asked: dict[str, object] = {"channel": channel, "limit": PAGE, "include_all_metadata": 1}
        asked |= {"cursor": cursor} if cursor else {}
        if thread:
            return await self._calls.ask("conversations.replies", ts=thread, **asked)
        return await self._calls.ask("conversations.history", **asked)


def _name(message: Told, key: str) -> str:
    """Give a message's time or its file's id, if it is the one; nothing otherwise."""
    payload = _object(_object(message.get("metadata")).get("event_payload"))
    if payload.get(KEY) == key:
        return str(message.get("ts"))
    files = _objects(message.get("files"))
    named = [str(file.get("id")) for file in files if mark(key) in str(file.get("name"))]
    return named[0] if named else ""


def _cursor(told: Told) -> str:
    return str(_object(told.get("response_metadata")).get("next_cursor") or "")


def _object(thing: object) -> Told:
    return cast("Told", thing) if isinstance(thing, dict) else {}


def _objects(things: object) -> Iterable[Told]:
    return (
        [_object(one) for one in cast("list[object]", things)] if isinstance(things, list) else []
    )
