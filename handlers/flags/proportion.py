"""Shares of leads, honest about how few they were counted from."""

from __future__ import annotations

from math import ceil, floor, sqrt

from handlers.phrase import Phrase, say

FEWEST_LEADS = 10
"""No figure about leads is shown of fewer."""

_Z = 1.959963984540054
"""The standard normal distribution holds 95 % between -z and z."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % score interval of a share, both ends between 0 and 1; all of it where `of` is 0.

    Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16
    (2001), recommend it for small numbers, where the textbook's interval leaves 0 to 1 or shrinks to
    a point. Raise `ValueError` for counts that no share can have.
    """
    if not 0 <= hits <= of:
        message = f"{hits} of {of} is no share"
        raise ValueError(message)
    if not of:
        return 0.0, 1.0
    share, squared = hits / of, _Z * _Z
    centre = share + squared / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    whole = 1 + squared / of
    low = 0.0 if not hits else (centre - spread) / whole
    high = 1.0 if hits == of else (centre + spread) / whole
    return low, high


def share_text(hits: int, of: int) -> Phrase:
    """Say a share with its interval, rounded outward: "3 of 40 (2–20%)"; of too few leads, only that."""
    if of < FEWEST_LEADS:
        return say("findings-too-few", fewest=FEWEST_LEADS)
    low, high = wilson(hits, of)
    return say("findings-share", hits=hits, of=of, low=floor(100 * low), high=ceil(100 * high))


def rough_share_text(hits: int, of: int) -> Phrase:
    """Say a share without what it was counted from: "8% (2–20%)".

    Where leads are counted in several figures, exact ones would tell of a few leads by subtraction.
    """
    if of < FEWEST_LEADS:
        return say("findings-too-few", fewest=FEWEST_LEADS)
    low, high = wilson(hits, of)
    return say(
        "findings-share-percent",
        percent=percent(hits / of),
        low=floor(100 * low),
        high=ceil(100 * high),
    )


def percent(share: float) -> int:
    """Give a share in whole per cent."""
    return round(100 * share)
