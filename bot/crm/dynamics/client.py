"""Dataverse's calls that we need, one method each; any of them may raise `CrmError`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from http import HTTPStatus
from urllib.parse import quote, urlencode

from bot.crm.dynamics import batch
from bot.crm.dynamics.refusals import trouble
from bot.crm.http import Answer, Ask, Line, Told
from bot.crm.told import batches as distinct
from bot.crm.told import rows, text
from bot.crm.turns import Budget

CALLS = "calls"
BUDGETS = {CALLS: Budget(5500, 300)}
"""A little less than a user may do: 6,000 in five minutes."""

ROOT = "/api/data/v9.2"
PAGE = 5000
"""Rows of a page; Dataverse gives no more."""

BATCH = 100
"""Ids in one question, so that its address stays short."""

NEXT, DELTA = "@odata.nextLink", "@odata.deltaLink"
REFUSED = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED})
"""What Dataverse answers to a write that it has something against."""

ODATA = {"OData-Version": "4.0", "OData-MaxVersion": "4.0"}
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Api:
    """The Web API of one environment."""

    def __init__(self, line: Line, *, page: int = PAGE) -> None:
        """Ask for pages of this many rows."""
        self._line = line
        self._page = page

    @property
    def page(self) -> int:
        """Rows of a page at most."""
        return self._page

    def close(self) -> None:
        """Let go of connections."""
        self._line.close()

    # ---- what reads

    def get(self, path: str, query: Mapping[str, str], *, prefer: str = "") -> Answer:
        """Read a path below the root, or a link that Dataverse gave us."""
        wished = ",".join(filter(None, (prefer, f"odata.maxpagesize={self._page}")))
        whole = path if "://" in path or path.startswith("/") else f"{ROOT}/{path}"
        headers = {**ODATA, "Prefer": wished}
        ask = Ask(
            method="GET",
            path=whole,
            query=query,
            headers=headers,
            harmless=True,
            budgets=(CALLS,),
        )
        return self._line.call(ask)

    def all(self, path: str, query: Mapping[str, str]) -> Iterator[Told]:
        """Give the rows of all pages."""
        told = self.get(path, query).told()
        yield from self.onward(told)

    def onward(self, told: Told) -> Iterator[Told]:
        """Give a page's rows, and those of the pages after it."""
        yield from rows(told, "value")
        while link := text(told, NEXT):
            told = self.get(link, {}).told()
            yield from rows(told, "value")

    def batch(self, questions: Sequence[tuple[str, Mapping[str, str]]]) -> Sequence[Answer]:
        """Ask many questions in one call: paths below the root, each with its query.

        The answers may be refusals; only that we ask too much is raised, since it is about all calls.
        """
        if not questions:
            return []
        paths = [_address(path, query) for path, query in questions]
        headers = {
            **ODATA,
            "Content-Type": batch.TYPE,
            "Accept": "multipart/mixed",
            "Prefer": "odata.continue-on-error",
        }
        ask = Ask(
            method="POST",
            path=f"{ROOT}/$batch",
            content=batch.written(paths),
            headers=headers,
            harmless=True,
            budgets=(CALLS,),
        )
        answers = batch.read(self._line.call(ask), len(questions))
        for one in answers:
            if one.status == HTTPStatus.TOO_MANY_REQUESTS:
                raise self._line.refusal(one)
        return answers

    # ---- what writes

    def patch(self, lead: str, values: Mapping[str, object], *, version: str) -> Answer:
        """Change a lead that still has this version; the answer may be a refusal.

        Without a condition a PATCH would make a lead that is not there.
        """
        guard = {"If-Match": version, "Prefer": "return=representation"}
        return self._patch(f"leads({lead})?$select=leadid", values, guard)

    def make(self, table: str, id: str, values: Mapping[str, object]) -> Answer:
        """Make a row of this id unless it is there (412); the answer may be a refusal."""
        return self._patch(f"{table}({id})", values, {"If-None-Match": "*"})

    def _patch(self, row: str, values: Mapping[str, object], guard: Mapping[str, str]) -> Answer:
        return self._line.call(
            Ask(
                method="PATCH",
                path=f"{ROOT}/{row}",
                body=values,
                headers={**ODATA, **guard},
                budgets=(CALLS,),
                takes=REFUSED,
            )
        )


def told_by(answer: Answer) -> Told:
    """Read an answer within a batch; raises what a refusal means."""
    if not answer.is_success:
        raise trouble(answer)
    return answer.told()


def one_of(name: str, ids: Collection[str]) -> str:
    """Write the condition that a column has one of these ids."""
    listed = ",".join(f"'{id}'" for id in ids)
    return f"Microsoft.Dynamics.CRM.In(PropertyName='{name}',PropertyValues=[{listed}])"


def batches(ids: Sequence[str], size: int = BATCH) -> Sequence[Sequence[str]]:
    """Split what are ids into questions; what Dataverse never gave is left out."""
    return list(distinct((id.lower() for id in ids if _GUID.fullmatch(id)), size))


def _address(path: str, query: Mapping[str, str]) -> str:
    asked = urlencode(query, quote_via=quote, safe="$,'@")
    return f"{ROOT}/{path}?{asked}" if asked else f"{ROOT}/{path}"
