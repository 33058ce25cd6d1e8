"""The rehearsal's day by day: what holds whatever the leads, the days off and the limits are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.envelope import ASK_ONCE, MOST_ROWS
from handlers.lead import LeadId, Status
from handlers.nudges.rehearsal import (
    MOST_REHEARSED,
    Period,
    Rest,
    Row,
    Stretch,
    loads,
    period_of,
    replay,
    working_days,
)
from handlers.nudges.rules import Search, shipped, stale_before
from handlers.working_time import Away, WorkingHours
from tests.builders import MONDAY_MORNING

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")
DAY = timedelta(days=1)
STATUS = next(rule for rule in shipped() if rule.id == "status-attempting")
RULES = (STATUS, next(rule for rule in shipped() if rule.id == "next-step"))
LONG_AGO = MONDAY_MORNING - 300 * DAY

moments = st.integers(0, 107 * 24 * 60).map(
    lambda minutes: MONDAY_MORNING - timedelta(minutes=minutes)
)
stretches = st.builds(
    Stretch,
    lead=st.integers(1, 12).map(LeadId),
    rule=st.integers(0, 1),
    stage=st.sampled_from([Status.ATTEMPTING, Status.CONNECTED, Status.QUALIFIED]),
    since=moments,
    stale=moments,
    starts=st.none() | moments,
    until=st.none() | moments,
)
rests = st.dictionaries(
    st.integers(1, 12).map(LeadId),
    st.lists(st.builds(Rest, since=st.none() | moments, until=st.none() | moments), max_size=2),
    max_size=4,
)
hours = st.builds(
    WorkingHours,
    zone=st.sampled_from(["Europe/Warsaw", "America/New_York", "Asia/Kolkata"]),
    start=st.sampled_from([time(7), time(9), time(12)]),
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(frozenset),
    country=st.sampled_from(["", "PL", "US"]),
    away=st.sampled_from([(), (Away(date(2026, 10, 1), date(2026, 10, 20)),)]),
)


def period(days: int) -> Period:
    wanted = [Search(rule=rule, before=MONDAY_MORNING, systems=("file",)) for rule in RULES]
    return period_of(wanted, days, COMPANY, MONDAY_MORNING)


def a_stretch(lead: int = 1, **changes: object) -> Stretch:
    told: dict[str, object] = {
        "rule": 0,
        "stage": Status.ATTEMPTING,
        "since": LONG_AGO,
        "stale": LONG_AGO,
    }
    return Stretch(lead=LeadId(lead), **told | changes)  # type: ignore[arg-type]


def replayed(*found: Stretch, days: int = 5, cap: int = 15) -> Sequence[Row]:
    return replay(found, {}, period(days), hours=COMPANY, cap=cap)


@given(found=st.lists(stretches, max_size=40), rests=rests, hours=hours, cap=st.integers(0, 20))
def test_no_rehearsal_asks_more_or_sooner_than_leadloop_would(
    found: Sequence[Stretch],
    rests: dict[LeadId, Sequence[Rest]],
    hours: WorkingHours,
    cap: int,
) -> None:
    rows = replay(found, rests, period(40), hours=hours, cap=cap)
    by_day = Counter(row.day for row in rows)
    by_week = Counter(row.day.isocalendar()[:2] for row in rows)
    assert all(count <= MOST_ROWS for count in by_day.values())
    assert all(count <= cap for count in by_week.values())
    assert all(hours.works_on(day) for day in by_day)
    for lead in {row.lead for row in rows}:
        days = [row.day for row in rows if row.lead == lead]
        assert all(later - sooner > ASK_ONCE for sooner, later in pairwise(days))


@given(found=st.lists(stretches, max_size=20), hours=hours)
def test_every_row_was_stale_on_its_morning(found: Sequence[Stretch], hours: WorkingHours) -> None:
    whole = period(30)
    for row in replay(found, {}, whole, hours=hours, cap=15):
        place = whole.days.index(row.day)
        assert any(
            one.lead == row.lead
            and one.rule == row.rule
            and one.stale < whole.before[row.rule][place]
            for one in found
        )


def test_the_most_valuable_come_first() -> None:
    found = [a_stretch(number) for number in range(1, 8)]
    best = a_stretch(9, stage=Status.QUALIFIED, since=MONDAY_MORNING - DAY)
    assert [row.lead for row in replayed(*found, best, days=1)] == [9, 1, 2, 3, 4]


def test_a_lead_that_breaks_two_rules_is_asked_about_by_the_first() -> None:
    [row] = replayed(a_stretch(rule=1), a_stretch(rule=0), days=1)
    assert row.rule == 0


def test_what_ended_before_the_morning_is_not_asked_about() -> None:
    half_past_nine = datetime(2026, 11, 16, 8, 30, tzinfo=UTC)
    assert replayed(a_stretch(until=half_past_nine), days=1) == []
    assert replayed(a_stretch(until=half_past_nine + timedelta(seconds=1)), days=1) != []
    assert replayed(a_stretch(starts=half_past_nine + timedelta(seconds=1)), days=1) == []


@pytest.mark.parametrize(
    ("rest", "asks"),
    [
        (Rest(since=LONG_AGO), False),
        (Rest(since=LONG_AGO, until=MONDAY_MORNING - DAY), True),
        (Rest(since=MONDAY_MORNING), True),
        (Rest(day=date(2026, 11, 17)), False),
        (Rest(day=date(2026, 11, 16)), True),
    ],
)
def test_a_lead_that_was_left_alone_is_left_alone(*, rest: Rest, asks: bool) -> None:
    rows = replay([a_stretch()], {LeadId(1): [rest]}, period(1), hours=COMPANY, cap=15)
    assert bool(rows) is asks


def test_who_stops_work_before_half_past_nine_gets_nothing() -> None:
    early = WorkingHours(zone="Europe/Warsaw", start=time(5), end=time(9))
    assert replay([a_stretch()], {}, period(5), hours=early, cap=15) == []


@given(days=st.integers(1, MOST_REHEARSED))
def test_a_rehearsal_goes_back_so_many_working_days(days: int) -> None:
    whole = period(days)
    assert working_days(whole, COMPANY) == days
    assert whole.days[-1] == date(2026, 11, 16)
    assert whole.before[0][-1] == stale_before(COMPANY, STATUS.days, MONDAY_MORNING)


@given(rows=st.lists(st.integers(0, 200), max_size=30), days=st.integers(1, MOST_REHEARSED))
def test_everybody_is_counted_once_by_their_load(rows: Sequence[int], days: int) -> None:
    found = dict(loads(rows, days))
    assert sum(found.values()) == len(rows)
    assert found[0, 0] == rows.count(0)


def test_loads_are_rows_a_week() -> None:
    assert dict(loads([0, 2, 12, 60], 20)) == {
        (0, 0): 1,
        (1, 2): 1,
        (3, 5): 1,
        (6, 10): 0,
        (11, 15): 1,
        (16, None): 0,
    }
