"""The snapshots' machinery; this file runs after all folders that have snapshots of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import snapshots


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of snapshots that this test has for itself."""
    monkeypatch.setattr(snapshots, "FOLDER", tmp_path)
    monkeypatch.setattr(snapshots, "checked", set())
    monkeypatch.delenv("LEADLOOP_UPDATE_SNAPSHOTS", raising=False)
    return tmp_path


def test_a_missing_snapshot_fails_and_says_how_to_make_it(folder: Path) -> None:
    with pytest.raises(AssertionError, match=r"card\.txt is missing: run `make snapshots`"):
        snapshots.check("card.txt", "text")
    assert list(folder.iterdir()) == []


def test_a_changed_snapshot_fails_and_shows_the_difference(folder: Path) -> None:
    (folder / "card.txt").write_text("one\nold\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"has changed(?s:.*)-old\n\+new"):
        snapshots.check("card.txt", "one\nnew")


def test_a_snapshot_is_stored_when_that_is_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADLOOP_UPDATE_SNAPSHOTS", "1")
    snapshots.check("deep/card.txt", "żółć 线索\n\n")
    monkeypatch.delenv("LEADLOOP_UPDATE_SNAPSHOTS")
    snapshots.checked.clear()
    snapshots.check("deep/card.txt", "żółć 线索")
    assert (folder / "deep" / "card.txt").read_bytes() == "żółć 线索\n".encode()


def test_two_snapshots_cannot_have_one_name(folder: Path) -> None:
    (folder / "card.txt").write_text("one\n", encoding="utf-8")
    snapshots.check("card.txt", "one")
    with pytest.raises(AssertionError, match="two snapshots"):
        snapshots.check("card.txt", "one")


def test_what_nobody_compared_is_stale(folder: Path) -> None:
    for name in ("card.txt", "old.txt"):
        (folder / name).write_text("one\n", encoding="utf-8")
    snapshots.check("card.txt", "one")
    assert snapshots.stale() == {"old.txt"}


def test_no_stale_snapshot_lies_about(request: pytest.FixtureRequest) -> None:
    config = request.config
    whole = config.args == config.getini("testpaths") and config.option.keyword in {"", "snapshot"}
    if not whole:
        pytest.skip("only a run of all tests knows which snapshots are in use")
    if os.environ.get("LEADLOOP_UPDATE_SNAPSHOTS") == "1":
        for name in snapshots.stale():
            (snapshots.FOLDER / name).unlink()
    assert snapshots.stale() == set()
