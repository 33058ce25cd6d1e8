"""People can press and send only what is on their screens, and the app hears it as from Slack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.fakes.slack.an_app import AnApp
from tests.fakes.slack.channels import Message
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


def button(label: str, route: str, number: int, **values: Any) -> dict[str, Any]:
    return {
        "type": "button",
        "text": {"type": "plain_text", "text": label},
        "action_id": f"{route}#{number}",
        "value": json.dumps(values),
    }


BUTTONS = {
    "type": "actions",
    "elements": [
        button("Won", "questions.answered", 1, lead="l1", state="won"),
        button("Lost", "questions.answered", 2, lead="l1", state="lost"),
        button("Later", "questions.later", 3),
    ],
}


@pytest.fixture
def asked(slack: FakeSlack, client: Any, anna: Member) -> Message:
    client.chat_postMessage(channel=anna.id, text="What happened?", blocks=[BUTTONS])
    return slack.said_to(anna)[0]


# ---- pressing -----------------------------------------------------------------------------------


def test_a_press_by_label_tells_the_message_the_action_and_two_ways_to_answer(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    reply = slack.press(anna, asked, "Won")
    assert reply.status == 200
    told = app.last
    assert told["type"] == "block_actions"
    assert told["user"]["id"] == anna.id
    assert told["container"]["message_ts"] == asked.ts
    assert told["channel"] == {"id": asked.channel, "name": "directmessage"}
    assert told["message"]["blocks"] == asked.blocks
    assert told["state"] == {"values": {}}
    assert told["is_enterprise_install"] is False
    (action,) = told["actions"]
    assert action["action_id"] == "questions.answered#1"
    assert action["block_id"] == asked.blocks[0]["block_id"]
    assert json.loads(action["value"]) == {"lead": "l1", "state": "won"}
    assert told["trigger_id"] in slack.triggers
    assert told["response_url"].startswith(slack.address)


def test_equal_routes_are_told_apart_by_value(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    with pytest.raises(AssertionError, match="there are 2 of"):
        slack.press(anna, asked, "questions.answered")
    slack.press(anna, asked, "questions.answered", value={"state": "lost"})
    assert app.last["actions"][0]["action_id"] == "questions.answered#2"


def test_what_is_not_there_cannot_be_pressed(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message, client: Any
) -> None:
    with pytest.raises(AssertionError, match="there is no 'Maybe'"):
        slack.press(anna, asked, "Maybe")
    with pytest.raises(AssertionError, match="is not in"):
        slack.press(slack.member("Ben"), asked, "Won")
    client.chat_delete(channel=asked.channel, ts=asked.ts)
    with pytest.raises(AssertionError, match="no longer there"):
        slack.press(anna, asked, "Won")
    assert app.heard == []


def test_a_forger_can_press_anything(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    slack.press_forged(anna, asked, action_id="old.button#1", value="{odd")
    assert app.last["actions"][0]["value"] == "{odd"


def test_a_whisper_is_pressed_without_its_message(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    place = slack.channel("sales", members=[anna])
    client.chat_postEphemeral(channel=place.id, user=anna.id, text="psst", blocks=[BUTTONS])
    slack.press(anna, slack.whispers(anna)[0], "Later")
    assert app.last["container"]["is_ephemeral"] is True
    assert "message" not in app.last


def test_a_press_in_the_home_tells_the_view_and_no_channel(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    client.views_publish(user_id=anna.id, view={"type": "home", "blocks": [BUTTONS]})
    home = slack.home(anna)
    assert home is not None
    slack.press(anna, home, "Later")
    assert app.last["view"]["id"] == home.id
    assert app.last["container"] == {"type": "view", "view_id": home.id}
    assert not app.last.keys() & {"channel", "response_url", "message"}


def test_a_menu_is_chosen_from_by_label(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    option = {"text": {"type": "plain_text", "text": "Weekly"}, "value": "w"}
    menu = {"type": "static_select", "action_id": "settings.rhythm#1", "options": [option]}
    blocks = [{"type": "actions", "elements": [menu]}]
    client.chat_postMessage(channel=anna.id, text="x", blocks=blocks)
    message = slack.said_to(anna)[0]
    slack.choose(anna, message, "settings.rhythm", "Weekly")
    assert app.last["actions"][0]["selected_option"] == option
    with pytest.raises(AssertionError, match="there is no option"):
        slack.choose(anna, message, "settings.rhythm", "Never")


def test_options_are_asked_for_while_typing(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    menu = {"type": "external_select", "action_id": "people.find#1", "min_query_length": 1}
    blocks = [{"type": "actions", "elements": [menu]}]
    client.chat_postMessage(channel=anna.id, text="x", blocks=blocks)
    options = [{"text": {"type": "plain_text", "text": "Ben"}, "value": "p2"}]
    app.says({"options": options})
    assert slack.suggest(anna, slack.said_to(anna)[0], "people.find", "Be") == options
    assert app.last["type"] == "block_suggestion"
    assert app.last["value"] == "Be"


# ---- answering over the response address --------------------------------------------------------


def test_a_response_address_works_five_times(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    slack.press(anna, asked, "Won")
    url = app.last["response_url"]
    first = httpx.post(url, json={"text": "Noted", "replace_original": True})
    assert (first.status_code, first.text) == (200, "ok")
    assert (asked.text, asked.blocks, asked.edits) == ("Noted", [], 1)
    for _ in range(4):
        assert httpx.post(url, json={"text": "psst"}).status_code == 200
    assert len(slack.whispers(anna)) == 4
    assert httpx.post(url, json={"text": "psst"}).text == "used_url"


def test_a_response_address_ends_after_half_an_hour(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    slack.press(anna, asked, "Won")
    began = slack.now()
    slack.now = lambda: began + 1801
    assert httpx.post(app.last["response_url"], json={"text": "late"}).text == "expired_url"


# ---- commands and shortcuts ---------------------------------------------------------------------


def test_a_command_comes_as_a_form_and_its_answer_is_shown_to_one(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    place = slack.channel("sales", members=[anna], bot=False)
    app.says({"text": "Here is help"})
    slack.command(anna, "help", place)
    assert app.last["command"] == "/leads"
    assert app.last["text"] == "help"
    assert app.last["is_enterprise_install"] == "false"
    assert app.headers[-1]["Content-Type"] == "application/x-www-form-urlencoded"
    assert [one.text for one in slack.whispers(anna)] == ["Here is help"]


def test_shortcuts_carry_a_message_or_nothing(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    slack.shortcut(anna, "ask")
    assert app.last["type"] == "shortcut"
    assert not app.last.keys() & {"channel", "response_url"}
    slack.shortcut(anna, "ask-about", asked)
    assert app.last["type"] == "message_action"
    assert app.last["message"]["text"] == asked.text
    assert app.last["channel"]["id"] == asked.channel


def test_what_was_sent_can_come_again(
    slack: FakeSlack, app: AnApp, anna: Member, asked: Message
) -> None:
    reply = slack.press(anna, asked, "Won")
    slack.redeliver(reply, retry=2, reason="http_error")
    assert app.heard[0] == app.heard[1]
    assert app.headers[1]["X-Slack-Retry-Num"] == "2"
    assert app.headers[1]["X-Slack-Retry-Reason"] == "http_error"
