"""Salesforce's calls that we need, one method each; any of them may raise `CrmError`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from http import HTTPStatus

from bot.crm.http import Answer, Ask, Line, Told
from bot.crm.salesforce.records import listed
from bot.crm.told import rows, text
from bot.crm.turns import Budget
from handlers.connector import CrmError, Trouble

CALLS = "calls"
BUDGETS = {CALLS: Budget(10, 1)}
"""Salesforce counts calls by the day, and long ones at a time: so many a second trouble nobody."""

PAGE = 2000
"""Records that a query gives at most, and that may be read by id at once."""
NAMED = 200
"""Ids that fit into a query's address; and records that may be made at once."""

REFUSED = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.PRECONDITION_FAILED,
    }
)
"""What Salesforce answers to a write that it has something against."""

Value = str | bool | float | None


class Api:
    """Salesforce's REST API in one of its versions."""

    def __init__(self, line: Line, *, version: str) -> None:
        """Speak this version, such as 68.0."""
        self._line = line
        self._root = f"/services/data/v{version}"

    def close(self) -> None:
        """Let go of connections."""
        self._line.close()

    def page(self, soql: str) -> Told:
        """Give a query's first page, with what was deleted or archived."""
        return self._get(f"{self._root}/queryAll", {"q": soql}).told()

    def rows(self, soql: str, *, archived: bool = False) -> Iterator[Told]:
        """Give all a query finds; `archived` brings old activities, and what was deleted."""
        kind = "queryAll" if archived else "query"
        told = self._get(f"{self._root}/{kind}", {"q": soql}).told()
        while True:
            yield from rows(told, "records")
            path = text(told, "nextRecordsUrl")
            if not path:
                return
            told = self._get(path, {}).told()

    def read(self, ids: Sequence[str], names: Collection[str]) -> Sequence[Told]:
        """Read at most `PAGE` leads; those that are gone are left out."""
        path = f"{self._root}/composite/sobjects/Lead"
        asked = {"ids": list(ids), "fields": list(names)}
        ask = Ask(method="POST", path=path, body=asked, harmless=True, budgets=(CALLS,))
        return [one for one in listed(self._line.call(ask)) if one is not None]

    def describe(self) -> Told:
        """Describe the leads' fields, as far as we may see them."""
        path = f"{self._root}/sobjects/Lead/describe"
        answer = self._get(path, {}, takes=frozenset({HTTPStatus.NOT_FOUND}))
        if not answer.is_success:
            raise CrmError(Trouble.FORBIDDEN, said="HTTP 404 for leads")
        return answer.told()

    def patch(self, lead: str, values: Mapping[str, Value], unmodified_since: str) -> Answer:
        """Change one lead unless somebody did since then (an HTTP date); the answer may be a refusal."""
        return self._line.call(
            Ask(
                method="PATCH",
                path=f"{self._root}/sobjects/Lead/{lead}",
                body=dict(values),
                headers={"If-Unmodified-Since": unmodified_since},
                budgets=(CALLS,),
                takes=REFUSED,
            )
        )

    def create(self, records: Sequence[Told]) -> Sequence[Told | None]:
        """Make at most `NAMED` records, each for itself; tell of each in turn what became of it."""
        body = {"allOrNone": False, "records": list(records)}
        path = f"{self._root}/composite/sobjects"
        return listed(self._line.call(Ask(method="POST", path=path, body=body, budgets=(CALLS,))))

    def _get(
        self, path: str, query: Mapping[str, str], *, takes: frozenset[int] = frozenset()
    ) -> Answer:
        ask = Ask(
            method="GET", path=path, query=query, harmless=True, budgets=(CALLS,), takes=takes
        )
        return self._line.call(ask)
