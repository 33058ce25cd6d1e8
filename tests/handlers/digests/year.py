"""A made-up year: what happened in 52 weeks, what the digests told of it, and what a reader makes of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from math import inf
from random import Random

from handlers.digests.comparing import WEEKS_BEFORE, compared
from handlers.digests.counting import ALL_REASONS, Asked, Bounds, Flagged, Tally, figures_of
from handlers.digests.model import Count, Figures, ReasonFigure, Size, Week
from handlers.digests.standing_out import Fare, standouts_of
from handlers.lead import CampaignId
from handlers.working_time import WorkingHours
from tests.handlers.digests.attack import Attack, Cell

COMPANY = WorkingHours(zone="Europe/Warsaw")
WEEKS = tuple(Week(2026, 1).before(-number) for number in range(52))
CAMPAIGNS = (1, 2, 3, 4)
FLAGS = ("raised", "praised", "accepted", "declined", "done", "waiting")
BY_REASON = (Count.DISQUALIFIED, Count.RECYCLED)

Truth = Mapping[Cell, int]
"""What each cell really is."""


@dataclass(frozen=True)
class Year:
    """What happened, and what was told."""

    truth: Truth
    told: Sequence[Figures]


def a_year(chance: Random, scale: int) -> Year:
    """Make up a year of weeks in which about so many leads came."""
    truth: dict[Cell, int] = {}
    told: dict[Week, Figures] = {}
    waiting = chance.randrange(scale)
    for week in WEEKS:
        tally = _tally(chance, scale, waiting)
        waiting = tally.flagged.waiting
        truth |= {**_cells(week, tally), **_came(chance, week, scale)}
        bounds = Bounds.of(week, at=week.ends_at(COMPANY) + timedelta(hours=9), company=COMPANY)
        figures = figures_of(tally, bounds, counted_at=bounds.until, leads_to=0, changes_to=0)
        campaigns = standouts_of(
            week,
            list(told.values()),
            _fares(truth, week, week.before(WEEKS_BEFORE - 1)),
            partial(_fare, truth, week),
        )
        told[week] = replace(figures, campaigns=campaigns)
    return Year(truth, [compared(one, told) for one in told.values()])


def _tally(chance: Random, scale: int, waiting: int) -> Tally:
    came, taken_up = chance.randrange(2 * scale), chance.randrange(2 * scale)
    reasons = [_spread(chance, chance.randrange(scale + 1)) for _ in BY_REASON]
    flagged = {name: chance.randrange(1 + scale // 2) for name in FLAGS}
    flagged["waiting"] = max(
        0,
        waiting
        + flagged["raised"]
        - flagged["accepted"]
        - flagged["declined"]
        + chance.randrange(-1, 2),
    )
    asked = chance.randrange(scale + 1)
    answered = chance.randrange(asked + 1)
    return Tally(
        counts={
            Count.LEADS_IN: came,
            Count.QUALIFIED: chance.randrange(came + 1),
            Count.ACCEPTED: taken_up,
            Count.TALKING: chance.randrange(scale),
            Count.WON: chance.randrange(1 + scale // 4),
            Count.DISQUALIFIED: sum(reasons[0].values()),
            Count.RECYCLED: sum(reasons[1].values()),
        },
        touched_upon=came + taken_up,
        disqualified_by=reasons[0],
        recycled_by=reasons[1],
        flagged=Flagged(**flagged),
        asked=Asked(
            asked=asked, answered=answered, open=chance.randrange(asked - answered + 1), people=6
        ),
    )


def _spread(chance: Random, leads: int) -> Mapping[str, int]:
    """Give leads reasons, a few of which are much more usual than the others."""
    some = chance.sample(ALL_REASONS, chance.randrange(1, 8))
    drawn = [
        some[min(chance.randrange(len(some)), chance.randrange(len(some)))] for _ in range(leads)
    ]
    return {reason: drawn.count(reason) for reason in set(drawn)}


def _came(chance: Random, week: Week, scale: int) -> Truth:
    """Let leads come whose outcome is known; the third campaign does well, the fourth came in spring."""
    cells: dict[Cell, int] = {}
    for campaign in CAMPAIGNS:
        leads = (
            chance.randrange(1 + scale // 3) if campaign != CAMPAIGNS[-1] or week.number > 12 else 0
        )
        of_ten = 7 if campaign >= 3 else 2
        promising = sum(chance.randrange(10) < of_ten for _ in range(leads))
        cells[week, "promising", campaign] = promising
        cells[week, "unpromising", campaign] = leads - promising
    return cells


def _fares(truth: Truth, last: Week, since: Week) -> Sequence[Fare]:
    fares: list[Fare] = []
    for campaign in CAMPAIGNS:
        promising, others = (
            sum(truth.get((week, how, campaign), 0) for week in WEEKS if since <= week <= last)
            for how in ("promising", "unpromising")
        )
        fares.append(
            Fare(
                campaign=CampaignId(campaign),
                name=f"Campaign {campaign}",
                promising=promising,
                leads=promising + others,
            )
        )
    return fares


def _fare(truth: Truth, last: Week, campaign: CampaignId, since: Week) -> Fare:
    return next(one for one in _fares(truth, last, since) if one.campaign == campaign)


def _cells(week: Week, tally: Tally) -> Truth:
    flagged, asked = tally.flagged, tally.asked
    assert asked is not None
    cells: dict[Cell, int] = {(week, count): number for count, number in tally.counts.items()}
    cells[week, "unqualified"] = tally.counts[Count.LEADS_IN] - tally.counts[Count.QUALIFIED]
    by = {Count.DISQUALIFIED: tally.disqualified_by, Count.RECYCLED: tally.recycled_by}
    cells |= {(week, count, key): by[count].get(key, 0) for count in by for key in ALL_REASONS}
    cells |= {(week, "flags", name): getattr(flagged, name) for name in FLAGS}
    cells[week, "asked"], cells[week, "answered"] = asked.asked, asked.answered
    cells[week, "open"] = asked.open
    cells[week, "unanswered"] = asked.asked - asked.answered - asked.open
    return cells


# What a reader makes of it


def read(told: Sequence[Figures]) -> Attack:
    """Turn a year of digests into equations, with all that a reader knows of how cells hang together."""
    attack = Attack()
    for figures in told:
        _relate(attack, figures.week)
        _read_counts(attack, figures)
        for count in BY_REASON:
            _read_reasons(attack, figures, count)
        _read_talk(attack, figures)
        for one in figures.campaigns:
            window = [week for week in WEEKS if one.since <= week <= figures.week]
            attack.learn([(week, "promising", one.id) for week in window], one.promising)
            rest = one.leads - one.promising
            attack.learn([(week, "unpromising", one.id) for week in window], rest)
    return attack


def _relate(attack: Attack, week: Week) -> None:
    parts: Mapping[Cell, int] = {(week, Count.QUALIFIED): 1, (week, "unqualified"): 1}
    attack.learn({(week, Count.LEADS_IN): -1, **parts}, 0)
    for count in BY_REASON:
        reasons: dict[Cell, int] = {(week, count, key): 1 for key in ALL_REASONS}
        attack.learn({(week, count): -1, **reasons}, 0)
    became: dict[Cell, int] = {(week, name): 1 for name in ("answered", "open", "unanswered")}
    attack.learn({(week, "asked"): -1, **became}, 0)
    attack.learn(
        {
            (week, "flags", "waiting"): -1,
            (week.before(), "flags", "waiting"): 1,
            (week, "flags", "raised"): 1,
            (week, "flags", "accepted"): -1,
            (week, "flags", "declined"): -1,
            (week, "flags", "reopened or withdrawn"): 1,
        },
        0,
    )
    attack.suppose((week, "flags", "reopened or withdrawn"), -inf, inf)


def _read_counts(attack: Attack, figures: Figures) -> None:
    for count, figure in figures.counts.items():
        cell = (figures.week, count)
        if figure.value is not None:
            attack.learn([cell], figure.value)
        elif figures.size is Size.SMALL:
            attack.suppose(cell, 0, 9)
        elif count is not Count.QUALIFIED:
            attack.suppose(cell, 1, 2)


def _read_reasons(attack: Attack, figures: Figures, count: Count) -> None:
    told = figures.reasons_of(count)
    for one in told:
        assert one.figure.value is not None
        attack.learn([(figures.week, count, one.key)], one.figure.value)
    rest = figures.other_disqualified if count is Count.DISQUALIFIED else figures.other_recycled
    if rest is not None:
        attack.learn(_untold(figures.week, count, told), rest)


def _untold(week: Week, count: Count, told: Sequence[ReasonFigure]) -> Sequence[Cell]:
    named = {one.key for one in told}
    return [(week, count, key) for key in ALL_REASONS if key not in named]


def _read_talk(attack: Attack, figures: Figures) -> None:
    for name in FLAGS:
        number = getattr(figures.flags, name)
        if number is not None and name != "waiting":
            attack.learn([(figures.week, "flags", name)], number)
        elif number is not None:
            most = number + 9 if number else 0
            attack.suppose((figures.week, "flags", name), number, most)
    if figures.questions is not None:
        for name in ("asked", "answered", "open"):
            number = getattr(figures.questions, name)
            if number is not None:
                attack.learn([(figures.week, name)], number)
