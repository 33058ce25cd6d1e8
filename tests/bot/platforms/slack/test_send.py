"""Slack as a platform: what is posted, replaced, taken away and found again."""

from __future__ import annotations

import pytest

from bot.platforms.port import Platform, Unavailable, Undeliverable
from bot.platforms.slack.search import Reconcile
from handlers.message import Button, Buttons, Paragraph
from handlers.phrase import verbatim
from tests.bot.platforms.slack.sending import (
    ENGLISH,
    SHEET,
    card,
    kinds,
    replaced,
    sent,
    speaking,
)
from tests.fakes.slack import faults
from tests.fakes.slack.fake import FakeSlack

pytestmark = pytest.mark.anyio


async def test_slack_is_a_platform(slack: FakeSlack) -> None:
    async with speaking(slack) as spoken:
        platform: Platform = spoken
        assert (platform.name, platform.pace.per_second) == ("slack", 1)


async def test_a_card_is_posted_and_named_by_channel_and_time(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        reference = await sent(platform, room.id)
    [message] = slack.said_in(room)
    assert reference == message.reference
    assert message.text.startswith("hello")
    assert message.blocks


async def test_a_message_unfurls_nothing_and_carries_nothing_but_its_key(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        await sent(platform, room.id, key="opaque-7")
    [message] = slack.said_in(room)
    assert message.metadata == {"event_type": "leadloop", "event_payload": {"key": "opaque-7"}}
    assert message.sent["unfurl_links"] is message.sent["unfurl_media"] is False
    assert not {"link_names", "parse", "username", "icon_url"} & message.sent.keys()


async def test_a_person_is_posted_to_and_named_by_the_conversation_slack_opened(
    slack: FakeSlack,
) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        reference = await sent(platform, anna.id)
        await replaced(platform, anna.id, reference)
    [message] = slack.said_to(anna)
    assert reference.startswith(f"{slack.direct(anna).id}/")
    assert message.text.startswith("hello again")
    assert slack.calls_of("conversations.info") == []


async def test_a_thread_is_answered_in_the_thread(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        root = await sent(platform, room.id)
        await sent(platform, root)
    assert slack.said_in(room)[1].thread_ts == slack.said_in(room)[0].ts


async def test_a_card_is_replaced_and_taken_away_where_it_stands(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        reference = await sent(platform, room.id)
        await replaced(platform, room.id, reference)
        await replaced(platform, room.id, reference)
        assert [one.edits for one in slack.said_in(room)] == [2]
        await platform.remove(room.id, reference)
        await platform.remove(room.id, reference)
    assert slack.said_in(room) == []


async def test_a_card_that_a_person_deleted_is_not_posted_again(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        reference = await sent(platform, room.id)
        room.messages.clear()
        with pytest.raises(Undeliverable, match="message_not_found"):
            await replaced(platform, room.id, reference)
    assert slack.said_in(room) == []


async def test_the_text_of_an_update_is_never_longer_than_slack_takes(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    long = card("word " * 3000, *[Paragraph(verbatim("<&>" * 900))] * 5)
    async with speaking(slack) as platform:
        reference = await sent(platform, room.id, long)
        await replaced(platform, room.id, reference, long)
    assert slack.said_in(room)[0].edits == 1


async def test_a_reference_that_slack_never_gave_is_refused(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        for call in (replaced(platform, room.id, "nonsense"), platform.remove(room.id, "x")):
            with pytest.raises(Undeliverable):
                await call
    assert not slack.calls_of("chat.update") + slack.calls_of("chat.delete")


# ---- homes


async def test_a_home_is_published_again_and_again(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    home = f"home:{anna.id}"
    async with speaking(slack) as platform:
        assert await sent(platform, home) == "home"
        await replaced(platform, home, "home")
        assert "hello again" in str(slack.homes[anna.id].blocks)
        await platform.remove(home, "home")
    assert [block["type"] for block in slack.homes[anna.id].blocks] == ["divider"]
    assert slack.messages == []


async def test_an_unsure_home_is_simply_drawn_again(slack: FakeSlack) -> None:
    home = f"home:{slack.member('Anna').id}"
    async with speaking(slack, reconcile=Reconcile.OFF) as platform:
        assert platform.can_find(home)
        assert await platform.find(home, "k-1") is None
    assert slack.calls == []


async def test_a_file_fits_neither_a_home_nor_a_cards_place(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable):
            await sent(platform, f"home:{anna.id}", SHEET)
        reference = await sent(platform, anna.id)
        with pytest.raises(Undeliverable):
            await platform.replace(anna.id, reference, SHEET, voice=ENGLISH)


# ---- files


async def test_a_file_is_brought_up_and_shared_in_its_thread(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        root = await sent(platform, room.id)
        reference = await sent(platform, root, SHEET, key="k-2")
    shared = slack.said_in(room)[1]
    [file] = slack.files.values()
    assert (file.content, file.title) == (SHEET.content, "20 leads")
    assert (shared.thread_ts, reference) == (slack.said_in(room)[0].ts, f"{room.id}/{file.id}")


async def test_a_file_reaches_a_person_and_can_be_taken_away_again(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        reference = await sent(platform, anna.id, SHEET)
        [message] = slack.said_to(anna)
        assert message.files[0]["name"].startswith("leads-")
        assert message.files[0]["name"].endswith(".csv")
        await platform.remove(anna.id, reference)
        await platform.remove(anna.id, reference)
    assert slack.files == {}


@pytest.mark.parametrize("scope", ["files:write", "im:write"])
async def test_a_file_without_the_right_to_send_it_names_the_scope(
    slack: FakeSlack, scope: str
) -> None:
    anna = slack.member("Anna")
    slack.scopes.discard(scope)
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable, match=f"missing_scope: {scope}"):
            await sent(platform, anna.id, SHEET)


async def test_a_file_goes_to_no_host_but_slacks(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        slack.faults.plan(
            "files.getUploadURLExternal",
            faults.refused("", ok=True, upload_url="http://evil.example/up", file_id="F1"),
        )
        with pytest.raises(Unavailable, match="foreign upload address"):
            await sent(platform, room.id, SHEET)


# ---- finding out


async def test_a_message_in_a_direct_message_is_found_by_its_key(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        reference = await sent(platform, anna.id, key="k-1")
    async with speaking(slack) as restarted:
        assert restarted.can_find(anna.id)
        assert await restarted.find(anna.id, "k-1") == reference
        assert await restarted.find(anna.id, "k-2") is None


async def test_a_message_is_found_beyond_the_first_page_and_in_a_thread(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        root = await sent(platform, anna.id, key="root")
        answer = await sent(platform, root, key="answer")
        for number in range(210):
            await sent(platform, anna.id, key=f"more-{number}")
        assert await platform.find(anna.id, "root") == root
        assert await platform.find(root, "answer") == answer


async def test_a_file_is_found_by_the_mark_in_its_name(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    async with speaking(slack) as platform:
        reference = await sent(platform, anna.id, SHEET, key="k-1")
        assert await platform.find(anna.id, "k-1") == reference
        assert await platform.find(anna.id, "k-2") is None


@pytest.mark.parametrize(
    ("reconcile", "direct", "channel"),
    [
        (Reconcile.OFF, False, False),
        (Reconcile.DIRECT, True, False),
        (Reconcile.ALL, True, True),
    ],
)
async def test_the_setting_says_where_we_may_look(
    slack: FakeSlack, reconcile: Reconcile, *, direct: bool, channel: bool
) -> None:
    async with speaking(slack, reconcile=reconcile) as platform:
        assert platform.can_find("U123") is platform.can_find("D123") is direct
        assert platform.can_find("C123") is platform.can_find("C123/17.1") is channel


async def test_a_channel_is_looked_through_where_that_was_allowed(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    slack.scopes.add("channels:history")
    async with speaking(slack, reconcile=Reconcile.ALL) as platform:
        reference = await sent(platform, room.id)
        assert await platform.find(room.id, "k-1") == reference


async def test_where_the_right_to_look_is_missing_it_is_not_tried_again(slack: FakeSlack) -> None:
    anna = slack.member("Anna")
    slack.scopes.discard("im:history")
    async with speaking(slack) as platform:
        await sent(platform, anna.id)
        with pytest.raises(Unavailable, match="missing_scope"):
            await platform.find(anna.id, "k-1")
        assert not platform.can_find(anna.id)


async def test_buttons_arrive_and_can_be_pressed(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    bar = Buttons((Button(label=verbatim("Won"), does="questions.answer"),))
    async with speaking(slack) as platform:
        await sent(platform, room.id, card("hello", bar))
    assert "actions" in kinds(slack.said_in(room)[0])
