"""Every card of this feature with invented people in it, for gallery and snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers.connector import RemoteField, Trouble
from handlers.lead import Lead, LeadId
from handlers.message import Card, Example
from handlers.people import PersonId
from handlers.phrase import say
from handlers.writing.at_home import queue_part
from handlers.writing.cards import (
    Logged,
    Shown,
    fate_card,
    log_card,
    recent_card,
    trouble_card,
    unsure_card,
)
from handlers.writing.model import Bundle, Queue, WriteBack, WriteId, WriteState

AT = datetime(2026, 11, 17, 9, 42, tzinfo=UTC)
LEAD = Lead(
    id=LeadId(1),
    system="hubspot",
    external_id="501",
    name="Anna Nowak",
    company="Northwind",
    imported_at=AT,
)
FIELDS = {
    "status": RemoteField(
        name="hs_lead_status",
        label="Lead status",
        kind="choice",
        options=(("NEW", "New"), ("CONNECTED", "Connected"), ("UNQUALIFIED", "Unqualified")),
    ),
    "next_step": RemoteField(name="next_step", label="Next step", kind="text"),
}
STATUS = WriteBack(
    id=WriteId("write-1"),
    lead=LEAD.id,
    field="status",
    was="NEW",
    becomes="CONNECTED",
    by=PersonId("piotr"),
    at=AT,
)
NEXT_STEP = replace(
    STATUS, id=WriteId("write-2"), field="next_step", was="", becomes="Send the offer on Friday"
)
WORDS = "Property “Lead status” cannot be set to Connected without a next step."


def examples() -> Sequence[Example]:
    """List them all, in the order in which people meet them."""
    later = AT + timedelta(minutes=5)
    return [
        Example("writing-trouble", trouble_card("hubspot", Trouble.FORBIDDEN)),
        *(Example(f"writing-{name}", fate_card(one, later)) for name, one in _fates().items()),
        Example("writing-recent", recent_card([_fates()["written"], _fates()["undone"]], later)),
        Example("writing-recent-none", recent_card([], later)),
        Example("writing-log", log_card(_log(), NEXT_STEP)),
        Example("writing-log-empty", log_card([], None)),
        Example("writing-unsure", unsure_card(_log()[:1])),
        Example("writing-unsure-none", unsure_card([])),
        Example("writing-queue", Card(say("writing-queue"), queue_part(_queues(), later)[1:])),
    ]


def _fates() -> dict[str, Shown]:
    written = (_with(STATUS, WriteState.WRITTEN), _with(NEXT_STEP, WriteState.WRITTEN))
    back = replace(NEXT_STEP, was=NEXT_STEP.becomes, becomes="", undoes=NEXT_STEP.id)
    late = replace(back, state=WriteState.DROPPED, now="Call on Monday")
    return {
        "waiting": _shown(STATUS),
        "written": _shown(*written),
        "being-undone": replace(_shown(*written), is_being_undone=True),
        "undone": _shown(_with(STATUS, WriteState.UNDONE)),
        "conflict": _shown(replace(STATUS, state=WriteState.CONFLICT, now="UNQUALIFIED")),
        "rejected": _shown(replace(STATUS, state=WriteState.REJECTED, words=WORDS)),
        "impossible": _shown(_with(STATUS, WriteState.REJECTED)),
        "dropped": _shown(_with(STATUS, WriteState.DROPPED)),
        "overtaken": _shown(_with(STATUS, WriteState.OVERTAKEN)),
        "undo-waiting": _shown(back),
        "undo-late": _shown(late),
    }


def _with(write: WriteBack, state: WriteState) -> WriteBack:
    return replace(write, state=state, written_at=AT if state is WriteState.WRITTEN else None)


def _shown(*writes: WriteBack) -> Shown:
    return Shown(bundle=Bundle(writes), lead=LEAD, fields=FIELDS)


def _queues() -> Sequence[Queue]:
    since = AT - timedelta(hours=2)
    slow = Queue(system="hubspot", waiting=4, parked=2, oldest=since, unsure=1, unsure_since=since)
    return [slow, Queue(system="salesforce", waiting=1, parked=0, oldest=AT)]


def _log() -> Sequence[Logged]:
    states = (WriteState.WRITTEN, WriteState.REJECTED, WriteState.CONFLICT)
    lines = [Logged(write=_with(STATUS, one), person="Piotr Zając", lead=LEAD) for one in states]
    back = replace(_with(NEXT_STEP, WriteState.WRITTEN), undoes=WriteId("write-9"))
    return [*lines, Logged(write=back, person="Zhang Wei", lead=LEAD)]
