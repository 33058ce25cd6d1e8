"""`leadloop rehearse` as whoever runs Leadloop types it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.i18n import Voice
from bot.rehearse_command import RehearsalDesk, add_rehearse_command
from bot.rules_file import written_rules
from handlers.errors import Refused
from handlers.nudges.rehearsing import Rehearsing
from handlers.nudges.rules import shipped
from handlers.people import Language
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock
from tests.storage.stale import COMPANY, a_stale_lead, having, inhabited

__all__ = ["inhabited"]


@pytest.fixture
def commands(database: Database) -> typer.Typer:
    with database.open_work() as work:
        having(work, *(a_stale_lead(number) for number in range(1, 4)))
        work.commit()
    rehearsing = Rehearsing(
        open_work=database.open_work,
        look=database.look,
        now=Clock(MONDAY_MORNING),
        new_id=lambda: "trial",
        company=COMPANY,
    )

    @contextmanager
    def opened() -> Iterator[RehearsalDesk]:
        yield RehearsalDesk(rehearsing, Voice(Language.ENGLISH, "Europe/Warsaw"))

    made = typer.Typer()
    add_rehearse_command(made, opened)
    return made


def test_it_tells_whom_the_rules_would_have_asked(commands: typer.Typer) -> None:
    result = CliRunner().invoke(commands, ["--days", "5"])
    assert result.exit_code == 0
    assert "3 rows in 1 message." in result.output
    assert "Piotr Rep" in result.output
    assert "no history yet" in result.output


def test_scripts_get_every_row(commands: typer.Typer) -> None:
    told = json.loads(CliRunner().invoke(commands, ["--days", "5", "--json"]).output)
    assert (told["first"], told["last"]) == ("2026-11-09", "2026-11-16")
    [person] = told["people"]
    assert person["name"] == "Piotr Rep"
    assert {row["lead"] for row in person["rows"]} == {"L-1", "L-2", "L-3"}
    assert {row["rule"] for row in person["rows"]} == {"status-attempting"}


def test_the_rows_are_written_to_a_file(commands: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    result = CliRunner().invoke(commands, ["--days", "5", "--csv", str(file)])
    assert "3 rows written to" in result.output
    head, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    assert head == "Day,Person,Lead,CRM,CRM ID,Rule"
    assert len(rows) == 3
    assert rows[0].startswith("2026-11-09,Piotr Rep,Anna Nowak · Acme,file,L-1,")


def test_a_file_that_cannot_be_written_is_refused(commands: typer.Typer, tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["--csv", str(tmp_path)])
    assert isinstance(result.exception, Refused)
    assert result.exception.phrase.key == "rules-file-unwritable"


def test_the_rules_of_a_file_are_tried(commands: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(written_rules([one for one in shipped() if one.id == "next-step"]))
    result = CliRunner().invoke(commands, ["--days", "5", "--rules", str(file)])
    assert "nobody would have been asked" in result.output


@pytest.mark.parametrize("days", ["0", "91", "x"])
def test_days_that_cannot_be_are_refused(commands: typer.Typer, days: str) -> None:
    assert CliRunner().invoke(commands, ["--days", days]).exit_code == 2
