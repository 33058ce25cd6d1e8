"""One line of the bench: what we need, what the best bare program needs, and what was promised."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Deed = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was measured, ours beside the baseline of the same run."""

    what: str
    unit: str
    ours: float
    bare: float | None = None
    """The baseline; nothing where the promise is a plain figure."""
    ratio: float | None = None
    """Ours against the baseline, as the target reads it."""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def held(self) -> bool | None:
        """Whether the target was met; nothing where none was set."""
        figure = self.ours if self.ratio is None else self.ratio
        if self.at_least is not None:
            return figure >= self.at_least
        return None if self.at_most is None else figure <= self.at_most

    @property
    def target(self) -> str:
        """Spell the target."""
        if self.at_least is not None:
            return f"at least {self.at_least:.2f}"
        return "" if self.at_most is None else f"under {self.at_most:g}"


def in_turns(ours: Sequence[Deed], bare: Sequence[Deed]) -> tuple[float, float]:
    """Time pairs of deeds by turns, so that a noisy machine is noisy for both; medians in milliseconds.

    Who goes first alternates as well: the first one reads the file for the second.
    """
    pairs = [
        _timed(one, other) if number % 2 else _timed(other, one)[::-1]
        for number, (one, other) in enumerate(zip(ours, bare, strict=True))
    ]
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


def _timed(first: Deed, second: Deed) -> tuple[float, float]:
    return milliseconds(first), milliseconds(second)


def median(deed: Deed, rounds: int) -> float:
    """Time a deed; the median in milliseconds."""
    deed()
    return statistics.median(milliseconds(deed) for _ in range(rounds))


def milliseconds(deed: Deed) -> float:
    """Time a deed once."""
    started = time.perf_counter()
    deed()
    return (time.perf_counter() - started) * 1000


def table(findings: Sequence[Finding]) -> str:
    """Write findings as a Markdown table."""
    head = ("what", "unit", "ours", "baseline", "ratio", "target", "held")
    rows = [head, tuple("---" for _ in head), *(_cells(one) for one in findings)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    )


def _cells(one: Finding) -> tuple[str, ...]:
    held = {True: "yes", False: "NO", None: ""}[one.held]
    ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
    return (one.what, one.unit, _figure(one.ours), _figure(one.bare), ratio, one.target, held)


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
