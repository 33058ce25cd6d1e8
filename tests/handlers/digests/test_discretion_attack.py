"""Fifty-two weeks of digests, and somebody who wants to know what they do not say.

All ways in which figures leave the house are one: text, pictures, files, both channels and the number
of leads that "which ones?" lists are drawn from the same `Figures`, so these are what is attacked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from handlers.digests.comparing import usual
from handlers.digests.discretion import may_tell
from handlers.digests.model import Count, Figure, Size
from tests.handlers.digests.attack import Cell
from tests.handlers.digests.year import WEEKS, Year, a_year, read

SCALES = (6, 14, 30, 80)
SEEDS = range(6)


@pytest.mark.slow
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_year_of_digests_tells_no_small_number(seed: int, scale: int) -> None:
    year = a_year(Random(seed * 1000 + scale), scale)
    attack = read(year.told)
    solved = attack.solved()
    wrong = {cell for cell, number in solved.items() if year.truth.get(cell, number) != number}
    assert not wrong
    assert not _small(solved, year)
    assert not _small(attack.cornered(), year)


def _small(found: Iterable[Cell], year: Year) -> dict[Cell, int]:
    """Keep of what was found what should not be known; a week with few leads hides larger numbers too."""
    few = {(one.week, count) for one in year.told if one.size is Size.SMALL for count in Count}
    known = {cell: year.truth[cell] for cell in found if cell in year.truth}
    return {cell: true for cell, true in known.items() if cell in few or not may_tell(true)}


@pytest.mark.parametrize("scale", SCALES)
def test_what_a_week_is_compared_with_was_told_in_its_own_week(scale: int) -> None:
    year = a_year(Random(scale), scale)
    for place, figures in enumerate(year.told):
        earlier = year.told[max(0, place - 12) : place]
        for count, figure in figures.counts.items():
            before = [one.of(count).value for one in earlier]
            assert figure.usual == usual(before)
            assert figure.last == (before[-1] if before else None)


def test_most_of_a_large_house_is_told() -> None:
    year = a_year(Random(5), 80)
    told = [figure.value for one in year.told for figure in one.counts.values()]
    assert sum(value is not None for value in told) > 0.8 * len(told)
    assert sum(bool(one.disqualified_by) for one in year.told) > len(WEEKS) / 2
    assert sum(bool(one.campaigns) for one in year.told) > 5


def test_the_attack_finds_what_a_careless_digest_would_give_away() -> None:
    year = a_year(Random(3), 30)
    place, week = next(
        (place, one)
        for place, one in enumerate(year.told)
        if one.of(Count.QUALIFIED).hidden and one.of(Count.LEADS_IN).value
    )
    careless = Figure(value=year.truth[week.week, "unqualified"])
    told = [*year.told]
    told[place] = replace(week, counts={**week.counts, Count.QUALIFIED: careless})
    attack = read(told)
    assert (week.week, "unqualified") in attack.solved()
