"""The gallery shows everything there is."""

from __future__ import annotations

import ast
from pathlib import Path

import handlers.digests
from handlers.digests.examples import examples

FOLDER = Path(handlers.digests.__file__).parent


def test_every_card_and_form_has_an_example() -> None:
    made = {
        node.name
        for file in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.endswith(("_card", "_form"))
    }
    used = {
        node.func.id
        for node in ast.walk(ast.parse((FOLDER / "examples.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert made
    assert made <= used


def test_examples_have_names_of_their_own() -> None:
    names = [example.name for example in examples()]
    assert len(names) == len(set(names))
