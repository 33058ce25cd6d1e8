"""Tables and charts of Slack's own where it takes them; a picture, then words, where it does not."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.platforms.port import Undeliverable
from handlers.message import Card, Chart, ChartKind, Point
from handlers.phrase import verbatim
from tests.bot.platforms.slack.sending import (
    CHART,
    TABLE,
    card,
    kinds,
    replaced,
    sent,
    speaking,
)
from tests.builders import Clock
from tests.fakes.slack import faults
from tests.fakes.slack.channels import Message
from tests.fakes.slack.fake import FakeSlack

pytestmark = pytest.mark.anyio

TABLES, CHARTS = "data_table", "data_visualization"
WITH_BOTH = card("20 leads", CHART, TABLE)


def last(slack: FakeSlack) -> Message:
    return slack.messages[-1]


def tries(slack: FakeSlack) -> int:
    return len(slack.calls_of("chat.postMessage"))


async def test_where_slack_takes_them_tables_and_charts_are_its_own(slack: FakeSlack) -> None:
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, WITH_BOTH)
    assert {TABLES, CHARTS} <= set(kinds(last(slack)))
    assert (tries(slack), slack.files) == (1, {})


async def test_a_chart_that_is_refused_becomes_a_picture_that_says_the_same(
    slack: FakeSlack,
) -> None:
    slack.unsupported.add(CHARTS)
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, WITH_BOTH)
    [picture] = [block for block in last(slack).blocks if block["type"] == "image"]
    assert TABLES in kinds(last(slack))
    assert "Won: 4" in picture["alt_text"]
    [file] = slack.files.values()
    assert picture["slack_file"] == {"id": file.id}
    assert (file.content or b"").startswith(b"\x89PNG")
    assert file.channels == []
    assert tries(slack) == 2


async def test_a_table_that_is_refused_is_told_in_words(slack: FakeSlack) -> None:
    slack.unsupported.add(TABLES)
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, WITH_BOTH)
    assert TABLES not in kinds(last(slack))
    assert CHARTS in kinds(last(slack))
    assert "Anna Nowak" in str(last(slack).blocks)
    assert tries(slack) == 2


async def test_a_refusal_that_names_nothing_costs_all_that_is_doubtful(slack: FakeSlack) -> None:
    slack.faults.plan("chat.postMessage", faults.refused("invalid_blocks"))
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, WITH_BOTH)
    assert not {TABLES, CHARTS} & set(kinds(last(slack)))


async def test_a_refusal_that_points_at_a_block_costs_that_block_alone(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        await sent(platform, anna.id, WITH_BOTH)
        place = kinds(last(slack)).index(CHARTS)
        where = [f"[ERROR] no such thing [json-pointer:/blocks/{place}/type]"]
        refused = faults.refused("invalid_blocks", response_metadata={"messages": where})
        slack.faults.plan("chat.postMessage", refused)
        await sent(platform, anna.id, WITH_BOTH)
    assert TABLES in kinds(last(slack))
    assert CHARTS not in kinds(last(slack))


async def test_what_was_refused_is_not_tried_again_for_a_day(slack: FakeSlack) -> None:
    anna, clock = slack.member("Anna"), Clock()
    slack.unsupported |= {TABLES, CHARTS}
    async with speaking(slack, clock=clock) as platform:
        reference = await sent(platform, anna.id, WITH_BOTH)
        await sent(platform, anna.id, WITH_BOTH)
        await replaced(platform, anna.id, reference, WITH_BOTH)
        assert (tries(slack), len(slack.calls_of("chat.update"))) == (3, 1)
        slack.unsupported.clear()
        clock.move(hours=24)
        await sent(platform, anna.id, WITH_BOTH)
    assert {TABLES, CHARTS} <= set(kinds(last(slack)))
    assert tries(slack) == 4


async def test_a_chart_is_brought_up_once_however_often_it_is_shown(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    slack.unsupported.add(CHARTS)
    async with speaking(slack) as platform:
        for _ in range(3):
            await sent(platform, anna.id, WITH_BOTH)
    assert len(slack.files) == 1


async def test_a_message_that_is_wrong_anyway_teaches_nothing(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    slack.faults.plan("chat.postMessage", *[faults.refused("invalid_blocks")] * 3)
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable, match="invalid_blocks"):
            await sent(platform, anna.id, WITH_BOTH)
        await sent(platform, anna.id, WITH_BOTH)
    assert {TABLES, CHARTS} <= set(kinds(last(slack)))


async def test_a_message_without_anything_doubtful_is_not_tried_twice(slack: FakeSlack) -> None:
    slack.faults.plan("chat.postMessage", faults.refused("invalid_blocks"))
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable, match="invalid_blocks"):
            await sent(platform, slack.member("Anna").id)
    assert tries(slack) == 1


async def test_a_picture_that_slack_refuses_after_all_is_told_in_words(slack: FakeSlack) -> None:
    slack.unsupported |= {CHARTS, "image"}
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, card("20 leads", CHART))
    assert "Won: 4" in str(last(slack).blocks)
    assert tries(slack) == 3


@pytest.mark.parametrize("scope", ["files:write", "files:read"])
async def test_without_the_right_to_bring_up_pictures_a_chart_is_told_in_words(
    slack: FakeSlack, scope: str
) -> None:
    anna, clock = slack.member("Anna"), Clock()
    slack.unsupported.add(CHARTS)
    slack.scopes.discard(scope)
    async with speaking(slack, clock=clock) as platform:
        for _ in range(2):
            await sent(platform, anna.id, card("20 leads", CHART))
        asked = len([call for call in slack.calls if call.method.startswith("files.")])
        assert asked == (1 if scope == "files:write" else 3)
        assert "Won: 4" in str(last(slack).blocks)
        slack.scopes.add(scope)
        clock.move(hours=25)
        await sent(platform, anna.id, card("20 leads", CHART))
    assert "image" in kinds(last(slack))


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
@pytest.mark.parametrize("fault", [faults.broken(500), faults.too_many(9), faults.dropped()])
async def test_a_picture_that_fails_does_not_hold_up_its_card(
    slack: FakeSlack, method: str, fault: faults.Fault
) -> None:
    slack.unsupported.add(CHARTS)
    slack.faults.plan(method, fault)
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, card("20 leads", CHART))
    assert "Won: 4" in str(last(slack).blocks)


async def test_a_picture_is_waited_for_until_slack_has_processed_it(slack: FakeSlack) -> None:
    slack.unsupported.add(CHARTS)
    slack.polls_until_processed = 3
    async with speaking(slack) as platform:
        await sent(platform, slack.member("Anna").id, card("20 leads", CHART))
    assert "image" in kinds(last(slack))
    assert len(slack.calls_of("files.info")) == 4
    assert tries(slack) == 2


async def test_pictures_that_are_never_ready_hold_up_neither_their_cards_nor_others(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.slack.pictures.LONGEST", timedelta(seconds=0.5))
    slack.unsupported.add(CHARTS)
    slack.polls_until_processed = 10**6
    reps = [slack.member(f"Rep {number}") for number in range(6)]

    def chart(number: int) -> Card:
        points = (Point(verbatim("Leads"), number),)
        return card("leads", Chart(ChartKind.BARS, verbatim("Leads"), points))

    async with speaking(slack) as platform, asyncio.timeout(10):
        drawn = [sent(platform, rep.id, chart(place)) for place, rep in enumerate(reps)]
        cards = asyncio.gather(*drawn)
        await sent(platform, slack.member("Anna").id)
        assert not cards.done()
        await cards
    assert len(slack.messages) == 7
    assert not any("image" in kinds(one) for one in slack.messages)


async def test_a_home_tells_its_charts_in_words_and_its_tables_as_they_are_taken(
    slack: FakeSlack,
) -> None:
    anna = slack.member("Anna")
    slack.unsupported.add(TABLES)
    async with speaking(slack) as platform:
        await sent(platform, f"home:{anna.id}", WITH_BOTH)
        await sent(platform, f"home:{anna.id}", WITH_BOTH)
    shown = str(slack.homes[anna.id].blocks)
    assert "Won: 4" in shown
    assert "Anna Nowak" in shown
    assert len(slack.calls_of("views.publish")) == 3
    assert slack.files == {}
