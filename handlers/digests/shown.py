"""All that a digest is drawn from, and how it is gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol

from handlers.agenda.model import ActionId
from handlers.agenda.work import AgendaWork
from handlers.digests.editions import Decision, DecisionState, Edition, EditionState
from handlers.digests.model import Count, Figures, Week
from handlers.digests.work import DigestWork
from handlers.parcel import Destination
from handlers.people import Side
from handlers.questions.work import QuestionWork
from handlers.settings.work import SettingsWork
from handlers.work import About
from handlers.working_time import WorkingHours

TREND_WEEKS = 8
"""Weeks in the picture of how many leads came in, this one included."""

FEWEST_WEEKS = 4
"""Weeks before that a picture of several weeks needs."""

DIGEST_TIME = time(9)
"""On Monday, by the clock of each channel."""

SETTLES = timedelta(minutes=5)
"""After its end a week is left alone so long, for what was written in its last moment."""

LATE_AFTER = timedelta(hours=1)


class DigestingWork(DigestWork, AgendaWork, QuestionWork, SettingsWork, Protocol):
    """A transaction in which digests are drawn, sent and acted on."""


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> DigestingWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


class Look(Protocol):
    """Begins a transaction that only reads."""

    def __call__(self) -> DigestingWork:
        """Begin."""
        ...


def digest_view(week: Week, side: Side) -> About:
    """Name the live digest of a week in a side's channel."""
    return About("digests.card", f"{week}:{side}")


def preview_view(week: Week, side: Side) -> About:
    """Name the live preview of a week's digest, which the managers of a side get."""
    return About("digests.preview", f"{week}:{side}")


def subject_of(subject: str) -> tuple[Week, Side]:
    """Read which digest a live message shows."""
    week, _, side = subject.partition(":")
    year, _, number = week.partition("-W")
    return Week(int(year), int(number)), Side(side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that a digest is drawn from."""

    side: Side
    """Whose channel reads it, or whose member."""
    figures: Figures
    trend: Sequence[tuple[Week, int]] = ()
    """How many leads came in, week by week; empty where too few weeks are known."""
    decisions: Sequence[Decision] = ()
    """What this digest puts up for decision."""
    before: Sequence[Decision] = ()
    """What earlier ones did: of the week before, and what is still to be done."""
    promised: Mapping[str, str] = field(default_factory=dict[str, str])
    """What is done about decisions that were taken, by their ids."""
    notes: Sequence[tuple[Side, str]] = ()
    """What managers added, and for which side."""
    today: date
    is_late: bool = False
    """It was sent long after its time."""
    missed: bool = False
    """The digest of the week before did not come."""

    @property
    def week(self) -> Week:
        """Give the week that it is about."""
        return self.figures.week


def gathered(
    work: DigestingWork, week: Week, side: Side, *, at: datetime, company: WorkingHours
) -> Shown:
    """Gather what a week's digest is drawn from."""
    figures = work.digests.figures(week, at=at, company=company)
    decisions = work.digests.decisions_of(week)
    before = decided_before(work, week, decisions)
    editions = work.digests.editions(week)
    earlier = work.digests.editions(week.before())
    return Shown(
        side=side,
        figures=figures,
        trend=trend_of(work, figures, company=company),
        decisions=decisions,
        before=before,
        promised=_promised(work, [*decisions, *before]),
        notes=[(one.note_by or one.side, one.note) for one in editions if one.note],
        today=company.day_of(at),
        is_late=_is_late(work, editions, side, company),
        missed=any(one.side is side and _never_came(one) for one in earlier),
    )


def decided_before(work: DigestingWork, week: Week, now: Sequence[Decision]) -> Sequence[Decision]:
    """List what became of the week before's decisions, and what was taken earlier and is not done."""
    last = work.digests.decisions_of(week.before())
    asked_again = {(one.key, one.subject) for one in now}
    known = {one.id for one in (*last, *now)}
    standing = [
        one
        for one in work.digests.unfinished()
        if one.state is DecisionState.TAKEN and one.week < week and one.id not in known
    ]
    told = [
        one
        for one in last
        if one.state is not DecisionState.OPEN or (one.key, one.subject) not in asked_again
    ]
    return [*standing, *told]


def _promised(work: DigestingWork, decisions: Sequence[Decision]) -> Mapping[str, str]:
    """Give what the joint meeting's list of actions says of decisions that were taken."""
    taken = {str(one.id) for one in decisions if one.taken_by is not None}
    return {one.id: one.what for one in work.agenda.open_actions() if one.id in taken}


def action_of(decision: Decision) -> ActionId:
    """Name the action that a decision becomes once somebody takes it: they share an id."""
    return ActionId(decision.id)


def _never_came(edition: Edition) -> bool:
    return edition.state in {EditionState.HELD, EditionState.SKIPPED}


def trend_of(
    work: DigestingWork, figures: Figures, *, company: WorkingHours
) -> Sequence[tuple[Week, int]]:
    """Give how many leads came in, week by week, from what was kept; nothing is counted for it."""
    week, came = figures.week, figures.of(Count.LEADS_IN).value
    behind = min(TREND_WEEKS - 1, figures.weeks_before)
    if came is None or behind < FEWEST_WEEKS:
        return ()
    unkept = set(work.digests.unkept(week.before(), company=company))
    earlier = [week.before(back) for back in range(behind, 0, -1)]
    if unkept & set(earlier):
        return ()
    kept = {one: _came_in(work, one, company) for one in earlier}
    known = [(one, value) for one, value in kept.items() if value is not None]
    return (*known, (week, came)) if len(known) >= FEWEST_WEEKS else ()


def _came_in(work: DigestingWork, week: Week, company: WorkingHours) -> int | None:
    kept = work.digests.figures(week, at=week.ends_at(company), company=company)
    return kept.of(Count.LEADS_IN).value


# When a digest is due


def due_at(week: Week, channel: Destination, company: WorkingHours) -> datetime:
    """Give the moment at which a channel gets a week's digest: Monday at nine by its own clock.

    Where the company does not work on that Monday it is the next working day. Far to the east it is
    later, for no digest comes before its week is over by the company's clock.
    """
    monday = week.before(-1).first
    day = monday if company.works_on(monday) else company.next_working_day(monday)
    there = WorkingHours(zone=channel.zone)
    return max(there.at_local(day, DIGEST_TIME), week.ends_at(company) + SETTLES)


def _is_late(
    work: DigestingWork, editions: Sequence[Edition], side: Side, company: WorkingHours
) -> bool:
    channel = work.switchboard.channels().get(side)
    sent = next((one for one in editions if one.side is side and one.sent_at is not None), None)
    if channel is None or sent is None or sent.sent_at is None:
        return False
    return sent.sent_at - due_at(sent.week, channel, company) > LATE_AFTER
