"""From what was counted of a week to the figures that may be shown of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from handlers.digests.discretion import (
    FEWEST_LEADS,
    in_fives,
    in_tens,
    is_group,
    may_tell,
    told_parts,
    within_group,
)
from handlers.digests.model import (
    Completeness,
    Count,
    Figure,
    Figures,
    FirstTouch,
    FlagFigures,
    QuestionFigures,
    ReasonFigure,
    Size,
    Week,
)
from handlers.lead import Reason
from handlers.working_time import WorkingHours

AGREED_HOURS = 8
"""Business hours from hand-over to the first touch where the teams agreed on nothing else: one working day."""
LATE_AFTER = timedelta(days=7)
"""So long after its end a week can still be told by what is now."""

NO_REASON = ""
ALL_REASONS = (NO_REASON, *(reason.value for reason in Reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long a lead waited for its first touch, and with whom: it never leaves the house."""

    since: datetime
    until: datetime
    owner: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Open leads, those with every field filled that both teams need, and how many people own them."""

    filled: int
    leads: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What owners were asked within a week, and how that stood when it ended."""

    asked: int
    answered: int
    open: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """Flags of a week and what became of them."""

    raised: int = 0
    praised: int = 0
    accepted: int = 0
    declined: int = 0
    done: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was counted of a week's leads, as it is: nobody sees it but `figures_of`."""

    counts: Mapping[Count, int]
    """Without the qualified ones where no definition was in force."""
    touched_upon: int
    """Leads with which anything happened that is counted."""
    disqualified_by: Mapping[str, int] = field(default_factory=dict[str, int])
    """Of `handlers.lead.Reason`; under the empty key those without a reason that we know."""
    recycled_by: Mapping[str, int] = field(default_factory=dict[str, int])
    waits: Sequence[Wait] = ()
    """Of the leads that were touched for the first time."""
    flagged: Flagged = field(default_factory=Flagged)
    asked: Asked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A week as it is counted: from one moment to before another."""

    week: Week
    since: datetime
    until: datetime
    """The week's end, or now where it is not over."""
    so_far: bool
    late: bool

    @staticmethod
    def of(week: Week, *, at: datetime, company: WorkingHours) -> Bounds:
        """Say from when to when a week is counted at a moment."""
        end = week.ends_at(company)
        return Bounds(
            week=week,
            since=week.begins_at(company),
            until=min(end, at),
            so_far=at < end,
            late=at - end > LATE_AFTER,
        )


def figures_of(
    tally: Tally, bounds: Bounds, *, counted_at: datetime, leads_to: int, changes_to: int
) -> Figures:
    """Make figures of what was counted, without those of groups that are too small."""
    size = _size(tally.touched_upon)
    counts = {one: _figure(tally, one, size) for one in Count}
    told, other = _reasons(tally.disqualified_by, counts[Count.DISQUALIFIED])
    put_off, other_put_off = _reasons(tally.recycled_by, counts[Count.RECYCLED])
    return Figures(
        week=bounds.week,
        size=size,
        counts=counts,
        disqualified_by=told,
        other_disqualified=other,
        recycled_by=put_off,
        other_recycled=other_put_off,
        flags=_flags(tally.flagged),
        questions=None if tally.asked is None else _questions(tally.asked),
        so_far=bounds.so_far,
        late=bounds.late,
        counted_at=counted_at,
        leads_to=leads_to,
        changes_to=changes_to,
    )


def _size(leads: int) -> Size:
    if not leads:
        return Size.EMPTY
    return Size.SMALL if leads < FEWEST_LEADS else Size.ENOUGH


def _figure(tally: Tally, count: Count, size: Size) -> Figure:
    if count not in tally.counts:
        return Figure()
    number = tally.counts[count]
    if size is Size.SMALL or not may_tell(number):
        return Figure(hidden=True)
    is_part = count is Count.QUALIFIED
    if is_part and number and not within_group(number, tally.counts[Count.LEADS_IN]):
        return Figure(hidden=True)
    return Figure(value=number)


def _reasons(by: Mapping[str, int], total: Figure) -> tuple[Sequence[ReasonFigure], int | None]:
    """Give the reasons that may be told, the largest first, and the number of all others."""
    if not total.value:
        return (), total.value
    parts = {key: by.get(key, 0) for key in ALL_REASONS}
    told = told_parts(total.value, parts)
    if not told:
        return (), None
    ordered = sorted(told, key=lambda key: (-parts[key], key))
    rest = total.value - sum(parts[key] for key in told)
    return [ReasonFigure(key=key, figure=Figure(value=parts[key])) for key in ordered], rest


def _flags(flagged: Flagged) -> FlagFigures:
    """Tell of flags where there were enough; those that wait only in full tens, as on the agenda."""
    moved = flagged.raised + flagged.praised + flagged.accepted + flagged.declined
    is_told = not moved or moved >= FEWEST_LEADS

    def told(number: int) -> int | None:
        return number if is_told and may_tell(number) else None

    return FlagFigures(
        raised=told(flagged.raised),
        praised=told(flagged.praised),
        accepted=told(flagged.accepted),
        declined=told(flagged.declined),
        done=told(flagged.done),
        waiting=in_tens(flagged.waiting),
    )


def _questions(asked: Asked) -> QuestionFigures | None:
    if not is_group(people=asked.people, leads=asked.asked):
        return None
    rest = asked.asked - asked.answered - asked.open
    parts = {"answered": asked.answered, "open": asked.open, "rest": rest}
    told = told_parts(asked.asked, parts)
    return QuestionFigures(
        asked=asked.asked,
        answered=asked.answered if "answered" in told else None,
        open=asked.open if "open" in told else None,
    )


# Time to the first touch


def first_touch_of(
    waits: Iterable[Wait], company: WorkingHours, agreed: int = AGREED_HOURS
) -> FirstTouch | None:
    """Sum up how long leads waited, in business hours; nothing where that tells of a few people."""
    hours: list[float] = []
    owners: set[int] = set()
    for wait in waits:
        hours.append(company.worked_between(wait.since, wait.until) / timedelta(hours=1))
        if wait.owner is not None:
            owners.add(wait.owner)
    if not is_group(people=len(owners), leads=len(hours)):
        return None
    within = sum(one <= agreed for one in hours)
    return FirstTouch(
        median=round(median(hours), 1),
        within=_fives(within, len(hours)),
        agreed=agreed,
        leads=in_tens(len(hours)) or FEWEST_LEADS,
    )


def _fives(part: int, whole: int) -> int | None:
    return in_fives(part, whole) if within_group(part, whole) else None


def completeness_of(filled: Filled) -> Completeness | None:
    """Say how many open leads have their fields filled; nothing where that tells of a few people."""
    if not is_group(people=filled.people, leads=filled.leads):
        return None
    share = _fives(filled.filled, filled.leads)
    return None if share is None else Completeness(share=share)
