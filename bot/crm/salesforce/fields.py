"""Salesforce's fields of leads with their picklists; and who owns leads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.crm.http import Told
from bot.crm.salesforce.client import Api
from bot.crm.salesforce.model import KEPT, PROPERTIES, STATUS
from bot.crm.told import rows, text
from handlers.connector import RemoteField, RemoteOwner

KINDS = {
    "picklist": "choice",
    "combobox": "text",
    "boolean": "yes-no",
    "date": "date",
    "datetime": "moment",
    "int": "number",
    "long": "number",
    "double": "number",
    "currency": "number",
    "percent": "number",
}
"""Of fields, by Salesforce's types; all others are texts."""

CONVERTED = "SELECT ApiName FROM LeadStatus WHERE IsConverted = true"
USERS = "SELECT Id, Name, Email, IsActive FROM User WHERE UserType = 'Standard'"
QUEUES = "SELECT Id, Name FROM Group WHERE Type = 'Queue'"

_NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)


class Fields:
    """What may be read of leads in one account, as its administrator set it up."""

    def __init__(self, api: Api) -> None:
        """Look when it is first needed; a field that we may not see fails a whole query."""
        self._api = api
        self._seen: frozenset[str] = frozenset()

    def described(self) -> Sequence[RemoteField]:
        """Describe them; of the statuses, without those that only a conversion may give."""
        told = rows(self._api.describe(), "fields")
        self._seen = frozenset(text(one, "name") for one in told)
        converted = {text(one, "ApiName") for one in self._api.rows(CONVERTED)}
        return [_field(one, but=converted if text(one, "name") == STATUS else ()) for one in told]

    def readable(self, also: Collection[str]) -> Sequence[str]:
        """Give the names that a query may ask for: ours and `also` the company's."""
        if not self._seen:
            self.described()
        wanted = dict.fromkeys([*PROPERTIES, *also])
        return [name for name in wanted if name in KEPT or self._may_read(name)]

    def forget(self) -> None:
        """Look again before the next query."""
        self._seen = frozenset()

    def _may_read(self, name: str) -> bool:
        return _NAME.fullmatch(name) is not None and name in self._seen


def owners(api: Api) -> Iterator[RemoteOwner]:
    """List users and queues, the inactive users included."""
    for one in api.rows(USERS):
        yield RemoteOwner(
            id=text(one, "Id"),
            name=text(one, "Name"),
            email=text(one, "Email"),
            is_active=bool(one.get("IsActive")),
        )
    for one in api.rows(QUEUES):
        yield RemoteOwner(id=text(one, "Id"), name=text(one, "Name"), is_person=False)


def _field(told: Told, *, but: Collection[str]) -> RemoteField:
    options = [
        (value, text(one, "label") or value)
        for one in rows(told, "picklistValues")
        if one.get("active") and (value := text(one, "value")) not in but
    ]
    optional = told.get("nillable") or told.get("defaultedOnCreate")
    return RemoteField(
        name=text(told, "name"),
        label=text(told, "label"),
        kind=KINDS.get(text(told, "type"), "text"),
        options=options,
        is_required=not optional and bool(told.get("updateable")),
        is_writable=bool(told.get("updateable")),
    )
