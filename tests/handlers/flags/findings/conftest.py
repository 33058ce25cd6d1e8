"""A company whose reps flag leads of two campaigns, and marketing that decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, select

from handlers.flags.deciding import Deciding
from handlers.flags.finding import Gathering
from handlers.flags.model import Finding, Flag, FlagId, Step, StepId, Stepped
from handlers.interaction import Interaction, Reply
from handlers.lead import CampaignId, LeadId
from handlers.message import Card
from handlers.people import Person, Place, Role, Side
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from storage.schema import findings, outbox
from storage.work import Database
from tests.builders import Clock, a_flag, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle

MAYA = a_marketer()
PIOTR = a_rep()
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
HOURS = WorkingHours(zone="Europe/Warsaw")

SPRING, AUTUMN = CampaignId(1), CampaignId(2)
NAMES = {SPRING: "Spring webinar", AUTUMN: "Autumn fair"}


@dataclass
class Company:
    """The people's side of the house."""

    engine: Engine
    database: Database
    clock: Clock
    gathering: Gathering
    deciding: Deciding
    router: Router

    def __post_init__(self) -> None:
        self._deeds = count(1)
        self._flags = count(1)

    def flag(self, campaign: CampaignId | None = SPRING, **changes: Any) -> Flag:
        """Let Piotr flag a lead, and let what follows be done."""
        number = next(self._flags)
        flag = replace(
            a_flag(
                number,
                lead=LeadId(1),
                campaign=campaign,
                campaign_name="" if campaign is None else NAMES[campaign],
                raised_at=self.clock(),
            ),
            **changes,
        )
        self.kept(flag, Step.RAISE)
        return flag

    def kept(self, flag: Flag, step: Step) -> Flag:
        line = Stepped(
            id=StepId(f"{flag.id}-{flag.version}"),
            flag=flag.id,
            step=step,
            by=flag.by,
            at=self.clock(),
        )
        with self.database.open_work() as work:
            if step is Step.RAISE:
                work.flags.add(flag, line)
            else:
                work.flags.move(flag, line)
            work.commit()
        self.clock.move(minutes=1)
        self.gathering.tell(self.clock())
        return flag

    def withdraw(self, flag: Flag) -> None:
        self.kept(flag.stepped(Step.WITHDRAW, self.clock()), Step.WITHDRAW)

    def do(
        self, name: str, by: Person, values: Mapping[str, object] | None = None, once: str = ""
    ) -> Reply:
        """Press or send something, and let what follows from it be done."""
        given = {key: str(value) for key, value in (values or {}).items()}
        reply = self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=Place.channel(Side.MARKETING),
                id=once or f"deed-{next(self._deeds)}",
                values=given,
            )
        )
        self.clock.move(minutes=1)
        self.gathering.tell(self.clock())
        return reply

    def decide(self, finding: Finding, by: Person = MAYA, **given: object) -> Reply:
        """Send the form with a decision; it was accepted unless the test says otherwise."""
        form = {
            "finding": finding.id,
            "version": finding.version,
            "decision": "accept",
            "words": "We leave out small companies.",
            "remedy": "targeting",
        }
        return self.do("findings.decided", by, form | given)

    def findings(self) -> list[Finding]:
        """List all findings, oldest first."""
        order = (findings.c.opened_at, findings.c.id)
        with self.engine.connect() as connection:
            ids = connection.scalars(select(findings.c.id).order_by(*order)).all()
        with self.database.look() as work:
            return [work.findings.get(id) for id in ids]

    def finding(self) -> Finding:
        """Give the one finding there is."""
        [one] = self.findings()
        return one

    def card(self, finding: Finding) -> Card:
        card = self.deciding.draw(finding.id)
        assert card is not None
        return card

    def newest(self, flag: Flag) -> Flag:
        with self.database.look() as work:
            return work.flags.get(FlagId(flag.id))

    def shown(self) -> list[tuple[str, str]]:
        """List what live messages were sent for, each with its place."""
        wanted = select(outbox.c.place, outbox.c.subject).where(
            outbox.c.view == "flags.finding", outbox.c.state == "waiting"
        )
        with self.engine.connect() as connection:
            return [(row.place, row.subject) for row in connection.execute(wanted)]


@pytest.fixture
def company(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> Company:
    """Piotr flags, Maya decides; it is Monday, 10:00 in Warsaw."""
    leads = [a_lead(n, campaign=name) for n, name in enumerate(NAMES.values(), start=1)]
    settle(engine, people=(MAYA, PIOTR, MAREK), having=leads)
    open_channels(engine)
    gathering = Gathering(open_work=database.open_work, look=database.look, new_id=new_id)
    deciding = Deciding(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        team_hours=HOURS,
    )
    router = Router(merged([deciding.routes()]))
    return Company(engine, database, clock, gathering, deciding, router)
