"""What the fake sends is what Bolt knows how to route: the shapes are Slack's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import App, BoltRequest

from tests.fakes.slack.an_app import AnApp
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.people import Member


class BoltApp(AnApp):
    """A door with Bolt behind it, and a listener for each kind of thing."""

    def __init__(self, slack: FakeSlack, client: Any) -> None:
        super().__init__(slack.signing_secret)
        self.reached: list[str] = []
        self.bolt = App(client=client, signing_secret=slack.signing_secret)
        self.bolt.event("app_home_opened")(self._listener("home"))
        self.bolt.event("app_mention")(self._listener("mention"))
        self.bolt.event({"type": "message", "subtype": "file_share"})(self._listener("file"))
        self.bolt.event({"type": "message", "subtype": None})(self._listener("message"))
        self.bolt.command("/leads")(self._listener("command"))
        self.bolt.shortcut({"type": "shortcut", "callback_id": "ask"})(self._listener("global"))
        self.bolt.shortcut({"type": "message_action", "callback_id": "ask"})(
            self._listener("on message")
        )
        self.bolt.action("won#1")(self._listener("action"))
        self.bolt.options("find#1")(self._listener("options", options=[]))
        self.bolt.view_submission("asked")(self._listener("submission"))
        self.bolt.view_closed("asked")(self._listener("closed"))

    def take(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        answer = self.bolt.dispatch(BoltRequest(body=body.decode(), headers=dict(headers)))
        return answer.status, answer.body

    def _listener(self, name: str, **acknowledged: Any) -> Any:
        def listener(ack: Any, context: Any) -> None:
            assert context.user_id
            self.reached.append(name)
            ack(**acknowledged)

        return listener


@pytest.fixture
def app(slack: FakeSlack, client: Any) -> Iterator[BoltApp]:
    with BoltApp(slack, client) as app:
        slack.door = app.url
        yield app


@pytest.fixture
def anna(slack: FakeSlack) -> Member:
    return slack.member("Anna Nowak")


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def test_events_reach_their_listeners(slack: FakeSlack, app: BoltApp, anna: Member) -> None:
    slack.open_home(anna)
    slack.say(anna, slack.channel("sales", members=[anna]), "@leadloop hello")
    slack.write(anna, "hello")
    slack.upload(anna, "leads.csv", b"lead")
    assert [one.status for one in slack.replies] == [200] * 4
    slack.eventually(lambda: len(app.reached) >= 4)
    assert set(app.reached) == {"home", "mention", "message", "file"}


def test_commands_and_shortcuts_reach_their_listeners(
    slack: FakeSlack, app: BoltApp, anna: Member
) -> None:
    place = slack.channel("sales", members=[anna])
    slack.command(anna, "help", place)
    slack.shortcut(anna, "ask")
    slack.shortcut(anna, "ask", slack.post(anna, place, "Acme, Globex"))
    assert app.reached == ["command", "global", "on message"]
    assert [one.status for one in slack.replies] == [200] * 3


def test_presses_options_and_modals_reach_their_listeners(
    slack: FakeSlack, app: BoltApp, anna: Member, client: Any
) -> None:
    button = {"type": "button", "text": plain("Won"), "action_id": "won#1"}
    menu = {"type": "external_select", "action_id": "find#1"}
    blocks = [{"type": "actions", "elements": [button, menu]}]
    client.chat_postMessage(channel=anna.id, text="x", blocks=blocks)
    message = slack.said_to(anna)[0]
    slack.press(anna, message, "Won")
    slack.suggest(anna, message, "find", "Be")
    modal = {
        "type": "modal",
        "callback_id": "asked",
        "title": plain("Ask"),
        "submit": plain("Send"),
        "notify_on_close": True,
        "blocks": [{"type": "divider"}],
    }
    client.views_open(trigger_id=slack.new_trigger(anna.id), view=modal)
    slack.submit(anna, {})
    client.views_open(trigger_id=slack.new_trigger(anna.id), view=modal)
    slack.close(anna)
    assert app.reached == ["action", "options", "submission", "closed"]
    assert [one.status for one in slack.replies] == [200] * 4
