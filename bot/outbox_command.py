"""`leadloop outbox`: messages that could not be delivered, for whoever runs Leadloop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import typer

from bot.i18n import Voice
from handlers.phrase import say


@dataclass(frozen=True, slots=True)
class OutboxDesk:
    """What the commands work with."""

    retry: Callable[[], int]
    """Puts back to the waiting ones what may be sent again, and counts it."""
    voice: Voice


OpenOutboxDesk = Callable[[], AbstractContextManager[OutboxDesk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""


def outbox_commands(opened: OpenOutboxDesk) -> typer.Typer:
    """Make the commands for a desk."""
    commands = typer.Typer(
        help="Messages that could not be delivered.", no_args_is_help=True, name="outbox"
    )

    @commands.callback()
    def group() -> None:
        """Messages that could not be delivered."""

    @commands.command()
    def retry() -> None:
        """Send once more what was given up; it leaves as soon as Leadloop runs."""
        with opened() as desk:
            typer.echo(desk.voice.speak(say("settings-retried", count=desk.retry())))

    return commands
