"""Managers get the week as a file; the figures are those of the digest, and stay so."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.digests.model import Count
from handlers.interaction import Whisper, whisper
from handlers.lead import Status
from handlers.message import Paper, Sheet, Workbook
from handlers.people import Person, Place
from handlers.phrase import say
from storage.schema import outbox
from storage.wire import decode
from tests.handlers.digests.conftest import ADA, HELEN, MAREK, MAYA, PIOTR, WEEK, House


def files(house: House, person: Person) -> list[Paper]:
    """List what somebody got as a file."""
    wanted = select(outbox.c.payload).where(
        outbox.c.payload.is_not(None), outbox.c.place == Place.direct(person.id).name
    )
    with house.engine.connect() as connection:
        sent = map(decode, connection.execute(wanted.order_by(outbox.c.id)).scalars())
        return [one for one in sent if isinstance(one, Sheet | Workbook)]


def first_value(paper: Paper) -> object:
    assert isinstance(paper, Workbook)
    return paper.tabs[0].rows[0][4]


@pytest.mark.parametrize("manager", [MAREK, HELEN, ADA])
def test_a_manager_gets_the_week_as_csv_and_as_a_workbook(full: House, manager: Person) -> None:
    full.at("2026-11-23 09:05")
    assert isinstance(full.do("digests.csv", manager, week=str(WEEK)), Whisper)
    assert isinstance(full.do("digests.xlsx", manager, week=str(WEEK)), Whisper)
    sheet, workbook = files(full, manager)
    assert isinstance(sheet, Sheet)
    assert sheet.name == "week-2026-W47"
    assert first_value(workbook) == full.figures().of(Count.LEADS_IN).value == 40


@pytest.mark.parametrize("person", [PIOTR, MAYA])
def test_nobody_else_gets_the_week_as_a_file(full: House, person: Person) -> None:
    full.at("2026-11-23 09:05")
    for form in ("digests.csv", "digests.xlsx"):
        assert full.do(form, person, week=str(WEEK)) == whisper(say("digests-only-managers"))
    assert files(full, person) == []


def test_a_press_that_comes_twice_brings_one_file(full: House) -> None:
    full.at("2026-11-23 09:05")
    for _ in range(2):
        full.do("digests.csv", MAREK, week=str(WEEK), once="the-same")
    assert len(files(full, MAREK)) == 1


def test_a_lead_that_changes_afterwards_rewrites_no_file(full: House) -> None:
    full.clock.at = full.clock.at.replace(day=24)
    full.do("digests.xlsx", MAREK, week=str(WEEK))
    full.come(30, full.clock.at.replace(day=18), first=100, campaign="")
    full.change(1, status=Status.DISQUALIFIED.value)
    full.do("digests.xlsx", MAREK, week=str(WEEK))
    first, second = files(full, MAREK)
    assert first == second
    assert first_value(first) == 40


def test_the_present_week_is_counted_so_far_and_not_kept(full: House) -> None:
    full.do("digests.xlsx", MAREK, week="this")
    full.come(10, full.clock.at.replace(hour=11), first=100)
    full.clock.at = full.clock.at.replace(hour=13)
    full.do("digests.xlsx", MAREK, week="this")
    assert [first_value(one) for one in files(full, MAREK)] == [40, 50]
    assert {getattr(one, "name", "") for one in files(full, MAREK)} == {"week-2026-W47-so-far"}


@pytest.mark.parametrize("week", ["2026-W49", "nonsense", "2026-W60", "' OR 1=1"])
def test_a_week_that_is_none_or_has_not_begun_is_refused(full: House, week: str) -> None:
    reply = full.do("digests.csv", MAREK, week=week)
    assert reply != whisper(say("weekfile-sent"))
    assert isinstance(reply, Whisper)
    assert files(full, MAREK) == []
