"""Finding stale leads in the database: who is asked about what, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from handlers.envelope import ASK_ONCE
from handlers.flags.model import Kind, State, Step, StepId, Stepped
from handlers.keeping import Word, WordKind
from handlers.lead import LeadId, Status
from handlers.nudges.model import MOST_WORTH, NudgeState, Rule, RuleId, Watch
from handlers.people import OwnerId, PersonId
from storage.schema import absences, answers, asks, leads, owners, questions
from storage.work import SqlWork
from tests.builders import MONDAY_MORNING, a_flag
from tests.storage.stale import (
    COMPANY,
    DAY,
    LONG_AGO,
    PIOTR,
    a_nudge,
    a_stale_lead,
    asked_about,
    count,
    hand,
    having,
    inhabited,
    keep,
    looked,
    work,
)

__all__ = ["inhabited", "work"]

TODAY = COMPANY.day_of(MONDAY_MORNING)


def test_a_lead_whose_status_nobody_changed_is_queued_for_its_owner(work: SqlWork) -> None:
    having(work, a_stale_lead())
    assert looked(work) == 1
    [nudge] = work.nudges.queued(PIOTR.id, 5, MONDAY_MORNING.date())
    assert (nudge.rule, nudge.field, nudge.was) == ("status-attempting", "status", "Working")
    assert nudge.state is NudgeState.QUEUED
    assert nudge.queued_at == MONDAY_MORNING


def test_a_second_look_right_after_queues_nothing(work: SqlWork) -> None:
    having(work, *(a_stale_lead(number) for number in range(1, 8)))
    assert looked(work, most=5) == 5
    assert looked(work, most=5) == 0
    assert count(work) == 5


def test_a_change_of_five_working_days_ago_is_stale_and_a_later_one_is_not(work: SqlWork) -> None:
    monday_before = MONDAY_MORNING - 7 * DAY
    having(
        work,
        a_stale_lead(1, status_changed_at=monday_before - timedelta(hours=3)),
        a_stale_lead(2, status_changed_at=monday_before + DAY),
    )
    assert looked(work) == 0  # Wednesday, 11 November, was a public holiday in Poland
    assert looked(work, MONDAY_MORNING + DAY) == 1
    assert asked_about(work) == [1]


def test_where_no_change_is_known_the_last_thing_known_of_the_lead_counts(work: SqlWork) -> None:
    having(
        work,
        a_stale_lead(1, status_changed_at=None, created_at=LONG_AGO),
        a_stale_lead(
            2, status_changed_at=None, created_at=LONG_AGO, last_touch_at=MONDAY_MORNING - DAY
        ),
        a_stale_lead(3, status_changed_at=None),
    )
    looked(work)
    assert asked_about(work) == [1]


def test_only_who_can_be_asked_is_asked(work: SqlWork) -> None:
    having(
        work,
        a_stale_lead(1, owner=OwnerId(2)),
        a_stale_lead(2, owner=OwnerId(3)),
        a_stale_lead(3, owner=None),
    )
    assert looked(work) == 0


def test_nobody_is_asked_who_is_away_has_left_or_is_inactive(work: SqlWork) -> None:
    having(work, a_stale_lead())
    connection = hand(work)
    for values in ({"gone_at": LONG_AGO}, {"active": False}):
        connection.execute(update(owners).where(owners.c.id == 1).values(values))
        assert looked(work) == 0
        connection.execute(update(owners).where(owners.c.id == 1).values(gone_at=None, active=True))
    row = {"person_id": PIOTR.id, "first": TODAY - DAY, "last": TODAY}
    connection.execute(insert(absences), row)
    assert looked(work) == 0
    assert looked(work, MONDAY_MORNING + DAY) == 1


def test_a_lead_that_is_gone_from_the_crm_is_not_asked_about(work: SqlWork) -> None:
    having(work, a_stale_lead(), gone_at=LONG_AGO)
    assert looked(work) == 0


@pytest.mark.parametrize("status", [Status.CONVERTED, Status.DISQUALIFIED, None, Status.NURTURING])
def test_a_lead_that_is_closed_unknown_or_put_off_is_not_asked_about(
    work: SqlWork, status: Status | None
) -> None:
    having(work, a_stale_lead(status=status))
    assert looked(work) == 0


def test_a_missing_reason_is_asked_for_only_where_the_crm_has_reasons(work: SqlWork) -> None:
    having(work, a_stale_lead(1, status=Status.DISQUALIFIED))
    assert looked(work) == 0
    having(work, a_stale_lead(2, status=Status.DISQUALIFIED, reason_raw="No budget"))
    assert looked(work) == 1
    [nudge] = work.nudges.queued(PIOTR.id, 5, MONDAY_MORNING.date())
    assert (nudge.lead, nudge.rule, nudge.field, nudge.was) == (1, "reason", "reason", "")


@pytest.mark.parametrize("name", ["needs", "Наши поля", "$.odd", "0", "a'b"])
def test_a_further_field_is_asked_for_where_it_is_empty(work: SqlWork, name: str) -> None:
    recent = MONDAY_MORNING - 10 * DAY
    told = {"status": Status.CONNECTED, "status_changed_at": recent}
    having(work, a_stale_lead(1, **told), extra={"other": "x"})
    having(work, a_stale_lead(2, **told), extra={name: ""})
    having(work, a_stale_lead(3, **told))
    having(work, a_stale_lead(4, **told), extra={name: "A CRM that is fast"})
    rule = Rule(
        id=RuleId("own"),
        watch=Watch.MISSING,
        field=f"extra:{name}",
        statuses=(Status.CONNECTED,),
        days=2,
    )
    looked(work, rules=[rule])
    assert sorted(asked_about(work)) == [1, 2, 3]


def test_a_mapped_field_that_no_lead_has_yet_is_asked_for(work: SqlWork) -> None:
    having(work, a_stale_lead(status=Status.CONNECTED, status_changed_at=LONG_AGO + 34 * DAY))
    word = Word(kind=WordKind.FIELD, word="pains", means="extra:needs")
    assert looked(work) == 0
    work.mappings.keep("file", word)
    assert looked(work) == 1


def test_an_old_next_step_is_found_by_a_rule_of_the_companys_own(work: SqlWork) -> None:
    rule = Rule(
        id=RuleId("own"),
        watch=Watch.UNCHANGED,
        field="next_step",
        statuses=(Status.NEW,),
        days=3,
    )
    new = {"status": Status.NEW, "next_step": "Call again"}
    having(work, a_stale_lead(1, **new), next_step_changed_at=LONG_AGO)
    having(work, a_stale_lead(2, **new), next_step_changed_at=MONDAY_MORNING)
    having(work, a_stale_lead(3, **new | {"next_step": ""}), next_step_changed_at=LONG_AGO)
    looked(work, rules=[rule])
    assert asked_about(work) == [1]


def test_a_lead_that_nobody_touched_is_found_by_a_rule_about_silence(work: SqlWork) -> None:
    rule = Rule(
        id=RuleId("silent"),
        watch=Watch.SILENT,
        field="status",
        statuses=(Status.NEW,),
        days=3,
    )
    having(
        work,
        a_stale_lead(1, status=Status.NEW, last_touch_at=LONG_AGO),
        a_stale_lead(2, status=Status.NEW, last_touch_at=MONDAY_MORNING - DAY),
        a_stale_lead(3, status=Status.NEW),
    )
    looked(work, rules=[rule])
    assert asked_about(work) == [1]


# What is worth most


def test_the_most_valuable_are_queued_first_and_the_older_before_the_newer(work: SqlWork) -> None:
    older = LONG_AGO - 5 * DAY
    having(
        work,
        a_stale_lead(1),
        a_stale_lead(2, status_changed_at=older),
        a_stale_lead(3, status=Status.CONNECTED),
        a_stale_lead(4, status=Status.QUALIFIED),
        a_stale_lead(5, status_changed_at=LONG_AGO - 400 * DAY),
    )
    looked(work)
    assert asked_about(work) == [4, 3, 5, 2, 1]
    worth = [nudge.value for nudge in work.nudges.queued(PIOTR.id, 5, MONDAY_MORNING.date())]
    assert worth == [240, 140, 1 + MOST_WORTH, 46, 41]


def test_a_first_day_queues_only_the_best_of_each_person(work: SqlWork) -> None:
    having(work, *(a_stale_lead(number) for number in range(1, 31)))
    having(work, a_stale_lead(31, status=Status.QUALIFIED))
    assert looked(work, most=4) == 4
    assert asked_about(work)[0] == 31


# What is left alone


def _ask(work: SqlWork, **values: object) -> None:
    connection = hand(work)
    question = {
        "id": "q1",
        "asker_id": PIOTR.id,
        "place": "sales",
        "kind": "outcome",
        "words": "",
        "remarks": {},
        "asked_at": LONG_AGO,
    }
    connection.execute(insert(questions), question)
    row = {"id": "ask-1", "lead_id": 1, "person_id": PIOTR.id, "kind": "outcome"}
    connection.execute(insert(asks), row | {"queued_at": LONG_AGO} | values)


def _answer(work: SqlWork, **values: object) -> None:
    connection = hand(work)
    row = {"id": "a1", "ask_id": "ask-1", "lead_id": 1, "person_id": PIOTR.id, "said": "later"}
    connection.execute(insert(answers), row | {"at": LONG_AGO} | values)


def test_a_lead_rests_while_a_colleagues_question_waits_and_fourteen_days_after(
    work: SqlWork,
) -> None:
    having(work, a_stale_lead())
    asked_at = MONDAY_MORNING - ASK_ONCE + timedelta(minutes=1)
    _ask(work, state="answered", asked_at=asked_at)
    assert looked(work) == 0
    assert looked(work, MONDAY_MORNING + timedelta(minutes=1)) == 1


def test_a_lead_rests_while_a_colleagues_question_is_queued(work: SqlWork) -> None:
    having(work, a_stale_lead())
    _ask(work, state="queued")
    assert looked(work) == 0


def test_a_lead_rests_until_the_day_that_its_owner_named(work: SqlWork) -> None:
    having(work, a_stale_lead())
    _ask(work, state="answered", asked_at=LONG_AGO)
    _answer(work, look_again_on=TODAY + DAY)
    assert looked(work) == 0
    assert looked(work, MONDAY_MORNING + DAY) == 1


@pytest.mark.parametrize(
    ("changes", "queued"),
    [
        ({}, 0),
        ({"kind": Kind.PRAISE}, 1),
        ({"state": State.DECLINED}, 1),
        ({"state": State.DECLINED, "kind": Kind.RECYCLE, "look_again_on": TODAY + DAY}, 0),
        ({"state": State.DECLINED, "kind": Kind.RECYCLE, "look_again_on": TODAY}, 1),
        ({"state": State.WITHDRAWN, "kind": Kind.RECYCLE, "look_again_on": TODAY + DAY}, 1),
    ],
)
def test_a_lead_rests_while_marketing_decides_and_until_it_is_to_be_looked_at_again(
    work: SqlWork, changes: dict[str, object], queued: int
) -> None:
    having(work, a_stale_lead())
    flag = replace(a_flag(1), **changes)  # type: ignore[arg-type]
    line = Stepped(id=StepId("s"), flag=flag.id, step=Step.RAISE, by=PIOTR.id, at=flag.raised_at)
    work.flags.add(flag, line)
    assert looked(work) == queued


def test_a_lead_with_a_next_step_on_a_day_to_come_is_in_good_hands(work: SqlWork) -> None:
    for number, day in enumerate(("2026-11-17", "2026-11-16", "soon", "2026-12-01T09:00Z"), 1):
        having(work, a_stale_lead(number), extra={"next_step_date": day})
    looked(work)
    assert asked_about(work) == [2, 3]


@pytest.mark.parametrize(
    ("changes", "queued"),
    [
        ({"state": NudgeState.EXPIRED, "asked_at": MONDAY_MORNING - 13 * DAY}, 0),
        ({"state": NudgeState.EXPIRED, "asked_at": MONDAY_MORNING - 14 * DAY}, 1),
        ({"state": NudgeState.SNOOZED, "snoozed_until": TODAY + DAY, "asked_at": LONG_AGO}, 0),
        ({"state": NudgeState.SNOOZED, "snoozed_until": TODAY, "asked_at": LONG_AGO}, 1),
        (
            {
                "state": NudgeState.SNOOZED,
                "snoozed_until": TODAY,
                "asked_at": MONDAY_MORNING - 3 * DAY,
            },
            1,
        ),
        ({"state": NudgeState.NOT_MINE, "asked_at": LONG_AGO}, 0),
        ({"state": NudgeState.NOT_MINE, "asked_at": LONG_AGO, "person": PersonId("zofia")}, 1),
        ({"state": NudgeState.RULE_WRONG, "asked_at": LONG_AGO}, 0),
        ({"state": NudgeState.RULE_WRONG, "asked_at": LONG_AGO, "rule": "needs"}, 1),
        (
            {
                "state": NudgeState.STILL_RIGHT,
                "asked_at": LONG_AGO,
                "closed_at": MONDAY_MORNING - DAY,
            },
            0,
        ),
        ({"state": NudgeState.STILL_RIGHT, "asked_at": LONG_AGO, "closed_at": LONG_AGO}, 1),
        (
            {
                "state": NudgeState.STILL_RIGHT,
                "asked_at": LONG_AGO,
                "closed_at": MONDAY_MORNING - DAY,
                "person": PersonId("zofia"),
            },
            1,
        ),
        (
            {
                "state": NudgeState.RULE_WRONG,
                "asked_at": LONG_AGO,
                "person": PersonId("zofia"),
            },
            0,
        ),
    ],
)
def test_what_a_rep_said_before_is_respected(
    work: SqlWork, changes: dict[str, Any], queued: int
) -> None:
    having(work, a_stale_lead())
    keep(work, a_nudge(**changes))
    assert looked(work) == queued


# What leaves by itself


@pytest.mark.parametrize(
    "values",
    [
        {"status_raw": "Open"},
        {"owner_id": 2},
        {"owner_id": None},
        {"gone_at": MONDAY_MORNING},
        {"status_changed_at": MONDAY_MORNING + timedelta(minutes=1)},
        {"extra": {"next_step_date": "2027-01-01"}},
    ],
)
def test_a_row_leaves_when_the_crm_changes(work: SqlWork, values: dict[str, object]) -> None:
    having(work, a_stale_lead(1), a_stale_lead(2))
    looked(work)
    assert work.nudges.leave(MONDAY_MORNING, TODAY) == []
    connection = hand(work)
    connection.execute(update(leads).where(leads.c.id == 1).values(values))
    [left] = work.nudges.leave(MONDAY_MORNING + timedelta(hours=1), TODAY)
    assert left.person == PIOTR.id
    assert work.nudges.get(left.nudge).lead == LeadId(1)
    assert work.nudges.get(left.nudge).state is NudgeState.GONE
    assert asked_about(work) == [2]


def test_a_row_about_an_empty_field_leaves_once_it_is_filled(work: SqlWork) -> None:
    told = {"status": Status.CONNECTED, "status_changed_at": MONDAY_MORNING - 7 * DAY}
    having(work, a_stale_lead(1, **told))
    having(work, a_stale_lead(2, **told), extra={"needs": "Speed"})
    looked(work)
    assert [nudge.field for nudge in work.nudges.queued(PIOTR.id, 5, MONDAY_MORNING.date())] == [
        "extra:needs"
    ]
    connection = hand(work)
    connection.execute(update(leads).where(leads.c.id == 1).values(extra={"needs": "Quiet"}))
    assert len(work.nudges.leave(MONDAY_MORNING, TODAY)) == 1


def test_a_queued_row_gives_way_to_a_colleagues_question(work: SqlWork) -> None:
    having(work, a_stale_lead())
    looked(work)
    _ask(work, state="queued", id="ask-2")
    assert len(work.nudges.leave(MONDAY_MORNING, TODAY)) == 1
