"""Flags and findings that the tests of findings are about, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from handlers.definition.model import CriterionId
from handlers.flags.model import (
    Finding,
    FindingId,
    FindingState,
    Flag,
    On,
    ReasonKey,
    Step,
    StepId,
    Stepped,
    Subject,
)
from handlers.lead import CampaignId, LeadId
from storage.work import Database, SqlWork
from tests.builders import MONDAY_MORNING, a_flag, a_lead, a_rep
from tests.population import settle

PIOTR = a_rep()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SPRING = Subject(On.CAMPAIGN, "1", "Spring webinar")
SEARCH = Subject(On.SOURCE, "Search ads", "Search ads")
BIG = Subject(On.CRITERION, "criterion-1", "At least 50 people")
SUBJECTS = (SPRING, SEARCH, BIG)


@pytest.fixture(autouse=True)
def inhabited(engine: Engine) -> None:
    settle(
        engine,
        people=[PIOTR],
        having=[a_lead(1, campaign="Spring webinar"), a_lead(2, campaign="Autumn fair")],
    )


@pytest.fixture
def work(database: Database) -> Iterator[SqlWork]:
    """One transaction in which a test does all it does."""
    with database.open_work() as opened:
        yield opened


def a_case(number: int = 1, **changes: object) -> Flag:
    """Make a flag on a lead of the spring webinar, from search ads, that misses a criterion."""
    flag = a_flag(
        number,
        lead=LeadId(1),
        campaign=CampaignId(1),
        campaign_name="Spring webinar",
        source="Search ads",
        missed=(CriterionId("criterion-1"),),
        raised_at=MONDAY_MORNING + number * HOUR,
    )
    return replace(flag, **changes)  # type: ignore[arg-type]


def raised(work: SqlWork, *flags: Flag) -> Sequence[Flag]:
    for flag in flags:
        line = Stepped(
            id=StepId(f"{flag.id}-raised"),
            flag=flag.id,
            step=Step.RAISE,
            by=flag.by,
            at=flag.raised_at,
        )
        work.flags.add(flag, line)
    return flags


def withdrawn(work: SqlWork, flag: Flag) -> None:
    after = flag.stepped(Step.WITHDRAW, MONDAY_MORNING)
    line = Stepped(
        id=StepId(f"{flag.id}-withdrawn"),
        flag=flag.id,
        step=Step.WITHDRAW,
        by=flag.by,
        at=MONDAY_MORNING,
    )
    work.flags.move(after, line)


def a_finding(subject: Subject = SPRING, **changes: object) -> Finding:
    finding = Finding(
        id=FindingId(f"finding-{subject.on}"),
        reason=ReasonKey("outside-target"),
        subject=subject,
        flags=3,
        opened_at=MONDAY_MORNING + 4 * HOUR,
    )
    return replace(finding, **changes)  # type: ignore[arg-type]


def decided(work: SqlWork, finding: Finding, at: datetime) -> Finding:
    after = replace(
        finding,
        state=FindingState.ACCEPTED,
        version=finding.version + 1,
        decided_at=at,
        words="We leave out small companies.",
    )
    work.findings.keep(after)
    return after
