"""The ticker rings every job, and none of them spoils it for the others."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, timedelta

import pytest

from bot.schedule import Aside, Job, Schedule
from tests.builders import MONDAY_MORNING, Clock


def test_a_tick_rings_every_job_with_the_time(clock: Clock) -> None:
    rung: list[tuple[str, datetime]] = []
    jobs = {name: lambda at, name=name: rung.append((name, at)) for name in ("digest", "sync")}
    schedule = Schedule(jobs, now=clock)

    async def story() -> None:
        await schedule.tick()
        clock.move(days=1)
        await schedule.tick()

    asyncio.run(story())
    tomorrow = MONDAY_MORNING + timedelta(days=1)
    assert rung == [(name, at) for at in (MONDAY_MORNING, tomorrow) for name in ("digest", "sync")]


def test_a_job_that_fails_does_not_stop_the_others(clock: Clock) -> None:
    rung: list[str] = []

    def fail(at: datetime) -> None:
        raise ValueError(at)

    schedule = Schedule({"bad": fail, "good": lambda _: rung.append("good")}, now=clock)
    asyncio.run(schedule.tick())
    assert rung == ["good"]


def test_two_ticks_never_run_at_the_same_time(clock: Clock) -> None:
    inside = threading.Semaphore()
    crowded: list[bool] = []

    def job(at: datetime) -> None:
        free = inside.acquire(blocking=False)
        crowded.append(not free)
        threading.Event().wait(0.02)
        inside.release()

    schedule = Schedule({"slow": job}, now=clock)

    async def story() -> None:
        await asyncio.gather(*(schedule.tick() for _ in range(3)))

    asyncio.run(story())
    assert crowded == [False] * 3


def test_the_ticker_rings_at_once_and_then_again_and_again_until_it_is_stopped(
    clock: Clock,
) -> None:
    rung: list[datetime] = []
    schedule = Schedule({"job": rung.append}, now=clock, every=timedelta(seconds=0.05))

    async def story() -> int:
        schedule.start()
        async with asyncio.timeout(5):
            while len(rung) < 3:  # noqa: ASYNC110 - the job rings in a thread
                await asyncio.sleep(0.01)
        await schedule.stop()
        after = len(rung)
        await asyncio.sleep(0.2)
        return after

    assert asyncio.run(story()) == len(rung)


def test_a_job_aside_holds_up_no_other_and_rings_in_its_own_time(clock: Clock) -> None:
    done, rung, aside = threading.Event(), threading.Event(), list[datetime]()

    def long(at: datetime) -> None:
        aside.append(at)
        assert len(aside) > 1 or done.wait(5)

    jobs: dict[str, Job] = {"long": Aside(long), "usual": lambda _: rung.set()}
    soon, never = timedelta(seconds=0.02), timedelta(hours=1)
    schedule = Schedule(jobs, now=clock, every=never, aside_every=soon)

    async def story() -> None:
        schedule.start()
        assert await asyncio.to_thread(rung.wait, 5)
        done.set()
        async with asyncio.timeout(5):
            while len(aside) < 3:  # noqa: ASYNC110 - the job rings in a thread
                await asyncio.sleep(0.01)
        await schedule.stop()

    asyncio.run(story())


def test_whoever_rings_by_hand_rings_the_jobs_aside_too(clock: Clock) -> None:
    rung: list[datetime] = []
    Schedule({"long": Aside(rung.append)}, now=clock).ring()
    assert rung == [MONDAY_MORNING]


def test_a_stop_in_the_middle_of_a_job_is_no_fault(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    begun, free = threading.Event(), threading.Event()
    ended: list[datetime] = []

    def job(at: datetime) -> None:
        begun.set()
        free.wait(10)
        ended.append(at)

    async def story() -> None:
        schedule = Schedule({"long": job}, now=clock)
        schedule.start()
        assert await asyncio.to_thread(begun.wait, 10)
        stopping = asyncio.create_task(schedule.stop())
        await asyncio.sleep(0.05)
        assert not stopping.done()
        free.set()
        await stopping

    asyncio.run(story())
    assert ended == [MONDAY_MORNING]
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == []


def test_a_schedule_that_was_never_started_can_be_stopped(clock: Clock) -> None:
    asyncio.run(Schedule({}, now=clock).stop())
