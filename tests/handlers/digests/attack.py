"""An attacker with a year of digests, linear algebra, and the knowledge that nobody counts below nought."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor, inf

Cell = Hashable
Row = dict[Cell, Fraction]
"""A sum of cells, each with its factor; what it comes to stands under `IS`."""
IS = "is"


@dataclass
class Attack:
    """Equations over cells that were not told, and what follows from them."""

    rows: list[Row] = field(default_factory=list[Row])
    bounds: dict[Cell, tuple[float, float]] = field(default_factory=dict[Cell, tuple[float, float]])

    def learn(self, cells: Mapping[Cell, int] | Iterable[Cell], comes_to: int) -> None:
        """Take in that a sum of cells comes to a number."""
        factors = cells if isinstance(cells, Mapping) else dict.fromkeys(cells, 1)
        row = {cell: Fraction(factor) for cell, factor in factors.items()}
        self.rows.append({**row, IS: Fraction(comes_to)} if comes_to else row)

    def suppose(self, cell: Cell, low: float, high: float) -> None:
        """Take in between which numbers a cell lies, by the rules of the house."""
        self.bounds[cell] = (low, high)

    def solved(self) -> Mapping[Cell, Fraction]:
        """Give the cells that linear algebra determines, exactly."""
        reduced = _reduced(self.rows)
        return {
            pivot: row.get(IS, Fraction())
            for pivot, row in reduced.items()
            if not row.keys() - {pivot, IS}
        }

    def cornered(self) -> Mapping[Cell, int]:
        """Give the cells that have one whole number left, as nothing is less than nought."""
        bounds = dict(self.bounds)
        rows = [*self.rows, *_reduced(self.rows).values()]
        while sum(_narrowed(row, bounds) for row in rows):
            continue
        return {cell: int(low) for cell, (low, high) in bounds.items() if low == high}


def _reduced(rows: Sequence[Row]) -> dict[Cell, Row]:
    """Bring equations to their reduced echelon form: each pivot cell stands in its own row alone."""
    reduced: dict[Cell, Row] = {}
    for given in rows:
        row = dict(given)
        for cell in [cell for cell in row if cell in reduced]:
            _take_off(row, reduced[cell], row.get(cell, Fraction()))
        pivot = next((cell for cell in row if cell != IS), None)
        if pivot is None:
            assert not row, "the digests contradict each other"
            continue
        factor = row[pivot]
        row = {cell: number / factor for cell, number in row.items()}
        for other in reduced.values():
            if pivot in other:
                _take_off(other, row, other[pivot])
        reduced[pivot] = row
    return reduced


def _take_off(row: Row, other: Row, times: Fraction) -> None:
    for cell, factor in other.items():
        left = row.get(cell, Fraction()) - times * factor
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)


def _narrowed(row: Row, bounds: dict[Cell, tuple[float, float]]) -> bool:
    """Narrow each cell of an equation by what the others can be, and tell whether that did anything."""
    cells = [(cell, factor) for cell, factor in row.items() if cell != IS]
    comes_to, did = float(row.get(IS, 0)), False
    ends = {cell: _times(bounds.get(cell, (0.0, inf)), factor) for cell, factor in cells}
    lows, highs = sum(low for low, _ in ends.values()), sum(high for _, high in ends.values())
    for cell, factor in cells:
        own_low, own_high = ends[cell]
        others_low = lows - own_low if own_low != -inf else _without(ends, cell, 0)
        others_high = highs - own_high if own_high != inf else _without(ends, cell, 1)
        span = sorted(
            [(comes_to - others_low) / float(factor), (comes_to - others_high) / float(factor)]
        )
        low, high = bounds.get(cell, (0.0, inf))
        new = (max(low, _up(span[0])), min(high, _down(span[1])))
        if new != (low, high):
            bounds[cell], did = new, True
    return did


def _times(span: tuple[float, float], factor: Fraction) -> tuple[float, float]:
    low, high = (end * float(factor) for end in span)
    return (low, high) if factor > 0 else (high, low)


def _without(ends: Mapping[Cell, tuple[float, float]], cell: Cell, end: int) -> float:
    return sum(span[end] for other, span in ends.items() if other != cell)


def _up(number: float) -> float:
    return number if number in {inf, -inf} else ceil(number - 1e-9)


def _down(number: float) -> float:
    return number if number in {inf, -inf} else floor(number + 1e-9)
