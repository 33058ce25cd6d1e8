"""What can go wrong between Slack and us: planned faults, faults by chance, and rate limits."""

from __future__ import annotations

import math
import random
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["too_many", "status", "drop", "slow", "html", "empty", "code"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong with one call; `kept` says whether Slack did it all the same."""

    kind: Kind
    kept: bool = False
    status: int = 200
    seconds: float = 0
    code: str = ""
    more: dict[str, Any] = field(default_factory=dict)


def too_many(retry_after: int = 1) -> Fault:
    """429: call again after so many seconds."""
    return Fault("too_many", status=429, seconds=retry_after)


def broken(status: int = 500, *, kept: bool = False) -> Fault:
    """A server's error with an empty body."""
    return Fault("status", status=status, kept=kept)


def dropped(*, kept: bool = False) -> Fault:
    """The connection ends without an answer."""
    return Fault("drop", kept=kept)


def slow(seconds: float) -> Fault:
    """The call is done, and answered late."""
    return Fault("slow", kept=True, seconds=seconds)


def html(status: int = 200, *, kept: bool = False) -> Fault:
    """A page for people instead of an answer."""
    return Fault("html", status=status, kept=kept)


def empty(*, kept: bool = False) -> Fault:
    """200 and nothing else."""
    return Fault("empty", kept=kept)


def refused(code: str, *, kept: bool = False, **more: Any) -> Fault:
    """`ok: false` with this code, whatever was asked."""
    return Fault("code", kept=kept, code=code, more=more)


@dataclass
class Faults:
    """Which calls meet which fault: the planned ones first, then chance."""

    _planned: dict[str, list[Fault | None]] = field(default_factory=lambda: defaultdict(list))
    _always: dict[str, Fault] = field(default_factory=dict)
    _chance: tuple[random.Random, float, Sequence[Fault], Collection[str]] | None = None
    met: list[tuple[str, Fault]] = field(default_factory=list)

    def plan(self, method: str, *faults: Fault | None) -> None:
        """The next calls of a method meet these, one each; None lets one through."""
        self._planned[method].extend(faults)

    def always(self, method: str, fault: Fault) -> None:
        """Every call of a method meets this, until `clear`."""
        self._always[method] = fault

    def by_chance(
        self, *, seed: int, share: float, faults: Sequence[Fault], methods: Collection[str] = ()
    ) -> None:
        """This share of all calls (or of those methods') meet one of these faults."""
        self._chance = (random.Random(seed), share, faults, methods)

    def clear(self) -> None:
        """Let everything through again."""
        self._planned.clear()
        self._always.clear()
        self._chance = None

    def next(self, method: str) -> Fault | None:
        """What this call meets."""
        found = self._next(method)
        if found is not None:
            self.met.append((method, found))
        return found

    def _next(self, method: str) -> Fault | None:
        if self._planned[method]:
            return self._planned[method].pop(0)
        if method in self._always:
            return self._always[method]
        if self._chance is None:
            return None
        dice, share, faults, methods = self._chance
        if (methods and method not in methods) or dice.random() >= share:
            return None
        return dice.choice(faults)


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
