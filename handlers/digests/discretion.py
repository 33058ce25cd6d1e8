"""Which numbers may be told, so that those that are not cannot be computed from those that are.

Figures about people's conduct need five people and ten leads, figures about leads need ten leads. A part of
such a group is told where it is nobody or three at least, and where the same holds for the rest. Where
parts add up to a total that is told, one hidden part alone would be the difference: others are hidden
with it. What is compared with other weeks is taken from what those weeks told, and from nothing else;
shares that overlap from week to week are rounded so far that no count can be had from them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from handlers.flags.proportion import FEWEST_LEADS

__all__ = [
    "FEWEST_LEADS",
    "FEWEST_PART",
    "FEWEST_PEOPLE",
    "in_fives",
    "in_tens",
    "is_group",
    "may_tell",
    "told_parts",
    "within_group",
]

FEWEST_PEOPLE = 5
FEWEST_PART = 3
_FIVE, _TEN, _WHOLE = 5, 10, 100


def is_group(*, people: int, leads: int) -> bool:
    """Tell whether a figure about what people did says nothing of single ones."""
    return people >= FEWEST_PEOPLE and leads >= FEWEST_LEADS


def may_tell(part: int) -> bool:
    """Tell whether a number is of nobody, or of enough."""
    return part == 0 or part >= FEWEST_PART


def within_group(part: int, whole: int) -> bool:
    """Tell whether a part of a whole, and what is left of it, may both be told."""
    return whole >= FEWEST_LEADS and may_tell(part) and may_tell(whole - part)


def told_parts(total: int, parts: Mapping[str, int]) -> Collection[str]:
    """Choose which of the parts that add up to a told total may be told.

    A part that is not told is not named either, so nobody sees whether it is small, nought, or was
    hidden for the sake of others. `parts` has every part that there could be, those of nought as well.
    """
    if sum(parts.values()) != total:
        message = f"the parts do not add up to {total}"
        raise ValueError(message)
    if total < FEWEST_LEADS:
        return frozenset()
    told = {key: number for key, number in parts.items() if number >= FEWEST_PART}
    while told and _gives_away(total, parts, told):
        smallest = min(told.values())
        told = {key: number for key, number in told.items() if number > smallest}
    return frozenset(told)


def _gives_away(total: int, parts: Mapping[str, int], told: Mapping[str, int]) -> bool:
    """Tell whether somebody could compute a hidden part from the told ones.

    A single one is the difference; and several that come to the most that each may be are all of that size.
    """
    rest, hidden = total - sum(told.values()), len(parts) - len(told)
    most = hidden * (FEWEST_PART - 1)
    return rest > 0 and (rest < FEWEST_PART or hidden == 1 or rest == most)


def in_tens(number: int) -> int | None:
    """Give a number in full tens, rounded down; nought stays, and nothing of less than ten."""
    return number - number % _TEN if number >= _TEN or not number else None


def in_fives(part: int, whole: int) -> int:
    """Give a share in per cent, rounded to full fives."""
    return _FIVE * round(_WHOLE * part / whole / _FIVE)
