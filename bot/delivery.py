"""Empties the outbox: nothing is lost, and nothing said twice where the platform can be asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from random import SystemRandom
from typing import ParamSpec, Protocol, TypeVar

import structlog

from bot.faults import described
from bot.i18n import Voice
from bot.pace import Turns, breath_before
from bot.papers import as_file
from bot.platforms.port import (
    NotYet,
    Platform,
    Throttled,
    Unavailable,
    Undeliverable,
    Unsure,
)
from handlers.message import Message, Paper
from handlers.parcel import (
    Doubtful,
    Fate,
    Gone,
    Later,
    Parcel,
    Parked,
    Patience,
    Paused,
    Sent,
    Trouble,
)
from handlers.work import About, IfUnsure, Now, Views

FIRST_REST = timedelta(seconds=2)
LONGEST_REST = timedelta(minutes=5)

SETTLE_AGAIN_AFTER = (0.2, 1.0, 5.0, 0.0)
"""Seconds between tries to write a fate down; after them the lease runs out: it is unsure."""

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger()


def _nothing(_: datetime) -> None:
    """Prepare nothing."""


class PostOffice(Protocol):
    """The outbox as delivery sees it; every call is one transaction and may block."""

    def claim(self, running: Mapping[str, timedelta], room: int) -> Sequence[Parcel]:
        """Take at most `room` parcels; `running` says how often each platform may be redrawn."""
        ...

    def settle(self, parcel: Parcel, fate: Fate) -> None:
        """Write down what became of a parcel; no effect where a later attempt has overtaken it."""
        ...


class Delivery:
    """Takes what may leave, one message per place at a time, and brings it to the platforms."""

    def __init__(
        self,
        office: PostOffice,
        platforms: Mapping[str, Platform],
        views: Views,
        *,
        now: Now,
        patience: Patience | None = None,
        prepare: Callable[[datetime], None] = _nothing,
    ) -> None:
        """Deliver from this office to these platforms, whose names are the keys.

        `prepare` is called before each look at the outbox, and puts into it what follows from
        commits that did not wait for it.
        """
        self._office = office
        self._platforms = platforms
        self._views = views
        self._now = now
        self._patience = patience or Patience()
        self._prepare = prepare
        self._running = {name: platform.pace.redraw for name, platform in platforms.items()}
        self._turns = Turns()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._counter = ThreadPoolExecutor(1, thread_name_prefix="post-office")

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop`, then let what is under way end."""
        self._loop = asyncio.get_running_loop()
        stopping = asyncio.create_task(self._wake_at(stop))
        while not stop.is_set():
            self._wake.clear()
            began = self._loop.time()
            if not await self._start_some():
                ended = self._loop.time()
                await self._rest()
                rested = self._loop.time() - ended
                await asyncio.sleep(breath_before(ended - began, rested))
        await stopping
        await self._drain()

    def poke(self) -> None:
        """Say, from any thread, that something was committed that may leave."""
        if self._loop is not None and not self._wake.is_set():
            with suppress(RuntimeError):  # the loop has ended, and so has delivery
                self._loop.call_soon_threadsafe(self._wake.set)

    async def empty(self) -> None:
        """Deliver what may leave now, and come back when nothing more may."""
        while await self._start_some() or self._tasks:
            await asyncio.gather(*self._tasks)

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._wake.set()

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), self._patience.poll.total_seconds())

    async def _drain(self) -> None:
        """Wait for what is under way; what does not end in time is left to its lease."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._patience.drain.total_seconds())
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._counter.shutdown()

    async def _start_some(self) -> bool:
        """Start what may leave, and tell whether more may have been found than there was room for."""
        room = self._patience.at_once - len(self._tasks)
        if room <= 0:
            return False
        try:
            parcels = await self._at_counter(self._claim, room)
        except Exception as error:
            log.warning("claim-failed", error=described(error))
            return False
        for parcel in parcels:
            task = asyncio.create_task(self._deliver(parcel))
            self._tasks.add(task)
            task.add_done_callback(self._ended)
        return len(parcels) == room

    def _claim(self, room: int) -> Sequence[Parcel]:
        try:
            self._prepare(self._now())
        except Exception as error:
            log.warning("prepare-failed", error=described(error))
        return self._office.claim(self._running, room)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._wake.set()

    async def _deliver(self, parcel: Parcel) -> None:
        fate = await (self._look(parcel) if parcel.unsure else self._send(parcel))
        for rest in SETTLE_AGAIN_AFTER:
            try:
                return await self._at_counter(self._office.settle, parcel, fate)
            except Exception as error:
                log.warning("settle-failed", message=parcel.id, error=described(error))
                await asyncio.sleep(rest)
        return None

    async def _at_counter(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the post office in its one thread: two writers of ours would wait for each other."""
        return await asyncio.get_running_loop().run_in_executor(
            self._counter, lambda: call(*args, **kwargs)
        )

    # ---- sending

    async def _send(self, parcel: Parcel) -> Fate:
        try:
            message = await self._drawn(parcel)
        except Exception as error:
            log.warning("drawing-failed", message=parcel.id, error=described(error))
            return Later(at=self._rested(parcel), counts=True)
        try:
            return await self._bring(parcel, message)
        except Throttled as throttled:
            return Paused(self._now() + throttled.wait)
        except NotYet as not_yet:
            return Later(at=self._now() + not_yet.wait, counts=False)
        except Unavailable:
            return self._later_unless_old(parcel)
        except Undeliverable as reason:
            return Parked(Trouble.REFUSED, str(reason))
        except (Unsure, TimeoutError):
            return self._doubtful()
        except Exception as error:
            log.warning("platform-failed", message=parcel.id, error=described(error))
            return self._doubtful()

    async def _drawn(self, parcel: Parcel) -> Message | None:
        if isinstance(parcel.content, About):
            draw = self._views[parcel.content.view]
            return await asyncio.to_thread(draw, parcel.content.subject)
        if isinstance(parcel.content, Paper):
            return await asyncio.to_thread(as_file, parcel.content, _voice(parcel))
        return parcel.content

    async def _bring(self, parcel: Parcel, message: Message | None) -> Fate:
        if message is None and parcel.reference is None:
            return Gone()
        platform = self._platforms[parcel.to.platform]
        await self._turns.wait((parcel.to.platform, parcel.to.conversation), platform.pace)
        if self._now() + self._patience.time_out > parcel.held_until:
            return Later(at=self._now(), counts=False)
        async with asyncio.timeout(self._patience.time_out.total_seconds()):
            return await self._call(platform, parcel, message)

    async def _call(self, platform: Platform, parcel: Parcel, message: Message | None) -> Fate:
        address, reference = parcel.to.address, parcel.reference
        voice = _voice(parcel)
        if reference is None:
            assert message is not None  # noqa: S101 - nothing that stands nowhere is taken away
            return Sent(await platform.send(address, message, voice=voice, key=parcel.key))
        if message is None:
            await platform.remove(address, reference)
            return Gone()
        await platform.replace(address, reference, message, voice=voice)
        return Sent(reference)

    # ---- finding out

    async def _look(self, parcel: Parcel) -> Fate:
        try:
            return await self._found(parcel)
        except (Throttled, NotYet) as trouble:
            return Doubtful(self._now() + trouble.wait)
        except Undeliverable as reason:
            return Parked(Trouble.UNSURE, str(reason))
        except (Unavailable, Unsure, TimeoutError):
            return Parked(Trouble.UNSURE) if self._is_old(parcel) else self._doubtful()
        except Exception as error:
            log.warning("platform-failed", message=parcel.id, error=described(error))
            return Parked(Trouble.UNSURE) if self._is_old(parcel) else self._doubtful()

    async def _found(self, parcel: Parcel) -> Fate:
        """Ask the platform; where it cannot be asked, do as the message says."""
        platform = self._platforms[parcel.to.platform]
        again = Later(at=self._now(), counts=True)
        if parcel.reference is not None:  # putting a message in place twice does no harm
            return again
        if platform.can_find(parcel.to.address):
            async with asyncio.timeout(self._patience.time_out.total_seconds()):
                reference = await platform.find(parcel.to.address, parcel.key)
            return again if reference is None else Sent(reference)
        return again if parcel.if_unsure is IfUnsure.REPEAT else Parked(Trouble.UNSURE)

    # ---- waiting

    def _doubtful(self) -> Doubtful:
        return Doubtful(self._now() + self._patience.quarantine)

    def _later_unless_old(self, parcel: Parcel) -> Later | Parked:
        if self._is_old(parcel):
            return Parked(Trouble.UNAVAILABLE)
        return Later(at=self._rested(parcel), counts=False)

    def _is_old(self, parcel: Parcel) -> bool:
        return self._now() - parcel.created_at >= self._patience.give_up

    def _rested(self, parcel: Parcel) -> datetime:
        """Rest twice as long after each attempt, and never in step with others."""
        longest = min(FIRST_REST * float(2 ** min(parcel.attempt, 10)), LONGEST_REST)
        return self._now() + longest * SystemRandom().uniform(0.5, 1)


def _voice(parcel: Parcel) -> Voice:
    return Voice(parcel.to.language, parcel.to.zone)
