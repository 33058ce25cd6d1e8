"""The command line as scripts and people use it: output, errors, exit statuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.app import open_database
from bot.cli import leadloop
from handlers.keeping import Word

LEADS = """\
Record ID,First Name,Last Name,Email,Company Name,Lead Status
1,Anna,Nowak,anna@acme.example,Acme,Converted
2,Jan,Kowalski,jan@globex.example,Globex,
3,Eve,Lost,eve@lost.example,Lost,Unqualified
"""

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `leadloop` in an empty folder with a database of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANGUAGE", "ZONE", "COUNTRY", "WORDS_FILE"):
        monkeypatch.delenv(f"LEADLOOP_{name}", raising=False)
    monkeypatch.setenv("LEADLOOP_DATABASE_URL", f"sqlite:///{tmp_path}/leads.sqlite3")
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *words: CliRunner().invoke(leadloop, [str(word) for word in words])


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Any:
    file = tmp_path / "leads.csv"
    file.write_text(LEADS, encoding="utf-8")
    result = run("import", file, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_import_prints_one_object_for_scripts(imported: Any) -> None:
    assert {key: imported[key] for key in ("read", "new", "changed", "unchanged", "refused")} == {
        "read": 3,
        "new": 3,
        "changed": 0,
        "unchanged": 0,
        "refused": 0,
    }
    wanted = {"refused_file", "mapped_columns", "unmapped_columns", "unknown_words"}
    assert wanted <= imported.keys()


def test_a_repeated_import_changes_nothing(run: Run, imported: Any, tmp_path: Path) -> None:
    again = json.loads(run("import", tmp_path / "leads.csv", "--json").stdout)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 3)


def test_an_import_knows_what_administrators_said_of_its_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_text(LEADS.replace("Converted", "Zaklepane"), encoding="utf-8")
    first = json.loads(run("import", file, "--json").stdout)
    assert first["unknown_words"] == {"Zaklepane": 1}
    database = open_database(f"sqlite:///{tmp_path}/leads.sqlite3")
    with database.open_work() as work:
        [unknown] = work.mappings.unmapped(5)
        said = Word(kind=unknown.kind, word=unknown.word, means="converted")
        assert work.mappings.keep(unknown.system, said) == 1
        work.commit()
    database.close()
    again = json.loads(run("import", file, "--json").stdout)
    assert (again["changed"], again["unknown_words"]) == (0, {})


def test_an_import_whose_mapping_cannot_be_read_leaves_no_database_behind(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "leads.csv"
    file.write_text(LEADS, encoding="utf-8")
    result = run("import", file, "--map", tmp_path / "nosuch.toml")
    assert result.exit_code == 1
    assert not (tmp_path / "leads.sqlite3").exists()


def test_ask_answers_for_scripts(run: Run, imported: Any) -> None:
    words = "anna@acme.example\njan@globex.example\nanna@acme.example\nghost@nowhere.example"
    result = run("ask", words, "--json")
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert (answer["found"], answer["unknown"]) == (2, ["ghost@nowhere.example"])
    assert answer["duplicates"] == ["anna@acme.example"]
    assert answer["outcomes"] == {"converted": 1, "unknown": 1}
    first = answer["leads"][0]
    assert first.keys() == {
        *("id", "name", "company", "campaign", "outcome", "reason", "provenance", "as_of"),
        *("first_touch_at", "last_touch_at", "owner"),
    }
    assert (first["id"], first["name"], first["outcome"]) == ("1", "Anna Nowak", "converted")


def test_ask_takes_a_file_of_leads(run: Run, imported: Any, tmp_path: Path) -> None:
    listed = tmp_path / "asked.csv"
    listed.write_text("Email\nanna@acme.example\neve@lost.example\n", encoding="utf-8")
    answer = json.loads(run("ask", "--leads", listed, "--json").stdout)
    assert [lead["id"] for lead in answer["leads"]] == ["1", "3"]


def test_ask_draws_a_table_for_people(run: Run, imported: Any) -> None:
    shown = run("ask", "anna@acme.example, eve@lost.example").stdout
    assert "2 leads: 1 converted and 1 disqualified" in shown
    assert "Anna Nowak · Acme" in shown


def test_the_table_leaves_out_empty_columns_and_breaks_no_id(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = ["dac32acd4db4c29c230538b72f8dd87d", "8c18d1de7f67e60dbd64e3c07d7e9d5d"]
    file = tmp_path / "ids.csv"
    file.write_text("\n".join(["Lead ID", *ids]), encoding="utf-8")
    run("import", file)
    monkeypatch.setenv("COLUMNS", "80")
    shown = run("ask", "--leads", file).stdout
    assert all(id in shown for id in ids)
    assert "First touch" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_line_that_may_mean_several_leads_names_them_all(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "twins.csv"
    twins = "Record ID,Name,Company Name\n1,Jan Kowalski,Acme\n2,Jan Kowalski,Globex\n"
    file.write_text(twins, encoding="utf-8")
    run("import", file)
    shown = run("ask", "Jan Kowalski").stdout
    assert "Jan Kowalski · Acme / Jan Kowalski · Globex" in shown


def test_what_was_understood_from_words_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sources.csv"
    file.write_text("Lead ID,Lead Source\n1,Webinar\n2,Referral\n", encoding="utf-8")
    run("import", file)
    assert "source Webinar" in run("ask", "the webinar leads").stdout


def test_the_terminal_speaks_the_settings_language(
    run: Run, imported: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADLOOP_LANGUAGE", "pl")
    assert "1 lead" in run("ask", "anna@acme.example").stdout
    refused = run("ask", "--leads", "nowhere.csv")
    assert refused.stderr == "Nie ma pliku nowhere.csv.\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("ask",), 2),
        (("ask", "x", "--leads", "y"), 2),
        (("import",), 2),
        (("nonsense",), 2),
        (("imprt", "leads.csv"), 2),
        (("import", "--nope", "leads.csv"), 2),
        (("demo", "--port", "abc"), 2),
        (("digest", "--week"), 2),
        (("people", "match", "1"), 2),
        (("people", "role", "anna@acme.example", "boss"), 2),
        (("teams", "nonsense"), 2),
        (("--nope",), 2),
        (("ask", "--leads", "nowhere.csv"), 1),
        (("import", "nowhere.csv"), 1),
        (("import", "nowhere.csv", "--zone", "Mars/Olympus"), 1),
        (("ask", "leads from the Mars campaign"), 1),
        (("check",), 0),
    ],
)
def test_the_exit_status_tells_what_happened(run: Run, words: tuple[str, ...], status: int) -> None:
    result = run(*words)
    assert result.exit_code == status, result.output
    if status:
        assert result.stdout == ""
        assert len(result.stderr.strip().splitlines()) == 1


def test_asking_before_anything_was_imported_says_what_to_do(run: Run) -> None:
    result = run("ask", "anna@acme.example", "--json")
    assert json.loads(result.stdout)["unknown"] == ["anna@acme.example"]
    assert result.stderr == (
        "There are no leads here yet: bring them in with leadloop import FILE.\n"
    )


def test_nothing_is_said_of_importing_once_there_are_leads(run: Run, imported: Any) -> None:
    assert imported["new"] == 3
    assert run("ask", "anna@acme.example", "--json").stderr == ""


def test_wrong_usage_says_what_was_wrong_and_where_to_look(run: Run) -> None:
    said = run("imprt", "leads.csv").stderr
    assert said == (
        "No such command 'imprt'. Did you mean 'import'? `leadloop --help` tells how it is used.\n"
    )
    assert "`leadloop import --help`" in run("import").stderr


@pytest.mark.parametrize("words", [(), ("teams",)])
def test_a_name_alone_shows_what_there_is(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Commands" in result.stdout
    assert result.stderr == ""


def test_every_wrong_setting_is_told_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADLOOP_ZONE", "Mars/Olympus")
    monkeypatch.setenv("LEADLOOP_PORT", "many")
    result = run("check")
    assert result.exit_code == 1
    assert "LEADLOOP_ZONE" in result.stderr
    assert "LEADLOOP_PORT" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "abc", "LEADLOOP_PORT must be a whole number"),
        ("PORT", "99999999", "LEADLOOP_PORT must be at most 65535"),
        ("LOG_LEVEL", "loud", "LEADLOOP_LOG_LEVEL must be debug, info, warning or error"),
        ("TEAMS_INSTALL", "perhaps", "LEADLOOP_TEAMS_INSTALL must be true or false"),
        ("SLACK_API_URL", "x", "LEADLOOP_SLACK_API_URL must be an address"),
        ("LANGUAGE", "tlh", "LEADLOOP_LANGUAGE must be 'en', 'pl', 'ru' or 'zh'"),
        ("ZONE", "Mars", "LEADLOOP_ZONE is no IANA time zone"),
    ],
)
def test_a_wrong_setting_is_told_with_what_it_must_be(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"LEADLOOP_{name}", value)
    assert said in run("check").stderr


def test_a_database_that_cannot_be_opened_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADLOOP_DATABASE_URL", "sqlite:////proc/nowhere/leads.sqlite3")
    result = run("check")
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.output


def test_why_so_late_is_answered_with_the_steps(run: Run, tmp_path: Path) -> None:
    late = tmp_path / "late.csv"
    late.write_text(
        "id,email,created at,assigned at,first touch\n"
        "1,a@x.example,2026-11-16 08:00,2026-11-16 09:00,2026-11-16 15:00\n",
        encoding="utf-8",
    )
    assert run("import", late).exit_code == 0
    shown = run("ask", "why was a@x.example called only after six hours?").stdout
    assert "first touch after 6 business hours" in shown
    assert "Assigned" in shown
