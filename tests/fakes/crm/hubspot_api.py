"""HubSpot's CRM API of one version, as its documents describe it, refusals included."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tests.fakes.crm.hubspot_portal import (
    NOTE_TYPES,
    TYPES,
    Portal,
    Record,
    Told,
    modified_name,
    moment,
)
from tests.fakes.crm.hubspot_properties import PIPELINES, PROPERTIES, validation_error, wrong_with
from tests.fakes.crm.serving import Request, Response

MOST_LISTED, MOST_SEARCHED, MOST_FOUND, MOST_IN_BATCH = 100, 200, 10_000, 100
MOST_WITH_HISTORY = 50
MOST_ASSOCIATED = 1000
MOST_OWNERS = 500
NOT_FOUND = "objects, they may be deleted or not exist. Check that ids are valid."


class Refusal(Exception):
    """An error response."""

    def __init__(self, status: int, body: Told) -> None:
        super().__init__(body.get("message"))
        self.status = status
        self.body = body


def bad(words: str, status: int = 400, category: str = "VALIDATION_ERROR") -> Refusal:
    """Refuse a request."""
    return Refusal(status, {"status": "error", "message": words, "category": category})


class Api:
    """Answers requests about a portal; `version` is the only one it speaks."""

    def __init__(self, portal: Portal, version: str) -> None:
        self.portal = portal
        self._routes: list[tuple[str, re.Pattern[str], Callable[..., Response]]] = [
            (method, re.compile(path.replace("VERSION", re.escape(version)) + "$"), do)
            for method, path, do in (
                ("GET", r"/crm/owners/VERSION/?", self._owners),
                ("GET", r"/crm/properties/VERSION/([\w-]+)", self._properties),
                ("GET", r"/crm/pipelines/VERSION/([\w-]+)", self._pipelines),
                ("POST", r"/crm/associations/VERSION/([\w-]+)/([\w-]+)/batch/read", self._links),
                ("GET", r"/crm/associations/VERSION/([\w-]+)/([\w-]+)/labels", self._labels),
                ("GET", r"/crm/objects/VERSION/([\w-]+)", self._list),
                ("POST", r"/crm/objects/VERSION/([\w-]+)/search", self._search),
                ("POST", r"/crm/objects/VERSION/([\w-]+)/batch/read", self._read),
                ("POST", r"/crm/objects/VERSION/([\w-]+)/batch/update", self._update),
                ("POST", r"/crm/objects/VERSION/([\w-]+)/batch/create", self._create),
                ("PATCH", r"/crm/objects/VERSION/([\w-]+)/(\d+)", self._patch),
            )
        ]

    def answer(self, request: Request) -> Response:
        """Answer one request."""
        for method, path, do in self._routes:
            if method == request.method and (found := path.match(request.path)):
                try:
                    return do(request, *(TYPES.get(part, part) for part in found.groups()))
                except Refusal as refusal:
                    return Response(refusal.status, refusal.body)
        return Response(404, {"status": "error", "message": "resource not found"})

    # ---- what describes

    def _owners(self, request: Request) -> Response:
        limit = _limit(request.query, MOST_OWNERS, MOST_OWNERS)
        archived = request.query.get("archived") == "true"
        found = [one for one in self.portal.owners.values() if one["archived"] is archived]
        start = int(request.query.get("after", "0"))
        return _paged(found[start : start + limit], start + limit, len(found))

    def _properties(self, request: Request, kind: str) -> Response:
        return Response(body={"results": list(PROPERTIES[kind])})

    def _pipelines(self, request: Request, kind: str) -> Response:
        return Response(body={"results": PIPELINES if kind == "leads" else []})

    def _labels(self, request: Request, kind: str, other: str) -> Response:
        labelled = {"category": "USER_DEFINED", "typeId": 31, "label": "About"}
        plain = {"category": "HUBSPOT_DEFINED", "typeId": NOTE_TYPES[other], "label": None}
        return Response(body={"results": [labelled, plain] if kind == "notes" else []})

    # ---- what reads

    def _list(self, request: Request, kind: str) -> Response:
        most = MOST_WITH_HISTORY if "propertiesWithHistory" in request.query else MOST_LISTED
        limit = _limit(request.query, 10, most)
        rows = self.portal.listed(kind, archived=request.query.get("archived") == "true")
        after = int(request.query.get("after", "0"))
        start = bisect_left(rows, after, key=lambda one: int(one.id))
        names = [name for name in request.query.get("properties", "").split(",") if name]
        body: Told = {"results": [one.told(names) for one in rows[start : start + limit]]}
        if start + limit < len(rows):
            body["paging"] = {"next": {"after": rows[start + limit].id, "link": "http://x.invalid"}}
        return Response(body=body)

    def _search(self, request: Request, kind: str) -> Response:
        asked = request.json
        limit, after = int(asked.get("limit", 10)), int(asked.get("after") or 0)
        if limit > MOST_SEARCHED:
            raise bad(f"limit must be less than or equal to {MOST_SEARCHED}")
        if after + limit > MOST_FOUND:
            raise bad("Paging through more than 10000 search results is not supported")
        if len(asked.get("sorts", ())) > 1:
            raise bad("Only one sort is supported")
        found = [one for one in self.portal.indexed(kind) if _matches(one, asked)]
        for sort in asked.get("sorts", ()):
            found = _sorted(found, sort["propertyName"])
        page = [one.told(asked.get("properties", ())) for one in found[after : after + limit]]
        body: Told = {"total": len(found), "results": page}
        if after + limit < len(found):
            body["paging"] = {"next": {"after": str(after + limit)}}
        return Response(body=body)

    def _read(self, request: Request, kind: str) -> Response:
        asked = request.json
        history = asked.get("propertiesWithHistory", ())
        inputs = _inputs(asked, MOST_WITH_HISTORY if history else MOST_IN_BATCH)
        found = {one["id"]: self.portal.found(kind, one["id"]) for one in inputs}
        results = [one.told(asked.get("properties", ()), history) for one in found.values() if one]
        missing = [id for id, one in found.items() if one is None]
        return _many(results, [_lost(kind, missing)] if missing else [])

    def _links(self, request: Request, kind: str, other: str) -> Response:
        inputs = _inputs(request.json, MOST_ASSOCIATED)
        results: list[Told] = []
        for one in inputs:
            rows = self.portal.links.get((kind, one["id"], other), [])
            start = int(one.get("after") or 0)
            page = rows[start : start + 500]
            if not page:
                continue
            types = [{"category": "HUBSPOT_DEFINED", "typeId": 1, "label": None}]
            to = [{"toObjectId": int(id), "associationTypes": types} for id in page]
            told: Told = {"from": {"id": one["id"]}, "to": to}
            if start + 500 < len(rows):
                told["paging"] = {"next": {"after": str(start + 500)}}
            results.append(told)
        return _many(results, [])

    # ---- what writes

    def _update(self, request: Request, kind: str) -> Response:
        """Refuse the whole batch for one bad value, but not for a record that is not there."""
        inputs = _inputs(request.json, MOST_IN_BATCH)
        found = {one["id"]: self.portal.found(kind, one["id"]) for one in inputs}
        faults = [
            fault
            for one in inputs
            if found[one["id"]]
            for fault in wrong_with(kind, one["properties"], self._rule(one["id"]))
        ]
        if faults:
            raise Refusal(400, validation_error(faults))
        results = [self._changed(record, one) for one in inputs if (record := found[one["id"]])]
        missing = [one["id"] for one in inputs if found[one["id"]] is None]
        return _many(results, [_lost(kind, missing)] if missing else [])

    def _patch(self, request: Request, kind: str, id: str) -> Response:
        record = self.portal.found(kind, id)
        if record is None:
            raise bad("resource not found", 404, "OBJECT_NOT_FOUND")
        faults = wrong_with(kind, request.json["properties"], self._rule(id))
        if faults:
            raise Refusal(400, validation_error(faults))
        return Response(body=self._changed(record, request.json))

    def _create(self, request: Request, kind: str) -> Response:
        results: list[Told] = []
        for one in _inputs(request.json, MOST_IN_BATCH):
            if not one["properties"].get("hs_timestamp"):
                raise bad("hs_timestamp is required")
            id = self.portal.create(kind, one["properties"], source="INTEGRATION", user=None)
            for link in one.get("associations", ()):
                self._associate(kind, id, link)
            results.append(self.portal.records[kind][id].told(()))
        return Response(201, {"status": "COMPLETE", "results": results})

    def _associate(self, kind: str, id: str, link: Told) -> None:
        [sort] = link["types"]
        [other] = [
            name for name, number in NOTE_TYPES.items() if number == sort["associationTypeId"]
        ]
        if self.portal.found(other, str(link["to"]["id"])) is None:
            raise bad("No such object", 404, "OBJECT_NOT_FOUND")
        self.portal.link(kind, id, other, str(link["to"]["id"]))

    def _changed(self, record: Record, given: Told) -> Told:
        self.portal.change(record, given["properties"], source="INTEGRATION", user=None)
        return record.told(list(given["properties"]))

    def _rule(self, id: str) -> str:
        return self.portal.rules.get(id, "")


def _many(results: Sequence[Told], errors: Sequence[Told]) -> Response:
    body: Told = {"status": "COMPLETE", "results": list(results)}
    if not errors:
        return Response(body=body)
    return Response(207, {**body, "numErrors": len(errors), "errors": list(errors)})


def _lost(kind: str, ids: Sequence[str]) -> Told:
    words = f"Could not get some {kind[:-1].upper()} {NOT_FOUND}"
    return {
        "status": "error",
        "category": "OBJECT_NOT_FOUND",
        "message": words,
        "context": {"ids": list(ids)},
    }


def _paged(rows: Sequence[Told], following: int, total: int) -> Response:
    more = {"paging": {"next": {"after": str(following)}}} if following < total else {}
    return Response(body={"results": list(rows), **more})


def _limit(query: Mapping[str, str], usual: int, most: int) -> int:
    limit = int(query.get("limit", usual))
    if not 1 <= limit <= most:
        raise bad(f"limit must be between 1 and {most}")
    return limit


def _inputs(asked: Told, most: int) -> list[Told]:
    inputs = asked.get("inputs")
    if not inputs or len(inputs) > most:
        raise bad(f"The maximum number of inputs supported in a batch request is {most}")
    if len({one.get("id") or n for n, one in enumerate(inputs)}) < len(inputs):
        raise bad("Duplicate IDs found in batch input")
    if not all(re.fullmatch("[0-9]+", str(one["id"])) for one in inputs if "id" in one):
        raise bad("Invalid input JSON: an id is no number")
    return list(inputs)


def _matches(record: Record, asked: Told) -> bool:
    groups = asked.get("filterGroups", ())
    if len(groups) > 5 or any(len(group["filters"]) > 6 for group in groups):
        raise bad("Too many filters")
    return not groups or any(
        all(_passes(record, one) for one in group["filters"]) for group in groups
    )


def _passes(record: Record, one: Told) -> bool:
    value = record.properties.get(one["propertyName"])
    if value is None:
        return False
    if one["propertyName"] == modified_name(record.kind):
        held, against = value, moment(datetime.fromtimestamp(int(one["value"]) / 1000, UTC))
        left: Any = held
        right: Any = against
    else:
        left, right = _sortable(value), _sortable(str(one["value"]))
    match one["operator"]:
        case "EQ":
            return bool(left == right)
        case "GT":
            return bool(left > right)
        case "GTE":
            return bool(left >= right)
        case operator:
            raise bad(f"operator {operator} is not in this fake")


def _sorted(records: Sequence[Record], by: str) -> list[Record]:
    """Sort by one property; what has the same value stands in no order that one could rely on."""
    mixed = sorted(records, key=lambda one: int(one.id) * 7919 % 1009)
    return sorted(mixed, key=lambda one: _sortable(one.properties.get(by)))


def _sortable(value: str | None) -> tuple[int, str]:
    return (int(value), "") if value and value.isdigit() else (0, value or "")
