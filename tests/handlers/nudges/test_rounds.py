"""The look of each morning, how nudges end by themselves, and how a rule pauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, func, insert, select, update

from handlers.envelope import Envelope, EnvelopeId, envelope_view
from handlers.lead import Status
from handlers.nudges.model import NudgeState, Rule, RuleState
from handlers.nudges.rounds import NudgeRounds
from handlers.nudges.rules import all_rules, shipped
from handlers.nudges.scanning import MOST_QUEUED, Scanning
from handlers.people import Place, Role
from storage.schema import leads, messages, nudges, outbox
from storage.work import Database
from tests.builders import MONDAY_MORNING, a_rep
from tests.population import settle
from tests.storage.stale import (
    COMPANY,
    DAY,
    PIOTR,
    a_nudge,
    a_stale_lead,
    having,
    inhabited,
    keep,
)

__all__ = ["inhabited"]

SUNDAY = MONDAY_MORNING - DAY
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
RULE = next(rule for rule in shipped() if rule.id == "status-attempting")


@pytest.fixture
def scanning(database: Database) -> Scanning:
    return Scanning(open_work=database.open_work, look=database.look, hours=COMPANY)


@pytest.fixture
def rounds(database: Database) -> NudgeRounds:
    return NudgeRounds(open_work=database.open_work, look=database.look, hours=COMPANY)


def states(database: Database) -> Sequence[str]:
    with database.engine.connect() as connection:
        return list(connection.execute(select(nudges.c.state).order_by(nudges.c.id)).scalars())


def left(database: Database) -> Sequence[str]:
    """Name where anything is on its way to."""
    with database.engine.connect() as connection:
        return sorted(set(connection.execute(select(outbox.c.place)).scalars()))


def with_stale(database: Database, count: int = 1) -> None:
    with database.open_work() as work:
        having(work, *(a_stale_lead(number) for number in range(1, count + 1)))
        work.commit()


# The morning


def test_the_leads_are_looked_at_once_on_a_working_day(
    database: Database, scanning: Scanning
) -> None:
    with_stale(database)
    scanning.scan(SUNDAY)
    assert states(database) == []
    scanning.scan(MONDAY_MORNING)
    assert states(database) == ["queued"]
    with database.open_work() as work:
        having(work, a_stale_lead(2))
        work.commit()
    scanning.scan(MONDAY_MORNING + timedelta(hours=2))
    assert states(database) == ["queued"]
    scanning.scan(MONDAY_MORNING + DAY)
    assert states(database) == ["queued", "queued"]


def test_a_changed_rule_looks_again_on_the_same_day(database: Database, scanning: Scanning) -> None:
    with_stale(database)
    off = replace(RULE, state=RuleState.OFF)
    with database.open_work() as work:
        work.nudges.keep_rule(off)
        work.commit()
    scanning.scan(MONDAY_MORNING)
    assert states(database) == []
    with database.open_work() as work:
        work.nudges.keep_rule(off.switched(MONDAY_MORNING, on=True))
        work.commit()
    scanning.scan(MONDAY_MORNING)
    assert states(database) == ["queued"]


def test_two_replicas_that_look_together_queue_once(database: Database, scanning: Scanning) -> None:
    with_stale(database, MOST_QUEUED + 5)
    scanning.scan(MONDAY_MORNING)
    scanning.scan(MONDAY_MORNING)
    assert len(states(database)) == MOST_QUEUED


def test_what_a_switched_off_rule_queued_is_forgotten(
    database: Database, scanning: Scanning
) -> None:
    with_stale(database)
    scanning.scan(MONDAY_MORNING)
    with database.open_work() as work:
        work.nudges.keep_rule(replace(RULE, state=RuleState.OFF))
        work.commit()
    assert states(database) == []


# Rows that end by themselves


def asked(database: Database, at: datetime, *, state: NudgeState = NudgeState.ASKED) -> None:
    with database.open_work() as work:
        work.envelopes.add(
            Envelope(id=EnvelopeId("e1"), person=PIOTR.id, day=COMPANY.day_of(at), sent_at=at)
        )
        keep(
            work,
            a_nudge(state=state, asked_at=at, queued_at=at, envelope=EnvelopeId("e1")),
        )
        work.commit()


def test_a_row_is_over_after_three_working_days_of_its_rep(
    database: Database, rounds: NudgeRounds
) -> None:
    with_stale(database)
    friday = MONDAY_MORNING - 3 * DAY
    asked(database, friday)
    rounds.settle(friday + 5 * DAY - timedelta(minutes=1))
    assert states(database) == ["asked"]
    rounds.settle(friday + 5 * DAY)
    assert states(database) == ["expired"]


def test_a_row_leaves_when_the_crm_changes_and_its_envelope_is_drawn_anew(
    database: Database, rounds: NudgeRounds
) -> None:
    with_stale(database)
    asked(database, MONDAY_MORNING)
    place = Place.direct(PIOTR.id)
    about = envelope_view(EnvelopeId("e1"))
    row = {"view": about.view, "subject": about.subject, "place": place.name, "platform": "demo"}
    with database.engine.begin() as connection:
        stands = {"address": place.name, "reference": "1", "drawn_at": MONDAY_MORNING}
        connection.execute(insert(messages), row | stands)
    rounds.settle(MONDAY_MORNING)
    assert (states(database), left(database)) == (["asked"], [])
    with database.engine.begin() as connection:
        connection.execute(update(leads).values(status_raw="Open"))
    rounds.settle(MONDAY_MORNING + timedelta(hours=1))
    assert states(database) == ["gone"]
    assert left(database) == [place.name]


def test_what_nobody_found_a_place_for_in_three_working_days_is_looked_for_anew(
    database: Database, scanning: Scanning
) -> None:
    with_stale(database, MOST_QUEUED)
    scanning.scan(MONDAY_MORNING)
    with database.open_work() as work:
        having(work, a_stale_lead(99, status=Status.QUALIFIED))
        work.commit()
    scanning.scan(MONDAY_MORNING + 2 * DAY)
    assert worth_most(database) == 1
    scanning.scan(MONDAY_MORNING + 3 * DAY)
    assert worth_most(database) == 99
    assert len(states(database)) == MOST_QUEUED


def worth_most(database: Database) -> int:
    with database.look() as work:
        return work.nudges.queued(PIOTR.id, 1, MONDAY_MORNING.date())[0].lead


# A rule that asks in vain


@pytest.fixture
def administrators(engine: Engine) -> None:
    settle(engine, people=[ADA])


def ended(database: Database, *states: NudgeState, at: datetime = MONDAY_MORNING - DAY) -> None:
    with database.open_work() as work:
        for number, state in enumerate(states, 1):
            having(work, a_stale_lead(number))
            keep(work, a_nudge(number, state=state, asked_at=at - 2 * DAY, closed_at=at))
        work.commit()


def the_rule(database: Database) -> Rule:
    with database.look() as work:
        return next(one for one in all_rules(work.nudges.rules()) if one.id == RULE.id)


FIXED, RIGHT, EXPIRED = NudgeState.FIXED, NudgeState.STILL_RIGHT, NudgeState.EXPIRED
IN_VAIN = (*[EXPIRED] * 6, *[FIXED] * 2, *[RIGHT] * 2)


@pytest.mark.usefixtures("administrators")
def test_a_rule_on_which_less_than_half_act_pauses_and_says_so_once(
    database: Database, rounds: NudgeRounds
) -> None:
    ended(database, *IN_VAIN)
    rounds.judge(MONDAY_MORNING)
    rule = the_rule(database)
    assert (rule.state, rule.paused_at) == (RuleState.PAUSED, MONDAY_MORNING)
    assert left(database) == [Place.direct(ADA.id).name]
    with database.engine.begin() as connection:
        assert connection.execute(select(func.count()).select_from(outbox)).scalar_one() == 1
        connection.execute(delete(outbox))
    rounds.judge(MONDAY_MORNING + timedelta(minutes=1))
    assert left(database) == []


@pytest.mark.parametrize(
    "some",
    [
        IN_VAIN[1:],
        (*[EXPIRED] * 5, *[FIXED] * 5),
        (*[NudgeState.GONE] * 9, *IN_VAIN[1:]),
        (*[NudgeState.ASKED] * 3, *IN_VAIN[1:]),
    ],
    ids=["too few", "half", "settled by the CRM", "still open"],
)
@pytest.mark.usefixtures("administrators")
def test_a_rule_does_not_pause_before_it_is_clear_that_it_asks_in_vain(
    database: Database, rounds: NudgeRounds, some: Sequence[NudgeState]
) -> None:
    ended(database, *some)
    rounds.judge(MONDAY_MORNING)
    assert the_rule(database).state is RuleState.ON


@pytest.mark.usefixtures("administrators")
def test_what_ended_more_than_two_weeks_ago_does_not_speak_against_a_rule(
    database: Database, rounds: NudgeRounds
) -> None:
    ended(database, *IN_VAIN, at=MONDAY_MORNING - 14 * DAY - timedelta(minutes=1))
    rounds.judge(MONDAY_MORNING)
    assert the_rule(database).state is RuleState.ON


@pytest.mark.usefixtures("administrators")
def test_a_rule_that_was_switched_on_again_begins_anew(
    database: Database, rounds: NudgeRounds
) -> None:
    ended(database, *IN_VAIN)
    rounds.judge(MONDAY_MORNING)
    with database.open_work() as work:
        work.nudges.keep_rule(the_rule(database).switched(MONDAY_MORNING, on=True))
        work.commit()
    rounds.judge(MONDAY_MORNING + DAY)
    assert the_rule(database).state is RuleState.ON
