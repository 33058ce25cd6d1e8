"""Salesforce behind the heart's port."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

from bot.crm.http import Line, new_client
from bot.crm.salesforce import fields, history, touches
from bot.crm.salesforce.changes import Changes
from bot.crm.salesforce.client import BUDGETS, NAMED, PAGE, Api
from bot.crm.salesforce.login import Account, Tokens, log_in, new_session
from bot.crm.salesforce.model import is_id
from bot.crm.salesforce.notes import Notes
from bot.crm.salesforce.refusals import judge
from bot.crm.salesforce.writing import Writing
from bot.crm.told import batches
from bot.crm.turns import Limiter
from handlers.connector import (
    Capabilities,
    CrmError,
    Cursor,
    Fate,
    FieldChange,
    Guard,
    History,
    Page,
    Remote,
    RemoteField,
    RemoteOwner,
    Touched,
    Trouble,
    Write,
    by_lead,
)
from handlers.work import Now

T = TypeVar("T")

CAPABILITIES = Capabilities(
    history=History.TRACKED,
    guard=Guard.UNMODIFIED_SINCE,
    tells_deleted=True,
    page=PAGE,
    read_at_once=NAMED,
    write_at_once=NAMED,
    overlap=timedelta(minutes=5),
)
"""A change is stamped when it is made and seen when all that hangs on it is done, minutes later at worst."""


class Salesforce:
    """The leads of one Salesforce."""

    system = "salesforce"

    def __init__(
        self, api: Api, *, also: Callable[[], Collection[str]], now: Now, page: int = PAGE
    ) -> None:
        """Read what every company has, and `also` the fields that this one maps at the time."""
        self._api = api
        self._also = also
        self._now = now
        self._fields = fields.Fields(api)
        self._changes = Changes(api, page)
        self._writing = Writing(api, self._fields, Notes(api, now))
        self.capabilities = replace(CAPABILITIES, page=page)

    def changes(self, since: Cursor | None) -> Page:
        """Give the page after a cursor, by time and id, with what was deleted and merged."""
        return self._asked(partial(self._changes.page, since))

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that exist; one that was merged does not."""
        if not leads:
            return {}
        return self._asked(partial(self._read, leads))

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        """List the changes of status, owner and the mapped fields, as far as they are tracked."""
        return list(history.changes(self._api, leads, self._also()))

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        """List finished tasks, calls and e-mails among them, and events that have begun."""
        return list(touches.touches(self._api, leads, self._now))

    def ids(self) -> Iterable[str]:
        """Give the ids of all leads."""
        return self._changes.ids()

    def owners(self) -> Sequence[RemoteOwner]:
        """List users and queues, the inactive users included."""
        return list(fields.owners(self._api))

    def fields(self) -> Sequence[RemoteField]:
        """Describe the leads' fields, as far as we may see them."""
        return self._fields.described()

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Write each lead's fields unless they changed; at most one `Write` for each lead."""
        return self._writing.write(list(by_lead(writes).values()))

    def close(self) -> None:
        """Let go of connections."""
        self._api.close()

    def _asked(self, ask: Callable[[Sequence[str]], T]) -> T:
        """Ask for the fields that we may see; where that is refused, they may be others by now."""
        try:
            return ask(self._fields.readable(self._also()))
        except CrmError as error:
            if error.trouble not in {Trouble.ODD, Trouble.FORBIDDEN}:
                raise
        self._fields.forget()
        return ask(self._fields.readable(self._also()))

    def _read(self, leads: Sequence[str], properties: Sequence[str]) -> Mapping[str, Remote]:
        return {
            lead.id: lead
            for batch in batches([one for one in leads if is_id(one)], NAMED)
            for lead in self._changes.of(batch, properties)
        }


def connect(
    account: Account,
    *,
    version: str,
    now: Now,
    also: Callable[[], Collection[str]] = tuple,
) -> Salesforce:
    """Connect to a company's Salesforce in a version of its API, such as 68.0; nothing is called yet."""
    session = new_session()
    tokens = Tokens(partial(log_in, account, session), session.close)
    line = Line(new_client(account.url), tokens, limiter=Limiter(BUDGETS), judge=judge)
    return Salesforce(Api(line, version=version), also=also, now=now)
