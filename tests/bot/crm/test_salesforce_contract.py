"""Salesforce keeps the contract of the CRMs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot.crm.contract import Contract
from tests.bot.crm.peer import Peer
from tests.bot.crm.salesforce_peer import SalesforcePeer
from tests.fakes.crm.salesforce import FakeSalesforce


class TestSalesforce(Contract):
    @pytest.fixture
    def peer(self) -> Iterator[Peer]:
        with FakeSalesforce() as salesforce:
            peer = SalesforcePeer(salesforce)
            yield peer
            peer.close()
