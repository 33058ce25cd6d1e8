"""The bench runs on tiny sizes and tells sane figures; how fast it was is nobody's business here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
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
    teams_pressed,
)
from tests.bench.child import served
from tests.bench.contest import Contest
from tests.bench.finding import Finding, in_turns, table
from tests.bench.load import request
from tests.bench.press_house import Row, deeds
from tests.bench.slack_press import payload
from tests.bench.teams_press import activity
from tests.bot.platforms.teams.sealing import seals_for
from tests.fakes.teams.fake import FakeTeams

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
        teams_pressed,
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


ROWS = [Row("U1", "ask1"), Row("U2", "ask2"), Row("U3", "ask3")]


def test_no_two_presses_in_slack_are_one_deed_whichever_card_they_carry() -> None:
    pressed = [
        payload(deed, blocks)["actions"][0]
        for blocks, first in (([], 0), ([{"type": "divider"}], 20))
        for deed in islice(deeds(ROWS, first), 20)
    ]
    assert len({one["action_ts"] for one in pressed}) == len(pressed)


def test_no_two_presses_in_teams_are_one_deed() -> None:
    with FakeTeams() as teams:
        rows = [replace(row, rep=teams.member(row.rep).object_id) for row in ROWS]
        pressed = [activity(teams, seals_for(teams), deed) for deed in islice(deeds(rows, 7), 40)]
    assert len({one["id"] for one in pressed}) == len(pressed)


def test_no_press_says_what_its_row_says_already() -> None:
    standing: dict[str, str] = {}
    for deed in islice(deeds(ROWS, 5), 40):
        assert standing.get(deed.row.ask) != deed.said
        standing[deed.row.ask] = deed.said


@pytest.mark.slow
def test_a_press_that_is_answered_and_not_kept_spoils_the_figures(tmp_path: Path) -> None:
    one = request("/deed", b"{}")
    bare = ("-m", "tests.bench.bare_server", str(tmp_path / "bare.sqlite3"))
    with served(bare, tmp_path) as plain:
        contest = partial(
            Contest, ours=plain.port, bare=plain.port, rounds=1, seconds=0.1, at_least=0.5
        )
        idle = contest(kept=lambda: 0)
        with pytest.raises(RuntimeError, match="0 of them kept"):
            list(idle.findings("x", lambda _: cycle([one])))


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
