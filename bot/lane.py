"""Does presses one after the other, so that those which come at once wait for the disk once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from queue import Empty, SimpleQueue
from threading import Thread
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

    work: Callable[[], Any]
    future: Future[Any] = field(default_factory=Future[Any])
    result: Any = None
    error: BaseException | None = None

    def do(self) -> None:
        try:
            self.result = self.work()
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
        self._waiting: SimpleQueue[_Press | None] = SimpleQueue()
        self._is_closed = False
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do something soon; its future ends when what it did is on disk."""
        if self._is_closed:
            raise RuntimeError("this lane takes nothing more")
        press = _Press(partial(fn, *args, **kwargs))
        self._waiting.put(press)
        return press.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the standard library's signature
        """Take nothing more, and end what waits, or give it up."""
        if cancel_futures:
            self._give_up()
        self._is_closed = True
        self._waiting.put(None)
        if wait:
            self._thread.join()

    def _give_up(self) -> None:
        with suppress(Empty):
            while press := self._waiting.get_nowait():
                press.future.cancel()

    def _work(self) -> None:
        while press := self._waiting.get():
            self._do(press)

    def _do(self, first: _Press) -> None:
        """Do a press, and all that come until it is done and a little longer, and answer them."""
        presses: list[_Press] = []
        try:
            with self._together():
                for press in self._from(first):
                    presses.append(press)
                    press.do()
        except BaseException as error:  # noqa: BLE001 - nothing was kept, which each is told
            for press in presses:
                press.error = error
        for press in presses:
            press.answer()

    def _from(self, first: _Press) -> Iterator[_Press]:
        until, press = monotonic() + LONGEST_TOGETHER, first
        for taken in count(1):
            if press.future.set_running_or_notify_cancel():
                yield press
            if taken == MOST_TOGETHER or self._waiting.empty() or monotonic() > until:
                return
            following = self._waiting.get()
            if following is None:  # we close: the loop outside is to see it, too
                self._waiting.put(None)
                return
            press = following
