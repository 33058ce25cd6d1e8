"""Tells in a terminal, or to a script, what an import did."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.crm.file import importing
from bot.crm.file.importing import Imported, OnProgress
from bot.i18n import Voice
from handlers.phrase import say

SHOWN_WORDS = 30
"""Unknown words in the terminal; `--json` has all of them."""

_COUNTS = ("read", "new", "changed", "unchanged", "activities", "repeated", "refused")
_ORDERS = {"YMD": "year-first", "DMY": "day-first", "MDY": "month-first"}


def as_json(imported: Imported) -> Mapping[str, object]:
    """Give what `leadloop import --json` prints."""
    mapped: dict[str, str] = {}
    for one in imported.mapped_columns:
        mapped.setdefault(one.heading, one.field)
    left = dict.fromkeys(heading for _, heading in imported.unmapped_columns)
    words: dict[str, int] = {}
    for word in imported.unknown_words:
        words[word.word] = words.get(word.word, 0) + word.count
    refused_file = imported.refused_file
    return {
        "read": imported.read,
        "new": imported.new,
        "changed": imported.changed,
        "unchanged": imported.unchanged,
        "refused": imported.refused,
        "refused_file": None if refused_file is None else str(refused_file),
        "mapped_columns": mapped,
        "unmapped_columns": [heading for heading in left if heading not in mapped],
        "unknown_words": words,
    }


def as_table(imported: Imported, voice: Voice) -> RenderableType:
    """Draw the closing report of an import."""
    parts: list[RenderableType] = [_counts(imported, voice), _columns(imported, voice)]
    if imported.unknown_words:
        parts.append(_words(imported, voice))
    parts += [escape(voice.speak(note)) for note in imported.notes]
    if imported.refused_file is not None:
        parts.append(_refused_file(imported.refused_file, voice))
    return Group(*parts)


def _counts(imported: Imported, voice: Voice) -> Table:
    table = Table(title=voice.speak(say("import-report-title")), show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row(voice.speak(say("import-report-system")), escape(imported.system))
    for name in _COUNTS:
        count = getattr(imported, name)
        if count or name in {"read", "new", "changed", "unchanged", "refused"}:
            table.add_row(voice.speak(say(f"import-report-{name}")), f"{count:,}")
    if imported.date_order:
        order = say(f"import-report-{_ORDERS[imported.date_order]}")
        table.add_row(voice.speak(say("import-report-dates")), voice.speak(order))
    return table


def _columns(imported: Imported, voice: Voice) -> Table:
    table = _table(voice, "columns", "file", "heading", "field")
    for one in imported.mapped_columns:
        table.add_row(escape(one.file), escape(one.heading), escape(one.field))
    left_out = voice.speak(say("import-report-left-out"))
    for file, heading in imported.unmapped_columns:
        table.add_row(escape(file), escape(heading), left_out, style="dim")
    return table


def _words(imported: Imported, voice: Voice) -> Table:
    table = _table(voice, "words", "word", "table", "count")
    for one in imported.unknown_words[:SHOWN_WORDS]:
        table.add_row(escape(one.word), one.table, f"{one.count:,}")
    if len(imported.unknown_words) > SHOWN_WORDS:
        table.add_row("…", "", "")
    return table


def _table(voice: Voice, title: str, *headings: str) -> Table:
    table = Table(title=voice.speak(say(f"import-report-{title}")))
    for heading in headings:
        table.add_column(voice.speak(say(f"import-report-{heading}")))
    return table


def _refused_file(file: Path, voice: Voice) -> str:
    return escape(voice.speak(say("import-report-refused-file", file=str(file))))


@contextmanager
def progress_bar(console: Console, voice: Voice) -> Generator[OnProgress]:
    """Show on a terminal how far an import is, and nothing elsewhere."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(voice.speak(say("import-progress-reading")), total=None)

        def show(progress: importing.Progress) -> None:
            if progress.writes:
                bar.update(
                    task, description=voice.speak(say("import-progress-writing")), total=None
                )
            else:
                bar.update(task, completed=progress.done, total=progress.total)

        yield show
