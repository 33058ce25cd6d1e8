"""What is sent after the acknowledgement: in order, few at once, and not lost at shutdown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.platforms import errands
from bot.platforms.errands import AT_ONCE, MOST, TRIES, Errand, Errands
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure

SOON = timedelta(milliseconds=1)


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errands, "REST", SOON)


def run(story: Callable[[Errands], Coroutine[Any, Any, None]]) -> list[Any]:
    """Play a story, and give what was logged."""

    async def play() -> None:
        crew = Errands()
        await story(crew)
        await crew.drain(timedelta(seconds=5))

    with capture_logs() as logged:
        asyncio.run(play())
    return list(logged)


def failing(times: int, error: Exception, done: list[str]) -> Callable[[], Awaitable[object]]:
    left = [error] * times

    async def work() -> None:
        if left:
            raise left.pop()
        done.append("done")

    return work


@pytest.mark.parametrize(
    "error", [Throttled(SOON), NotYet(SOON), Unavailable(), Unsure(), Unavailable("reset")]
)
def test_what_may_pass_is_tried_again(error: Exception) -> None:
    done: list[str] = []

    async def story(crew: Errands) -> None:
        crew.start(Errand("C1", failing(TRIES - 1, error, done)))

    assert run(story) == []
    assert done == ["done"]


@pytest.mark.parametrize(
    "error",
    [Undeliverable("is_archived"), Throttled(timedelta(hours=1)), ValueError("canary"), Unsure()],
)
def test_what_does_not_pass_is_given_up_and_told_without_words(error: Exception) -> None:
    done: list[str] = []

    async def story(crew: Errands) -> None:
        crew.start(Errand("C1", failing(TRIES, error, done)))

    [line] = run(story)
    assert done == []
    assert line["event"] == "errand-failed"
    assert "canary" not in str(line)


def test_errands_to_one_place_keep_their_order_and_others_do_not_wait() -> None:
    done: list[str] = []
    gate, elsewhere = asyncio.Event(), asyncio.Event()

    def noting(name: str, *, waits: bool = False) -> Callable[[], Awaitable[object]]:
        async def work() -> None:
            if waits:
                await gate.wait()
            done.append(name)
            if name == "elsewhere":
                elsewhere.set()

        return work

    async def story(crew: Errands) -> None:
        crew.start(Errand("C1", noting("first", waits=True)))
        crew.start(Errand("C1", noting("second")))
        crew.start(Errand("C2", noting("elsewhere")))
        await elsewhere.wait()
        gate.set()

    run(story)
    assert done == ["elsewhere", "first", "second"]


def test_a_failed_errand_does_not_hold_up_the_next_one() -> None:
    done: list[str] = []

    async def story(crew: Errands) -> None:
        crew.start(Errand("C1", failing(1, ValueError(), [])))
        crew.start(Errand("C1", failing(0, ValueError(), done)))

    run(story)
    assert done == ["done"]


def test_few_are_under_way_at_once() -> None:
    under_way, most = [0], [0]

    async def work() -> None:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        await asyncio.sleep(0)
        under_way[0] -= 1

    async def story(crew: Errands) -> None:
        for number in range(5 * AT_ONCE):
            crew.start(Errand(f"C{number}", work))

    run(story)
    assert most == [AT_ONCE]


def test_more_than_can_ever_be_sent_are_dropped_and_told() -> None:
    done: list[str] = []

    async def story(crew: Errands) -> None:
        for _ in range(MOST + 1):
            crew.start(Errand("C1", failing(0, ValueError(), done)))

    [line] = run(story)
    assert line["event"] == "errand-dropped"
    assert len(done) == MOST


def test_the_end_waits_for_what_is_under_way_but_not_for_ever() -> None:
    done: list[str] = []

    async def slow() -> None:
        await asyncio.sleep(0.02)
        done.append("slow")

    async def story(crew: Errands) -> None:
        stop = asyncio.Event()
        service = asyncio.create_task(crew.run(stop))
        crew.start(Errand("C1", slow))
        await asyncio.sleep(0)
        stop.set()
        await service
        assert done == ["slow"]
        crew.start(Errand("C1", lambda: asyncio.sleep(3600)))
        await crew.drain(timedelta(seconds=0.01))
        assert not crew._tasks

    run(story)
