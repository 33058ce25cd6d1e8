"""HubSpot keeps the contract of the CRMs, with contacts as leads and with its lead object."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot.crm.contract import Contract
from tests.bot.crm.hubspot_peer import HubSpotPeer
from tests.bot.crm.peer import Peer
from tests.fakes.crm.hubspot import FakeHubSpot


class TestHubSpot(Contract):
    @pytest.fixture(params=["contacts", "leads"])
    def peer(self, request: pytest.FixtureRequest) -> Iterator[Peer]:
        with FakeHubSpot() as hubspot:
            peer = HubSpotPeer(hubspot, request.param)
            yield peer
            peer.close()
