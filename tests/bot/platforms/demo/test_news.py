"""News of the chat: at once, without gaps after a lost connection, and only what one may see."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import pytest

from bot.platforms.demo.news import MOST_AT_ONCE, news
from handlers.people import PersonId
from tests.bot.platforms.demo.conftest import House
from tests.bot.platforms.demo.test_send import sent


def listen(house: House, person: str = "piotr", after: int = 0) -> Any:
    told = news(house.demo, house.demo.people()[PersonId(person)], after)
    return aclosing(only_news(told))


async def only_news(stream: AsyncGenerator[str]) -> AsyncGenerator[str]:
    async with aclosing(stream):
        async for event in stream:
            if event.startswith("id: "):
                yield event


async def heard(stream: Any) -> tuple[int, dict[str, Any]]:
    async with asyncio.timeout(5):
        event = await anext(stream)
    lines = dict(line.split(": ", 1) for line in event.strip().splitlines())
    return int(lines.get("id", "-1")), json.loads(lines["data"])


def titles(news_: dict[str, Any]) -> list[str]:
    return [message["title"] for message in news_["messages"]]


@pytest.mark.anyio
async def test_a_browser_hears_what_is_posted_replaced_and_removed(house: House) -> None:
    async with listen(house) as stream:
        await heard(stream)
        reference = await sent(house.platform, text="first")
        assert titles((await heard(stream))[1]) == ["first"]
        house.demo.chat.replace(int(reference), title="second", html="second")
        house.demo.listeners.wake()
        assert titles((await heard(stream))[1]) == ["second"]
        await house.platform.remove("sales", reference)
        assert (await heard(stream))[1]["messages"][0]["removed"]


@pytest.mark.anyio
async def test_after_a_lost_connection_nothing_is_missing_and_nothing_comes_twice(
    house: House,
) -> None:
    await sent(house.platform, "1", "first")
    async with listen(house) as stream:
        last, told = await heard(stream)
    assert titles(told) == ["first"]
    await sent(house.platform, "2", "second")
    await sent(house.platform, "3", "third")
    async with listen(house, after=last) as stream:
        _, told = await heard(stream)
    assert titles(told) == ["second", "third"]


@pytest.mark.anyio
async def test_a_long_absence_is_caught_up_with_in_pieces(house: House) -> None:
    for number in range(MOST_AT_ONCE + 5):
        await sent(house.platform, str(number), str(number))
    async with listen(house) as stream:
        _, first = await heard(stream)
        _, second = await heard(stream)
    together = titles(first) + titles(second)
    assert together == [str(number) for number in range(MOST_AT_ONCE + 5)]


@pytest.mark.anyio
async def test_nobody_hears_the_direct_messages_of_others(house: House) -> None:
    house.browser("piotr").say("secret", "person:piotr")
    async with listen(house, "maya") as stream:
        _, told = await heard(stream)
    assert told["messages"] == []


@pytest.mark.anyio
async def test_everybody_hears_that_somebody_has_unread_messages(house: House) -> None:
    async with listen(house, "maya") as stream:
        await heard(stream)
        await sent(house.platform)
        _, told = await heard(stream)
    assert told["unread"]["piotr"] == {"sales": 1}


@pytest.mark.anyio
async def test_a_moved_clock_is_told(house: House) -> None:
    async with listen(house) as stream:
        await heard(stream)
        house.clock.move(hours=2)
        house.demo.listeners.wake()
        _, told = await heard(stream)
    assert told["now"] == "2026-11-16T11:00:00+00:00"


@pytest.mark.anyio
async def test_a_burst_is_told_as_one_piece_of_news(house: House) -> None:
    async with listen(house) as stream:
        await heard(stream)
        for number in range(20):
            await sent(house.platform, str(number), str(number))
        _, told = await heard(stream)
        assert len(titles(told)) > 1


@pytest.mark.anyio
async def test_a_page_older_than_the_chat_is_told_to_begin_anew(house: House) -> None:
    person = house.demo.people()[PersonId("piotr")]
    async with aclosing(news(house.demo, person, 99)) as stream:
        events = [await anext(stream), await anext(stream)]
    assert events[1].startswith("event: reset")


@pytest.mark.anyio
async def test_when_the_server_stops_the_news_end(house: House) -> None:
    async with listen(house) as stream:
        await heard(stream)
        house.demo.listeners.close()
        with pytest.raises(StopAsyncIteration):
            await heard(stream)


@pytest.mark.anyio
async def test_whoever_left_is_not_woken_any_more(house: House) -> None:
    async with listen(house) as stream:
        await heard(stream)
    assert house.demo.listeners._waiting == set()


@pytest.mark.parametrize("after", ["x", "-1", "1.5"])
def test_only_a_number_says_where_to_take_up_again(house: House, after: str) -> None:
    answer = house.client.get("/demo/events", params={"as": "piotr", "after": after})
    assert answer.status_code == 400
