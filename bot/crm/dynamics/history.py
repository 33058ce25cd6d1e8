"""What the audit log remembers of leads, where auditing is on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from http import HTTPStatus

import structlog

from bot.crm.dynamics.client import Api, batches, told_by
from bot.crm.http import Answer, Told
from bot.crm.told import moment, part, rows, text, value
from handlers.connector import FieldChange

log = structlog.get_logger()

FUNCTION = "RetrieveRecordChangeHistory(Target=@target)"
UPDATED = "#Microsoft.Dynamics.CRM.AttributeAuditDetail"


def changes(api: Api, leads: Sequence[str], columns: Collection[str]) -> Iterator[FieldChange]:
    """List the changes of these columns; nothing where auditing is off or closed to us."""
    for group in batches(leads):
        questions = [(FUNCTION, {"@target": f"{{'@odata.id':'leads({id})'}}"}) for id in group]
        for lead, answer in zip(group, api.batch(questions), strict=True):
            for detail in _details(answer):
                yield from _changes(lead, detail, columns)


def _details(answer: Answer) -> Sequence[Told]:
    if answer.status == HTTPStatus.NOT_FOUND:
        return []
    if answer.status == HTTPStatus.FORBIDDEN:
        log.info("crm-audit-closed", system="dynamics")
        return []
    details = rows(part(told_by(answer), "AuditDetailCollection"), "AuditDetails")
    return [one for one in details if text(one, "@odata.type") == UPDATED]


def _changes(lead: str, detail: Told, columns: Collection[str]) -> Iterator[FieldChange]:
    record = part(detail, "AuditRecord")
    before, after = part(detail, "OldValue"), part(detail, "NewValue")
    at = moment(text(record, "createdon"))
    for name in columns:
        old, new = value(before, name), value(after, name)
        if old != new:
            yield FieldChange(lead=lead, field=name, old=old, new=new, at=at)
