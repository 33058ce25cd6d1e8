"""Weeks: how they are written, read and bounded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.digests.days_off import holidays_of
from handlers.digests.week import Week
from handlers.errors import Refused
from handlers.working_time import WorkingHours

TODAY = date(2026, 11, 23)
WARSAW = WorkingHours(zone="Europe/Warsaw", country="PL")
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(DAYS)
def test_a_week_is_read_back_as_it_is_written(day: date) -> None:
    week = Week.of(day)
    assert Week.parse(str(week), today=date(2100, 1, 4)) == week
    assert week.first <= day <= week.last
    assert week.first.weekday() == 0


@given(DAYS, st.integers(-60, 60))
def test_weeks_compare_as_they_follow_each_other(day: date, weeks: int) -> None:
    week = Week.of(day)
    earlier = week.before(weeks)
    assert (earlier < week) is (weeks > 0)
    assert week.first - earlier.first == timedelta(weeks=weeks)
    assert earlier.before(-weeks) == week


@given(DAYS, st.sampled_from(["Europe/Warsaw", "America/New_York", "Pacific/Apia", "UTC"]))
def test_a_week_ends_where_the_next_begins_also_when_clocks_change(day: date, zone: str) -> None:
    company, week = WorkingHours(zone=zone), Week.of(day)
    assert week.ends_at(company) == week.before(-1).begins_at(company)
    assert not week.is_over(week.ends_at(company) - timedelta(seconds=1), company)
    assert week.is_over(week.ends_at(company), company)


@pytest.mark.parametrize(
    ("words", "week"),
    [
        ("2026-W47", Week(2026, 47)),
        ("2026-w7", Week(2026, 7)),
        ("2026W47", Week(2026, 47)),
        (" 47 ", Week(2026, 47)),
        ("W48", Week(2026, 48)),
        ("49", Week(2025, 49)),
        ("2020-W53", Week(2020, 53)),
        ("", Week(2026, 47)),
        ("LAST", Week(2026, 47)),
        ("this", Week(2026, 48)),
    ],
)
def test_a_week_is_named_in_many_ways(words: str, week: Week) -> None:
    assert Week.parse(words, today=TODAY) == week


@pytest.mark.parametrize(
    "words",
    ["yesterday", "0", "54", "2026-W54", "2025-W53", "2026-W49", "0000-W01", "9999-W52", "²"],
)
def test_a_week_that_cannot_be_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        Week.parse(words, today=TODAY)


def test_a_week_has_the_companys_days() -> None:
    assert Week(2026, 47).begins_at(WARSAW) == datetime(2026, 11, 15, 23, 0, tzinfo=UTC)
    assert Week(2026, 13).ends_at(WARSAW) == datetime(2026, 3, 29, 22, 0, tzinfo=UTC)
    with pytest.raises(ValueError, match="53"):
        Week(2025, 53)


def test_holidays_are_those_on_which_the_company_would_work() -> None:
    [day] = holidays_of(Week(2026, 46), WARSAW)
    assert day.day == date(2026, 11, 11)
    assert day.name
    assert not holidays_of(Week(2026, 46), WorkingHours(zone="Europe/Warsaw"))
    sunday = Week.of(date(2026, 11, 1))
    assert not holidays_of(sunday, WARSAW)
