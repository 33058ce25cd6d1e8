"""What can go wrong between Teams and us: planned faults, and the Connector's own limits.

`teams.faults.plan("post", too_many(2), dropped(kept=True))`: the operations are post, put, delete,
create, member, members, team, channels, token, metadata, keys, users, install, upload, download.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.faults import Fault, Faults, broken, dropped, empty, html, slow, too_many

__all__ = [
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

SENDS = ((7, 1), (8, 2), (60, 30), (1800, 3600))
READS = ((14, 1), (16, 2), (120, 30), (3600, 3600))


def refused(status: int, code: str) -> Fault:
    """An answer of that status with an error of that code, whatever was asked."""
    return Fault("code", status=status, code=code)


@dataclass
class Limits:
    """Teams' rate limits, off until a test switches them on; a refused call changes nothing."""

    on: bool = False
    clock: Callable[[], float] = time.monotonic
    tenant_a_second: int = 50
    refusals: list[tuple[str, str]] = field(default_factory=list)
    _seen: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))

    def wait(self, operation: str, conversation: str) -> int:
        """How many seconds the caller is to wait; 0 lets the call through."""
        if not self.on:
            return 0
        windows = SENDS if operation in {"post", "put", "delete", "create"} else READS
        kind = "send" if windows is SENDS else "read"
        one, all_of_them = self._seen[kind, conversation], self._seen["tenant", ""]
        now = self.clock()
        waits = [_missing(one, now, most, span) for most, span in windows]
        waits.append(_missing(all_of_them, now, self.tenant_a_second, 1))
        if (longest := max(waits)) > 0:
            self.refusals.append((operation, conversation))
            return max(1, math.ceil(longest))
        one.append(now)
        all_of_them.append(now)
        return 0


def _missing(seen: list[float], now: float, most: int, span: float) -> float:
    inside = [at for at in seen if at > now - span]
    return 0.0 if len(inside) < most else inside[-most] + span - now
