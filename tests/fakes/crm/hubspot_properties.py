"""The properties of a HubSpot account, and what it says to values that do not fit them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Told = dict[str, Any]


def _property(
    name: str,
    kind: str = "string",
    *,
    field: str = "text",
    options: Sequence[tuple[str, str]] = (),
    read_only: bool = False,
    **more: Any,
) -> Told:
    drawn = [{"value": value, "label": label, "hidden": False} for value, label in options]
    return {
        "name": name,
        "label": more.pop("label", name),
        "type": kind,
        "fieldType": field,
        "options": drawn,
        "hidden": False,
        "calculated": False,
        "archived": False,
        "modificationMetadata": {"readOnlyValue": read_only},
        **more,
    }


LEAD_STATUSES = (
    ("NEW", "New"),
    ("OPEN", "Open"),
    ("IN_PROGRESS", "In progress"),
    ("UNQUALIFIED", "Unqualified"),
    ("CONNECTED", "Connected"),
)
_SHARED = (
    _property("hs_object_id", "number", field="number", read_only=True),
    _property("hubspot_owner_id", "enumeration", field="select", externalOptions=True),
    _property("hs_merged_object_ids", "enumeration", field="checkbox", read_only=True),
    _property("secret_score", "number", field="number", hidden=True),
    _property("next_step", label="Next step"),
    _property("situation", field="textarea", label="Situation"),
    _property("is_partner", "enumeration", field="booleancheckbox"),
    _property("decision_on", "date", field="date", label="Decision on"),
)
PROPERTIES: dict[str, tuple[Told, ...]] = {
    "contacts": (
        *_SHARED,
        _property("firstname"),
        _property("lastname"),
        _property("email"),
        _property("phone", "phone_number", field="phonenumber"),
        _property("jobtitle"),
        _property("company"),
        _property("hs_lead_status", "enumeration", field="radio", options=LEAD_STATUSES),
        _property(
            "lifecyclestage",
            "enumeration",
            field="radio",
            options=(("lead", "Lead"), ("customer", "Customer")),
        ),
        _property("createdate", "datetime", field="date", read_only=True),
        _property("lastmodifieddate", "datetime", field="date", read_only=True),
        _property("num_contacted_notes", "number", field="number", calculated=True),
    ),
    "leads": (
        *_SHARED,
        _property("hs_lead_name"),
        _property("hs_pipeline", "enumeration", field="select", externalOptions=True),
        _property("hs_pipeline_stage", "enumeration", field="radio", externalOptions=True),
        _property("hs_associated_contact_email", read_only=True),
        _property("hs_createdate", "datetime", field="date", read_only=True),
        _property("hs_lastmodifieddate", "datetime", field="date", read_only=True),
    ),
}
STAGES = (
    ("new-stage-id", "New"),
    ("attempting-stage-id", "Attempting"),
    ("connected-stage-id", "Connected"),
    ("unqualified-stage-id", "Disqualified"),
)
PIPELINES = [
    {
        "id": "lead-pipeline-id",
        "label": "Lead pipeline",
        "archived": False,
        "displayOrder": 0,
        "stages": [
            {"id": id, "label": label, "archived": False, "displayOrder": place}
            for place, (id, label) in enumerate(STAGES)
        ]
        + [{"id": "old-stage-id", "label": "Old", "archived": True, "displayOrder": 9}],
    }
]


def wrong_with(kind: str, values: Mapping[str, str], rule: str) -> list[Told]:
    """List what HubSpot has against these values."""
    known = {one["name"]: one for one in PROPERTIES[kind]}
    found = [fault for name, value in values.items() if (fault := _fault(known, name, value))]
    return [*found, *([_invalid("", rule, "REQUIRED_FIELD")] if rule else [])]


def validation_error(faults: Sequence[Told]) -> Told:
    """Write a refusal as HubSpot does."""
    return {
        "status": "error",
        "message": f"Property values were not valid: {json.dumps(list(faults))}",
        "correlationId": "8a3f6c3a-8296-4002-b0a6-2a06fecf7c0c",
        "errors": [
            {
                "message": one["message"],
                "code": one["error"],
                "context": {"propertyName": [one["name"]]},
            }
            for one in faults
        ],
        "category": "VALIDATION_ERROR",
    }


def _fault(known: Mapping[str, Told], name: str, value: str) -> Told | None:
    if name not in known:
        return _invalid(name, f'Property "{name}" does not exist', "PROPERTY_DOESNT_EXIST")
    if known[name]["modificationMetadata"]["readOnlyValue"]:
        return _invalid(name, f'"{name}" is a read only property', "READ_ONLY_VALUE")
    allowed = _allowed(known[name])
    if value and allowed and value not in allowed:
        words = f"{value} was not one of the allowed options: [{', '.join(allowed)}]"
        return _invalid(name, words, "INVALID_OPTION")
    return None


def _allowed(found: Told) -> list[str]:
    if found["name"] == "hs_pipeline_stage":
        return [id for id, _ in STAGES]
    return [option["value"] for option in found["options"]]


def _invalid(name: str, words: str, code: str) -> Told:
    return {
        "isValid": False,
        "message": words,
        "error": code,
        "name": name,
        "localizedErrorMessage": words,
        "portalId": 62515,
    }
