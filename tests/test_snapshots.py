"""The snapshots' machinery."""

from __future__ import annotations

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
    (folder / "demo").mkdir()
    for name in ("demo/card.txt", "demo/old.txt"):
        (folder / name).write_text("one\n", encoding="utf-8")
    snapshots.check("demo/card.txt", "one")
    assert snapshots.stale("demo") == {"demo/old.txt"}


def test_every_folder_of_snapshots_is_searched_for_stale_ones() -> None:
    """`check_none_is_stale` ends each of these files, and each fills the folder of its platform."""
    platforms = Path(__file__).parent / "bot" / "platforms"
    searched = {
        path.parent.name
        for path in platforms.glob("*/test_card_snapshots.py")
        if f'check_none_is_stale("{path.parent.name}"' in path.read_text(encoding="utf-8")
    }
    assert {path.name for path in snapshots.FOLDER.iterdir()} == searched
