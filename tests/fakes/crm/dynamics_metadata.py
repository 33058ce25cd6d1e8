"""What the fake Dataverse says of its table of leads, in the shapes of the metadata service."""

from __future__ import annotations

from typing import Any

from tests.fakes.crm.dynamics_org import COLUMNS, STATES, Column

Told = dict[str, Any]


def described(kind: str) -> list[Told]:
    """Describe the attributes: all of them in short, or those of one kind in full."""
    if not kind:
        return [_short(name, one) for name, one in COLUMNS.items()]
    if kind == "DateTimeAttributeMetadata":
        return [_date(name, one) for name, one in COLUMNS.items() if one.sort == "DateTime"]
    sort = kind.removesuffix("AttributeMetadata")
    return [_choice(name, one) for name, one in COLUMNS.items() if one.sort == sort]


def _short(name: str, one: Column) -> Told:
    return {
        "LogicalName": name,
        "AttributeType": one.sort,
        "DisplayName": _label(one.label),
        "RequiredLevel": {"Value": one.required, "CanBeChanged": True},
        "IsValidForRead": one.readable,
        "IsValidForUpdate": one.writable,
        "AttributeOf": one.parent,
    }


def _date(name: str, one: Column) -> Told:
    return {"LogicalName": name, "Format": "DateOnly" if one.day_only else "DateAndTime"}


def _choice(name: str, one: Column) -> Told:
    options = [
        {
            "Value": value,
            "Label": _label(label),
            "IsHidden": value in one.hidden_options,
            **({"State": STATES[value]} if one.sort == "Status" else {}),
        }
        for value, label in one.options.items()
    ]
    return {"LogicalName": name, "OptionSet": {"Options": options}}


def _label(text: str) -> Told:
    localized = {"Label": text, "LanguageCode": 1033}
    return {"LocalizedLabels": [localized], "UserLocalizedLabel": localized}
