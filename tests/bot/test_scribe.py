"""The queue's thread, and the log on the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from time import sleep

import typer
from typer.testing import CliRunner

from bot.audit_command import AuditDesk, add_audit_command
from bot.i18n import Voice
from bot.scribe import Scribe
from handlers.people import Language
from handlers.writing.cards import Logged, log_sheet
from handlers.writing.examples import LEAD, STATUS


@dataclass
class Bringing:
    bring: Callable[[], int]


def test_whoever_brings_hears_that_it_has_to_stop_while_a_round_is_under_way() -> None:
    heard: list[bool] = []

    async def scribe() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()

        def writer(stopped: Callable[[], bool]) -> Bringing:
            def bring() -> int:
                loop.call_soon_threadsafe(stop.set)
                while not stopped():
                    sleep(0.001)
                heard.append(True)
                return 0

            return Bringing(bring)

        await asyncio.wait_for(Scribe(writer).run(stop), 30)

    asyncio.run(scribe())
    assert heard == [True]


def test_a_round_that_fails_is_followed_by_another_until_the_end() -> None:
    rounds: list[int] = []
    stop = asyncio.Event()

    async def scribe() -> None:
        loop = asyncio.get_running_loop()

        def bring() -> int:
            rounds.append(1)
            if len(rounds) == 3:
                loop.call_soon_threadsafe(stop.set)
            raise ValueError

        scribe = Scribe(lambda _: Bringing(bring), every=timedelta(0))
        await asyncio.wait_for(scribe.run(stop), 30)

    asyncio.run(scribe())
    assert len(rounds) >= 3


def test_a_commit_is_looked_at_without_waiting_for_the_next_round() -> None:
    looks: list[int] = []

    async def run() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()

        def bring() -> int:
            looks.append(1)
            loop.call_soon_threadsafe(stop.set if len(looks) == 2 else scribe.poke)
            return 0

        scribe = Scribe(lambda _: Bringing(bring), every=timedelta(hours=1))
        await asyncio.wait_for(scribe.run(stop), 30)

    asyncio.run(run())
    assert looks == [1, 1]


def test_it_stops_though_something_is_committed_at_that_very_moment() -> None:
    async def run() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        waiting = asyncio.Event()

        def bring() -> int:
            loop.call_soon_threadsafe(loop.call_later, 0.5, waiting.set)
            return 0

        scribe = Scribe(lambda _: Bringing(bring), every=timedelta(hours=1))
        running = asyncio.create_task(scribe.run(stop))
        await waiting.wait()
        loop.call_soon(scribe.poke)
        loop.call_soon(loop.call_soon, stop.set)
        await asyncio.wait_for(running, 30)

    asyncio.run(run())


def test_a_commit_before_the_start_and_after_the_end_is_heard_by_nobody() -> None:
    scribe = Scribe(lambda _: Bringing(lambda: 0), every=timedelta(hours=1))

    async def run() -> None:
        stop = asyncio.Event()
        stop.set()
        await scribe.run(stop)

    scribe.poke()
    asyncio.run(run())
    scribe.poke()


def test_the_log_comes_as_csv() -> None:
    sheet = log_sheet([Logged(write=STATUS, person="Piotr Zając", lead=LEAD)])

    @contextmanager
    def opened() -> Iterator[AuditDesk]:
        yield AuditDesk(lambda: sheet, Voice(Language.ENGLISH, "Europe/Warsaw"))

    commands = typer.Typer()
    add_audit_command(commands, opened)
    printed = CliRunner().invoke(commands, []).output
    assert "Piotr Zając" in printed
    assert "Anna Nowak · Northwind" in printed
    assert "waiting" in printed
