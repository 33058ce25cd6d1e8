"""What the fake's own tests share: the fake, a stand-in app, and a client of the Connector."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.fakes.teams.an_app import AnApp
from tests.fakes.teams.entra import GRAPH
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.fixtures import teams
from tests.fakes.teams.people import Person

__all__ = ["teams"]


@pytest.fixture
def anna(teams: FakeTeams) -> Person:
    return teams.member("Anna Nowak")


@pytest.fixture
def app(teams: FakeTeams) -> Iterator[AnApp]:
    with AnApp(teams) as app:
        teams.door = app.url
        yield app


@pytest.fixture
def connector(teams: FakeTeams) -> Iterator[httpx.Client]:
    """Speaks to the Connector with a good token."""
    proof = {"Authorization": f"Bearer {teams.app_token()}"}
    with httpx.Client(base_url=f"{teams.service_url}v3", headers=proof, trust_env=False) as client:
        yield client


@pytest.fixture
def graph(teams: FakeTeams) -> Iterator[httpx.Client]:
    """Speaks to Graph with a good token."""
    proof = {"Authorization": f"Bearer {teams.app_token(GRAPH)}"}
    with httpx.Client(base_url=f"{teams.graph_url}/v1.0", headers=proof, trust_env=False) as client:
        yield client
