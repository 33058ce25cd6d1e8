"""HubSpot behind the heart's port."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from bot.crm.http import FixedToken, Line, new_client
from bot.crm.hubspot import fields, history
from bot.crm.hubspot.changes import Changes, remote
from bot.crm.hubspot.client import BATCH, BUDGETS, SEARCHED, WITH_HISTORY, Api
from bot.crm.hubspot.model import MODELS, Model
from bot.crm.hubspot.notes import Notes
from bot.crm.hubspot.refusals import judge
from bot.crm.hubspot.touches import Touches
from bot.crm.hubspot.writing import Writing
from bot.crm.told import batches, text
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
    Write,
    by_lead,
)
from handlers.work import Now

CAPABILITIES = Capabilities(
    history=History.NATIVE,
    guard=Guard.NONE,
    tells_deleted=False,
    page=SEARCHED,
    read_at_once=BATCH,
    write_at_once=WITH_HISTORY,
    overlap=timedelta(minutes=5),
)
"""The search leaves deleted records out, and nothing else tells of them in order of time; merges show."""


class HubSpot:
    """The leads of one HubSpot account."""

    system = "hubspot"
    capabilities = CAPABILITIES

    def __init__(
        self, api: Api, model: Model, *, also: Callable[[], Collection[str]], now: Now
    ) -> None:
        """Read this model's properties, and `also` those that the company maps at the time."""
        self._api = api
        self._model = model
        self._also = also
        self._changes = Changes(api, model)
        self._touches = Touches(api, model)
        self._writing = Writing(api, model, Notes(api, model, now))

    def changes(self, since: Cursor | None) -> Page:
        """Give a page: all leads by id from None on, then what changed, by time."""
        return self._changes.page(since, self._properties())

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that exist; one that was merged does not."""
        properties = self._properties()
        return {
            id: remote(one, self._model, properties)
            for batch in batches(leads, BATCH)
            for one in self._api.read(self._model.object_type, batch, properties)
            if (id := text(one, "id")) in batch
        }

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        """List the changes of status, owner and the fields that the company maps."""
        if not leads:
            return []
        names = dict.fromkeys([*self._model.watched, *self._also()])
        return [
            change
            for batch in batches(leads, WITH_HISTORY)
            for one in self._api.read(self._model.object_type, batch, (), history=names)
            if text(one, "id") in batch
            for change in history.changes(one, names)
        ]

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        """List calls, e-mails, meetings, tasks, messages and notes; of form submissions HubSpot tells nothing."""
        return list(self._touches.on(leads)) if leads else []

    def ids(self) -> Iterable[str]:
        """Give the ids of all leads."""
        return self._changes.ids()

    def owners(self) -> Sequence[RemoteOwner]:
        """List users and queues, the former ones included."""
        return fields.owners(self._api)

    def fields(self) -> Sequence[RemoteField]:
        """Describe the leads' properties."""
        return fields.fields(self._api, self._model)

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Write each lead's fields unless they changed; at most one `Write` for each lead."""
        return self._writing.write(list(by_lead(writes).values()))

    def close(self) -> None:
        """Let go of connections."""
        self._api.close()

    def _properties(self) -> Collection[str]:
        return dict.fromkeys([*self._model.properties, *self._also()])


def connect(
    *,
    token: str,
    version: str,
    object_type: str,
    url: str,
    now: Now,
    also: Callable[[], Collection[str]] = tuple,
) -> HubSpot:
    """Connect to an account, to its ``contacts`` or ``leads``; nothing is called yet."""
    limiter = Limiter(BUDGETS)
    line = Line(new_client(url), FixedToken(token), limiter=limiter, judge=judge)
    return HubSpot(Api(line, version=version), MODELS[object_type], also=also, now=now)
