"""Campaigns whose leads fare otherwise than those of all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from handlers.digests.comparing import WEEKS_BEFORE
from handlers.digests.discretion import within_group
from handlers.digests.model import Figures, Share, Standout, Week
from handlers.flags.proportion import percent, wilson
from handlers.lead import CampaignId

MOST_STANDOUTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fare:
    """How the leads of a campaign fared whose outcome is known."""

    campaign: CampaignId | None
    """None for the leads that no campaign brought."""
    name: str
    promising: int
    leads: int


def window_of(campaign: CampaignId, week: Week, before: Iterable[Figures]) -> Week:
    """Give the first week whose leads count for a campaign: twelve weeks, and no lead twice.

    Two standouts of one campaign that had weeks in common would tell of the others by subtraction.
    """
    told = [
        one.week.before(-1)
        for one in before
        if one.week < week and any(standout.id == campaign for standout in one.campaigns)
    ]
    return max([week.before(WEEKS_BEFORE - 1), *told])


def standouts_of(
    week: Week,
    before: Collection[Figures],
    fares: Sequence[Fare],
    fare_since: Callable[[CampaignId, Week], Fare],
) -> Sequence[Standout]:
    """Choose the campaigns that fare otherwise than all others, beyond what chance explains.

    `before` are the figures of earlier weeks, and `fares` are of all campaigns in the last twelve;
    `fare_since` counts one campaign's leads that came from a week on. As with the effect of a change, the
    ranges that both shares may lie in do not touch.
    """
    everywhere, begin = _together(fares), week.before(WEEKS_BEFORE - 1)
    found: list[Standout] = []
    for whole in fares:
        others = _without(everywhere, whole)
        if whole.campaign is None or not _differs(whole, others):
            continue
        since = window_of(whole.campaign, week, before)
        own = whole if since == begin else fare_since(whole.campaign, since)
        if _differs(own, others):
            found.append(_standout(own, whole.campaign, others, since))
    found.sort(key=lambda one: (-abs(one.share.percent - one.elsewhere), one.id))
    return found[:MOST_STANDOUTS]


def _together(fares: Sequence[Fare]) -> Fare:
    promising, leads = sum(one.promising for one in fares), sum(one.leads for one in fares)
    return Fare(campaign=None, name="", promising=promising, leads=leads)


def _without(everywhere: Fare, own: Fare) -> Fare:
    """Give how the leads of all other campaigns fare, and those of none."""
    return replace(
        everywhere,
        promising=everywhere.promising - own.promising,
        leads=everywhere.leads - own.leads,
    )


def _differs(own: Fare, others: Fare) -> bool:
    if not all(within_group(one.promising, one.leads) for one in (own, others)):
        return False
    low, high = wilson(own.promising, own.leads)
    lowest, highest = wilson(others.promising, others.leads)
    return high < lowest or low > highest


def _standout(own: Fare, campaign: CampaignId, others: Fare, since: Week) -> Standout:
    return Standout(
        id=campaign,
        campaign=own.name,
        promising=own.promising,
        leads=own.leads,
        share=share_of(own.promising, own.leads),
        elsewhere=percent(others.promising / others.leads),
        since=since,
    )


def share_of(hits: int, of: int) -> Share:
    """Give a share with its 95 % range, in whole per cent, rounded outward."""
    low, high = wilson(hits, of)
    return Share(percent=percent(hits / of), low=floor(100 * low), high=ceil(100 * high))
