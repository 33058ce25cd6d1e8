"""A person's own page in the demo: one live card, seen by them alone, and nothing to write."""

from __future__ import annotations

import pytest

from bot.platforms.demo import people as company
from bot.platforms.demo.parse import conversation_of, whose
from handlers.interaction import Show, whisper
from handlers.message import Card, Paragraph
from handlers.people import PersonId, Place, Side
from handlers.phrase import say, verbatim
from tests.bot.platforms.demo.conftest import House
from tests.bot.platforms.demo.test_news import heard, listen, titles
from tests.bot.platforms.demo.test_send import POLISH

PAGE = "home:person:piotr"


async def drawn(house: House, text: str = "hello") -> int:
    card = Card(verbatim(text), (Paragraph(verbatim(text)),))
    return int(await house.platform.send(PAGE, card, voice=POLISH, key="k"))


def test_a_page_has_the_address_of_the_account_behind_it() -> None:
    assert conversation_of(Place.home(PersonId("piotr"))) == PAGE
    assert conversation_of(Place.direct(PersonId("piotr"))) == "person:piotr"
    assert conversation_of(Place.channel(Side.SALES)) == "sales"
    assert whose(Place.home(PersonId("piotr"))) == whose(Place.direct(PersonId("piotr")))
    assert whose(Place.channel(Side.SALES)) is None


def test_everybody_invented_has_a_page() -> None:
    known = company.conversations()
    assert {f"home:person:{person.id}" for person in company.people()} <= known


def test_the_state_tells_where_ones_page_is(house: House) -> None:
    state = house.browser().state()
    assert state["home"] == PAGE
    assert state["subtitles"][PAGE]


def test_a_press_on_the_page_is_done_at_home(house: House) -> None:
    house.browser().press("home.opened", PAGE)
    assert house.leadloop.asked[-1].place == Place.home(PersonId("piotr"))
    house.browser().submit("settings.mine-saved", PAGE)
    assert house.leadloop.asked[-1].place == Place.home(PersonId("piotr"))


@pytest.mark.anyio
async def test_the_card_on_the_page_is_read_by_its_person(house: House) -> None:
    await drawn(house)
    assert [one["title"] for one in house.browser().messages(PAGE)] == ["hello"]


@pytest.mark.anyio
async def test_the_page_of_somebody_else_is_closed(house: House) -> None:
    await drawn(house)
    asked = {"as": "maya", "conversation": PAGE}
    assert house.client.get("/demo/messages", params=asked).status_code == 404
    assert house.browser("maya").press("home.opened", PAGE).status_code == 404
    assert house.leadloop.asked == []


@pytest.mark.anyio
async def test_the_page_counts_as_nothing_unread(house: House) -> None:
    await drawn(house)
    assert all(PAGE not in unread for unread in house.browser().state()["unread"].values())


@pytest.mark.anyio
async def test_news_of_the_page_reach_its_person_alone(house: House) -> None:
    async with listen(house) as mine, listen(house, "maya") as hers:
        await heard(mine)
        await heard(hers)
        await drawn(house)
        assert titles((await heard(mine))[1]) == ["hello"]
        assert titles((await heard(hers))[1]) == []


def test_nothing_can_be_written_on_the_page(house: House) -> None:
    assert house.browser().say("hello", PAGE).status_code == 404
    assert house.browser().send("leads.csv", b"a@b.example", PAGE).status_code == 400
    assert house.leadloop.asked == []
    assert house.browser().messages(PAGE) == []


@pytest.mark.anyio
async def test_a_card_in_answer_stands_on_the_page_in_its_persons_language(house: House) -> None:
    message = await drawn(house)
    house.leadloop.answers["show"] = lambda _: Show(Card(say("demo-role-manager"), ()))
    answer = house.browser().press("show", PAGE, message=message)
    assert answer.json()["kind"] == "show"
    assert [one["title"] for one in house.browser().messages(PAGE)] == ["Menedżer"]


@pytest.mark.anyio
async def test_a_whisper_leaves_the_page_as_it_is(house: House) -> None:
    message = await drawn(house)
    house.leadloop.answers["tell"] = lambda _: whisper(verbatim("for you"))
    assert house.browser().press("tell", PAGE, message=message).json()["kind"] == "whisper"
    assert [one["title"] for one in house.browser().messages(PAGE)] == ["hello"]
