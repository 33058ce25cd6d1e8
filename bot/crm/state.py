"""How far our copies of CRMs are, for whoever looks after a running Leadloop. None of it makes it unready."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.checkup import Finding, advice, well, wrong
from bot.metrics import CrmFigures
from handlers.keeping import Stream
from handlers.mapping.cards import system_name, trouble_text
from handlers.phrase import say, verbatim
from handlers.writing.confirming import targets
from handlers.writing.model import Allowed
from handlers.writing.work import Dictionary

LATE = timedelta(minutes=30)
"""An older copy deserves a look."""


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
    return well(told) if age < LATE else advice(told)


def writable(dictionary: Dictionary, systems: Sequence[str], allowed: Allowed) -> Sequence[Finding]:
    """Tell `leadloop check` what may be written to each connected CRM."""
    if systems and not allowed.is_on:
        return [well(say("check-writing-off", setting="LEADLOOP_CRM_WRITE"))]
    return [_writable(dictionary, one, allowed) for one in systems]


def _writable(dictionary: Dictionary, system: str, allowed: Allowed) -> Finding:
    fields = tuple(sorted(targets(dictionary, system, allowed)))
    name = system_name(system)
    if not fields:
        return advice(say("check-writing-nothing", system=name))
    return well(say("check-writing", system=name, fields=tuple(verbatim(one) for one in fields)))


def figures(streams: Sequence[Stream], at: datetime) -> Sequence[CrmFigures]:
    """Give Prometheus its figures."""
    return [
        CrmFigures(
            one.system,
            _lag(one, at),
            one.trouble is not None,
            one.succeeded_at.timestamp() if one.succeeded_at else None,
        )
        for one in streams
    ]


def note(streams: Sequence[Stream], at: datetime) -> Mapping[str, object]:
    """Tell `/ready` how far each CRM is; it stays green, since every answer comes from our own copy."""
    return {
        one.system: {
            "lag_s": _lag(one, at),
            "first_load_done": one.first_done_at is not None,
            "trouble": None if one.trouble is None else one.trouble.value,
        }
        for one in streams
    }


def _lag(stream: Stream, at: datetime) -> float | None:
    if stream.succeeded_at is None:
        return None
    return round((at - stream.succeeded_at).total_seconds(), 1)
