"""A stale field in Piotr's envelope, a value of his on its way to the CRM, and a decision of the digest's."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.digests import Digests
from bot.nudging import Nudging
from bot.writings import Writings
from handlers.digests.editions import Decision, DecisionId
from handlers.digests.model import Week
from handlers.interaction import Routes
from handlers.lead import LeadId
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from handlers.writing.model import WriteBack, WriteId, WriteState
from tests.handlers.nudges.conftest import PIOTR, House, house
from tests.population import open_channels

__all__ = ["house"]

COMPANY = WorkingHours(zone="Europe/Warsaw")
WEEK = Week(2026, 46)
"""The last one that is over: the tests' clock stands on the Monday after it."""

DECISION = "decision-1"
WRITE = "write-1"


@dataclass
class Upkeep:
    """The features together, on one database."""

    house: House

    @property
    def router(self) -> Router:
        return Router(self.routes)

    @property
    def routes(self) -> Routes:
        database = self.house.database
        open_work, look, now = database.open_work, database.look, self.house.clock
        new_id = self.house.new_id
        writings = Writings(
            open_work=open_work, look=look, now=now, new_id=new_id, allowed=self.house.allowed
        )
        nudging = Nudging(
            open_work=open_work,
            look=look,
            now=now,
            new_id=new_id,
            company=COMPANY,
            confirming=writings.confirming,
            draw=self.house.envelopes.drawing.card,
            asks=True,
        )
        digests = Digests(open_work=open_work, look=look, now=now, new_id=new_id, company=COMPANY)
        return merged(one.put_together().routes for one in (writings, nudging, digests))

    def confirmed(self, state: WriteState) -> WriteBack:
        """Keep a value of Piotr's that has come so far."""
        now = self.house.clock()
        write = WriteBack(
            id=WriteId(WRITE),
            lead=LeadId(1),
            field="next_step",
            was="",
            becomes="Call on Friday",
            by=PIOTR.id,
            at=now,
            state=state,
            now="Write" if state is WriteState.CONFLICT else "",
            written_at=now if state is WriteState.WRITTEN else None,
        )
        with self.house.database.open_work() as work:
            work.writes.add([write])
            work.commit()
        return write


@pytest.fixture
def upkeep(house: House) -> Upkeep:
    """It is Monday, 10:00 in Warsaw."""
    house.find()
    open_channels(house.engine)
    with house.database.open_work() as work:
        decision = Decision(id=DecisionId(DECISION), week=WEEK, key="debt", subject="sales")
        work.digests.add_decisions([decision])
        work.commit()
    return Upkeep(house)
