"""A keeper looks in threads of its own, stops when it is told to, and tells how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.checkup import Grade
from bot.crm import state
from bot.keeper import MOST_WAITING, Keeper
from bot.metrics import Metrics
from bot.web import Front, front
from handlers.connector import RemoteField, Trouble
from handlers.keeping import Stream, Word, WordKind
from handlers.lead import LeadId
from handlers.parcel import Backlog
from handlers.writing.model import Allowed, Queue
from tests.builders import MONDAY_MORNING


@dataclass
class Keeping:
    """Stands in for what is tested by itself."""

    stopped: Any = None
    looks: int = 0
    read: list[tuple[LeadId, ...]] = field(default_factory=list)
    looked: Event = field(default_factory=Event)
    looked_thrice: Event = field(default_factory=Event)
    refreshed: Event = field(default_factory=Event)

    def look(self) -> bool:
        self.looks += 1
        self.looked.set()
        if self.looks == 3:
            self.looked_thrice.set()
        if self.looks == 1:
            raise RuntimeError("out of reach")
        return True

    def refresh(self, leads: tuple[LeadId, ...]) -> int:
        self.read.append(leads)
        self.refreshed.set()
        return len(leads)


async def until(event: Event) -> None:
    assert await asyncio.to_thread(event.wait, 10)


def kept(keeping: Keeping, every: timedelta = timedelta(hours=1)) -> Keeper:
    return Keeper(keeping, every=every)  # type: ignore[arg-type]


def test_a_look_that_fails_is_followed_by_the_next_one() -> None:
    async def story() -> None:
        keeping, stop = Keeping(), asyncio.Event()
        running = asyncio.create_task(kept(keeping, timedelta(milliseconds=1)).run(stop))
        await until(keeping.looked_thrice)
        stop.set()
        await running
        assert keeping.stopped()

    asyncio.run(story())


def test_a_look_that_did_not_come_to_its_end_is_repeated_sooner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Cut(Keeping):
        def look(self) -> bool:
            return not super().look()

    monkeypatch.setattr("bot.keeper.HELD", timedelta(milliseconds=1))

    async def story() -> None:
        keeping, stop = Cut(), asyncio.Event()
        running = asyncio.create_task(kept(keeping).run(stop))
        await until(keeping.looked_thrice)
        stop.set()
        await running

    asyncio.run(story())


def test_leads_of_a_question_are_read_while_nobody_waits() -> None:
    async def story() -> None:
        keeping, stop = Keeping(), asyncio.Event()
        keeper = kept(keeping)
        running = asyncio.create_task(keeper.run(stop))
        await until(keeping.looked)
        keeper.refresh([LeadId(1), LeadId(2)])
        keeper.refresh([])
        await until(keeping.refreshed)
        stop.set()
        await running
        assert keeping.read == [(1, 2)]

    asyncio.run(story())


def test_a_question_that_is_still_read_keeps_nobody_else_waiting_at_the_end() -> None:
    async def story() -> None:
        keeping, stop = Keeping(), asyncio.Event()
        begun, may_end = Event(), Event()

        def refresh(_: object) -> int:
            begun.set()
            assert may_end.wait(10)
            return 1

        keeping.refresh = refresh  # type: ignore[assignment, method-assign]
        keeper = kept(keeping)
        running = asyncio.create_task(keeper.run(stop))
        await until(keeping.looked)
        keeper.refresh([LeadId(1)])
        await until(begun)
        stop.set()
        for _ in range(10):
            await asyncio.sleep(0.01)  # the loop still turns
        assert keeping.stopped()
        assert not running.done()
        may_end.set()
        await running

    asyncio.run(story())


def test_a_keeper_that_does_not_run_takes_no_wishes_and_drops_those_beyond_the_most() -> None:
    async def story() -> None:
        keeper = kept(Keeping())
        keeper.refresh([LeadId(1)])
        for number in range(MOST_WAITING + 5):
            keeper._want((LeadId(number),))
        assert keeper._wanted.qsize() == MOST_WAITING

    asyncio.run(story())


# What an operator sees


def nothing() -> Backlog:
    return Backlog(waiting=0, sending=0, unsure=0, parked=0, oldest=timedelta())


DONE = Stream(system="hubspot", first_done_at=MONDAY_MORNING, succeeded_at=MONDAY_MORNING)
NOW = MONDAY_MORNING + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("stream", "grade"),
    [
        (DONE, Grade.WELL),
        (Stream(system="hubspot"), Grade.ADVICE),
        (Stream(system="hubspot", trouble=Trouble.CREDENTIALS), Grade.WRONG),
        (Stream(system="hubspot", trouble=Trouble.BUSY, succeeded_at=NOW), Grade.ADVICE),
        (Stream(system="hubspot", succeeded_at=NOW - timedelta(hours=1)), Grade.ADVICE),
    ],
)
def test_the_checkup_tells_how_a_crm_is(stream: Stream, grade: Grade) -> None:
    (found,) = state.findings([stream], NOW)
    assert found.grade is grade


def test_readiness_tells_of_a_crm_in_trouble_and_stays_green() -> None:
    stream = Stream(system="hubspot", trouble=Trouble.CREDENTIALS, first_done_at=MONDAY_MORNING)
    parts = Front(
        metrics=Metrics(nothing),
        notes={"crm": lambda: state.note([stream], NOW), "broken": lambda: 1 / 0},
    )
    with TestClient(front(parts), base_url="http://localhost") as client:
        answer = client.get("/ready")
    assert answer.status_code == 200
    writing = {"waiting": 0, "parked": 0, "oldest_s": 0.0}
    told = {
        "lag_s": None,
        "first_load_done": True,
        "trouble": "credentials",
        "writing": writing,
    }
    assert answer.json() == {"crm": {"hubspot": told}, "broken": None}


def test_the_figures_tell_the_lag_and_nothing_of_leads(tmp_path: Path) -> None:
    in_trouble = Stream(system="salesforce", trouble=Trouble.BUSY)
    metrics = Metrics(nothing, lambda: state.figures([DONE, in_trouble], NOW))
    text = metrics.text().decode()
    assert 'leadloop_crm_lag_seconds{system="hubspot"} 300.0' in text
    assert 'leadloop_crm_lag_seconds{system="salesforce"}' not in text
    assert 'leadloop_crm_last_success_timestamp_seconds{system="hubspot"} 1.7' in text
    assert 'leadloop_crm_last_success_timestamp_seconds{system="salesforce"}' not in text
    assert 'leadloop_crm_in_trouble{system="salesforce"} 1.0' in text


def test_the_figures_and_the_checkup_tell_what_waits_to_be_written() -> None:
    queue = Queue(system="hubspot", waiting=2, parked=1, oldest=MONDAY_MORNING)
    metrics = Metrics(nothing, lambda: state.figures([DONE], NOW, [queue]))
    text = metrics.text().decode()
    assert 'leadloop_crm_writes{state="waiting",system="hubspot"} 2.0' in text
    assert 'leadloop_crm_writes{state="parked",system="hubspot"} 1.0' in text
    assert 'leadloop_crm_writes_oldest_seconds{system="hubspot"} 300.0' in text
    waiting, parked = state.queued([queue], NOW)
    assert (waiting.grade, parked.grade) == (Grade.WELL, Grade.ADVICE)
    (late, _) = state.queued([queue], NOW + timedelta(hours=1))
    assert late.grade is Grade.ADVICE
    lost = replace(queue, unsure=1, unsure_since=MONDAY_MORNING)
    assert [one.told.key for one in state.queued([lost], NOW)] == [
        "check-writing-waiting",
        "check-writing-unsure",
        "check-writing-parked",
    ]


def test_the_checkup_says_of_every_field_why_it_may_not_be_written() -> None:
    allowed = Allowed(is_on=True, fields=frozenset({"next_step", "status"}))
    found = state.writable(Described(), ["hubspot"], allowed)
    told = {one.told.key: one.grade for one in found}
    assert told == {
        "check-writing": Grade.WELL,
        "check-writing-not-unmapped": Grade.WELL,
        "check-writing-not-read-only": Grade.ADVICE,
        "check-writing-not-settings": Grade.WELL,
    }
    (off,) = state.writable(Described(), ["hubspot"], Allowed())
    assert off.told.key == "check-writing-off"


class Described:
    """A CRM with a next step to write, a status that it keeps to itself, and needs."""

    def words(self, system: str) -> Sequence[Word]:
        del system
        means = ("next_step", "status", "extra:needs")
        return [Word(kind=WordKind.FIELD, word=one, means=one, writes=True) for one in means]

    def fields(self, system: str) -> Sequence[RemoteField]:
        del system
        names = ("next_step", "status", "extra:needs")
        return [
            RemoteField(name=one, label=one, kind="text", is_writable=one != "status")
            for one in names
        ]
