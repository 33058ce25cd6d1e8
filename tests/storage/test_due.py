"""A slot is used up once, together with its effect."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from sqlalchemy import Connection, Engine, func, select

from storage import due
from storage.schema import due_slots
from tests.builders import MONDAY_MORNING, Clock

MONDAY = date(2026, 11, 16)


def take(engine: Engine, clock: Clock, job: str, day: date, destination: str) -> bool:
    with engine.begin() as connection:
        return taken(connection, clock, job, day, destination)


def taken(connection: Connection, clock: Clock, job: str, day: date, destination: str) -> bool:
    return due.take(connection, job=job, local_date=day, destination=destination, at=clock())


def test_a_slot_is_taken_once(engine: Engine, clock: Clock) -> None:
    assert take(engine, clock, "digest", MONDAY, "sales")
    assert not take(engine, clock, "digest", MONDAY, "sales")


def test_other_jobs_days_and_destinations_have_their_own_slots(
    engine: Engine, clock: Clock
) -> None:
    assert take(engine, clock, "digest", MONDAY, "sales")
    assert take(engine, clock, "reminder", MONDAY, "sales")
    assert take(engine, clock, "digest", MONDAY + timedelta(days=7), "sales")
    assert take(engine, clock, "digest", MONDAY, "marketing")


def test_a_slot_is_free_again_when_its_effect_is_undone(engine: Engine, clock: Clock) -> None:
    with engine.connect() as connection:
        assert taken(connection, clock, "digest", MONDAY, "sales")
    assert take(engine, clock, "digest", MONDAY, "sales")


def test_the_work_that_lost_a_slot_can_go_on(engine: Engine, clock: Clock) -> None:
    take(engine, clock, "digest", MONDAY, "sales")
    with engine.begin() as connection:
        assert not taken(connection, clock, "digest", MONDAY, "sales")
        assert taken(connection, clock, "digest", MONDAY, "marketing")
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(due_slots)).scalar() == 2


def test_of_many_at_once_one_gets_the_slot(engine: Engine, clock: Clock) -> None:
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: take(engine, clock, "digest", MONDAY, "sales"), range(24)))
    assert got.count(True) == 1


def test_slots_of_long_ago_are_forgotten(engine: Engine, clock: Clock) -> None:
    take(engine, clock, "digest", MONDAY, "sales")
    clock.move(days=1)
    take(engine, clock, "digest", MONDAY, "marketing")
    with engine.begin() as connection:
        assert due.forget(connection, MONDAY_MORNING + timedelta(hours=1)) == 1
