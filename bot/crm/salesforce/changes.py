"""Reads leads page by page, by the time of their last change and their id.

Each page is a query of its own from the last lead on, so leads may change while we read, a bulk
change may give any number of them one time, and no cursor of Salesforce's runs out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from simple_salesforce.format import format_soql

from bot.crm.http import Told
from bot.crm.salesforce.client import Api
from bot.crm.salesforce.model import STAMP
from bot.crm.salesforce.records import literal, remote, selection
from bot.crm.told import moment, rows, text
from handlers.connector import CrmError, Cursor, Page, Remote, Trouble

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""Nothing in Salesforce is as old."""

ROWS = "SELECT {names:literal} FROM Lead {where:literal}ORDER BY SystemModstamp, Id LIMIT {size}"
OF_IDS = "SELECT {names:literal} FROM Lead WHERE Id IN {ids}"
FROM_TIME = "WHERE SystemModstamp >= {at:literal} "
FROM_LEAD = "WHERE SystemModstamp > {at:literal} OR (SystemModstamp = {at:literal} AND Id > {id}) "


@dataclass(frozen=True, slots=True)
class Changes:
    """The leads of one account."""

    api: Api
    size: int

    def page(self, since: Cursor | None, properties: Collection[str]) -> Page:
        """Give the page after a cursor: leads, and which were deleted or merged."""
        names = selection([*properties, "IsDeleted", "MasterRecordId"])
        told = self.api.page(format_soql(ROWS, names=names, where=_where(since), size=self.size))
        found = rows(told, "records")
        alive = [one for one in found if not one.get("IsDeleted")]
        gone = [one for one in found if one.get("IsDeleted")]
        merged = {text(one, "Id"): stays for one in gone if (stays := text(one, "MasterRecordId"))}
        return Page(
            leads=[remote(one, properties) for one in alive],
            gone=[id for one in gone if (id := text(one, "Id")) not in merged],
            merged=merged,
            next=_after(found, since),
            is_last=bool(told.get("done")) and len(found) < self.size,
        )

    def of(self, leads: Sequence[str], properties: Collection[str]) -> Iterator[Remote]:
        """Give the leads of these ids that exist."""
        asked = format_soql(OF_IDS, names=selection(properties), ids=list(leads))
        return (remote(one, properties) for one in self.api.rows(asked))

    def ids(self) -> Iterator[str]:
        """Give the ids of all leads."""
        return (text(one, "Id") for one in self.api.rows("SELECT Id FROM Lead"))


def _where(since: Cursor | None) -> str:
    if since is None:
        return ""
    where = FROM_LEAD if since.id else FROM_TIME
    return format_soql(where, at=literal(since.at), id=since.id)


def _after(found: Sequence[Told], since: Cursor | None) -> Cursor:
    if not found:
        return since or Cursor(BEGINNING)
    if not text(found[-1], "Id"):
        raise CrmError(Trouble.ODD, said="no record")
    return Cursor(moment(text(found[-1], STAMP)), text(found[-1], "Id"))
