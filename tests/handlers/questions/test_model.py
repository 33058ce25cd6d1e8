"""Who knows what became of a lead, and how far an ask has come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.envelope import EnvelopeId
from handlers.lead import LeadId, Outcome, Provenance, Reason, Status
from handlers.leads.understanding import Kind
from handlers.leads.worked import working_delay
from handlers.people import PersonId
from handlers.questions.envelope import later_days
from handlers.questions.model import (
    Answer,
    AnswerId,
    Ask,
    AskId,
    AskState,
    Heard,
    Said,
    known,
    summed,
)
from handlers.working_time import WorkingHours
from tests.builders import MONDAY_MORNING, a_lead

HOURS = WorkingHours(zone="Europe/Warsaw")


def an_ask(**changes: object) -> Ask:
    values = {
        "id": AskId("ask"),
        "lead": LeadId(1),
        "person": PersonId("piotr"),
        "kind": Kind.OUTCOME,
        "state": AskState.QUEUED,
        "queued_at": MONDAY_MORNING,
    }
    return Ask(**(values | changes))  # type: ignore[arg-type]


def an_answer(**changes: object) -> Answer:
    values = {
        "id": AnswerId("answer"),
        "ask": AskId("ask"),
        "lead": LeadId(1),
        "by": PersonId("piotr"),
        "said": Said.IN_CONVERSATION,
        "at": MONDAY_MORNING,
    }
    return Answer(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "touched", "outcome"),
    [
        (Status.NEW, False, Outcome.NOT_TOUCHED),
        (Status.NEW, True, Outcome.TRYING),
        (Status.ATTEMPTING, True, Outcome.TRYING),
        (Status.CONNECTED, True, Outcome.IN_CONVERSATION),
        (Status.NURTURING, True, Outcome.LATER),
        (Status.QUALIFIED, True, Outcome.QUALIFIED),
        (Status.CONVERTED, True, Outcome.CONVERTED),
        (Status.DISQUALIFIED, True, Outcome.DISQUALIFIED),
        (None, True, Outcome.UNKNOWN),
        (None, False, Outcome.UNKNOWN),
    ],
)
def test_the_crms_status_says_what_became_of_a_lead(
    status: Status | None, *, touched: bool, outcome: Outcome
) -> None:
    lead = a_lead(status=status, first_touch_at=MONDAY_MORNING if touched else None)
    row = known(lead, Heard())
    assert row.outcome is outcome
    assert row.provenance is (Provenance.NOBODY if outcome is Outcome.UNKNOWN else Provenance.CRM)


def test_a_reps_answer_fills_what_the_crm_does_not_know() -> None:
    answer = an_answer(said=Said.DISQUALIFIED, reason=Reason.NO_BUDGET)
    row = known(a_lead(), Heard(an_ask(state=AskState.ANSWERED), answer))
    assert (row.outcome, row.reason) == (Outcome.DISQUALIFIED, Reason.NO_BUDGET)
    assert (row.provenance, row.as_of) == (Provenance.REP, answer.at)


def test_the_crm_counts_again_once_its_status_changes_after_the_answer() -> None:
    lead = a_lead(status=Status.CONVERTED, status_changed_at=MONDAY_MORNING + timedelta(minutes=1))
    assert known(lead, Heard(an_ask(), an_answer())).provenance is Provenance.CRM


def test_an_older_change_in_the_crm_does_not_overrule_the_answer() -> None:
    lead = a_lead(status=Status.NEW, status_changed_at=MONDAY_MORNING - timedelta(minutes=1))
    assert known(lead, Heard(an_ask(), an_answer())).provenance is Provenance.REP


@pytest.mark.parametrize("said", [Said.DO_NOT_KNOW, Said.NOT_MINE])
def test_an_honest_unknown_leaves_the_outcome_unknown(said: Said) -> None:
    heard = Heard(an_ask().answered(said, MONDAY_MORNING), an_answer(said=said))
    row = known(a_lead(), heard)
    assert (row.outcome, row.provenance) == (Outcome.UNKNOWN, Provenance.NOBODY)


def test_an_honest_unknown_is_as_old_as_the_answer_that_stands() -> None:
    later = MONDAY_MORNING + timedelta(days=1)
    ask = an_ask().answered(Said.TRYING, MONDAY_MORNING).answered(Said.DO_NOT_KNOW, later)
    assert known(a_lead(), Heard(ask, an_answer(said=Said.DO_NOT_KNOW, at=later))).as_of == later


@pytest.mark.parametrize("first", [Said.TRYING, Said.NOT_MINE])
@pytest.mark.parametrize("then", [Said.CONVERTED, Said.NOT_MINE])
def test_a_corrected_ask_is_closed_since_the_first_answer(first: Said, then: Said) -> None:
    next_week = MONDAY_MORNING + timedelta(days=7)
    corrected = an_ask().answered(first, MONDAY_MORNING).answered(then, next_week)
    state = AskState.NOT_MINE if then is Said.NOT_MINE else AskState.ANSWERED
    assert (corrected.state, corrected.closed_at) == (state, MONDAY_MORNING)


def test_an_answer_after_the_time_was_over_closes_the_ask_anew() -> None:
    later = MONDAY_MORNING + timedelta(days=1)
    assert an_ask().expired(MONDAY_MORNING).answered(Said.TRYING, later).closed_at == later


def test_an_open_ask_is_waiting() -> None:
    assert known(a_lead(), Heard(an_ask())).provenance is Provenance.WAITING


def test_an_ask_is_reminded_once_and_expires_by_the_reps_working_days() -> None:
    friday = MONDAY_MORNING + timedelta(days=4)
    ask = an_ask().put_into(EnvelopeId("one"), at=friday, hours=HOURS)
    assert ask.state is AskState.ASKED
    assert ask.remind_at == friday + timedelta(days=3)
    assert ask.expires_at == friday + timedelta(days=5)
    reminded = ask.put_into(EnvelopeId("two"), at=friday + timedelta(days=3), hours=HOURS)
    assert reminded.reminded_at == friday + timedelta(days=3)
    assert reminded.expires_at == ask.expires_at


def test_the_same_lead_is_not_asked_about_twice_within_14_days() -> None:
    ask = an_ask(state=AskState.EXPIRED, asked_at=MONDAY_MORNING)
    assert not ask.may_be_repeated(MONDAY_MORNING + timedelta(days=13, hours=23))
    assert ask.may_be_repeated(MONDAY_MORNING + timedelta(days=14))
    assert not an_ask(asked_at=MONDAY_MORNING).may_be_repeated(MONDAY_MORNING + timedelta(days=99))


@given(st.lists(st.sampled_from([*Status, None]), max_size=60))
def test_the_headlines_counts_add_up(statuses: list[Status | None]) -> None:
    rows = [known(a_lead(n, status=status), Heard()) for n, status in enumerate(statuses)]
    summary = summed(rows)
    assert sum(summary.outcomes.values()) == summary.asked == len(statuses)
    assert summary.gaps == statuses.count(None)
    assert list(summary.outcomes) == [one for one in Outcome if one in summary.outcomes]


def test_business_hours_are_not_read_from_bare_dates() -> None:
    midnight = MONDAY_MORNING.replace(hour=0)
    lead = a_lead(created_at=midnight, first_touch_at=MONDAY_MORNING)
    assert working_delay(lead, HOURS) is None


def test_the_delay_counts_working_hours_from_the_hand_over() -> None:
    friday_evening = MONDAY_MORNING - timedelta(days=2, hours=14)
    lead = a_lead(
        created_at=friday_evening - timedelta(days=7),
        assigned_at=friday_evening,
        first_touch_at=MONDAY_MORNING,
    )
    assert working_delay(lead, HOURS) == timedelta(hours=1)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_proposed_days_are_ahead_and_in_order(today: date) -> None:
    month, quarter, after = later_days(today)
    assert today < month <= quarter < after or month < quarter < after
    assert quarter.day == after.day == 1
    assert after.month in {1, 4, 7, 10}
