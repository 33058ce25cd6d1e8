"""The table of leads as this company has set it up: its columns with their choices; and its owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from bot.crm.dynamics.client import Api
from bot.crm.http import Told
from bot.crm.told import part, rows, text
from handlers.connector import CrmError, RemoteField, RemoteOwner, Trouble

ATTRIBUTES = "EntityDefinitions(LogicalName='lead')/Attributes"
SORT = "Microsoft.Dynamics.CRM."
CHOICES = ("PicklistAttributeMetadata", "StateAttributeMetadata", "StatusAttributeMetadata")

KINDS = {
    "String": "text",
    "Memo": "text",
    "Picklist": "choice",
    "State": "choice",
    "Status": "choice",
    "Boolean": "yes-no",
    "DateTime": "moment",
    "Integer": "number",
    "BigInt": "number",
    "Decimal": "number",
    "Double": "number",
    "Money": "number",
    "Lookup": "text",
    "Customer": "text",
    "Owner": "text",
}
"""Of columns, by Dataverse's types; columns of any other type are for its own use."""

LINKS = frozenset({"Lookup", "Customer", "Owner"})
"""They are read under another name, and not written by a plain value."""

STATE, STATUS, CAMPAIGN = "statecode", "statuscode", "_campaignid_value"

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """What the environment says of its table of leads."""

    fields: Sequence[RemoteField]
    states: Mapping[str, str]
    """The state under which each status stands."""

    def typed(self, values: Mapping[str, str]) -> dict[str, object]:
        """Put values as Dataverse takes them; a status goes together with its state."""
        kinds = {one.name: one.kind for one in self.fields}
        given = {name: _typed(value, kinds.get(name, "text")) for name, value in values.items()}
        state = self.states.get(values.get(STATUS, ""))
        return given if state is None else {**given, STATE: int(state)}


def table(api: Api) -> Table:
    """Read the set-up of leads, without the columns that are hidden or for Dataverse's own use."""
    choices = [one for kind in CHOICES for one in _of_kind(api, kind, "OptionSet")]
    options = {text(one, "LogicalName"): _options(one) for one in choices}
    dates = {
        text(one, "LogicalName")
        for one in _of_kind(api, "DateTimeAttributeMetadata")
        if text(one, "Format") == "DateOnly"
    }
    described = [
        _field(one, options, dates)
        for one in api.all(ATTRIBUTES, {"$select": _SELECTED})
        if _is_shown(one)
    ]
    return Table(_with_campaigns(described, api), _states(choices))


def owners(api: Api) -> Sequence[RemoteOwner]:
    """List users, the disabled ones included, and teams."""
    users = api.all("systemusers", {"$select": _USER})
    teams = api.all("teams", {"$select": "name,emailaddress"})
    return [*(_user(one) for one in users), *(_team(one) for one in teams)]


_SELECTED = "LogicalName,AttributeType,DisplayName,IsValidForRead,IsValidForUpdate,AttributeOf"
_USER = "fullname,internalemailaddress,isdisabled,azureactivedirectoryobjectid,applicationid"


def _of_kind(api: Api, kind: str, expanded: str = "") -> Iterable[Told]:
    query = {"$select": "LogicalName" if expanded else "LogicalName,Format"}
    if expanded:
        query["$expand"] = f"{expanded}($select=Options)"
    return api.all(f"{ATTRIBUTES}/{SORT}{kind}", query)


def _is_shown(told: Told) -> bool:
    readable = told.get("IsValidForRead") is not False
    return readable and not told.get("AttributeOf") and text(told, "AttributeType") in KINDS


def _field(told: Told, options: Mapping[str, Options], dates: set[str]) -> RemoteField:
    name, sort = text(told, "LogicalName"), text(told, "AttributeType")
    return RemoteField(
        name=f"_{name}_value" if sort in LINKS else name,
        label=_label(part(told, "DisplayName")) or name,
        kind="date" if name in dates else KINDS[sort],
        options=options.get(name, ()),
        is_writable=told.get("IsValidForUpdate") is True and sort not in LINKS and name != STATE,
    )


def _options(told: Told) -> Options:
    listed = rows(part(told, "OptionSet"), "Options")
    return [
        (text(one, "Value"), _label(part(one, "Label")))
        for one in listed
        if one.get("IsHidden") is not True
    ]


def _states(choices: Iterable[Told]) -> Mapping[str, str]:
    return {
        text(option, "Value"): text(option, "State")
        for one in choices
        if text(one, "LogicalName") == STATUS
        for option in rows(part(one, "OptionSet"), "Options")
        if text(option, "State")
    }


def _with_campaigns(fields: Sequence[RemoteField], api: Api) -> Sequence[RemoteField]:
    """Give the campaign's ids their names, as far as we may read campaigns."""
    try:
        named = [
            (text(one, "campaignid"), text(one, "name"))
            for one in api.all("campaigns", {"$select": "name"})
        ]
    except CrmError as error:
        if error.trouble is not Trouble.FORBIDDEN:
            raise
        return fields
    return [
        RemoteField(name=one.name, label=one.label, kind="choice", options=named, is_writable=False)
        if one.name == CAMPAIGN
        else one
        for one in fields
    ]


def _user(told: Told) -> RemoteOwner:
    email = text(told, "internalemailaddress")
    return RemoteOwner(
        id=text(told, "systemuserid"),
        name=text(told, "fullname") or email,
        email=email,
        is_person=not text(told, "applicationid"),
        is_active=told.get("isdisabled") is not True,
        entra_id=text(told, "azureactivedirectoryobjectid"),
    )


def _team(told: Told) -> RemoteOwner:
    return RemoteOwner(
        id=text(told, "teamid"),
        name=text(told, "name"),
        email=text(told, "emailaddress"),
        is_person=False,
    )


def _label(told: Told) -> str:
    return text(part(told, "UserLocalizedLabel"), "Label")


def _typed(value: str, kind: str) -> object:
    """Read a value by its column's kind; what is no such value is left for Dataverse to refuse."""
    if not value:
        return None
    if kind == "yes-no":
        return {"true": True, "false": False}.get(value, value)
    if kind not in {"choice", "number"}:
        return value
    try:
        if kind == "choice" or value.lstrip("-").isdecimal():
            return int(value)
        number = float(value)
    except ValueError:
        return value
    return number if isfinite(number) else value
