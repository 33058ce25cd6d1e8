"""What both teams agreed on, on the command line: for people, as Markdown, and for calendars."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot import demo
from bot.app import new_id, now
from bot.cli import leadloop
from bot.clock import MovableClock
from handlers.agenda.planned import plan_next
from handlers.working_time import WorkingHours

WARSAW = WorkingHours(zone="Europe/Warsaw")
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `leadloop` in an empty folder, on the database that the demo would use."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANGUAGE", "COUNTRY"):
        monkeypatch.delenv(f"LEADLOOP_{name}", raising=False)
    monkeypatch.setenv("LEADLOOP_DATABASE_URL", f"sqlite:///{tmp_path}/leadloop.sqlite3")
    monkeypatch.setenv("LEADLOOP_ZONE", "Europe/Warsaw")
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *words: CliRunner().invoke(leadloop, list(words))


@pytest.fixture
def agreed(tmp_path: Path) -> None:
    """A definition that is signed, and a meeting that is planned."""
    clock = MovableClock(now, tmp_path / "clock")
    database = demo.open_demo(tmp_path, clock).house.database
    with database.open_work() as work:
        series = work.agenda.running()
        assert series is not None
        if work.agenda.upcoming() is None:
            plan_next(work, series, at=clock(), company=WARSAW, new_id=new_id)
        work.commit()


@pytest.mark.usefixtures("agreed")
def test_the_definition_is_printed_with_who_signed_it_and_no_button(run: Run) -> None:
    printed = run("definition")
    assert printed.exit_code == 0, printed.stderr
    assert "Decides about buying" in printed.stdout
    assert "Helen Marsh" in printed.stdout
    assert "propos" not in printed.stdout.lower()


@pytest.mark.usefixtures("agreed")
def test_the_definition_is_written_as_markdown(run: Run) -> None:
    written = run("definition", "--format", "markdown")
    assert written.exit_code == 0, written.stderr
    assert written.stdout.startswith("# ")
    assert "1. Decides about buying" in written.stdout


@pytest.mark.usefixtures("agreed")
def test_the_agenda_is_printed_and_names_nobody(run: Run) -> None:
    printed, written = run("agenda"), run("agenda", "--format", "markdown")
    for one in (printed, written):
        assert one.exit_code == 0, one.stderr
        assert "Sales and marketing" in one.stdout
        assert not {"Olga", "Piotr", "Maya"} & set(one.stdout.split())
    assert written.stdout.startswith("# Sales and marketing")


@pytest.mark.usefixtures("agreed")
def test_the_meetings_are_written_for_a_calendar(run: Run) -> None:
    written = run("agenda", "--format", "ics")
    assert written.exit_code == 0, written.stderr
    assert written.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")
    assert "RRULE:FREQ=WEEKLY;INTERVAL=2" in written.stdout


def test_what_nobody_agreed_on_yet_is_told(run: Run) -> None:
    for command in ("definition", "agenda"):
        for form in ("text", "markdown"):
            told = run(command, "--format", form)
            assert told.exit_code == 0, told.stderr
            assert told.stdout.strip()


def test_a_calendar_without_meetings_is_refused_in_a_sentence(run: Run) -> None:
    refused = run("agenda", "--format", "ics")
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1
