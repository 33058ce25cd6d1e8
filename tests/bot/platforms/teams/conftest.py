"""What the tests of Teams share: a Teams of their own, and our door before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot.platforms.teams.house import House, opened
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.fixtures import teams

__all__ = ["house", "teams"]


@pytest.fixture
def house(teams: FakeTeams) -> Iterator[House]:
    """The door over signed HTTP."""
    with opened(teams) as one:
        yield one


@pytest.fixture(scope="module")
def corridor() -> Iterator[House]:
    """One door for many short questions."""
    with FakeTeams() as fake, opened(fake) as one:
        yield one
