"""A series meets on its days, at its hour, whatever clocks and holidays do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.agenda.model import Rhythm, Series
from handlers.agenda.rhythm import (
    days,
    next_occurrence,
    occurrences,
    rule,
    starts_at,
    working_days_before,
)
from handlers.working_time import Away, WorkingHours
from tests.handlers.agenda.makers import a_series, moment

ZONES = (
    *("Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"),
    *("America/Sao_Paulo", "Africa/Casablanca", "Pacific/Apia", "UTC"),
)
WARSAW = WorkingHours(zone="Europe/Warsaw", country="PL")

SERIES = st.builds(
    a_series,
    rhythm=st.sampled_from(Rhythm),
    first_day=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    starts=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
)


def first(count: int, series: Series, since: date | None = None) -> list[date]:
    return list(islice(days(series, since or series.first_day), count))


def test_a_series_meets_every_week_or_every_second_one() -> None:
    start = date(2026, 11, 18)
    weekly, fortnightly = (a_series(rhythm=one) for one in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY))
    assert first(3, weekly) == [start, date(2026, 11, 25), date(2026, 12, 2)]
    assert first(3, fortnightly) == [start, date(2026, 12, 2), date(2026, 12, 16)]


def test_a_third_wednesday_stays_a_third_wednesday() -> None:
    monthly, quarterly = (a_series(rhythm=one) for one in (Rhythm.MONTHLY, Rhythm.QUARTERLY))
    assert first(4, monthly)[1:] == [date(2026, 12, 16), date(2027, 1, 20), date(2027, 2, 17)]
    assert first(3, quarterly)[1:] == [date(2027, 2, 17), date(2027, 5, 19)]


def test_a_fifth_weekday_is_the_last_of_its_month() -> None:
    series = a_series(rhythm=Rhythm.MONTHLY, first_day=date(2027, 1, 29))
    assert first(3, series) == [date(2027, 1, 29), date(2027, 2, 26), date(2027, 3, 26)]
    assert rule(series) == "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR"


@given(SERIES, st.integers(0, 2000))
def test_days_follow_each_other_by_the_rhythm(series: Series, later: int) -> None:
    since = series.first_day + timedelta(days=later)
    found = first(6, series, since)
    assert all(day >= since and day.weekday() == series.first_day.weekday() for day in found)
    longest = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14, Rhythm.MONTHLY: 35, Rhythm.QUARTERLY: 98}
    assert found[0] - since < timedelta(days=longest[series.rhythm])
    gaps = {(after - before).days for before, after in pairwise(found)}
    assert max(gaps) <= longest[series.rhythm]


@given(SERIES, st.integers(0, 2000))
def test_where_one_looks_from_does_not_change_the_days(series: Series, later: int) -> None:
    since = series.first_day + timedelta(days=later)
    ahead = [day for day in first(400, series) if day >= since]
    found = first(5, series, since)
    assert found[: len(ahead)] == ahead[:5]


@given(SERIES)
def test_the_wall_clock_shows_the_same_time_at_every_meeting(series: Series) -> None:
    zone = ZoneInfo(series.zone)
    for day in first(30, series):
        began = starts_at(series, day).astimezone(zone)
        if (began.date(), began.time()) != (day, series.starts):
            assert is_skipped(day, series.starts, zone)
            assert is_first_after_a_gap(began)


def is_skipped(day: date, at: time, zone: ZoneInfo) -> bool:
    shown = datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone)
    return (shown.date(), shown.time()) != (day, at)


def is_first_after_a_gap(local: datetime) -> bool:
    before = (local.astimezone(UTC) - timedelta(seconds=1)).astimezone(local.tzinfo)
    return before.utcoffset() != local.utcoffset()


def test_an_hour_that_is_skipped_begins_after_the_gap() -> None:
    series = a_series(rhythm=Rhythm.WEEKLY, first_day=date(2027, 3, 21), starts=time(2, 30))
    assert starts_at(series, date(2027, 3, 21)) == moment("2027-03-21 01:30")
    assert starts_at(series, date(2027, 3, 28)) == moment("2027-03-28 01:00")
    assert starts_at(series, date(2027, 4, 4)) == moment("2027-04-04 00:30")


def test_a_meeting_on_a_public_holiday_moves_to_the_next_working_day() -> None:
    series = a_series(rhythm=Rhythm.WEEKLY, first_day=date(2026, 11, 4))
    found = list(islice(occurrences(series, series.first_day, WARSAW), 2))
    assert (found[1].day, found[1].held_on) == (date(2026, 11, 11), date(2026, 11, 12))


def test_a_meeting_falls_away_when_the_holidays_last_until_the_next_one() -> None:
    closed = Away(date(2026, 11, 9), date(2026, 11, 18))
    company = WorkingHours(zone="Europe/Warsaw", away=(closed,))
    series = a_series(rhythm=Rhythm.WEEKLY, first_day=date(2026, 11, 4))
    found = list(islice(occurrences(series, series.first_day, company), 3))
    assert [one.held_on for one in found] == [
        date(2026, 11, 4),
        date(2026, 11, 19),
        date(2026, 11, 25),
    ]


@given(SERIES, st.sampled_from(["", "PL", "CN", "US"]))
def test_meetings_take_place_on_working_days_and_in_order(series: Series, country: str) -> None:
    company = WorkingHours(country=country)
    found = list(islice(occurrences(series, series.first_day, company), 20))
    assert all(company.works_on(one.held_on) and one.held_on >= one.day for one in found)
    assert all(one.held_on < after.held_on for one, after in pairwise(found))


def test_the_next_meeting_is_not_one_whose_time_has_come() -> None:
    series = a_series()
    begins = starts_at(series, series.first_day)
    before = next_occurrence(series, begins - timedelta(seconds=1), WARSAW)
    assert before.day == series.first_day
    assert next_occurrence(series, begins, WARSAW).day == date(2026, 12, 2)
    taken = frozenset({series.first_day})
    again = next_occurrence(series, begins - timedelta(days=1), WARSAW, taken=taken)
    assert again.day == date(2026, 12, 2)


def test_the_second_of_two_like_hours_is_no_other_time() -> None:
    """Python calls both the same, and so must whoever remembers a moment by them."""
    second = a_series(first_day=date(2027, 3, 28), starts=time(2, 0, fold=1))
    assert starts_at(second, date(2027, 3, 28)) == moment("2027-03-28 01:00")
    assert starts_at(second, date(2027, 10, 31)) == moment("2027-10-31 00:00")


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 11, 18), date(2026, 11, 16)), (date(2026, 11, 12), date(2026, 11, 9))],
)
def test_working_days_are_counted_back_over_weekends_and_holidays(day: date, before: date) -> None:
    assert working_days_before(day, 2, WARSAW) == before
