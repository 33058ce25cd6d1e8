"""What was written to HubSpot comes back in its own history: once, as the rep's change and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, select

from bot.keeping import Keeping
from bot.writing import Writer
from handlers.interaction import Interaction
from handlers.keeping import Word, WordKind
from handlers.lead import LeadId
from handlers.people import PersonId, Place
from handlers.writing.confirming import Confirming
from handlers.writing.deciding import Deciding
from handlers.writing.model import Allowed, Change
from handlers.writing.settling import Settling
from storage.keeping import SqlKeeping
from storage.schema import lead_changes
from storage.work import Database
from tests.bot.crm.hubspot_peer import HubSpotPeer
from tests.builders import a_rep
from tests.fakes.crm.hubspot import FakeHubSpot

STATUS = "hs_lead_status"
ALLOWED = Allowed(is_on=True)
PIOTR = PersonId("piotr")
MINUTES = 60_000


@dataclass
class Account:
    """HubSpot with one lead, our copy of it, and a rep who confirms; all go by HubSpot's clock."""

    engine: Engine
    peer: HubSpotPeer
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.database = Database(self.engine, now=self.now, new_id=lambda: f"w-{next(self.ids)}")
        self.lead = self.peer.add({"firstname": "Anna", "next_step": "Call"})
        self.keeping = Keeping(
            connector=self.peer.connector,
            store=SqlKeeping(self.engine, self.now),
            now=self.now,
        )
        with self.database.open_work() as work:
            work.people.add(a_rep())
            for theirs, ours in ((STATUS, "status"), ("next_step", "next_step")):
                word = Word(kind=WordKind.FIELD, word=theirs, means=ours, writes=True)
                work.mappings.keep("hubspot", word)
            work.commit()
        self.look()

    def now(self) -> datetime:
        return self.peer.hubspot.portal.at

    def look(self) -> None:
        self.peer.hubspot.portal.later(5 * MINUTES)
        assert self.keeping.look()
        assert self.keeping.look()

    def confirm(self, field: str, was: str, becomes: str) -> None:
        confirming = Confirming(allowed=ALLOWED, now=self.now, new_id=self.database.new_id)
        with self.database.open_work() as work:
            confirming.confirm(work, LeadId(1), PIOTR, [Change(field, was, becomes)])
            work.commit()

    def bring(self) -> None:
        self.peer.hubspot.portal.later(MINUTES)
        Writer(
            connector=self.peer.connector,
            open_work=self.database.open_work,
            look=self.database.look,
            settling=Settling(open_work=self.database.open_work, now=self.now),
            allowed=ALLOWED,
            now=self.now,
            spoken=lambda phrase: phrase.key,
        ).bring()

    def undo(self) -> None:
        deciding = Deciding(
            open_work=self.database.open_work,
            look=self.database.look,
            now=self.now,
            new_id=self.database.new_id,
            allowed=ALLOWED,
        )
        with self.database.look() as work:
            (one, *_) = work.writes.newest(1)
        place, values = Place.direct(PIOTR), {"write": one.id, "version": str(one.version)}
        deciding.undo(
            Interaction(name="writing.undo", actor=PIOTR, place=place, id="undo", values=values)
        )

    def history(self, field: str) -> list[tuple[str, str, str]]:
        own = lead_changes.c
        rows = select(own.old, own.new, own.origin).where(own.field == field)
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(rows.order_by(own.at, own.id))]


@pytest.fixture
def account(engine: Engine) -> Iterator[Account]:
    with FakeHubSpot() as hubspot:
        peer = HubSpotPeer(hubspot)
        yield Account(engine, peer)
        peer.close()


@pytest.mark.parametrize(
    ("field", "was", "becomes", "steps"),
    [
        ("status", "NEW", "IN_PROGRESS", [("new", "connected", "rep")]),
        ("next_step", "Call", "Send the offer", [("Call", "Send the offer", "rep")]),
    ],
)
def test_a_write_that_comes_back_makes_one_step_by_the_rep(
    account: Account, field: str, was: str, becomes: str, steps: list[tuple[str, str, str]]
) -> None:
    before = account.history(field)
    account.confirm(field, was, becomes)
    account.bring()
    account.look()
    assert account.history(field) == [*before, *steps]
    account.peer.edit([account.lead], {"firstname": "Ann"})
    account.look()
    assert account.history(field) == [*before, *steps]


def test_a_write_and_its_undo_between_two_looks_are_both_the_reps(account: Account) -> None:
    before = account.history("next_step")
    account.confirm("next_step", "Call", "Send the offer")
    account.bring()
    account.undo()
    account.bring()
    account.look()
    assert account.history("next_step") == [
        *before,
        ("Call", "Send the offer", "rep"),
        ("Send the offer", "Call", "rep"),
    ]


def test_a_write_that_our_copy_sees_before_it_is_settled_is_the_reps(account: Account) -> None:
    before = account.history("next_step")
    account.confirm("next_step", "Call", "Send the offer")
    account.peer.cut_write()
    account.bring()
    account.look()
    account.peer.hubspot.portal.later(60 * MINUTES)
    account.bring()
    account.look()
    assert account.history("next_step") == [*before, ("Call", "Send the offer", "rep")]


def test_somebody_elses_change_beside_ours_stays_theirs(account: Account) -> None:
    before = account.history("next_step")
    account.confirm("next_step", "Call", "Send the offer")
    account.bring()
    account.peer.hubspot.portal.later(int(timedelta(hours=1) / timedelta(milliseconds=1)))
    account.peer.edit([account.lead], {"next_step": "Wait"})
    account.look()
    assert account.history("next_step") == [
        *before,
        ("Call", "Send the offer", "rep"),
        ("Send the offer", "Wait", "native"),
    ]
