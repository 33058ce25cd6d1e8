"""Does presses in few threads, so that those which come at once share a commit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
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
"""Commits at its end what was done inside, or raises and has kept nothing of it."""

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
        except StopIteration:  # the one error that no future takes
            self._outcome = partial(self.future.set_exception, RuntimeError("StopIteration"))
        except BaseException as error:  # noqa: BLE001 - it is whose who waits, as in any executor
            self._outcome = partial(self.future.set_exception, error)

    def answer(self) -> None:
        if not self.future.done():  # it may have been given up meanwhile
            self._outcome()


class Lane:
    """A few threads for what writes little and comes often; each press is answered after its commit.

    All presses come from one event loop.
    """

    def __init__(
        self,
        route: Handler,
        hold: Callable[[], AbstractContextManager[Together]],
        *,
        name: str,
        threads: int = 1,
        hold_s: float = HOLD,
    ) -> None:
        """Let `route` answer; each thread holds what that needs as long as presses come."""
        self._route = route
        self._hold = hold
        self._hold_s = hold_s
        self._waiting: SimpleQueue[_Waiting] = SimpleQueue()
        for number in range(threads):
            Thread(target=self._work, name=f"{name}-{number}", daemon=True).start()

    async def press(self, asked: Interaction) -> Reply:
        """Do it soon, and come back when it is on disk."""
        press = _Waiting(asked)
        # a thread that is woken while the loop is at work would only wait for the interpreter
        asyncio.get_running_loop().call_soon(self._waiting.put, press)
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
        presses: list[_Waiting] = []
        try:
            with together():
                for press in self._those_at_once(first):
                    presses.append(press)
                    press.do(self._route)
        except BaseException:  # noqa: BLE001 - nothing was kept; alone, each meets its own error
            for press in presses:
                press.do(self._route)
        with suppress(RuntimeError):  # the loop has ended, and with it whoever waited
            first.future.get_loop().call_soon_threadsafe(_answer, presses)

    def _those_at_once(self, first: _Waiting) -> Iterator[_Waiting]:
        until = monotonic() + LONGEST_TOGETHER
        yield first
        for _ in range(MOST_TOGETHER - 1):
            if monotonic() >= until:
                return
            try:
                yield self._waiting.get_nowait()
            except Empty:
                return


def _answer(presses: Sequence[_Waiting]) -> None:
    """Answer in the loop's own thread, where waking it once is enough for all of them."""
    for press in presses:
        press.answer()
