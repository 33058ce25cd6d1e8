"""Envelopes and their places: one a day, and a place stays taken whatever becomes of its row."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, delete
from sqlalchemy.exc import IntegrityError

from handlers.envelope import Envelope, EnvelopeId, TakenPlace, Waiting, Worth
from handlers.errors import NotFound
from handlers.lead import LeadId
from handlers.people import Person, PersonId
from storage.schema import leads
from storage.work import Database
from tests.builders import a_lead, a_rep
from tests.population import settle

PIOTR = a_rep()
OLA = a_rep("Ola Rep")
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _settled(engine: Engine) -> None:
    settle(engine, people=(PIOTR, OLA), having=[a_lead(n) for n in (1, 2)])


def sent(
    database: Database, id: str, *rows: Waiting, to: Person = PIOTR, day: date = MONDAY
) -> Envelope:
    envelope = Envelope(id=EnvelopeId(id), person=to.id, day=day, sent_at=NOW)
    with database.open_work() as work:
        work.envelopes.add(envelope)
        work.envelopes.take_places(envelope.id, rows)
        work.commit()
    return envelope


def row(lead: int | None, worth: int = Worth.QUESTION) -> Waiting:
    return Waiting("key", worth, None if lead is None else LeadId(lead))


def test_an_envelope_is_found_by_its_day_and_by_its_id(database: Database) -> None:
    envelope = sent(database, "one")
    with database.look() as work:
        assert work.envelopes.on(PIOTR.id, MONDAY) == envelope
        assert work.envelopes.get(envelope.id) == envelope
        assert work.envelopes.on(PIOTR.id, TUESDAY) is None
        assert work.envelopes.on(OLA.id, MONDAY) is None


@pytest.mark.parametrize("forged", ["", "forged", "x" * 5000])
def test_an_id_that_is_none_finds_nothing(database: Database, forged: str) -> None:
    with database.look() as work, pytest.raises(NotFound):
        work.envelopes.get(EnvelopeId(forged))


def test_nobody_gets_two_envelopes_on_one_day(database: Database) -> None:
    sent(database, "one")
    with pytest.raises(IntegrityError):
        sent(database, "two")


def test_places_are_listed_as_they_were_given_and_grow(database: Database) -> None:
    envelope = sent(database, "one", row(1), row(None, Worth.FLAG))
    with database.open_work() as work:
        work.envelopes.take_places(envelope.id, [row(2, Worth.EARLIER)])
        work.envelopes.take_places(envelope.id, [])
        work.commit()
    with database.look() as work:
        assert work.envelopes.places(envelope.id) == [
            TakenPlace(LeadId(1), Worth.QUESTION),
            TakenPlace(None, Worth.FLAG),
            TakenPlace(LeadId(2), Worth.EARLIER),
        ]


def test_places_are_counted_for_each_person_on_their_own_day(database: Database) -> None:
    sent(database, "one", row(1), row(2))
    sent(database, "two", row(1), day=TUESDAY)
    sent(database, "three", row(2), to=OLA)
    with database.look() as work:
        taken = work.envelopes.taken
        assert taken({PIOTR.id: MONDAY, OLA.id: TUESDAY}) == {PIOTR.id: 2, OLA.id: 0}
        assert taken({PIOTR.id: TUESDAY, OLA.id: MONDAY}) == {PIOTR.id: 1, OLA.id: 1}
        assert taken({}) == {}
        assert taken({PersonId("nobody"): MONDAY}) == {}


def test_a_place_outlives_its_lead(database: Database) -> None:
    envelope = sent(database, "one", row(1))
    with database.engine.begin() as connection:
        connection.execute(delete(leads).where(leads.c.id == 1))
    with database.look() as work:
        assert work.envelopes.places(envelope.id) == [TakenPlace(None, Worth.QUESTION)]


def test_of_two_that_fill_at_once_the_second_sees_what_the_first_put_in(database: Database) -> None:
    def fill(number: int) -> int:
        with database.open_work() as work:
            work.envelopes.hold([PIOTR.id])
            standing = work.envelopes.on(PIOTR.id, MONDAY)
            if standing is None:
                id = EnvelopeId(f"by-{number}")
                standing = Envelope(id=id, person=PIOTR.id, day=MONDAY, sent_at=NOW)
                work.envelopes.add(standing)
            work.envelopes.take_places(standing.id, [row(None)])
            places = len(work.envelopes.places(standing.id))
            work.commit()
        return places

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(fill, range(8))) == list(range(1, 9))
