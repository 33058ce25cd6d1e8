"""Reads leads page by page: all of them by id, then what changed by time.

A search takes one sort, gives at most 10,000 rows, and is unsure of its order among equals, while
a bulk edit gives more than 10,000 records one and the same time. So no search is ever paged:
each page is a new search, from the last time seen on; and where a whole page has one time, that
time's records are read by id. Nothing is counted off, so records may move while we read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.crm.http import Told, answered_at
from bot.crm.hubspot.client import SEARCHED, Api, next_page
from bot.crm.hubspot.model import MERGED, Model
from bot.crm.told import moment, part, rows, text
from handlers.connector import CrmError, Cursor, Page, Remote, Trouble

TICK = timedelta(milliseconds=1)
"""HubSpot's times are this fine."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The leads of one account."""

    api: Api
    model: Model

    def page(self, since: Cursor | None, properties: Collection[str]) -> Page:
        """Give the page that begins at a cursor.

        A cursor with a token stands in the list of all records, with the time at which that list
        was begun; one with an id stands among records of one time; any other stands before a time.
        """
        if since is None or since.token:
            return self._listed(since, properties)
        if since.id:
            return self._of_one_time(since, properties)
        return self._changed(since, properties)

    def ids(self) -> Iterator[str]:
        """Give the ids of all leads."""
        after = ""
        while True:
            told = self.api.listed(self.model.object_type, (), after).told()
            yield from (text(one, "id") for one in rows(told, "results"))
            after = next_page(told)
            if not after:
                return

    def _listed(self, since: Cursor | None, properties: Collection[str]) -> Page:
        answer = self.api.listed(self.model.object_type, properties, since.token if since else "")
        told = answer.told()
        at = since.at if since else answered_at(answer)
        after = next_page(told)
        found = self._read(rows(told, "results"), properties)
        return _page(found, Cursor(at, token=after), is_last=not after)

    def _changed(self, since: Cursor, properties: Collection[str]) -> Page:
        found = self._searched([_filter(self.model.modified, "GTE", since.at)], properties)
        last = max(found[-1].modified_at, since.at) if found else since.at
        if len(found) < SEARCHED:
            return _page(found, Cursor(last), is_last=True)
        stands_still = last == since.at
        return _page(found, Cursor(last, id="0" if stands_still else ""), is_last=False)

    def _of_one_time(self, since: Cursor, properties: Collection[str]) -> Page:
        of_it = _filter(self.model.modified, "EQ", since.at)
        after: Told = {"propertyName": "hs_object_id", "operator": "GT", "value": since.id}
        found = self._searched([of_it, after], properties, by="hs_object_id")
        if len(found) < SEARCHED:
            return _page(found, Cursor(since.at + TICK), is_last=False)
        return _page(found, Cursor(since.at, id=found[-1].id), is_last=False)

    def _searched(
        self, filters: Sequence[Told], properties: Collection[str], *, by: str = ""
    ) -> Sequence[Remote]:
        asked: Told = {
            "filterGroups": [{"filters": list(filters)}],
            "sorts": [{"propertyName": by or self.model.modified, "direction": "ASCENDING"}],
            "properties": list(properties),
        }
        return self._read(
            rows(self.api.search(self.model.object_type, asked), "results"), properties
        )

    def _read(self, records: Iterable[Told], properties: Collection[str]) -> Sequence[Remote]:
        return [remote(one, self.model, properties) for one in records]


def remote(record: Told, model: Model, properties: Collection[str]) -> Remote:
    """Read a record; raises `CrmError` where it is none."""
    given = part(record, "properties")
    id, version = text(record, "id"), text(record, "updatedAt")
    if not id or not version:
        raise CrmError(Trouble.ODD, said="no record")
    return Remote(
        id=id,
        version=version,
        modified_at=moment(text(given, model.modified) or version),
        values={name: text(given, name) for name in properties},
    )


def merged(leads: Iterable[Remote]) -> Mapping[str, str]:
    """Tell which leads were merged into these."""
    return {
        former: lead.id
        for lead in leads
        for name in MERGED
        for one in lead.values.get(name, "").split(";")
        if (former := one.partition(":")[0].strip()) and former != lead.id
    }


def _page(found: Sequence[Remote], following: Cursor, *, is_last: bool) -> Page:
    return Page(leads=found, merged=merged(found), next=following, is_last=is_last)


def _filter(name: str, operator: str, at: datetime) -> Told:
    milliseconds = round(at.timestamp() * 1000)
    return {"propertyName": name, "operator": operator, "value": str(milliseconds)}
