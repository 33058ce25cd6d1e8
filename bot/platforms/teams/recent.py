"""What is remembered for a few minutes: the forms that are open, and what was answered already."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from handlers.work import Now

MOST = 2000

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Keeps things for a while, on the event loop alone; the oldest make room."""

    def __init__(self, lives: timedelta, *, now: Now, most: int = MOST) -> None:
        """Keep at most so many things for so long."""
        self._lives = lives
        self._now = now
        self._most = most
        self._kept: OrderedDict[K, tuple[V, datetime]] = OrderedDict()

    def keep(self, key: K, thing: V) -> None:
        """Keep a thing, in place of an earlier one."""
        self._kept.pop(key, None)
        self._kept[key] = (thing, self._now() + self._lives)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def get(self, key: K) -> V | None:
        """Give a thing that is still kept."""
        found = self._kept.get(key)
        return found[0] if found and self._now() < found[1] else None
