"""Dynamics keeps the contract of the CRMs, by change tracking and by time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot.crm.contract import Contract
from tests.bot.crm.dynamics_peer import DynamicsPeer
from tests.bot.crm.peer import Peer
from tests.fakes.crm.dynamics import FakeDynamics


class TestDynamics(Contract):
    @pytest.fixture(params=[True, False], ids=["tracked", "by-time"])
    def peer(self, request: pytest.FixtureRequest) -> Iterator[Peer]:
        with FakeDynamics() as dynamics:
            peer = DynamicsPeer(dynamics, request.param)
            yield peer
            peer.close()
