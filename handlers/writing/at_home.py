"""What administrators see of the queue to the CRM on their own page, without names: the list is a press away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.message import Block, Button, Buttons, Heading, Items, values
from handlers.phrase import Phrase, say
from handlers.writing.cards import system_text
from handlers.writing.model import Queue

LATE = timedelta(minutes=30)
"""What waits longer deserves a look."""
UNSURE = "unsure"
"""Asks the log for nothing but what may have arrived without our having heard so."""


def queue_part(queues: Sequence[Queue], at: datetime) -> tuple[Block, ...]:
    """Say what stands still on its way to the CRMs, and what to do; nothing where all goes well."""
    lines = tuple(line for one in queues for line in _lines(one, at))
    if not lines:
        return ()
    heading = (Heading(say("writing-queue")), Items(lines))
    if not any(one.unsure for one in queues):
        return heading
    look = Button(label=say("writing-unsure-look"), does="writing.log", values=values(only=UNSURE))
    return (*heading, Buttons((look,)))


def _lines(queue: Queue, at: datetime) -> Sequence[Phrase]:
    found: list[Phrase] = []
    if queue.oldest is not None and at - queue.oldest >= LATE:
        found.append(waiting_text(queue, at))
    if queue.unsure_since is not None:
        found.append(unsure_text(queue, at))
    if queue.parked:
        found.append(parked_text(queue))
    return found


def waiting_text(queue: Queue, at: datetime) -> Phrase:
    """Say how much waits to be written, and for how long."""
    age = _age(queue.oldest, at)
    name = system_text(queue.system)
    return say("check-writing-waiting", system=name, count=queue.waiting, age=age)


def unsure_text(queue: Queue, at: datetime) -> Phrase:
    """Say of how much nobody knows whether the CRM has it, and for how long."""
    age = _age(queue.unsure_since, at)
    name = system_text(queue.system)
    return say("check-writing-unsure", system=name, count=queue.unsure, age=age)


def parked_text(queue: Queue) -> Phrase:
    """Say how much waits for its person's decision."""
    return say("check-writing-parked", system=system_text(queue.system), count=queue.parked)


def _age(since: datetime | None, at: datetime) -> timedelta:
    return max(at - (since or at), timedelta(minutes=1))
