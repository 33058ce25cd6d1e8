"""House rules that no linter knows."""

from __future__ import annotations

import ast
import os
import re
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

import pytest
from pathspec import GitIgnoreSpec

HOUSE = Path(__file__).parents[1]
STOREYS = ("bot", "handlers", "storage")
MIGRATIONS = "storage/migrations/versions/"
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


@cache
def files() -> tuple[str, ...]:
    """Name every file that is, or would be, in the repository; nobody needs git to test what they got."""
    ignored = GitIgnoreSpec.from_lines(["/.git", *(HOUSE / ".gitignore").read_text().splitlines()])
    found: list[str] = []
    for folder, below, names in os.walk(HOUSE):
        here = Path(folder).relative_to(HOUSE)
        below[:] = [name for name in below if not ignored.match_file(f"{here / name}/")]
        found += [
            name for name in map(str, map(here.joinpath, names)) if not ignored.match_file(name)
        ]
    return tuple(sorted(found))


def modules() -> list[str]:
    """Name the house's own modules, migrations aside."""
    return [
        name
        for name in files()
        if name.endswith(".py") and name.startswith(STOREYS) and not name.startswith(MIGRATIONS)
    ]


def text_of(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


@cache
def functions() -> dict[str, int]:
    """Give the length of every function in lines, its docstring left out."""
    return {
        f"{name}:{node.lineno} {node.name}": length_of(node)
        for name in modules()
        for node in ast.walk(ast.parse(text_of(name)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def length_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    said = ast.get_docstring(node, clean=False) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if said else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def test_no_file_is_long() -> None:
    scripts = [name for name in files() if name.startswith(STOREYS) and name.endswith(".js")]
    lengths = {name: len(text_of(name).splitlines()) for name in modules() + scripts}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_read_as_stories() -> None:
    assert {name: lines for name, lines in functions().items() if lines > LONGEST_FUNCTION} == {}
    assert median(functions().values()) <= 8
    assert quantiles(functions().values(), n=10)[-1] <= 25


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = re.compile(r"(^|/|_)(utils?|helpers?|managers?|base|common|misc|data)(\.py|/)")
    assert [name for name in modules() if drawers.search(name)] == []


PRIVATE = {
    "a package index": r"p.pi\.org|p.thonhosted|n.mjs|artifactory|nexus|(?<!emit-)index-url",
    "a path of somebody's machine": r"/work/(main|shared)|/home/\w|/root/|/Users/|[A-Z]:\\Users",
    "a promise instead of the thing": r"\b(TODO|FIXME|XXX|HACK)\b",
}


@pytest.mark.parametrize("what", PRIVATE)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(PRIVATE[what])
    found = [
        f"{name}:{number}"
        for name in files()
        if name != "tests/test_house.py"
        for number, line in enumerate(readable(name), start=1)
        if pattern.search(line)
    ]
    assert found == []


def readable(name: str) -> list[str]:
    content = (HOUSE / name).read_bytes()
    return [] if b"\0" in content else content.decode("utf-8").splitlines()


def test_nothing_secret_or_left_over_is_kept() -> None:
    leftovers = re.compile(r"(^|/)(\.env|.*\.(sqlite3|db|log|pyc|orig|rej|swp|pem|key))$")
    assert [name for name in files() if leftovers.search(name)] == []


STOPWATCH = re.compile(r"\b(perf_counter|monotonic|process_time|thread_time|timeit)(_ns)?\b")


def test_no_test_reads_a_stopwatch() -> None:
    """How fast it is shows in the bench; a test would ask how busy the machine is.

    What waits for another thread or process uses `tests/patience.py`.
    """
    timed = [
        name
        for name in files()
        if re.search(r"(^|/)test_\w+\.py$", name) and STOPWATCH.search(text_of(name))
    ]
    assert [name for name in timed if name != "tests/test_house.py"] == []


# What the outside is told


def test_every_command_that_the_documents_name_exists() -> None:
    documents = [name for name in files() if name.endswith(".md")]
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    quoted = chain.from_iterable(
        re.findall(r"`{1,3}[^`]+`{1,3}", text_of(one)) for one in documents
    )
    named = {target for one in quoted for target in re.findall(r"\bmake ([a-z]+)\b", one)}
    assert named - targets == set()
