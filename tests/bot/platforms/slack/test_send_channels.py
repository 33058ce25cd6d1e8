"""A channel gets lead data only while nobody but the company reads it, asked at the last moment."""

from __future__ import annotations

from typing import Any

import pytest

from bot.platforms.port import Undeliverable
from tests.bot.platforms.slack.sending import SHEET, replaced, sent, speaking
from tests.fakes.slack import faults
from tests.fakes.slack.fake import FakeSlack

pytestmark = pytest.mark.anyio

FOREIGN = "shared with another company"


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"is_ext_shared": True}, FOREIGN),
        ({"is_pending_ext_shared": True}, FOREIGN),
        ({"is_ext_shared": True, "is_org_shared": True}, FOREIGN),
        ({"is_archived": True}, "is_archived"),
        ({"is_archived": True, "is_ext_shared": True}, FOREIGN),
        ({"bot": False}, "not_in_channel"),
        ({"bot": False, "kind": "private"}, "channel_not_found"),
    ],
)
async def test_a_channel_that_is_not_the_companys_own_or_not_ours_gets_nothing(
    slack: FakeSlack, state: dict[str, Any], reason: str
) -> None:
    room = slack.channel("sales", **state)
    async with speaking(slack) as platform:
        for message in (None, SHEET):
            with pytest.raises(Undeliverable) as caught:
                await sent(platform, room.id, message)
            assert str(caught.value) == reason
        with pytest.raises(Undeliverable):
            await platform.check(room.id)
    assert slack.messages == []
    assert slack.files == {}


async def test_a_channel_of_several_workspaces_of_one_company_is_the_companys_own(
    slack: FakeSlack,
) -> None:
    room = slack.channel("sales", is_org_shared=True)
    async with speaking(slack) as platform:
        await sent(platform, room.id)
    assert len(slack.said_in(room)) == 1


async def test_a_way_of_sharing_that_we_do_not_know_counts_as_foreign(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    about = {"id": room.id, "is_member": True, "is_shared": True}
    slack.faults.always("conversations.info", faults.refused("", ok=True, channel=about))
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable, match=FOREIGN):
            await sent(platform, room.id)


@pytest.mark.parametrize("about", [None, "C1", {}, []])
async def test_a_channel_of_which_slack_tells_nothing_gets_nothing(
    slack: FakeSlack, about: object
) -> None:
    slack.faults.always("conversations.info", faults.refused("", ok=True, channel=about))
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable):
            await sent(platform, slack.channel("sales").id)


async def test_every_message_and_every_update_looks_anew(slack: FakeSlack) -> None:
    room = slack.channel("sales")
    async with speaking(slack) as platform:
        reference = await sent(platform, room.id)
        await replaced(platform, room.id, reference)
        await sent(platform, reference)
        room.is_ext_shared = True
        for call in (
            replaced(platform, room.id, reference),
            sent(platform, room.id),
            sent(platform, reference),
        ):
            with pytest.raises(Undeliverable, match=FOREIGN):
                await call
        await platform.remove(room.id, reference)
    assert len(slack.calls_of("conversations.info")) == 6
    assert [one.edits for one in slack.said_in(room)] == [0]


async def test_without_the_right_to_look_a_channel_gets_nothing_and_the_scope_is_named(
    slack: FakeSlack,
) -> None:
    slack.scopes -= {"channels:read", "groups:read"}
    room = slack.channel("sales", kind="private")
    async with speaking(slack) as platform:
        with pytest.raises(Undeliverable, match="missing_scope: groups:read"):
            await sent(platform, room.id)
        await sent(platform, slack.member("Anna").id)
