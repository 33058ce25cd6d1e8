"""The fake Dataverse's Web API: it reads, writes and refuses as the documentation says."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from tests.fakes.crm.dynamics_metadata import described
from tests.fakes.crm.dynamics_org import COLUMNS, PROPERTIES, STATES, Lead, Org
from tests.fakes.crm.serving import Request, Response

Told = dict[str, Any]

ROOT = "/api/data/v9.2/"
MOST = 5000
MOST_IN_BATCH = 1000
NUMBERS = {"Picklist", "State", "Status"}
TEXTS = {"String", "Memo"}
UNTRACKED = ("$filter", "$orderby", "$expand", "$top")
_ROW = re.compile(r"(\w+)\(([0-9a-f-]{36})\)")
_ATTRIBUTES = re.compile(
    r"EntityDefinitions\(LogicalName='lead'\)/Attributes(?:/Microsoft\.Dynamics\.CRM\.(\w+))?"
)
_IN = re.compile(
    r"Microsoft\.Dynamics\.CRM\.In\(PropertyName='(\w+)',PropertyValues=\[([^\]]*)\]\)"
)
_TARGET = re.compile(r"\{'@odata\.id':'leads\(([0-9a-f-]{36})\)'\}")


class Refusal(Exception):
    """An error that Dataverse tells."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.response = Response(status, {"error": {"code": code, "message": message}})


def bad(message: str) -> Refusal:
    """Refuse a question that is not one."""
    return Refusal(400, "0x80060888", message)


class Api:
    """The Web API over one environment."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.address = ""

    def answer(self, request: Request) -> Response:
        """Answer one request."""
        if not request.path.startswith(ROOT):
            return Response(404, {"error": {"code": "0x8006088a", "message": "No such version."}})
        path = request.path.removeprefix(ROOT)
        try:
            if request.method == "POST" and path == "$batch":
                return self._batch(request)
            if request.method == "PATCH" and (found := _ROW.fullmatch(path)):
                return self._patched(request, *found.groups())
            if request.method == "GET":
                return self._got(path, request)
        except Refusal as refusal:
            return refusal.response
        return Response(405)

    # ---- what reads

    def _got(self, path: str, request: Request) -> Response:
        if path.partition("(")[0] in self.org.closed:
            raise Refusal(403, "0x80040220", "Principal user is missing a privilege")
        if found := _ATTRIBUTES.fullmatch(path):
            return Response(body={"value": described(found[1] or "")})
        if path == "RetrieveRecordChangeHistory(Target=@target)":
            return self._history(request.query)
        if path == "leads":
            return self._leads(request)
        if path in self.org.tables:
            rows = [one for one in self.org.tables[path].values() if _passes(one, request.query)]
            return self._paged(path, request, rows, 0)
        raise Refusal(404, "0x80060888", f"Resource not found for the segment '{path}'.")

    def _leads(self, request: Request) -> Response:
        query = request.query
        prefer = _prefers(request) if self.org.heeds_preferences else ""
        if unknown := [name for name in _selected(query) if name not in PROPERTIES]:
            raise bad(f"Could not find a property named '{unknown[0]}' on type 'lead'.")
        token = dict(parse_qsl(query.get("$skiptoken", "")))
        if "odata.track-changes" in prefer and "time" not in token:
            return self._tracked(request, token)
        rows = self.org.seen_by_time()
        if "$orderby" not in query:
            rows = sorted(self.org.leads.values(), key=lambda one: one.id)
        last = (token.get("time", ""), token.get("id", ""))
        left = [one for one in rows if _passes(one.values, query)]
        if "time" in token:
            left = [one for one in left if _place(one, query) > last]
        size = _size(prefer)
        body: Told = {"value": [one.told(_selected(query)) for one in left[:size]]}
        if len(left) > size:
            time, id = _place(left[size - 1], query)
            body["@odata.nextLink"] = self._link("leads", query, skip={"time": time, "id": id})
        return Response(body=body)

    def _tracked(self, request: Request, token: Mapping[str, str]) -> Response:
        """Give what changed after a version; the link in the end begins where the first page did."""
        query = request.query
        if any(name in query for name in UNTRACKED):
            raise bad("Query options are not supported with change tracking.")
        if not self.org.tracks_changes:
            raise bad("Change tracking is not enabled for entity lead.")
        after = int(token.get("after") or query.get("$deltatoken") or 0)
        began = int(token.get("began") or self.org.version)
        is_delta = "$deltatoken" in query or token.get("delta") == "1"
        if is_delta and after < self.org.forgotten_before:
            words = (
                "Version stamp associated with the client has expired. Please perform a full sync."
            )
            raise Refusal(400, "0x80044352", words)
        left = [one for one in self.org.since(after) if is_delta or isinstance(one[1], Lead)]
        size = _size(_prefers(request))
        body: Told = {"value": [self._changed(one, _selected(query)) for _, one in left[:size]]}
        if len(left) > size:
            skip = {
                "after": str(left[size - 1][0]),
                "began": str(began),
                "delta": str(int(is_delta)),
            }
            body["@odata.nextLink"] = self._link("leads", query, skip=skip)
        else:
            body["@odata.deltaLink"] = self._link("leads", query, delta=str(began))
        return Response(body=body)

    def _changed(self, one: Lead | str, names: Sequence[str]) -> Told:
        if isinstance(one, Lead):
            return one.told(names)
        context = f"{self.address}{ROOT}$metadata#leads/$deletedEntity"
        return {"@odata.context": context, "id": one, "reason": "deleted"}

    def _paged(self, path: str, request: Request, rows: Sequence[Told], start: int) -> Response:
        start = int(dict(parse_qsl(request.query.get("$skiptoken", ""))).get("start", start))
        size = _size(_prefers(request))
        body: Told = {"value": list(rows[start : start + size])}
        if start + size < len(rows):
            skip = {"start": str(start + size)}
            body["@odata.nextLink"] = self._link(path, request.query, skip=skip)
        return Response(body=body)

    def _history(self, query: Mapping[str, str]) -> Response:
        found = _TARGET.fullmatch(query.get("@target", ""))
        if not found:
            raise bad("Bad target")
        if found[1] not in self.org.leads:
            raise _missing(found[1])
        details = self.org.audits.get(found[1], [])
        return Response(body={"AuditDetailCollection": {"AuditDetails": details}})

    def _link(
        self,
        path: str,
        query: Mapping[str, str],
        *,
        skip: Mapping[str, str] | None = None,
        delta: str = "",
    ) -> str:
        kept = {k: v for k, v in query.items() if k not in {"$skiptoken", "$deltatoken"}}
        more = {"$skiptoken": urlencode(skip)} if skip else {"$deltatoken": delta}
        asked = urlencode({**kept, **more}, quote_via=quote, safe="$,")
        return f"{self.address}{ROOT}{path}?{asked}"

    # ---- many at once

    def _batch(self, request: Request) -> Response:
        boundary = request.headers["Content-Type"].partition("boundary=")[2]
        parts = request.body.decode().split(f"--{boundary}")[1:-1]
        if len(parts) > MOST_IN_BATCH:
            raise bad("The number of operations exceeds the limit of 1000.")
        goes_on = "odata.continue-on-error" in _prefers(request)
        answers: list[Response] = []
        for part in parts:
            answers.append(self.answer(_inner(part, request)))
            if answers[-1].status >= 400 and not goes_on:
                break
        drawn = [f"--batchresponse_1\r\n{_drawn(one)}\r\n" for one in answers]
        body = "".join([*drawn, "--batchresponse_1--\r\n"]).encode()
        kind = {"Content-Type": "multipart/mixed; boundary=batchresponse_1"}
        return Response(200, body, kind)

    # ---- what writes

    def _patched(self, request: Request, table: str, id: str) -> Response:
        if table == "annotations":
            return self._noted(request, id)
        if table != "leads":
            raise bad("not in this fake")
        lead = self.org.leads.get(id)
        match = request.headers.get("If-Match")
        if lead is None:
            if match:
                raise _missing(id)
            self.org.create({**request.json, "leadid": id})  # without a condition: an upsert
            return Response(204)
        if match not in {None, "*", lead.etag}:
            words = (
                "The version of the existing record doesn't match the RowVersion property provided."
            )
            raise Refusal(412, "0x80060882", words)
        _check(request.json, lead, self.org.rules.get(id, ""))
        self.org.change(id, request.json)
        if "return=representation" in _prefers(request):
            return Response(200, lead.told(_selected(request.query)))
        return Response(204, headers={"ETag": lead.etag})

    def _noted(self, request: Request, id: str) -> Response:
        notes = self.org.tables["annotations"]
        if id in notes and request.headers.get("If-None-Match") == "*":
            raise Refusal(412, "0x80060891", "A record with matching key values already exists.")
        given = dict(request.json)
        found = re.fullmatch(r"/leads\((.+)\)", given.pop("objectid_lead@odata.bind", ""))
        if not found or found[1] not in self.org.leads:
            raise _missing(found[1] if found else "")
        row = {"annotationid": id, "_objectid_value": found[1], **given}
        notes[id] = {**row, "createdon": self.org.leads[found[1]].values["modifiedon"]}
        return Response(204)


def _check(values: Mapping[str, Any], lead: Lead, rule: str) -> None:
    """Refuse what a lead cannot be, in the words that Dataverse has for it."""
    if rule:
        raise Refusal(400, "0x80040265", rule)
    for name, value in values.items():
        _check_value(name, value)
    status = values.get("statuscode", lead.values["statuscode"])
    state = values.get("statecode", lead.values["statecode"])
    if STATES[status] != state:
        words = (
            f"{status} is not a valid status code for state code {state} on lead with Id {lead.id}."
        )
        raise Refusal(400, "0x80048408", words)


def _check_value(name: str, value: object) -> None:
    column = COLUMNS.get(name)
    if column is None:
        raise bad(f"An undeclared property '{name}' was found in the payload.")
    if column.sort in NUMBERS and not isinstance(value, int | None):
        raise bad(f"Cannot convert the literal '{value}' to the expected type 'Edm.Int32'.")
    if column.sort in TEXTS and not isinstance(value, str | None):
        raise bad(f"Cannot convert a value to the expected type 'Edm.String' of {name}.")
    if column.sort in NUMBERS and value is not None and value not in column.options:
        words = (
            f"A validation error occurred. The value {value} of '{name}' on record of type 'lead'"
        )
        raise Refusal(400, "0x80048408", f"{words} is outside the valid range.")


def _missing(id: str) -> Refusal:
    return Refusal(404, "0x80040217", f"lead With Id = {id} Does Not Exist")


def _inner(part: str, outer: Request) -> Request:
    line = next(one for one in part.splitlines() if one.startswith("GET "))
    path, _, asked = line.split(" ")[1].partition("?")
    return Request("GET", path, dict(parse_qsl(asked)), outer.headers, b"")


def _drawn(answer: Response) -> str:
    text = json.dumps(answer.body, ensure_ascii=False)
    more = "".join(f"{name}: {value}\r\n" for name, value in answer.headers.items())
    return (
        "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        f"HTTP/1.1 {answer.status} X\r\nContent-Type: application/json; odata.metadata=minimal\r\n"
        f"OData-Version: 4.0\r\n{more}\r\n{text}"
    )


def _prefers(request: Request) -> str:
    return request.headers.get("Prefer", "")


def _size(prefer: str) -> int:
    found = re.search(r"odata\.maxpagesize=(\d+)", prefer)
    return min(int(found[1]), MOST) if found else MOST


def _selected(query: Mapping[str, str]) -> list[str]:
    return [name for name in query.get("$select", "").split(",") if name]


def _place(lead: Lead, query: Mapping[str, str]) -> tuple[str, str]:
    return (lead.values["modifiedon"] if "$orderby" in query else "-", lead.id)


def _passes(row: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    wanted = query.get("$filter", "")
    return not wanted or all(_holds(row, one) for one in wanted.split(" and "))


def _holds(row: Mapping[str, Any], condition: str) -> bool:
    if found := _IN.fullmatch(condition):
        name, listed = found.groups()
        held = row.get(name) or row.get(f"_{name}_value")
        return f"'{held}'" in listed.split(",")
    name, operator, value = condition.split(" ")
    if (name, operator) == ("modifiedon", "ge"):
        return bool(row[name] >= value)
    if (name, operator) == ("statecode", "eq"):
        return bool(row[name] == int(value))
    raise bad(f"{condition} is not in this fake")
