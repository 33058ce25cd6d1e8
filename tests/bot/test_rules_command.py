"""The rules about stale fields as a file, and as whoever runs Leadloop takes them out and in."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.cli import leadloop
from bot.rules_file import read_rules, written_rules
from handlers.errors import Refused
from handlers.lead import Status
from handlers.nudges.model import Rule, RuleId, RuleState, Watch
from handlers.nudges.rules import LONGEST_NAME, MOST_DAYS, OPEN_STATUSES, shipped, wrong_with
from tests.builders import MONDAY_MORNING

Run = Callable[..., Any]

NAMES = st.text(
    st.characters(codec="utf-8").filter(str.isprintable),
    min_size=1,
    max_size=LONGEST_NAME,
)
RULES = st.builds(
    Rule,
    id=st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True).map(RuleId),
    watch=st.just(Watch.MISSING),
    field=NAMES.map(lambda name: f"extra:{name}"),
    statuses=st.sets(st.sampled_from(OPEN_STATUSES), min_size=1).map(
        lambda some: tuple(one for one in Status if one in some)
    ),
    days=st.integers(0, MOST_DAYS),
    state=st.sampled_from([RuleState.ON, RuleState.OFF]),
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `leadloop` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEADLOOP_LANGUAGE", raising=False)
    monkeypatch.setenv("LEADLOOP_DATABASE_URL", f"sqlite:///{tmp_path}/leadloop.sqlite3")
    return lambda *words: CliRunner().invoke(leadloop, list(words))


# The file


@given(st.lists(RULES, min_size=1, max_size=5, unique_by=lambda rule: rule.id))
def test_every_rule_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, rules: list[Rule]
) -> None:
    file = tmp_path_factory.mktemp("rules") / "rules.toml"
    file.write_text(written_rules(rules), encoding="utf-8", newline="")
    assert read_rules(file) == rules


def test_a_paused_rule_is_written_as_one_that_does_not_ask(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(written_rules([shipped()[0].paused(MONDAY_MORNING)]), encoding="utf-8")
    assert read_rules(file) == [replace(shipped()[0], state=RuleState.OFF)]


@given(st.binary(max_size=200))
def test_no_file_is_read_by_chance(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.mktemp("rules") / "rules.toml"
    file.write_bytes(content)
    with pytest.raises(Refused):
        read_rules(file)


RIGHT = {
    "id": '"a"',
    "watch": '"missing"',
    "field": '"next_step"',
    "statuses": '["connected"]',
    "days": "2",
    "on": "true",
}


def spelled(**changes: str) -> str:
    told = {name: value for name, value in (RIGHT | changes).items() if value}
    return "[[rule]]\n" + "\n".join(f"{name} = {value}" for name, value in told.items()) + "\n"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "rules-file-no-rules"),
        ("rule = 3", "rules-file-no-rules"),
        ("rule = []", "rules-file-no-rules"),
        ("rule = [3]", "rules-file-id"),
        ("x = 1\n" + spelled(), "rules-file-no-rules"),
        ("[[rule", "rules-file-no-toml"),
        (spelled(id="3"), "rules-file-id"),
        (spelled(id='"a b"'), "rules-file-id"),
        (spelled(id=f'"{"a" * 41}"'), "rules-file-id"),
        (spelled() + spelled(), "rules-file-twice"),
        (spelled(days=""), "rules-file-missing"),
        (spelled(dyas="3"), "rules-file-unknown"),
        (spelled(watch='"guess"'), "rules-file-wrong"),
        (spelled(watch="[]"), "rules-file-wrong"),
        (spelled(field="3"), "rules-file-wrong"),
        (spelled(field='"email"'), "rules-file-wrong"),
        (spelled(statuses='"connected"'), "rules-file-wrong"),
        (spelled(statuses='["lost"]'), "rules-file-wrong"),
        (spelled(statuses="[[1]]"), "rules-file-wrong"),
        (spelled(days="true"), "rules-file-wrong"),
        (spelled(days="2.5"), "rules-file-wrong"),
        (spelled(days="-1"), "rules-file-wrong"),
        (spelled(on='"yes"'), "rules-file-wrong"),
        ("".join(spelled(id=f'"a{n}"') for n in range(21)), "rules-too-many"),
    ],
)
def test_each_mistake_of_a_file_is_one_clear_sentence(
    tmp_path: Path, content: str, key: str
) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_rules(file)
    assert refused.value.phrase.key == key


def test_what_is_written_is_a_rule_that_can_be_kept() -> None:
    for told in tomllib.loads(written_rules(shipped()))["rule"]:
        rule = next(one for one in shipped() if one.id == told["id"])
        assert wrong_with(rule) is None
        assert told["days"] == rule.days


# The commands


def test_what_was_exported_is_imported_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    printed = run("rules", "export")
    assert printed.exit_code == 0, printed.output
    exported = run("rules", "export", "rules.toml")
    assert "9 rules written to rules.toml" in exported.output
    assert (tmp_path / "rules.toml").read_text("utf-8") == printed.stdout
    assert "9 rules" in run("rules", "import", "rules.toml").output
    assert run("rules", "export").stdout == printed.stdout


def test_a_changed_file_changes_the_rules_and_one_that_is_left_out_asks_no_more(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(spelled(id='"needs"', field='"extra:needs"', days="9"), encoding="utf-8")
    assert run("rules", "import", "rules.toml").exit_code == 0
    told = tomllib.loads(run("rules", "export").stdout)["rule"]
    assert {one["id"]: one["days"] for one in told}["needs"] == 9
    assert [one["id"] for one in told if one["on"]] == ["needs"]


def test_a_file_with_a_mistake_changes_nothing(run: Run, tmp_path: Path) -> None:
    before = run("rules", "export").stdout
    text = spelled(id='"needs"', field='"extra:needs"') + spelled(id='"other"', days="x")
    (tmp_path / "rules.toml").write_text(text.replace("days = x", 'days = "x"'), encoding="utf-8")
    refused = run("rules", "import", "rules.toml")
    assert refused.exit_code == 1
    assert "Rule other, days: A whole number is needed." in refused.output
    assert run("rules", "export").stdout == before


def test_a_file_that_cannot_be_read_or_written_is_said_so(run: Run) -> None:
    assert "nowhere.toml cannot be read" in run("rules", "import", "nowhere.toml").output
    assert "cannot be written" in run("rules", "export", "no/such/folder.toml").output
