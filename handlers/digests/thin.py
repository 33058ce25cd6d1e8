"""Says why a week's digest is short: less is told, and the reader learns why."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.digests.model import Figures, Size
from handlers.flags.proportion import FEWEST_LEADS
from handlers.phrase import Phrase, say

COMPARED_FROM = 4
"""Earlier weeks from which on a usual range is said."""


def why_short(figures: Figures) -> Sequence[Phrase]:
    """Say what makes this week's digest shorter than others, or a week unlike others."""
    return [*_holidays(figures), *_size(figures), *_comparison(figures), *_late(figures)]


def _size(figures: Figures) -> Sequence[Phrase]:
    if figures.size is Size.SMALL:
        return [say("digests-small", fewest=FEWEST_LEADS)]
    if figures.size is Size.ENOUGH and any(one.hidden for one in figures.counts.values()):
        return [say("digests-hidden", fewest=FEWEST_LEADS)]
    return []


def _comparison(figures: Figures) -> Sequence[Phrase]:
    """Say once why nothing is compared; a week without figures needs no comparison."""
    if figures.size is not Size.ENOUGH:
        return []
    if figures.weeks_before == 0:
        return [say("digests-first-week")]
    if figures.weeks_before < COMPARED_FROM:
        return [say("digests-few-weeks", weeks=figures.weeks_before, fewest=COMPARED_FROM)]
    return []


def _holidays(figures: Figures) -> Sequence[Phrase]:
    if not figures.holidays:
        return []
    days = tuple(say("digests-holiday", day=one.day, name=one.name) for one in figures.holidays)
    return [say("digests-holidays", days=days)]


def _late(figures: Figures) -> Sequence[Phrase]:
    return [say("digests-counted-late")] if figures.late else []
