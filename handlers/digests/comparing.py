"""A week beside the weeks before it: last week, and what is usual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import quantiles

from handlers.digests.model import Completeness, Figures, FirstTouch, ReasonFigure, Week

WEEKS_BEFORE = 12
"""With so many weeks a week is compared."""
FEWEST_WEEKS = 4
"""What is usual can be said from so many on."""
MOST_FOR_RANGE = 10
"""Of fewer weeks the range goes from the lowest to the highest."""


def compared(figures: Figures, before: Mapping[Week, Figures]) -> Figures:
    """Set a week's figures beside what the twelve weeks before told; hidden numbers do not count."""
    earlier = [before[week] for week in _weeks_before(figures.week) if week in before]
    last = before.get(figures.week.before(1))
    counts = {
        count: replace(
            figure,
            last=None if last is None else last.of(count).value,
            usual=usual([one.of(count).value for one in earlier]),
        )
        for count, figure in figures.counts.items()
    }
    return replace(
        figures,
        counts=counts,
        disqualified_by=_beside(
            figures.disqualified_by, [one.disqualified_by for one in earlier], last is not None
        ),
        recycled_by=_beside(
            figures.recycled_by, [one.recycled_by for one in earlier], last is not None
        ),
        first_touch=_touch_beside(figures.first_touch, last),
        completeness=_completeness_beside(figures.completeness, last),
        weeks_before=len(earlier),
    )


def _weeks_before(week: Week) -> Sequence[Week]:
    return [week.before(number) for number in range(1, WEEKS_BEFORE + 1)]


def _beside(
    now: Sequence[ReasonFigure],
    earlier: Sequence[Sequence[ReasonFigure]],
    has_last: bool,  # noqa: FBT001 - whether the first of the earlier ones is the week before
) -> Sequence[ReasonFigure]:
    told = [{one.key: one.figure.value for one in some} for some in earlier]
    return [
        replace(
            one,
            figure=replace(
                one.figure,
                last=told[0].get(one.key) if has_last else None,
                usual=usual([some.get(one.key) for some in told]),
            ),
        )
        for one in now
    ]


def _touch_beside(now: FirstTouch | None, last: Figures | None) -> FirstTouch | None:
    if now is None or last is None or last.first_touch is None:
        return now
    return replace(now, last=last.first_touch.median)


def _completeness_beside(now: Completeness | None, last: Figures | None) -> Completeness | None:
    if now is None or last is None or last.completeness is None:
        return now
    return replace(now, last=last.completeness.share)


def usual(told: Iterable[int | None]) -> tuple[int, int] | None:
    """Give the range in which numbers usually lie: the 10th to the 90th percentile.

    From few weeks the lowest and the highest; from fewer than four nothing.
    """
    known = sorted(number for number in told if number is not None)
    if len(known) < FEWEST_WEEKS:
        return None
    if len(known) < MOST_FOR_RANGE:
        return known[0], known[-1]
    tenths = quantiles(known, n=10, method="inclusive")
    return round(tenths[0]), round(tenths[-1])
