"""Turns rows of an export into records of leads, deals, contacts, accounts and activities."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.crm.file import cells
from bot.crm.file.columns import Columns, Texts
from bot.crm.file.fates import DealWords, Fate, Fates, LeadWords, weight
from bot.crm.file.headings import EXTRA
from bot.crm.file.identity import REFERENCE, Filled, folded, identify, person
from bot.crm.file.words import word_key
from handlers.crm import Batch, Column, CrmCampaign, CrmOwner, RecordKind
from handlers.lead import Status, TouchKind
from handlers.naming import company_key
from handlers.phrase import say

_TOUCHES = frozenset([TouchKind.CALL.value, TouchKind.EMAIL.value, TouchKind.MEETING.value])
"""What sales does, where the file does not say who did it."""
_MOMENTS = {
    "created_at": Column.CREATED_AT,
    "assigned_at": Column.ASSIGNED_AT,
    "first_touch_at": Column.FIRST_TOUCH_AT,
    "last_touch_at": Column.LAST_TOUCH_AT,
    "converted_at": Column.CONVERTED_AT,
    "status_at": Column.STATUS_AT,
}
_OWNER = ("owner_id", "owner", "owner_email")


@dataclass(slots=True)
class Recorder:
    """Makes the records of one import; owners and campaigns that come again are the same objects."""

    fates: Fates
    whole: bool = False
    """An empty cell among a company's own fields says that there is nothing."""
    _owners: dict[tuple[str, ...], CrmOwner | None] = field(
        default_factory=dict[tuple[str, ...], CrmOwner | None]
    )
    _campaigns: dict[str, CrmCampaign | None] = field(default_factory=dict[str, CrmCampaign | None])

    def records(self, kind: RecordKind, file: int, columns: Columns) -> Batch:
        """Turn a batch of rows into records; `columns.bad` tells what was left out and why."""
        match kind:
            case RecordKind.LEAD:
                filled = self._leads(columns)
            case RecordKind.DEAL:
                filled = self._deals(columns)
            case RecordKind.CONTACT:
                filled = _contacts(columns)
            case RecordKind.ACCOUNT:
                filled = _accounts(columns)
            case RecordKind.ACTIVITY:
                filled = self._activities(columns)
        return columns.batch(kind, file, filled)

    def _leads(self, columns: Columns) -> Filled:
        filled = person(columns)
        filled |= identify(columns, "id", filled)
        filled |= {
            column: columns.moment(one) for one, column in _MOMENTS.items() if columns.has(one)
        }
        if any(map(columns.has, LeadWords._fields)):
            fates = self.fates.of_leads([columns.raw(name) for name in LeadWords._fields])
            filled |= self._fate(columns, fates)
            if columns.has("lifecycle"):
                stages = [fate.stage_raw for fate in fates]
                filled[Column.STAGE_RAW] = columns.checked(stages, "lifecycle")
        filled |= self._whose(columns)
        if columns.has("campaign"):
            filled[Column.CAMPAIGN] = self._campaigns_of(columns.word("campaign"))
        if columns.has("source"):
            filled[Column.SOURCE] = columns.word("source")
        if columns.has("next_step"):
            filled[Column.NEXT_STEP] = columns.text("next_step")
        return filled | _links(columns) | _extras(columns, whole=self.whole)

    def _deals(self, columns: Columns) -> Filled:
        fates = self.fates.of_deals([columns.raw(name) for name in DealWords._fields])
        filled = identify(columns, REFERENCE, person(columns)) | _ends(columns, fates)
        filled |= self._fate(columns, fates)
        filled[Column.WEIGHT] = [weight(fate) for fate in fates]
        if columns.has("next_step"):
            filled[Column.NEXT_STEP] = columns.text("next_step")
        return filled | self._whose(columns)

    def _activities(self, columns: Columns) -> Filled:
        filled = identify(columns, REFERENCE, person(columns))
        at = _moments(columns, "at")
        for place, moment in enumerate(at):
            if moment is None:
                columns.refuse(place, say("import-refused-no-date"))
        kinds = self._translated("activity", columns.text("kind"), TouchKind.OTHER.value)
        said = self._translated("direction", columns.text("direction"), "")
        undone = self.fates.words.undone
        done = [word_key(word) not in undone for word in columns.text("done")]
        filled[Column.ACTIVITY_KIND] = kinds
        filled[Column.DIRECTION] = [
            (way or ("out" if kind in _TOUCHES else "")) if over else ""
            for way, kind, over in zip(said, kinds, done, strict=True)
        ]
        filled[Column.OUTCOME] = columns.text("outcome")
        filled[Column.AT] = at
        filled[Column.ACTIVITY_ID] = _activity_ids(columns, filled)
        return filled

    def _translated(self, table: str, words: Texts, otherwise: str) -> Texts:
        term = self.fates.words.term
        known = {word: term(table, word) or otherwise for word in set(words)}
        return [known[word] for word in words]

    def _fate(self, columns: Columns, fates: Sequence[Fate]) -> Filled:
        self.fates.count(
            fate for place, fate in enumerate(fates) if fate.unknown and place not in columns.bad
        )
        return {
            Column.STATUS: [fate.status for fate in fates],
            Column.STATUS_RAW: columns.checked([fate.status_raw for fate in fates], "status"),
            Column.REASON: [fate.reason for fate in fates],
            Column.REASON_RAW: columns.checked([fate.reason_raw for fate in fates], "reason"),
        }

    def _whose(self, columns: Columns) -> Filled:
        if not any(map(columns.has, _OWNER)):
            return {}
        known, owners = self._owners, list[CrmOwner | None]()
        given = zip(*(columns.raw(name) for name in _OWNER), strict=True)
        for one in given:
            if one not in known:
                known[one] = cells.owner(one)
            owners.append(known[one])
        columns.checked([one.key if one else "" for one in owners], "owner")
        return {Column.OWNER: owners}

    def _campaigns_of(self, names: Texts) -> Sequence[CrmCampaign | None]:
        known = self._campaigns
        for name in set(names):
            if name not in known:
                known[name] = cells.campaign(name)
        return [known[name] for name in names]


def _contacts(columns: Columns) -> Filled:
    keys = columns.id("id")
    for place, key in enumerate(keys):
        if not key:
            columns.refuse(place, say("import-refused-identity"))
    return {Column.KEY: folded(keys)} | person(columns) | _links(columns)


def _accounts(columns: Columns) -> Filled:
    keys, names = columns.id("id"), columns.word("company")
    for place, key in enumerate(keys):
        if not key:
            columns.refuse(place, say("import-refused-identity"))
    return {
        Column.KEY: folded(keys),
        Column.COMPANY: names,
        Column.COMPANY_KEY: [company_key(name) for name in names],
    }


def _links(columns: Columns) -> Filled:
    places = {"contact_id": Column.CONTACT_KEY, "account_id": Column.ACCOUNT_KEY}
    return {
        column: folded(columns.id(name)) for name, column in places.items() if columns.has(name)
    }


def _moments(columns: Columns, name: str) -> Sequence[datetime | None]:
    return columns.moment(name) if columns.has(name) else [None] * columns.size


def _ends(columns: Columns, fates: Iterable[Fate]) -> Filled:
    """Tell when deals were won, and when they came to stand where they stand."""
    converted: list[datetime | None] = []
    changed: list[datetime | None] = []
    names = ("won_at", "lost_at", "closed_at", "stage_at")
    for fate, won, lost, closed, staged in zip(
        fates, *(_moments(columns, name) for name in names), strict=True
    ):
        match fate.status:
            case Status.CONVERTED.value:
                converted.append(won or closed)
                changed.append(won or closed or staged)
            case Status.DISQUALIFIED.value:
                converted.append(None)
                changed.append(lost or closed or staged)
            case _:
                converted.append(None)
                changed.append(staged)
    return {Column.CONVERTED_AT: converted, Column.STATUS_AT: changed}


def _activity_ids(columns: Columns, filled: Filled) -> Texts:
    """Give each activity an id of its own.

    Bare numbers of two files may be the same, so they carry the word they are counted under; an activity
    without an id is known by its lead, kind and moment.
    """
    counted = columns.heading("id")
    made: list[str] = []
    for given, *told in zip(
        columns.id("id"), *(filled[one] for one in _TELLS_ACTIVITIES), strict=True
    ):
        if not given:
            made.append(":".join(map(str, told)))
        else:
            made.append(f"{counted}:{given}" if given.isdigit() else given.casefold())
    return made


_TELLS_ACTIVITIES = (Column.KEY, Column.ACTIVITY_KIND, Column.DIRECTION, Column.AT)


def _extras(columns: Columns, *, whole: bool) -> Filled:
    names = columns.names(EXTRA)
    if not names:
        return {}
    keys = [name.removeprefix(EXTRA) for name in names]
    rows = zip(*(columns.text(name) for name in names), strict=True)
    return {Column.EXTRA: [_object(keys, row, whole=whole) for row in rows]}


def _object(keys: Sequence[str], values: Sequence[str], *, whole: bool) -> str:
    given = zip(keys, values, strict=True)
    told = {key: value or None for key, value in given if value or whole}
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""
