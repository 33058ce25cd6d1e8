"""What a rehearsal reads of the past in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, update

from handlers.lead import LeadId, Status
from handlers.nudges.model import NudgeState, Rule, RuleId, Watch
from handlers.nudges.rehearsal import Period, Row, period_of, replay
from handlers.nudges.rules import Search, all_rules, searches
from handlers.people import OwnerId
from storage.schema import activities, asks, lead_changes, owners
from storage.work import SqlWork
from tests.builders import MONDAY_MORNING
from tests.storage.stale import (
    COMPANY,
    DAY,
    LONG_AGO,
    PIOTR,
    a_nudge,
    a_stale_lead,
    asked_about,
    hand,
    having,
    inhabited,
    keep,
    looked,
    work,
)

__all__ = ["inhabited", "work"]

TODAY = COMPANY.day_of(MONDAY_MORNING)
TEN_AGO = MONDAY_MORNING - 10 * DAY


def rehearsed(
    work: SqlWork, days: int = 10, rules: Sequence[Rule] = (), cap: int = 15
) -> Sequence[Row]:
    """Rehearse with Piotr alone."""
    wanted, period = searched(work, days, rules)
    rests = work.rehearsals.rests(period)
    found = dict(work.rehearsals.stretches(wanted, period))
    return replay(found.get(PIOTR.id, ()), rests, period, hours=PIOTR.hours, cap=cap)


def searched(work: SqlWork, days: int, rules: Sequence[Rule]) -> tuple[Sequence[Search], Period]:
    wanted = searches(all_rules(rules), work.nudges.fields(), COMPANY, MONDAY_MORNING)
    return wanted, period_of(wanted, days, COMPANY, MONDAY_MORNING)


def days_of(rows: Sequence[Row], lead: int = 1) -> Sequence[date]:
    return [row.day for row in rows if row.lead == lead]


def changed(work: SqlWork, lead: int, **told: Any) -> None:
    row = {"lead_id": lead, "field": "status", "origin": "import", "at": MONDAY_MORNING - 3 * DAY}
    hand(work).execute(insert(lead_changes), row | told)


def test_a_lead_that_is_stale_all_the_time_is_asked_about_on_the_first_morning_and_rests(
    work: SqlWork,
) -> None:
    having(work, a_stale_lead(status_changed_at=LONG_AGO - 60 * DAY))
    days = days_of(rehearsed(work, 30))
    assert days == [date(2026, 10, 5), date(2026, 10, 20), date(2026, 11, 4)]


def test_on_the_last_morning_the_same_leads_are_asked_about_as_the_scan_finds(
    work: SqlWork,
) -> None:
    stages = (Status.ATTEMPTING, Status.CONNECTED, Status.QUALIFIED, Status.DISQUALIFIED)
    some = [
        a_stale_lead(
            number,
            status=stages[number % 4],
            status_changed_at=MONDAY_MORNING - number * DAY,
            next_step="Call" if number % 3 else "",
            reason_raw="No budget" if number % 5 == 0 else "",
        )
        for number in range(1, 31)
    ]
    having(work, *some)
    rows = rehearsed(work, 1)
    looked(work)
    assert [row.lead for row in rows] == list(asked_about(work))[:5]
    wanted, _ = searched(work, 1, ())
    assert [wanted[row.rule].rule.id for row in rows] == [
        nudge.rule for nudge in work.nudges.queued(PIOTR.id, 5, MONDAY_MORNING.date())
    ]


def test_a_lead_that_changed_since_was_stale_before(work: SqlWork) -> None:
    having(
        work,
        a_stale_lead(status=Status.CONVERTED, status_changed_at=TEN_AGO, assigned_at=LONG_AGO),
    )
    changed(work, 1, old="attempting", new="converted", at=TEN_AGO)
    rows = rehearsed(work, 20)
    assert days_of(rows) == [date(2026, 10, 19), date(2026, 11, 3)]


def test_a_status_of_the_past_is_as_old_as_the_change_that_led_to_it(work: SqlWork) -> None:
    having(
        work,
        a_stale_lead(status=Status.CONVERTED, status_changed_at=TEN_AGO, assigned_at=LONG_AGO),
    )
    changed(work, 1, old="new", new="attempting", at=TEN_AGO - 2 * DAY)
    changed(work, 1, old="attempting", new="converted", at=TEN_AGO)
    assert rehearsed(work, 20) == []


def test_a_field_that_was_filled_meanwhile_was_missing_before(work: SqlWork) -> None:
    told = {"status": Status.CONNECTED, "status_changed_at": MONDAY_MORNING - 13 * DAY}
    having(work, a_stale_lead(1, next_step="Call", **told))
    changed(work, 1, field="next_step", old="", new="Call", at=MONDAY_MORNING - 3 * DAY)
    wanted, _ = searched(work, 20, ())
    rows = rehearsed(work, 20)
    assert [wanted[row.rule].rule.id for row in rows] == ["next-step"]
    assert rows[0].day == date(2026, 11, 5)


def test_a_field_that_was_emptied_meanwhile_was_not_missing_before(work: SqlWork) -> None:
    own = Rule(
        id=RuleId("needs"),
        watch=Watch.MISSING,
        field="extra:needs",
        statuses=(Status.ATTEMPTING,),
        days=1,
    )
    off = [one.switched(LONG_AGO, on=False) for one in all_rules([]) if one.id != "needs"]
    having(work, a_stale_lead(1), extra={"needs": ""})
    having(work, a_stale_lead(2, owner=None), extra={"needs": "x"})
    emptied = MONDAY_MORNING - 4 * DAY
    changed(work, 1, field="extra:needs", old="A CRM", new="", at=emptied)
    rows = rehearsed(work, 20, [own, *off])
    assert [row.day for row in rows] == [date(2026, 11, 13)]


def test_a_silence_ends_with_a_touch(work: SqlWork) -> None:
    on = [one.switched(LONG_AGO, on=one.id == "silent") for one in all_rules([])]
    having(work, a_stale_lead(last_touch_at=MONDAY_MORNING - 2 * DAY))
    for number, days in enumerate((60, 2)):
        row = {"system": "file", "external_id": f"T-{number}", "lead_id": 1, "kind": "call"}
        row |= {"direction": "out", "outcome": "", "at": MONDAY_MORNING - days * DAY}
        hand(work).execute(insert(activities), row)
    rows = rehearsed(work, 5, on)
    assert [row.day for row in rows] == [date(2026, 11, 9)]


def test_a_lead_rests_after_a_colleague_asked(work: SqlWork) -> None:
    having(work, a_stale_lead())
    row = {"id": "ask", "lead_id": 1, "person_id": PIOTR.id, "kind": "outcome", "state": "answered"}
    row |= {"queued_at": LONG_AGO, "asked_at": MONDAY_MORNING - 15 * DAY}
    hand(work).execute(insert(asks), row)
    assert days_of(rehearsed(work, 10)) == [TODAY]


def test_a_lead_with_a_follow_up_booked_is_left_alone_until_its_day(work: SqlWork) -> None:
    having(work, a_stale_lead(), extra={"next_step_date": "2026-11-13"})
    assert days_of(rehearsed(work, 10)) == [date(2026, 11, 13)]


def test_a_lead_is_not_left_alone_before_the_follow_up_was_booked(work: SqlWork) -> None:
    having(work, a_stale_lead(), extra={"next_step_date": "2026-12-24"})
    changed(work, 1, field="extra:next_step_date", old="", new="2026-12-24", at=TEN_AGO)
    assert days_of(rehearsed(work, 15))[0] < COMPANY.day_of(TEN_AGO)
    assert max(days_of(rehearsed(work, 15))) < COMPANY.day_of(TEN_AGO)


def test_where_somebody_said_that_the_rule_is_wrong_it_does_not_ask(work: SqlWork) -> None:
    having(work, a_stale_lead())
    keep(work, a_nudge(state=NudgeState.RULE_WRONG, closed_at=MONDAY_MORNING))
    assert rehearsed(work) == []


def test_a_lead_that_is_gone_was_asked_about_while_it_was_there(work: SqlWork) -> None:
    having(work, a_stale_lead(), gone_at=MONDAY_MORNING - 3 * DAY)
    assert len(rehearsed(work, 10)) == 1
    assert rehearsed(work, 1) == []


def test_only_who_can_be_asked_is_in_a_rehearsal(work: SqlWork) -> None:
    having(work, a_stale_lead(1, owner=OwnerId(2)), a_stale_lead(2, owner=OwnerId(3)))
    wanted, period = searched(work, 10, ())
    assert list(work.rehearsals.stretches(wanted, period)) == []
    assert work.rehearsals.caps() == {PIOTR.id: 15}
    hand(work).execute(update(owners).values(active=False))
    assert work.rehearsals.caps() == {}


def test_no_more_is_read_than_can_find_a_place_and_all_that_rested(work: SqlWork) -> None:
    having(work, *(a_stale_lead(number) for number in range(1, 41)))
    wanted, period = searched(work, 3, ())
    [(_, found)] = work.rehearsals.stretches(wanted, period)
    assert sorted(one.lead for one in found) == list(range(1, 5 * len(period.days) + 1))
    row = {"id": "ask", "lead_id": 40, "person_id": PIOTR.id, "kind": "outcome", "state": "queued"}
    hand(work).execute(insert(asks), row | {"queued_at": MONDAY_MORNING})
    [(_, found)] = work.rehearsals.stretches(wanted, period)
    assert LeadId(40) in {one.lead for one in found}


def test_history_begins_with_the_first_change(work: SqlWork) -> None:
    assert work.rehearsals.begins() is None
    having(work, a_stale_lead())
    changed(work, 1, old="new", new="attempting", at=LONG_AGO)
    assert work.rehearsals.begins() == LONG_AGO
