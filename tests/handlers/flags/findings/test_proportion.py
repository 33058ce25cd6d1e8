"""Wilson's interval beside known values, and what it must always be."""

from __future__ import annotations

from math import ceil, floor, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from handlers.flags.proportion import FEWEST_LEADS, share_text, wilson
from handlers.people import Language

COUNTS = st.integers(1, 100_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
Z = 1.959963984540054


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # what R gives for prop.test without the continuity correction
        (3, 40, 0.0258, 0.1986),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
    ],
)
def test_known_intervals_come_out(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.00006)


def test_of_nothing_every_share_is_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("hits", "of"), [(-1, 10), (11, 10), (1, 0)])
def test_what_is_no_share_has_no_interval(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, of)


@given(COUNTS)
def test_the_share_lies_within_its_interval_and_that_between_0_and_1(
    counts: tuple[int, int],
) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    assert low < high


@given(COUNTS)
def test_hits_and_misses_mirror_each_other(counts: tuple[int, int]) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(COUNTS, st.integers(2, 100))
def test_more_leads_with_the_same_share_tell_more(counts: tuple[int, int], times: int) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    lower, higher = wilson(hits * times, of * times)
    assert higher - lower < high - low


@given(COUNTS)
def test_an_end_of_the_interval_is_a_share_that_the_count_just_allows(
    counts: tuple[int, int],
) -> None:
    """Wilson's own condition: the share is z standard errors away from either end."""
    hits, of = counts
    for end in wilson(hits, of):
        if 0 < end < 1:
            distance = abs(hits / of - end)
            assert distance == pytest.approx(Z * sqrt(end * (1 - end) / of), rel=1e-6)


@given(COUNTS)
def test_a_share_is_said_rounded_outward_and_never_of_few_leads(counts: tuple[int, int]) -> None:
    hits, of = counts
    said = dict(share_text(hits, of).args)
    if of < FEWEST_LEADS:
        assert said == {"fewest": FEWEST_LEADS}
        return
    low, high = wilson(hits, of)
    assert said["low"] == floor(100 * low)
    assert said["high"] == ceil(100 * high)


def test_a_share_reads_as_one() -> None:
    assert Voice(Language.ENGLISH, "UTC").speak(share_text(3, 40)) == "3 of 40 (2–20%)"
