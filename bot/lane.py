"""Does presses one after the other, so that those which come at once wait for the disk once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from handlers.interaction import Handler, Interaction, Reply

MOST_TOGETHER = 32
"""Presses that share a commit."""

LONGEST_TOGETHER = 0.02
"""Seconds after which no further press joins: the first has waited long enough for its answer."""

HOLD = 1.0
"""Seconds without a press after which the lane lets go of what it holds to do them."""

Together = Callable[[], AbstractContextManager[None]]
"""Commits at its end what was done inside, or raises and has kept nothing."""

Press = Callable[[Interaction], Awaitable[Reply]]
"""Answers a pressed button once what it did is on disk."""


class _Waiting:
    """What somebody did, and who waits for the answer."""

    def __init__(self, asked: Interaction) -> None:
        self.future: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._asked = asked
        self._outcome: Callable[[], None]

    def do(self, route: Handler) -> None:
        if self.future.cancelled():
            return
        try:
            self._outcome = partial(self.future.set_result, route(self._asked))
        except BaseException as error:  # noqa: BLE001 - it is whose who waits, as in any executor
            self.fail(error)

    def fail(self, error: BaseException) -> None:
        if isinstance(error, StopIteration):
            error = RuntimeError("StopIteration")  # the one error that no future takes
        self._outcome = partial(self.future.set_exception, error)

    def answer(self) -> None:
        if not self.future.done():  # it may have been given up meanwhile
            self._outcome()


class Lane:
    """One thread for what writes little and comes often; each is answered after their commit.

    Several threads would wait for each other all the same, since SQLite lets one write at a time.
    All presses come from one event loop.
    """

    def __init__(
        self,
        route: Handler,
        hold: Callable[[], AbstractContextManager[Together]],
        *,
        name: str,
        hold_s: float = HOLD,
    ) -> None:
        """Let `route` answer; `hold` takes what that needs, as long as presses come."""
        self._route = route
        self._hold = hold
        self._hold_s = hold_s
        self._waiting: SimpleQueue[_Waiting] = SimpleQueue()
        Thread(target=self._work, name=name, daemon=True).start()

    async def press(self, asked: Interaction) -> Reply:
        """Do it soon, and come back when it is on disk."""
        press = _Waiting(asked)
        self._waiting.put(press)
        return await press.future

    def _work(self) -> None:
        while True:
            press: _Waiting | None = self._waiting.get()
            with self._hold() as together:
                while press is not None:
                    self._do(press, together)
                    press = self._next()

    def _next(self) -> _Waiting | None:
        try:
            return self._waiting.get(timeout=self._hold_s)
        except Empty:
            return None

    def _do(self, first: _Waiting, together: Together) -> None:
        """Do a press, and all that come until it is done and a little longer, and answer them."""
        until, presses = monotonic() + LONGEST_TOGETHER, [first]
        try:
            with together():
                first.do(self._route)
                while self._has_more() and len(presses) < MOST_TOGETHER and monotonic() < until:
                    presses.append(self._waiting.get())
                    presses[-1].do(self._route)
        except BaseException as error:  # noqa: BLE001 - nothing was kept, which each is told
            for press in presses:
                press.fail(error)
        with suppress(RuntimeError):  # the loop has ended, and with it whoever waited
            first.future.get_loop().call_soon_threadsafe(_answer, presses)

    def _has_more(self) -> bool:
        return not self._waiting.empty()


def in_threads(route: Handler, threads: Executor) -> Press:
    """Answer each press in a thread, whoever comes beside it."""

    async def press(asked: Interaction) -> Reply:
        return await asyncio.get_running_loop().run_in_executor(threads, route, asked)

    return press


def _answer(presses: Sequence[_Waiting]) -> None:
    """Answer in the loop's own thread, where waking it once is enough for all of them."""
    for press in presses:
        press.answer()
