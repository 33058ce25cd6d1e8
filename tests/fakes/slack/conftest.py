"""What the fake's own tests share: the fake, and the real clients that drive it."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient

from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.fixtures import slack

__all__ = ["client", "slack"]


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    """The real client, as the bot uses it: without retries."""
    return WebClient(slack.bot_token, base_url=slack.base_url, retry_handlers=[])
