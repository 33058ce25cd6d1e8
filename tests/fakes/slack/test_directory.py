"""The fake tells of people and channels as much as the bot's scopes allow, page by page."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.slack.fake import FakeSlack


def code(call: Any, **args: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(**args)
    return str(caught.value.response["error"])


def test_a_full_member_is_told_whole(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak", tz="Asia/Shanghai", locale="zh-CN")
    user: dict[str, Any] = client.users_info(user=anna.id, include_locale=True)["user"]
    assert user["profile"]["email"] == "anna.nowak@example.com"
    assert (user["tz"], user["tz_offset"], user["locale"]) == ("Asia/Shanghai", 28800, "zh-CN")
    assert "locale" not in client.users_info(user=anna.id).get("user", {})


def test_guests_strangers_and_bots_are_marked(slack: FakeSlack, client: Any) -> None:
    def user(person: Any) -> dict[str, Any]:
        told: dict[str, Any] = client.users_info(user=person.id)["user"]
        return told

    assert user(slack.guest("Guest"))["is_restricted"]
    assert user(slack.guest("Guest", single_channel=True))["is_ultra_restricted"]
    assert user(slack.bot_person("Other bot"))["is_bot"]
    stranger = user(slack.stranger("Stranger"))
    assert stranger["is_stranger"]
    assert stranger["team_id"] != slack.team_id
    assert "email" not in stranger["profile"]


def test_somebody_who_left_is_told_without_a_zone(slack: FakeSlack, client: Any) -> None:
    user: dict[str, Any] = client.users_info(user=slack.deleted("Gone").id)["user"]
    assert user["deleted"]
    assert not user.keys() & {"tz", "is_restricted"}


def test_an_address_finds_members_and_neither_strangers_nor_those_who_left(
    slack: FakeSlack, client: Any
) -> None:
    anna = slack.member("Anna Nowak")
    slack.deleted("Gone", email="gone@example.com")
    found = client.users_lookupByEmail(email="ANNA.NOWAK@example.com")["user"]
    assert found["id"] == anna.id
    assert code(client.users_lookupByEmail, email="gone@example.com") == "users_not_found"
    assert code(client.users_lookupByEmail, email="nobody@example.com") == "users_not_found"
    assert code(client.users_info, user="U404") == "user_not_found"


def test_without_its_scope_no_address_is_told(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak")
    slack.scopes.remove("users:read.email")
    assert "email" not in client.users_info(user=anna.id)["user"]["profile"]
    assert code(client.users_lookupByEmail, email=anna.email) == "missing_scope"


def test_everybody_is_listed_page_by_page(slack: FakeSlack, client: Any) -> None:
    people = {slack.member(f"Person {number}").id for number in range(5)}
    pages = [[user["id"] for user in one["members"]] for one in client.users_list(limit=3)]
    listed = [one for page in pages for one in page]
    assert len(pages) == 3
    assert people < set(listed)
    assert len(listed) == len(set(listed))
    assert code(client.users_list, cursor="nonsense") == "invalid_cursor"


def test_private_channels_are_seen_only_from_inside(slack: FakeSlack, client: Any) -> None:
    inside = slack.channel("inside", kind="private")
    outside = slack.channel("outside", kind="private", bot=False)
    public = slack.channel("public", bot=False)
    both = "public_channel,private_channel"
    listed = client.conversations_list(types=both)["channels"]
    assert {one["id"] for one in listed} == {inside.id, public.id}
    mine = client.users_conversations(types=both)["channels"]
    assert [one["id"] for one in mine] == [inside.id]
    assert code(client.conversations_info, channel=outside.id) == "channel_not_found"


def test_a_channel_tells_with_whom_it_is_shared(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("partners", is_ext_shared=True, is_pending_ext_shared=True)
    told: dict[str, Any] = client.conversations_info(channel=place.id)["channel"]
    assert told["is_ext_shared"]
    assert told["is_pending_ext_shared"]
    assert told["is_member"]


def test_archived_channels_are_left_out_on_request(slack: FakeSlack, client: Any) -> None:
    slack.channel("old", is_archived=True)
    assert len(client.conversations_list()["channels"]) == 1
    assert client.conversations_list(exclude_archived=True)["channels"] == []


@pytest.mark.parametrize(
    ("scope", "kind"), [("channels:read", "public"), ("groups:read", "private")]
)
def test_each_kind_of_channel_needs_its_scope(
    slack: FakeSlack, client: Any, scope: str, kind: Any
) -> None:
    place = slack.channel("place", kind=kind)
    slack.scopes.remove(scope)
    assert code(client.conversations_info, channel=place.id) == "missing_scope"
    assert code(client.conversations_members, channel=place.id) == "missing_scope"


def test_members_are_listed(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak")
    place = slack.channel("sales", members=[anna])
    listed = client.conversations_members(channel=place.id)["members"]
    assert set(listed) == {anna.id, slack.bot_user}


def test_history_needs_its_own_scope_and_tells_metadata_when_asked(
    slack: FakeSlack, client: Any
) -> None:
    anna = slack.member("Anna Nowak")
    place = slack.channel("sales")
    note = {"event_type": "leadloop", "event_payload": {"key": "k1"}}
    sent = client.chat_postMessage(channel=anna.id, text="one", metadata=note)
    client.chat_postMessage(channel=anna.id, text="two")
    direct: dict[str, Any] = {"channel": sent["channel"]}
    told = client.conversations_history(include_all_metadata=True, **direct)["messages"]
    assert [one["text"] for one in told] == ["two", "one"]
    assert told[1]["metadata"] == note
    assert "metadata" not in client.conversations_history(**direct)["messages"][1]
    later = client.conversations_history(oldest=sent["ts"], **direct)["messages"]
    assert [one["text"] for one in later] == ["two"]
    assert code(client.conversations_history, channel=place.id) == "missing_scope"


def test_a_thread_is_told_from_its_root(slack: FakeSlack, client: Any) -> None:
    slack.scopes.add("channels:history")
    place = slack.channel("sales")
    root = client.chat_postMessage(channel=place.id, text="root")
    client.chat_postMessage(channel=place.id, text="reply", thread_ts=root["ts"])
    told = client.conversations_replies(channel=place.id, ts=root["ts"])["messages"]
    assert [one["text"] for one in told] == ["root", "reply"]
    history = client.conversations_history(channel=place.id)["messages"]
    assert [one["text"] for one in history] == ["root"]
    assert code(client.conversations_replies, channel=place.id, ts="1.1") == "thread_not_found"
