"""Where the demo's clock lands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.demo.clock import Jump, landing
from handlers.working_time import WorkingHours

WARSAW = WorkingHours(zone="Europe/Warsaw")
FRIDAY = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("jump", "lands"),
    [
        (Jump.HOUR, datetime(2026, 11, 20, 17, 30, tzinfo=UTC)),
        (Jump.TOMORROW, datetime(2026, 11, 21, 8, 30, tzinfo=UTC)),
        (Jump.MONDAY, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        (Jump.WORKDAYS, datetime(2026, 11, 25, 16, 30, tzinfo=UTC)),
    ],
)
def test_a_jump_lands_on_the_wall_clock_of_whoever_jumps(jump: Jump, lands: datetime) -> None:
    assert landing(jump, FRIDAY, WARSAW) == lands


def test_on_a_monday_next_monday_is_a_week_away() -> None:
    monday = datetime(2026, 11, 16, 6, 0, tzinfo=UTC)
    assert landing(Jump.MONDAY, monday, WARSAW) == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@given(
    st.sampled_from(Jump),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(["Europe/Warsaw", "America/New_York", "Asia/Shanghai", "Pacific/Apia"]),
)
def test_the_clock_never_goes_back(jump: Jump, now: datetime, zone: str) -> None:
    lands = landing(jump, now, WorkingHours(zone=zone))
    assert timedelta() < lands - now <= timedelta(days=8)
