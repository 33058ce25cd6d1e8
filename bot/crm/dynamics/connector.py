"""Dynamics 365 Sales behind the heart's port."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from threading import Lock

from bot.crm.dynamics import changes, fields, history
from bot.crm.dynamics.changes import Dated, Tracked
from bot.crm.dynamics.client import BATCH, BUDGETS, Api, batches, one_of
from bot.crm.dynamics.columns import WATCHED, is_merged, remote, selected, wanted
from bot.crm.dynamics.entrance import Entrance, scope_of
from bot.crm.dynamics.fields import Table
from bot.crm.dynamics.notes import Notes
from bot.crm.dynamics.refusals import judge
from bot.crm.dynamics.touches import touches
from bot.crm.dynamics.writing import Writing
from bot.crm.http import Line, new_client
from bot.crm.turns import Limiter
from bot.microsoft_tokens import Entra
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
    Write,
    by_lead,
)


class Dynamics:
    """The leads of one Dataverse environment."""

    system = "dynamics"

    def __init__(
        self, api: Api, *, tracked: bool, also: Callable[[], Collection[str]] = tuple
    ) -> None:
        """Read changes by change tracking, or by time; and `also` the columns that the company maps."""
        self._api = api
        self._also = also
        self._changes = Tracked(api) if tracked else Dated(api)
        self.capabilities = Capabilities(
            history=History.AUDIT,
            guard=Guard.ETAG,
            tells_deleted=tracked,
            page=api.page,
            read_at_once=BATCH,
            write_at_once=BATCH,
            overlap=timedelta() if tracked else timedelta(minutes=5),
        )
        remembered = partial(history.changes, api)
        self._writing = Writing(api, Notes(api), self._read, remembered, self._known_table)
        self._table: Table | None = None
        self._lock = Lock()

    def changes(self, since: Cursor | None) -> Page:
        """Give a page of leads; all of them from None on."""
        return self._changes.page(since, self._columns())

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that exist; one that was merged does not."""
        return self._read(leads, self._columns())

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        """List the audited changes of status, owner and the columns that the company maps."""
        columns = dict.fromkeys([*WATCHED, *self._also()])
        return list(history.changes(self._api, leads, columns))

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        """List completed calls, e-mails, appointments and tasks, campaign responses and notes."""
        return list(touches(self._api, leads))

    def ids(self) -> Iterable[str]:
        """Give the ids of all leads."""
        return changes.ids(self._api)

    def owners(self) -> Sequence[RemoteOwner]:
        """List users and teams."""
        return fields.owners(self._api)

    def fields(self) -> Sequence[RemoteField]:
        """Describe the leads' columns."""
        self._table = fields.table(self._api)
        return self._table.fields

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Write each lead's fields unless they changed; at most one `Write` for each lead."""
        return self._writing.write(list(by_lead(writes).values()))

    def close(self) -> None:
        """Let go of connections."""
        self._api.close()

    def _read(self, leads: Sequence[str], columns: Sequence[str]) -> Mapping[str, Remote]:
        """Read by id: one question for a hundred leads, which leaves out what does not exist."""
        selection = selected(["leadid", "modifiedon", *columns])
        found = {
            lead.id.lower(): lead
            for group in batches(leads)
            for row in self._api.all(
                "leads", {"$select": selection, "$filter": one_of("leadid", group)}
            )
            if not is_merged(row)
            for lead in [remote(row, columns)]
        }
        return {id: found[id.lower()] for id in leads if id.lower() in found}

    def _columns(self) -> Sequence[str]:
        return wanted(self._also())

    def _known_table(self) -> Table:
        """Give the set-up of leads; one thread asks for it, and the others wait."""
        with self._lock:
            if self._table is None:
                self._table = fields.table(self._api)
            return self._table


def connect(
    *, url: str, entra: Entra, tracked: bool, also: Callable[[], Collection[str]] = tuple
) -> Dynamics:
    """Connect to an environment, such as ``https://acme.crm4.dynamics.com``; nothing is called yet."""
    line = Line(
        new_client(url), Entrance(entra, scope_of(url)), limiter=Limiter(BUDGETS), judge=judge
    )
    return Dynamics(Api(line), tracked=tracked, also=also)
