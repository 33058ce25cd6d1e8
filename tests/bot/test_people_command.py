"""`leadloop people` as scripts and people use it."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bot.i18n import Voice
from bot.people_command import Desk, people_commands
from handlers.errors import Refused
from handlers.people import Language, Owner, OwnerId, PersonId
from handlers.roster.model import Company
from handlers.roster.registry import Registry
from storage.database import migrate, open_engine
from storage.work import Database
from tests.builders import Clock, a_lead, a_marketer, a_rep
from tests.population import settle

Run = Callable[..., Any]

PIOTR, MAYA = a_rep(), a_marketer("Maya <!channel> [red]")
OWNERS = (
    Owner(id=OwnerId(1), name="Piotr Rep", person=PIOTR.id),
    Owner(id=OwnerId(2), name="Queue [bold]", email="queue@example.com"),
    Owner(id=OwnerId(3), name="", email="left@example.com"),
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Iterator[Run]:
    """Run `people` on a small company, in the language and on the domains that a test gives."""
    monkeypatch.setenv("COLUMNS", "200")
    engine = open_engine(f"sqlite:///{tmp_path}/leads.sqlite3")
    migrate(engine)
    leads = [a_lead(number, owner=OwnerId(owner)) for number, owner in enumerate((1, 2, 2, 3), 1)]
    settle(engine, people=(PIOTR, MAYA), owning=OWNERS, having=leads)
    database = Database(engine, now=clock, new_id=lambda: "new")

    def runs(
        *words: str,
        language: Language = Language.ENGLISH,
        domains: tuple[str, ...] = ("example.com",),
    ) -> Any:
        @contextmanager
        def opened() -> Generator[Desk]:
            voice = Voice(language, "UTC")
            registry = Registry(
                open_work=database.open_work,
                look=database.look,
                now=clock,
                new_id=database.new_id,
                domains=domains,
                company=Company(),
            )
            try:
                yield Desk(registry, voice)
            except Refused as refusal:
                typer.echo(voice.speak(refusal.phrase), err=True)
                raise typer.Exit(1) from None

        return CliRunner().invoke(people_commands(opened), [*words])

    yield runs
    database.close()


def test_the_table_shows_people_and_owners_without_a_match(run: Run) -> None:
    shown = run().stdout
    assert "2 people" in shown
    assert "Piotr Rep" in shown
    assert "sales rep" in shown
    assert "2 owners in the CRM have no match in chat" in shown
    assert "Queue [bold]" in shown
    assert "Maya <!channel> [red]" in shown
    assert "Nobody in chat has this e-mail address or this name." in shown


def test_the_table_speaks_the_language_of_the_settings(run: Run) -> None:
    shown = run(language=Language.POLISH).stdout
    assert "2 osoby" in shown
    assert "handlowiec" in shown


def test_scripts_get_one_object(run: Run) -> None:
    run("ignore", "left@example.com")
    found = json.loads(run("--json").stdout)
    assert found.keys() == {"domains", "people", "unmatched", "gone"}
    assert found["domains"] == ["example.com"]
    assert found["people"][1] == {
        "id": PIOTR.id,
        "name": "Piotr Rep",
        "email": "piotr@example.com",
        "role": "rep",
        "side": "sales",
        "language": "en",
        "zone": "Europe/Warsaw",
        "accounts": [{"platform": "demo", "address": "person:piotr"}],
    }
    queue = {"number": 2, "name": "Queue [bold]", "email": "queue@example.com"}
    assert found["unmatched"] == [{**queue, "open_leads": 2, "why": "no-person", "person": None}]
    assert found["gone"] == [{"number": 3, "name": "", "email": "left@example.com"}]


def test_who_left_is_listed_apart(run: Run) -> None:
    run("ignore", "3")
    shown = run().stdout
    assert shown.index("No longer with us") < shown.index("left@example.com")


def test_an_owner_is_matched_ignored_and_matched_again(run: Run) -> None:
    told = run("match", "queue [bold]", "MAYA@example.com").stdout
    assert told == (
        "Queue [bold] is now matched with Maya <!channel> [red],"
        " who can be asked about their leads.\n"
    )
    assert "is not listed any more" in run("ignore", "2").stdout
    told = run("match", "2", "somebody.new@example.com").stdout
    assert "once Leadloop has found them in chat" in told
    found = json.loads(run("--json").stdout)
    assert found["unmatched"][0]["why"] == "no-account"
    assert found["unmatched"][0]["person"] == PersonId("new")
    assert found["gone"] == []


def test_a_role_is_given(run: Run) -> None:
    assert run("role", "maya@example.com", "administrator").stdout == (
        "Maya <!channel> [red]: administrator, marketing.\n"
    )
    assert run("role", "piotr@example.com", "manager", "marketing").exit_code == 0
    found = json.loads(run("--json").stdout)
    assert {one["role"] for one in found["people"]} == {"administrator", "manager"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("match", "nobody", "maya@example.com"), 1),
        (("match", "2", "maya@elsewhere.example"), 1),
        (("ignore", "nobody"), 1),
        (("role", "new@example.com", "manager"), 1),
        (("role", "new@example.com", "boss"), 2),
        (("role", "new@example.com", "manager", "west"), 2),
        (("match", "2"), 2),
        (("nonsense",), 2),
        ((), 0),
        (("--json",), 0),
    ],
)
def test_the_exit_status_tells_what_happened(run: Run, words: tuple[str, ...], status: int) -> None:
    result = run(*words)
    assert result.exit_code == status, result.output
    if status == 1:
        assert result.stdout == ""
        assert len(result.stderr.strip().splitlines()) == 1


def test_a_missing_setting_is_named_on_stderr_and_spoils_no_script(run: Run) -> None:
    assert "LEADLOOP_DOMAINS" in run(domains=()).stderr
    assert json.loads(run("--json", domains=()).stdout)["domains"] == []


@pytest.mark.parametrize("language", Language)
def test_a_narrow_terminal_breaks_no_address_and_no_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run("role", "a.person.with.a.longer.name@example.com", "rep")
    shown = run(language=language).stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert "a.person.with.a.longer.name@example.com" in shown
    assert "queue@example.com" in shown
