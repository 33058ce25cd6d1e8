"""`leadloop rules`: the rules about stale fields as a file, for whoever runs Leadloop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.i18n import Voice
from bot.rules_file import read_rules, written_rules
from handlers.errors import Refused
from handlers.nudges.administering import take_over
from handlers.nudges.model import Rule
from handlers.nudges.rules import all_rules
from handlers.nudges.work import Look, OpenWork
from handlers.phrase import say
from handlers.work import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesDesk:
    """What the commands work with."""

    open_work: OpenWork
    look: Look
    now: Now
    voice: Voice

    def rules(self) -> Sequence[Rule]:
        """List the rules as they are."""
        with self.look() as work:
            return all_rules(work.nudges.rules())

    def take_over(self, rules: Sequence[Rule]) -> None:
        """Let exactly these rules ask."""
        with self.open_work() as work:
            take_over(work, rules, self.now())
            work.commit()


OpenRulesDesk = Callable[[], AbstractContextManager[RulesDesk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""


def rules_commands(opened: OpenRulesDesk) -> typer.Typer:
    """Make the commands for a desk."""
    commands = typer.Typer(
        help="The rules about stale fields, as a file.", no_args_is_help=True, name="rules"
    )

    @commands.callback()
    def group() -> None:
        """The rules about stale fields, as a file."""

    @commands.command()
    def export(
        file: Annotated[
            Path | None, typer.Argument(metavar="[FILE]", help="Where to; printed without it.")
        ] = None,
    ) -> None:
        """Write the rules as a TOML file that `import` takes back."""
        with opened() as desk:
            rules = desk.rules()
            if file is None:
                typer.echo(written_rules(rules), nl=False)
                return
            _write(file, written_rules(rules))
            typer.echo(desk.voice.speak(say("rules-exported", count=len(rules), file=str(file))))

    @commands.command("import")
    def take(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="TOML, as `export` writes it.")],
    ) -> None:
        """Let exactly the rules of a file ask; with a mistake in it, nothing changes."""
        with opened() as desk:
            rules = read_rules(file)
            desk.take_over(rules)
            typer.echo(desk.voice.speak(say("rules-imported", count=len(rules))))

    return commands


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refused(say("rules-file-unwritable", file=str(file))) from error
