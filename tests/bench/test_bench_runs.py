"""The bench runs on tiny sizes and tells sane figures; how fast it was is nobody's business here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.__main__ import (
    QUICK,
    answered,
    digested,
    flagged,
    flooded,
    imported,
    kept,
    nudged,
    pressed,
    ruled,
    slack_pressed,
    started,
)
from tests.bench.finding import Finding, in_turns, table

TINY = replace(QUICK, leads=2_000, rounds=3, press_seconds=0.3, starts=1, idle=0.1)


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        imported,
        kept,
        answered,
        pressed,
        slack_pressed,
        flooded,
        started,
        ruled,
        flagged,
        digested,
        nudged,
    ],
)
def test_a_part_of_the_bench_runs_and_measures_something(
    part: Callable[..., object], tmp_path: Path
) -> None:
    findings: list[Finding] = list(part(TINY, tmp_path, ""))  # type: ignore[call-overload]
    assert findings
    assert all(one.ours > 0 for one in findings)
    assert all(one.bare is None or one.bare > 0 for one in findings)
    assert any(one.target for one in findings)


def test_a_finding_is_held_against_its_target() -> None:
    def found(ours: float, **more: float) -> Finding:
        return Finding(what="x", unit="ms", ours=ours, **more)

    assert found(9, bare=3, ratio=3, at_most=3).held
    assert not found(10, bare=3, ratio=3.3, at_most=3).held
    assert found(1, bare=2, ratio=0.5, at_least=0.5).held
    assert not found(200, at_most=150).held
    assert found(200).held is None


def test_both_sides_take_turns_in_going_first() -> None:
    order: list[str] = []
    in_turns([lambda: order.append("we")] * 2, [lambda: order.append("they")] * 2)
    assert order == ["they", "we", "we", "they"]


def test_the_table_says_what_was_missed() -> None:
    told = table([Finding(what="x", unit="MB", ours=200, bare=40, at_most=150)])
    assert told.splitlines()[-1].split("|")[1:-1] == [
        *(" x    ", " MB   ", " 200  ", " 40.00    ", "       ", " under 150 ", " NO   ")
    ]
