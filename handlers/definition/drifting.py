"""When the definition and what flags say have drifted apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.definition.difference import difference
from handlers.definition.model import Criterion, CriterionId, State, Version
from handlers.definition.work import DefinitionWork, Rejections

WINDOW = timedelta(days=90)
"""How far back rejections are counted, how long a criterion may be silent, and how long a draft rests."""

LEAST_NAMED = 5
LEAST_SHARE = 0.2
LEAST_REJECTIONS = 10
"""A reason is drift when so many, and such a share of so many, rejections name it on leads that met
the definition."""

LEAST_HEARD = 30
"""A criterion is silent when none of so many rejections names it."""

MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A reason that rejections keep naming and no criterion covers."""

    reason: str
    count: int
    rejections: int
    """On leads that met the definition, in the window."""
    examples: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Silent:
    """A criterion that rejections never name."""

    criterion: Criterion
    since: datetime
    rejections: int
    """Since the criterion came into force."""


Drift = Uncovered | Silent


def uncovered(said: Rejections, current: Version, reasons: Collection[str]) -> Sequence[Uncovered]:
    """List the reasons that the definition does not say, the most named first.

    `reasons` are those of which a definition can speak.
    """
    if said.on_met < LEAST_REJECTIONS:
        return ()
    covered = {reason for one in current.criteria for reason in one.covers}
    found = [
        Uncovered(reason, count, said.on_met)
        for reason, count in said.on_met_by_reason.items()
        if reason in reasons and reason not in covered
        if count >= LEAST_NAMED and count >= LEAST_SHARE * said.on_met
    ]
    return sorted(found, key=lambda one: (-one.count, one.reason))


def is_silent(criterion: Criterion, said: Rejections) -> bool:
    """Tell whether rejections never name a criterion that they could name."""
    could_be_named = criterion.covers or criterion.test is not None
    named = sum(said.by_reason.get(reason, 0) for reason in criterion.covers)
    missed = said.missing.get(criterion.id, 0)
    return bool(could_be_named) and said.total >= LEAST_HEARD and not named and not missed


def in_force_since(criterion: CriterionId, versions: Sequence[Version]) -> datetime | None:
    """Tell since when a criterion has been in force without a break."""
    since = None
    held = [(one.in_force_from, one) for one in versions if one.in_force_from is not None]
    for came, version in sorted(held, key=lambda one: one[0], reverse=True):
        if version.criterion(criterion) is None:
            break
        since = came
    return since


def find_uncovered(
    work: DefinitionWork, current: Version, reasons: Collection[str], at: datetime
) -> Sequence[Uncovered]:
    """Look through the flags of the window for reasons that the definition does not say."""
    return uncovered(work.definitions.rejections(at - WINDOW, at), current, reasons)


def find_silent(work: DefinitionWork, current: Version, at: datetime) -> Sequence[Silent]:
    """Look for criteria that have been in force for the whole window without being named.

    The last one that is left is no drift: a definition says something.
    """
    if len(current.criteria) == 1:
        return ()
    versions = work.definitions.ever_in_force()
    found = [
        silent
        for one in current.criteria
        if (silent := _silence(work, one, versions, at)) is not None
        if silent.since <= at - WINDOW
    ]
    return sorted(found, key=lambda one: one.since)


def _silence(
    work: DefinitionWork, criterion: Criterion, versions: Sequence[Version], at: datetime
) -> Silent | None:
    since = in_force_since(criterion.id, versions)
    if since is None:
        return None
    said = work.definitions.rejections(since, at)
    return Silent(criterion, since, said.total) if is_silent(criterion, said) else None


def about(draft: Version, before: Version) -> Collection[str]:
    """Name what a proposal changes: the reasons it begins to cover, and the criteria it drops."""
    covered = {reason for one in before.criteria for reason in one.covers}
    covers = {reason for one in draft.criteria for reason in one.covers} - covered
    return covers | {one.id for one in difference(before, draft).dropped}


def settled_already(versions: Sequence[Version], current: Version, at: datetime) -> Collection[str]:
    """Name what needs no draft: what is proposed already, and what was withdrawn of late."""
    by_number = {one.number: one for one in versions}
    named: set[str] = set()
    for version in versions:
        if version.state is State.PROPOSED:
            named |= set(about(version, current))
        elif _rests(version, at):
            named |= set(about(version, by_number.get(version.based_on or 0, current)))
    return named


def _rests(version: Version, at: datetime) -> bool:
    """Tell whether this is a draft of ours that was turned down within the window."""
    taken_back = version.withdrawn_at
    return version.proposed_by is None and taken_back is not None and taken_back > at - WINDOW


def cause_of(work: DefinitionWork, draft: Version) -> Drift | None:
    """Count again what a draft of ours was made from; nothing where too little of it is left."""
    before = None if draft.based_on is None else work.definitions.get(draft.based_on)
    if draft.proposed_by is not None or before is None:
        return None
    changed = difference(before, draft)
    at = draft.proposed_at
    if changed.added:
        return _named(work, changed.added[0], before, at)
    if changed.dropped:
        return _silence(work, changed.dropped[0], work.definitions.ever_in_force(), at)
    return None


def _named(
    work: DefinitionWork, added: Criterion, before: Version, at: datetime
) -> Uncovered | None:
    for found in find_uncovered(work, before, added.covers, at):
        examples = work.definitions.rejected_leads(
            found.reason, at - WINDOW, at, most=MOST_EXAMPLES
        )
        return Uncovered(found.reason, found.count, found.rejections, tuple(examples))
    return None
