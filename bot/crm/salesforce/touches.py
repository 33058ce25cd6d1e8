"""What sales and leads did with each other: finished tasks, and events that have begun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from simple_salesforce.format import format_soql

from bot.crm.http import Told
from bot.crm.salesforce.client import NAMED, Api
from bot.crm.salesforce.model import is_id
from bot.crm.salesforce.notes import has_mark
from bot.crm.salesforce.records import literal
from bot.crm.told import batches, moment, text
from handlers.connector import CrmError, Touched, Trouble
from handlers.work import Now

TASKS = (
    "SELECT Id, WhoId, Subject, TaskSubtype, CallType, CompletedDateTime, LastModifiedDate "
    "FROM Task WHERE WhoId IN {leads} AND IsClosed = true AND IsDeleted = false"
)
EVENTS = (
    "SELECT Id, WhoId, StartDateTime FROM Event "
    "WHERE WhoId IN {leads} AND StartDateTime <= {now:literal} AND IsDeleted = false"
)
MAILS = "SELECT ActivityId, Incoming FROM EmailMessage WHERE ActivityId IN {tasks}"

KINDS = {"Call": "call", "Email": "email", "ListEmail": "email", "Task": "task", "": "task"}
"""Of tasks, by their subtype; all others are something else."""
DIRECTIONS = {"Inbound": "in", "Internal": ""}
"""Of calls; one that says nothing was made by whoever noted it."""
UNSEEN = frozenset({Trouble.FORBIDDEN, Trouble.ODD})


def touches(api: Api, leads: Sequence[str], now: Now) -> Iterator[Touched]:
    """List what happened with these leads, archived activities included, without our own notes."""
    for batch in batches([one for one in leads if is_id(one)], NAMED):
        tasks = api.rows(format_soql(TASKS, leads=list(batch)), archived=True)
        done = [one for one in tasks if not has_mark(text(one, "Subject"))]
        incoming = _incoming(api, [text(one, "Id") for one in done if _kind(one) == "email"])
        yield from (_task(one, incoming) for one in done)
        asked = format_soql(EVENTS, leads=list(batch), now=literal(now()))
        yield from (_event(one) for one in api.rows(asked, archived=True))


def _incoming(api: Api, tasks: Sequence[str]) -> Mapping[str, bool]:
    """Tell of each task that stands for an e-mail whether the lead wrote it, where we may see that."""
    try:
        return {
            text(one, "ActivityId"): bool(one.get("Incoming"))
            for batch in batches(tasks, NAMED)
            for one in api.rows(format_soql(MAILS, tasks=list(batch)))
        }
    except CrmError as error:
        if error.trouble in UNSEEN:
            return {}
        raise


def _kind(task: Told) -> str:
    return KINDS.get(text(task, "TaskSubtype"), "other")


def _task(told: Told, incoming: Mapping[str, bool]) -> Touched:
    at = text(told, "CompletedDateTime") or text(told, "LastModifiedDate")
    return Touched(
        id=text(told, "Id"),
        lead=text(told, "WhoId"),
        kind=_kind(told),
        direction=_direction(told, incoming),
        at=moment(at),
    )


def _direction(told: Told, incoming: Mapping[str, bool]) -> str:
    match _kind(told):
        case "call":
            return DIRECTIONS.get(text(told, "CallType"), "out")
        case "email":
            known = incoming.get(text(told, "Id"))
            return "" if known is None else "in" if known else "out"
        case _:
            return ""


def _event(told: Told) -> Touched:
    return Touched(
        id=text(told, "Id"),
        lead=text(told, "WhoId"),
        kind="meeting",
        direction="out",
        at=moment(text(told, "StartDateTime")),
    )
