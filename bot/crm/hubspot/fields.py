"""HubSpot's properties, as fields with their picklists; and its owners."""

from __future__ import annotations

from collections.abc import Sequence

from bot.crm.http import Told
from bot.crm.hubspot.client import Api
from bot.crm.hubspot.model import Model
from bot.crm.told import part, rows, text
from handlers.connector import RemoteField, RemoteOwner

KINDS = {
    "enumeration": "choice",
    "bool": "yes-no",
    "date": "date",
    "datetime": "moment",
    "number": "number",
}
"""Of fields, by HubSpot's types; all others are texts."""

Options = Sequence[tuple[str, str]]


def fields(api: Api, model: Model) -> Sequence[RemoteField]:
    """Describe the leads' properties, without the hidden ones.

    HubSpot does not say here what its rules require; it says so when a write goes against them.
    """
    stages = _stages(api.pipelines(model.object_type)) if model.stage else ()
    return [
        _field(one, stages if text(one, "name") == model.stage else _options(one))
        for one in api.properties(model.object_type)
        if not one.get("hidden")
    ]


def owners(api: Api) -> Sequence[RemoteOwner]:
    """List users and queues, those that were taken away as well."""
    return [
        _owner(one, is_active=not archived)
        for archived in (False, True)
        for one in api.owners(archived=archived)
    ]


def _field(told: Told, options: Options) -> RemoteField:
    kind = KINDS.get(text(told, "type"), "text")
    if text(told, "fieldType") == "booleancheckbox":
        kind = "yes-no"
    read_only = part(told, "modificationMetadata").get("readOnlyValue") or told.get("calculated")
    return RemoteField(
        name=text(told, "name"),
        label=text(told, "label"),
        kind=kind,
        options=options,
        is_writable=not read_only,
    )


def _options(told: Told) -> Options:
    return [
        (text(one, "value"), text(one, "label"))
        for one in rows(told, "options")
        if not one.get("hidden")
    ]


def _stages(pipelines: Sequence[Told]) -> Options:
    """List the stages; where there are several pipelines, a label says of which."""
    alive = [one for one in pipelines if not one.get("archived")]
    return [
        (
            text(stage, "id"),
            f"{text(one, 'label')}: {text(stage, 'label')}"
            if len(alive) > 1
            else text(stage, "label"),
        )
        for one in alive
        for stage in rows(one, "stages")
        if not stage.get("archived")
    ]


def _owner(told: Told, *, is_active: bool) -> RemoteOwner:
    email = text(told, "email")
    name = f"{text(told, 'firstName')} {text(told, 'lastName')}".strip()
    return RemoteOwner(
        id=text(told, "id"),
        name=name or email,
        email=email,
        is_person=text(told, "type") != "QUEUE",
        is_active=is_active,
    )
