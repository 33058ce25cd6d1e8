"""Marketing's clock: five working days, standing still while the rep is asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.flags.clock import decide_by, later, started
from handlers.flags.model import FlagId, Kind, Step, StepId, Stepped
from handlers.people import PersonId
from handlers.working_time import WorkingHours
from tests.builders import a_flag
from tests.handlers.flags.triage.conftest import TEAM, warsaw

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
SPANS = st.timedeltas(timedelta(), timedelta(days=20))
ZONES = st.sampled_from(["Europe/Warsaw", "Asia/Shanghai", "America/New_York", "Pacific/Chatham"])


def trail(*steps: tuple[Step, datetime]) -> list[Stepped]:
    return [
        Stepped(id=StepId(f"step-{n}"), flag=FlagId("flag-1"), step=step, by=PersonId("x"), at=at)
        for n, (step, at) in enumerate(steps)
    ]


def test_marketing_has_one_working_day_to_see_a_flag_and_five_to_decide() -> None:
    flag = started(a_flag(), warsaw(20, 15), TEAM)
    assert flag.acknowledge_by == warsaw(23, 15)
    assert flag.decide_by == warsaw(27, 15)


def test_praise_has_no_clock() -> None:
    flag = started(a_flag(kind=Kind.PRAISE), warsaw(20, 15), TEAM)
    assert (flag.acknowledge_by, flag.decide_by) == (None, None)


def test_the_clock_of_a_flag_that_nobody_asked_about_is_the_one_it_began_with() -> None:
    raised = warsaw(16, 10)
    steps = trail((Step.RAISE, raised), (Step.ACKNOWLEDGE, warsaw(16, 12)))
    assert decide_by(steps, TEAM) == started(a_flag(), raised, TEAM).decide_by


def test_the_clock_stands_still_while_the_rep_is_asked() -> None:
    steps = trail(
        (Step.RAISE, warsaw(16, 10)),
        (Step.ASK, warsaw(17, 16)),
        (Step.ADD, warsaw(18, 12)),
    )
    assert decide_by(steps, TEAM) == warsaw(23, 14), "an hour on Tuesday, three on Wednesday"


def test_a_night_that_the_rep_took_counts_for_nothing() -> None:
    steps = trail(
        (Step.RAISE, warsaw(16, 10)), (Step.ASK, warsaw(16, 18)), (Step.ADD, warsaw(17, 8))
    )
    assert decide_by(steps, TEAM) == warsaw(23, 10)


def test_every_question_stops_the_clock() -> None:
    steps = trail(
        (Step.RAISE, warsaw(16, 10)),
        (Step.ASK, warsaw(16, 11)),
        (Step.ADD, warsaw(16, 12)),
        (Step.ASK, warsaw(17, 9)),
        (Step.TO_MEETING, warsaw(17, 11)),
    )
    assert decide_by(steps, TEAM) == warsaw(23, 13)


def test_a_reopened_flag_has_all_its_days_again() -> None:
    steps = trail(
        (Step.RAISE, warsaw(16, 10)),
        (Step.ASK, warsaw(16, 11)),
        (Step.ADD, warsaw(16, 15)),
        (Step.DECLINE, warsaw(17, 9)),
        (Step.REOPEN, warsaw(19, 9)),
    )
    assert decide_by(steps, TEAM) == warsaw(26, 9)


@given(at=MOMENTS, worked=SPANS, zone=ZONES)
def test_so_much_working_time_lies_between_a_moment_and_the_later_one(
    at: datetime, worked: timedelta, zone: str
) -> None:
    hours = WorkingHours(zone=zone)
    assert hours.worked_between(at, later(at, worked, hours)) == worked


@given(raised=MOMENTS, before=SPANS, asked=SPANS, zone=ZONES)
def test_what_was_left_when_the_rep_was_asked_is_left_when_they_have_told(
    raised: datetime, before: timedelta, asked: timedelta, zone: str
) -> None:
    hours = WorkingHours(zone=zone)
    first = decide_by(trail((Step.RAISE, raised)), hours)
    at = min(raised + before, first)
    told = at + asked
    due = decide_by(trail((Step.RAISE, raised), (Step.ASK, at), (Step.ADD, told)), hours)
    assert due >= first
    assert hours.worked_between(told, due) == hours.worked_between(at, first)
