"""What the next joint meeting has to talk about, read from the database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from handlers.agenda.model import Kind
from handlers.definition.model import CriterionId
from handlers.flags.model import Finding, FindingId, On, ReasonKey, Step, StepId, Stepped, Subject
from storage.work import Database
from tests.builders import MONDAY_MORNING, a_flag, a_lead, a_rep
from tests.population import settle


@pytest.fixture
def house(engine: Engine, database: Database) -> Database:
    """Keep two leads, a flag on each, and a finding about a criterion that one of them missed."""
    settle(engine, people=[a_rep()], having=[a_lead(1), a_lead(2)])
    finding = Finding(
        id=FindingId("finding"),
        reason=ReasonKey("outside-target"),
        subject=Subject(On.CRITERION, "size", "More than fifty people"),
        flags=3,
        opened_at=MONDAY_MORNING,
    )
    missed = replace(a_flag(1), missed=(CriterionId("size"),))
    with database.open_work() as work:
        work.findings.add(finding)
        for flag in (missed, a_flag(2)):
            raised = Stepped(
                id=StepId(f"raise-{flag.id}"),
                flag=flag.id,
                step=Step.RAISE,
                by=flag.by,
                at=MONDAY_MORNING,
            )
            work.flags.add(flag, raised)
        work.commit()
    return database


def test_a_flag_that_missed_the_criterion_is_talked_about_under_its_finding_alone(
    house: Database,
) -> None:
    with house.look() as work:
        topics = work.agenda.topics(MONDAY_MORNING)
    told = {topic.subject for topic in topics if topic.kind in {Kind.FLAG, Kind.FINDING}}
    assert told == {"finding", "flag-2"}
