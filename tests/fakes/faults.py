"""What can go wrong between a chat platform and us: planned faults, and faults by chance."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["too_many", "status", "drop", "slow", "html", "empty", "code"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong with one call; `kept` says whether the platform did it all the same."""

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
