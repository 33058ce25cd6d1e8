"""How far our copies of CRMs are, for whoever looks after a running Leadloop. None of it makes it unready."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from bot.checkup import Finding, advice, well, wrong
from bot.metrics import CrmFigures, WritingFigures
from handlers.keeping import Stream
from handlers.mapping.cards import system_name, trouble_text
from handlers.mapping.model import FIELDS
from handlers.phrase import say, verbatim
from handlers.questions.model import Said
from handlers.writing.at_home import LATE, parked_text, unsure_text, waiting_text
from handlers.writing.barriers import Barrier, barriers
from handlers.writing.confirming import targets
from handlers.writing.model import Allowed, Queue
from handlers.writing.work import Dictionary

OLD = timedelta(minutes=30)
"""An older copy deserves a look."""
_IN_THE_CRM = frozenset({Barrier.GONE, Barrier.READ_ONLY})
"""Barriers that the CRM puts up, while the company wants the field."""


def findings(streams: Sequence[Stream], at: datetime) -> Sequence[Finding]:
    """Tell `leadloop check` how each CRM is."""
    return [_finding(one, at) for one in streams]


def _finding(stream: Stream, at: datetime) -> Finding:
    name = system_name(stream.system)
    if stream.trouble is not None:
        told = trouble_text(stream)
        return wrong(told) if stream.asks_a_hand else advice(told)
    if stream.succeeded_at is None:
        return advice(say("check-crm-first", system=name))
    age = max(at - stream.succeeded_at, timedelta(minutes=1))
    told = say("check-crm-well", system=name, age=age)
    return well(told) if age < OLD else advice(told)


def writable(dictionary: Dictionary, systems: Sequence[str], allowed: Allowed) -> Sequence[Finding]:
    """Tell `leadloop check` what may be written to each connected CRM."""
    if systems and not allowed.is_on:
        return [well(say("check-writing-off", setting="LEADLOOP_CRM_WRITE"))]
    found: list[Finding] = []
    for one in systems:
        found += [_writable(dictionary, one, allowed), *_unwritable(dictionary, one, allowed)]
    return found


def _writable(dictionary: Dictionary, system: str, allowed: Allowed) -> Finding:
    fields = tuple(sorted(targets(dictionary, system, allowed)))
    name = system_name(system)
    if not fields:
        return advice(say("check-writing-nothing", system=name))
    return well(say("check-writing", system=name, fields=tuple(verbatim(one) for one in fields)))


def _unwritable(dictionary: Dictionary, system: str, allowed: Allowed) -> Iterator[Finding]:
    """Say of the other fields why they may not be written; what somebody decided is as it should be."""
    for barrier, fields in barriers(dictionary, system, FIELDS, allowed).items():
        told = say(
            f"check-writing-not-{barrier}",
            system=system_name(system),
            fields=tuple(verbatim(one) for one in fields),
            setting="LEADLOOP_CRM_WRITE_FIELDS",
        )
        yield advice(told) if barrier in _IN_THE_CRM else well(told)


def unclear(system: str, answers: Sequence[Said]) -> Sequence[Finding]:
    """Tell `leadloop check` which answers to questions cannot be written to a CRM."""
    if not answers:
        return ()
    said = tuple(say(f"questions-said-{one}") for one in answers)
    return [advice(say("check-writing-unclear", system=system_name(system), answers=said))]


def queued(queues: Sequence[Queue], at: datetime) -> Sequence[Finding]:
    """Tell `leadloop check` what waits to be written to each CRM, and for its person."""
    found: list[Finding] = []
    for one in queues:
        if one.oldest is not None:
            told = waiting_text(one, at)
            found.append(advice(told) if at - one.oldest >= LATE else well(told))
        if one.unsure:
            found.append(advice(unsure_text(one, at)))
        if one.parked:
            found.append(advice(parked_text(one)))
    return found


def figures(
    streams: Sequence[Stream], at: datetime, queues: Sequence[Queue] = ()
) -> Sequence[CrmFigures]:
    """Give Prometheus its figures."""
    queued = {one.system: one for one in queues}
    return [
        CrmFigures(
            one.system,
            _lag(one, at),
            one.trouble is not None,
            one.succeeded_at.timestamp() if one.succeeded_at else None,
            _writing(queued.get(one.system), at),
        )
        for one in streams
    ]


def _writing(queue: Queue | None, at: datetime) -> WritingFigures:
    if queue is None:
        return WritingFigures()
    oldest_s = 0.0 if queue.oldest is None else (at - queue.oldest).total_seconds()
    return WritingFigures(queue.waiting, queue.parked, round(oldest_s, 1))


def note(
    streams: Sequence[Stream], at: datetime, queues: Sequence[Queue] = ()
) -> Mapping[str, object]:
    """Tell `/ready` how far each CRM is; it stays green, since every answer comes from our own copy."""
    queued = {one.system: one for one in queues}
    return {
        one.system: {
            "lag_s": _lag(one, at),
            "first_load_done": one.first_done_at is not None,
            "trouble": None if one.trouble is None else one.trouble.value,
            "writing": asdict(_writing(queued.get(one.system), at)),
        }
        for one in streams
    }


def _lag(stream: Stream, at: datetime) -> float | None:
    if stream.succeeded_at is None:
        return None
    return round((at - stream.succeeded_at).total_seconds(), 1)
