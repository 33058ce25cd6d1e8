"""The small company of the questions, with a flag, a finding, a proposal and a meeting in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.teamwork import Teamwork
from handlers.definition.model import Criterion, CriterionId, State, Version
from handlers.flags.model import (
    Finding,
    FindingId,
    FlagId,
    On,
    ReasonKey,
    Step,
    StepId,
    Stepped,
    Subject,
)
from handlers.router import Router
from handlers.working_time import WorkingHours
from storage.schema import actions, agenda_items, meetings, series
from tests.builders import a_flag
from tests.handlers.questions.conftest import MAREK, MAYA, PIOTR, Company
from tests.handlers.questions.conftest import company as company_of_questions

HOURS = WorkingHours(zone="Europe/Warsaw")
FLAG = FlagId("flag-1")
FINDING = FindingId("finding")
VERSION = 1

__all__ = ["company_of_questions"]


@dataclass
class Teams:
    """Everything that the two teams can press, and what it stands on."""

    company: Company
    meeting: str = ""
    series: str = ""
    item: str = ""
    action: str = ""

    @property
    def router(self) -> Router:
        """Answer by the features between the teams alone."""
        return self.company.router


@pytest.fixture
def teams(company_of_questions: Company, new_id: Callable[[], str]) -> Teams:
    """Let Piotr have flagged a lead, proposed a definition and taken an action."""
    company = company_of_questions
    database = company.database
    together = Teamwork(
        open_work=database.open_work,
        look=database.look,
        now=company.clock,
        new_id=new_id,
        hours=HOURS,
    ).put_together()
    company.router = Router(together.routes)
    _remember(company)
    return _meet(Teams(company))


def _remember(company: Company) -> None:
    at = company.clock()
    flag = a_flag(1, id=FLAG, by=PIOTR.id, raised_at=at)
    line = Stepped(id=StepId("raise"), flag=FLAG, step=Step.RAISE, by=PIOTR.id, at=at)
    finding = Finding(
        id=FINDING,
        reason=ReasonKey("outside-target"),
        subject=Subject(On.SOURCE, "Webinar", "Webinar"),
        flags=3,
        opened_at=at,
    )
    version = Version(
        number=VERSION,
        criteria=(Criterion(id=CriterionId("c"), words="Somebody asked for us."),),
        state=State.DRAFT,
        proposed_by=PIOTR.id,
        proposed_at=at,
    )
    with company.database.open_work() as work:
        work.flags.add(flag, line)
        work.findings.add(finding)
        work.definitions.add(version)
        work.commit()


def _meet(teams: Teams) -> Teams:
    company = teams.company
    form = {
        "title": "Sales and marketing",
        "rhythm": "fortnightly",
        "first-day": "2026-11-18",
        "starts": "10:00",
        "zone": "Europe/Warsaw",
        "minutes": "30",
        "room": "Room 4",
    }
    company.do("agenda.series-saved", MAREK, form)
    with company.engine.connect() as connection:
        teams.series = connection.execute(select(series.c.id)).scalar_one()
        teams.meeting = connection.execute(select(meetings.c.id)).scalars().first() or ""
    company.do(
        "agenda.added", MAYA, {"meeting": teams.meeting, "words": "The form", "minutes": "5"}
    )
    action = {"meeting": teams.meeting, "what": "Ask for the role", "due": "2026-11-20"}
    company.do("agenda.actioned", MAREK, {**action, "owner": PIOTR.id})
    with company.engine.connect() as connection:
        teams.item = connection.execute(select(agenda_items.c.id)).scalars().first() or ""
        teams.action = connection.execute(select(actions.c.id)).scalars().first() or ""
    return teams
