"""Decides, before anything is taken in, what each file of an import is and how its columns are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.crm.file import cells
from bot.crm.file.columns import Cleaners
from bot.crm.file.dates import DateReader, Evidence, Order
from bot.crm.file.headings import FILE, SESSION, claimed, kind_of, system_of, understood
from bot.crm.file.limits import Limits
from bot.crm.file.opening import open_sheet
from bot.crm.file.rows import Sheet
from bot.crm.file.words import UserMapping
from handlers.crm import RecordKind
from handlers.errors import Refused
from handlers.phrase import Phrase, say

_ORDER = (
    RecordKind.LEAD,
    RecordKind.CONTACT,
    RecordKind.ACCOUNT,
    RecordKind.DEAL,
    RecordKind.ACTIVITY,
)
"""Deals overrule what a lead's own row says of its fate."""
_DATES = frozenset(
    [
        *("created_at", "assigned_at", "first_touch_at", "last_touch_at", "converted_at"),
        *("status_at", "won_at", "lost_at", "closed_at", "stage_at", "at"),
    ]
)
_NAMES_LEADS = (("id",), ("email",), ("name", "company"), ("last_name", "company"))
_DEFAULT = Order.DAY_FIRST


@dataclass(frozen=True, slots=True)
class FilePlan:
    """How one file is read."""

    sheet: Sheet
    kind: RecordKind
    fields: Mapping[str, int]
    """Field to the place of its column."""
    cleaners: Cleaners
    order: Order | None
    """In which order its dates are written; None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How an import is read."""

    files: Sequence[FilePlan]
    """In the order in which they overrule each other."""
    system: str
    notes: Sequence[Phrase]


def plan_import(
    paths: Sequence[Path],
    folder: Path,
    *,
    limits: Limits,
    mapping: UserMapping,
    zone: ZoneInfo,
    system: str,
) -> Plan:
    """Open the files and decide how they are read, or raise `Refused`. Workbooks are unpacked in `folder`."""
    sheets = [open_sheet(path, folder, limits, understood) for path in paths]
    system = system or _system(sheets)
    kinds = _kinds(sheets, system)
    notes: list[Phrase] = []
    files: list[FilePlan] = []
    for sheet, kind in zip(sheets, kinds, strict=True):
        if kind == SESSION:
            notes.append(say("import-note-sessions", file=sheet.name))
            continue
        files.append(
            _file(sheet, RecordKind(kind), mapping, _Reading(zone, system, limits.word, notes))
        )
    if not any(
        file.kind in {RecordKind.LEAD, RecordKind.DEAL, RecordKind.ACTIVITY} for file in files
    ):
        raise Refused(say("import-nothing-of-leads", file=sheets[0].name))
    files.sort(key=lambda file: _ORDER.index(file.kind))
    return Plan(files=files, system=system, notes=notes)


@dataclass(frozen=True, slots=True)
class _Reading:
    zone: ZoneInfo
    system: str
    word_limit: int
    notes: list[Phrase]


def _system(sheets: Sequence[Sheet]) -> str:
    found = {system_of(sheet.headings) for sheet in sheets} - {FILE}
    if len(found) > 1:
        raise Refused(say("import-several-systems", systems=", ".join(sorted(found))))
    return found.pop() if found else FILE


def _kinds(sheets: Sequence[Sheet], system: str) -> Sequence[str]:
    """Tell what each file is about.

    A list of contacts is a list of leads where no other file brings the leads; so are Pipedrive's deals, which many
    companies work with instead of leads.
    """
    kinds = [kind_of(sheet.headings) for sheet in sheets]
    if RecordKind.LEAD in kinds:
        return kinds
    if RecordKind.CONTACT in kinds:
        return [RecordKind.LEAD if kind == RecordKind.CONTACT else kind for kind in kinds]
    if system == "pipedrive" and set(kinds) == {RecordKind.DEAL.value}:
        return [RecordKind.LEAD for _ in kinds]
    return kinds


def _file(sheet: Sheet, kind: RecordKind, mapping: UserMapping, reading: _Reading) -> FilePlan:
    fields = claimed(kind.value, sheet.headings, mapping.columns)
    _check_identity(sheet, kind, fields)
    dates = {name: place for name, place in fields.items() if name in _DATES}
    orders, assumed = _orders(sheet, dates)
    if assumed:
        reading.notes.append(say("import-note-date-order", file=sheet.name))
    cleaners = Cleaners(
        dates={name: DateReader(order, reading.zone) for name, order in orders.items()},
        ids=cells.salesforce_id if reading.system == "salesforce" else str,
        word_limit=reading.word_limit,
    )
    return FilePlan(sheet, kind, fields, cleaners, _telling(list(orders.values())))


def _telling(orders: Sequence[Order]) -> Order | None:
    """Give the order that has to be known: the first that is not year first."""
    return next(
        (order for order in orders if order is not Order.YEAR_FIRST), next(iter(orders), None)
    )


def _check_identity(sheet: Sheet, kind: RecordKind, fields: Mapping[str, int]) -> None:
    if kind is RecordKind.LEAD and not any(fields.keys() >= set(some) for some in _NAMES_LEADS):
        headings = ", ".join(sheet.headings[:8])
        raise Refused(say("import-no-identity", file=sheet.name, headings=headings[:200]))


def _orders(sheet: Sheet, dates: Mapping[str, int]) -> tuple[Mapping[str, Order], bool]:
    """Find each column's order; tell whether one had to be assumed.

    A column is looked at until one of its values proves the order. A column whose values all fit both orders
    follows the file's other columns.
    """
    evidence = {name: Evidence() for name in dates}
    if dates:
        for rows in sheet.batches():
            for name, place in dates.items():
                evidence[name].look({row[place].strip() for row in rows.cells})
            if not any(one.is_open for one in evidence.values()):
                break
    proven = [one.proven for one in evidence.values()]
    shared = next((one for one in proven if one not in {None, Order.YEAR_FIRST}), None)
    found = {name: one.proven or shared or _DEFAULT for name, one in evidence.items()}
    return found, shared is None and None in proven
