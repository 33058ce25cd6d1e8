"""What happens in the workspace changes its state, and is told as Slack tells it, if subscribed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.slack.an_app import AnApp
from tests.fakes.slack.door import Reply
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member


@pytest.fixture
def app(slack: FakeSlack) -> Iterator[AnApp]:
    with AnApp(slack.signing_secret) as app:
        slack.door = app.url
        yield app


@pytest.fixture
def anna(slack: FakeSlack) -> Member:
    return slack.member("Anna Nowak")


# ---- people write -------------------------------------------------------------------------------


def test_a_mention_in_a_channel_is_told_with_its_envelope(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    place = slack.channel("marketing", members=[anna])
    slack.say(anna, place, "@leadloop what of <Acme> & co?")
    told, event = app.last, app.last["event"]
    assert told["type"] == "event_callback"
    assert told["event_id"].startswith("Ev")
    assert told["authorizations"][0]["user_id"] == slack.bot_user
    assert told["is_ext_shared_channel"] is False
    assert event["type"] == "app_mention"
    assert event["text"] == f"<@{slack.bot_user}> what of &lt;Acme&gt; &amp; co?"
    assert event["channel"] == place.id
    assert event["event_ts"] == event["ts"] == place.messages[0].ts


def test_chatter_without_a_mention_is_not_told(slack: FakeSlack, app: AnApp, anna: Member) -> None:
    inside = slack.channel("marketing", members=[anna])
    outside = slack.channel("sales", members=[anna], bot=False)
    assert slack.say(anna, inside, "hello all") is None
    assert slack.say(anna, outside, "@leadloop hello") is None
    assert app.heard == []


def test_one_mention_is_told_twice_to_who_subscribed_to_both(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    slack.subscribed.add("message.channels")
    slack.say(anna, slack.channel("marketing", members=[anna]), "@leadloop hello")
    assert [one["event"]["type"] for one in app.heard] == ["app_mention", "message"]


def test_a_reply_in_a_thread_names_its_root(slack: FakeSlack, app: AnApp, anna: Member) -> None:
    place = slack.channel("marketing", members=[anna])
    root = slack.post(anna, place, "root")
    slack.say(anna, place, "@leadloop and this?", root)
    assert app.last["event"]["thread_ts"] == root.ts


def test_a_direct_message_and_a_file_in_it_are_told(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    slack.write(anna, "help")
    assert app.last["event"]["channel_type"] == "im"
    slack.upload(anna, "leads.csv", b"lead;state")
    event = app.last["event"]
    assert event["subtype"] == "file_share"
    assert (event["files"][0]["name"], event["files"][0]["size"]) == ("leads.csv", 10)


def test_changed_messages_and_the_bots_own_are_told_as_such(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    slack.write(anna, "hlep")
    slack.edit(anna, slack.direct(anna).messages[0], "help")
    event = app.last["event"]
    assert (event["subtype"], event["message"]["text"]) == ("message_changed", "help")
    client.chat_postMessage(channel=anna.id, text="Here is help")
    slack.echo(slack.said_to(anna)[0])
    assert app.last["event"]["bot_id"] == slack.bot_id
    slack.echo(slack.said_to(anna)[0], changed=True)
    assert app.last["event"]["message"]["bot_id"] == slack.bot_id


def test_a_stranger_in_a_shared_channel_is_recognisable(slack: FakeSlack, app: AnApp) -> None:
    eve = slack.stranger("Eve")
    place = slack.channel("partners", members=[eve], is_ext_shared=True)
    slack.say(eve, place, "@leadloop who are the leads?")
    assert app.last["is_ext_shared_channel"] is True
    assert app.last["event"]["user_team"] != slack.team_id
    assert app.last["team_id"] == slack.team_id


def test_only_links_of_the_apps_domains_are_told(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    place = slack.channel("sales", members=[anna])
    ours = "https://crm.example/leads/1"
    slack.share_link(anna, place, [ours, "https://elsewhere.example/"])
    event = app.last["event"]
    assert event["links"] == [{"url": ours, "domain": "crm.example"}]
    assert event["source"] == "conversations_history"
    slack.share_link(anna, place, [ours], composing=True)
    event = app.last["event"]
    assert (event["source"], event["channel"]) == ("composer", "COMPOSER")
    shown = {ours: {"blocks": [{"type": "divider"}]}}
    client.chat_unfurl(source="composer", unfurl_id=event["unfurl_id"], unfurls=shown)
    assert slack.unfurls[0].unfurls == shown


def test_the_home_is_opened(slack: FakeSlack, app: AnApp, anna: Member, client: Any) -> None:
    slack.open_home(anna)
    assert app.last["event"]["tab"] == "home"
    slack.open_home(anna, tab="messages")
    assert app.last["event"]["tab"] == "messages"
    assert "view" not in app.last["event"]
    client.views_publish(user_id=anna.id, view={"type": "home", "blocks": [{"type": "divider"}]})
    slack.open_home(anna)
    assert app.last["event"]["view"]["type"] == "home"


# ---- channels and accounts change ---------------------------------------------------------------


def test_channels_change_and_say_so(slack: FakeSlack, app: AnApp, anna: Member) -> None:
    place = slack.channel("sales", members=[anna], bot=False)
    slack.invite(place, anna)
    assert app.last["event"]["user"] == slack.bot_user
    assert app.last["event"]["inviter"] == anna.id
    slack.rename(place, "won")
    assert app.last["event"]["channel"]["name"] == "won"
    slack.share_externally(place)
    assert app.last["event"]["type"] == "channel_shared"
    slack.archive(place)
    assert app.last["event"]["type"] == "channel_archive"
    slack.leave(place)
    assert app.last["event"]["type"] == "channel_left"
    assert (place.name, place.is_ext_shared, place.is_archived) == ("won", True, True)
    assert slack.bot_user not in place.members


def test_what_nobody_subscribed_to_happens_untold(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    slack.subscribed.remove("channel_archive")
    place = slack.channel("sales")
    assert slack.archive(place) is None
    assert place.is_archived
    assert app.heard == []


def test_somebody_who_leaves_is_told_as_a_changed_user(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    slack.deactivate(anna)
    event = app.last["event"]
    assert event["type"] == "user_change"
    assert event["user"]["deleted"] is True


def test_an_uninstalled_app_may_do_nothing_more(slack: FakeSlack, app: AnApp, client: Any) -> None:
    slack.revoke()
    assert [one["event"]["type"] for one in app.heard] == ["app_uninstalled", "tokens_revoked"]
    with pytest.raises(SlackApiError, match="token_revoked"):
        client.auth_test()


# ---- requests that are not in order -------------------------------------------------------------


def test_what_is_not_slacks_is_told_from_what_is(slack: FakeSlack, app: AnApp) -> None:
    refused: list[Reply] = [
        slack.wrong_signature(),
        slack.no_signature(),
        slack.non_ascii_signature(),
        slack.wordy_timestamp(),
        slack.old_timestamp(),
        slack.changed_body(),
    ]
    assert [one.status for one in refused] == [401] * 6
    assert app.heard == []
    assert slack.url_verification().status == 200
    assert app.last["type"] == "url_verification"
    assert slack.huge_body(size=100_000).status == 200
    assert len(app.last["padding"]) == 100_000
