"""The week in a file: the digest's figures as CSV and as XLSX, so that managers can reckon with them."""

from __future__ import annotations

from datetime import date

from handlers.digests.model import Figures
from handlers.digests.week_lines import Line, Part, Value, parts_of
from handlers.digests.wording import week_text
from handlers.message import Sheet, Tab, Workbook
from handlers.phrase import Phrase, say, verbatim
from handlers.working_time import WorkingHours

COLUMNS = (
    say("weekfile-column-what"),
    say("weekfile-column-about"),
    say("weekfile-column-since"),
    say("weekfile-column-until"),
    say("weekfile-column-value"),
    say("weekfile-column-unit"),
    say("weekfile-column-last"),
    say("weekfile-column-low"),
    say("weekfile-column-high"),
)


def week_sheet(figures: Figures, company: WorkingHours) -> Sheet:
    """Give all figures of a week as one table, each row with its object and its period."""
    return Sheet(
        title=_title(figures),
        name=_name(figures),
        columns=(say("weekfile-column-part"), *COLUMNS),
        rows=tuple(
            (part.title, *map(_in_words, _cells(line)))
            for part in parts_of(figures, until=_until(figures, company))
            for line in part.lines
        ),
    )


def week_workbook(figures: Figures, company: WorkingHours) -> Workbook:
    """Give all figures of a week as a workbook, with a tab for each part; numbers stay numbers."""
    return Workbook(
        title=_title(figures),
        name=_name(figures),
        made_at=figures.counted_at,
        tabs=tuple(map(_tab, parts_of(figures, until=_until(figures, company)))),
    )


def _tab(part: Part) -> Tab:
    return Tab(part.title, COLUMNS, tuple(map(_cells, part.lines)))


def _cells(line: Line) -> tuple[Value, ...]:
    return (
        line.what,
        line.about,
        verbatim(line.since.isoformat()),
        verbatim(line.until.isoformat()),
        line.value,
        line.unit,
        line.last,
        line.low,
        line.high,
    )


def _in_words(value: Value) -> Phrase:
    """Write a number as a spreadsheet of the reader's country reads it: "3,5" in Poland."""
    match value:
        case Phrase():
            return value
        case int():
            return verbatim(str(value))
        case float():
            return say("weekfile-number", number=value)


def _title(figures: Figures) -> Phrase:
    return say("weekfile-title", week=week_text(figures.week))


def _name(figures: Figures) -> str:
    """Name the file by its week; figures that will still change must not take the place of final ones."""
    return f"week-{figures.week}-so-far" if figures.so_far else f"week-{figures.week}"


def _until(figures: Figures, company: WorkingHours) -> date:
    return company.day_of(figures.counted_at) if figures.so_far else figures.week.last
