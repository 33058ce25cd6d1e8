"""What can go wrong between Slack and us: planned faults, faults by chance, and rate limits."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.faults import Fault, Faults, broken, dropped, empty, html, slow, too_many

__all__ = [
    "TIERS",
    "Fault",
    "Faults",
    "Limits",
    "broken",
    "dropped",
    "empty",
    "html",
    "refused",
    "slow",
    "too_many",
]


def refused(code: str, *, kept: bool = False, **more: Any) -> Fault:
    """`ok: false` with this code, whatever was asked."""
    return Fault("code", kept=kept, code=code, more=more)


TIERS = {
    **dict.fromkeys(("users.list", "conversations.list"), 20),
    **dict.fromkeys(
        (
            "chat.update",
            "chat.delete",
            "chat.unfurl",
            "users.lookupByEmail",
            "users.conversations",
            "conversations.open",
            "conversations.info",
            "conversations.history",
            "conversations.replies",
            "apps.connections.open",
        ),
        50,
    ),
    **dict.fromkeys(
        (
            "chat.postEphemeral",
            "users.info",
            "conversations.members",
            "views.open",
            "views.push",
            "views.update",
            "views.publish",
            "files.getUploadURLExternal",
            "files.completeUploadExternal",
            "files.info",
        ),
        100,
    ),
}


@dataclass
class Limits:
    """Slack's rate limits, off until a test switches them on.

    Each method has its calls a minute; a channel takes one posted message a second, with bursts
    of `burst`; a refused call changes nothing.
    """

    on: bool = False
    clock: Callable[[], float] = time.monotonic
    a_minute: dict[str, float] = field(default_factory=lambda: dict(TIERS))
    channel_a_second: float = 1.0
    burst: float = 2.0
    workspace_a_minute: float | None = None
    refusals: list[tuple[str, str]] = field(default_factory=list)
    _levels: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def wait(self, method: str, channel: str) -> int:
        """How many seconds the caller is to wait; 0 lets the call through."""
        if not self.on:
            return 0
        buckets = self._buckets(method, channel)
        waits = [self._missing(key, rate, size) for key, rate, size in buckets]
        longest = max(waits, default=0.0)
        if longest > 0:
            self.refusals.append((method, channel))
            return max(1, math.ceil(longest - 1e-9))
        for key, _, _ in buckets:
            level, at = self._levels[key]
            self._levels[key] = (level - 1, at)
        return 0

    def _buckets(self, method: str, channel: str) -> list[tuple[tuple[str, str], float, float]]:
        found = list[tuple[tuple[str, str], float, float]]()
        if (rate := self.a_minute.get(method)) is not None:
            found.append(((method, ""), rate / 60, rate))
        if method == "chat.postMessage":
            found.append(((method, channel), self.channel_a_second, self.burst))
            if (cap := self.workspace_a_minute) is not None:
                found.append((("workspace", ""), cap / 60, cap))
        return found

    def _missing(self, key: tuple[str, str], rate: float, size: float) -> float:
        now = self.clock()
        level, before = self._levels.get(key, (size, now))
        level = min(size, level + (now - before) * rate)
        self._levels[key] = (level, now)
        return 0.0 if level >= 1 else (1 - level) / rate
