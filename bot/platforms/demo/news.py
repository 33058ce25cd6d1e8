"""Tells a browser what is new, as server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import asdict

from bot.platforms.demo.answer import Demo
from bot.platforms.demo.chat import Said
from bot.platforms.demo.guide import done
from handlers.people import Person

HEARTBEAT_S = 15.0
GATHERING_S = 0.03
"""A burst of changes is told as one."""
RETRY_MS = 1000
MOST_AT_ONCE = 200


async def news(demo: Demo, person: Person, after: int) -> AsyncGenerator[str]:
    """Tell what changed after a revision, and go on; an event's id is where to take up again."""
    places = demo.watched(person)
    with demo.listeners.listening() as woken:
        yield f"retry: {RETRY_MS}\n\n"
        if after > demo.chat.revision():  # begun anew: the page shows what is no more
            yield "event: reset\ndata: {}\n\n"
        while not demo.listeners.closed:
            woken.clear()
            changes = demo.chat.changes(after, places, most=MOST_AT_ONCE)
            after = changes[-1].revision if changes else after
            yield _event(demo, changes, after)
            if len(changes) == MOST_AT_ONCE:
                continue
            while not await _is_woken(woken) and not demo.listeners.closed:
                yield ": still here\n\n"
            await asyncio.sleep(GATHERING_S)


async def _is_woken(woken: asyncio.Event) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(woken.wait(), HEARTBEAT_S)
    return woken.is_set()


def _event(demo: Demo, changes: Sequence[Said], after: int) -> str:
    told = {
        "messages": [asdict(message) for message in changes],
        "unread": demo.chat.unread(),
        "now": demo.now().isoformat(),
        "done": done(demo),
    }
    return f"id: {after}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"
