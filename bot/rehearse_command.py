"""`leadloop rehearse`: whom the rules would have asked what, for whoever runs Leadloop."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.card_terminal import card_in_terminal
from bot.i18n import Voice
from bot.papers import as_file
from bot.rules_file import read_rules
from handlers.errors import Refused
from handlers.lead import Lead, LeadId
from handlers.nudges.model import Rule
from handlers.nudges.rehearsal import MOST_REHEARSED
from handlers.nudges.rehearsal_cards import Rehearsed, rehearsal_card, rehearsal_sheet
from handlers.nudges.rehearsing import USUAL_DAYS, Rehearsing, leads_of
from handlers.nudges.rehearsing_work import Trial
from handlers.nudges.rules import all_rules
from handlers.phrase import say


@dataclass(frozen=True, slots=True)
class RehearsalDesk:
    """What the command works with."""

    rehearsing: Rehearsing
    voice: Voice

    def rehearse(
        self, days: int, rules: Sequence[Rule] | None
    ) -> tuple[Rehearsed, Mapping[LeadId, Lead]]:
        """Rehearse the rules as they are, or those of a file, and give the leads of all rows."""
        with self.rehearsing.look() as work:
            tried = all_rules(work.nudges.rules()) if rules is None else rules
            told = self.rehearsing.rehearse(work, Trial(tried, days))
            return told, leads_of(work, told)


OpenRehearsalDesk = Callable[[], AbstractContextManager[RehearsalDesk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""


def add_rehearse_command(commands: typer.Typer, opened: OpenRehearsalDesk) -> None:
    """Add the command for a desk."""

    @commands.command()
    def rehearse(
        *,
        days: Annotated[
            int, typer.Option(min=1, max=MOST_REHEARSED, help="Working days to look back.")
        ] = USUAL_DAYS,
        rules: Annotated[
            Path | None, typer.Option(help="TOML file, as `rules export` writes it, to be tried.")
        ] = None,
        as_json: Annotated[
            bool, typer.Option("--json", help="Print one JSON object for scripts.")
        ] = False,
        csv: Annotated[Path | None, typer.Option(help="Write every row to this CSV file.")] = None,
    ) -> None:
        """Tell whom the rules would have asked about which leads; nobody is asked."""
        with opened() as desk:
            tried = None if rules is None else read_rules(rules)
            told, leads = desk.rehearse(days, tried)
            if csv is not None:
                _write(csv, as_file(rehearsal_sheet(told, leads), desk.voice).content)
            if as_json:
                json.dump(_as_json(told, leads), sys.stdout, ensure_ascii=False, indent=2)
                sys.stdout.write("\n")
                return
            card = rehearsal_card(told, days, by_name=True)
            Console().print(card_in_terminal(card, desk.voice))
            if csv is not None:
                written = say("rehearsal-written", count=told.count, file=str(csv))
                typer.echo(desk.voice.speak(written))


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Refused(say("rules-file-unwritable", file=str(file))) from error


def _as_json(told: Rehearsed, leads: Mapping[LeadId, Lead]) -> dict[str, object]:
    """Spell a rehearsal for scripts; days as ISO dates, leads by their CRM's ids."""
    return {
        "first": told.first.isoformat(),
        "last": told.last.isoformat(),
        "working_days": told.days,
        "history_begins": None if told.begins is None else told.begins.isoformat(),
        "rules": [rule.id for rule in told.rules],
        "people": [
            {
                "name": person.name,
                "rows": [
                    {
                        "day": row.day.isoformat(),
                        "rule": told.rules[row.rule].id,
                        "system": leads[row.lead].system,
                        "lead": leads[row.lead].external_id,
                    }
                    for row in told.rows[person.id]
                    if row.lead in leads
                ],
            }
            for person in told.people
        ],
    }
