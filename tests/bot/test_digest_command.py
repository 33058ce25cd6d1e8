"""The weekly digest on the command line: on the screen, as Markdown, as a page, for scripts, in files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from bot.app import now, open_database
from bot.cli import leadloop
from bot.digest_json import digest_json
from handlers.digests.editions import Decision, DecisionId, DecisionState
from handlers.digests.example_weeks import a_full_week
from handlers.digests.model import Week
from handlers.digests.shown import Shown
from handlers.people import Side
from tests.builders import a_lead
from tests.population import settle

DOCUMENT = Path(__file__).parents[2] / "docs" / "digest.md"
LAST = Week.of(now().date()).before()
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `leadloop` in an empty folder, in a company that had forty leads last week."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANGUAGE", "COUNTRY"):
        monkeypatch.delenv(f"LEADLOOP_{name}", raising=False)
    url = f"sqlite:///{tmp_path}/leadloop.sqlite3"
    monkeypatch.setenv("LEADLOOP_DATABASE_URL", url)
    monkeypatch.setenv("LEADLOOP_ZONE", "Europe/Warsaw")
    monkeypatch.setenv("COLUMNS", "100")
    came = datetime.combine(LAST.first, datetime.min.time(), UTC).replace(hour=12)
    new = [a_lead(number, created_at=came) for number in range(1, 41)]
    database = open_database(url)
    settle(database.engine, having=new)
    database.close()
    return lambda *words: CliRunner().invoke(leadloop, list(words))


def done(result: Any) -> str:
    assert result.exit_code == 0, result.stderr
    return str(result.stdout)


def test_the_last_week_is_printed_with_its_object_and_period(run: Run) -> None:
    printed = done(run("digest"))
    assert f"week {LAST.number}" in printed
    assert "New leads: 40" in printed


def test_a_week_is_named_in_any_of_the_usual_ways(run: Run) -> None:
    ways = (str(LAST), str(LAST.number), "last", f"W{LAST.number}", "last week")
    assert len({done(run("digest", "--week", way)) for way in ways}) == 1


def test_the_present_week_is_told_so_far(run: Run) -> None:
    assert json.loads(done(run("digest", "--week", "this", "--format", "json")))["so_far"] is True


def test_both_channels_read_the_same_figures_and_each_its_own_debts(run: Run) -> None:
    sales, marketing = (done(run("digest", "--channel", side)) for side in ("sales", "marketing"))
    assert "What sales owes marketing" in sales
    assert "What marketing owes sales" in marketing
    assert "New leads: 40" in marketing


def test_it_is_written_as_markdown_and_as_a_page(run: Run) -> None:
    assert done(run("digest", "--format", "markdown")).startswith("# Weekly digest")
    page = done(run("digest", "--format", "html"))
    assert page.startswith("<!doctype html>")
    assert "New leads: 40" in page
    assert "<script" not in page


def test_scripts_get_the_figures(run: Run) -> None:
    found = json.loads(done(run("digest", "--format", "json")))
    assert found["week"] == str(LAST)
    assert found["leads"]["leads-in"]["value"] == 40
    assert found["leads"]["won"] == {"value": 0, "last_week": None, "usual": None, "hidden": False}


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_file_holds_what_would_be_printed(run: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / "digest.out"
    assert done(run("digest", "--format", form, "--output", str(file))) == ""
    written = [line.rstrip() for line in file.read_text(encoding="utf-8").splitlines()]
    assert written == [line.rstrip() for line in done(run("digest", "--format", form)).splitlines()]


def test_the_figures_are_written_as_csv_and_xlsx_beside_it(run: Run, tmp_path: Path) -> None:
    csv, xlsx = tmp_path / "week.csv", tmp_path / "week.xlsx"
    assert "New leads: 40" in done(run("digest", "--csv", str(csv), "--xlsx", str(xlsx)))
    days = f"{LAST.first.isoformat()},{LAST.last.isoformat()}"
    assert f"Leads,New leads,,{days},40,leads" in csv.read_text(encoding="utf-8-sig")
    row = CalamineWorkbook.from_path(str(xlsx)).get_sheet_by_name("Leads").to_python()[1]
    assert row[:5] == ["New leads", "", LAST.first.isoformat(), LAST.last.isoformat(), 40]


@pytest.mark.parametrize("week", ["2999-W01", "2026-W60", "nonsense", "0"])
def test_a_week_that_is_none_or_has_not_begun_is_refused_in_a_sentence(run: Run, week: str) -> None:
    refused = run("digest", "--week", week)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["--output", "--csv", "--xlsx"])
def test_a_file_that_cannot_be_written_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, option: str
) -> None:
    refused = run("digest", option, str(tmp_path / "nowhere" / "week"))
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [("--channel", "support"), ("--format", "pdf"), ("--wek", "47")])
def test_wrong_usage_has_a_status_of_its_own(run: Run, words: tuple[str, ...]) -> None:
    assert run("digest", *words).exit_code == 2


# For scripts


def a_digest() -> Shown:
    taken = Decision(
        id=DecisionId("one"),
        week=Week(2026, 46),
        key="finding",
        subject="7",
        about="Search ads",
        state=DecisionState.TAKEN,
        taken_by=Side.MARKETING,
        due=date(2026, 11, 27),
    )
    return Shown(
        side=Side.SALES, figures=a_full_week(), decisions=(taken,), today=date(2026, 11, 23)
    )


def fields_of(found: object) -> set[str]:
    """Name all fields, however deep; the names of counts and sides are values of a kind."""
    if isinstance(found, dict):
        own = {str(name) for name in found}
        return own.union(*(fields_of(value) for value in found.values()))
    if isinstance(found, list | tuple):
        return set().union(*map(fields_of, found))
    return set()


def test_every_field_for_scripts_is_described() -> None:
    described = set(re.findall(r"`([a-z_-]+)`", DOCUMENT.read_text(encoding="utf-8")))
    assert fields_of(digest_json(a_digest())) <= described


def test_what_scripts_get_is_json_and_names_no_person() -> None:
    found = json.loads(json.dumps(digest_json(a_digest())))
    assert found["decisions"] == [
        {
            "what": "finding",
            "about": "Search ads",
            "week": "2026-W46",
            "state": "taken",
            "taken_by": "marketing",
            "due": "2026-11-27",
        }
    ]
    assert found["campaigns"][0]["share"] == {"percent": 71, "low": 50, "high": 86}
    assert not {"person", "leads_to", "changes_to", "id"} & fields_of(found)
