"""The steady stream of leads beside the demo's story: twelve ordinary weeks, and the one in which it opens.

They make the Monday digest full. What came earlier than this week is settled, so that nobody is asked
about it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.platforms.demo.people import WARSAW
from handlers.working_time import WEEK, WorkingHours

HOURS = WorkingHours(zone=WARSAW)

BEFORE = (19, 23, 17, 26, 21, 24, 20, 27, 22, 18, 25, 23)
"""Leads of each of the twelve weeks before, the oldest first."""

NOW = 36
"""Leads of the week in which the demo opens."""

LASTS = timedelta(hours=9)
"""How long leads come on a day, from an hour before work begins."""

LATEST = timedelta(minutes=20)
"""Nothing happened later than this before the demo opens."""

Weighted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stream:
    """A campaign that brings leads every week."""

    campaign: str
    source: str
    weight: int
    fates: Weighted
    """What becomes of its leads, in the CRM's words."""


STREAMS = (
    Stream("Website form", "Organic search", 5, (
        ("Converted", 4), ("Unqualified", 5), ("Bad timing", 3),
    )),
    Stream("Referral programme", "Referral", 3, (
        ("Converted", 8), ("Unqualified", 1), ("Bad timing", 1),
    )),
    Stream("Directory listing", "Partner", 3, (
        ("Unqualified", 9), ("Bad timing", 2), ("Converted", 1),
    )),
)  # fmt: skip

YOUNG: Weighted = (("New", 2), ("Attempted to contact", 3), ("Connected", 5))
"""How leads of this week stand that are not settled."""

SETTLED_AT_ONCE = 0.4
"""Share of this week's leads that are settled already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A lead of the stream."""

    campaign: str
    source: str
    status: str
    created: datetime
    touched: datetime | None
    changed: datetime | None
    """When it came to stand where it stands."""


def stream(chance: random.Random, now: datetime) -> Iterator[Came]:
    """Give the leads of all weeks, the oldest week first."""
    monday = HOURS.day_of(now) - timedelta(days=HOURS.day_of(now).weekday())
    for back, count in enumerate((NOW, *reversed(BEFORE))):
        first = monday - timedelta(days=WEEK * back)
        begins = HOURS.at_local(first, HOURS.start) - timedelta(hours=1)
        for _ in range(count):
            created = _created(chance, begins, now - 2 * LATEST)
            yield _lead(chance, created, now - LATEST, is_young=back == 0)


def _created(chance: random.Random, begins: datetime, until: datetime) -> datetime:
    """Pick a moment of a working day, not later than `until`; the week before where it has not begun."""
    days = [begins + timedelta(days=day) for day in range(5)]
    open_days = [day for day in days if day < until] or [begins - timedelta(days=WEEK)]
    day = chance.choice(open_days)
    return day + chance.random() * min(LASTS, until - day)


def _lead(chance: random.Random, created: datetime, until: datetime, *, is_young: bool) -> Came:
    one = chance.choices(STREAMS, [one.weight for one in STREAMS])[0]
    settles = not is_young or chance.random() < SETTLED_AT_ONCE
    status = _picked(chance, one.fates if settles else YOUNG)
    touched = min(HOURS.next_moment(created + chance.random() * timedelta(hours=9)), until)
    longest = timedelta(days=1 if is_young else 8)
    changed = min(HOURS.next_moment(touched + chance.random() * longest), until)
    is_new = status == "New"
    return Came(
        campaign=one.campaign,
        source=one.source,
        status=status,
        created=created,
        touched=None if is_new else touched,
        changed=None if is_new else changed,
    )


def _picked(chance: random.Random, weighted: Weighted) -> str:
    return chance.choices([word for word, _ in weighted], [weight for _, weight in weighted])[0]
