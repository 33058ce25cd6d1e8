"""The gallery shows every card and form of the settings and the page."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType

import pytest

import handlers.home
import handlers.settings
from handlers.examples import examples


@pytest.mark.parametrize("feature", [handlers.home, handlers.settings])
def test_every_card_and_form_has_an_example(feature: ModuleType) -> None:
    folder = Path(str(feature.__file__)).parent
    made = {
        node.name
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.endswith(("_card", "_form", "_part"))
    }
    used = {
        node.func.id
        for node in ast.walk(ast.parse((folder / "examples.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert made
    assert made <= used


def test_examples_have_names_of_their_own() -> None:
    names = [example.name for example in examples()]
    assert len(names) == len(set(names))
