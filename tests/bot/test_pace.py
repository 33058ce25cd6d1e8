"""A conversation is spoken to no faster than its platform likes."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import Pace, Turns, breath_before

SALES = ("slack", "C1")
MARKETING = ("slack", "C2")


class Watch:
    """A clock that runs only while somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def moments(
    pace: Pace, silences: list[float], conversation: tuple[str, str] = SALES
) -> list[float]:
    """Speak after each of these silences, and tell when it came to it."""
    watch = Watch()
    turns = Turns(clock=watch, sleep=watch.sleep)

    async def speak() -> list[float]:
        spoken: list[float] = []
        for silence in silences:
            watch.seconds += silence
            await turns.wait(conversation, pace)
            spoken.append(watch.seconds)
        return spoken

    return asyncio.run(speak())


def test_the_first_call_need_not_wait() -> None:
    assert moments(Pace(), [0]) == [0]


def test_calls_keep_the_distance() -> None:
    assert moments(Pace(per_second=2), [0, 0, 0]) == [0, 0.5, 1.0]


def test_a_burst_may_follow_a_silence() -> None:
    assert moments(Pace(per_second=1, burst=3), [10, 0, 0, 0, 0]) == [10, 10, 10, 11, 12]


def test_conversations_do_not_wait_for_each_other() -> None:
    watch = Watch()
    turns = Turns(clock=watch, sleep=watch.sleep)

    async def speak() -> None:
        await turns.wait(SALES, Pace())
        await turns.wait(MARKETING, Pace())

    asyncio.run(speak())
    assert watch.seconds == 0


@settings(max_examples=50)
@given(
    st.floats(0.1, 50),
    st.integers(1, 5),
    st.lists(st.floats(0, 3), min_size=1, max_size=30),
)
def test_no_window_holds_more_calls_than_the_pace_allows(
    per_second: float, burst: int, silences: list[float]
) -> None:
    spoken = moments(Pace(per_second=per_second, burst=burst), silences)
    for first, begun in enumerate(spoken):
        for last in range(first, len(spoken)):
            allowed = burst + (spoken[last] - begun) * per_second
            assert last - first + 1 <= allowed + 1e-6


def test_a_turn_is_told_beforehand_without_being_taken() -> None:
    watch = Watch()
    turns, pace = Turns(clock=watch, sleep=watch.sleep), Pace(per_second=2)
    assert [turns.ahead(SALES, pace), turns.ahead(SALES, pace)] == [0, 0]
    assert [turns.take(SALES, pace), turns.ahead(SALES, pace)] == [0, 0.5]


def test_a_closed_conversation_opens_one_by_one() -> None:
    watch = Watch()
    turns, pace = Turns(clock=watch, sleep=watch.sleep), Pace(per_second=1, burst=5)
    turns.close(SALES, pace, 30)
    assert [turns.take(SALES, pace) for _ in range(3)] == [30, 31, 32]


@given(st.floats(0, 60), st.floats(0, 60))
def test_looking_at_the_outbox_takes_a_fiftieth_of_the_time_until_somebody_would_notice(
    look: float, rested: float
) -> None:
    breath = breath_before(look, rested)
    assert 0.03 <= breath <= 0.5
    away = rested + breath
    assert away >= 0.5 or look / (look + away) <= 0.02 + 1e-9


def test_the_first_commit_after_a_silence_is_looked_for_at_once() -> None:
    assert breath_before(look=0.4, rested=1) == 0.03
