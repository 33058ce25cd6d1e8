"""Stored texts, reviewed like code: what a card looks like on a platform, in a language."""

from __future__ import annotations

import json
import os
from difflib import unified_diff
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "snapshots"
HOW = "run `make snapshots`, read the difference, and commit it"

WIDTH = 100

checked: set[str] = set()
"""Names that this process has compared; what else lies in the same folder is stale."""


def check(name: str, text: str) -> None:
    """Compare a text with the stored one; `name` is a path, such as ``demo/answer-card.pl.html``.

    With LEADLOOP_UPDATE_SNAPSHOTS=1 the text is stored instead.
    """
    assert name not in checked, f"two snapshots are called {name}"
    checked.add(name)
    path = FOLDER / name
    wanted = text.rstrip("\n") + "\n"
    if os.environ.get("LEADLOOP_UPDATE_SNAPSHOTS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted, encoding="utf-8", newline="\n")
        return
    assert path.exists(), f"the snapshot {name} is missing: {HOW}"
    stored = path.read_text(encoding="utf-8")
    difference = "\n".join(
        unified_diff(stored.splitlines(), wanted.splitlines(), "stored", "now", lineterm="")
    )
    assert stored == wanted, f"the snapshot {name} has changed: {HOW}\n{difference}"


def spelled(shape: object, margin: str = "") -> str:
    """Spell a payload as JSON, with what fits on a line on one line."""
    line = json.dumps(shape, ensure_ascii=False)
    if len(margin + line) <= WIDTH or not isinstance(shape, dict | list):
        return line
    deeper = margin + "  "
    if isinstance(shape, dict):
        parts = [f"{json.dumps(name)}: {spelled(part, deeper)}" for name, part in shape.items()]
    else:
        parts = [spelled(part, deeper) for part in shape]
    opening, closing = "{}" if isinstance(shape, dict) else "[]"
    return opening + ",".join(f"\n{deeper}{part}" for part in parts) + f"\n{margin}{closing}"


def check_none_is_stale(folder: str, config: pytest.Config) -> None:
    """Compare what lies in a folder with what was compared; the last test of the file that fills it.

    With LEADLOOP_UPDATE_SNAPSHOTS=1 what is stale is taken away instead.
    """
    is_part = config.option.keyword not in {"", "snapshot"} or "::" in "".join(config.args)
    if is_part:
        pytest.skip("only a run of the whole file knows which snapshots are in use")
    if os.environ.get("LEADLOOP_UPDATE_SNAPSHOTS") == "1":
        for name in stale(folder):
            (FOLDER / name).unlink()
    assert stale(folder) == set()


def stale(folder: str) -> set[str]:
    """Name the stored texts of a folder that this run has not compared."""
    paths = (FOLDER / folder).rglob("*")
    stored = {path.relative_to(FOLDER).as_posix() for path in paths if path.is_file()}
    return stored - checked
