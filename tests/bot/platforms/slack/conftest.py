"""What the tests of the Slack platform share: a Slack of their own, and our door before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot.platforms.slack.house import House, opened
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.fixtures import slack

__all__ = ["house", "slack"]


@pytest.fixture
def house(slack: FakeSlack) -> Iterator[House]:
    """The door over signed HTTP."""
    with opened(slack) as one:
        yield one
