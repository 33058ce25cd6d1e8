"""HubSpot's calls that we need, one method each; any of them may raise `CrmError`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from http import HTTPStatus
from urllib.parse import quote

from bot.crm.http import Answer, Ask, Line, Told
from bot.crm.told import part, rows, text
from bot.crm.turns import Budget

CALLS, SEARCHES = "calls", "searches"
BUDGETS = {CALLS: Budget(95, 10), SEARCHES: Budget(4, 1)}
"""A little less than the smallest plan allows: 100 in ten seconds, and 5 searches a second."""

LISTED, SEARCHED, BATCH = 100, 200, 100
WITH_HISTORY = 50
"""Records that a batch may ask for with their history."""

ASSOCIATED = 1000
OWNERS = 500

REFUSED = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND})
"""What HubSpot answers to a write that it has something against."""


class Api:
    """HubSpot's API in one of its versions, which are dates."""

    def __init__(self, line: Line, *, version: str) -> None:
        """Speak this version, such as 2026-09."""
        self._line = line
        self._version = version

    def close(self) -> None:
        """Let go of connections."""
        self._line.close()

    # ---- records

    def listed(self, object_type: str, properties: Collection[str], after: str) -> Answer:
        """Give records by id, `LISTED` at a time, from an id on."""
        query = {"limit": str(LISTED), "properties": ",".join(properties)}
        return self._get(f"/crm/objects/{self._version}/{object_type}", query, after)

    def search(self, object_type: str, asked: Told) -> Told:
        """Search records; the index knows of a change some minutes later."""
        path = f"/crm/objects/{self._version}/{object_type}/search"
        return self._look(path, {"limit": SEARCHED, **asked}, SEARCHES).told()

    def read(
        self,
        object_type: str,
        ids: Sequence[str],
        properties: Collection[str],
        *,
        history: Collection[str] = (),
    ) -> Sequence[Told]:
        """Read at most `BATCH` records, or `WITH_HISTORY` with theirs; those that are gone are left out.

        A record that was merged is given as the one that stayed, under that one's id.
        """
        asked: Told = {
            "inputs": [{"id": id} for id in _real(ids)],
            "properties": list(properties),
            "propertiesWithHistory": list(history),
        }
        path = f"/crm/objects/{self._version}/{object_type}/batch/read"
        if not asked["inputs"]:
            return []
        return rows(self._look(path, asked).told(), "results")

    def update(self, object_type: str, changes: Mapping[str, Mapping[str, str]]) -> Answer:
        """Change at most `BATCH` records; the answer may be a refusal of them all."""
        inputs = [{"id": id, "properties": dict(values)} for id, values in changes.items()]
        path = f"/crm/objects/{self._version}/{object_type}/batch/update"
        return self._write("POST", path, {"inputs": inputs})

    def patch(self, object_type: str, id: str, values: Mapping[str, str]) -> Answer:
        """Change one record; the answer may be a refusal."""
        path = f"/crm/objects/{self._version}/{object_type}/{quote(id, safe='')}"
        return self._write("PATCH", path, {"properties": dict(values)})

    def create(self, object_type: str, inputs: Sequence[Told]) -> Answer:
        """Make at most `BATCH` records; the answer may be a refusal."""
        path = f"/crm/objects/{self._version}/{object_type}/batch/create"
        return self._write("POST", path, {"inputs": list(inputs)})

    # ---- what hangs together

    def linked(
        self, object_type: str, ids: Sequence[str], other: str
    ) -> Mapping[str, Sequence[str]]:
        """Give the ids of the other objects that are associated with each of these, however many."""
        path = f"/crm/associations/{self._version}/{object_type}/{other}/batch/read"
        found: dict[str, list[str]] = {}
        waiting = [{"id": id} for id in _real(ids)]
        while waiting:
            asked, waiting = waiting[:ASSOCIATED], waiting[ASSOCIATED:]
            for one in rows(self._look(path, {"inputs": asked}).told(), "results"):
                id = text(part(one, "from"), "id")
                found.setdefault(id, []).extend(text(to, "toObjectId") for to in rows(one, "to"))
                if after := next_page(one):
                    waiting.append({"id": id, "after": after})
        return found

    def link_type(self, object_type: str, other: str) -> int | None:
        """Give the number of HubSpot's own, unlabelled association between two objects."""
        path = f"/crm/associations/{self._version}/{object_type}/{other}/labels"
        for one in rows(self._get(path, {}, "").told(), "results"):
            if one.get("category") == "HUBSPOT_DEFINED" and not one.get("label"):
                return int(text(one, "typeId") or 0) or None
        return None

    # ---- what describes

    def owners(self, *, archived: bool) -> Iterator[Told]:
        """Give the users and queues that may own records, or those that were taken away."""
        query = {"limit": str(OWNERS), "archived": str(archived).lower()}
        path, after = f"/crm/owners/{self._version}", ""
        while True:
            told = self._get(path, query, after).told()
            yield from rows(told, "results")
            after = next_page(told)
            if not after:
                return

    def properties(self, object_type: str) -> Sequence[Told]:
        """Describe an object's properties."""
        path = f"/crm/properties/{self._version}/{object_type}"
        return rows(self._get(path, {}, "").told(), "results")

    def pipelines(self, object_type: str) -> Sequence[Told]:
        """Describe an object's pipelines with their stages."""
        path = f"/crm/pipelines/{self._version}/{object_type}"
        return rows(self._get(path, {}, "").told(), "results")

    def _get(self, path: str, query: Mapping[str, str], after: str) -> Answer:
        more = {"after": after} if after else {}
        ask = Ask(method="GET", path=path, query={**query, **more}, harmless=True, budgets=(CALLS,))
        return self._line.call(ask)

    def _look(self, path: str, asked: Told, *budgets: str) -> Answer:
        """Post a question."""
        ask = Ask(method="POST", path=path, body=asked, harmless=True, budgets=(CALLS, *budgets))
        return self._line.call(ask)

    def _write(self, method: str, path: str, body: Told) -> Answer:
        ask = Ask(method=method, path=path, body=body, budgets=(CALLS,), takes=REFUSED)
        return self._line.call(ask)


def next_page(told: Told) -> str:
    """Give where the next page begins; empty after the last one."""
    return text(part(part(told, "paging"), "next"), "after")


def _real(ids: Sequence[str]) -> Sequence[str]:
    """Leave out what HubSpot never gave: for one such id it would refuse the whole batch."""
    return [id for id in ids if id.isascii() and id.isdigit()]
