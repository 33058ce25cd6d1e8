"""What may be told, attacked by somebody who knows the rules and tries every possibility."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.digests.discretion import (
    FEWEST_PART,
    in_fives,
    in_tens,
    is_group,
    may_tell,
    told_parts,
    within_group,
)

KEYS: tuple[str, ...] = ("a", "b", "c", "d", "e")


def _all_parts(total: int, keys: int) -> Iterator[tuple[int, ...]]:
    if keys == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _all_parts(total - first, keys - 1):
            yield (first, *rest)


@pytest.mark.parametrize(("total", "keys"), list(product(range(10, 17), (2, 3, 4))))
def test_no_small_part_can_be_told_from_what_is_shown(total: int, keys: int) -> None:
    """Whoever knows the rules looks at every house that would show the same."""
    shown: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for parts in _all_parts(total, keys):
        named = dict(zip(KEYS, parts, strict=False))
        told = told_parts(total, named)
        shown[frozenset((key, named[key]) for key in told)].append(parts)
    for possible in shown.values():
        for values in zip(*possible, strict=True):
            may_be = set(values)
            assert len(may_be) > 1 or may_tell(may_be.pop())


PARTS = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 12), min_size=1)


@given(PARTS)
def test_told_parts_are_large_and_so_is_what_is_left(parts: Mapping[str, int]) -> None:
    total = sum(parts.values())
    told = told_parts(total, parts)
    assert all(parts[key] >= FEWEST_PART for key in told)
    if told:
        assert total >= 10
        assert may_tell(total - sum(parts[key] for key in told))
        assert all(may_tell(total - parts[key]) for key in told)


@given(PARTS)
def test_the_order_of_the_parts_makes_no_difference(parts: Mapping[str, int]) -> None:
    total = sum(parts.values())
    backwards = dict(reversed(list(parts.items())))
    assert set(told_parts(total, parts)) == set(told_parts(total, backwards))


def test_large_parts_are_told_and_a_small_one_takes_another_with_it() -> None:
    assert set(told_parts(20, {"a": 12, "b": 8, "c": 0})) == {"a", "b"}
    assert set(told_parts(20, {"a": 11, "b": 7, "c": 2})) == {"a"}
    assert set(told_parts(20, {"a": 10, "b": 7, "c": 1, "d": 2})) == {"a", "b"}


def test_of_fewer_than_ten_no_part_is_told() -> None:
    assert not told_parts(9, {"a": 5, "b": 4})


def test_parts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="do not add up to 12"):
        told_parts(12, {"a": 5})


@pytest.mark.parametrize(
    ("part", "whole", "may"),
    [(3, 9, False), (0, 10, True), (10, 10, True), (2, 10, False), (8, 10, False), (3, 10, True)],
)
def test_a_part_is_told_of_ten_where_it_and_the_rest_are_nobody_or_three(
    part: int, whole: int, *, may: bool
) -> None:
    assert within_group(part, whole) is may


def test_conduct_is_told_of_five_people_and_ten_leads() -> None:
    assert is_group(people=5, leads=10)
    assert not is_group(people=4, leads=100)
    assert not is_group(people=9, leads=9)


def test_rough_numbers_are_full_tens_and_full_fives() -> None:
    assert [in_tens(number) for number in (0, 1, 9, 10, 19, 20)] == [0, None, None, 10, 10, 20]
    assert [in_fives(part, 12) for part in (0, 3, 4, 9, 12)] == [0, 25, 35, 75, 100]
