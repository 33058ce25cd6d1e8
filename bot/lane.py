"""Does presses one after the other, so that those which come at once wait for the disk once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from time import monotonic
from typing import Any, ParamSpec, TypeVar

MOST_TOGETHER = 32
"""Presses that share a commit."""

LONGEST_TOGETHER = 0.02
"""Seconds after which no further press joins: the first has waited long enough for its answer."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class _Press:
    """Something to do, and who waits for it."""

    do: Callable[[], Any]
    future: Future[Any] = field(default_factory=Future[Any])
    result: Any = None
    error: BaseException | None = None

    def done(self) -> None:
        try:
            self.result = self.do()
        except BaseException as error:  # noqa: BLE001 - it is whose who waits, as in any executor
            self.error = error

    def answer(self) -> None:
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)


class Lane(Executor):
    """One thread for what writes little and comes often; each is answered after their commit.

    Several threads would wait for each other all the same, since SQLite lets one write at a time.
    """

    def __init__(self, together: Callable[[], AbstractContextManager[None]], *, name: str) -> None:
        """Do what comes inside `together`, which commits at its end and then raises or has kept it."""
        self._together = together
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._lock = Lock()
        self._waiting: deque[_Press] = deque()
        self._is_at_work = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do something soon; its future ends when what it did is on disk."""
        press = _Press(partial(fn, *args, **kwargs))
        with self._lock:
            self._waiting.append(press)
            if not self._is_at_work:
                self._thread.submit(self._work)
                self._is_at_work = True
        return press.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the standard library's signature
        """Take nothing more, and end what waits."""
        if cancel_futures:
            with self._lock:
                for press in self._waiting:
                    press.future.cancel()
        self._thread.shutdown(wait=wait)

    def _work(self) -> None:
        while self._is_somebody_waiting():
            self._do_some()

    def _is_somebody_waiting(self) -> bool:
        with self._lock:
            self._is_at_work = bool(self._waiting)
            return self._is_at_work

    def _do_some(self) -> None:
        presses: list[_Press] = []
        try:
            with self._together():
                for press in self._next_ones():
                    presses.append(press)
                    press.done()
        except BaseException as error:  # noqa: BLE001 - nothing was kept, which each is told
            for press in presses:
                press.error = error
        for press in presses:
            press.answer()

    def _next_ones(self) -> Iterator[_Press]:
        until = monotonic() + LONGEST_TOGETHER
        for _ in range(MOST_TOGETHER):
            if not self._waiting or monotonic() > until:
                return
            press = self._waiting.popleft()
            if press.future.set_running_or_notify_cancel():
                yield press
