"""What Salesforce remembers of former values: of the fields that its administrator tracks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from simple_salesforce.format import format_soql

from bot.crm.http import Told
from bot.crm.salesforce.client import NAMED, Api
from bot.crm.salesforce.model import STATUS, is_id
from bot.crm.told import batches, moment, text, value
from handlers.connector import FieldChange

ROWS = (
    "SELECT LeadId, Field, OldValue, NewValue, CreatedDate FROM LeadHistory "
    "WHERE LeadId IN {leads} AND Field IN {names} ORDER BY CreatedDate, Id"
)
OWNER = "Owner"
"""Its changes come twice: by name, and by id."""


def changes(api: Api, leads: Sequence[str], names: Collection[str]) -> Iterator[FieldChange]:
    """List changes of status, owner and these fields, the oldest first."""
    wanted = list(dict.fromkeys([STATUS, OWNER, *names]))
    for batch in batches([one for one in leads if is_id(one)], NAMED):
        for one in api.rows(format_soql(ROWS, leads=list(batch), names=wanted)):
            if text(one, "Field") != OWNER or _is_by_id(one):
                yield _change(one)


def _is_by_id(told: Told) -> bool:
    return is_id(value(told, "NewValue")) and is_id(value(told, "OldValue"))


def _change(told: Told) -> FieldChange:
    name = text(told, "Field")
    return FieldChange(
        lead=text(told, "LeadId"),
        field="OwnerId" if name == OWNER else name,
        old=value(told, "OldValue"),
        new=value(told, "NewValue"),
        at=moment(text(told, "CreatedDate")),
    )
