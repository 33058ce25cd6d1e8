"""`leadloop digest`: the digest of any week, for whoever runs Leadloop, on the screen or in files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, assert_never

import typer
from rich.console import Console

from bot.card_terminal import card_in_terminal
from bot.digest_json import digest_json
from bot.i18n import Voice
from bot.papers import as_file
from bot.printed import as_page
from bot.weekly import Weekly
from handlers.digests.cards import digest_card
from handlers.digests.shown import Shown
from handlers.digests.weekfile import week_sheet, week_workbook
from handlers.errors import Refused
from handlers.message import Document, Paper
from handlers.people import Side
from handlers.phrase import say

WIDTH_IN_FILES = 100
"""Letters of a line of plain text where no screen says how wide it is."""


class Form(StrEnum):
    """How a digest is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    """A page of its own, for a browser or a printer."""
    JSON = "json"


@dataclass(frozen=True, slots=True)
class DigestDesk:
    """What the command works with."""

    weekly: Weekly
    voice: Voice


OpenDigestDesk = Callable[[], AbstractContextManager[DigestDesk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Where the digest and its files go; None for the screen, or for no file."""

    form: Form
    output: Path | None
    csv: Path | None
    xlsx: Path | None


def add_digest_command(commands: typer.Typer, opened: OpenDigestDesk) -> None:
    """Add the command for a desk."""

    @commands.command()
    def digest(
        *,
        week: Annotated[
            str,
            typer.Option(help="2026-W47, 47, last or this; the last one that is over if left out."),
        ] = "",
        channel: Annotated[
            Side,
            typer.Option(help="Whose debts and decisions come first; the figures are the same."),
        ] = Side.SALES,
        form: Annotated[Form, typer.Option("--format", help="How it is written.")] = Form.TEXT,
        output: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
        csv: Annotated[
            Path | None, typer.Option(help="Write the figures to this CSV file as well.")
        ] = None,
        xlsx: Annotated[
            Path | None, typer.Option(help="Write the figures to this XLSX file as well.")
        ] = None,
    ) -> None:
        """Print the weekly digest of any week that has begun, with the figures of that week."""
        wanted = Wanted(form=form, output=output, csv=csv, xlsx=xlsx)
        with opened() as desk:
            shown = desk.weekly.shown(week, channel)
            _write_files(shown, wanted, desk)
            _write(shown, wanted, desk.voice)


def _write_files(shown: Shown, wanted: Wanted, desk: DigestDesk) -> None:
    figures, company = shown.figures, desk.weekly.company
    if wanted.csv is not None:
        _save(wanted.csv, _content(week_sheet(figures, company), desk.voice))
    if wanted.xlsx is not None:
        _save(wanted.xlsx, _content(week_workbook(figures, company), desk.voice))


def _write(shown: Shown, wanted: Wanted, voice: Voice) -> None:
    if wanted.output is not None:
        _save(wanted.output, _written(shown, wanted.form, voice).encode())
    elif wanted.form is Form.TEXT:
        Console().print(card_in_terminal(digest_card(shown), voice))
    else:
        sys.stdout.write(_written(shown, wanted.form, voice))


def _written(shown: Shown, form: Form, voice: Voice) -> str:
    card = digest_card(shown)
    match form:
        case Form.TEXT:
            paper = StringIO()
            Console(file=paper, width=WIDTH_IN_FILES).print(card_in_terminal(card, voice))
            return paper.getvalue()
        case Form.MARKDOWN:
            return _content(Document(card, "digest"), voice).decode()
        case Form.HTML:
            return as_page(card, voice)
        case Form.JSON:
            return json.dumps(digest_json(shown), ensure_ascii=False, indent=2) + "\n"
        case _:
            assert_never(form)


def _content(paper: Paper, voice: Voice) -> bytes:
    return as_file(paper, voice).content


def _save(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError:
        raise Refused(say("weekfile-cannot-write", file=str(path))) from None
