"""The fixture `teams`, for every conftest that wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.teams.fake import FakeTeams


@pytest.fixture
def teams() -> Iterator[FakeTeams]:
    """One company's Teams with our bot in it, on free ports of this machine."""
    with FakeTeams() as fake:
        yield fake
