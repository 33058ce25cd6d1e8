"""The fake Salesforce's REST calls, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from tests.fakes.crm.salesforce_org import COLUMNS, CONVERTED, LEAD, PICKED, Org, Record
from tests.fakes.crm.salesforce_soql import Malformed, Query, read
from tests.fakes.crm.serving import Request, Response

LARGEST_PAGE, MOST_READ, MOST_MADE = 2000, 2000, 200
LONGEST_ADDRESS = 16_384
ID = re.compile(r"[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?")


class Api:
    """Answers as Salesforce would, from an org."""

    def __init__(self, org: Org, version: str) -> None:
        self.org = org
        self.batch = LARGEST_PAGE
        """Rows of a query that one answer brings; Salesforce sends fewer where rows are wide."""
        self.half_fails: set[str] = set()
        """Leads on which no task can be made."""
        self._root = f"/services/data/v{version}"
        self._open: dict[str, list[Record]] = {}

    def answer(self, request: Request) -> Response:
        if not request.path.startswith(f"{self._root}/"):
            return refusal(404, "NOT_FOUND", "The requested resource does not exist")
        parts = request.path.removeprefix(f"{self._root}/").split("/")
        match (request.method, parts):
            case ("GET", ["query" | "queryAll" as kind]):
                return self._query(request.query["q"], everything=kind == "queryAll")
            case ("GET", ["query" | "queryAll", locator]):
                return self._more(locator)
            case ("GET", ["sobjects", "Lead", "describe"]):
                seen = [_described(name) for name in LEAD if name not in self.org.unseen]
                linked = [] if self.org.hides_campaigns else ["CampaignMembers"]
                children = [{"relationshipName": one} for one in linked]
                told = {"name": "Lead", "fields": seen, "childRelationships": children}
                return Response(200, told)
            case ("POST", ["composite", "sobjects", "Lead"]):
                return self._read(request.json)
            case ("PATCH", ["sobjects", "Lead", id]):
                return self._patch(id, request.json, request.headers)
            case ("POST", ["composite", "sobjects"]):
                return self._create(request.json)
            case _:
                return refusal(404, "NOT_FOUND", "The requested resource does not exist")

    def _query(self, soql: str, *, everything: bool) -> Response:
        if len(soql) > LONGEST_ADDRESS:
            return refusal(414, "URI_TOO_LONG", "URI Too Long")
        try:
            query = read(soql)
            self._known(query)
        except Malformed as error:
            return refusal(400, error.code, str(error))
        found = [
            row
            for row in self.org.rows(query.table)
            if (everything or not row.get("IsDeleted")) and query.where(row)
        ]
        found.sort(key=lambda row: tuple(row[name] for name in query.order))
        shown = [
            {name: row[name] for name in query.names} | self._members(query.inner, row["Id"])
            for row in found[: query.limit]
        ]
        return self._part(shown, f"01g{len(self._open)}")

    def _members(self, inner: Query | None, lead: str) -> Record:
        if inner is None:
            return {}
        found = [
            row
            for row in self.org.rows("CampaignMember")
            if row["LeadId"] == lead and inner.where(row)
        ]
        found.sort(key=lambda row: tuple(row[name] for name in inner.order), reverse=inner.down)
        shown = [{"Campaign": {"Name": row["Campaign.Name"]}} for row in found[: inner.limit]]
        told = {"totalSize": len(shown), "done": True, "records": shown}
        return {inner.table: told if shown else None}

    def _known(self, query: Query) -> None:
        if inner := query.inner:
            if inner.table != "CampaignMembers" or self.org.hides_campaigns:
                words = f"Didn't understand relationship '{inner.table}' in FROM part of query call"
                raise Malformed(words, "INVALID_TYPE")
            if unknown := inner.asked - COLUMNS["CampaignMember"]:
                raise Malformed(f"No such column '{min(unknown)}' on entity", "INVALID_FIELD")
        if query.table not in COLUMNS:
            words = f"sObject type '{query.table}' is not supported."
            raise Malformed(words, "INVALID_TYPE")
        if unknown := query.asked - self.org.columns(query.table):
            raise Malformed(f"No such column '{min(unknown)}' on entity", "INVALID_FIELD")

    def _more(self, locator: str) -> Response:
        if locator not in self._open:
            return refusal(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
        return self._part(self._open[locator], f"01g{len(self._open)}")

    def _part(self, rows: list[Record], locator: str) -> Response:
        shown, rest = rows[: self.batch], rows[self.batch :]
        told: dict[str, Any] = {"totalSize": len(rows), "done": not rest, "records": shown}
        if rest:
            self._open[locator] = rest
            told["nextRecordsUrl"] = f"{self._root}/query/{locator}"
        return Response(200, told)

    def _read(self, asked: Any) -> Response:
        if len(asked["ids"]) > MOST_READ or not all(ID.fullmatch(id) for id in asked["ids"]):
            return refusal(400, "MALFORMED_ID", "malformed id")
        if unknown := set(asked["fields"]) - self.org.columns("Lead"):
            return refusal(400, "INVALID_FIELD", f"No such column '{min(unknown)}'")
        seen = [self.org.tables["Lead"].get(id) for id in asked["ids"]]
        return Response(
            200,
            [
                {name: row[name] for name in {"Id", *asked["fields"]}}
                if row and not row["IsDeleted"]
                else None
                for row in seen
            ],
        )

    def _patch(self, id: str, values: dict[str, Any], headers: Mapping[str, str]) -> Response:
        record = self.org.tables["Lead"].get(id)
        if record is None or record["IsDeleted"]:
            return refusal(404, "ENTITY_IS_DELETED", "entity is deleted")
        if since := headers.get("If-Unmodified-Since"):
            modified = datetime.fromisoformat(record["LastModifiedDate"])
            if modified > parsedate_to_datetime(since):
                return Response(412)
        return self._refused(id, values) or self._changed(id, values)

    def _refused(self, id: str, values: dict[str, Any]) -> Response | None:
        if id in self.org.locked:
            return refusal(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access")
        for name, value in values.items():
            kind, label, writable = LEAD.get(name, ("", "", False))
            if not writable:
                words = f"Unable to create/update fields: {name}. Please check the security."
                return refusal(400, "INVALID_FIELD_FOR_INSERT_UPDATE", words)
            if not _fits(kind, value):
                return refusal(400, "JSON_PARSER_ERROR", f"Cannot deserialize instance of {kind}")
            if value is None and name in {"LastName", "Company", "Status"}:
                return refusal(400, "REQUIRED_FIELD_MISSING", f"Required: [{label}]")
        if id in self.org.rules:
            return refusal(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", self.org.rules[id])
        return None

    def _changed(self, id: str, values: dict[str, Any]) -> Response:
        self.org.change(id, values)
        return Response(204)

    def _create(self, asked: Any) -> Response:
        if len(asked["records"]) > MOST_MADE:
            return refusal(400, "EXCEEDED_MAX_SIZE", "record limit reached")
        assert asked["allOrNone"] is False
        return Response(200, [self._made(one) for one in asked["records"]])

    def _made(self, asked: dict[str, Any]) -> Record:
        if asked.pop("attributes") != {"type": "Task"}:
            return _failed("INVALID_TYPE", "sObject type is not supported")
        if asked["WhoId"] in self.half_fails:
            return _failed("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access")
        known = {row["ApiName"] for row in self.org.rows("TaskStatus") if row["IsClosed"]}
        id = self.org.add_task(asked.pop("WhoId"), IsClosed=asked["Status"] in known, **asked)
        return {"id": id, "success": True, "errors": []}


def refusal(status: int, code: str, words: str, **headers: str) -> Response:
    return Response(status, [{"message": words, "errorCode": code}], headers)


def _failed(code: str, words: str) -> Record:
    return {"success": False, "errors": [{"statusCode": code, "message": words, "fields": []}]}


def _described(name: str) -> Record:
    kind, label, writable = LEAD[name]
    return {
        "name": name,
        "type": kind,
        "label": label,
        "updateable": writable,
        "nillable": name not in {"LastName", "Company", "Status"},
        "defaultedOnCreate": name in {"Status", "OwnerId"},
        "picklistValues": _picklist(name),
    }


def _picklist(name: str) -> list[Record]:
    listed = {"Status": [*PICKED, CONVERTED], "LeadSource": ["Web", "Trade Show"]}.get(name, [])
    shown = [{"value": one, "label": one, "active": True} for one in listed]
    former = [{"value": "Fax", "label": "Fax", "active": False}] if listed else []
    return [*shown, *former]


def _fits(kind: str, value: Any) -> bool:
    match kind:
        case "boolean":
            return isinstance(value, bool)
        case "int" | "double":
            return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
        case _:
            return value is None or isinstance(value, str)
