"""Working hours: their edges, and sums over them in every time zone of the world."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.working_time import FURTHEST_DAYS, Away, WorkingHours, aware

WARSAW = WorkingHours(zone="Europe/Warsaw", country="PL")
DAY = timedelta(days=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# Every zone, every hour


@st.composite
def some_hours(draw: st.DrawFn) -> WorkingHours:
    first = draw(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
    start = draw(st.integers(0, 23 * 60))
    return WorkingHours(
        zone=draw(st.sampled_from(sorted(available_timezones() - {"localtime"}))),
        start=time(start // 60, start % 60),
        end=draw(st.integers(start + 1, 24 * 60 - 1).map(lambda end: time(end // 60, end % 60))),
        weekdays=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        country=draw(st.sampled_from(["", "PL", "US", "CN", "IN", "SA"])),
        away=draw(
            st.sampled_from(
                [
                    (),
                    (Away(first, first),),
                    (Away(first, first + 40 * DAY), Away(first + 20 * DAY, first + 50 * DAY)),
                ]
            )
        ),
    )


moments = st.integers(0, 7 * 365 * 86_400).map(
    lambda second: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=second)
)


@given(some_hours(), moments)
def test_the_next_moment_is_now_or_a_start_of_work(hours: WorkingHours, at: datetime) -> None:
    moment = hours.next_moment(at)
    assert moment >= at
    assert hours.works_at(moment)
    assert hours.works_on(hours.day_of(moment))
    assert moment == at or moment == hours.at_local(hours.day_of(moment), hours.start)
    assert hours.worked_between(at, moment) == timedelta()


@given(some_hours(), moments, moments, moments)
def test_worked_time_adds_up(
    hours: WorkingHours, one: datetime, two: datetime, three: datetime
) -> None:
    first, second, third = sorted([one, two, three])
    parts = hours.worked_between(first, second), hours.worked_between(second, third)
    whole = hours.worked_between(first, third)
    assert sum(parts, timedelta()) == whole
    assert timedelta() <= whole <= third - first
    assert hours.worked_between(third, first) in {timedelta(), whole if first == third else None}


@given(some_hours(), moments, st.integers(0, 60), st.integers(0, 86_399))
def test_worked_time_is_the_sum_of_its_days(
    hours: WorkingHours, since: datetime, days: int, seconds: int
) -> None:
    until = since + timedelta(days=days, seconds=seconds)
    total, day = timedelta(), hours.day_of(since)
    while day <= hours.day_of(until):
        if hours.works_on(day):
            opens, closes = hours.at_local(day, hours.start), hours.at_local(day, hours.end)
            total += max(min(closes, until) - max(opens, since), timedelta())
        day += DAY
    assert hours.worked_between(since, until) == total


@given(some_hours(), moments, st.integers(1, 12))
def test_adding_working_days_lands_on_one(hours: WorkingHours, at: datetime, days: int) -> None:
    landed = hours.add_working_days(at, days)
    assert hours.works_on(hours.day_of(landed))
    between = (hours.day_of(at) + step * DAY for step in range(1, FURTHEST_DAYS))
    assert [day for day in between if hours.works_on(day)][days - 1] == hours.day_of(landed)


@given(some_hours(), st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.times())
def test_a_wall_clock_time_is_met_unless_it_was_skipped(
    hours: WorkingHours, day: date, wall: time
) -> None:
    moment = hours.at_local(day, wall)
    local = hours.local(moment)
    assert local >= datetime.combine(day, wall, ZoneInfo(hours.zone))
    if local.time() != wall:
        just_before = hours.local(moment - timedelta(seconds=1)).replace(tzinfo=None)
        assert just_before < datetime.combine(day, wall) < local.replace(tzinfo=None)


# What a person would check


def test_a_time_that_summer_time_skips_becomes_the_first_minute_after_it() -> None:
    assert WARSAW.at_local(date(2026, 3, 29), time(2, 0)) == utc("2026-03-29 01:00")
    assert WARSAW.at_local(date(2026, 3, 29), time(2, 30)) == utc("2026-03-29 01:00")
    assert WARSAW.at_local(date(2026, 3, 29), time(3, 0)) == utc("2026-03-29 01:00")


def test_of_a_repeated_hour_the_first_counts() -> None:
    assert WARSAW.at_local(date(2026, 10, 25), time(2, 30)) == utc("2026-10-25 00:30")


def test_a_half_hour_jump_of_the_clock_is_found_too() -> None:
    lord_howe = WorkingHours(zone="Australia/Lord_Howe")
    assert lord_howe.at_local(date(2026, 10, 4), time(2, 15)) == utc("2026-10-03 15:30")


def test_friday_evening_is_followed_by_monday_morning() -> None:
    assert WARSAW.next_moment(utc("2026-11-13 18:00")) == utc("2026-11-16 08:00")


def test_the_end_of_work_is_no_longer_work() -> None:
    assert WARSAW.works_at(utc("2026-11-16 15:59"))
    assert not WARSAW.works_at(utc("2026-11-16 16:00"))
    assert WARSAW.works_at(utc("2026-11-16 08:00"))


def test_a_public_holiday_is_no_working_day() -> None:
    assert not WARSAW.works_on(date(2026, 11, 11))
    assert WorkingHours(zone="Europe/Warsaw").works_on(date(2026, 11, 11))


def test_absence_counts_with_both_its_days() -> None:
    hours = WorkingHours(away=(Away(date(2026, 11, 16), date(2026, 11, 17)),))
    assert [hours.works_on(date(2026, 11, day)) for day in (13, 16, 17, 18)] == [
        True,
        False,
        False,
        True,
    ]


def test_hours_are_counted_over_a_weekend() -> None:
    assert WARSAW.worked_between(utc("2026-11-13 14:00"), utc("2026-11-16 10:00")) == timedelta(
        hours=4
    )


def test_a_longer_day_of_changing_clocks_is_worked_longer() -> None:
    night = WorkingHours(
        zone="Europe/Warsaw", start=time(0), end=time(8), weekdays=frozenset(range(7))
    )
    week = utc("2026-10-20 22:00"), utc("2026-10-28 22:00")
    assert night.worked_between(*week) == timedelta(hours=8 * 8 + 1)


def test_a_working_day_later_keeps_the_wall_clock() -> None:
    friday_before_the_change = utc("2026-10-23 08:00")
    assert WARSAW.add_working_days(friday_before_the_change, 1) == utc("2026-10-26 09:00")


def test_somebody_who_is_away_for_years_ends_the_search() -> None:
    gone = WorkingHours(away=(Away(date(2026, 1, 1), date(2036, 1, 1)),))
    with pytest.raises(ValueError, match="nobody works within"):
        gone.next_moment(utc("2026-02-02 10:00"))
    with pytest.raises(ValueError, match="nobody works within"):
        gone.add_working_days(utc("2026-02-02 10:00"), 1)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"zone": "Europe/Warszawa"}, "no time zone is called Europe/Warszawa"),
        ({"zone": ""}, "no time zone"),
        ({"zone": "../../etc/passwd"}, "no time zone"),
        ({"country": "XX"}, "no public holidays are known for the country XX"),
        ({"start": time(22), "end": time(6)}, "on the same day"),
        ({"start": time(9), "end": time(9)}, "on the same day"),
        ({"weekdays": frozenset()}, "weekdays"),
        ({"weekdays": frozenset([7])}, "weekdays"),
    ],
)
def test_hours_that_nobody_could_keep_are_refused(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        WorkingHours(**wrong)  # type: ignore[arg-type]


def test_an_absence_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Away(date(2026, 2, 2), date(2026, 2, 1))


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 16, 9, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        aware(naive)
    with pytest.raises(ValueError, match="time zone"):
        WARSAW.works_at(naive)
    with pytest.raises(ValueError, match="time zone"):
        WARSAW.worked_between(naive, utc("2026-11-16 09:00"))
