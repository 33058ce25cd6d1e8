"""Wakes the browsers that wait for news."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Lock


class Listeners:
    """Everybody who waits for news of the chat.

    A waiter is only woken, and reads in the chat itself what is new to it: nothing can get lost.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._lock = Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether there will be no more news."""
        return self._closed

    @contextmanager
    def listening(self) -> Generator[asyncio.Event]:
        """Give an event of the running loop that is set when there may be news."""
        waiter = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._waiting.add(waiter)
        try:
            yield waiter[1]
        finally:
            with self._lock:
                self._waiting.discard(waiter)

    def wake(self) -> None:
        """Tell everybody to look; any thread may do so."""
        with self._lock:
            for loop, event in self._waiting:
                with suppress(RuntimeError):  # that loop has ended, and so has the waiting
                    loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """Let everybody go home, so that the server can stop."""
        self._closed = True
        self.wake()
