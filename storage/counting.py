"""Counts how leads fare: those of findings by the day, and those of a subject within some weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row

from handlers.flags.model import FindingId, On, Rates, Stretch, Subject
from storage.finding_rates import COUNTED_ON, DAY_US, OLDEST, PER_DAY
from storage.moment import EPOCH, microseconds

LOOK_BACK = timedelta(days=90)
"""The rates look back so far at least, and to the oldest of the flagged leads."""

Counts = Mapping[int, tuple[int, int]]
"""Of each day since 1970 the promising leads, and all whose outcome is known."""


_EVERYWHERE = ("", "")
"""Stands for all leads among the subjects, each of which is named by what it is and its key."""


def rates(
    connection: Connection, wanted: Sequence[FindingId], at: datetime
) -> Mapping[FindingId, Rates]:
    """Count the rates of findings on campaigns and sources, reading the leads once."""
    begun = connection.execute(OLDEST, {"findings": list(wanted)}).all()
    if not begun:
        return {}
    latest = microseconds(at - LOOK_BACK)
    since = {row.id: min(row.oldest or latest, latest) // DAY_US for row in begun}
    days = _days(connection, begun, since=min(since.values()), at=at)
    everywhere = days[_EVERYWHERE]
    return {
        FindingId(row.id): _rates(
            days[row.subject_on, row.subject_key], everywhere, since[row.id], at
        )
        for row in begun
    }


def _days(
    connection: Connection, begun: Sequence[Row[Any]], *, since: int, at: datetime
) -> Mapping[tuple[str, str], Counts]:
    """Count the leads of each day, on each subject and everywhere; no day where there are none."""
    keys: dict[str, set[str]] = {on: set() for on in On}
    for row in begun:
        keys[row.subject_on].add(row.subject_key)
    given = {
        "since": since * DAY_US,
        "until": microseconds(at),
        "campaigns": sorted(int(key) for key in keys[On.CAMPAIGN]),
        "sources": sorted(keys[On.SOURCE]),
    }
    days: dict[tuple[str, str], dict[int, tuple[int, int]]] = defaultdict(dict)
    for row in connection.execute(PER_DAY, given):
        days[row.subject_on, row.subject_key][row.day] = (row.promising, row.leads)
    return days


def _rates(own: Counts, everywhere: Counts, since: int, at: datetime) -> Rates:
    """Sum the days of a period."""
    promising, leads = _sum(own, since)
    all_promising, all_leads = _sum(everywhere, since)
    return Rates(
        since=(EPOCH + timedelta(days=since)).date(),
        promising=promising,
        leads=leads,
        promising_elsewhere=all_promising - promising,
        leads_elsewhere=all_leads - leads,
        counted_at=at,
    )


def _sum(days: Counts, since: int) -> tuple[int, int]:
    within = [counts for day, counts in days.items() if day >= since]
    return sum(promising for promising, _ in within), sum(leads for _, leads in within)


def stretch(connection: Connection, subject: Subject, first: date, last: date) -> Stretch:
    """Count the leads of a campaign or a source that came from one day to another, in UTC."""
    given = {
        "key": key_of(subject),
        "since": microseconds(_midnight(first)),
        "until": microseconds(_midnight(last + timedelta(days=1))),
    }
    row = connection.execute(COUNTED_ON[subject.on], given).one()
    return Stretch(first=first, last=last, promising=int(row.promising), leads=row.leads)


def key_of(subject: Subject) -> str | int:
    """Give a subject's key as flags and leads have it."""
    return int(subject.key) if subject.on is On.CAMPAIGN else subject.key


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
