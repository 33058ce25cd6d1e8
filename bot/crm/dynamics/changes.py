"""Reads leads page by page: by Dataverse's own change tracking, or by time where it is off.

A delta link tells what changed since it was given, deleted leads included, in versions of rows
rather than times, so nothing lags and nothing is read twice. It ends after some days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from bot.crm.dynamics.client import DELTA, NEXT, Api
from bot.crm.dynamics.columns import MASTER, MERGED, is_merged, remote, selected
from bot.crm.http import Answer, Told, answered_at
from bot.crm.told import rows, text
from handlers.connector import CrmError, Cursor, Page, Trouble

TRACK = "odata.track-changes"
DELETED = "$deletedEntity"


@dataclass(frozen=True, slots=True)
class Tracked:
    """The leads of an environment that tracks changes of leads."""

    api: Api

    def page(self, since: Cursor | None, columns: Sequence[str]) -> Page:
        """Give the page behind a link; all leads from None on."""
        if since is None or not since.token:
            answer = self.api.get("leads", {"$select": selected(columns)}, prefer=TRACK)
        else:
            _hold_to(since.token, columns)
            answer = self.api.get(since.token, {}, prefer=TRACK)
        told = answer.told()
        onward, delta = text(told, NEXT), text(told, DELTA)
        if not onward and not delta:
            raise CrmError(Trouble.ODD, said="changes of leads are not tracked")
        following = Cursor(answered_at(answer), token=onward or delta)
        return _page(rows(told, "value"), columns, following, is_last=not onward)


@dataclass(frozen=True, slots=True)
class Dated:
    """The leads of an environment that does not, or where we may not read all of its leads."""

    api: Api

    def page(self, since: Cursor | None, columns: Sequence[str]) -> Page:
        """Give the page behind a link, or of what was modified since; all leads from None on."""
        answer = self._asked(since, columns)
        told = answer.told()
        found = rows(told, "value")
        at = since.at if since else None
        if found:
            last = remote(found[-1], ()).modified_at
            at = max(last, at) if at else last
        onward = text(told, NEXT)
        following = Cursor(at or answered_at(answer), token=onward)
        return _page(found, columns, following, is_last=not onward)

    def _asked(self, since: Cursor | None, columns: Sequence[str]) -> Answer:
        if since is not None and since.token:
            return self.api.get(since.token, {})
        query = {"$select": selected(columns), "$orderby": "modifiedon,leadid"}
        if since is not None:
            query["$filter"] = f"modifiedon ge {since.at:%Y-%m-%dT%H:%M:%SZ}"
        return self.api.get("leads", query)


def ids(api: Api) -> Iterator[str]:
    """Give the ids of all leads; those that were merged into others are none any more."""
    for row in api.all("leads", {"$select": f"leadid,{MERGED}"}):
        if not is_merged(row):
            yield text(row, "leadid")


def _page(
    found: Sequence[Told], columns: Sequence[str], following: Cursor, *, is_last: bool
) -> Page:
    alive = [row for row in found if not _is_deleted(row)]
    merged = {text(row, "leadid"): text(row, MASTER) for row in alive if is_merged(row)}
    return Page(
        leads=[remote(row, columns) for row in alive if not is_merged(row)],
        gone=[text(row, "id") for row in found if _is_deleted(row)],
        merged=merged,
        next=following,
        is_last=is_last,
    )


def _is_deleted(row: Told) -> bool:
    return text(row, "@odata.context").endswith(DELETED)


def _hold_to(link: str, columns: Sequence[str]) -> None:
    """Begin anew where the company maps other columns by now: a link keeps to those of its day."""
    kept = parse_qs(link.partition("?")[2]).get("$select", [""])[0]
    if kept and set(kept.split(",")) != set(selected(columns).split(",")):
        raise CrmError(Trouble.EXPIRED, said="other columns are wanted")
