"""`leadloop audit`: who had what written to the CRM, for whoever runs Leadloop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import typer

from bot.i18n import Voice
from bot.papers import as_file
from handlers.message import Sheet


@dataclass(frozen=True, slots=True)
class AuditDesk:
    """What the command works with."""

    sheet: Callable[[], Sheet]
    voice: Voice


OpenAuditDesk = Callable[[], AbstractContextManager[AuditDesk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""


def add_audit_command(commands: typer.Typer, opened: OpenAuditDesk) -> None:
    """Add the command for a desk."""

    @commands.command()
    def audit() -> None:
        """Print as CSV what was written to the CRM, for whom, and what became of it."""
        with opened() as desk:
            content = as_file(desk.sheet(), desk.voice).content
            typer.echo(content, nl=False)
