"""Flags and their audit trail, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete

from handlers.definition.model import CriterionId
from handlers.errors import NotFound, Stale
from handlers.flags.model import (
    Change,
    Flag,
    FlagId,
    FlagReason,
    Kind,
    ReasonKey,
    Remedy,
    State,
    Step,
    StepId,
    Stepped,
)
from handlers.lead import CampaignId, LeadId
from handlers.people import PersonId
from storage.flag_rows import flag_values
from storage.schema import flags, leads
from storage.work import Database, SqlWork
from tests.builders import MONDAY_MORNING, a_flag, a_lead, a_marketer, a_rep
from tests.population import settle

PIOTR, MAYA = a_rep(), a_marketer()
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _inhabited(engine: Engine) -> None:
    settle(
        engine,
        people=(PIOTR, MAYA),
        having=[a_lead(number, campaign="Spring webinar") for number in range(1, 6)],
    )


@pytest.fixture
def work(database: Database) -> Iterator[SqlWork]:
    """One transaction in which a test does all it does."""
    with database.open_work() as opened:
        yield opened


def raised(work: SqlWork, flag: Flag) -> Flag:
    work.flags.add(flag, a_step(flag, Step.RAISE, by=flag.by, at=flag.raised_at))
    return flag


def a_step(
    flag: Flag, step: Step, *, by: PersonId = MAYA.id, at: datetime = MONDAY_MORNING
) -> Stepped:
    """Give the line of the trail that goes with a flag's newest version."""
    return Stepped(id=StepId(f"{flag.id}-{flag.version}"), flag=flag.id, step=step, by=by, at=at)


def moved(work: SqlWork, flag: Flag, step: Step, at: datetime = MONDAY_MORNING) -> Flag:
    after = flag.stepped(step, at)
    work.flags.move(after, a_step(after, step, at=at))
    return after


def test_a_flag_comes_back_as_it_was_kept(work: SqlWork) -> None:
    flag = a_flag(
        campaign=CampaignId(1),
        campaign_name="Spring webinar",
        source="Webinar",
        kind=Kind.RECYCLE,
        reason=ReasonKey("not-ready"),
        seen="They move office in March.",
        would_help="The size of the company",
        look_again_on=date(2027, 3, 1),
        trigger="the move",
        missed=(CriterionId("criterion-1"), CriterionId("criterion-2")),
        acknowledge_by=MONDAY_MORNING + HOUR,
        decide_by=MONDAY_MORNING + 2 * HOUR,
    )
    assert work.flags.get(raised(work, flag).id) == flag


def test_a_flag_that_never_was_is_not_found(work: SqlWork) -> None:
    with pytest.raises(NotFound):
        work.flags.get(FlagId("nothing"))
    assert work.flags.by_ids([FlagId("nothing")]) == {}


def test_a_step_is_kept_with_all_that_it_changes(work: SqlWork) -> None:
    flag = raised(work, a_flag())
    accepted = replace(
        flag.stepped(Step.ACCEPT, MONDAY_MORNING),
        change=Change(what="The form asks for it", remedy=Remedy.DATA, due=date(2026, 12, 1)),
        decide_by=None,
    )
    work.flags.move(accepted, a_step(accepted, Step.ACCEPT))
    assert work.flags.get(flag.id) == accepted
    done = replace(
        accepted.stepped(Step.FINISH, MONDAY_MORNING),
        change=Change(what="It asks", remedy=Remedy.DATA, done_at=MONDAY_MORNING),
    )
    work.flags.move(done, a_step(done, Step.FINISH))
    assert work.flags.get(flag.id) == done


def test_a_step_from_an_older_version_is_stale_and_leaves_nothing(work: SqlWork) -> None:
    flag = raised(work, a_flag())
    declined = moved(work, flag, Step.DECLINE)
    late = flag.stepped(Step.ACCEPT, MONDAY_MORNING)
    with pytest.raises(Stale):
        work.flags.move(late, replace(a_step(late, Step.ACCEPT), id=StepId("late")))
    assert work.flags.get(flag.id) == declined
    assert [one.step for one in work.flags.trail(flag.id)] == [Step.RAISE, Step.DECLINE]


def test_of_two_who_decide_at_once_only_one_does(database: Database) -> None:
    with database.open_work() as work:
        flag = raised(work, a_flag())
        work.commit()
    together = Barrier(2)

    def decide(step: Step) -> bool:
        with database.look() as seen:
            read = seen.flags.get(flag.id)
        together.wait(timeout=10)
        with database.open_work() as work:
            after = read.stepped(step, MONDAY_MORNING)
            try:
                work.flags.move(after, replace(a_step(after, step), id=StepId(step.value)))
            except Stale:
                return False
            work.commit()
            return True

    with ThreadPoolExecutor(2) as threads:
        won = list(threads.map(decide, [Step.ACCEPT, Step.DECLINE]))
    assert sorted(won) == [False, True]
    with database.look() as work:
        assert work.flags.get(flag.id).version == 2
        assert len(work.flags.trail(flag.id)) == 2


def test_the_trail_keeps_the_order_of_steps_of_one_moment(work: SqlWork) -> None:
    flag = raised(work, a_flag())
    for step in (Step.ACKNOWLEDGE, Step.ASK, Step.ADD, Step.DECLINE, Step.REOPEN):
        flag = moved(work, flag, step)
    assert [one.step for one in work.flags.trail(flag.id)] == [
        *(Step.RAISE, Step.ACKNOWLEDGE, Step.ASK, Step.ADD, Step.DECLINE, Step.REOPEN)
    ]


def test_a_flag_outlives_its_lead_and_can_still_be_moved(
    engine: Engine, database: Database
) -> None:
    with database.open_work() as work:
        flag = raised(work, a_flag())
        work.commit()
    with engine.begin() as connection:
        connection.execute(delete(leads).where(leads.c.id == flag.lead))
    with database.open_work() as work:
        assert work.flags.get(flag.id) == replace(flag, lead=None)
        moved(work, flag, Step.ACKNOWLEDGE)
        assert work.flags.get(flag.id).lead is None


def test_the_flags_of_leads_come_newest_first_and_without_those_taken_back(work: SqlWork) -> None:
    old = raised(work, a_flag(1))
    new = raised(work, a_flag(2, lead=LeadId(1), raised_at=MONDAY_MORNING + HOUR))
    other = raised(work, a_flag(3, lead=LeadId(3)))
    moved(work, raised(work, a_flag(4)), Step.WITHDRAW)
    found = work.flags.of_leads([LeadId(1), LeadId(3), LeadId(4), LeadId(5)])
    assert found == {LeadId(1): [new, old], LeadId(3): [other]}
    assert work.flags.of_leads([]) == {}


def test_somebodys_own_flags_come_newest_first_and_as_many_as_wanted(work: SqlWork) -> None:
    own = [
        raised(work, a_flag(number, raised_at=MONDAY_MORNING + number * HOUR))
        for number in (1, 2, 3)
    ]
    raised(work, a_flag(4, by=MAYA.id))
    assert work.flags.raised_by(PIOTR.id, 5) == own[::-1]
    assert work.flags.raised_by(PIOTR.id, 2) == own[:0:-1]


def test_undecided_flags_come_the_most_pressing_first_and_praise_is_none(work: SqlWork) -> None:
    later = raised(work, a_flag(1, decide_by=MONDAY_MORNING + 2 * HOUR))
    sooner = raised(work, a_flag(2, decide_by=MONDAY_MORNING + HOUR))
    asked = moved(work, raised(work, a_flag(3)), Step.ASK)
    moved(work, raised(work, a_flag(4, decide_by=MONDAY_MORNING)), Step.DECLINE)
    raised(work, a_flag(5, kind=Kind.PRAISE, reason=ReasonKey("real-need")))
    assert work.flags.undecided(10) == [sooner, later, asked]
    assert work.flags.undecided(1) == [sooner]
    assert work.flags.count_undecided() == 3


def test_marketing_is_reminded_of_a_flag_once_until_it_is_reopened(work: SqlWork) -> None:
    due = MONDAY_MORNING + HOUR
    flag = raised(work, a_flag(1, decide_by=due))
    raised(work, a_flag(2, decide_by=due + 5 * HOUR))
    assert work.flags.overdue(due) == []
    assert work.flags.overdue(due + HOUR) == [flag]
    work.flags.reminded([flag.id], due + HOUR)
    assert work.flags.overdue(due + HOUR) == []
    again = moved(work, moved(work, flag, Step.DECLINE), Step.REOPEN)
    assert work.flags.overdue(due + HOUR) == [again]


def test_a_step_is_told_once(work: SqlWork) -> None:
    assert not work.flags.any_untold()
    flag = moved(work, raised(work, a_flag()), Step.DECLINE, MONDAY_MORNING + HOUR)
    untold = work.flags.untold()
    assert [one.step for one in untold] == [Step.RAISE, Step.DECLINE]
    assert work.flags.any_untold()
    assert work.flags.told(untold[:1], MONDAY_MORNING) == {untold[0].id}
    assert work.flags.told(untold, MONDAY_MORNING) == {untold[1].id}
    assert not work.flags.any_untold()
    assert work.flags.told([], MONDAY_MORNING) == ()
    assert [one.told_at for one in work.flags.trail(flag.id)] == [MONDAY_MORNING] * 2


def test_the_effect_of_a_change_is_told_once_until_it_is_reopened(work: SqlWork) -> None:
    flag = moved(work, raised(work, a_flag()), Step.ACCEPT)
    done = replace(
        flag.stepped(Step.FINISH, MONDAY_MORNING),
        change=Change(what="It asks", remedy=Remedy.DATA, done_at=MONDAY_MORNING),
    )
    work.flags.move(done, a_step(done, Step.FINISH))
    assert work.flags.changed_before(MONDAY_MORNING) == []
    assert work.flags.changed_before(MONDAY_MORNING + HOUR) == [done]
    assert work.flags.effect_told(done.id, MONDAY_MORNING + HOUR)
    assert not work.flags.effect_told(done.id, MONDAY_MORNING + HOUR)
    assert work.flags.changed_before(MONDAY_MORNING + HOUR) == []
    again = moved(work, done, Step.REOPEN)
    assert work.flags.changed_before(MONDAY_MORNING + HOUR) == [again]


def test_a_reason_is_kept_as_the_company_wants_it_last(work: SqlWork) -> None:
    reason = FlagReason(
        key=ReasonKey("outside-target"),
        kind=Kind.REJECT,
        remedy=Remedy.TARGETING,
        label="Nicht unser Markt",
        crm_value="Out of market",
        hidden=True,
        first=False,
        needs_note=True,
    )
    work.flags.keep_reason(reason)
    assert work.flags.reasons() == [reason]
    shown = replace(reason, hidden=False, label="")
    work.flags.keep_reason(shown)
    assert work.flags.reasons() == [shown]


def test_flags_are_not_asked_for_in_vain(work: SqlWork) -> None:
    work.flags.reminded([], MONDAY_MORNING)
    assert work.flags.by_ids([]) == {}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seen=st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])),
    missed=st.sets(st.from_regex("[a-z0-9-]{1,64}", fullmatch=True), max_size=12),
    state=st.sampled_from(State),
)
def test_any_words_and_criteria_come_back(
    database: Database, seen: str, missed: set[str], state: State
) -> None:
    criteria = tuple(sorted(CriterionId(one) for one in missed))
    flag = a_flag(1, seen=seen, missed=criteria, state=state)
    with database.open_work() as work:
        assert work.flags.get(raised(work, flag).id) == flag


def test_every_column_of_a_flag_is_written_but_the_marks_of_jobs() -> None:
    marks = {"reminded_at", "effect_told_at"}
    assert set(flag_values(a_flag())) == set(flags.c.keys()) - marks
