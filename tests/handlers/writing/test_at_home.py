"""An administrator's page tells what stands still on the way to the CRM, and nothing where all goes well."""

from __future__ import annotations

from datetime import timedelta

from handlers.message import Button, Buttons, Items
from handlers.writing.at_home import LATE, UNSURE, queue_part
from handlers.writing.model import Queue
from tests.builders import MONDAY_MORNING

NOW = MONDAY_MORNING + LATE
WAITING = Queue(system="hubspot", waiting=3, parked=0, oldest=MONDAY_MORNING)


def told(*queues: Queue) -> list[str]:
    return [
        line.key
        for block in queue_part(queues, NOW)
        if isinstance(block, Items)
        for line in block.items
    ]


def buttons(*queues: Queue) -> list[Button]:
    return [
        button
        for block in queue_part(queues, NOW)
        if isinstance(block, Buttons)
        for button in block.buttons
    ]


def test_what_has_just_been_confirmed_is_nothing_to_tell() -> None:
    assert queue_part([WAITING], MONDAY_MORNING + timedelta(minutes=1)) == ()
    assert queue_part([], NOW) == ()


def test_what_waits_for_long_or_for_its_person_is_told() -> None:
    parked = Queue(system="salesforce", waiting=0, parked=2)
    assert told(WAITING, parked) == ["check-writing-waiting", "check-writing-parked"]
    assert buttons(WAITING, parked) == []


def test_what_may_have_arrived_is_told_at_once_with_the_way_to_the_list() -> None:
    unsure = Queue(system="hubspot", waiting=1, parked=0, oldest=NOW, unsure=1, unsure_since=NOW)
    assert told(unsure) == ["check-writing-unsure"]
    (look,) = buttons(unsure)
    assert (look.does, dict(look.values)) == ("writing.log", {"only": UNSURE})
