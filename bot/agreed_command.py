"""`leadloop definition` and `leadloop agenda`: what both teams agreed on, for whoever runs Leadloop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from bot.agreed import Agreed
from bot.card_terminal import card_in_terminal
from bot.i18n import Voice
from bot.papers import as_file
from handlers.message import Card, Document, Paper


class Form(StrEnum):
    """How a text is written."""

    TEXT = "text"
    MARKDOWN = "markdown"


class AgendaForm(StrEnum):
    """How the agenda is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CALENDAR = "ics"
    """The whole series, for a calendar."""


@dataclass(frozen=True, slots=True)
class AgreedDesk:
    """What the commands work with."""

    agreed: Agreed
    voice: Voice


OpenAgreedDesk = Callable[[], AbstractContextManager[AgreedDesk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""


def add_agreed_commands(commands: typer.Typer, opened: OpenAgreedDesk) -> None:
    """Add the commands for a desk."""

    @commands.command()
    def definition(
        form: Annotated[Form, typer.Option("--format", help="How it is written.")] = Form.TEXT,
    ) -> None:
        """Print what both teams call a qualified lead."""
        with opened() as desk:
            card = desk.agreed.definition()
            _print(Document(card, "definition") if form is Form.MARKDOWN else card, desk.voice)

    @commands.command()
    def agenda(
        form: Annotated[
            AgendaForm, typer.Option("--format", help="How it is written; ics is a calendar file.")
        ] = AgendaForm.TEXT,
    ) -> None:
        """Print the agenda of the next joint meeting, or the meetings for a calendar."""
        with opened() as desk:
            match form:
                case AgendaForm.TEXT:
                    _print(desk.agreed.agenda(), desk.voice)
                case AgendaForm.MARKDOWN:
                    _print(Document(desk.agreed.agenda(), "agenda"), desk.voice)
                case AgendaForm.CALENDAR:
                    _print(desk.agreed.calendar(), desk.voice)


def _print(what: Card | Paper, voice: Voice) -> None:
    """Draw a card for people; write a file as it is, its line ends too."""
    if isinstance(what, Card):
        Console().print(card_in_terminal(what, voice))
    else:
        typer.echo(as_file(what, voice).content, nl=False)
