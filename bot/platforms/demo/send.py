"""Leadloop's side of the demo's chat: posts, replaces and takes away messages there."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from typing import assert_never

from bot.i18n import Voice
from bot.pace import Pace
from bot.platforms.demo.chat import BOT, Chat, Kept
from bot.platforms.demo.live import Listeners
from bot.platforms.demo.render import render_card, render_file
from bot.platforms.port import Unavailable, Undeliverable
from handlers.message import Card, File, Message
from handlers.work import Now

AT_ONCE = Pace(per_second=1000, burst=1000, redraw=timedelta(seconds=0.5))
"""Nobody minds a fast demo, and nobody can read a card that changes more often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPlatform:
    """The demo's chat as a platform like the others; an address is a place's name."""

    chat: Chat
    listeners: Listeners
    now: Now
    knows: Callable[[str], bool]
    """Whether there is such a conversation."""
    name: str = "demo"
    pace: Pace = AT_ONCE

    def can_find(self, address: str) -> bool:  # noqa: ARG002 - the port's
        """Tell that the chat knows every message by its key."""
        return True

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        """Post a message and give the chat's reference to it."""
        if not self.knows(address):
            raise Undeliverable("the demo has no such conversation")
        return await asyncio.to_thread(self._send, address, message, voice, key)

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        """Put a message in place of an earlier one."""
        id = self._known(address, reference)
        await asyncio.to_thread(self._replace, id, message, voice)

    async def remove(self, address: str, reference: str) -> None:  # noqa: ARG002 - the port's
        """Take a message away; one that is gone stays gone."""
        with _troubles():
            if self.chat.remove(_number(reference)):
                self.listeners.wake()

    async def find(self, address: str, key: str) -> str | None:
        """Give the reference of the message that was sent with this key."""
        with _troubles():
            found = self.chat.find(address, key)
        return None if found is None else str(found)

    def _send(self, address: str, message: Message, voice: Voice, key: str) -> str:
        with _troubles():
            id = self.chat.append(
                address,
                author=BOT,
                at=self.now(),
                title=voice.speak(message.title),
                html=self._drawn(message, voice),
                key=key,
            )
        self.listeners.wake()
        return str(id)

    def _replace(self, id: int, message: Message, voice: Voice) -> None:
        with _troubles():
            changed = self.chat.replace(
                id, title=voice.speak(message.title), html=self._drawn(message, voice)
            )
        if changed:
            self.listeners.wake()

    def _known(self, address: str, reference: str) -> int:
        id = _number(reference)
        with _troubles():
            if not self.chat.holds(address, id):
                raise Undeliverable("the message is gone from the demo's chat")
        return id

    def _drawn(self, message: Message, voice: Voice) -> str:
        match message:
            case Card():
                return render_card(message, voice)
            case File():
                id = self.chat.keep(Kept(message.name, message.media_type, message.content))
                return render_file(message, voice, f"/demo/file/{escape(id)}")
            case _:
                assert_never(message)


def _number(reference: str) -> int:
    if not reference.isdecimal():
        raise Undeliverable("the demo gave no such reference")
    return int(reference)


@contextmanager
def _troubles() -> Generator[None]:
    """Tell the caller that the chat took nothing: SQLite undoes what it could not finish."""
    try:
        yield
    except sqlite3.Error as error:
        raise Unavailable(type(error).__name__) from error
