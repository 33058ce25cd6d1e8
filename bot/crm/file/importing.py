"""Brings the exports of a CRM into our copy of its leads, all of them or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.crm.file.columns import Columns
from bot.crm.file.fates import Fates
from bot.crm.file.limits import Limits
from bot.crm.file.plan import FilePlan, Plan, plan_import
from bot.crm.file.records import Recorder
from bot.crm.file.refusals import Refusals
from bot.crm.file.rows import BadRow
from bot.crm.file.words import UserMapping, words_for
from bot.i18n import Voice
from handlers.crm import ImportStore, Incoming, Settled, Written
from handlers.errors import Refused
from handlers.keeping import Word
from handlers.people import Language
from handlers.phrase import Phrase, say

MOST_REFUSED = 0.5
"""Where a larger share of the lines is refused, the files are not what they were taken for."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is; in bytes while it reads."""

    done: int
    total: int
    writes: bool = False


OnProgress = Callable[[Progress], None]


def _nothing_said(system: str) -> Sequence[Word]:
    """Know no word but the shipped ones and those of the mapping file."""
    del system
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What whoever imports may say about the files."""

    mapping: UserMapping = field(default_factory=UserMapping)
    said: Callable[[str], Sequence[Word]] = _nothing_said
    """Gives what administrators said of the words of a CRM, by its short name."""
    zone: str = "UTC"
    """Where the clock stood that wrote times without a zone."""
    system: str = ""
    """The CRM's short name; empty to tell it from the headings."""
    limits: Limits = field(default_factory=Limits)
    voice: Voice = field(default_factory=lambda: Voice(Language.ENGLISH, "UTC"))
    """Speaks the reasons in the file of refused lines."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column that was understood."""

    file: str
    heading: str
    field: str


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word that no table has; it is kept as it is and means nothing to Leadloop."""

    table: str
    """``status``, ``reason``, ``stage`` or ``lifecycle``."""
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What was in one file."""

    name: str
    kind: str
    read: int
    refused: int
    date_order: str
    """Empty where the file has no dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. `read` and `refused` count lines, the others leads."""

    read: int
    new: int
    changed: int
    unchanged: int
    refused: int
    repeated: int
    activities: int
    refused_file: Path | None
    mapped_columns: Sequence[MappedColumn]
    unmapped_columns: Sequence[tuple[str, str]]
    """File and heading."""
    unknown_words: Sequence[UnknownWord]
    """The commonest first."""
    system: str
    files: Sequence[ImportedFile]
    notes: Sequence[Phrase]

    @property
    def date_order(self) -> str:
        """Give the order of the first file whose dates are not written year first; empty without dates."""
        orders = [file.date_order for file in self.files if file.date_order]
        return next((order for order in orders if order != "YMD"), "YMD" if orders else "")


def ignore(progress: Progress) -> None:
    """Show nobody how far the import is."""
    del progress


def import_files(
    paths: Sequence[Path],
    store: ImportStore,
    *,
    options: Options | None = None,
    on_progress: OnProgress = ignore,
) -> Imported:
    """Bring the files in, all joined, or raise `Refused` and leave our copy as it was."""
    options = options or Options()
    if not paths:
        raise Refused(say("import-no-files"))
    with TemporaryDirectory(prefix="leadloop-") as folder:
        plan = plan_import(
            paths,
            Path(folder),
            limits=options.limits,
            mapping=options.mapping,
            zone=_zone(options.zone),
            system=options.system,
        )
        with Refusals(paths[0], options.voice) as refusals, store.begin(plan.system) as incoming:
            return _Import(plan, options, incoming, refusals, on_progress).run()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(say("import-unknown-zone", zone=name)) from error


@dataclass(slots=True)
class _Import:
    """One import under way."""

    plan: Plan
    options: Options
    incoming: Incoming
    refusals: Refusals
    on_progress: OnProgress
    fates: Fates = field(init=False)
    lines: list[int] = field(init=False)
    """Read, by file."""
    refused: list[int] = field(init=False)
    """Likewise."""

    def __post_init__(self) -> None:
        """Begin with nothing."""
        words = words_for(self.plan.system, self.options.mapping)
        self.fates = Fates(words.taught(self.options.said(self.plan.system)))
        self.lines = [0] * len(self.plan.files)
        self.refused = [0] * len(self.plan.files)

    def run(self) -> Imported:
        """Read everything, join it, and write it unless too much of it was refused."""
        recorder = Recorder(self.fates)
        for number in range(len(self.plan.files)):
            self._read(number, recorder)
        settled = self.incoming.settle()
        self._refuse_without_lead(settled)
        self._check_share()
        self.on_progress(Progress(1, 1, writes=True))
        return self._report(settled, self.incoming.write())

    def _read(self, number: int, recorder: Recorder) -> None:
        file = self.plan.files[number]
        before = sum(size(one) for one in self.plan.files[:number])
        total = sum(map(size, self.plan.files))
        for rows in file.sheet.batches():
            columns = Columns(rows, file.fields, file.sheet.headings, file.cleaners)
            if columns.size:
                self.incoming.add(recorder.records(file.kind, number, columns))
            silent = sum(reason is None for reason in columns.bad.values())
            self.lines[number] += len(rows.lines) + len(rows.bad) - silent
            self._refuse(number, sorted([*rows.bad, *columns.bad_rows()], key=line_of))
            self.on_progress(Progress(before + rows.position, total))

    def _refuse(self, number: int, bad: Sequence[BadRow]) -> None:
        self.refused[number] += len(bad)
        self.refusals.add(self.plan.files[number].sheet.name, bad)

    def _refuse_without_lead(self, settled: Settled) -> None:
        for number in sorted({file for file, _ in settled.without_lead}):
            wanted = {line for file, line in settled.without_lead if file == number}
            reason = say("import-refused-no-lead")
            for rows in self.plan.files[number].sheet.batches():
                self._refuse(
                    number,
                    [
                        BadRow(line, reason, cells)
                        for line, cells in zip(rows.lines, rows.cells, strict=True)
                        if line in wanted
                    ],
                )

    def _check_share(self) -> None:
        read, refused = sum(self.lines), sum(self.refused)
        name = self.plan.files[0].sheet.name
        if not read:
            raise Refused(say("import-empty", file=name))
        if refused > read * MOST_REFUSED:
            raise Refused(
                say(
                    "import-too-many-refused",
                    file=name,
                    refused=refused,
                    read=read,
                    refused_file=str(self.refusals.file),
                )
            )

    def _report(self, settled: Settled, written: Written) -> Imported:
        return Imported(
            read=sum(self.lines),
            new=written.new,
            changed=written.changed,
            unchanged=written.unchanged,
            refused=sum(self.refused),
            repeated=settled.repeated,
            activities=written.activities,
            refused_file=self.refusals.file,
            mapped_columns=[one for file in self.plan.files for one in _mapped(file)],
            unmapped_columns=[one for file in self.plan.files for one in _unmapped(file)],
            unknown_words=[
                UnknownWord(table, word, count)
                for (table, word), count in self.fates.unknown.most_common()
            ],
            system=self.plan.system,
            files=[self._file(number) for number in range(len(self.plan.files))],
            notes=self.plan.notes,
        )

    def _file(self, number: int) -> ImportedFile:
        file = self.plan.files[number]
        return ImportedFile(
            file.sheet.name,
            file.kind.value,
            self.lines[number],
            self.refused[number],
            file.order.value if file.order else "",
        )


def line_of(row: BadRow) -> int:
    """Order refused lines as they stand in their file."""
    return row.line


def size(file: FilePlan) -> int:
    """Give the bytes that are read of a file."""
    return file.sheet.path.stat().st_size


def _mapped(file: FilePlan) -> Sequence[MappedColumn]:
    headings = file.sheet.headings
    places = sorted((place, name) for name, place in file.fields.items())
    return [MappedColumn(file.sheet.name, headings[place], name) for place, name in places]


def _unmapped(file: FilePlan) -> Sequence[tuple[str, str]]:
    taken = set(file.fields.values())
    return [
        (file.sheet.name, heading)
        for place, heading in enumerate(file.sheet.headings)
        if heading and place not in taken
    ]
