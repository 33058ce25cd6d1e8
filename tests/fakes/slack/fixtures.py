"""The fixture `slack`, for every conftest that wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.slack.fake import FakeSlack


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """One company's Slack with our bot in it, on a free port of this machine."""
    with FakeSlack() as fake:
        yield fake
