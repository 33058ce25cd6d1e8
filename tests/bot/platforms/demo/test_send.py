"""The demo as a platform: what delivery relies on when it is unsure, late or told twice."""

from __future__ import annotations

import sqlite3

import pytest

from bot.i18n import Voice
from bot.platforms.demo.send import DemoPlatform
from bot.platforms.port import Platform, Unavailable, Undeliverable
from handlers.message import Card, File, Paragraph
from handlers.people import Language
from handlers.phrase import say, verbatim
from tests.bot.platforms.demo.conftest import House

ENGLISH = Voice(Language.ENGLISH, "UTC")
POLISH = Voice(Language.POLISH, "UTC")


def card(text: str = "hello") -> Card:
    return Card(verbatim(text), (Paragraph(verbatim(text)),))


async def sent(platform: Platform, key: str = "k", text: str = "hello") -> str:
    return await platform.send("sales", card(text), voice=ENGLISH, key=key)


@pytest.mark.anyio
async def test_what_was_sent_is_found_by_its_key(house: House) -> None:
    reference = await sent(house.platform)
    assert await house.platform.find("sales", "k") == reference
    assert await house.platform.find("marketing", "k") is None
    assert await house.platform.find("sales", "other") is None


@pytest.mark.anyio
async def test_sending_with_the_same_key_again_posts_nothing(house: House) -> None:
    assert await sent(house.platform) == await sent(house.platform)
    assert len(house.browser().messages("sales")) == 1


@pytest.mark.anyio
async def test_what_a_person_said_is_never_taken_for_ours(house: House) -> None:
    browser = house.browser()
    browser.say("hello all", "sales", deed="12345678")
    key = "demo:piotr:12345678"
    assert await house.platform.find("sales", key) is None
    await sent(house.platform, key)
    assert [one["author"] for one in browser.messages("sales")] == ["piotr", ""]


@pytest.mark.anyio
async def test_a_card_is_spoken_in_the_voice_of_its_place(house: House) -> None:
    spoken = Card(say("demo-role-manager"), ())
    await house.platform.send("sales", spoken, voice=POLISH, key="k")
    assert house.browser("maya").messages("sales")[0]["title"] == "Menedżer"


@pytest.mark.anyio
async def test_a_message_is_replaced_where_it_stands_and_again_without_harm(house: House) -> None:
    reference = await sent(house.platform)
    for _ in range(2):
        await house.platform.replace("sales", reference, card("new"), voice=ENGLISH)
    said = house.browser().messages("sales")
    assert [(one["title"], one["edited"]) for one in said] == [("new", True)]


@pytest.mark.anyio
async def test_a_removed_message_can_be_removed_again_but_not_replaced(house: House) -> None:
    reference = await sent(house.platform)
    await house.platform.remove("sales", reference)
    await house.platform.remove("sales", reference)
    assert house.browser().messages("sales") == []
    with pytest.raises(Undeliverable):
        await house.platform.replace("sales", reference, card(), voice=ENGLISH)


@pytest.mark.anyio
@pytest.mark.parametrize("reference", ["999", "x", "-1", ""])
async def test_a_reference_the_chat_never_gave_cannot_be_replaced(
    house: House, reference: str
) -> None:
    with pytest.raises(Undeliverable):
        await house.platform.replace("sales", reference, card(), voice=ENGLISH)


@pytest.mark.anyio
async def test_a_message_of_another_conversation_cannot_be_replaced(house: House) -> None:
    reference = await sent(house.platform)
    with pytest.raises(Undeliverable):
        await house.platform.replace("marketing", reference, card(), voice=ENGLISH)


@pytest.mark.anyio
async def test_nothing_can_be_sent_to_a_conversation_that_is_not_there(house: House) -> None:
    with pytest.raises(Undeliverable):
        await house.platform.send("person:nobody", card(), voice=ENGLISH, key="k")


@pytest.mark.anyio
async def test_a_broken_chat_took_nothing_and_says_so(house: House) -> None:
    house.demo.chat.close()
    for trial in (
        sent(house.platform),
        house.platform.find("sales", "k"),
        house.platform.remove("sales", "1"),
        house.platform.replace("sales", "1", card(), voice=ENGLISH),
    ):
        with pytest.raises(Unavailable) as trouble:
            await trial
        assert isinstance(trouble.value.__cause__, sqlite3.Error)


@pytest.mark.anyio
async def test_a_file_that_was_sent_can_be_saved_and_is_never_run(house: House) -> None:
    file = File(verbatim("All leads"), "<leads>.html", "text/html", b"<script>1</script>")
    await house.platform.send("person:piotr", file, voice=ENGLISH, key="k")
    html = house.browser().messages("person:piotr")[0]["html"]
    address = html.split('href="')[1].split('"')[0]
    answer = house.client.get(address)
    assert answer.content == file.content
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"] == "sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert house.client.get("/demo/file/other").status_code == 404


def test_the_demo_is_a_platform(house: House) -> None:
    platform: Platform = house.platform
    assert isinstance(platform, DemoPlatform)
    assert platform.can_find("sales")
