"""All conversations together keep to the limits of each method, and nobody waits long in line."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import Pace
from bot.platforms.lines import LONGEST_LINE
from bot.platforms.port import NotYet, Throttled
from bot.platforms.slack.limits import (
    MINUTE,
    TIER_3,
    TIER_4,
    Allowance,
    a_minute,
    paces,
)
from tests.bot.platforms.slack.sending import card, replaced, sent, speaking
from tests.fakes.slack import faults
from tests.fakes.slack.fake import FakeSlack

METHOD = "chat.update"


class Watch:
    """A clock that runs only while somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def allowing(pace: Pace) -> tuple[Allowance, Watch]:
    watch = Watch()
    return Allowance({METHOD: pace}, clock=watch, sleep=watch.sleep), watch


async def turns(allowance: Allowance, many: int) -> list[float]:
    """Ask for so many turns, and list the seconds of those that were sent away."""
    away: list[float] = []
    for _ in range(many):
        try:
            await allowance.turn(METHOD)
        except NotYet as not_yet:
            away.append(not_yet.wait.total_seconds())
    return away


@settings(max_examples=60)
@given(
    st.sampled_from([TIER_3, TIER_4, *(paces(many)["chat.postMessage"] for many in (60, 240))]),
    st.lists(st.floats(0, 20), min_size=1, max_size=200),
)
def test_no_minute_holds_more_calls_than_the_tier_allows(pace: Pace, silences: list[float]) -> None:
    most = round(pace.per_second * MINUTE) + pace.burst
    allowance, watch = allowing(pace)
    called: list[float] = []

    async def call() -> None:
        for silence in silences:
            watch.seconds += silence
            if not await turns(allowance, 1):
                called.append(watch.seconds)

    asyncio.run(call())
    for begun in called:
        assert sum(begun <= at < begun + MINUTE - 1e-6 for at in called) <= most


def test_a_burst_leaves_at_once_and_what_comes_after_it_is_asked_to_come_back() -> None:
    allowance, watch = allowing(a_minute(50, burst=10))
    away = asyncio.run(turns(allowance, 14))
    assert watch.seconds == 100
    assert len(away) == 4
    assert away == sorted(set(away))
    assert min(away) > LONGEST_LINE


def test_a_short_line_is_waited_out() -> None:
    allowance, watch = allowing(Pace(per_second=2, burst=1))
    assert asyncio.run(turns(allowance, 3)) == []
    assert watch.seconds == 101


def test_who_comes_back_when_told_to_gets_a_turn() -> None:
    allowance, watch = allowing(a_minute(50, burst=10))
    away = asyncio.run(turns(allowance, 40))
    assert len(away) == 30
    for moment in sorted(away):
        watch.seconds = max(watch.seconds, 100 + moment)
        assert asyncio.run(turns(allowance, 1)) == []


def test_who_comes_in_between_waits_behind_nobody_who_was_sent_away() -> None:
    """An answer to a person who waits does not queue behind five hundred envelopes."""
    allowance, watch = allowing(a_minute(240, burst=20))
    asyncio.run(turns(allowance, 500))
    watch.seconds += 1
    assert asyncio.run(turns(allowance, 1)) == []


def test_a_method_that_is_closed_opens_again_slowly() -> None:
    allowance, watch = allowing(a_minute(50, burst=10))
    allowance.close(METHOD, timedelta(seconds=30))
    [away] = asyncio.run(turns(allowance, 1))
    assert away >= 30
    watch.seconds += away
    assert len(asyncio.run(turns(allowance, 3))) == 2


def test_a_method_without_a_pace_is_called_at_once() -> None:
    allowance, watch = allowing(TIER_3)
    allowance.close("auth.test", timedelta(hours=1))
    asyncio.run(allowance.turn("auth.test"))
    assert watch.seconds == 100


@pytest.mark.anyio
async def test_a_429_for_an_update_closes_updates_for_everybody_and_leaves_posts_alone(
    slack: FakeSlack,
) -> None:
    anna, wei = slack.member("Anna"), slack.member("Wei")
    async with speaking(slack, allowance=Allowance(paces())) as platform:
        references = [await sent(platform, one.id) for one in (anna, wei)]
        slack.faults.plan("chat.update", faults.too_many(40))
        with pytest.raises(Throttled):
            await replaced(platform, anna.id, references[0])
        with pytest.raises(NotYet) as caught:
            await replaced(platform, wei.id, references[1])
        assert caught.value.wait >= timedelta(seconds=39)
        await sent(platform, wei.id, card("and a post"))
    assert len(slack.calls_of("chat.update")) == 1


@pytest.mark.anyio
async def test_a_429_for_a_post_closes_no_other_channel(slack: FakeSlack) -> None:
    anna, wei = slack.member("Anna"), slack.member("Wei")
    async with speaking(slack, allowance=Allowance(paces())) as platform:
        slack.faults.plan("chat.postMessage", faults.too_many(40))
        with pytest.raises(Throttled):
            await sent(platform, anna.id)
        await sent(platform, wei.id)
    assert len(slack.said_to(wei)) == 1
