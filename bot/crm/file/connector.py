"""A file that is exported again and again, as the CRM of a company whose own CRM nobody can call.

The leads are those of the newest export, told from the beginning whenever there is another one; our copy
finds out by itself which of them changed. Nothing is ever written to the file.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from zoneinfo import ZoneInfo

from bot.crm.file import cells
from bot.crm.file.columns import Columns
from bot.crm.file.identity import identify, person
from bot.crm.file.limits import Limits
from bot.crm.file.plan import FilePlan, plan_import
from bot.crm.file.rows import BATCH, Rows
from bot.crm.file.words import UserMapping
from handlers.connector import (
    Capabilities,
    CrmError,
    Cursor,
    Fate,
    FieldChange,
    Guard,
    History,
    Page,
    Rejected,
    Remote,
    RemoteField,
    RemoteOwner,
    Touched,
    Trouble,
    Write,
    by_lead,
)
from handlers.crm import Column, KnownBy, RecordKind
from handlers.errors import Refused
from handlers.work import Now

CAPABILITIES = Capabilities(
    history=History.NONE,
    guard=Guard.NONE,
    tells_deleted=False,
    page=BATCH,
    read_at_once=1_000,
    write_at_once=0,
    overlap=timedelta(0),
    is_export=True,
)
AT_REST = timedelta(minutes=1)
"""A file that changed later than this may still be on its way."""
KINDS = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
"""Endings of the files in a folder that are exports."""
MOST_UNREADABLE = 0.5
"""Where a larger share of the lines cannot be read, the file is not what it was taken for."""
NO_WRITING = "An exported file cannot be written to."

_END = "end"
_OWNER = ("owner_id", "owner", "owner_email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where exports are put, and how they are read."""

    path: Path
    """A file that is replaced, or a folder whose newest export counts."""
    system: str
    """The CRM that exports, as in `Lead.system`."""
    zone: ZoneInfo
    mapping: UserMapping = field(default_factory=UserMapping)


@dataclass(frozen=True, slots=True)
class _Export:
    """One state of the newest file."""

    path: Path
    mark: str
    """By which it is told from any other."""
    at: datetime


@dataclass(slots=True)
class _Reading:
    """How far the pages of one export have been told."""

    mark: str
    count: int
    rest: Iterator[Remote]


class FileCrm:
    """The leads of the newest export."""

    def __init__(self, source: Source, *, now: Now, page: int = BATCH) -> None:
        """Read what is there at the time; nothing is opened yet."""
        self._source = source
        self._now = now
        self._lock = RLock()
        self._folder: TemporaryDirectory[str] | None = None
        self._plan: tuple[str, FilePlan] | None = None
        self._reading: _Reading | None = None
        self.capabilities = replace(CAPABILITIES, page=page)

    @property
    def system(self) -> str:
        """The short name of the CRM that exports."""
        return self._source.system

    def changes(self, since: Cursor | None) -> Page:
        """Give a page of the newest export; nothing where all of it was told."""
        with self._lock, _told_as_trouble():
            export = self._newest()
            mark, _, far = (since.token if since else "").partition("/")
            if since is not None and mark == export.mark and far == _END:
                return Page(leads=(), next=since, is_last=True)
            count = int(far) if mark == export.mark and far.isdigit() else 0
            return self._page(export, self._read_on(export, count))

    def _page(self, export: _Export, reading: _Reading) -> Page:
        leads = list(islice(reading.rest, self.capabilities.page))
        reading.count += len(leads)
        is_last = len(leads) < self.capabilities.page
        far = _END if is_last else str(reading.count)
        self._reading = None if is_last else reading
        cursor = Cursor(export.at, token=f"{export.mark}/{far}")
        return Page(leads=leads, next=cursor, is_last=is_last)

    def _read_on(self, export: _Export, count: int) -> _Reading:
        known = self._reading
        if known is not None and (known.mark, known.count) == (export.mark, count):
            return known
        return _Reading(export.mark, count, islice(self._leads(export), count, None))

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that the newest export has."""
        wanted = frozenset(leads)
        if not wanted:
            return {}
        with self._lock, _told_as_trouble():
            return {one.id: one for one in self._leads(self._newest()) if one.id in wanted}

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        """Remember nothing: what changed from export to export our copy knows by itself."""
        del leads
        return ()

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        """Tell of no activity by itself: an export has at most the first and the last touch."""
        del leads
        return ()

    def ids(self) -> Iterable[str]:
        """Give the ids of all leads; an export without any is taken for a broken one."""
        with self._lock, _told_as_trouble():
            found = [one.id for one in self._leads(self._newest())]
        if not found:
            raise CrmError(Trouble.ODD, said="no lead in the file")
        return found

    def owners(self) -> Sequence[RemoteOwner]:
        """List who owns leads of the newest export; it does not tell who has left."""
        with self._lock, _told_as_trouble():
            plan = self._planned(self._newest())
            found: dict[str, RemoteOwner] = {}
            for rows in plan.sheet.batches():
                found |= {one.id: one for one in _owners(_columns(plan, rows))}
        return list(found.values())

    def fields(self) -> Sequence[RemoteField]:
        """Describe the columns, none of which can be written."""
        with self._lock, _told_as_trouble():
            plan = self._planned(self._newest())
        names = _places(plan)
        return [RemoteField(name=one, label=one, kind="text", is_writable=False) for one in names]

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Refuse: nobody reads what is written into an export."""
        return {lead: Rejected(NO_WRITING) for lead in by_lead(writes)}

    def close(self) -> None:
        """Let go of unpacked workbooks."""
        with self._lock:
            self._reading = self._plan = None
            self._sweep()

    def _sweep(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # the newest export

    def _newest(self) -> _Export:
        """Find the newest export; one that may still be on its way is waited for."""
        path = self._source.path
        files = [one for one in path.iterdir() if _is_export(one)] if path.is_dir() else [path]
        if not files:
            raise CrmError(Trouble.UNREACHABLE, said="no export")
        newest = max(files, key=lambda one: (one.stat().st_mtime_ns, one.name))
        told = newest.stat()
        at = datetime.fromtimestamp(told.st_mtime, UTC)
        if (wait := at + AT_REST - self._now()) > timedelta():
            raise CrmError(Trouble.BUSY, wait=min(wait, AT_REST), said="the file has just changed")
        marks = f"{newest.name} {told.st_mtime_ns} {told.st_size}"
        return _Export(newest, _digest(marks), at)

    def _planned(self, export: _Export) -> FilePlan:
        if self._plan is None or self._plan[0] != export.mark:
            self._plan = export.mark, self._opened(export)
        return self._plan[1]

    def _opened(self, export: _Export) -> FilePlan:
        self._sweep()
        self._folder = TemporaryDirectory(prefix="leadloop-")
        plan = plan_import(
            [export.path],
            Path(self._folder.name),
            limits=Limits(),
            mapping=self._source.mapping,
            zone=self._source.zone,
            system=self._source.system,
        )
        (only,) = plan.files
        if only.kind is not RecordKind.LEAD:
            raise CrmError(Trouble.ODD, said="no file of leads")
        return only

    def _leads(self, export: _Export) -> Iterator[Remote]:
        """Give every lead of an export, and raise `CrmError` at its end where too little could be read."""
        plan, lines, bad = self._planned(export), 0, 0
        for rows in plan.sheet.batches():
            columns = _columns(plan, rows)
            lines, bad = lines + columns.size + len(rows.bad), bad + len(rows.bad)
            yield from _remotes(plan, columns, rows, export.at)
            bad += sum(reason is not None for reason in columns.bad.values())
        if bad > lines * MOST_UNREADABLE:
            raise CrmError(Trouble.ODD, said="most lines cannot be read")


@contextmanager
def _told_as_trouble() -> Generator[None]:
    """Say in the port's words why a file cannot be opened or understood."""
    try:
        yield
    except OSError as error:
        raise CrmError(Trouble.UNREACHABLE, said=type(error).__name__) from None
    except Refused as refused:
        is_missing = refused.phrase.key in {"import-no-file", "import-unreadable"}
        trouble = Trouble.UNREACHABLE if is_missing else Trouble.ODD
        raise CrmError(trouble, said=refused.phrase.key) from None


def _is_export(path: Path) -> bool:
    return path.suffix.lower() in KINDS and not path.name.startswith((".", "~")) and path.is_file()


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()


def _columns(plan: FilePlan, rows: Rows) -> Columns:
    return Columns(rows, plan.fields, plan.sheet.headings, plan.cleaners)


def _places(plan: FilePlan) -> Mapping[str, int]:
    """Give each heading its place; of headings that are alike the first counts."""
    places: dict[str, int] = {}
    for place, heading in enumerate(plan.sheet.headings):
        if heading:
            places.setdefault(heading, place)
    return places


def _remotes(plan: FilePlan, columns: Columns, rows: Rows, at: datetime) -> Iterator[Remote]:
    if not columns.size:
        return
    known = identify(columns, "id", person(columns))
    refused = frozenset(columns.bad)  # a date that cannot be read costs the date and not the lead
    ids = [str(one) for one in known[Column.ID]]
    if Column.KNOWN_BY in known:
        keys = zip(ids, known[Column.KEY], known[Column.KNOWN_BY], strict=True)
        ids = [id if by == KnownBy.ID else str(key) for id, key, by in keys]
    places, moments = _places(plan), _moments(plan, columns)
    for row, id in enumerate(ids):
        if row not in refused:
            values = {name: cells.clean(rows.cells[row][place]) for name, place in places.items()}
            values |= {name: one[row] for name, one in moments.items()}
            yield Remote(id=id, version=_digest(repr(values)), modified_at=at, values=values)


def _owners(columns: Columns) -> Iterator[RemoteOwner]:
    if not columns.size or not any(map(columns.has, _OWNER)):
        return
    for given in set(zip(*(columns.raw(name) for name in _OWNER), strict=True)):
        if one := cells.owner(given):
            yield RemoteOwner(id=one.key, name=one.name, email=one.email)


def _moments(plan: FilePlan, columns: Columns) -> Mapping[str, Sequence[str]]:
    """Give the columns of dates in ISO 8601, UTC."""
    headings = plan.sheet.headings
    return {
        headings[plan.fields[name]]: [_iso(one) for one in columns.moment(name)]
        for name in plan.cleaners.dates
    }


def _iso(at: datetime | None) -> str:
    return "" if at is None else at.astimezone(UTC).isoformat()
