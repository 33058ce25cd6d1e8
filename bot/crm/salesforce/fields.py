"""Salesforce's fields of leads with their picklists; and who owns leads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.crm.http import Told
from bot.crm.salesforce.client import Api
from bot.crm.salesforce.model import CAMPAIGN, KEPT, MEMBERS, PROPERTIES, STATUS
from bot.crm.told import rows, text
from handlers.connector import CrmError, RemoteField, RemoteOwner, Trouble

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
        described, _ = self._look()
        return described

    def readable(self, also: Collection[str]) -> Sequence[str]:
        """Give the names that a query may ask for: ours and `also` the company's."""
        seen = self._seen or self._looked()
        own = [CAMPAIGN, *(name for name in also if _NAME.fullmatch(name))]
        wanted = dict.fromkeys([*PROPERTIES, *own])
        return [name for name in wanted if name in KEPT or name in seen]

    def forget(self) -> None:
        """Look again before the next query."""
        self._seen = frozenset()

    def _looked(self) -> frozenset[str]:
        """Give the names as they are now; another thread may forget them at once."""
        _, seen = self._look()
        if not seen:
            raise CrmError(Trouble.ODD, said="leads without fields")
        return seen

    def _look(self) -> tuple[Sequence[RemoteField], frozenset[str]]:
        lead = self._api.describe()
        told, linked = rows(lead, "fields"), rows(lead, "childRelationships")
        seen = frozenset(text(one, "name") for one in told)
        if MEMBERS in {text(one, "relationshipName") for one in linked}:
            seen |= {CAMPAIGN}
        self._seen = seen
        converted = {text(one, "ApiName") for one in self._api.rows(CONVERTED)}
        described = [
            _field(one, but=converted if text(one, "name") == STATUS else ()) for one in told
        ]
        return described, seen


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
    return RemoteField(
        name=text(told, "name"),
        label=text(told, "label"),
        kind=KINDS.get(text(told, "type"), "text"),
        options=options,
        is_writable=bool(told.get("updateable")),
    )
