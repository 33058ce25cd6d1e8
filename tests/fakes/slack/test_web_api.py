"""The fake Web API takes what Slack takes and refuses what Slack refuses."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.fakes.slack.fake import FakeSlack


def refusal(call: Any, **args: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        call(**args)
    told: dict[str, Any] = caught.value.response.data
    assert told["ok"] is False
    return told


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


# ---- whose token, and what it may do ------------------------------------------------------------


def test_the_token_is_recognised_and_its_scopes_are_told(slack: FakeSlack, client: Any) -> None:
    answer = client.auth_test()
    assert answer["bot_id"] == slack.bot_id
    assert answer["user_id"] == slack.bot_user
    assert set(answer.headers["x-oauth-scopes"].split(",")) == slack.scopes


@pytest.mark.parametrize("fault", ["token_revoked", "account_inactive", "invalid_auth"])
def test_a_token_that_lost_its_right_is_refused_everywhere(
    slack: FakeSlack, client: Any, fault: str
) -> None:
    slack.token_fault = fault
    assert refusal(client.auth_test)["error"] == fault
    assert refusal(client.users_list)["error"] == fault


def test_a_wrong_token_and_none_are_told_apart(slack: FakeSlack) -> None:
    wrong = WebClient("xoxb-other", base_url=slack.base_url)
    none = WebClient(base_url=slack.base_url)
    assert refusal(wrong.auth_test)["error"] == "invalid_auth"
    assert refusal(none.auth_test)["error"] == "not_authed"


def test_a_method_that_is_not_there_is_unknown(client: Any) -> None:
    assert refusal(client.api_call, api_method="chat.shout")["error"] == "unknown_method"


def test_a_missing_scope_is_named_beside_the_ones_there_are(slack: FakeSlack, client: Any) -> None:
    slack.scopes = {"users:read"}
    told = refusal(client.chat_postMessage, channel="C1", text="x")
    assert told["error"] == "missing_scope"
    assert told["needed"] == "chat:write"
    assert told["provided"] == "users:read"


def test_an_app_token_opens_sockets_and_posts_nothing(slack: FakeSlack, client: Any) -> None:
    app: Any = WebClient(slack.app_token, base_url=slack.base_url)
    assert app.apps_connections_open(app_token=slack.app_token)["url"].startswith("ws://")
    assert refusal(app.users_list)["error"] == "not_allowed_token_type"
    asked = refusal(client.apps_connections_open, app_token=slack.bot_token)
    assert asked["error"] == "not_allowed_token_type"


# ---- posting ------------------------------------------------------------------------------------


def test_a_message_to_a_person_opens_their_direct_message_once(
    slack: FakeSlack, client: Any
) -> None:
    anna = slack.member("Anna Nowak")
    first = client.chat_postMessage(channel=anna.id, text="Hello")
    second = client.chat_postMessage(channel=anna.id, text="Again")
    assert first["channel"].startswith("D")
    assert first["channel"] == second["channel"]
    assert first["ts"] != second["ts"]
    assert [one.text for one in slack.said_to(anna)] == ["Hello", "Again"]


def test_what_has_no_name_is_given_one(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak")
    button = {"type": "button", "text": {"type": "plain_text", "text": "Won"}}
    blocks = [{"type": "actions", "elements": [button]}]
    client.chat_postMessage(channel=anna.id, text="x", blocks=blocks)
    (kept,) = slack.said_to(anna)[0].blocks
    assert kept["block_id"]
    assert kept["elements"][0]["action_id"]


def test_a_thread_and_metadata_are_kept(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("marketing")
    root = client.chat_postMessage(channel=place.id, text="root")
    note = {"event_type": "leadloop", "event_payload": {"key": "k1"}}
    client.chat_postMessage(channel=place.id, text="in it", thread_ts=root["ts"], metadata=note)
    assert [one.text for one in place.threads(root["ts"])] == ["root", "in it"]
    assert place.messages[1].metadata == note


@pytest.mark.parametrize(
    ("make", "code"),
    [
        ({"bot": False}, "not_in_channel"),
        ({"bot": False, "kind": "private"}, "channel_not_found"),
        ({"is_archived": True}, "is_archived"),
        ({"only_admins_post": True}, "restricted_action"),
    ],
)
def test_a_channel_that_cannot_be_posted_to_says_why(
    slack: FakeSlack, client: Any, make: dict[str, Any], code: str
) -> None:
    place = slack.channel("sales", **make)
    assert refusal(client.chat_postMessage, channel=place.id, text="x")["error"] == code
    assert place.messages == []


def test_who_cannot_be_written_to_says_why(slack: FakeSlack, client: Any) -> None:
    bot, gone = slack.bot_person("Other bot"), slack.deleted("Gone")
    post = client.chat_postMessage
    assert refusal(post, channel=bot.id, text="x")["error"] == "cannot_dm_bot"
    assert refusal(post, channel="U404", text="x")["error"] == "channel_not_found"
    assert refusal(post, channel=gone.id, text="x")["error"] == "channel_not_found"
    assert refusal(client.conversations_open, users=gone.id)["error"] == "user_disabled"
    assert refusal(client.conversations_open, users="U404")["error"] == "user_not_found"


def test_somebody_who_left_can_still_be_written_to_where_one_wrote_before(
    slack: FakeSlack, client: Any
) -> None:
    anna = slack.member("Anna Nowak")
    client.chat_postMessage(channel=anna.id, text="before")
    anna.deleted = True
    assert client.chat_postMessage(channel=anna.id, text="after")["ok"]


def test_nothing_to_say_is_refused(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    told = refusal(client.api_call, api_method="chat.postMessage", json={"channel": place.id})
    assert told["error"] == "no_text"


def test_bad_blocks_are_refused_with_reasons_and_nothing_is_kept(
    slack: FakeSlack, client: Any
) -> None:
    place = slack.channel("sales")
    told = refusal(client.chat_postMessage, channel=place.id, text="x", blocks=[section("")])
    assert told["error"] == "invalid_blocks"
    assert "must be more than 0 characters" in told["response_metadata"]["messages"][0]
    assert place.messages == []


def test_too_many_characters_in_all_are_refused_by_their_own_name(
    slack: FakeSlack, client: Any
) -> None:
    place = slack.channel("sales")
    blocks = [section("x" * 2500) for _ in range(5)]
    told = refusal(client.chat_postMessage, channel=place.id, text="x", blocks=blocks)
    assert told["error"] == "msg_blocks_too_long"


def test_a_workspace_without_charts_refuses_them(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    segments = [{"label": "Won", "value": 1}]
    chart = {
        "type": "data_visualization",
        "title": "Leads",
        "chart": {"type": "pie", "segments": segments},
    }
    assert client.chat_postMessage(channel=place.id, text="x", blocks=[chart])["ok"]
    slack.unsupported.add("data_visualization")
    told = refusal(client.chat_postMessage, channel=place.id, text="x", blocks=[chart])
    assert told["error"] == "invalid_blocks"


# ---- changing and removing ----------------------------------------------------------------------


def test_an_update_keeps_what_it_does_not_name(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    post = client.chat_postMessage(channel=place.id, text="one", blocks=[section("one")])
    client.chat_update(channel=place.id, ts=post["ts"], text="two")
    (message,) = place.messages
    assert (message.text, len(message.blocks), message.edits) == ("two", 1, 1)
    client.chat_update(channel=place.id, ts=post["ts"], text="three", blocks=[])
    assert message.blocks == []


def test_an_update_names_the_conversation_and_not_the_person(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak")
    post = client.chat_postMessage(channel=anna.id, text="one")
    told = refusal(client.chat_update, channel=anna.id, ts=post["ts"], text="two")
    assert told["error"] == "channel_not_found"
    assert client.chat_update(channel=post["channel"], ts=post["ts"], text="two")["ok"]


def test_an_update_takes_a_tenth_of_the_text_a_post_takes(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    post = client.chat_postMessage(channel=place.id, text="x" * 50_000)
    assert len(place.messages[0].text) == 40_000
    told = refusal(client.chat_update, channel=place.id, ts=post["ts"], text="x" * 4001)
    assert told["error"] == "msg_too_long"


def test_only_the_bots_own_messages_can_be_changed(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak")
    place = slack.channel("sales", members=[anna])
    hers = slack.post(anna, place, "mine")
    args: dict[str, Any] = {"channel": place.id, "ts": hers.ts}
    assert refusal(client.chat_update, text="x", **args)["error"] == "cant_update_message"
    assert refusal(client.chat_delete, **args)["error"] == "cant_delete_message"
    args["ts"] = "1.000001"
    assert refusal(client.chat_update, text="x", **args)["error"] == "message_not_found"
    assert refusal(client.chat_delete, **args)["error"] == "message_not_found"


def test_a_deleted_message_is_gone(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    post = client.chat_postMessage(channel=place.id, text="one")
    link = client.chat_getPermalink(channel=place.id, message_ts=post["ts"])["permalink"]
    assert link.endswith(post["ts"].replace(".", ""))
    client.chat_delete(channel=place.id, ts=post["ts"])
    assert place.messages == []
    told = refusal(client.chat_getPermalink, channel=place.id, message_ts=post["ts"])
    assert told["error"] == "message_not_found"


def test_a_whisper_is_heard_by_one_and_kept_apart(slack: FakeSlack, client: Any) -> None:
    anna, ben = slack.member("Anna Nowak"), slack.member("Ben")
    place = slack.channel("sales", members=[anna])
    client.chat_postEphemeral(channel=place.id, user=anna.id, text="psst")
    assert [one.text for one in slack.whispers(anna)] == ["psst"]
    assert place.messages == []
    told = refusal(client.chat_postEphemeral, channel=place.id, user=ben.id, text="psst")
    assert told["error"] == "user_not_in_channel"


# ---- links --------------------------------------------------------------------------------------


def test_only_links_the_bot_was_told_of_can_be_unfurled(slack: FakeSlack, client: Any) -> None:
    anna = slack.member("Anna Nowak")
    place = slack.channel("sales", members=[anna])
    slack.subscribed.remove("link_shared")
    url = "https://crm.example/leads/1"
    slack.share_link(anna, place, [url, "https://elsewhere.example/"])
    posted = place.messages[0]
    shown = {url: {"blocks": [section("A lead")]}}
    args: dict[str, Any] = {"channel": place.id, "ts": posted.ts}
    other = {"https://crm.example/leads/2": shown[url]}
    assert refusal(client.chat_unfurl, unfurls=other, **args)["error"] == "cannot_unfurl_url"
    assert client.chat_unfurl(unfurls=shown, **args)["ok"]
    assert posted.unfurls == shown
    composing = {"source": "composer", "unfurl_id": "never"}
    told = refusal(client.chat_unfurl, unfurls=shown, **composing)
    assert told["error"] == "invalid_unfurl_id"


def test_a_release_check_of_blocks_needs_no_token(slack: FakeSlack) -> None:
    nobody: Any = WebClient(base_url=slack.base_url)
    assert nobody.blocks_validate(blocks=[{"type": "divider"}])["ok"]
    told = refusal(nobody.blocks_validate, blocks=[{"type": "sparkles"}])
    assert told["errors"][0]["message"]


# ---- what stays ---------------------------------------------------------------------------------


def test_every_call_is_remembered_with_its_outcome(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    client.chat_postMessage(channel=place.id, text="one", unfurl_links=False)
    refusal(client.chat_postMessage, channel="C404", text="two")
    first, second = slack.calls_of("chat.postMessage")
    assert (first.outcome, second.outcome) == ("ok", "channel_not_found")
    assert first.args["unfurl_links"] is False
