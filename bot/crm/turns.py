"""Each connection's turn: no faster than its CRM takes calls, and not at all while it asks us to wait."""

from __future__ import annotations

import time
from bisect import insort
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock

from handlers.connector import CrmError, Trouble

PATIENCE = timedelta(seconds=15)
"""So long a call may wait for its turn; where a CRM wants more, whoever asked is told."""


@dataclass(frozen=True, slots=True)
class Budget:
    """So many calls, in any so many seconds."""

    calls: int
    seconds: float


class Limiter:
    """Lets a connection's calls through, of all threads together, no faster than the CRM takes them."""

    def __init__(
        self,
        budgets: Mapping[str, Budget],
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Keep these budgets, by the names under which calls draw on them."""
        self._budgets = budgets
        self._last: dict[str, list[float]] = {name: [] for name in budgets}
        self._clock = clock
        self._sleep = sleep
        self._lock = Lock()
        self._closed_till = 0.0
        self._why = Trouble.BUSY

    def wait(self, budgets: Collection[str]) -> None:
        """Come back when it is this call's turn; raises `CrmError` where that is too long a while."""
        with self._lock:
            now = self._clock()
            at = max([now, self._closed_till, *(self._free_at(name) for name in budgets)])
            if at - now > PATIENCE.total_seconds():
                why = self._why if self._closed_till > now else Trouble.BUSY
                raise CrmError(why, wait=timedelta(seconds=at - now))
            for name in budgets:
                insort(self._last[name], at)
                del self._last[name][: -self._budgets[name].calls]
        if at > now:
            self._sleep(at - now)

    def close(self, error: CrmError) -> None:
        """Let nobody through for as long as the CRM asked."""
        if error.wait is None:
            return
        with self._lock:
            till = self._clock() + error.wait.total_seconds()
            if till > self._closed_till:
                self._why, self._closed_till = error.trouble, till

    def pause(self, seconds: float) -> None:
        """Do nothing for a while."""
        self._sleep(seconds)

    def _free_at(self, name: str) -> float:
        last, budget = self._last[name], self._budgets[name]
        return last[0] + budget.seconds if len(last) == budget.calls else 0.0
