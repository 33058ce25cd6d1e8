"""The fake Slack, whole.

with FakeSlack() as slack:
    anna = slack.member("Anna Nowak", email="anna@example.com")
    client = AsyncWebClient(token=slack.bot_token, base_url=slack.base_url)
    slack.door = "http://127.0.0.1:8080/slack/events"      # or "socket"
    slack.say(anna, slack.channel("marketing", members=[anna]), "@leadloop help")
    slack.press(anna, slack.said_to(anna)[-1], "Won")
"""

from __future__ import annotations

from tests.fakes.slack.hands import Hands
from tests.fakes.slack.happenings import Happenings
from tests.fakes.slack.malformed import Malformed


class FakeSlack(Hands, Happenings, Malformed):
    """One company's Slack: real HTTP on loopback, state, signatures, and Slack's refusals."""
