"""What the rules would have asked whom on past mornings; decided from what is known of them alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import ceil

from handlers.envelope import ASK_ONCE, ENVELOPE_TIME, MOST_ROWS, Worth
from handlers.lead import LeadId, Status
from handlers.nudges.model import MOST_WORTH
from handlers.nudges.rules import Search, stale_before
from handlers.working_time import WorkingHours

MOST_REHEARSED = 90
"""Working days that a rehearsal goes back at most."""

STAGES: Mapping[Status, int] = {
    Status.QUALIFIED: Worth.QUALIFIED,
    Status.CONNECTED: Worth.CONNECTED,
}
"""What a row is worth at least; in other stages it is worth `Worth.EARLIER`."""

WORKING_WEEK = 5
DAY = timedelta(days=1)

Bounds = tuple[int, int | None]

LOADS: Sequence[Bounds] = ((0, 0), (1, 2), (3, 5), (6, 10), (11, 15), (16, None))
"""Rows a week, from and to, by which reps are counted."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are rehearsed, each as its morning was."""

    days: tuple[date, ...]
    """From the first to the last, without a gap."""
    looks: tuple[datetime, ...]
    """When the rules looked for each of them."""
    before: tuple[tuple[datetime, ...], ...]
    """By the rule's place and the day: what is so since before this moment was stale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time in which a lead broke a rule as soon as it had lasted long enough."""

    lead: LeadId
    rule: int
    """The rule's place among those that were tried."""
    stage: Status
    since: datetime
    """Since when it was in this stage, by which it is worth more or less."""
    stale: datetime
    """Since when nothing happened that the rule looks for."""
    starts: datetime | None = None
    """It did not count before; None where it did from `stale` on."""
    until: datetime | None = None
    """None where it still is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A time in which a lead was left alone, whatever the rules said."""

    since: datetime | None = None
    until: datetime | None = None
    day: date | None = None
    """The first day on which it was to be looked at again."""

    def holds(self, day: date, morning: datetime) -> bool:
        """Tell whether the lead was left alone on a morning."""
        begun = self.since is None or self.since <= morning
        moment_over = self.until is not None and self.until <= morning
        day_over = self.day is not None and self.day <= day
        return begun and not moment_over and not day_over


Rests = Mapping[LeadId, Sequence[Rest]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that would have stood in an envelope."""

    day: date
    lead: LeadId
    rule: int


# The days


def period_of(wanted: Sequence[Search], days: int, company: WorkingHours, at: datetime) -> Period:
    """Go back so many of the company's working days, today among them where it is one."""
    today = company.day_of(at)
    first = _working_days_back(company, today, days)
    dates = tuple(first + back * DAY for back in range((today - first).days + 1))
    looks = tuple(company.at_local(_last_look(company, day), time()) for day in dates)
    before = tuple(
        tuple(stale_before(company, one.rule.days, look) for look in looks) for one in wanted
    )
    return Period(dates, looks, before)


def working_days(period: Period, company: WorkingHours) -> int:
    """Count the company's working days."""
    return sum(company.works_on(day) for day in period.days)


def _working_days_back(company: WorkingHours, today: date, days: int) -> date:
    day = _last_look(company, today)
    for _ in range(days - 1):
        day = _last_look(company, day - DAY)
    return day


def _last_look(company: WorkingHours, day: date) -> date:
    """Give the day on which the rules looked last: they look on the company's working days."""
    while not company.works_on(day):
        day -= DAY
    return day


# One person


@dataclass(frozen=True, slots=True)
class _Span:
    """The days, by their places, on which a stretch would have been asked about."""

    first: int
    end: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class _Morning:
    """The moment at which a day's envelope comes."""

    place: int
    day: date
    at: datetime


@dataclass(slots=True)
class _Diary:
    """What one person was asked so far."""

    asked: dict[LeadId, date] = field(default_factory=dict[LeadId, date])
    weeks: Counter[date] = field(default_factory=Counter[date])

    def rests(self, lead: LeadId, day: date) -> bool:
        return lead in self.asked and day <= self.asked[lead] + ASK_ONCE

    def note(self, row: Row) -> None:
        self.asked[row.lead] = row.day
        self.weeks[_monday(row.day)] += 1


def replay(
    stretches: Sequence[Stretch], rests: Rests, period: Period, *, hours: WorkingHours, cap: int
) -> Sequence[Row]:
    """Fill one person's envelopes day by day; `hours` are theirs, and `cap` their rows a week."""
    if hours.end <= ENVELOPE_TIME:
        return []
    wall = max(ENVELOPE_TIME, hours.start)
    mornings = [hours.at_local(day, wall) for day in period.days]
    spans = sorted(_spans(stretches, period, mornings), key=_best_first)
    diary, rows = _Diary(), list[Row]()
    for place, day in enumerate(period.days):
        room = min(MOST_ROWS, cap - diary.weeks[_monday(day)])
        if room > 0 and hours.works_on(day):
            morning = _Morning(place, day, mornings[place])
            open_now = _open_on(morning, spans, diary, rests)
            for stretch in _best(room, open_now, period.looks[place]):
                row = Row(day, stretch.lead, stretch.rule)
                diary.note(row)
                rows.append(row)
    return rows


def _spans(
    stretches: Sequence[Stretch], period: Period, mornings: Sequence[datetime]
) -> Iterator[_Span]:
    for one in stretches:
        first = bisect_right(period.before[one.rule], one.stale)
        if one.starts is not None:
            first = max(first, bisect_left(mornings, one.starts))
        end = len(mornings) if one.until is None else bisect_left(mornings, one.until)
        if first < end:
            yield _Span(first, end, one)


def _open_on(
    morning: _Morning, spans: Sequence[_Span], diary: _Diary, rests: Rests
) -> Iterator[Stretch]:
    """List what is stale on a morning as it comes, each lead once, by the first rule that it breaks."""
    seen: set[LeadId] = set()
    for span in spans:
        lead = span.stretch.lead
        if span.first <= morning.place < span.end and lead not in seen:
            seen.add(lead)
            resting = any(rest.holds(morning.day, morning.at) for rest in rests.get(lead, ()))
            if not resting and not diary.rests(lead, morning.day):
                yield span.stretch


def _best(room: int, open_now: Iterator[Stretch], look: datetime) -> Sequence[Stretch]:
    """Take the most valuable; what comes is never worth more than what came before it."""
    found: list[tuple[int, LeadId, Stretch]] = []
    for stretch in open_now:
        value = worth(stretch, look)
        if len(found) >= room and value < found[room - 1][0]:
            break
        found.append((value, stretch.lead, stretch))
    found.sort(key=lambda one: (-one[0], one[1]))
    return [stretch for _, _, stretch in found[:room]]


def _best_first(span: _Span) -> tuple[int, datetime, LeadId, int]:
    """Order by stage, then by how long it has lasted; this holds on every morning."""
    one = span.stretch
    return (-_stage(one), one.since, one.lead, one.rule)


def _stage(stretch: Stretch) -> int:
    return STAGES.get(stretch.stage, Worth.EARLIER)


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def worth(stretch: Stretch, look: datetime) -> int:
    """Reckon what a row was worth on a morning: by its stage, and by how long it had been there."""
    days = (look - stretch.since) // DAY
    return _stage(stretch) + min(max(days, 0), MOST_WORTH)


# All of them


def loads(rows: Sequence[int], days: int) -> Sequence[tuple[Bounds, int]]:
    """Count people by the rows that they would have had in a week; `rows` are those of each."""
    weeks = max(days / WORKING_WEEK, 1)
    weekly = [ceil(count / weeks) for count in rows]
    return [(bounds, sum(_within(one, bounds) for one in weekly)) for bounds in LOADS]


def _within(rows: int, bounds: Bounds) -> bool:
    least, most = bounds
    return least <= rows and (most is None or rows <= most)
